"""The text of one column in its document: one block a paragraph, dressed by its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from duidu.article.model import Field, Paragraph, Role
from duidu.page.measures import block_format, char_format, measure
from duidu.page.positions import Positions

_BREAKS = dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029, 0xFDD0, 0xFDD1), " ")
# A run of Latin letters, digits and the signs and spaces between them.
_LATIN = re.compile(r"[A-Za-z0-9][\x20-\x7e]*[A-Za-z0-9]")
# Half-width punctuation between hanzi: the hanzi, then the sign.
_HALF_WIDTH = re.compile(r"[\u3400-\u9fff](?=[,:;!?.][^\x00-\x7f])")


@dataclass(frozen=True)
class TextStyle:
    """Font and colours of a column; `pixels` is the size of a body hanzi."""

    font: QFont
    pixels: float
    ink: str
    quiet_ink: str


class ColumnText:
    """The document of a column and the positions of its code points."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._paragraphs: Sequence[Paragraph] = ()
        self._fields: Sequence[Field] = ()
        self._style: TextStyle | None = None
        self.positions: list[Positions] = []

    def fill(self, paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> None:
        """Put the source text of a section in, one block a paragraph."""
        self._paragraphs, self._fields = paragraphs, fields
        self.positions = [Positions(paragraph.text) for paragraph in paragraphs]
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for number, paragraph in enumerate(paragraphs):
            if number:
                cursor.insertBlock()
            cursor.insertText(_one_block(paragraph.text))
        cursor.endEditBlock()

    def dress(self, style: TextStyle) -> None:
        """Give every paragraph the look of its role."""
        self._style = style
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for number, paragraph in enumerate(self._paragraphs):
            cursor.setPosition(self._document.findBlockByNumber(number).position())
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            form = self._char_format(number, style)
            cursor.setBlockFormat(block_format(paragraph.role, style.pixels))
            cursor.setCharFormat(form)
            cursor.setBlockCharFormat(form)
            self._space(number, style)
        cursor.endEditBlock()

    def replace(self, number: int, text: str) -> None:
        """Replace the text of a paragraph, if it is another one."""
        block = self._document.findBlockByNumber(number)
        if block.text() == _one_block(text) or self._style is None:
            return
        self.positions[number] = Positions(text)
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(_one_block(text), self._char_format(number, self._style))
        self._space(number, self._style)

    def fold(self, folded: bool) -> None:
        """Hide or show the furniture."""
        for number, paragraph in enumerate(self._paragraphs):
            if paragraph.role is Role.FURNITURE:
                self._document.findBlockByNumber(number).setVisible(not folded)
        self._document.markContentsDirty(0, self._document.characterCount())

    def _char_format(self, number: int, style: TextStyle) -> QTextCharFormat:
        role = self._paragraphs[number].role
        return char_format(style.font, role, style.ink, style.quiet_ink)

    def _space(self, number: int, style: TextStyle) -> None:
        """Space what uniform letter spacing spaces badly; the text stays as it is.

        Latin words and numbers stand close, half-width punctuation keeps to the hanzi before it,
        and the fields of a byline stand apart.
        """
        text = self._paragraphs[number].text
        size = style.pixels * measure(self._paragraphs[number].role).size
        for match in _LATIN.finditer(text):
            self._set_spacing(number, match.start(), 0, match.end() - match.start() - 1)
        for match in _HALF_WIDTH.finditer(text):
            self._set_spacing(number, match.start(), size * 0.06)
            self._set_spacing(number, match.start() + 1, size * 0.45)
        if self._paragraphs[number].role is Role.BYLINE:
            for field in self._fields:
                if field.paragraph == number and field.start > 0:
                    self._set_spacing(number, field.start - 1, size * 1.6)

    def _set_spacing(self, number: int, offset: int, pixels: float, count: int = 1) -> None:
        """Set the space after each of some characters."""
        positions = self.positions[number]
        block = self._document.findBlockByNumber(number)
        cursor = QTextCursor(self._document)
        cursor.setPosition(block.position() + positions.position(offset))
        cursor.setPosition(
            block.position() + positions.position(offset + count), QTextCursor.MoveMode.KeepAnchor
        )
        form = QTextCharFormat()
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(pixels)
        cursor.mergeCharFormat(form)


def _one_block(text: str) -> str:
    """Keep a paragraph in one block: Qt would start a new one at a line separator."""
    return text.translate(_BREAKS)

"""The text of one column in its document: one block a paragraph, dressed by its role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from duidu.article.model import Field, Paragraph, Role
from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.measures import Setting, block_format, char_format, measure
from duidu.page.positions import Positions

_BREAKS = dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029, 0xFDD0, 0xFDD1), " ")
# A run of Latin letters, digits and the signs and spaces between them.
_LATIN = re.compile(r"[A-Za-z0-9][\x20-\x7e]*[A-Za-z0-9]")
# Half-width punctuation between hanzi: the hanzi, then the sign.
_HALF_WIDTH = re.compile(r"[\u3400-\u9fff](?=[,:;!?.][^\x00-\x7f])")


@dataclass(frozen=True)
class TextStyle:
    """Font, setting and colours of a column."""

    font: QFont
    setting: Setting
    ink: str
    quiet_ink: str


class ColumnText:
    """The document of a column and the positions of its code points.

    `shown` lists the paragraphs that are not folded away.
    """

    def __init__(self, script: Script, document: QTextDocument) -> None:
        self._script, self._document = script, document
        self._paragraphs: Sequence[Paragraph] = ()
        self._texts: list[str] = []
        # For each paragraph the code points that a new field follows, in the source and here.
        self._source_gaps: list[list[int]] = []
        self._gaps: list[list[int]] = []
        self._style: TextStyle | None = None
        self.positions: list[Positions] = []
        self.shown: list[int] = []

    def fill(self, paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> None:
        """Put the source text of a section in, one block a paragraph."""
        self._paragraphs = paragraphs
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._source_gaps = [_gaps(n, paragraph, fields) for n, paragraph in enumerate(paragraphs)]
        self._gaps = list(self._source_gaps)
        self.positions = [Positions(text) for text in self._texts]
        self.shown = list(range(len(paragraphs)))
        self._document.clear()
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        for number, text in enumerate(self._texts):
            if number:
                cursor.insertBlock()
            cursor.insertText(_one_block(text))
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
            cursor.setBlockFormat(block_format(paragraph.role, style.setting))
            cursor.setCharFormat(form)
            cursor.setBlockCharFormat(form)
            self._space(number)
        cursor.endEditBlock()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Put the column's own text in the place of the source, where it is another one."""
        text = annotated.text(self._script)
        if text == self._texts[number]:
            return
        source, across = annotated.script is Script.TRADITIONAL, annotated.alignment.across
        if self._script is not annotated.script:
            self._gaps[number] = [across(source, gap + 1) - 1 for gap in self._source_gaps[number]]
        self._texts[number], self.positions[number] = text, Positions(text)
        self._replace(number, _one_block(text))

    def tint(self, number: int, inks: Iterable[tuple[int, int, str]]) -> None:
        """Write code points from start to end of a paragraph in colours, the rest as usual.

        The document's own text and formats stay: what is copied out of it has no colours.
        """
        block, positions = self._document.findBlockByNumber(number), self.positions[number]
        ranges = []
        for start, end, colour in inks:
            one = QTextLayout.FormatRange()
            one.start = positions.position(start)
            one.length = positions.position(end) - one.start
            one.format.setForeground(QColor(colour))
            ranges.append(one)
        if ranges or block.layout().formats():
            block.layout().setFormats(ranges)
            self._document.markContentsDirty(block.position(), block.length())

    def fold(self, folded: bool) -> None:
        """Hide or show the furniture."""
        self.shown = []
        for number, paragraph in enumerate(self._paragraphs):
            visible = not (folded and paragraph.role is Role.FURNITURE)
            self._document.findBlockByNumber(number).setVisible(visible)
            if visible:
                self.shown.append(number)
        self._document.markContentsDirty(0, self._document.characterCount())

    def scale(self, number: int) -> float:
        """Give the size of a paragraph's hanzi in ems of the body's."""
        return measure(self._paragraphs[number].role).size

    def size(self, number: int) -> float:
        """Give the size of a paragraph's hanzi in pixels."""
        return (self._style.setting.pixels if self._style else 0.0) * self.scale(number)

    def _replace(self, number: int, text: str) -> None:
        cursor = QTextCursor(self._document.findBlockByNumber(number))
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if self._style is None:
            cursor.insertText(text)
        else:
            cursor.insertText(text, self._char_format(number, self._style))
            self._space(number)
        cursor.endEditBlock()

    def _char_format(self, number: int, style: TextStyle) -> QTextCharFormat:
        role = self._paragraphs[number].role
        return char_format(style.font, role, style.ink, style.quiet_ink)

    def _space(self, number: int) -> None:
        """Space what uniform letter spacing spaces badly; the text stays as it is.

        Latin words and numbers stand close, half-width punctuation keeps to the hanzi before it,
        and the fields of a byline stand apart.
        """
        for offset, count, ems in self._spacings(number):
            self._set_spacing(number, offset, count, ems * self.size(number))

    def _spacings(self, number: int) -> Iterator[tuple[int, int, float]]:
        """Give code points, how many of them, and the space after each in ems."""
        text = self._texts[number]
        for match in _LATIN.finditer(text):
            yield match.start(), match.end() - match.start() - 1, 0.0
        for match in _HALF_WIDTH.finditer(text):
            yield match.start(), 1, 0.06
            yield match.start() + 1, 1, 0.45
        for gap in self._gaps[number]:
            if 0 <= gap < len(text):
                yield gap, 1, 1.6

    def _set_spacing(self, number: int, offset: int, count: int, pixels: float) -> None:
        positions = self.positions[number]
        start = self._document.findBlockByNumber(number).position()
        cursor = QTextCursor(self._document)
        cursor.setPosition(start + positions.position(offset))
        cursor.setPosition(
            start + positions.position(offset + count), QTextCursor.MoveMode.KeepAnchor
        )
        form = QTextCharFormat()
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(pixels)
        cursor.mergeCharFormat(form)


def _gaps(number: int, paragraph: Paragraph, fields: Sequence[Field]) -> list[int]:
    if paragraph.role is not Role.BYLINE:
        return []
    return [field.start - 1 for field in fields if field.paragraph == number and field.start > 0]


def _one_block(text: str) -> str:
    """Keep a paragraph in one block: Qt would start a new one at a line separator."""
    return text.translate(_BREAKS)

"""Readings above the words of one paragraph, as glyphs ready to paint.

The syllables of a word stand together, centred over the word. Where a word breaks over two lines,
each part has the syllables of its own hanzi. A reading that is wider than its word is squeezed;
letter spacing leaves the longest syllable (zhuāng) enough room at three quarters of its width.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont, QTextBlock, QTextLine

from duidu.hanzi import is_hanzi
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.page.positions import Positions

NARROWEST = 0.7
_STEP = 0.04


class Reading(NamedTuple):
    """The reading of one word on one line: text, and the room over its hanzi."""

    text: str
    room: QRectF


class Squeezed(NamedTuple):
    """Glyphs that share one horizontal scale; positions are in scaled coordinates."""

    scale: float
    glyphs: QGlyphRun


def readings(
    block: QTextBlock, annotated: AnnotatedParagraph, script: Script, positions: Positions
) -> Iterator[Reading]:
    """Give the readings of a paragraph line by line, places relative to the block's layout."""
    layout = block.layout()
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    number = 0
    for index, word in enumerate(annotated.words):
        if not word.reading:
            continue
        start, end = annotated.span(script, index)
        first, last = positions.position(start), positions.position(end)
        while number < len(lines) and _end(lines[number]) <= first:
            number += 1
        for line in lines[number:]:
            if line.textStart() >= last:
                break
            part = _part(word, script, start, positions, line)
            if part:
                yield part


def _part(
    word: Word, script: Script, start: int, positions: Positions, line: QTextLine
) -> Reading | None:
    """Give the syllables of the hanzi that stand on one line, and their room."""
    syllables = iter(word.reading)
    text, left, right = "", None, 0.0
    for number, char in enumerate(word.form(script)):
        syllable = next(syllables, "") if is_hanzi(char) else ""
        position = positions.position(start + number)
        if syllable and line.textStart() <= position < _end(line):
            text += f" {syllable}" if text and syllable[0].isupper() else syllable
            left = line_x(line, position) if left is None else left
            right = line_x(line, positions.position(start + number + 1))
    if left is None:
        return None
    return Reading(text, QRectF(left, line.y(), right - left, line.ascent()))


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def line_x(line: QTextLine, position: int) -> float:
    """Give the x of a position in a line; PySide gives it together with the position."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


class RubyFont:
    """Turns readings into glyph runs of one font."""

    def __init__(self, font: QFont) -> None:
        self._raw = QRawFont.fromFont(font)
        self._widths: dict[str, tuple[list[int], list[float], float]] = {}

    def runs(self, found: Iterator[Reading], baseline: float, spacing: float) -> list[Squeezed]:
        """Lay out readings; `baseline` is that of the ruby relative to the hanzi's baseline.

        `spacing` is the empty part at the right of each hanzi, over which a reading is not centred.
        """
        groups: defaultdict[float, tuple[list[int], list[QPointF]]] = defaultdict(lambda: ([], []))
        for text, room in found:
            indexes, advances, width = self._shape(text)
            scale = self._scale(width, room.width())
            x = room.x() + (room.width() - spacing - width * scale) / 2
            glyphs, places = groups[scale]
            for index, advance in zip(indexes, advances, strict=True):
                glyphs.append(index)
                places.append(QPointF(x / scale, room.y() + room.height() + baseline))
                x += advance * scale
        return [Squeezed(scale, self._run(*group)) for scale, group in groups.items()]

    def _scale(self, width: float, room: float) -> float:
        """Give the scale at which a width fits, in few steps so that few runs are painted."""
        fits = (room - self._raw.pixelSize() * 0.16) / width if width else 1.0
        if fits >= 1:
            return 1.0
        return max(NARROWEST, 1 - _STEP * -(-(1 - fits) // _STEP))

    def _shape(self, text: str) -> tuple[list[int], list[float], float]:
        known = self._widths.get(text)
        if known is None:
            indexes = list(self._raw.glyphIndexesForString(text))
            advances = [
                # Design metrics: hinted advances of a small font are rounded up to pixels.
                point.x()
                for point in self._raw.advancesForGlyphIndexes(
                    indexes, QRawFont.LayoutFlag.UseDesignMetrics
                )
            ]
            known = self._widths[text] = (indexes, advances, sum(advances))
        return known

    def _run(self, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        return run

"""Where the text of a column stands, in pixels of its document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from duidu.page.column_text import ColumnText
from duidu.page.fonts import LETTER_SPACING
from duidu.page.measures import BASELINE, HANZI_ASCENT, HANZI_DESCENT, RUBY_GAP, RUBY_SIZE

# The pointer may miss a word by so many pixels.
TOLERANCE = 4


class LinePlace(NamedTuple):
    """A line of a paragraph: its positions, and its place relative to the paragraph's origin."""

    start: int
    end: int
    top: float
    baseline: float


class TopPlace(NamedTuple):
    """What stands at a height: the code point that begins its line, and how far above it is."""

    paragraph: int
    offset: int
    above: float


class ColumnLayout:
    """Answers where paragraphs, lines and words stand, and what stands at a point.

    Layout is lazy in Qt: asking for the place of a block brings it up to date. Lines are kept until
    `forget`, which must be called whenever they may break elsewhere.
    """

    def __init__(self, document: QTextDocument, text: ColumnText) -> None:
        self._document, self._text = document, text
        self._lines: dict[int, list[LinePlace]] = {}

    def forget(self, number: int | None = None) -> None:
        """Forget where the lines of a paragraph are, or those of all."""
        if number is None:
            self._lines.clear()
        else:
            self._lines.pop(number, None)

    def block(self, number: int) -> QTextBlock:
        """Give the block of a paragraph."""
        return self._document.findBlockByNumber(number)

    def rect(self, number: int) -> QRectF:
        """Give where a paragraph stands."""
        return self._document.documentLayout().blockBoundingRect(self.block(number))

    def line(self, number: int, index: int) -> QTextLine:
        """Give one line of a paragraph."""
        return self.block(number).layout().lineAt(index)

    def lines(self, number: int) -> Sequence[LinePlace]:
        """Give the lines of a paragraph; there are none while the column has no size yet."""
        known = self._lines.get(number)
        if not known:
            self.rect(number)
            block = self.block(number)
            height, layout = block.blockFormat().lineHeight(), block.layout()
            found = (layout.lineAt(index) for index in range(layout.lineCount()))
            known = self._lines[number] = [_line_place(line, height) for line in found]
        return known

    def advance(self, number: int) -> float:
        """Give the width of a hanzi in a paragraph, its letter spacing included."""
        return self._text.size(number) * (1 + LETTER_SPACING)

    def numbers(self, top: float, bottom: float) -> Iterator[int]:
        """Give the shown paragraphs that stand at least partly between two heights."""
        shown = self._text.shown
        first = bisect_right(shown, top, key=lambda number: self.rect(number).top()) - 1
        for number in shown[max(0, first) :]:
            if self.rect(number).top() > bottom:
                return
            yield number

    def line_indexes(self, number: int, top: float, bottom: float) -> range:
        """Give the lines of a paragraph that stand at least partly between two heights."""
        origin = self.rect(number).top()
        lines = self.lines(number)
        first = bisect_right(lines, top - origin, key=lambda line: line.top) - 1
        last = bisect_right(lines, bottom - origin, key=lambda line: line.top)
        return range(max(0, first), last)

    def room_below(self, y: float) -> bool:
        """Say whether a height lies in the room between two paragraphs, or before the first."""
        number = next(self.numbers(y, y), None)
        if number is None:
            return True
        inside, lines = y - self.rect(number).top(), self.lines(number)
        height = self.block(number).blockFormat().lineHeight()
        return not lines or not 0 <= inside - lines[0].top <= len(lines) * height

    def line_at(self, y: float) -> tuple[int, int] | None:
        """Give the paragraph and the line of it that stand at a height, or None."""
        number = next(self.numbers(y, y), None)
        if number is None:
            return None
        lines, inside = self.lines(number), y - self.rect(number).top()
        if not lines:
            return None
        return number, max(0, bisect_right(lines, inside, key=lambda line: line.top) - 1)

    def offsets(self, number: int, index: int) -> tuple[int, int]:
        """Give the code points between which a line of a paragraph stands."""
        line, positions = self.lines(number)[index], self._text.positions[number]
        return positions.offset(line.start), positions.offset(line.end)

    def place_at(self, y: float) -> TopPlace | None:
        """Give what stands at a height, in a way that outlives other line breaks."""
        found = self.line_at(y)
        if found is None:
            return None
        number, index = found
        above = y - self.rect(number).top() - self.lines(number)[index].top
        return TopPlace(number, self.offsets(number, index)[0], above)

    def height_of(self, place: TopPlace) -> float:
        """Give the height at which a place stands now."""
        number = place.paragraph
        positions, lines = self._text.positions[number], self.lines(number)
        if not lines:
            return 0.0
        position = positions.position(min(place.offset, positions.offset(len(positions))))
        index = max(0, bisect_right(lines, position, key=lambda line: line.start) - 1)
        return self.rect(number).top() + lines[index].top + place.above

    def offset_at(self, point: QPointF) -> tuple[int, int] | None:
        """Give paragraph and code point under a point, the room of its reading included.

        Own arithmetic on the lines: Qt's hit test knows nothing of the room above a line, and is
        off by one over the right half of a character.
        """
        number = next(self.numbers(point.y(), point.y()), None)
        if number is None:
            return None
        origin, lines = self.rect(number).topLeft(), self.lines(number)
        x, y = point.x() - origin.x(), point.y() - origin.y()
        index = bisect_right(lines, y, key=lambda line: line.top) - 1
        if index < 0 or not self._reaches(number, lines[index], y):
            return None
        position = self._position_at(number, index, x)
        return None if position is None else (number, self._text.positions[number].offset(position))

    def span_rects(self, number: int, start: int, end: int) -> Iterator[QRectF]:
        """Give where the code points from `start` to `end` stand, a rectangle a line.

        The rectangles are relative to the paragraph's origin; space after the last character
        beyond its usual letter spacing is left out.
        """
        positions, lines = self._text.positions[number], self.lines(number)
        first, last = positions.position(start), positions.position(end)
        begin = max(0, bisect_right(lines, first, key=lambda line: line.start) - 1)
        for index in range(begin, len(lines)):
            place = lines[index]
            if place.start >= last:
                return
            left, right = max(first, place.start), min(last, place.end)
            if left < right:
                yield self._rect_in(number, index, (left, right))

    def extent(self, number: int, index: int, first: int, last: int) -> tuple[float, float]:
        """Give the left and right end of the positions `first` to `last` of one line."""
        line, positions = self.line(number, index), self._text.positions[number]
        before = positions.position(positions.offset(last) - 1)
        right = min(line_x(line, last), line_x(line, before) + self.advance(number))
        return line_x(line, first), right

    def _rect_in(self, number: int, index: int, span: tuple[int, int]) -> QRectF:
        size = self._text.size(number)
        left, right = self.extent(number, index, *span)
        top = self.lines(number)[index].baseline - (HANZI_ASCENT + 0.05) * size
        height = (HANZI_ASCENT + HANZI_DESCENT + 0.14) * size
        return QRectF(left - LETTER_SPACING * size / 2, top, right - left, height)

    def _reaches(self, number: int, line: LinePlace, y: float) -> bool:
        size = self._text.size(number)
        above = (HANZI_ASCENT + RUBY_GAP + RUBY_SIZE) * size + TOLERANCE
        return line.baseline - above <= y <= line.baseline + 0.3 * size + TOLERANCE

    def _position_at(self, number: int, index: int, x: float) -> int | None:
        place, line = self.lines(number)[index], self.line(number, index)
        if place.start == place.end or x < line_x(line, place.start) - TOLERANCE:
            return None
        positions = range(place.start, place.end)
        found = bisect_right(positions, x, key=lambda position: line_x(line, position)) - 1
        position = positions[max(0, found)]
        right = line_x(line, position) + self.advance(number)
        if x > min(right, line_x(line, place.end)) + TOLERANCE:
            return None
        return position


def line_x(line: QTextLine, position: int) -> float:
    """Give the x of a position in a line; PySide gives it together with the position."""
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _line_place(line: QTextLine, height: float) -> LinePlace:
    """Take a line's place; its own rectangle is smaller than the height that lines are set to."""
    start, baseline = line.textStart(), line.y() + line.ascent()
    return LinePlace(start, start + line.textLength(), baseline - BASELINE * height, baseline)

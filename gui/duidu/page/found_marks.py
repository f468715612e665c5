"""The tint under what was found in a column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from duidu.language.model import Script
from duidu.page.column_layout import ColumnLayout
from duidu.page.column_text import ColumnText
from duidu.page.search import Hit, Span
from duidu.page.theme import Theme

# Neighbours are told apart by so many pixels at both ends.
_GAP = 0.75
_ROUND = 3


class FoundMarks:
    """Paints the hits that are on the screen; where they stand is worked out once and kept."""

    def __init__(self, script: Script, text: ColumnText, layout: ColumnLayout) -> None:
        self._script, self._text, self._layout = script, text, layout
        self._spans: dict[int, list[Span]] = {}
        self._rects: dict[int, dict[int, list[QRectF]]] = {}
        self._current: tuple[int, Hit] | None = None

    @property
    def current_word(self) -> tuple[int, int] | None:
        """The word in which the current hit begins, as (paragraph, index), or None."""
        return (self._current[0], self._current[1].first) if self._current else None

    def put(self, number: int, found: Sequence[Hit]) -> None:
        """Take the hits of a paragraph, in order."""
        self._spans[number] = [hit.span(self._script) for hit in found]
        self.forget(number)

    def make_current(self, current: tuple[int, Hit] | None) -> None:
        """Take the hit that stands out, with its paragraph."""
        self._current = current

    def clear(self) -> None:
        """Mark nothing."""
        self._spans.clear()
        self._current = None
        self.forget()

    def forget(self, number: int | None = None) -> None:
        """Forget where hits stand in a paragraph, or in all: its lines may break elsewhere now."""
        if number is None:
            self._rects.clear()
        else:
            self._rects.pop(number, None)

    def paint(self, painter: QPainter, window: QRectF, theme: Theme) -> None:
        """Lay the tint under the hits; `window` is the part of the document that is shown."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.found_paper))
        for origin, rects in self._shown(window):
            for rect in rects:
                painter.drawRoundedRect(rect.translated(origin), _ROUND, _ROUND)
        # The current one has an edge as well, to be told by those who see no difference of colour.
        painter.setPen(QPen(QColor(theme.found_edge), 1.5))
        painter.setBrush(QColor(theme.found_current_paper))
        for rect in self._current_rects():
            painter.drawRoundedRect(rect, _ROUND, _ROUND)

    def _current_rects(self) -> Iterator[QRectF]:
        if self._current is None or self._current[0] not in self._text.shown:
            return
        number, hit = self._current
        origin = self._layout.rect(number).topLeft()
        start, end = hit.span(self._script)
        if end <= self._text.positions[number].offset(len(self._text.positions[number])):
            for rect in _apart(self._layout.span_rects(number, start, end)):
                yield rect.translated(origin)

    def _shown(self, window: QRectF) -> Iterator[tuple[QPointF, list[QRectF]]]:
        if not self._spans:
            return
        for number in self._layout.numbers(window.top(), window.bottom()):
            if self._spans.get(number):
                origin = self._layout.rect(number).topLeft()
                lines = self._rects.setdefault(number, {})
                for index in self._layout.line_indexes(number, window.top(), window.bottom()):
                    if index not in lines:
                        lines[index] = list(_apart(self._line(number, index)))
                    yield origin, lines[index]

    def _line(self, number: int, index: int) -> Iterator[QRectF]:
        line, positions = self._layout.lines(number)[index], self._text.positions[number]
        start, end = positions.offset(line.start), positions.offset(line.end)
        spans = self._spans[number]
        for first, last in spans[bisect_right(spans, start, key=lambda span: span[1]) :]:
            if first >= end:
                return
            yield from self._layout.span_rects(number, max(first, start), min(last, end))


def _apart(rects: Iterable[QRectF]) -> Iterator[QRectF]:
    for rect in rects:
        yield rect.adjusted(_GAP, 0, -_GAP, 0)

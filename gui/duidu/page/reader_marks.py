"""What the reader marked, painted under the text of a column: highlights, notes, bookmarks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.column_layout import ColumnLayout
from duidu.page.column_text import ColumnText
from duidu.page.measures import EDGE, HANZI_ASCENT
from duidu.page.settings import PageSettings
from duidu.page.spans import Highlight, SourcePoint, in_column

# Width of a bookmark's ribbon, in pixels: it hangs in the room beside the text.
_RIBBON = EDGE - 4


@dataclass
class _Line:
    """What belongs to one line, relative to the paragraph's origin."""

    highlights: list[tuple[QRectF, str]] = field(default_factory=list)
    notes: list[QPointF] = field(default_factory=list)
    ribbons: list[QPointF] = field(default_factory=list)


class ReaderMarks:
    """Paints the marks of the lines that are on the screen; each line is worked out once."""

    def __init__(self, script: Script, text: ColumnText, layout: ColumnLayout) -> None:
        self._script, self._text, self._layout = script, text, layout
        self._settings = PageSettings()
        self._annotated: dict[int, AnnotatedParagraph] = {}
        self._highlights: defaultdict[int, list[Highlight]] = defaultdict(list)
        self._bookmarks: defaultdict[int, list[int]] = defaultdict(list)
        self._lines: dict[tuple[int, int], _Line] = {}

    def show(self, highlights: Iterable[Highlight], bookmarks: Iterable[SourcePoint]) -> None:
        """Take the marks of the section, in place of those before."""
        self._highlights.clear()
        self._bookmarks.clear()
        for one in highlights:
            self._highlights[one.paragraph].append(one)
        for number, offset in bookmarks:
            self._bookmarks[number].append(offset)
        self.forget()

    def apply(self, settings: PageSettings) -> None:
        """Take over colours and size."""
        self._settings = settings
        self.forget()

    def clear(self) -> None:
        """Forget all marks and the words of all paragraphs."""
        self._annotated.clear()
        self.show((), ())

    def forget(self) -> None:
        """Forget every place: the lines may break elsewhere now."""
        self._lines.clear()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Take the words of a paragraph."""
        self._annotated[number] = annotated
        for key in [key for key in self._lines if key[0] == number]:
            del self._lines[key]

    def at(self, number: int, offset: int) -> Highlight | None:
        """Give the highlight over a code point of the column, one with a note first."""
        annotated = self._annotated.get(number)
        if annotated is None:
            return None
        found = [
            one
            for one in self._highlights.get(number, ())
            if _holds(in_column(annotated, self._script, one.start, one.end), offset)
        ]
        return min(found, key=lambda one: not one.note, default=None)

    def paint(self, painter: QPainter, window: QRectF) -> None:
        """Paint under the text; `window` is the part of the document that is shown."""
        if not self._highlights and not self._bookmarks:
            return
        theme = self._settings.theme
        painter.setPen(Qt.PenStyle.NoPen)
        for origin, line, size in self._shown(window):
            for rect, colour in line.highlights:
                painter.setBrush(QColor(theme.marker(colour)))
                painter.drawRoundedRect(rect.translated(origin), 2, 2)
            painter.setBrush(QColor(theme.accent))
            for corner in line.notes:
                painter.drawEllipse(corner + origin, size * 0.1, size * 0.1)
            for top in line.ribbons:
                painter.drawPolygon(_ribbon(top + origin, size))

    def _shown(self, window: QRectF) -> Iterator[tuple[QPointF, _Line, float]]:
        for number in self._layout.numbers(window.top(), window.bottom()):
            if number not in self._highlights and number not in self._bookmarks:
                continue
            if number not in self._annotated:
                continue
            origin = self._layout.rect(number).topLeft()
            for index in self._layout.line_indexes(number, window.top(), window.bottom()):
                if (number, index) not in self._lines:
                    self._lines[number, index] = self._line(number, index)
                yield origin, self._lines[number, index], self._text.size(number)

    def _line(self, number: int, index: int) -> _Line:
        found, annotated = _Line(), self._annotated[number]
        start, end = self._layout.offsets(number, index)
        for one in self._highlights.get(number, ()):
            first, last = in_column(annotated, self._script, one.start, one.end)
            if first >= end or last <= start:
                continue
            rects = list(self._layout.span_rects(number, max(first, start), min(last, end)))
            found.highlights += [(rect, one.colour) for rect in rects]
            if one.note and one.is_last and last <= end and rects:
                found.notes.append(rects[-1].bottomRight())
        is_last = index + 1 == len(self._layout.lines(number))
        for offset in self._bookmarks.get(number, ()):
            here, _ = in_column(annotated, self._script, offset, offset)
            if start <= here < end or (is_last and here >= end):
                baseline = self._layout.lines(number)[index].baseline
                top = baseline - HANZI_ASCENT * self._text.size(number)
                found.ribbons = [QPointF(-_RIBBON - 2, top)]
        return found


def _holds(span: tuple[int, int], offset: int) -> bool:
    return span[0] <= offset < span[1]


def _ribbon(top: QPointF, size: float) -> QPolygonF:
    """Give the outline of a ribbon with a notch at its foot, as high as a hanzi."""
    x, y, width, height = top.x(), top.y(), _RIBBON, size * 0.95
    notch = width / 2
    return QPolygonF(
        [
            QPointF(x, y),
            QPointF(x + width, y),
            QPointF(x + width, y + height),
            QPointF(x + notch, y + height - notch),
            QPointF(x, y + height),
        ]
    )

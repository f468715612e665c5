"""Which part of the source is on the screen, and bringing another part there."""

from __future__ import annotations

from duidu.language.model import AnnotatedParagraph
from duidu.page.annotation import SectionAnnotation
from duidu.page.column_layout import TopPlace
from duidu.page.linked_panes import LinkedPanes
from duidu.page.measures import LINE_HEIGHT
from duidu.page.pane import Pane
from duidu.page.spans import SourcePoint, in_column, in_source


class SourceView:
    """Tells places of the page in code points of the source, whichever columns are shown.

    Paragraphs count within the section. Cheap enough to be asked whenever the page moves.
    """

    def __init__(self, columns: LinkedPanes, section: SectionAnnotation) -> None:
        self._columns, self._section = columns, section

    def top_line(self) -> tuple[int, int, int] | None:
        """Give paragraph, start and end of the first line of which at least half is shown."""
        pane = self._pane
        half = LINE_HEIGHT * pane.pixels() / 2
        found = pane.lines.line_at(pane.verticalScrollBar().value() + half)
        if found is None:
            return None
        number, index = found
        return number, *self._source(number, *pane.lines.offsets(number, index))

    def top(self) -> SourcePoint:
        """Give the code point that begins the line at the top of the page."""
        number, start, _ = self.top_line() or (0, 0, 0)
        return number, start

    def reached(self) -> SourcePoint:
        """Give the code point after the last line that is shown whole.

        At the end of the section that is the paragraph past the last one.
        """
        pane, bar = self._pane, self._columns.bar
        if bar.value() >= bar.maximum():
            return len(self._section.done), 0
        bottom = pane.verticalScrollBar().value() + pane.viewport().height()
        found = pane.lines.line_at(bottom)
        if found is None:
            return 0, 0
        number, index = found
        start, end = self._source(number, *pane.lines.offsets(number, index))
        baseline = pane.lines.rect(number).top() + pane.lines.lines(number)[index].baseline
        return number, end if baseline <= bottom else start

    def show(self, paragraph: int, offset: int, part_above: float = 0.0) -> None:
        """Bring the line of a code point to the top, or so far down that room is left above it.

        `part_above` is that room as a part of the page's height. What is before the very first
        line comes with it.
        """
        if not 0 <= paragraph < len(self._section.done):
            return
        self._section.need([paragraph])
        annotated, pane = self._section.done[paragraph], self._pane
        if annotated is not None:
            offset, _ = in_column(annotated, pane.script, offset, offset)
        room = part_above * pane.viewport().height()
        if offset == 0 and paragraph == pane.first_shown:
            room = pane.viewport().height()
        self._columns.show_top(TopPlace(paragraph, offset, -room))

    def show_end(self) -> None:
        """Bring the end of the section to the foot of the page."""
        self._columns.show_end()

    def shows(self, paragraph: int, index: int) -> bool:
        """Tell whether a word is on the screen at least partly."""
        pane = self._pane
        rects = pane.rects_of((paragraph, index))
        return any(rect.bottom() >= 0 and rect.top() <= pane.viewport().height() for rect in rects)

    def selection(self) -> tuple[SourcePoint, SourcePoint] | None:
        """Give start and end of what is selected, that of the focused column first, or None."""
        for pane in sorted(self._columns.shown(), key=lambda pane: not pane.hasFocus()):
            selected = pane.selection_ends()
            if selected is not None:
                return self._selected(pane, *selected)
        return None

    def deselect(self) -> None:
        """Select nothing."""
        for pane in self._columns.panes():
            cursor = pane.textCursor()
            cursor.clearSelection()
            pane.setTextCursor(cursor)

    @property
    def _pane(self) -> Pane:
        return self._columns.shown()[0]

    def _annotated(self, number: int) -> AnnotatedParagraph | None:
        self._section.need([number])
        return self._section.done[number]

    def _source(self, number: int, start: int, end: int) -> tuple[int, int]:
        annotated = self._section.done[number]
        if annotated is None:
            return start, end
        return in_source(annotated, self._pane.script, start, end)

    def _selected(
        self, pane: Pane, start: SourcePoint, end: SourcePoint
    ) -> tuple[SourcePoint, SourcePoint]:
        first, last = self._annotated(start[0]), self._annotated(end[0])
        begin, finish = start[1], end[1]
        if first is not None:
            to = end[1] if start[0] == end[0] else len(first.text(pane.script))
            begin, _ = in_source(first, pane.script, start[1], to)
        if last is not None:
            since = start[1] if start[0] == end[0] else 0
            _, finish = in_source(last, pane.script, since, end[1])
        return (start[0], begin), (end[0], finish)

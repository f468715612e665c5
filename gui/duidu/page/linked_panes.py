"""Two columns that are one: equally wide, level paragraph by paragraph, scrolled together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollBar, QSizePolicy, QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.page.column_layout import TopPlace
from duidu.page.column_view import Mark
from duidu.page.divider import EVEN, Divider
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.measures import EDGE
from duidu.page.pane import Pane
from duidu.page.scroll_ticks import ScrollTicks
from duidu.page.search import Hit
from duidu.page.settings import Arrangement, Columns, PageSettings
from duidu.page.stacking import stack
from duidu.page.theme import palette
from duidu.page.tongue import tr

_SCRIPT_NAMES = {Script.TRADITIONAL: "繁體", Script.SIMPLIFIED: "简体"}
_VARIETY_NAMES = {
    Variety.TAIWAN: "Taiwan",
    Variety.HONGKONG: "Hong Kong",
    Variety.MAINLAND: "Mainland",
    Variety.OPENCC: "OpenCC",
}
_MARGIN = 34
_NARROW_MARGIN = 14
_NARROW = 300


class LinkedPanes(QWidget):
    """The columns with a label over each, and the one scroll bar."""

    shared = Signal(float)  # the share of the page that the reader gave to the first column
    moved = Signal()  # other paragraphs may be on the screen now

    def __init__(
        self, fonts: HanziFonts, settings: PageSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._count = 0
        self._leveled: set[int] = set()
        self._top: TopPlace | None = None
        # The layout for which `_top` holds: while lines break anew, scroll bars move by themselves.
        self._settled_width = -1
        self._panes = {script: Pane(script, fonts, self) for script in Script}
        self._labels = {script: QLabel(self) for script in Script}
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.divider = Divider(settings.theme, self)
        self.ticks = ScrollTicks(self._found_shares, self)
        self._found: Mapping[int, Sequence[Hit]] = {}
        self._found_current: tuple[int, Hit] | None = None
        self._grid = QGridLayout(self)
        self._arrange()
        self._connect()

    def pane(self, script: Script) -> Pane:
        """Give one column."""
        return self._panes[script]

    def panes(self) -> Sequence[Pane]:
        """Give both columns, hidden or not."""
        return list(self._panes.values())

    def shown(self) -> Sequence[Pane]:
        """Give the columns that the reader sees."""
        return [p for s, p in self._panes.items() if self._settings.columns.shows(s)]

    def fill(
        self, paragraphs: Sequence[Paragraph], variety: Variety, fields: Sequence[Field]
    ) -> None:
        """Show the source text of a section from its beginning."""
        self._count = len(paragraphs)
        self._leveled.clear()
        self._top = None
        for pane in self._panes.values():
            pane.fill(paragraphs, variety, fields)
        self.bar.setValue(0)

    def name_columns(self, source: Script, variety: Variety) -> None:
        """Say above each column what it is, and which one was loaded."""
        for script, label in self._labels.items():
            parts = [_SCRIPT_NAMES[script]]
            if script is Script.TRADITIONAL:
                parts.append(tr(_VARIETY_NAMES[variety]))
            parts.append(tr("as loaded" if script is source else "derived"))
            label.setText("  ·  ".join(parts))

    def clear_names(self) -> None:
        """Say nothing above the columns."""
        for label in self._labels.values():
            label.clear()

    def apply(self, settings: PageSettings) -> None:
        """Change the look and keep the place."""
        before, self._settings = self._settings, settings
        self._settled_width = -1
        for script, pane in self._panes.items():
            pane.apply(settings)
            pane.setPalette(palette(settings.theme))
            shown = settings.columns.shows(script)
            pane.setVisible(shown)
            self._labels[script].setVisible(shown)
        self.ticks.recolour(settings.theme)
        self.divider.recolour(settings.theme)
        self._place_columns()
        if _laid_out(before) != _laid_out(settings):
            self._leveled.clear()
        self._grid.activate()
        self.settle()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Give a paragraph its words in both columns."""
        self._leveled.discard(number)
        for pane in self._panes.values():
            pane.annotate(number, annotated)

    def mark(self, current: Mark | None, hovered: Mark | None) -> None:
        """Mark the current and the hovered word in both columns."""
        for pane in self._panes.values():
            if (pane.current, pane.hovered) != (current, hovered):
                pane.current, pane.hovered = current, hovered
                pane.viewport().update()

    def show_found(
        self,
        found: Mapping[int, Sequence[Hit]],
        current: tuple[int, Hit] | None,
        news: Iterable[int],
    ) -> None:
        """Mark what was found, by paragraph; `news` are the paragraphs whose hits are new."""
        self._found, self._found_current = found, current
        numbers = list(news)
        for pane in self._panes.values():
            for number in numbers:
                pane.found.put(number, found.get(number, ()))
            pane.found.make_current(current)
            pane.viewport().update()
        self.ticks.renew(any(found.values()))

    def visible_numbers(self) -> list[int]:
        """Give the paragraphs that are at least partly on the screen."""
        return list(self.shown()[0].visible_numbers())

    def level(self, numbers: Iterable[int] | None = None) -> None:
        """Make paragraphs, or all of them, equally high in both columns.

        Making all of them so keeps what stands at the top there.
        """
        panes = self.shown()
        top = self._top if numbers is None else None
        if self._stacked:
            self._stack()
            return
        if len(panes) < 2:
            return
        for number in range(self._count) if numbers is None else numbers:
            if number not in self._leveled:
                self._leveled.add(number)
                lines = [pane.line_count(number) for pane in panes]
                for pane, count in zip(panes, lines, strict=True):
                    pane.pad(number, (max(lines) - count) * pane.line_height(number))
        if top is not None:
            panes[0].scroll_to(top)

    @property
    def _stacked(self) -> bool:
        stacked = self._settings.arrangement is Arrangement.STACKED
        return stacked and self._settings.columns is Columns.BOTH

    def _stack(self) -> None:
        """Bring the room between all paragraphs up to date; each depends on those before."""
        first, second = self._in_order()
        shown = first.shown_numbers()
        changed = [number for number in shown if number not in self._leveled]
        if changed:
            self._leveled.update(changed)
            stack(first, second, shown, changed, first.pixels())

    def _in_order(self) -> tuple[Pane, Pane]:
        left = Script.TRADITIONAL if self._settings.traditional_left else Script.SIMPLIFIED
        return self._panes[left], self._panes[left.other]

    def show_top(self, place: TopPlace) -> None:
        """Bring a place to the top of the page, and keep it there until the reader scrolls."""
        self._finish_layout()
        self._top = place
        self.settle()

    def show_end(self) -> None:
        """Bring the end of the section to the foot of the page."""
        self._finish_layout()
        self.bar.setValue(self.bar.maximum())

    def settle(self) -> None:
        """Bring margins and places up to date, and what stood at the top back there."""
        self._set_margins()
        self.level(self.visible_numbers())
        if self._top is not None:
            top = self._top
            self.shown()[0].scroll_to(top)
            # It may not be reached yet, where the columns have not their real size.
            self._top = top
        self._settled_width = self.width()
        self.ticks.renew()
        self.moved.emit()

    def _arrange(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setRowStretch(1, 1)
        for script, label in self._labels.items():
            label.setObjectName("columnLabel")
            # A long label never makes its column wider than the other.
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._panes[script].setObjectName(f"{script.value}Pane")
        self._grid.addWidget(self.divider, 0, 1, 2, 1)
        self._grid.addWidget(self.bar, 1, 3)
        self._grid.addWidget(self.ticks, 1, 3)
        self.bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panes[Script.TRADITIONAL].setAccessibleName(tr("Traditional text"))
        self._panes[Script.SIMPLIFIED].setAccessibleName(tr("Simplified text"))

    def _connect(self) -> None:
        self.bar.valueChanged.connect(self._on_scrolled)
        self.divider.dragged.connect(self._share)
        self.divider.dropped.connect(self.shared)
        for pane in self._panes.values():
            pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            pane.verticalScrollBar().rangeChanged.connect(self._take_range)

    def _place_columns(self) -> None:
        first, second = self._in_order()
        for column, pane in ((0, first), (2, second)):
            self._grid.addWidget(self._labels[pane.script], 0, column)
            if self._stacked:
                self._grid.addWidget(pane, 1, 0, 1, 3)
            else:
                self._grid.addWidget(pane, 1, column)
                pane.begin_at(0)
        first.lie_over(None)
        second.lie_over(first if self._stacked else None)
        if self._stacked:
            second.raise_()
        beside = len(self.shown()) > 1 and not self._stacked
        self.divider.setVisible(beside)
        self._stretch()
        self.setTabOrder(first, second)

    def _stretch(self) -> None:
        """Give each column its share of the width."""
        first, second = self._in_order()
        share = self._settings.first_share
        for column, pane, part in ((0, first, share), (2, second, 1 - share)):
            shown = self._settings.columns.shows(pane.script)
            self._grid.setColumnStretch(column, round(1000 * part) if shown else 0)

    def _share(self, share: float) -> None:
        """Let the columns follow the divider."""
        self._settings = replace(self._settings, first_share=share)
        self._settled_width = -1
        self._leveled.clear()
        self._stretch()
        self._grid.activate()
        for pane in self._panes.values():
            pane.forget_layout()
        self.settle()

    def _set_margins(self) -> None:
        """Keep lines readable: a margin on both sides, and no line longer than the measure."""
        panes = self.shown()
        # Of even columns equal to the pixel, so that both break alike.
        narrowest = min(pane.width() for pane in panes)
        even = self._settings.first_share == EVEN
        longest = self._settings.longest_line * panes[0].pixels() * (1 + LETTER_SPACING)
        for pane in panes:
            width = narrowest if even else pane.width()
            margin = _MARGIN if width > _NARROW else _NARROW_MARGIN
            side = max(margin, int((width - longest) / 2))
            pane.set_margins(side, pane.width() - width + side)
            self._labels[pane.script].setIndent(side + EDGE)

    def _finish_layout(self) -> None:
        """Lay out to the end, so that the scroll bars reach as far as the text does."""
        self._set_margins()
        for pane in self.shown():
            pane.document().documentLayout().documentSize()
        self._take_range()

    def _take_range(self) -> None:
        bars = [pane.verticalScrollBar() for pane in self.shown()]
        self.bar.setRange(0, max(bar.maximum() for bar in bars))
        self.bar.setPageStep(bars[0].pageStep())
        self.bar.setSingleStep(bars[0].singleStep())
        self.ticks.renew()

    def _found_shares(self) -> tuple[list[float], list[float]]:
        """Give where hits and the current one are, as shares of the whole height."""
        pane, whole = self.shown()[0], max(1, self.bar.maximum() + self.bar.pageStep())

        def shares(number: int, found: Sequence[Hit]) -> list[float]:
            offsets = [hit.span(pane.script)[0] for hit in found]
            return [height / whole for height in pane.heights(number, offsets)]

        every = [one for number, found in self._found.items() for one in shares(number, found)]
        current = self._found_current
        return every, shares(current[0], [current[1]]) if current else []

    def _on_scrolled(self, value: int) -> None:
        for bar in (self.bar, *(p.verticalScrollBar() for p in self._panes.values())):
            if bar.value() != value:
                bar.blockSignals(True)
                bar.setValue(value)
                bar.blockSignals(False)
        for pane in self.shown():
            # A scroll bar that was moved with its signals blocked paints nothing.
            pane.viewport().update()
        if self._settled_width == self.width():
            self._top = self.shown()[0].top_place() if value else None
            self.moved.emit()

    # Qt's overrides.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let lines break anew and keep the place at the top of the page."""
        super().resizeEvent(event)
        self._leveled.clear()
        for pane in self._panes.values():
            pane.forget_layout()
        self.settle()


def _laid_out(settings: PageSettings) -> tuple[object, ...]:
    """Give what decides where lines break and how high paragraphs are."""
    return (
        settings.point_size,
        settings.face,
        settings.line_height,
        settings.longest_line,
        settings.indent,
        settings.columns,
        settings.arrangement,
        settings.first_share,
        settings.furniture_open,
        settings.theme,
    )

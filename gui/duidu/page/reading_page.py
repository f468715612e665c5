"""The page: one section in two linked columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollBar, QSizePolicy, QWidget

from duidu.article.model import Field, Paragraph, Role
from duidu.language.model import AnnotatedParagraph, Script, Variety, Word
from duidu.page.annotation import SectionAnnotation
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.hover_card import HoverCard
from duidu.page.measures import EDGE, LONGEST_LINE
from duidu.page.pane import Mark, Pane
from duidu.page.place import WordPlace
from duidu.page.search import hits
from duidu.page.settings import Columns, PageSettings
from duidu.page.style import page_style
from duidu.page.theme import palette

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


class ReadingPage(QWidget):
    """Show a section in both scripts, paragraph beside paragraph, and tell which word is meant."""

    word_hovered = Signal(object)  # WordPlace, or None when the pointer leaves
    word_pinned = Signal(object)  # WordPlace, by click or Enter
    menu_wanted = Signal(object, QPoint)  # WordPlace, and a point on the screen
    first_page_ready = Signal()  # what is on the screen is annotated and painted
    annotated = Signal()  # the whole section is annotated
    failed = Signal(object)  # an exception of the annotation; the page shows that text plain
    furniture_toggled = Signal(bool)  # the reader folded or unfolded the furniture on the page

    def __init__(
        self,
        fonts: HanziFonts,
        settings: PageSettings,
        gloss: Callable[[Word], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._paragraphs: Sequence[Paragraph] = ()
        self._source, self._variety = Script.TRADITIONAL, Variety.TAIWAN
        self._current: Mark | None = None
        self._waiting = False
        self._leveled: set[int] = set()
        self._panes = {script: Pane(script, fonts, self) for script in Script}
        self._labels = {script: QLabel(self) for script in Script}
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._fold = QPushButton(self)
        self._card = HoverCard(fonts, gloss or (lambda word: word.gloss), self)
        self._section = SectionAnnotation(self)
        self._arrange()
        self._connect()
        self.apply(settings)

    @property
    def settings(self) -> PageSettings:
        """How the page looks now."""
        return self._settings

    @property
    def current_place(self) -> WordPlace | None:
        """The marked word, or None."""
        return self._place(self._current)

    @property
    def card(self) -> HoverCard:
        """The card of the hovered word."""
        return self._card

    def pane(self, script: Script) -> Pane:
        """Give one column."""
        return self._panes[script]

    def show_section(
        self,
        paragraphs: Sequence[Paragraph],
        annotate: Callable[[Paragraph], AnnotatedParagraph],
        source: Script,
        variety: Variety,
        fields: Sequence[Field] = (),
    ) -> None:
        """Show a section at once and annotate what is on the screen; the rest follows when idle.

        `Field.paragraph` counts within the section. An exception of `annotate` is told by `failed`.
        """
        self._paragraphs = paragraphs
        self._source, self._variety = source, variety
        self._current = None
        self._leveled.clear()
        self._card.dismiss()
        self._card.apply(self._settings, variety)
        self._section.start(paragraphs, annotate)
        folded = self._folded()
        for pane in self._panes.values():
            pane.apply(replace(self._settings, furniture_open=not folded))
            pane.fill(paragraphs, variety, fields)
        self._tell_columns()
        self._tell_fold()
        self._bar.setValue(0)
        self._waiting = True
        self._annotate_visible()
        self._section.go_on()
        QTimer.singleShot(0, self._settle)

    def apply(self, settings: PageSettings) -> None:
        """Change the look and keep the place."""
        place = self._top_place()
        self._settings = settings
        self.setPalette(palette(settings.theme))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        folded = self._folded()
        for script, pane in self._panes.items():
            pane.apply(replace(settings, furniture_open=not folded))
            pane.setPalette(palette(settings.theme))
            shown = settings.columns.shows(script)
            pane.setVisible(shown)
            self._labels[script].setVisible(shown)
        self._card.apply(settings, self._variety)
        self.setStyleSheet(page_style(settings.theme))
        self._place_columns()
        self._leveled.clear()
        self._tell_fold()
        self._set_margins()
        self._annotate_visible()
        self._go_to(place)

    def refresh(self) -> None:
        """Annotate the section anew, since what the reader chose has changed; keep the place."""
        offset = self.current_place.word.start if self.current_place else None
        mark = self._current
        self._current = None
        for pane in self._panes.values():
            pane.current = pane.hovered = None
        self._card.dismiss()
        self._leveled.clear()
        self._section.restart()
        self._annotate_visible()
        if mark is not None and offset is not None:
            self._section.need([mark[0]])
            annotated = self._section.done[mark[0]]
            if annotated is not None:
                self._select((mark[0], max(0, annotated.word_at(annotated.script, offset))))

    def point_below(self, place: WordPlace) -> QPoint:
        """Give the point on the screen just below a word, in the first column."""
        return self._shown_panes()[0].point_below((place.paragraph, place.index))

    def clear(self) -> None:
        """Show nothing."""
        self._paragraphs, self._current = (), None
        self._section.start((), None)
        self._card.dismiss()
        for pane in self._panes.values():
            pane.fill((), self._variety, ())
        for label in self._labels.values():
            label.clear()
        self._tell_fold()

    def annotated_paragraphs(self) -> list[AnnotatedParagraph | None]:
        """Give the section's paragraphs as far as they are annotated, None for the others."""
        return list(self._section.done)

    def select_place(self, paragraph: int, index: int) -> None:
        """Mark a word and bring it into view; raises IndexError where there is none."""
        if not 0 <= paragraph < len(self._paragraphs):
            raise IndexError(paragraph)
        self._section.need([paragraph])
        annotated = self._section.done[paragraph]
        if annotated is None or not 0 <= index < len(annotated.words):
            raise IndexError(index)
        self._select((paragraph, index))

    def next_word(self) -> None:
        """Mark the next word that has hanzi, over the borders of paragraphs."""
        self._step(1)

    def previous_word(self) -> None:
        """Mark the word with hanzi before this one, over the borders of paragraphs."""
        self._step(-1)

    def pin_current(self) -> None:
        """Pin the marked word, as a click on it would."""
        if self._current is None:
            self._step(1)
        place = self.current_place
        if place is not None:
            self._card.dismiss()
            self.word_pinned.emit(place)

    def dismiss_card(self) -> None:
        """Take the card away."""
        self._card.dismiss()

    def copy(self) -> None:
        """Copy the selection of the column that has one, hanzi alone."""
        for pane in self._panes.values():
            if pane.textCursor().hasSelection():
                QGuiApplication.clipboard().setText(
                    pane.textCursor().selectedText().replace("\u2029", "\n")
                )
                return

    def find_text(self, text: str, backward: bool = False) -> bool:
        """Mark the next word in which a text begins, in either script; say whether there is one."""
        if not text:
            return False
        self._section.need(range(len(self._paragraphs)))
        found = [mark for mark in hits(self._section.done, text) if self._can_stand(mark)]
        if not found:
            return False
        here = self._current or ((-1, -1) if not backward else (len(self._paragraphs), 0))
        ahead = [hit for hit in found if (hit < here if backward else hit > here)]
        self._select((ahead or found)[-1 if backward else 0])
        return True

    def _can_stand(self, mark: Mark) -> bool:
        return not (self._folded() and self._paragraphs[mark[0]].role is Role.FURNITURE)

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setRowStretch(1, 1)
        for script in Script:
            self._labels[script].setObjectName("columnLabel")
            # A long label never makes its column wider than the other.
            self._labels[script].setSizePolicy(
                QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred
            )
            self._panes[script].setObjectName(f"{script.value}Pane")
        grid.addWidget(self._bar, 1, 3)
        grid.addWidget(self._fold, 2, 0, 1, 4, Qt.AlignmentFlag.AlignHCenter)
        self._fold.setFlat(True)
        self._fold.setObjectName("furnitureFold")
        self._fold.setCheckable(True)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._panes[Script.TRADITIONAL].setAccessibleName("Traditional text")
        self._panes[Script.SIMPLIFIED].setAccessibleName("Simplified text")
        self._fold.setAccessibleName("Text around the article")

    def _place_columns(self) -> None:
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        left = Script.TRADITIONAL if self._settings.traditional_left else Script.SIMPLIFIED
        for column, script in ((0, left), (2, left.other)):
            grid.addWidget(self._labels[script], 0, column)
            grid.addWidget(self._panes[script], 1, column)
            grid.setColumnStretch(column, 1 if self._settings.columns.shows(script) else 0)
        both = self._settings.columns is Columns.BOTH
        grid.setColumnMinimumWidth(1, 1 if both else 0)

    def _connect(self) -> None:
        for script, pane in self._panes.items():
            pane.word_entered.connect(lambda mark, s=script: self._on_entered(s, mark))
            pane.word_clicked.connect(self._on_clicked)
            pane.step_wanted.connect(self._step)
            pane.pin_wanted.connect(self.pin_current)
            pane.menu_wanted.connect(self._on_menu_wanted)
            pane.escape_pressed.connect(self._card.dismiss)
            pane.verticalScrollBar().valueChanged.connect(self._on_scrolled)
            pane.verticalScrollBar().rangeChanged.connect(self._take_range)
        self._bar.valueChanged.connect(self._on_scrolled)
        self._section.arrived.connect(self._on_arrived)
        self._section.finished.connect(self._on_finished)
        self._section.failed.connect(self.failed)
        self._fold.clicked.connect(self._on_fold)

    def _tell_columns(self) -> None:
        for script, label in self._labels.items():
            parts = [_SCRIPT_NAMES[script]]
            if script is Script.TRADITIONAL:
                parts.append(_VARIETY_NAMES[self._variety])
            parts.append("as loaded" if script is self._source else "derived")
            label.setText("  ·  ".join(parts))

    def _furniture(self) -> int:
        return sum(paragraph.role is Role.FURNITURE for paragraph in self._paragraphs)

    def _folded(self) -> bool:
        """Whether the furniture is hidden; a section that is nothing else is always shown."""
        return not self._settings.furniture_open and self._furniture() < len(self._paragraphs)

    def _tell_fold(self) -> None:
        count = self._furniture()
        self._fold.setVisible(0 < count < len(self._paragraphs))
        self._fold.setChecked(self._settings.furniture_open)
        sign = "▾" if self._settings.furniture_open else "▸"
        noun = "paragraph" if count == 1 else "paragraphs"
        self._fold.setText(f"{sign} {count} {noun} around the article")

    def _on_fold(self) -> None:
        self.apply(replace(self._settings, furniture_open=not self._settings.furniture_open))
        self.furniture_toggled.emit(self._settings.furniture_open)

    def _shown_panes(self) -> list[Pane]:
        return [p for s, p in self._panes.items() if self._settings.columns.shows(s)]

    def _place(self, mark: Mark | None) -> WordPlace | None:
        if mark is None:
            return None
        annotated = self._section.done[mark[0]]
        return WordPlace(mark[0], mark[1], annotated) if annotated is not None else None

    def _annotate_visible(self) -> None:
        if self._paragraphs:
            self._section.need(list(self._shown_panes()[0].visible_numbers()))
            self._level()

    def _on_arrived(self, number: int) -> None:
        annotated = self._section.done[number]
        if annotated is not None:
            for pane in self._panes.values():
                pane.annotate(number, annotated)

    def _on_finished(self) -> None:
        self._level(range(len(self._paragraphs)))
        self.annotated.emit()

    def _settle(self) -> None:
        """After the first layout with the window's real size."""
        self._set_margins()
        self._annotate_visible()
        if self._waiting:
            self._waiting = False
            for pane in self._shown_panes():
                pane.viewport().repaint()
            self.first_page_ready.emit()

    def _level(self, numbers: Sequence[int] | None = None) -> None:
        """Make the paragraphs of both columns equally high."""
        panes = self._shown_panes()
        if len(panes) < 2:
            return
        for number in list(panes[0].visible_numbers()) if numbers is None else numbers:
            if number in self._leveled or self._section.done[number] is None:
                continue
            self._leveled.add(number)
            heights = [pane.height_of(number) for pane in panes]
            for pane, height in zip(panes, heights, strict=True):
                extra = max(heights) - height
                if abs(pane.padding_of(number) - extra) > 0.5:
                    pane.pad(number, extra)

    def _set_margins(self) -> None:
        """Keep lines readable: a margin on both sides, and no line longer than the measure."""
        panes = self._shown_panes()
        # Equal to the pixel, so that both columns break alike.
        width = min(pane.width() for pane in panes)
        margin = _MARGIN if width > _NARROW else _NARROW_MARGIN
        longest = LONGEST_LINE * panes[0].pixels() * (1 + LETTER_SPACING)
        side = max(margin, int((width - longest) / 2))
        for pane in panes:
            pane.set_margins(side, pane.width() - width + side)
            self._labels[pane.script].setIndent(side + EDGE)
        self._leveled.clear()

    def _take_range(self) -> None:
        bars = [pane.verticalScrollBar() for pane in self._shown_panes()]
        if bars:
            self._bar.setRange(0, max(bar.maximum() for bar in bars))
            self._bar.setPageStep(bars[0].pageStep())
            self._bar.setSingleStep(bars[0].singleStep())

    def _on_scrolled(self, value: int) -> None:
        for bar in (self._bar, *(p.verticalScrollBar() for p in self._panes.values())):
            if bar.value() != value:
                bar.blockSignals(True)
                bar.setValue(value)
                bar.blockSignals(False)
        for pane in self._shown_panes():
            pane.follow_scroll()
        self._card.dismiss()
        self._annotate_visible()

    def _top_place(self) -> int | None:
        panes = self._shown_panes()
        return next(panes[0].visible_numbers(), None) if self._paragraphs and panes else None

    def _go_to(self, number: int | None) -> None:
        if number and number < len(self._paragraphs):
            self._shown_panes()[0].scroll_to(number)

    def _on_entered(self, script: Script, mark: Mark | None) -> None:
        place = self._place(mark)
        has_word = place is not None and bool(place.word.reading or place.word.entries)
        mark = mark if has_word else None
        if mark == self._panes[script].hovered:
            return
        for pane in self._panes.values():
            pane.hovered = mark
            pane.viewport().update()
        if mark is None or place is None:
            self._card.leave()
        else:
            self._card.want(place.word, self._around(script, mark))
        self.word_hovered.emit(place if has_word else None)

    def _around(self, script: Script, mark: Mark) -> QRect:
        pane = self._panes[script]
        rects = pane.rects_of(mark)
        first = rects[0].united(rects[-1]).toAlignedRect() if rects else QRect()
        return first.translated(pane.viewport().mapTo(self, QPoint(0, 0)))

    def _on_menu_wanted(self, mark: Mark, point: QPoint) -> None:
        place = self._place(mark)
        if place is not None and place.word.reading:
            self._select(mark)
            self._card.dismiss()
            self.menu_wanted.emit(place, point)

    def _on_clicked(self, mark: Mark) -> None:
        place = self._place(mark)
        if place is not None and (place.word.reading or place.word.entries):
            self._select(mark)
            self.pin_current()

    def _select(self, mark: Mark) -> None:
        self._current = mark
        for pane in self._panes.values():
            pane.current = mark
            pane.viewport().update()
        shown = self._shown_panes()
        shown[0].reveal(mark)
        self._announce()

    def _announce(self) -> None:
        place = self.current_place
        if place is None:
            return
        word = place.word
        text = f"{word.form(self._source)} {' '.join(word.reading)} {word.gloss}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _step(self, direction: int) -> None:
        """Go to the next or previous word with hanzi, or to the first one on the screen."""
        if not self._paragraphs:
            return
        number, index = self._current or (self._top_place() or 0, -1 if direction > 0 else 0)
        while 0 <= number < len(self._paragraphs):
            self._section.need([number])
            annotated = self._section.done[number]
            words = annotated.words if annotated else ()
            hidden = self._folded() and self._paragraphs[number].role is Role.FURNITURE
            indexes = range(index + 1, len(words)) if direction > 0 else range(index - 1, -1, -1)
            found = next((i for i in indexes if words[i].reading), None)
            if found is not None and not hidden:
                self._select((number, found))
                return
            number += direction
            index = -1 if direction > 0 else self._count(number)
        return

    def _count(self, number: int) -> int:
        if not 0 <= number < len(self._paragraphs):
            return 0
        self._section.need([number])
        annotated = self._section.done[number]
        return len(annotated.words) if annotated else 0

    # Qt's overrides.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the place at the top of the page."""
        place = self._top_place()
        super().resizeEvent(event)
        self._set_margins()
        for pane in self._panes.values():
            pane.forget_layout()
        self._annotate_visible()
        self._go_to(place)

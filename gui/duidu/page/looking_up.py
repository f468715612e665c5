"""When the card is shown, and of what: of what is pointed at, marked or selected."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from duidu.language.model import Script, Word
from duidu.page.announce import announce
from duidu.page.card_place import Spot
from duidu.page.column_view import Mark
from duidu.page.hover_card import HoverCard
from duidu.page.linked_panes import LinkedPanes
from duidu.page.lookup import LookUp
from duidu.page.marks import Marks
from duidu.page.measures import RUBY_GAP, RUBY_SIZE
from duidu.page.pane import Pane
from duidu.page.place import WordPlace
from duidu.page.selection import Run


class LookingUp(QObject):
    """Connects the columns with the card."""

    escaped = Signal()  # Esc, where there was no card to take away

    def __init__(
        self,
        columns: LinkedPanes,
        marks: Marks,
        look_up: LookUp,
        card: HoverCard,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._page = page
        self._columns, self._marks = columns, marks
        self._look_up, self._card = look_up, card
        self._hovered: tuple[Mark, int] | None = None
        for pane in columns.panes():
            pane.word_entered.connect(partial(self._on_entered, pane))
            pane.pointer_left.connect(card.leave)
            pane.run_selected.connect(partial(self._on_selected, pane))
            pane.card_wanted.connect(partial(self._on_wanted, pane))
            pane.card_key_pressed.connect(self._on_key)
            pane.shift_pressed.connect(self._on_shift)

    def tell_current(self) -> None:
        """Show the card of the marked word to a reader who walks with the keys."""
        mark = self._marks.current
        place = self._marks.place(mark)
        if mark is not None and place is not None:
            panes = self._columns.shown()
            pane = next((pane for pane in panes if pane.hasFocus()), panes[0])
            ask = partial(self._look_up.of_place, place)
            self._card.want(ask, self._spot(pane, mark), asked_for=True)

    def follow_current(self) -> None:
        """Let a pinned card tell of the marked word."""
        if self._card.pinned:
            self.tell_current()

    def _spot(self, pane: Pane, mark: Mark) -> Spot:
        """Give where a word and its reading stand in both columns."""
        place = self._marks.place(mark)
        if place is None:
            return Spot(QRect())
        own, *others = (
            self._around(one, mark[0], place.annotated.span(one.script, mark[1]))
            for one in sorted(self._columns.shown(), key=lambda one: one is not pane)
        )
        return Spot(own, *others)

    def _around(self, pane: Pane, paragraph: int, span: tuple[int, int]) -> QRect:
        rects = pane.rects_of_run(paragraph, *span)
        around = rects[0].united(rects[-1]).toAlignedRect() if rects else QRect()
        above = round(pane.pixels() * (RUBY_GAP + RUBY_SIZE)) if pane.has_ruby else 0
        origin = pane.viewport().mapTo(self._page, QPoint(0, 0))
        return around.adjusted(0, -above, 0, 0).translated(origin)

    def _on_entered(self, pane: Pane, mark: Mark | None, offset: int) -> None:
        """Tell of the word under the pointer; `offset` is the code point that it is over."""
        place = self._marks.place(mark)
        if mark is None or place is None or not is_told(place.word):
            self._hovered = None
            self._card.leave()
            self._marks.leave()
            return
        at = self._simplified(pane, place, offset)
        if self._marks.hover(mark) or self._hovered != (mark, at):
            self._hovered = mark, at
            ask = partial(self._look_up.of_place, place, at)
            shift = Qt.KeyboardModifier.ShiftModifier
            held = bool(QGuiApplication.keyboardModifiers() & shift)
            self._card.want(ask, self._spot(pane, mark), asked_for=held)

    def _simplified(self, pane: Pane, place: WordPlace, offset: int) -> int:
        if pane.script is Script.SIMPLIFIED:
            return offset
        return place.annotated.alignment.across(True, offset)

    def _on_selected(self, pane: Pane, run: Run | None) -> None:
        """Tell of the characters that the reader selected, or no longer when nothing is."""
        annotated = self._marks.annotated(run.paragraph) if run else None
        if run is None or annotated is None:
            self._card.let_go()
            return
        answer = self._look_up.of_run(annotated, pane.script, run.start, run.end)
        if answer is None:
            self._card.let_go()
            return
        around = self._around(pane, run.paragraph, (run.start, run.end))
        self._card.hold(lambda: answer, Spot(around))
        announce(
            self._columns, f"{annotated.text(pane.script)[run.start : run.end]} {answer.aloud}"
        )

    def _on_wanted(self, pane: Pane, mark: Mark) -> None:
        """Pin the card of a word."""
        place = self._marks.place(mark)
        if place is not None and is_told(place.word):
            self._card.let_go()
            ask = partial(self._look_up.of_place, place)
            self._card.want(ask, self._spot(pane, mark), asked_for=True)
            self._card.show_now()
            if not self._card.pinned:
                self._card.change_pinned()

    def _on_key(self, key: Qt.Key) -> None:
        if key is Qt.Key.Key_Escape and not self._card.isVisible():
            self.escaped.emit()
            return
        done = {
            Qt.Key.Key_Escape: self._card.take_away,
            Qt.Key.Key_Backspace: self._card.back,
            Qt.Key.Key_P: self._card.change_pinned,
        }
        done[key]()

    def _on_shift(self) -> None:
        if self._hovered is not None:
            self._card.show_now()


def is_told(word: Word) -> bool:
    """Say whether there is anything to tell about a word."""
    return bool(word.reading or word.entries)

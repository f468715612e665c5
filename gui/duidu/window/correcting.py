"""Correcting a word from the page: the menu of what else it could be, and what follows a choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from duidu.article.model import Paragraph
from duidu.errors import DuiduError
from duidu.language.choice import Piece
from duidu.language.model import Script
from duidu.page.place import WordPlace
from duidu.page.reading_page import ReadingPage
from duidu.page.tongue import tr
from duidu.study.anchor import SourcePlaces
from duidu.study.corrections import Correction, Corrections, PlacedCorrections, Scope
from duidu.study.document import Document, document_of
from duidu.window.loading import OpenArticle

_SCOPES = {
    Scope.HERE: "Only &here",
    Scope.DOCUMENT: "In this &document",
    Scope.ALWAYS: "&Always",
}
_TOLD = {
    Scope.HERE: "{text}: corrected only here.",
    Scope.DOCUMENT: "{text}: corrected in this document.",
    Scope.ALWAYS: "{text}: corrected always.",
}
_WRITE = {
    Script.TRADITIONAL: "Write {form} on the traditional side",
    Script.SIMPLIFIED: "Write {form} on the simplified side",
}
_LONGEST_GLOSS = 40
_LONGEST_NAME = 3


class Correcting(QObject):
    """Offers corrections of the open article's words, keeps what is chosen, and undoes it."""

    changed = Signal(str)  # a sentence about what was done; the page shows it already
    failed = Signal(object)
    list_wanted = Signal()
    menu_made = Signal(QMenu, object)  # the menu of a WordPlace, for others to add to it

    def __init__(self, corrections: Corrections, page: ReadingPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._corrections = corrections
        self._page = page
        self._opened: OpenArticle | None = None
        self._places: SourcePlaces | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._document = Document("", "")
        self._scope = Scope.DOCUMENT
        self._point: QPoint | None = None
        self._undo: list[tuple[list[Correction], Correction | None]] = []
        page.menu_wanted.connect(self.open_menu)

    def show_article(self, opened: OpenArticle) -> None:
        """Let what is kept for an article hold in it."""
        self._opened = opened
        self._places = SourcePlaces(opened.article)
        self._document = document_of(opened.article, opened.source.path)
        self._undo.clear()
        self._place_all()

    def show_section(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Tell which paragraphs are on the page."""
        self._paragraphs = paragraphs

    def lost(self) -> list[Correction]:
        """Give the corrections of the open article whose place is gone."""
        choices = self._opened.annotator.choices if self._opened else None
        return choices.lost if isinstance(choices, PlacedCorrections) else []

    def correct_current(self) -> None:
        """Open the menu at the marked word."""
        place = self._page.current_place
        if place is not None:
            self.open_menu(place, self._page.point_below(place))

    def open_menu(self, place: WordPlace, point: QPoint) -> None:
        """Offer what else a word could be; `point` is on the screen."""
        self._point = point
        menu = self.menu(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)

    def menu(self, place: WordPlace) -> QMenu:
        """Build the menu of a word."""
        menu = QMenu(self._window)
        menu.setAccessibleName(tr("Correct {word}", word=place.word.traditional))
        title = menu.addAction(f"{_source(place)}   {' '.join(place.word.reading)}")
        title.setEnabled(False)
        menu.addSeparator()
        if self._page.has_selection():
            self._add(menu, tr("Cop&y the selection"), self._page.copy)
            menu.addSeparator()
        for offer in (self._offer_readings, self._offer_forms, self._offer_cuts):
            offer(menu, place)
        if self._kept_here(place):
            menu.addSeparator()
            self._add(menu, tr("&Take the correction back"), lambda: self._take_back(place))
        menu.addSeparator()
        group = QActionGroup(menu)
        for scope, name in _SCOPES.items():
            action = menu.addAction(tr(name))
            action.setCheckable(True)
            action.setChecked(scope is self._scope)
            action.triggered.connect(lambda _=False, s=scope: self._choose_scope(s, place))
            group.addAction(action)
        menu.addSeparator()
        self._add(menu, tr("All &corrections…"), self.list_wanted.emit)
        self.menu_made.emit(menu, place)
        return menu

    @property
    def can_undo(self) -> bool:
        """Whether there is a correction to take back."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take the last correction back."""
        if self._undo:
            replaced, added = self._undo.pop()
            self._try(lambda: self._restore(replaced, added), tr("The last correction was undone."))

    def forget(self, correction: Correction) -> None:
        """Remove a correction."""
        self._try(lambda: self._drop(correction), tr("The correction was removed."))

    def refresh(self) -> None:
        """Show what is kept now."""
        self._place_all()
        self._page.refresh()

    def _add(self, menu: QMenu, text: str, then: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: then())
        return action

    def _offer_readings(self, menu: QMenu, place: WordPlace) -> None:
        assert self._opened is not None
        for reading, gloss in self._opened.annotator.alternatives(place.word).readings:
            tail = f"   {_short(gloss)}" if gloss else ""
            piece = Piece(len(_source(place)), reading=reading)
            self._add(
                menu,
                tr("Read {reading}", reading=" ".join(reading)) + tail,
                partial(self._correct, place, [piece], _derived(place)),
            )

    def _offer_forms(self, menu: QMenu, place: WordPlace) -> None:
        assert self._opened is not None
        found = self._opened.annotator.alternatives(place.word)
        other = place.annotated.script.other
        forms = found.traditional if other is Script.TRADITIONAL else found.simplified
        for form in forms:
            if len(form) == len(_derived(place)):
                piece = Piece(len(form), form=form)
                self._add(
                    menu,
                    tr(_WRITE[other], form=form),
                    partial(self._correct, place, [piece], form),
                )

    def _offer_cuts(self, menu: QMenu, place: WordPlace) -> None:
        text = _source(place)
        other = _derived(place)
        for at in range(1, len(text)):
            pieces = [Piece(at), Piece(len(text) - at)]
            self._add(
                menu,
                tr("Cut {first} | {second}", first=text[:at], second=text[at:]),
                partial(self._correct, place, pieces, other),
            )
        words = place.annotated.words
        after = words[place.index + 1] if place.index + 1 < len(words) else None
        if after is not None and after.reading:
            whole = text + after.written(place.annotated.script)
            both = other + after.written(place.annotated.script.other)
            joined, name = [Piece(len(whole))], [Piece(len(whole), name=True)]
            join = tr("Join {first} with {second}", first=text, second=whole[len(text) :])
            self._add(menu, join, partial(self._correct, place, joined, both))
            if len(whole) <= _LONGEST_NAME:
                self._add(
                    menu,
                    tr("{word} is a name", word=whole),
                    partial(self._correct, place, name, both),
                )
        if len(text) > 1:
            name = [Piece(len(text), name=True)]
            self._add(menu, tr("This &is a name"), partial(self._correct, place, name, other))

    def _correct(self, place: WordPlace, pieces: list[Piece], other: str) -> None:
        """Keep a correction of the stretch that begins with a word; `other` is its other side."""
        assert self._places is not None
        paragraph = self._paragraphs[place.paragraph]
        start = place.word.start
        end = start + sum(piece.length for piece in pieces)
        text = paragraph.text[start:end]
        sides = (text, other) if place.annotated.script is Script.TRADITIONAL else (other, text)
        before, after, at = self._places.surroundings(paragraph, start, end)
        is_here = self._scope is Scope.HERE
        correction = Correction(
            self._scope,
            self._document,
            *sides,
            tuple(pieces),
            before if is_here else "",
            after if is_here else "",
            at if is_here else 0,
        )
        told = tr(_TOLD[self._scope], text=text)
        # A wider scope is a choice for one correction: the next one is not meant so by itself.
        self._scope, self._point = Scope.DOCUMENT, None
        self._try(lambda: self._keep(correction), told)

    def _keep(self, correction: Correction) -> None:
        before = self._corrections.all()
        added = self._corrections.add(correction)
        left = {one.id for one in self._corrections.all()}
        self._undo.append(([one for one in before if one.id not in left], added))

    def _restore(self, replaced: list[Correction], added: Correction | None) -> None:
        if added is not None:
            self._corrections.remove(added)
        for one in replaced:
            self._corrections.add(one)

    def _drop(self, correction: Correction) -> None:
        self._corrections.remove(correction)
        self._undo.append(([correction], None))

    def _kept_here(self, place: WordPlace) -> list[Correction]:
        if not place.word.corrected:
            return []
        text, start = _source(place), place.word.start
        paragraph = self._paragraphs[place.paragraph].text
        return [
            one
            for one in self._corrections.of(self._document)
            if _covers(one.text(place.annotated.script), text, paragraph, start)
        ]

    def _take_back(self, place: WordPlace) -> None:
        kept = self._kept_here(place)
        if kept:
            self.forget(kept[-1])

    def _choose_scope(self, scope: Scope, place: WordPlace) -> None:
        """Take a scope for the next choice, and offer the choices again."""
        self._scope = scope
        if self._point is not None:
            point = self._point
            QTimer.singleShot(0, self, lambda: self.open_menu(place, point))

    def _try(self, work: Callable[[], object], told: str) -> None:
        try:
            work()
        except DuiduError as error:
            self.failed.emit(error)
        else:
            self.refresh()
            self.changed.emit(told)

    def _place_all(self) -> None:
        if self._opened is None:
            return
        try:
            kept = self._corrections.of(self._document)
        except DuiduError as error:
            self.failed.emit(error)
            return
        self._opened.annotator.choices = PlacedCorrections(
            self._opened.article, self._opened.annotator.script_of, kept
        )


def _source(place: WordPlace) -> str:
    """Give a word as the loaded side has it."""
    return place.word.written(place.annotated.script)


def _derived(place: WordPlace) -> str:
    """Give a word in the other script."""
    return place.word.written(place.annotated.script.other)


def _covers(corrected: str, word: str, paragraph: str, start: int) -> bool:
    """Tell whether a corrected text stands where a word of it stands."""
    inside = corrected.find(word)
    return inside >= 0 and paragraph[start - inside :].startswith(corrected)


def _short(gloss: str) -> str:
    return gloss if len(gloss) <= _LONGEST_GLOSS else f"{gloss[:_LONGEST_GLOSS].rstrip()}…"

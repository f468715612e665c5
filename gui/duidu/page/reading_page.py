"""The page: one section in two linked columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety, Word
from duidu.language.sentences import sentences
from duidu.page.annotation import SectionAnnotation
from duidu.page.column_view import Mark
from duidu.page.copying import Copying, SentencePlace
from duidu.page.excerpt import CopyAs
from duidu.page.finding import Finding
from duidu.page.fonts import HanziFonts
from duidu.page.furniture_fold import FurnitureFold, unfolded
from duidu.page.hover_card import HoverCard
from duidu.page.linked_panes import LinkedPanes
from duidu.page.looking_up import LookingUp, is_told
from duidu.page.lookup import Entries, LookUp
from duidu.page.marks import Marks
from duidu.page.pane import Pane
from duidu.page.place import WordPlace
from duidu.page.settings import PageSettings
from duidu.page.source_view import SourceView
from duidu.page.spans import Highlight, SourcePoint
from duidu.page.style import page_style
from duidu.page.theme import palette
from duidu.page.walk import following, preceding

# A place that is gone to has so much of the page's height above it.
_UPPER_THIRD = 0.3


class ReadingPage(QWidget):
    """Show a section in both scripts, paragraph beside paragraph, and tell which word is meant."""

    word_hovered = Signal(object)  # WordPlace, or None when the pointer leaves
    current_changed = Signal()  # another word is marked
    word_pinned = Signal(object)  # WordPlace, by click or Enter
    menu_wanted = Signal(object, QPoint)  # WordPlace, and a point on the screen
    first_page_ready = Signal()  # what is on the screen is annotated and painted
    annotated = Signal()  # the whole section is annotated
    failed = Signal(object)  # an exception of the annotation; the page shows that text plain
    shared = Signal(float)  # the share of the width that the reader gave to the first column
    zoom_wanted = Signal(int)  # +1 or -1 steps of the text's size
    escaped = Signal()  # Esc, where no card was to be dismissed
    leaving = Signal()  # the reader is about to go from here to another place of the section
    turn_wanted = Signal(int)  # +1 or -1: to go on past the end, or back past the beginning
    furniture_toggled = Signal(bool)  # the reader folded or unfolded the furniture on the page

    def __init__(
        self,
        fonts: HanziFonts,
        settings: PageSettings,
        entries: Entries = lambda _simplified: (),
        parent: QWidget | None = None,
    ) -> None:
        """Take the look, and what gives the dictionary's entries of a simplified headword."""
        super().__init__(parent)
        self._settings = settings
        self._paragraphs: Sequence[Paragraph] = ()
        self._source, self._variety = Script.TRADITIONAL, Variety.TAIWAN
        self._waiting = False
        self._columns = LinkedPanes(fonts, settings, self)
        self._fold = FurnitureFold(self)
        look_up = LookUp(entries)
        self._card = HoverCard(fonts, look_up, self)
        self._section = SectionAnnotation(self)
        self._marks = Marks(self._columns, self._section, look_up, self)
        self._looking_up = LookingUp(self._columns, self._marks, look_up, self._card, self)
        self._copying = Copying(self._columns, self._section, self._marks)
        self.finding = Finding(
            self._columns, self._section, self._marks, self._walkable, self._jump, self
        )
        self.source_view = SourceView(self._columns, self._section)
        self._arrange()
        self._connect()
        self._dress()

    @property
    def settings(self) -> PageSettings:
        """How the page looks now."""
        return self._settings

    @property
    def current_place(self) -> WordPlace | None:
        """The marked word, or None."""
        return self._marks.place(self._marks.current)

    @property
    def card(self) -> HoverCard:
        """The card of the hovered word."""
        return self._card

    @property
    def columns(self) -> LinkedPanes:
        """Both columns and their scroll bar."""
        return self._columns

    @property
    def fold(self) -> FurnitureFold:
        """The line that folds and unfolds the furniture."""
        return self._fold

    def pane(self, script: Script) -> Pane:
        """Give one column."""
        return self._columns.pane(script)

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
        self._source, self._variety = source, variety
        self._fill(paragraphs, fields)
        self._section.start(paragraphs, annotate)
        self.finding.start()
        self._columns.name_columns(source, variety)
        self._waiting = True
        self._annotate_visible()
        self._section.go_on()
        QTimer.singleShot(0, self._settle)

    def apply(self, settings: PageSettings) -> None:
        """Change the look and keep the place."""
        before, self._settings = self._settings, settings
        if replace(before, card=settings.card) == settings:
            self._card.apply(settings, self._variety)
            return
        self._dress()
        if before.furniture_open != settings.furniture_open:
            self.finding.restart()

    def refresh(self) -> None:
        """Annotate the section anew, since what the reader chose has changed; keep the place."""
        place = self.current_place
        self._marks.clear()
        self._card.dismiss()
        self._section.restart()
        self.finding.restart()
        self._annotate_visible()
        if place is not None:
            words = self._words(place.paragraph)
            same = (i for i, word in enumerate(words) if word.end > place.word.start)
            self._select((place.paragraph, next(same, 0)))

    def clear(self) -> None:
        """Show nothing."""
        self._fill((), ())
        self._section.start((), None)
        self._columns.clear_names()

    def annotated_paragraphs(self) -> list[AnnotatedParagraph | None]:
        """Give the section's paragraphs as far as they are annotated, None for the others."""
        return list(self._section.done)

    def point_below(self, place: WordPlace) -> QPoint:
        """Give the point on the screen just below a word, in the first column."""
        return self._columns.shown()[0].point_below((place.paragraph, place.index))

    def select_place(self, paragraph: int, index: int) -> None:
        """Mark a word and bring it into view; raises IndexError where there is none."""
        if not 0 <= paragraph < len(self._paragraphs):
            raise IndexError(paragraph)
        if not 0 <= index < len(self._words(paragraph)):
            raise IndexError(index)
        self.leaving.emit()
        self._select((paragraph, index))

    def show_place(self, paragraph: int, offset: int) -> None:
        """Bring a code point of the source to the upper third of the page, and mark its word."""
        if paragraph not in self._walkable():
            self._on_fold_clicked()
        self.source_view.show(paragraph, offset, _UPPER_THIRD)
        words = enumerate(self._words(paragraph))
        found = next((index for index, word in words if word.end > offset), None)
        self.mark_word(None if found is None else (paragraph, found))

    def mark_word(self, mark: Mark | None) -> None:
        """Make a word the current one, or none, and leave the page where it is."""
        if mark is None or mark[1] < len(self._words(mark[0])):
            self._marks.put(mark)

    def show_marks(self, highlights: Sequence[Highlight], bookmarks: Sequence[SourcePoint]) -> None:
        """Paint what the reader marked in this section, in place of what was marked before."""
        for pane in self._columns.panes():
            pane.show_marks(highlights, bookmarks)

    def next_word(self) -> None:
        """Mark the next word that has hanzi, over the borders of paragraphs."""
        here = self._marks.current or (self._first_visible(), -1)
        self._go_to(following(here, self._words, self._walkable()))

    def previous_word(self) -> None:
        """Mark the word with hanzi before this one, over the borders of paragraphs."""
        here = self._marks.current or (self._first_visible(), 0)
        self._go_to(preceding(here, self._words, self._walkable()))

    def pin_current(self) -> None:
        """Pin the marked word, as a click on it would; where none is marked, the first one."""
        if self._marks.current is None:
            self.next_word()
        place = self.current_place
        if place is not None:
            self._card.dismiss()
            self.word_pinned.emit(place)

    def has_selection(self) -> bool:
        """Say whether text is selected in a column."""
        return any(pane.textCursor().hasSelection() for pane in self._columns.panes())

    def copy(self, kind: CopyAs = CopyAs.PLAIN) -> None:
        """Copy what is selected in a guise; without a selection, the current sentence."""
        self._copying.copy(kind)

    def sentence(self) -> SentencePlace | None:
        """Give the sentence of the current word, or None."""
        return self._copying.sentence()

    def sentence_text(self) -> str:
        """Give the current sentence as it was loaded; mark the first one where none is marked."""
        if self._marks.current is None:
            self.next_word()
        found = self._copying.sentence()
        if found is None:
            return ""
        words = found.annotated.words[found.start : found.end]
        return "".join(word.written(found.annotated.script) for word in words)

    def step_sentence(self, direction: int) -> bool:
        """Mark the first word of the next sentence, or of the one before; say if there is one."""
        here = self._marks.current or (self._first_visible(), 0)
        walkable = [n for n in self._walkable() if n >= here[0] or direction < 0]
        for number in (
            walkable if direction > 0 else reversed([n for n in walkable if n <= here[0]])
        ):
            words = self._words(number)
            starts = [s for s, end in sentences(words) if any(w.reading for w in words[s:end])]
            ahead = [s for s in starts if number != here[0] or (s - here[1]) * direction > 0]
            if ahead:
                start = ahead[0 if direction > 0 else -1]
                first = next(i for i in range(start, len(words)) if words[i].reading)
                self._select((number, first))
                return True
        return False

    def _arrange(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignHCenter)

    def _connect(self) -> None:
        for pane in self._columns.panes():
            pane.word_clicked.connect(self._on_clicked)
            pane.step_wanted.connect(self._on_step_wanted)
            pane.pin_wanted.connect(self.pin_current)
            pane.zoom_wanted.connect(self.zoom_wanted)
            pane.menu_wanted.connect(self._on_menu_wanted)
            pane.leaving.connect(self.leaving)
            pane.turn_wanted.connect(self.turn_wanted)
        self._looking_up.escaped.connect(self.escaped)
        self._columns.moved.connect(self._on_moved)
        self._columns.shared.connect(self.shared)
        self._card.gone.connect(self._marks.leave)
        self._marks.hovered.connect(self.word_hovered)
        self._section.arrived.connect(self._on_arrived)
        self._section.finished.connect(self._on_finished)
        self._section.failed.connect(self.failed)
        self._fold.clicked.connect(self._on_fold_clicked)

    def _fill(self, paragraphs: Sequence[Paragraph], fields: Sequence[Field]) -> None:
        self._paragraphs = paragraphs
        self._marks.clear()
        self.finding.forget()
        self._section.start((), None)
        self._card.put_away()
        self._columns.fill((), self._variety, ())
        self._apply_to_parts()
        self._columns.fill(paragraphs, self._variety, fields)

    def _dress(self) -> None:
        self.setPalette(palette(self._settings.theme))
        self.setStyleSheet(page_style(self._settings.theme))
        self._apply_to_parts()

    def _apply_to_parts(self) -> None:
        self._card.apply(self._settings, self._variety)
        opened = self._fold.tell(self._paragraphs, self._settings.furniture_open)
        self._columns.apply(replace(self._settings, furniture_open=opened))

    def _words(self, paragraph: int) -> Sequence[Word]:
        self._section.need([paragraph])
        annotated = self._section.done[paragraph]
        return annotated.words if annotated else ()

    def _walkable(self) -> Sequence[int]:
        """Give the paragraphs that are not folded away."""
        return unfolded(self._paragraphs, self._settings.furniture_open)

    def _first_visible(self) -> int:
        return next(iter(self._columns.visible_numbers()), 0)

    def _annotate_visible(self) -> None:
        numbers = self._columns.visible_numbers()
        self._section.need(numbers)
        self._columns.level(numbers)

    def _settle(self) -> None:
        """After the first layout with the window's real size."""
        self._columns.settle()
        if self._waiting:
            self._waiting = False
            for pane in self._columns.shown():
                pane.viewport().repaint()
            self.first_page_ready.emit()

    def _go_to(self, mark: Mark | None) -> None:
        if mark is not None:
            self._select(mark)

    def _jump(self, mark: Mark) -> None:
        """Mark a word that may be far away; the place that is left can be gone back to."""
        self.leaving.emit()
        self._select(mark)

    def _select(self, mark: Mark) -> None:
        self._marks.select(mark, self._source)
        self.current_changed.emit()
        self._looking_up.follow_current()

    def _on_moved(self) -> None:
        self._card.page_moved()
        self._annotate_visible()

    def _on_arrived(self, number: int) -> None:
        annotated = self._section.done[number]
        if annotated is not None:
            self._columns.annotate(number, annotated)

    def _on_finished(self) -> None:
        self._columns.level()
        # What was made level above the page moved it.
        self._columns.settle()
        self.annotated.emit()

    def _on_fold_clicked(self) -> None:
        self.apply(replace(self._settings, furniture_open=not self._settings.furniture_open))
        self.furniture_toggled.emit(self._settings.furniture_open)

    def _on_clicked(self, mark: Mark) -> None:
        place = self._marks.place(mark)
        if place is not None and is_told(place.word):
            self._select(mark)
            self.pin_current()

    def _on_step_wanted(self, direction: int) -> None:
        if direction > 0:
            self.next_word()
        else:
            self.previous_word()
        self._looking_up.tell_current()

    def _on_menu_wanted(self, mark: Mark, point: QPoint) -> None:
        place = self._marks.place(mark)
        if place is not None and place.word.reading:
            self._select(mark)
            self._card.dismiss()
            self.menu_wanted.emit(place, point)

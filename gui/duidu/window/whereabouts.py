"""Where the reader is in the article: coming back there, how much is read, and the ways about."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from duidu.page.reading_page import ReadingPage
from duidu.study.anchor import SourcePlaces
from duidu.study.document import Document, document_of
from duidu.study.memory import KeepingError
from duidu.study.places import LeftAt, Places, Progress, found_again
from duidu.window.actions import Actions
from duidu.window.history import History
from duidu.window.loading import OpenArticle
from duidu.window.reading import Reading
from duidu.window.status import StatusLine

# The place is written down when the page has rested for so many milliseconds.
_REST = 1_500


class _Arrival(Enum):
    """How a place comes onto the page."""

    AT_TOP = auto()
    IN_VIEW = auto()  # with some of the text before it, its word marked
    AT_END = auto()  # the section's end at the foot of the page


@dataclass(frozen=True)
class _View:
    """What was on the page: the code point at its top, and the marked word.

    Paragraphs count over the whole article.
    """

    number: int
    offset: int
    word: tuple[int, int] | None = None


class Whereabouts(QObject):
    """Keeps the place in the open article and moves about in it.

    The parts that need the joined source of the article share the one that is here.
    """

    failed = Signal(object)

    def __init__(
        self,
        places: Places,
        reading: Reading,
        page: ReadingPage,
        status: StatusLine,
        actions: Actions,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._places, self._reading, self._page = places, reading, page
        self._status, self._actions = status, actions
        self._history: History[_View] = History()
        self._is_open = False
        # Whether the page shows where the reader is, and not yet how it is being filled.
        self._ready = False
        self._travelling = False
        self._here = (0, 0)
        self._share = 0.0
        self._wanted: tuple[_View, _Arrival] | None = None
        self._firsts = [0]
        self._kept: LeftAt | None = None
        self._told_failure = False
        self.document = Document("", "")
        self.source: SourcePlaces
        self._progress: Progress
        self._rest = QTimer(self)
        self._connect()

    def _connect(self) -> None:
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.keep)
        self._reading.resume = self._resume
        self._reading.leaving.connect(self._on_section_leaving)
        self._reading.closed.connect(self._on_closed)
        self._page.leaving.connect(self._on_leaving)
        self._page.turn_wanted.connect(self._on_turn_wanted)
        self._page.first_page_ready.connect(self._on_ready)
        self._page.columns.moved.connect(self._on_moved)
        self._page.installEventFilter(self)
        self._actions.connect_all(
            {
                "back": self.back,
                "forward": self.forward,
                "article_start": self.to_start,
                "article_end": self.to_end,
            }
        )

    @property
    def first(self) -> int:
        """The number of the first paragraph of the shown section in the article."""
        return self._firsts[self._reading.section]

    def section_of(self, number: int) -> int:
        """Give the index of the section that holds the paragraph of that number."""
        return bisect_right(self._firsts, number, hi=len(self._firsts) - 1) - 1

    def show_section(self) -> None:
        """Go to where the reader wants to be in the section that the page shows now."""
        self._ready = False
        wanted, self._wanted = self._wanted, None
        self._here = (wanted[0].number, wanted[0].offset) if wanted else (self.first, 0)
        if wanted is not None:
            self._arrive(*wanted)
        self._show_ways()

    def jump(self, number: int, offset: int) -> None:
        """Go to a code point of a paragraph and mark the word there; the way back is kept."""
        self._on_leaving()
        self._go(_View(number, offset), _Arrival.IN_VIEW)

    def back(self) -> None:
        """Go back to where the reader was before the last jump."""
        self._travel(self._history.back(self._view()))

    def forward(self) -> None:
        """Go forward again."""
        self._travel(self._history.forward(self._view()))

    def to_start(self) -> None:
        """Go to the beginning of the article."""
        self._on_leaving()
        self._go(_View(0, 0), _Arrival.AT_TOP)

    def to_end(self) -> None:
        """Go to the end of the article."""
        self._on_leaving()
        self._go(_View(self._firsts[-2], 0), _Arrival.AT_END)

    def keep(self) -> None:
        """Write down where the reader is."""
        self._rest.stop()
        if not self._is_open:
            return
        number, offset = self._here
        place = self.source.place(number, offset)
        top, anchor = self._progress.share(number, offset), self.source.anchor(place, place)
        left = LeftAt(number, offset, max(self._share, top), top, anchor)
        if left == self._kept:
            return
        try:
            self._places.keep(self.document, left)
            self._kept = left
        except KeepingError as error:
            if not self._told_failure:
                self._told_failure = True
                self.failed.emit(error)

    def _resume(self, opened: OpenArticle) -> int | None:
        """Take over an article that is about to be shown; give the section where it was left."""
        self.keep()
        self.source = SourcePlaces(opened.article)
        self.document = document_of(opened.article, opened.source.path)
        self._progress = Progress(self.source.paragraphs)
        sections = opened.article.sections
        self._firsts = [*accumulate((len(one.paragraphs) for one in sections), initial=0)]
        self._history.clear()
        self._is_open, self._told_failure, self._kept = True, False, None
        self._ready, self._wanted, self._share = False, None, 0.0
        try:
            known = self._places.of(self.document)
        except KeepingError:
            # Corrections are in the same file: its fault is told when they are asked for.
            known = None
        found = found_again(known[0], self.source, self._progress, known[1]) if known else None
        if found is None:
            return None
        self._wanted = _View(*found), _Arrival.AT_TOP
        return self.section_of(found[0])

    def _view(self) -> _View:
        place = self._page.current_place
        word = (self.first + place.paragraph, place.index) if place is not None else None
        return _View(*self._here, word)

    def _travel(self, view: _View | None) -> None:
        if view is not None:
            self._go(view, _Arrival.AT_TOP)
        self._show_ways()

    def _go(self, view: _View, arrival: _Arrival) -> None:
        section = self.section_of(view.number)
        if section == self._reading.section:
            self._arrive(view, arrival)
            return
        self._wanted, self._travelling = (view, arrival), True
        self._reading.go_to(section)
        self._travelling = False

    def _arrive(self, view: _View, arrival: _Arrival) -> None:
        paragraph, word = view.number - self.first, view.word
        if arrival is _Arrival.AT_END:
            self._page.source_view.show_end()
        elif arrival is _Arrival.IN_VIEW:
            self._page.show_place(paragraph, view.offset)
        else:
            self._page.source_view.show(paragraph, view.offset)
            self._page.mark_word((word[0] - self.first, word[1]) if word else None)

    def _show_ways(self) -> None:
        self._actions.on("back").setEnabled(self._is_open and self._history.can_go_back)
        self._actions.on("forward").setEnabled(self._is_open and self._history.can_go_forward)

    def _on_leaving(self) -> None:
        if self._is_open and not self._travelling:
            self._history.leave(self._view())
            self._show_ways()

    def _on_section_leaving(self) -> None:
        self._on_leaving()
        self._ready = False

    def _on_turn_wanted(self, way: int) -> None:
        section = self._reading.section + way
        if not 0 <= section < len(self._firsts) - 1:
            return
        self._on_leaving()
        if way < 0:
            self._go(_View(self._firsts[section], 0), _Arrival.AT_END)
        else:
            self._go(_View(self._firsts[section], 0), _Arrival.AT_TOP)

    def _on_ready(self) -> None:
        self._ready = True
        self._on_moved()

    def _on_moved(self) -> None:
        if not self._is_open or not self._ready:
            return
        paragraph, offset = self._page.source_view.top()
        self._here = self.first + paragraph, offset
        paragraph, offset = self._page.source_view.reached()
        self._share = self._progress.share(self.first + paragraph, offset)
        self._status.show_progress(self._share)
        self._rest.start()

    def _on_closed(self) -> None:
        self.keep()
        self._is_open = self._ready = False
        self._wanted = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward with the buttons of the mouse that are made for it."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            ways = {
                Qt.MouseButton.BackButton: self.back,
                Qt.MouseButton.ForwardButton: self.forward,
            }
            if event.button() in ways and self._is_open:
                ways[event.button()]()
                return True
        return super().eventFilter(watched, event)

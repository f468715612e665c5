"""Finding in the section that is shown: what is marked, and the way from hit to hit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from duidu.language.model import Script
from duidu.page.annotation import SLICE, SectionAnnotation
from duidu.page.column_view import Mark
from duidu.page.linked_panes import LinkedPanes
from duidu.page.marks import Marks
from duidu.page.search import Hit, Query, hits

# A place in the section: the paragraph, and a code point of its traditional column.
Place = tuple[int, int]
_BEGINNING: Place = (-1, 0)


class _Then(Enum):
    """What is to be done where there is no hit in the direction that was wanted."""

    REST = "rest"
    WRAP = "wrap"
    TELL = "tell"


class _Want(NamedTuple):
    """A hit that is to become the current one: the first from a place on, or the last before it."""

    place: Place
    backward: bool
    then: _Then


class Finding(QObject):
    """The hits of one section, as far as its paragraphs are annotated.

    Paragraphs are matched when the window is idle, in slices, and none is annotated for it. A step
    is done at once where everything between here and the hit is known, and as soon as it is.
    """

    changed = Signal()  # the number of hits, the current one, or whether all are known
    ran_out = Signal(bool)  # a step found no further hit in the section; True: backward
    restarted = Signal()  # other words, or other paragraphs, are to be searched now

    def __init__(
        self,
        columns: LinkedPanes,
        section: SectionAnnotation,
        marks: Marks,
        walkable: Callable[[], Sequence[int]],
        select: Callable[[Mark], None],
        parent: QObject | None = None,
    ) -> None:
        """Search the paragraphs that `walkable` gives; `select` marks a word and shows it."""
        super().__init__(parent)
        self._columns, self._section, self._marks = columns, section, marks
        self._walkable, self._select = walkable, select
        self._query: Query | None = None
        self._numbers: Sequence[int] = ()
        self._hits: dict[int, list[Hit]] = {}
        self._todo: dict[int, None] = {}
        self._current: tuple[int, Hit] | None = None
        # The current one from before a restart, until its paragraph is matched again.
        self._kept: tuple[int, Hit] | None = None
        self._began: Place = _BEGINNING
        self._want: _Want | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._idle)
        section.arrived.connect(self._on_arrived)
        section.finished.connect(self._on_finished)

    @property
    def query(self) -> Query | None:
        """What is looked for."""
        return self._query

    @property
    def current(self) -> tuple[int, Hit] | None:
        """The hit that stands out, with its paragraph, or None."""
        return self._current

    @property
    def count(self) -> int:
        """How many hits are known."""
        return sum(map(len, self._hits.values()))

    @property
    def number(self) -> int:
        """Which of them is the current one, from 1; 0 where none is."""
        if self._current is None:
            return 0
        number, hit = self._current
        before = sum(len(found) for one, found in self._hits.items() if one < number)
        return before + self._hits[number].index(hit) + 1

    @property
    def complete(self) -> bool:
        """Whether every hit of the section is known."""
        return all(map(self._is_known, self._numbers))

    def look_for(self, query: Query | None, go: bool = True) -> None:
        """Mark every hit, and with `go` show the first one from here on; None marks none."""
        if self._query is None or not self._is_here():
            self._began = self._here()
        self._query = query
        self.start()
        if query is not None and go:
            self._want = _Want(self._began, False, _Then.WRAP)
        # The first slice at once: mostly it is all that there is to do.
        self._idle()

    def step(self, backward: bool) -> None:
        """Go on to the next hit of the section, or to the one before; `ran_out` tells of none."""
        number, offset = self._here()
        past = not backward and self._marks.current is not None
        self._go(_Want((number, offset + past), backward, _Then.TELL))

    def land(self, backward: bool) -> None:
        """Go to the first hit of the section, or backward to the last; `ran_out` tells of none."""
        place = (len(self._section.done), 0) if backward else _BEGINNING
        self._go(_Want(place, backward, _Then.TELL))

    def start(self) -> None:
        """Begin to match the section, as far as it is annotated, the screen before the rest."""
        self.forget()
        if self._query is not None:
            self._numbers = self._walkable()
            wanted = set(self._numbers)
            seen = [number for number in self._columns.visible_numbers() if number in wanted]
            done = self._section.done
            order = (n for n in (*seen, *self._numbers) if done[n] is not None)
            self._todo = dict.fromkeys(order)
            self._timer.start()

    def restart(self) -> None:
        """Find anew: the words may be others now, or other paragraphs folded away."""
        if self._query is not None:
            kept, want = self._current, self._want
            self.start()
            self._kept, self._want = kept, want
            self.changed.emit()
            self.restarted.emit()

    def forget(self) -> None:
        """Forget the hits; what is looked for stays, to be found in the next section."""
        news = list(self._hits)
        self._current = self._kept = self._want = None
        self._numbers, self._hits, self._todo = (), {}, {}
        self._timer.stop()
        self._columns.show_found({}, None, news)

    def _go(self, want: _Want) -> None:
        if self._query is not None:
            self._want = want
            self._resolve()
            self.changed.emit()

    def _is_here(self) -> bool:
        """Say whether the marked word is where the search put it."""
        current = self._current
        return current is not None and self._marks.current == (current[0], current[1].first)

    def _here(self) -> Place:
        """Give where the reader is: at a hit, at the marked word, or at the top of the screen."""
        if self._current is not None and self._is_here():
            return _place(*self._current)
        place = self._marks.place(self._marks.current)
        if place is not None:
            return place.paragraph, place.annotated.span(Script.TRADITIONAL, place.index)[0]
        return next(iter(self._columns.visible_numbers()), 0), 0

    def _is_known(self, number: int) -> bool:
        return self._section.is_settled(number) and number not in self._todo

    def _resolve(self) -> None:
        """Go to the hit that is wanted, if everything before it is known."""
        want = self._want
        if want is None:
            return
        for number in reversed(self._numbers) if want.backward else self._numbers:
            if number > want.place[0] if want.backward else number < want.place[0]:
                continue
            if not self._is_known(number):
                return
            hit = self._first_of(number, want)
            if hit is not None:
                self._reach(number, hit)
                return
        self._want = None
        if want.then is _Then.WRAP:
            self._want = _Want(_BEGINNING, False, _Then.REST)
            self._resolve()
        elif want.then is _Then.TELL:
            self.ran_out.emit(want.backward)

    def _first_of(self, number: int, want: _Want) -> Hit | None:
        found = self._hits.get(number, [])
        if want.backward:
            return next((h for h in reversed(found) if _place(number, h) < want.place), None)
        return next((hit for hit in found if _place(number, hit) >= want.place), None)

    def _reach(self, number: int, hit: Hit) -> None:
        if self._want is not None and self._want.then is _Then.TELL:
            self._began = _place(number, hit)
        self._want = None
        self._current = number, hit
        self._columns.show_found(self._hits, self._current, ())
        self._select((number, hit.first))

    def _match(self, number: int) -> None:
        annotated = self._section.done[number]
        if annotated is None or self._query is None:
            return
        found = self._hits[number] = hits(annotated, self._query)
        if self._kept is not None and self._kept[0] == number and self._kept[1] in found:
            self._current, self._kept = self._kept, None

    def _on_arrived(self, number: int) -> None:
        if self._query is not None and number in self._numbers:
            self._todo[number] = None
            self._timer.start()

    def _on_finished(self) -> None:
        # What could not be annotated has no hits, and is waited for no longer.
        self._resolve()
        self.changed.emit()

    def _idle(self) -> None:
        end, news = perf_counter() + SLICE, []
        while self._todo and perf_counter() < end:
            number = next(iter(self._todo))
            del self._todo[number]
            self._match(number)
            news.append(number)
        if not self._todo:
            self._timer.stop()
        self._columns.show_found(self._hits, self._current, news)
        self._resolve()
        self.changed.emit()


def _place(number: int, hit: Hit) -> Place:
    return number, hit.traditional[0]

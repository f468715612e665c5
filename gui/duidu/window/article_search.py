"""Finding in the whole article: one search over all sections, counted in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from duidu.article.model import Paragraph
from duidu.language.model import Script
from duidu.page.furniture_fold import unfolded
from duidu.page.reading_page import ReadingPage
from duidu.page.search import Query, count_plainly, hits, parse
from duidu.window.jobs import CancelledError, Job, JobPool, Ticket
from duidu.window.loading import OpenArticle
from duidu.window.reading import Reading

if TYPE_CHECKING:
    from duidu.language.annotate import Annotator, Language

# In how many steps progress is told at most.
_STEPS = 100


@dataclass(frozen=True)
class Found:
    """What is known of a search.

    `number` is the current hit among the `here` hits of the section, 0 where none is, and
    `complete` whether these are all. `article` counts the hits of all sections; None: not known.
    `progress` is the share of the article that is counted while that is going on.
    """

    number: int
    here: int
    complete: bool
    sections: int
    article: int | None = None
    progress: float | None = None


class ArticleSearch(QObject):
    """Looks for what the reader types, on the page at once and in the other sections behind it.

    The page finds by itself; this goes on over the borders of sections. How many hits they have is
    counted by one job, those beside the shown one first, and a step waits until it knows enough.
    """

    changed = Signal()  # what `found` tells
    failed = Signal(object)  # an exception of the count

    def __init__(
        self,
        reading: Reading,
        page: ReadingPage,
        jobs: JobPool,
        language: Callable[[], Language],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading, self._page, self._jobs = reading, page, jobs
        self._language = language
        self._query: Query | None = None
        self._counts: dict[int, int] = {}
        self._job: Job[None] | None = None
        self._progress = 0.0
        self._travel: bool | None = None
        self._connect()

    @property
    def found(self) -> Found | None:
        """What is known, or None where nothing is looked for."""
        if self._query is None:
            return None
        finding, sections = self._page.finding, len(self._reading.sections)
        known = len(self._counts) == sections
        return Found(
            finding.number,
            finding.count,
            finding.complete,
            sections,
            sum(self._counts.values()) if known else None,
            self._progress if self._job is not None else None,
        )

    def look_for(self, text: str, go: bool = True) -> None:
        """Look for a text in either script, or for pinyin; nothing ends the search.

        With `go` the page shows the first place from here on; otherwise it stays where it is.
        """
        query = parse(text) if self._reading.article is not None else None
        if query != self._query:
            self._query = query
            self._page.finding.look_for(query, go)
            self._count_anew()
        elif self._job is None and go:
            self._count()
            self.changed.emit()

    def step(self, backward: bool) -> None:
        """Go to the next place, or to the one before, in whichever section it is."""
        if self._query is not None:
            self._travel = None
            self._page.finding.step(backward)

    def stop(self) -> None:
        """Look for nothing, and mark nothing."""
        self.look_for("")

    def cancel_count(self) -> None:
        """Give the count up; what is marked on the page stays."""
        self._travel = None
        self._drop_job()
        self.changed.emit()

    def _connect(self) -> None:
        self._page.finding.changed.connect(self._on_page_changed)
        self._page.finding.ran_out.connect(self._on_ran_out)
        self._page.finding.restarted.connect(self._count_anew)
        # An article counts once it has got the reader's choices, and its page is shown.
        queued = Qt.ConnectionType.QueuedConnection
        self._reading.opened.connect(self._count_anew, queued)
        self._reading.closed.connect(self.stop)

    def _count_anew(self) -> None:
        self._drop_job()
        self._counts.clear()
        self._travel = None
        self._count()
        self._on_page_changed()

    def _count(self) -> None:
        """Count the sections that are not counted yet, those near the shown one first."""
        opened, query = self._reading.article, self._query
        here = self._reading.section
        far = sorted(range(len(self._reading.sections)), key=lambda one: abs(one - here))
        numbers = [number for number in far if number != here and number not in self._counts]
        if opened is None or query is None or not numbers:
            return
        opens = self._page.settings.furniture_open
        parts = {
            number: [paragraphs[n] for n in unfolded(paragraphs, opens)]
            for number in numbers
            for paragraphs in [opened.article.sections[number].paragraphs]
        }
        counts: dict[int, int] = {}
        self._progress = 0.0
        self._job = Job(
            lambda ticket: count_sections(parts, query, opened, self._language, counts, ticket),
            lambda _: self._on_counted(counts),
            self._on_failed,
            lambda done, total: self._on_progress(counts, done, total),
        )
        self._jobs.start(self._job)

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _go_on(self) -> None:
        """Go to the next section with a hit in the direction of travel, when it is known."""
        backward = self._travel
        if backward is None:
            return
        for number in self._ahead(backward):
            if number not in self._counts:
                if self._job is None:
                    self._count()
                return
            if self._counts[number]:
                self._travel = None
                self._reading.go_to(number)
                self._page.finding.land(backward)
                return
        self._travel = None

    def _ahead(self, backward: bool) -> Iterator[int]:
        """Give the sections in the order in which a step meets them, the shown one last."""
        total, here = len(self._reading.sections), self._reading.section
        steps = range(1, total + 1)
        return ((here + (-step if backward else step)) % total for step in steps)

    def _on_page_changed(self) -> None:
        finding = self._page.finding
        if self._query is not None and self._reading.article is not None and finding.complete:
            self._counts[self._reading.section] = finding.count
            self._go_on()
        self.changed.emit()

    def _on_ran_out(self, backward: bool) -> None:
        # The page knows all of this section now: without a hit it is passed by.
        self._on_page_changed()
        self._travel = backward
        self._go_on()

    def _on_progress(self, counts: dict[int, int], done: int, total: int) -> None:
        if total:
            self._progress = done / total
            self._take(counts)

    def _on_counted(self, counts: dict[int, int]) -> None:
        self._job = None
        self._take(counts)

    def _take(self, counts: dict[int, int]) -> None:
        # What the page has found itself is more exact.
        self._counts = {**counts, **self._counts}
        self._go_on()
        self.changed.emit()

    def _on_failed(self, error: Exception) -> None:
        self._job = self._travel = None
        self.changed.emit()
        self.failed.emit(error)


def count_sections(
    parts: Mapping[int, Sequence[Paragraph]],
    query: Query,
    opened: OpenArticle,
    language: Callable[[], Language],
    counts: dict[int, int],
    ticket: Ticket,
) -> None:
    """Count the hits of sections into `counts`, in the order given; a section is in it when done.

    Raises CancelledError.
    """
    # An annotator of its own: the page goes on using the other one.
    annotator = language().annotator(
        opened.article, opened.annotator.script, opened.annotator.variety
    )
    annotator.take_over(opened.annotator)
    total = sum(map(len, parts.values()))
    done = told = 0
    for number, paragraphs in parts.items():
        count = 0
        for paragraph in paragraphs:
            if ticket.cancelled:
                raise CancelledError
            count += count_in(paragraph, query, annotator)
            done += 1
            if done * _STEPS // total > told:
                told = done * _STEPS // total
                ticket.step(done, total)
        counts[number] = count


def count_in(paragraph: Paragraph, query: Query, annotator: Annotator) -> int:
    """Count the hits of one paragraph.

    For hanzi it is searched as it is and as it is converted, which is ten times as fast as looking
    at its words; pinyin and the words of other regions need these.
    """
    # OpenCC is loaded with the language part, which the window does not wait for.
    from duidu.language.script import to_simplified, to_traditional

    if query.pinyin is not None or annotator.regional_words:
        return len(hits(annotator.annotate(paragraph), query))
    derived = annotator.script_of(paragraph) is Script.TRADITIONAL
    convert = to_simplified if derived else to_traditional
    return count_plainly((paragraph.text, convert(paragraph.text, annotator.variety)), query)

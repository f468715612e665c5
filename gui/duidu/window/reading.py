"""What is open: one article and the section that is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from duidu.article.model import Field, Role, Section
from duidu.window.jobs import Job, JobPool
from duidu.window.loading import OpenArticle, Source, open_source

if TYPE_CHECKING:
    from duidu.language.annotate import Language


class Reading(QObject):
    """Opens articles one at a time; what was open stays until the next one is there."""

    opening = Signal(object)  # Source
    progressed = Signal(object, int, int)  # Source, bytes that have come, of all or of 0
    opened = Signal(object)  # OpenArticle
    failed = Signal(object, object)  # Source, Exception
    cancelled = Signal()
    leaving = Signal()  # another section is about to be shown
    section_changed = Signal(int)
    closed = Signal()

    def __init__(
        self, jobs: JobPool, language: Callable[[], Language], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._language = language
        self._job: Job[OpenArticle] | None = None
        self._awaited: Source | None = None
        self._open: OpenArticle | None = None
        self._section = 0
        # Told of what is about to be shown, gives the section where it was left, or None.
        self.resume: Callable[[OpenArticle], int | None] = lambda opened: None

    @property
    def article(self) -> OpenArticle | None:
        """What is open, or None."""
        return self._open

    @property
    def awaited(self) -> Source | None:
        """What is on its way, or None."""
        return self._awaited if self._job is not None else None

    @property
    def section(self) -> int:
        """The index of the section that is shown."""
        return self._section

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of what is open."""
        return self._open.article.sections if self._open else ()

    def warm(self) -> None:
        """Load the language part before it is needed."""
        self._jobs.start(Job(lambda ticket: self._language(), lambda _: None, self._on_warm_failed))

    def open(self, source: Source, section: int | None = None) -> None:
        """Open something where it was left, or at a section, or past the furniture.

        What was on its way before is cancelled.
        """
        self._drop_job()
        self._awaited = source
        self._job = Job(
            lambda ticket: open_source(source, self._language, ticket),
            lambda opened: self._on_opened(opened, section),
            lambda error: self._on_failed(source, error),
            lambda done, whole: self.progressed.emit(source, done, whole),
        )
        self._jobs.start(self._job)
        self.opening.emit(source)

    def reopen(self, **overruled: object) -> None:
        """Open the same again at the same place, with other values for fields of `Source`."""
        if self._open is not None:
            source = replace(self._open.source, **overruled)  # type: ignore[arg-type]
            self.open(source, self._section)

    def take_over(self, other: Reading) -> None:
        """Show what another window has open, at the same place, or open what it was opening."""
        if other.article is not None:
            self._on_opened(other.article, other.section)
        if other.awaited is not None:
            self.open(other.awaited)

    def cancel(self) -> None:
        """Give up what is on its way."""
        if self._job is not None:
            self._drop_job()
            self.cancelled.emit()

    def close(self) -> None:
        """Put the article away."""
        self.cancel()
        self._open = None
        self._section = 0
        self.closed.emit()

    def go_to(self, section: int) -> None:
        """Show another section; out of range nothing happens."""
        if 0 <= section < len(self.sections) and section != self._section:
            self.leaving.emit()
            self._section = section
            self.section_changed.emit(section)

    def fields_here(self) -> list[Field]:
        """Give the byline fields of this section, counted from its first paragraph."""
        if self._open is None:
            return []
        first = sum(len(one.paragraphs) for one in self.sections[: self._section])
        last = first + len(self.sections[self._section].paragraphs)
        return [
            replace(field, paragraph=field.paragraph - first)
            for field in self._open.article.fields
            if first <= field.paragraph < last
        ]

    def _drop_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _on_opened(self, opened: OpenArticle, section: int | None) -> None:
        self._job = None
        left_at = self.resume(opened)
        self._open = opened
        sections = opened.article.sections
        wanted = section if left_at is None else left_at
        if wanted is None:
            wanted = _first_with_text(sections)
        self._section = min(wanted, len(sections) - 1)
        self.opened.emit(opened)
        self.section_changed.emit(self._section)

    def _on_failed(self, source: Source, error: Exception) -> None:
        self._job = None
        self.failed.emit(source, error)

    def _on_warm_failed(self, error: Exception) -> None:
        self.failed.emit(Source(), error)


def _first_with_text(sections: Sequence[Section]) -> int:
    """Give the index of the first section that is not furniture alone, or 0."""
    for index, section in enumerate(sections):
        if any(paragraph.role is not Role.FURNITURE for paragraph in section.paragraphs):
            return index
    return 0

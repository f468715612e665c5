"""Who annotates a section's paragraphs and when: the visible ones at once, the others when idle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from duidu.article.model import Paragraph
from duidu.language.model import AnnotatedParagraph

# An idle slice may take so many seconds before the window gets its turn again.
SLICE = 0.004


class SectionAnnotation(QObject):
    """The annotated paragraphs of one section, as far as they are there."""

    arrived = Signal(int)  # the index of a paragraph that is annotated now
    finished = Signal()
    failed = Signal(object)  # the exception of a paragraph, which stays plain

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paragraphs: Sequence[Paragraph] = ()
        self._annotate: Callable[[Paragraph], AnnotatedParagraph] | None = None
        self._next = 0
        self.done: list[AnnotatedParagraph | None] = []
        self._failed: set[int] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._idle)

    def start(
        self,
        paragraphs: Sequence[Paragraph],
        annotate: Callable[[Paragraph], AnnotatedParagraph] | None,
    ) -> None:
        """Begin a section; nothing is annotated until `need` or until the window is idle."""
        self._paragraphs, self._annotate = paragraphs, annotate
        self.done = [None] * len(paragraphs)
        self._failed.clear()
        self._next = 0
        self._timer.stop()

    def restart(self) -> None:
        """Annotate the same paragraphs anew."""
        self.start(self._paragraphs, self._annotate)
        self.go_on()

    def go_on(self) -> None:
        """Annotate the rest in idle slices."""
        if self._annotate is not None:
            self._timer.start(0)

    def need(self, numbers: Iterable[int]) -> None:
        """Annotate these paragraphs now."""
        for number in numbers:
            self._do(number)

    def is_settled(self, number: int) -> bool:
        """Say whether nothing more is to come for a paragraph: it is annotated, or it failed."""
        return self.done[number] is not None or number in self._failed

    def _do(self, number: int) -> None:
        if self._annotate is None or self.done[number] is not None or number in self._failed:
            return
        try:
            self.done[number] = self._annotate(self._paragraphs[number])
        except Exception as error:
            self._failed.add(number)
            self.failed.emit(error)
        else:
            self.arrived.emit(number)

    def _idle(self) -> None:
        end = perf_counter() + SLICE
        while self._next < len(self._paragraphs):
            self._do(self._next)
            self._next += 1
            if perf_counter() > end:
                return
        self._timer.stop()
        self.finished.emit()

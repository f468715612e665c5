"""Background work as an object: what to do, what on success, what on failure."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")
_log = logging.getLogger(__name__)

# Brings an outcome to the window's thread; gives False where the window is gone.
Deliver = Callable[[Callable[[], None]], bool]


class CancelledError(Exception):
    """The reader no longer wants what this job does."""


class Ticket:
    """What running work holds: it tells how far it is, and learns that it is cancelled."""

    def __init__(self, report: Callable[[int, int], None]) -> None:
        self._report = report
        self._cancelled = Event()

    @property
    def cancelled(self) -> bool:
        """Whether the work should end."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to end at its next step."""
        self._cancelled.set()

    def step(self, done: int, total: int) -> None:
        """Tell how much is done; raises CancelledError where the work should end."""
        if self.cancelled:
            raise CancelledError
        self._report(done, total)


class Job(Generic[T]):
    """One piece of work with its three ends. `work` runs elsewhere, the others in the window.

    After `cancel` none of the three is called; what fails then, or after its window is gone, is
    written to the log.
    """

    def __init__(
        self,
        work: Callable[[Ticket], T],
        on_success: Callable[[T], None],
        on_failure: Callable[[Exception], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._work = work
        self._on_success = on_success
        self._on_failure = on_failure
        self._on_progress = on_progress
        self._deliver: Deliver | None = None
        self.ticket = Ticket(self._report)

    def cancel(self) -> None:
        """Ask the work to end and keep its outcome away from the window."""
        self.ticket.cancel()

    def run(self, deliver: Deliver) -> None:
        """Do the work in this thread and hand the outcome over through `deliver`."""
        self._deliver = deliver
        try:
            self.ticket.step(0, 0)
            result = self._work(self.ticket)
        except CancelledError:
            return
        except Exception as error:
            self._fail(error, deliver)
        else:
            deliver(lambda: self._succeed(result))

    def _report(self, done: int, total: int) -> None:
        if self._on_progress is not None and self._deliver is not None:
            self._deliver(lambda: self._progress(done, total))

    def _progress(self, done: int, total: int) -> None:
        if self._on_progress is not None and not self.ticket.cancelled:
            self._on_progress(done, total)

    def _succeed(self, result: T) -> None:
        if not self.ticket.cancelled:
            self._on_success(result)

    def _fail(self, error: Exception, deliver: Deliver) -> None:
        if self.ticket.cancelled:
            _log.info("failed after it was cancelled", exc_info=error)
        elif not deliver(lambda: self._tell_failure(error)):
            _log.error("failed after its window was gone", exc_info=error)

    def _tell_failure(self, error: Exception) -> None:
        if self.ticket.cancelled:
            _log.info("failed after it was cancelled", exc_info=error)
        else:
            self._on_failure(error)


class JobPool(QObject):
    """Runs jobs on threads of its own. Call `drain` before the window goes."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads = QThreadPool()
        self._jobs: set[Job[object]] = set()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether work is running or an outcome is still on its way."""
        return bool(self._jobs)

    def start(self, job: Job[T]) -> Job[T]:
        """Run a job as soon as a thread is free."""
        self._jobs.add(job)  # type: ignore[arg-type]
        self._threads.start(_Run(job, self._send))  # type: ignore[arg-type]
        return job

    def drain(self, milliseconds: int = 10_000) -> bool:
        """Cancel everything and wait; say whether all threads ended in time."""
        for job in self._jobs:
            job.cancel()
        self._threads.clear()
        return self._threads.waitForDone(milliseconds)

    def _send(self, job: Job[object], outcome: Callable[[], None] | None) -> bool:
        try:
            self._arrived.emit((job, outcome))
        except RuntimeError:
            # The pool's C++ half is gone: nobody is left to tell.
            _log.info("the outcome of a job came after its window was gone")
            return False
        return True

    @Slot(object)
    def _on_arrived(self, arrival: tuple[Job[object], Callable[[], None] | None]) -> None:
        job, outcome = arrival
        if outcome is None:
            self._jobs.discard(job)
        else:
            outcome()


class _Run(QRunnable):
    """A job on its way through a thread."""

    def __init__(
        self, job: Job[object], send: Callable[[Job[object], Callable[[], None] | None], bool]
    ) -> None:
        super().__init__()
        self._job = job
        self._send = send

    def run(self) -> None:
        """Do the work (Qt's own name)."""
        self._job.run(lambda outcome: self._send(self._job, outcome))
        self._send(self._job, None)

"""A picture of the window, taken when its first page is ready."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QObject, QTimer

from duidu.article.model import Role
from duidu.errors import DuiduError
from duidu.language.model import AnnotatedParagraph
from duidu.window.loading import Source
from duidu.window.main_window import MainWindow
from duidu.window.message_bar import sentence_for

# A picture that is not ready after this time, in milliseconds, never will be.
_LONGEST_WAIT = 120_000


class ScreenshotError(DuiduError):
    """The picture could not be taken."""


class Screenshot(QObject):
    """Opens what is asked for, waits for the page, and saves the window as a picture."""

    def __init__(self, window: MainWindow, target: Path) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._loop = QEventLoop(self)
        self._failure: BaseException | None = None
        self._awaited = {"first page", "section"}

    def take(self, source: Source | None) -> int:
        """Take the picture and give the exit code; raises DuiduError."""
        self._window.show()
        if source is not None:
            self._open(source)
        self._settle()
        self._pin_a_word()
        self._settle()
        self._raise_failure()
        saved = self._window.grab().save(str(self._target), "PNG")
        self._window.close()
        if not saved:
            raise ScreenshotError(
                "The picture {name} could not be written.", name=self._target.name
            )
        return 0

    def _open(self, source: Source) -> None:
        self._window.reading.failed.connect(self._on_failed)
        self._window.page.first_page_ready.connect(lambda: self._on_ready("first page"))
        self._window.page.annotated.connect(lambda: self._on_ready("section"))
        QTimer.singleShot(_LONGEST_WAIT, self._loop.quit)
        self._window.open_source(source)
        self._loop.exec()
        self._raise_failure()
        if self._awaited:
            self._window.close()
            raise ScreenshotError("{name} was not ready in time for a picture.", name=source.name)

    def on_fault(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Take a fault in a slot, which Qt would only print."""
        self._failure = error
        self._loop.quit()

    def _raise_failure(self) -> None:
        if self._failure is not None:
            self._window.close()
            raise ScreenshotError(sentence_for(self._failure)) from self._failure

    def _settle(self) -> None:
        """Let the layout and the painting that are under way come to their end."""
        loop = QEventLoop(self)
        QTimer.singleShot(50, loop.quit)
        loop.exec()

    def _pin_a_word(self) -> None:
        """Pin a word of the text, so that the picture shows what the glossary is for."""
        for number, annotated in enumerate(self._window.page.annotated_paragraphs()):
            index = _telling_word(annotated)
            if index is not None:
                self._window.page.select_place(number, index)
                self._window.page.pin_current()
                return

    def _on_ready(self, part: str) -> None:
        self._awaited.discard(part)
        if not self._awaited:
            self._loop.quit()

    def _on_failed(self, source: Source, error: Exception) -> None:
        self._failure = error
        self._loop.quit()


def _telling_word(annotated: AnnotatedParagraph | None) -> int | None:
    """Give the first word of body text with several characters that the dictionary has."""
    if annotated is None or annotated.role is not Role.BODY:
        return None
    words = enumerate(annotated.words)
    return next((n for n, word in words if word.entries and len(word.reading) > 1), None)

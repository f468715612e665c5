"""Reading aloud with the system's Chinese voice. QtTextToSpeech is imported here alone.

It is part of PySide6-Addons, an optional extra; without it, and without a Chinese voice, the reader
is told so in plain words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QLocale, QObject, Signal

from duidu.errors import DuiduError
from duidu.language.model import Variety

_MISSING = "Reading aloud needs an extra: pip install 'duidu[speech]'."
_NO_VOICE = "This system has no Chinese voice to read aloud with."


class SpeechError(DuiduError):
    """There is nothing to read aloud with."""


class Voice(Protocol):
    """What can say a text: `said` is called when it has, or when it was stopped."""

    def say(self, text: str, said: Callable[[], None]) -> None:
        """Begin to say a text."""

    def stop(self) -> None:
        """Fall silent."""


class SystemVoice:
    """The system's voice for Chinese, as Qt gives it; raises SpeechError where there is none."""

    def __init__(self, variety: Variety, parent: QObject) -> None:
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech
        except ImportError as error:
            raise SpeechError(_MISSING) from error
        self._ready = QTextToSpeech.State.Ready
        self._engine: Any = QTextToSpeech(parent)
        locale = _locale(self._engine.availableLocales(), variety)
        if self._engine.state() is QTextToSpeech.State.Error or locale is None:
            raise SpeechError(_NO_VOICE)
        self._engine.setLocale(locale)
        self._said: Callable[[], None] | None = None
        self._engine.stateChanged.connect(self._on_state)

    def say(self, text: str, said: Callable[[], None]) -> None:
        """Begin to say a text."""
        self._said = said
        self._engine.say(text)

    def stop(self) -> None:
        """Fall silent."""
        self._said = None
        self._engine.stop()

    def _on_state(self, state: object) -> None:
        if state is self._ready and self._said is not None:
            said, self._said = self._said, None
            said()


def _locale(known: list[QLocale], variety: Variety) -> QLocale | None:
    """Give the locale of Mandarin that fits a variety best, or None."""
    mandarin = [one for one in known if one.language() is QLocale.Language.Chinese]
    wanted = QLocale.Country.Taiwan if variety is Variety.TAIWAN else QLocale.Country.China
    return next((one for one in mandarin if one.territory() is wanted), next(iter(mandarin), None))


class Speech(QObject):
    """Says a word, a sentence, or one sentence after the other until it is stopped.

    `page` gives the text of the current sentence and moves on to the next one.
    """

    changed = Signal(bool)  # whether it is speaking on and on
    failed = Signal(object)  # SpeechError

    def __init__(
        self,
        page: SpokenPage,
        make_voice: Callable[[], Voice],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._page, self._make_voice = page, make_voice
        self._voice: Voice | None = None
        self._goes_on = False

    @property
    def goes_on(self) -> bool:
        """Whether one sentence after the other is read aloud."""
        return self._goes_on

    def say(self, text: str) -> None:
        """Say a text instead of what is being said."""
        self.stop()
        self._say(text, lambda: None)

    def read_on(self) -> None:
        """Read aloud from the current sentence on, or stop."""
        if self._goes_on:
            self.stop()
            return
        self._goes_on = True
        self.changed.emit(True)
        self._read_sentence()

    def stop(self) -> None:
        """Fall silent."""
        if self._voice is not None:
            self._voice.stop()
        if self._goes_on:
            self._goes_on = False
            self.changed.emit(False)

    def _read_sentence(self) -> None:
        self._say(self._page.sentence_text(), self._on_said)

    def _on_said(self) -> None:
        if self._goes_on and self._page.step_sentence(1):
            self._read_sentence()
        else:
            self.stop()

    def _say(self, text: str, said: Callable[[], None]) -> None:
        try:
            if self._voice is None:
                self._voice = self._make_voice()
            self._voice.say(text, said)
        except SpeechError as error:
            self.stop()
            self.failed.emit(error)


class SpokenPage(Protocol):
    """What is read aloud."""

    def sentence_text(self) -> str:
        """Give the current sentence as it was loaded; mark one where none is marked."""

    def step_sentence(self, direction: int) -> bool:
        """Mark the next sentence, or the one before; say whether there is one."""

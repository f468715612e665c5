"""What is done with the current sentence: shown word by word, read aloud, copied."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from duidu.language.model import Variety
from duidu.page.excerpt import CopyAs
from duidu.page.reading_page import ReadingPage
from duidu.window.actions import Actions
from duidu.window.reading import Reading
from duidu.window.sentence_bar import SentenceBar
from duidu.window.speech import Speech, SystemVoice, Voice


class Sentences(QObject):
    """Binds the page with the strip of the sentence and with the voice."""

    failed = Signal(object)  # SpeechError

    def __init__(
        self,
        reading: Reading,
        page: ReadingPage,
        bar: SentenceBar,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._reading, self._page, self._bar = reading, page, bar
        self._wanted = actions.on("sentence")
        self.speech = Speech(page, self._make_voice, self)
        self._connect(actions)

    def _connect(self, actions: Actions) -> None:
        actions.connect_all(
            {
                "copy": self._page.copy,
                "copy_other_script": lambda: self._page.copy(CopyAs.OTHER_SCRIPT),
                "copy_with_readings": lambda: self._page.copy(CopyAs.WITH_READINGS),
                "copy_words": lambda: self._page.copy(CopyAs.WORDS),
                "next_sentence": lambda: self._page.step_sentence(1),
                "previous_sentence": lambda: self._page.step_sentence(-1),
                "speak_word": self._say_word,
                "speak_sentence": lambda: self.speech.say(self._page.sentence_text()),
                "read_aloud": self.speech.read_on,
            }
        )
        self._wanted.toggled.connect(self._show)
        self._page.current_changed.connect(self._show)
        self._bar.copy_wanted.connect(self._page.copy)
        self._bar.closed.connect(self._wanted.trigger)
        self._reading.closed.connect(self._show)
        self._reading.closed.connect(self.speech.stop)
        self._reading.section_changed.connect(self._show)
        self.speech.changed.connect(actions.on("read_aloud").setChecked)
        self.speech.failed.connect(self.failed)

    def _show(self) -> None:
        """Show the sentence of the current word, if the strip is wanted."""
        opened, found = self._reading.article, self._page.sentence()
        if opened is not None and found is not None:
            self._bar.show_sentence(found, opened.annotator.variety)
        shown = opened is not None and found is not None and self._wanted.isChecked()
        self._bar.setVisible(shown)

    def _make_voice(self) -> Voice:
        opened = self._reading.article
        return SystemVoice(opened.annotator.variety if opened else Variety.TAIWAN, self)

    def _say_word(self) -> None:
        place = self._page.current_place
        if place is not None:
            self.speech.say(place.word.written(place.annotated.script))

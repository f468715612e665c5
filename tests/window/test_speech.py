import pytest
from PySide6.QtCore import QLocale

from duidu.language.model import Variety
from duidu.window.speech import Speech, SpeechError, _locale


class StandIn:
    """A voice that says a text when the test tells it to."""

    def __init__(self):
        self.texts, self.said, self.stopped = [], None, 0

    def say(self, text, said):
        self.texts.append(text)
        self.said = said

    def stop(self):
        self.stopped += 1


class Page:
    def __init__(self, *sentences):
        self.sentences, self.at = sentences, 0

    def sentence_text(self):
        return self.sentences[self.at]

    def step_sentence(self, direction):
        if self.at + direction >= len(self.sentences):
            return False
        self.at += direction
        return True


@pytest.fixture
def parts(application):
    voice = StandIn()
    return Speech(Page("一。", "二。"), lambda: voice), voice


def test_one_sentence_after_the_other_is_said_until_the_end(parts):
    speech, voice = parts
    told = []
    speech.changed.connect(told.append)
    speech.read_on()
    voice.said()
    voice.said()
    assert voice.texts == ["一。", "二。"]
    assert told == [True, False] and not speech.goes_on


def test_reading_on_can_be_stopped_and_a_word_interrupts_it(parts):
    speech, voice = parts
    speech.read_on()
    speech.say("词")
    assert voice.texts == ["一。", "词"] and not speech.goes_on
    speech.read_on()
    speech.read_on()
    assert not speech.goes_on
    voice.said()
    assert voice.texts == ["一。", "词", "一。"]


def test_a_missing_voice_is_said_plainly(application):
    def none():
        raise SpeechError("This system has no Chinese voice to read aloud with.")

    speech, failures = Speech(Page("一。"), none), []
    speech.failed.connect(failures.append)
    speech.read_on()
    assert not speech.goes_on
    assert str(failures[0]) == "This system has no Chinese voice to read aloud with."


def test_the_voice_of_the_region_is_taken_before_others():
    known = [QLocale("en_US"), QLocale("zh_CN"), QLocale("zh_TW")]
    assert _locale(known, Variety.TAIWAN).name() == "zh_TW"
    assert _locale(known, Variety.MAINLAND).name() == "zh_CN"
    assert _locale(known[:2], Variety.TAIWAN).name() == "zh_CN"
    assert _locale(known[:1], Variety.TAIWAN) is None


def test_the_window_says_that_it_has_no_voice(window, open_file, article_file, monkeypatch):
    def none(*_):
        raise SpeechError("This system has no Chinese voice to read aloud with.")

    monkeypatch.setattr("duidu.window.sentences.SystemVoice", none)
    open_file(article_file)
    window.actions_by_name.on("read_aloud").trigger()
    assert "no Chinese voice" in window.message.text
    assert not window.actions_by_name.on("read_aloud").isChecked()

import sys

import pytest

from duidu.app import build_window
from duidu.article.model import Role
from duidu.dictionary.store import Dictionary
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.page.fonts import HanziFonts
from duidu.window.loading import Source
from duidu.window.preferences import PreferenceStore, ThemeChoice
from tests.catalogues import TRANSLATIONS

TEXT = """海邊的早晨

天還沒亮，漁夫的頭髮已經濕了。他發現船上只有三隻貓。
「你們從哪裡來？」他問。貓不說話，只看著遠方的燈光。

版權所有，未經授權請勿轉載。
"""


@pytest.fixture(autouse=True)
def slot_faults(monkeypatch):
    """Fail the test for an exception in a slot, which Qt would only print."""
    faults = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: faults.append(error))
    yield
    assert faults == []


@pytest.fixture(scope="session")
def dictionary():
    return Dictionary()


@pytest.fixture(scope="session")
def fonts(application):
    return HanziFonts()


@pytest.fixture
def article_file(tmp_path):
    path = tmp_path / "早晨.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def store(tmp_path, application):
    return PreferenceStore(tmp_path / "duidu.ini")


@pytest.fixture(autouse=True)
def own_translations(monkeypatch):
    """Read the catalogues of this source tree, wherever the program is installed from."""
    monkeypatch.setattr("duidu.window.tongues.translations_folder", lambda: TRANSLATIONS)


@pytest.fixture
def window(application, store, spin):
    window = build_window(store, ThemeChoice.LIGHT)
    window.resize(1100, 700)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    spin(1)


@pytest.fixture
def open_file(window, spin):
    """Open a file in the window and wait until it is annotated, or until it failed."""

    def run(path, **overruled):
        ends = []
        window.page.annotated.connect(lambda: ends.append("annotated"))
        window.reading.failed.connect(lambda *_: ends.append("failed"))
        window.open_source(Source(path, **overruled))
        spin(until=lambda: ends)
        spin(5)
        return ends[0]

    return run


def annotated(*words, script=Script.TRADITIONAL):
    """Make a paragraph of words given as (traditional, simplified, reading[, guesses])."""
    made, start = [], 0
    for traditional, simplified, reading, *guessed in words:
        end = start + len(traditional)
        made.append(
            Word(start, end, traditional, simplified, tuple(reading.split()), "", 1, tuple(guessed))
        )
        start = end
    source = "".join(word[0] if script is Script.TRADITIONAL else word[1] for word in words)
    return AnnotatedParagraph(source, Role.BODY, script, tuple(made))

"""The window in Chinese: no word of English is left, and what was read is still there."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QDockWidget,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTableWidget,
    QTextBrowser,
    QToolBar,
    QWidget,
)

from duidu.app import Windows
from duidu.article.errors import BinaryError, EmptyError, TooLargeError, UnreadableFileError
from duidu.errors import DuiduError, Term
from duidu.language.model import Guess, Script
from duidu.language.reasons import Because, Reason, Reasons
from duidu.page.card_text import CardText
from duidu.page.lookup import FROM, Answer
from duidu.page.settings import PageSettings
from duidu.page.tongue import Tongue, tr
from duidu.window.actions import COMMANDS
from duidu.window.article_search import Found
from duidu.window.find_bar import sentence_for as found_sentence
from duidu.window.loading import Source
from duidu.window.message_bar import sentence_for
from duidu.window.notes import notes_on
from duidu.window.preferences import PreferenceStore, ThemeChoice, TongueChoice
from tests.window.conftest import annotated

CHINESE = (TongueChoice.SIMPLIFIED, TongueChoice.TRADITIONAL)
# What is called so in every language.
NAMES = {
    *("Duidu", "HSK", "HTML", "JSON", "Lines", "UTF", "Unicode", "GB", "GBK", "Big", "HKSCS", "HZ"),
    *("OpenCC", "Pleco", "MDBG", "Hanping", "Dummitt", "pt", "json", "txt", "html", "htm", "xhtml"),
    *("English", "Speak", "MIT", "Apache", "BSD", "LGPL", "SIL", "Open", "Font", "License", "CC"),
    *("CEDICT", "BY", "SA", "jieba", "opencc", "python", "reimplemented", "pypinyin", "Noto"),
    *("Sans", "CJK", "Qt", "for", "Python", "lxml", "trafilatura", "charset", "normalizer"),
    *("platformdirs", "https", "creativecommons", "org", "licenses", "by", "sa", "www", "mdbg"),
    *("net", "chinese", "dictionary", "page", "cc", "cedict"),
    # Qt's own, on buttons that the title of the glossary takes the place of.
    "Dock",
}
KEYS = {
    *("Ctrl", "Shift", "Alt", "Enter", "Esc", "Space", "Home", "End", "PgUp", "PgDown", "Tab"),
    *("Backspace", "Del"),
}
LATIN = re.compile(r"[A-Za-z]{2,}")
# Pinyin is Latin and is no English.
TONED = re.compile(r"\b[a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]*\b")


def english(text):
    """Give the words of a text that are English."""
    plain = TONED.sub("", re.sub(r"<[^>]+>", " ", text))
    return [word for word in LATIN.findall(plain) if word not in NAMES | KEYS]


def said(widget):
    """Give everything that a widget and what is in it says, with tool tips and names."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield from (one.toolTip(), one.statusTip(), one.windowTitle())
        yield from (one.accessibleName(), one.accessibleDescription())
        yield from _own_texts(one)
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.iconText(), action.toolTip(), action.statusTip())


def _own_texts(one):
    if isinstance(one, QLabel | QAbstractButton | QAbstractSpinBox):
        yield one.text()
    elif isinstance(one, QMenu | QGroupBox | QDockWidget | QToolBar):
        yield one.title() if not isinstance(one, QToolBar | QDockWidget) else one.windowTitle()
    elif isinstance(one, QComboBox):
        yield from (one.itemText(index) for index in range(one.count()))
    elif isinstance(one, QLineEdit | QPlainTextEdit):
        yield one.placeholderText()
    elif isinstance(one, QListWidget):
        yield from (one.item(row).text() for row in range(one.count()))
    elif isinstance(one, QTableWidget):
        for column in range(one.columnCount()):
            yield one.horizontalHeaderItem(column).text()
            items = (one.item(row, column) for row in range(one.rowCount()))
            for item in filter(None, items):
                yield from (item.text(), item.toolTip())
    elif isinstance(one, QTextBrowser) and one.objectName() == "sheet":
        yield one.toPlainText()


def foreign(widget):
    """Give what is English in what a widget says; the paths of files are not."""
    found = {text: english(text) for text in said(widget)}
    return {text: words for text, words in found.items() if words and not _is_file(text)}


def _is_file(text):
    return Path(text).is_absolute() and Path(text).is_file()


@pytest.fixture
def reader(application, spin, request):
    """Give the windows of a reader who chose a language; at the end English is spoken again."""
    store = PreferenceStore()
    store.update(interface=request.param)
    windows = Windows(store, ThemeChoice.LIGHT, None)
    window = windows.open(ThemeChoice.LIGHT)
    window.resize(1100, 700)
    window.show()
    yield window
    window.close()
    window.deleteLater()
    store.update(interface=TongueChoice.ENGLISH)
    spin(5)
    assert QCoreApplication.translate("duidu", "&File") == "&File"


in_both = pytest.mark.parametrize("reader", CHINESE, indirect=True)


@pytest.fixture
def opened(reader, article_file, spin):
    done = []
    reader.page.annotated.connect(lambda: done.append(True))
    reader.open_source(Source(article_file))
    spin(until=lambda: done)
    spin(20)
    return reader


@in_both
def test_the_window_has_no_english(opened, article_file):
    opened.page.next_word()
    opened.page.pin_current()
    opened.actions_by_name.on("sentence").trigger()
    opened.find_bar.open()
    opened.message.show_progress(tr("Opening {name} …", name="貓"), lambda: None)
    found = foreign(opened)
    # The glosses of the sentence are the dictionary's.
    found.pop(opened.sentence.view.accessibleDescription(), None)
    assert found == {}
    assert foreign(opened.welcome) == {}


@in_both
@pytest.mark.parametrize(
    "action", ["page_settings", "change_keys", "keys", "about", "export", "corrections", "marks"]
)
def test_no_dialog_has_english(opened, action, spin):
    opened.page.next_word()
    opened.marking.change_highlight()
    opened.marking.change_bookmark()
    opened.actions_by_name.on(action).trigger()
    dialogs = [one for one in opened.findChildren(QDialog) if one.isVisible()]
    assert len(dialogs) == 1
    assert foreign(dialogs[0]) == {}
    dialogs[0].close()
    spin(1)


@in_both
def test_the_small_dialogs_and_the_menu_of_a_word_have_no_english(opened, spin):
    opened.page.next_word()
    opened.marking.edit_note()
    note = next(one for one in opened.findChildren(QDialog) if one.isVisible())
    assert foreign(note) == {}
    note.field.setPlainText("記下")
    note.accept()
    opened.marking.change_highlight()
    question = next(one for one in opened.findChildren(QMessageBox) if one.isVisible())
    assert foreign(question) == {} and not english(question.text())
    question.close()
    sections = opened.section_bar.section_list()
    assert foreign(sections) == {}
    menu = opened.correcting.menu(opened.page.current_place)
    shown = [action.text() for action in menu.actions()]
    shown += [one.text() for sub in menu.findChildren(QMenu) for one in sub.actions()]
    # Behind three spaces there is a gloss of the dictionary's.
    assert [text for text in shown if english(text.partition("   ")[0])] == []
    menu.deleteLater()
    spin(1)


@pytest.mark.parametrize("reader", [*CHINESE, TongueChoice.ENGLISH], indirect=True)
def test_no_two_entries_of_a_menu_have_the_same_letter(opened):
    opened.page.next_word()
    menus = [*opened.findChildren(QMenu), opened.correcting.menu(opened.page.current_place)]
    bar = [action.text() for action in opened.menuBar().actions()]
    entries = [[action.text() for action in menu.actions()] for menu in menus]
    recent = [action.text() for action in opened.entrance.recent_menu.actions()]
    for texts in [bar, *(each for each in entries if each != recent)]:
        letters = [match.upper() for text in texts for match in re.findall(r"&(\w)", text)]
        assert len(letters) == len(set(letters)), texts


@in_both
def test_keys_stay_the_same(reader):
    for command in COMMANDS:
        keys = [key.toString() for key in reader.actions_by_name.on(command.name).shortcuts()]
        assert set(command.keys) <= {key.replace("Enter", "Return") for key in keys}, command.name


@in_both
def test_failures_are_told_in_the_language_of_the_window(reader, tmp_path, spin):
    told = []
    reader.reading.failed.connect(lambda *_: told.append(True))
    reader.open_source(Source(tmp_path / "missing.txt"))
    spin(until=lambda: told)
    assert reader.message.text == "missing.txt 不存在。"
    for error in (
        EmptyError(""),
        BinaryError("a.bin", "a PDF file"),
        TooLargeError("a.txt", 64 << 20),
        UnreadableFileError("a.txt", "Permission denied"),
        MemoryError(),
    ):
        assert not set(english(sentence_for(error))) - {"bin", "PDF", "txt", "MiB"}


@in_both
def test_a_file_that_is_called_like_a_command_keeps_its_name(reader):
    assert "Open" in sentence_for(DuiduError("{name} is empty.", name="Open"))
    pasted = sentence_for(DuiduError("{name} is empty.", name=Term("Pasted text")))
    assert english(pasted) == []


@in_both
def test_what_was_guessed_is_told_in_chinese(reader, dictionary, fonts):
    paragraph = annotated(("發現", "发现", "fā xiàn", *Guess))
    word = paragraph.words[0]
    for because in Because:
        reason = Reason(because, "船")
        reasons = Reasons(reason, reason, ("髮現",), (("fà", "xiàn"),))
        for guessed in ((), tuple(Guess)):
            for note in notes_on(word._replace(guessed=guessed), Script.SIMPLIFIED, dictionary):
                assert english(note) == []
            one = word._replace(guessed=guessed)
            for note in notes_on(one, Script.SIMPLIFIED, dictionary, reasons):
                assert english(note) == [] and "{" not in note
    answer = Answer("發現", "发现", "fā xiàn", heading=FROM, at="現", word=word, meant="見")
    assert english(CardText(PageSettings(), fonts).body(answer)) == []
    assert foreign(reader.page.card) == {}


@in_both
def test_what_is_found_is_told_in_chinese(reader):
    for here, number, article, progress, sections in (
        (0, 0, 0, None, 1), (3, 2, 9, None, 4), (3, 0, None, 0.5, 4), (0, 0, 0, None, 3),
    ):  # fmt: skip
        for complete in (True, False):
            found = Found(
                here=here, number=number, complete=complete,
                article=article, progress=progress, sections=sections,
            )  # fmt: skip
            assert english(found_sentence(found)) == []


@pytest.mark.parametrize(
    ("system", "tongue"),
    [
        (["zh-Hant-TW", "zh-TW", "zh"], Tongue.TRADITIONAL),
        (["zh-HK"], Tongue.TRADITIONAL),
        (["zh_MO"], Tongue.TRADITIONAL),
        (["zh-Hans-CN", "zh-CN", "zh"], Tongue.SIMPLIFIED),
        (["zh-Hans-HK"], Tongue.SIMPLIFIED),
        (["zh"], Tongue.SIMPLIFIED),
        (["fr-FR", "fr", "zh-TW"], Tongue.TRADITIONAL),
        (["en-GB", "zh-CN"], Tongue.ENGLISH),
        (["C"], Tongue.ENGLISH),
        ([], Tongue.ENGLISH),
    ],
)
def test_the_language_of_the_desktop_is_followed(system, tongue):
    assert TongueChoice.SYSTEM.tongue(system) is tongue
    assert TongueChoice.TRADITIONAL.tongue(system) is Tongue.TRADITIONAL

"""The window driven as a person would: with the mouse and the keyboard alone."""

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from duidu.language.model import Script
from duidu.page.theme import DARK
from duidu.window.about import Sheet
from duidu.window.export_dialog import ExportDialog
from tests.window.test_glossary_text import parsed

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sample(window, spin):
    """Open the first sample from the welcome, with a click."""
    buttons = window.welcome.findChildren(QPushButton)
    button = next(one for one in buttons if one.text() == "Morning market")
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    spin(until=lambda: done)
    spin(30)
    return window


def place_of(window, form):
    """Find paragraph and index of a word that is on the screen."""
    for number, annotated in enumerate(window.page.annotated_paragraphs()):
        for index, word in enumerate(annotated.words):
            if word.traditional == form:
                return number, index
    raise AssertionError(f"{form} is not in the text")


def point_of(window, script, place):
    return window.page.pane(script).rects_of(place)[0].center().toPoint()


def keys(window):
    return QApplication.focusWidget() or window


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(keys(window), key, modifier)


def test_read_look_up_and_take_away(sample, spin, tmp_path):
    window, page = sample, sample.page
    # Hover a word in the derived column.
    place = place_of(window, "市場")
    pane = page.pane(Script.SIMPLIFIED)
    QTest.mouseMove(pane.viewport(), QPoint(1, 1))
    QTest.mouseMove(pane.viewport(), point_of(window, Script.SIMPLIFIED, place))
    spin(until=page.card.isVisible)
    assert "市场" in page.card.text and "shì chǎng" in page.card.text
    assert "market" in page.card.text
    # Click it: the glossary tells everything.
    QTest.mouseClick(
        pane.viewport(),
        Qt.MouseButton.LeftButton,
        pos=point_of(window, Script.SIMPLIFIED, place),
    )
    assert window.glossary.word.traditional == "市場"
    assert "marketplace" in window.glossary.browser.toPlainText()
    # The next words by keyboard, and Enter.
    before = page.current_place
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Left)
    assert page.current_place != before
    press(window, Qt.Key.Key_Return)
    assert window.glossary.word.traditional == page.current_place.word.traditional
    # Pinyin off, dark.
    press(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert not page.settings.ruby
    press(window, Qt.Key.Key_L, CONTROL | SHIFT)
    assert page.settings.theme is DARK
    # Export as a web page.
    target = tmp_path / "market.html"
    press(window, Qt.Key.Key_E, CONTROL)
    (dialog,) = window.findChildren(ExportDialog)
    name = dialog.findChild(QLineEdit)
    name.setFocus()
    QTest.keyClick(name, Qt.Key.Key_A, CONTROL)
    QTest.keyClicks(name, str(target))
    QTest.keyClick(name, Qt.Key.Key_Return)
    spin(until=target.exists)
    document = parsed(target.read_text("utf-8"))
    assert "ruby" in document.tags and "市場" in re.sub(r"\s", "", document.text)
    spin(until=lambda: "market.html" in window.status.currentMessage())


def test_everything_by_keyboard(window, open_file, article_file, spin):
    open_file(article_file)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    assert window.glossary.word.traditional == window.page.current_place.word.traditional
    press(window, Qt.Key.Key_F6)
    assert window.glossary.browser.hasFocus()
    press(window, Qt.Key.Key_F6)
    assert window.page.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_Right, CONTROL)
    assert window.page.current_place.index > 0
    press(window, Qt.Key.Key_F9)
    assert not window.glossary.isVisible()
    press(window, Qt.Key.Key_Return, CONTROL)
    assert window.glossary.isVisible()
    press(window, Qt.Key.Key_F1)
    (sheet,) = window.findChildren(Sheet)
    assert "Ctrl+Shift+P" in sheet.browser.toPlainText()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_W, CONTROL)
    assert window.welcome.isVisible()


def test_tab_reaches_the_glossary_and_comes_back(window, open_file, article_file):
    open_file(article_file)
    reached = []
    for _ in range(30):
        press(window, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert window.glossary.browser in reached
    for script in Script:
        assert window.page.pane(script) in reached


def test_paste_with_the_keyboard_while_an_article_is_open(window, open_file, article_file, spin):
    open_file(article_file)
    QGuiApplication.clipboard().setText("這是另外一篇文章。")
    done = []
    window.reading.opened.connect(lambda opened: done.append(opened.article))
    press(window, Qt.Key.Key_V, CONTROL)
    spin(until=lambda: done)
    assert done[0].origin == "Pasted text"


def test_bad_files_one_after_another_leave_the_article_open(
    window, open_file, article_file, tmp_path
):
    open_file(article_file)
    words = window.page.annotated_paragraphs()
    bad = {
        "empty.txt": b"",
        "spaces.txt": b" \n\n\t ",
        "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "noise.txt": bytes(range(256)) * 40,
        "latin.txt": b"There is nothing Chinese here.",
        "nul.txt": bytes(1000),
    }
    for name, content in bad.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.txt").mkdir()
    for name in (*bad, "folder.txt", "missing.txt"):
        assert open_file(tmp_path / name) == "failed", name
        assert name in window.message.text, window.message.text
        assert "wrong inside" not in window.message.text
        assert window.page.annotated_paragraphs() == words
        assert window.reading.article.article.title == "海邊的早晨"
        assert window.store.value.recent == (str(article_file),)
    window.page.next_word()
    window.page.pin_current()
    assert window.glossary.word is not None


@pytest.mark.parametrize(
    "content",
    [
        "壞\x00字\x01和\u202e反\u202c向。".encode(),
        "<html><body>" * 3 + "中文<p>網頁<b>沒有<div>關好",
        ("<div>" * 3000 + "很深的網頁"),
        "<script>while(1);</script>" * 500 + "<p>腳本很多的網頁</p>",
        "一行" * 30_000,
        "\ufeff\u3000\u3000開頭有空白。\r\n\r老式換行。",
    ],
)
def test_strange_texts_are_pages_like_others(window, open_file, tmp_path, content, spin):
    path = tmp_path / "strange.html"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    assert open_file(path) == "annotated"
    window.page.next_word()
    window.page.pin_current()
    assert window.glossary.word is not None and not window.message.isVisible()


def test_find_in_either_script(window, open_file, article_file):
    open_file(article_file)
    press(window, Qt.Key.Key_F, CONTROL)
    # As an input method does it; keyClicks takes Latin letters alone.
    keys(window).insert("头发")
    press(window, Qt.Key.Key_Return)
    assert window.page.current_place.word.traditional == "頭髮"
    QTest.keyClick(window.find_bar.field, Qt.Key.Key_A, CONTROL)
    keys(window).insert("火車")
    press(window, Qt.Key.Key_Return)
    assert window.find_bar.answer and window.page.current_place.word.traditional == "頭髮"
    press(window, Qt.Key.Key_Escape)
    assert not window.find_bar.isVisible()
    assert window.page.isAncestorOf(QApplication.focusWidget())


def test_a_book_opens_where_it_was_left(window, tmp_path, spin):
    from duidu.window.loading import Source

    book = tmp_path / "book.txt"
    chapters = (f"第{n}回　某事\n" + "天還沒亮，漁夫的頭髮已經濕了。\n" * 200 for n in "一二三")
    book.write_text("\n".join(chapters), "utf-8")
    other = tmp_path / "other.txt"
    other.write_text("另一篇\n\n貓不說話，只看著遠方的燈光。\n", "utf-8")
    shown = []
    window.reading.section_changed.connect(shown.append)
    for path, count in ((book, 1), (other, 3), (book, 4)):
        if path is other:
            window.reading.go_to(2)
        window.open_source(Source(path))
        spin(until=lambda count=count: len(shown) >= count)
    assert shown == [0, 2, 0, 2]

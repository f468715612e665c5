"""Looking for a text with the keyboard, as a reader would, in a book of several sections."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duidu.language.model import Script
from tests.journeys.test_reading import CONTROL, SHIFT, keys, press

LINE = "天还没亮，渔夫的头发已经湿了。\n"
QUIET = "风很大，他没有说话。\n"


@pytest.fixture
def book(window, open_file, tmp_path):
    path = tmp_path / "book.txt"
    counts = zip("一二三", (2, 0, 1), strict=True)
    chapters = (f"第{n}回　某事\n" + QUIET * 40 + LINE * c + QUIET * 400 for n, c in counts)
    path.write_text("\n".join(chapters), "utf-8")
    assert open_file(path) == "annotated"
    return window


def says(window, spin, sentence):
    spin(until=lambda: window.find_bar.answer == sentence)


def test_typing_finds_and_f3_goes_through_the_book(book, spin):
    press(book, Qt.Key.Key_F, CONTROL)
    field = book.find_bar.field
    assert field.hasFocus() and book.find_bar.answer == ""
    # By pinyin, live: no key but those of the word.
    QTest.keyClicks(field, "toufa")
    says(book, spin, "1 of 2  ·  3 in all")
    assert book.page.current_place.word.simplified == "头发"
    assert field.hasFocus()
    press(book, Qt.Key.Key_Return)
    says(book, spin, "2 of 2  ·  3 in all")
    press(book, Qt.Key.Key_F3)
    says(book, spin, "1 of 1  ·  3 in all")
    assert book.reading.section == 2 and field.hasFocus()
    press(book, Qt.Key.Key_F3)
    says(book, spin, "1 of 2  ·  3 in all")
    assert book.reading.section == 0
    press(book, Qt.Key.Key_F3, SHIFT)
    says(book, spin, "1 of 1  ·  3 in all")
    assert book.page.columns.ticks.isVisible()
    # Esc takes the marks away and leaves the reader at the word.
    press(book, Qt.Key.Key_Escape)
    assert not book.find_bar.isVisible() and not book.page.columns.ticks.isVisible()
    assert book.page.finding.count == 0
    assert book.page.isAncestorOf(QApplication.focusWidget())
    assert book.page.current_place.word.simplified == "头发"
    # F3 goes on from there without taking the keyboard from the page.
    press(book, Qt.Key.Key_F3)
    says(book, spin, "1 of 2  ·  3 in all")
    assert book.find_bar.isVisible() and book.reading.section == 0 and not field.hasFocus()
    second = book.page.pane(Script.SIMPLIFIED)
    second.setFocus()
    press(book, Qt.Key.Key_Escape)
    assert not book.find_bar.isVisible() and second.hasFocus()
    # What was looked for last is found again where the reader is.
    press(book, Qt.Key.Key_F, CONTROL)
    says(book, spin, "1 of 2  ·  3 in all")
    assert field.selectedText() == "toufa"


def test_what_is_typed_further_narrows_and_nothing_clears(book, spin):
    press(book, Qt.Key.Key_F, CONTROL)
    keys(book).insert("頭")
    says(book, spin, "1 of 2  ·  3 in all")
    keys(book).insert("髮絲")
    says(book, spin, "Not in this article")
    press(book, Qt.Key.Key_Return)
    assert book.find_bar.answer == "Not in this article" and book.reading.section == 0
    QTest.keyClick(book.find_bar.field, Qt.Key.Key_A, CONTROL)
    press(book, Qt.Key.Key_Delete)
    says(book, spin, "")
    assert book.page.columns.ticks.isHidden()
    press(book, Qt.Key.Key_Return)
    assert book.find_bar.isVisible()


def test_enter_before_the_search_has_begun_goes_to_the_first_place(book, spin):
    press(book, Qt.Key.Key_F, CONTROL)
    keys(book).insert("湿")
    press(book, Qt.Key.Key_Return)
    says(book, spin, "1 of 2  ·  3 in all")
    press(book, Qt.Key.Key_Return, SHIFT)
    says(book, spin, "1 of 1  ·  3 in all")
    assert book.reading.section == 2


def test_a_count_can_be_stopped(book, spin, monkeypatch):
    from duidu.window import article_search

    def slow(*_):
        time.sleep(0.01)
        return 0

    monkeypatch.setattr(article_search, "count_in", slow)
    press(book, Qt.Key.Key_F, CONTROL)
    keys(book).insert("头发")
    spin(until=lambda: book.find_bar.progress)
    assert book.find_bar.answer == "1 of 2  ·  counting…"
    QTest.mouseClick(book.find_bar.cancel, Qt.MouseButton.LeftButton)
    assert book.find_bar.answer == "1 of 2" and book.find_bar.progress is None
    spin(until=lambda: not book.jobs.busy)

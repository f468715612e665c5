"""An address typed, pasted and given up, in the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def ends(window):
    """What came of opening."""
    found = []
    window.page.annotated.connect(lambda: found.append("annotated"))
    window.reading.failed.connect(lambda *_: found.append("failed"))
    return found


def keys(window):
    return QApplication.focusWidget() or window


def the_dialog(window, spin):
    spin(until=window.isActiveWindow)
    QTest.keyClick(keys(window), Qt.Key.Key_L, CONTROL)
    spin(until=lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QInputDialog)
    return dialog


def test_a_typed_address_is_opened_and_read_again(window, ends, spin, site):
    QGuiApplication.clipboard().setText("不是網址")
    dialog = the_dialog(window, spin)
    assert dialog.textValue() == ""
    dialog.setTextValue(f"{site}/article")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    spin(until=lambda: ends)
    assert ends == ["annotated"]
    words = [word.traditional for word in window.page.annotated_paragraphs()[0].words]
    assert words[0] == "瀋陽"
    # Nobody hands the keyboard back here, as the desktop does when a dialog closes.
    window.activateWindow()
    spin(until=lambda: QApplication.activeModalWidget() is None and window.isActiveWindow())
    QTest.keyClick(keys(window), Qt.Key.Key_F5)
    spin(until=lambda: len(ends) == 2)
    assert ends == ["annotated", "annotated"]


def test_a_copied_address_is_offered_and_pasted_as_a_page(window, ends, spin, site):
    QGuiApplication.clipboard().setText(f" {site}/article\n")
    dialog = the_dialog(window, spin)
    assert dialog.textValue() == f"{site}/article"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    spin(until=lambda: QApplication.activeModalWidget() is None)
    assert ends == []
    QTest.keyClick(keys(window), Qt.Key.Key_V, CONTROL)
    spin(until=lambda: ends)
    assert ends == ["annotated"]


def test_a_missing_page_is_told_and_the_article_stays(window, ends, spin, site, article_file):
    window.entrance.open_path(article_file)
    spin(until=lambda: ends)
    title = window.windowTitle()
    window.entrance.open_address(f"{site}/missing")
    spin(until=lambda: len(ends) == 2)
    assert ends[1] == "failed" and "404" in window.message.text
    assert window.windowTitle() == title
    window.entrance.open_address("早晨")
    spin(until=lambda: len(ends) == 3)
    assert window.message.text == "早晨 is no address of a web page."


def test_a_page_that_does_not_end_tells_how_far_it_is_and_is_given_up(window, ends, spin, site):
    window.entrance.open_address(f"{site}/endless")
    spin(until=lambda: window.message.text.startswith(f"Fetching {site}/endless: "))
    window.reading.cancel()
    spin(50)
    assert window.message.text == "" and ends == []

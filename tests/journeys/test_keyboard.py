"""The keyboard never ends up in a place from which the reader cannot read on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duidu.language.model import Script
from duidu.page.settings import Columns
from duidu.window.loading import Source


@pytest.fixture
def opened(window, article_file, spin):
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    window.open_source(Source(article_file))
    spin(until=lambda: done)
    window.activateWindow()
    window.page.setFocus()
    spin(20)
    return window


@pytest.mark.parametrize("columns", [Columns.TRADITIONAL, Columns.SIMPLIFIED, Columns.BOTH])
def test_the_focus_stays_on_the_page_when_columns_change(opened, spin, columns):
    for chosen in (Columns.SIMPLIFIED, columns):
        opened.store.update(columns=chosen)
        spin(20)
        focused = QApplication.focusWidget()
        assert focused in [opened.page.pane(script) for script in Script]
        assert focused.isVisible()


def test_the_focus_comes_back_from_a_glossary_that_is_hidden(opened, spin):
    opened.actions_by_name.on("other_side").trigger()
    assert opened.glossary.isAncestorOf(QApplication.focusWidget())
    opened.store.update(glossary=False)
    spin(20)
    assert QApplication.focusWidget() in [opened.page.pane(script) for script in Script]


@pytest.mark.parametrize("script", list(Script))
def test_a_double_click_selects_the_programs_word_and_copy_takes_it(opened, script):
    pane = opened.page.pane(script)
    annotated = opened.page.annotated_paragraphs()[1]
    index = next(i for i, word in enumerate(annotated.words) if word.traditional == "頭髮")
    point = pane.rects_of((1, index))[0].center().toPoint()
    QTest.mouseDClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    opened.actions_by_name.on("copy").trigger()
    assert QGuiApplication.clipboard().text() == annotated.words[index].form(script)


def test_undo_is_offered_when_there_is_something_to_undo(opened):
    undo = opened.actions_by_name.on("undo")
    assert not undo.isEnabled()
    opened.page.select_place(1, 0)
    menu = opened.correcting.menu(opened.page.current_place)
    next(action for action in menu.actions() if action.text().startswith("Join")).trigger()
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()

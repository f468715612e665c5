"""The card, used with the mouse and the keyboard in the real window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from duidu.app import build_window
from duidu.language.model import Script
from duidu.page.settings import CardDelay
from duidu.window.preferences import PreferenceStore, ThemeChoice

TEXT = """雨天

他很喜歡下雨，可是今天沒有打傘。中華人民共和國的銀行關門了。

第二天早上，他們又去了那個地方，可是門關著。他打了一個電話，誰也沒有來。

後來有一個老人告訴他們，這家飯館已經搬走了，頭髮也乾了。
"""
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(window, open_file, tmp_path):
    path = tmp_path / "雨天.txt"
    path.write_text(TEXT, "utf-8")
    assert open_file(path) == "annotated"
    # QTest's double click, wherever there was one before, leaves the button pressed.
    QTest.mouseRelease(window.status, LEFT)
    return window.page


def mark_of(page, form):
    for number, annotated in enumerate(page.annotated_paragraphs()):
        for index, word in enumerate(annotated.words):
            if word.traditional == form:
                return number, index
    raise AssertionError(f"{form} is not in the text")


def hover(page, spin, form, script=Script.TRADITIONAL):
    pane = page.pane(script)
    QTest.mouseMove(pane.viewport(), QPoint(1, pane.viewport().height() - 2))
    spin(320)
    point = pane.rects_of(mark_of(page, form))[0].center().toPoint()
    QTest.mouseMove(pane.viewport(), point)
    spin(until=page.card.isVisible)
    spin(20)


def click_on(card, text):
    """Click on the first link of the card's body whose text begins with this."""
    document, body = card.body.document(), card.body
    position = document.find(text).selectionStart()
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    x = line.cursorToX(position - block.position())
    x = x[0] if isinstance(x, tuple) else x
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    point = QPoint(round(origin.x() + x + 6), round(origin.y() + line.y() + line.height() / 2))
    QTest.mouseClick(body.viewport(), LEFT, pos=point)


def test_from_word_to_word_inside_the_card_and_back(page, spin):
    card = page.card
    hover(page, spin, "打", Script.SIMPLIFIED)
    assert card.answer.traditional == "打" and "to hit" in card.text
    # The pointer walks onto the card, which stays, and clicks a word that a sense mentions.
    QTest.mouseMove(card, QPoint(20, card.height() - 4))
    spin(400)
    assert card.isVisible()
    click_on(card, "打電話")
    assert card.answer.traditional == "打電話" and "call" in card.text
    click_on(card, "打")
    assert card.answer.traditional == "打"
    pane = page.pane(Script.TRADITIONAL)
    for expected in ("打電話", "打", "打"):
        QTest.keyClick(pane, Qt.Key.Key_Backspace)
        assert card.answer.traditional == expected
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_a_card_that_was_put_somewhere_stands_there_the_next_time(window, page, store, spin):
    card = page.card
    hover(page, spin, "打傘")
    QTest.mousePress(card.head, LEFT, pos=QPoint(150, 8))
    QTest.mouseMove(card.head, QPoint(170, 60))
    QTest.mouseMove(card.head, QPoint(190, 150))
    QTest.mouseRelease(card.head, LEFT, pos=QPoint(190, 150))
    assert card.pinned and store.value.card_place == (card.x(), card.y())
    QTest.mouseMove(page.pane(Script.TRADITIONAL).viewport(), QPoint(1, 300))
    spin(400)
    assert card.isVisible()
    place = card.pos()
    QTest.keyClick(page.pane(Script.TRADITIONAL), Qt.Key.Key_Right)
    assert card.answer.traditional == page.current_place.word.traditional
    assert card.pos() == place
    QTest.mouseClick(card.head.end, LEFT)
    assert not card.isVisible()
    hover(page, spin, "銀行")
    QTest.keyClick(page.pane(Script.TRADITIONAL), Qt.Key.Key_P)
    assert card.pos() == place
    again = build_window(PreferenceStore(store.path), ThemeChoice.DARK)
    assert again.page.settings.card.place == (place.x(), place.y())
    again.close()
    again.deleteLater()


def test_a_run_that_was_dragged_over_is_looked_up(page, spin):
    pane, card = page.pane(Script.SIMPLIFIED), page.card
    number, index = mark_of(page, "中華人民共和國")
    start = page.annotated_paragraphs()[number].span(Script.SIMPLIFIED, index)[0] + 2
    rects = [pane.rects_of_run(number, n, n + 1)[0] for n in (start, start + 1)]
    first, last = rects[0].center().toPoint(), rects[1].center().toPoint()
    QTest.mousePress(pane.viewport(), LEFT, pos=first - QPoint(9, 0))
    QTest.mouseMove(pane.viewport(), last)
    QTest.mouseMove(pane.viewport(), last + QPoint(9, 0))
    QTest.mouseRelease(pane.viewport(), LEFT, pos=last + QPoint(9, 0))
    assert pane.textCursor().selectedText() == "人民"
    assert card.isVisible() and card.answer.traditional == "人民"
    spin(400)
    assert card.isVisible()
    other = pane.rects_of(mark_of(page, "可是"))[0].center().toPoint()
    QTest.mouseClick(pane.viewport(), LEFT, pos=other)
    assert not card.isVisible()


def test_the_delay_is_chosen_in_the_menu(window, page, store, spin):
    action = next(one for one in window.view.delays.actions if "Shift" in one.text())
    action.trigger()
    assert store.value.card_delay is page.settings.card.delay is CardDelay.SHIFT
    pane = page.pane(Script.TRADITIONAL)
    point = pane.rects_of(mark_of(page, "銀行"))[0].center().toPoint()
    QTest.mouseMove(pane.viewport(), QPoint(1, 300))
    QTest.mouseMove(pane.viewport(), point)
    spin(200)
    assert not page.card.isVisible()
    QTest.keyPress(pane, Qt.Key.Key_Shift)
    assert page.card.isVisible() and "bank" in page.card.text
    QTest.keyRelease(pane, Qt.Key.Key_Shift)
    assert window.view.delays.value is CardDelay.SHIFT

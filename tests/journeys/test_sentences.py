"""Reading sentence by sentence with the keyboard alone, and changing how the page looks."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duidu.language.model import Script
from duidu.language.sentences import sentence_of
from duidu.page.settings import RubyKind, ToneColours
from duidu.window.loading import Source

TEXT = "茶\n\n周末的早上，他不是坐公交车，是打车去的。那只猫一个人看家！“困了吗？”它不说话。\n"


@pytest.fixture
def opened(window, tmp_path, spin):
    path = tmp_path / "茶.txt"
    path.write_text(TEXT, "utf-8")
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    window.open_source(Source(path))
    spin(until=lambda: done)
    window.activateWindow()
    window.page.setFocus()
    spin(20)
    return window


def press(window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


def current_sentence(window):
    place = window.page.current_place
    words = place.annotated.words
    start, end = sentence_of(words, place.index)
    return "".join(word.simplified for word in words[start:end])


def test_letters_walk_by_words_and_sentences(opened):
    press(opened, Qt.Key.Key_N)
    first = opened.page.current_place
    press(opened, Qt.Key.Key_N)
    press(opened, Qt.Key.Key_B)
    assert opened.page.current_place == first
    press(opened, Qt.Key.Key_S)
    press(opened, Qt.Key.Key_S)
    assert current_sentence(opened) == "那只猫一个人看家！"
    press(opened, Qt.Key.Key_A)
    assert current_sentence(opened).startswith("周末的早上")


def test_letters_do_nothing_once_they_are_turned_off(opened):
    opened.store.update(letter_keys=False)
    press(opened, Qt.Key.Key_N)
    assert opened.page.current_place is None


def test_letters_are_text_where_one_types(opened, spin):
    press(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(QApplication.focusWidget(), "nbs")
    assert opened.find_bar.field.text() == "nbs"


def test_the_sentence_is_shown_word_by_word_and_follows(opened, spin):
    press(opened, Qt.Key.Key_S)
    press(opened, Qt.Key.Key_J)
    assert opened.sentence.isVisible()
    told = opened.sentence.view.accessibleDescription()
    assert "周末" in told and "weekend" in told
    press(opened, Qt.Key.Key_S)
    assert "cat" in opened.sentence.view.accessibleDescription()
    press(opened, Qt.Key.Key_J)
    assert not opened.sentence.isVisible()


def test_the_sentence_is_copied_in_the_other_script(opened):
    press(opened, Qt.Key.Key_S)
    press(opened, Qt.Key.Key_S)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    opened.page.pane(Script.SIMPLIFIED).setFocus()
    press(opened, Qt.Key.Key_C, both)
    assert QGuiApplication.clipboard().text() == "那隻貓一個人看家！"
    press(opened, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "那只猫一个人看家！"
    opened.actions_by_name.on("copy_words").trigger()
    assert QGuiApplication.clipboard().text().splitlines()[1].startswith("隻\t只\tzhī")


def test_ctrl_and_the_wheel_change_the_size_of_the_text(opened):
    viewport = opened.page.pane(Script.TRADITIONAL).viewport()
    before = opened.store.value.point_size
    for turned in (120, 120, -120):
        middle = QPointF(viewport.rect().center())
        event = QWheelEvent(
            middle,
            QPointF(viewport.mapToGlobal(middle.toPoint())),
            QPoint(),
            QPoint(0, turned),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, event)
    assert opened.store.value.point_size == before + 1


def test_spoken_tones_zhuyin_and_tone_colours_change_the_page_and_move_nothing(opened, spin):
    pane = opened.page.pane(Script.TRADITIONAL)

    def tops():
        return [pane.lines.rect(number).top() for number in pane.shown_numbers()]

    before, plain = tops(), pane.grab().toImage()
    for change in (
        {"sandhi": True},
        {"ruby_kind": RubyKind.ZHUYIN},
        {"tone_colours": ToneColours.HANZI},
        {"tone_colours": ToneColours.RUBY},
    ):
        opened.store.update(**change)
        spin(10)
        painted = pane.grab().toImage()
        assert painted != plain and tops() == before
        plain = painted

"""The card's behaviour, driven through the page."""

from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duidu.article.model import Paragraph
from duidu.dictionary.store import Dictionary
from duidu.language.model import Script, Variety
from duidu.page.reading_page import ReadingPage
from duidu.page.settings import CardDelay, CardSettings, PageSettings

TEXT = "他打了一把傘，頭髮還是濕了。中華人民共和國的銀行。𠮟聲從後面傳來。" * 3
OWN, OTHER = Script.TRADITIONAL, Script.SIMPLIFIED
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(application, fonts, annotate, spin):
    page = ReadingPage(fonts, PageSettings(), Dictionary().entries)
    page.resize(1000, 600)
    page.show()
    done = []
    page.annotated.connect(lambda: done.append(True))
    paragraphs = [Paragraph(TEXT)] * 3
    page.show_section(paragraphs, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    spin(until=lambda: done)
    spin(20)
    yield page
    page.close()
    page.deleteLater()
    spin(1)


def mark_of(page, form, number=1):
    words = page.annotated_paragraphs()[number].words
    return number, next(i for i, word in enumerate(words) if word.traditional == form)


def point_of(page, script, mark, part=0.5):
    rect = page.pane(script).rects_of(mark)[0]
    return QPoint(round(rect.left() + part * rect.width()), round(rect.center().y()))


def enter(page, mark, script=OWN, part=0.5):
    """Bring the pointer onto a word, as the pane tells of it."""
    pane = page.pane(script)
    pane.word_entered.emit(*pane._found_at(point_of(page, script, mark, part)))


def show(page, spin, form, script=OWN, part=0.5):
    page.card.dismiss()
    enter(page, mark_of(page, form), script, part)
    spin(until=page.card.isVisible)
    return page.card


def delayed(page, delay):
    page.apply(replace(page.settings, card=CardSettings(delay)))


def test_the_card_comes_at_once_where_it_is_wanted_so(page):
    delayed(page, CardDelay.AT_ONCE)
    enter(page, mark_of(page, "頭髮"))
    assert page.card.isVisible() and "hair" in page.card.text


def test_the_card_waits_as_long_as_it_is_wanted(page, spin):
    delayed(page, CardDelay.LONG)
    enter(page, mark_of(page, "頭髮"))
    spin(150)
    assert not page.card.isVisible()
    began = perf_counter()
    spin(until=page.card.isVisible)
    assert perf_counter() - began < 1


def test_a_pointer_that_goes_on_before_the_delay_asks_nothing(page, spin):
    asked = []
    page.card.want(lambda: asked.append(1), page.card._spot)
    page.card.leave()
    spin(100)
    assert asked == [] and not page.card.isVisible()


def test_with_the_shift_key_the_card_waits_for_it(page, spin):
    delayed(page, CardDelay.SHIFT)
    enter(page, mark_of(page, "頭髮"))
    spin(100)
    assert not page.card.isVisible()
    QTest.keyPress(page.pane(OTHER), Qt.Key.Key_Shift)
    assert page.card.isVisible() and "hair" in page.card.text
    QTest.keyRelease(page.pane(OTHER), Qt.Key.Key_Shift)
    enter(page, mark_of(page, "銀行"))
    spin(until=lambda: not page.card.isVisible())


def test_the_keyboard_needs_no_shift_key(page):
    delayed(page, CardDelay.SHIFT)
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_Right)
    assert page.card.isVisible()


def test_the_middle_of_a_word_tells_what_begins_there(page, spin):
    card = show(page, spin, "中華人民共和國", part=0.01)
    assert "中華" in card.text and "LONGER AND SHORTER" in card.text
    at = page.pane(OWN).rects_of_run(1, TEXT.index("人民"), TEXT.index("人民") + 1)[0]
    pane = page.pane(OWN)
    pane.word_entered.emit(*pane._found_at(at.center().toPoint()))
    assert "FROM 人 ON" in card.text and "rén mín" in card.text


@pytest.mark.parametrize("script", [OWN, OTHER])
def test_both_columns_tell_the_same(page, spin, script):
    assert show(page, spin, "銀行", script).answer.simplified == "银行"


def test_a_link_is_followed_and_there_is_a_way_back(page, spin):
    card = show(page, spin, "打")
    assert card.head.back.isHidden()
    card.body.anchorClicked.emit("word:打傘|打伞")
    assert card.answer.traditional == "打傘" and "umbrella" in card.text
    assert not card.head.back.isHidden()
    card.follow("word:傘|伞")
    QTest.mouseClick(card.head.back, Qt.MouseButton.LeftButton)
    assert card.answer.traditional == "打傘"
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_Backspace)
    assert card.answer.traditional == "打" and card.head.back.isHidden()
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_Backspace)
    assert card.answer.traditional == "打" and card.isVisible()


def test_a_word_that_the_dictionary_lacks_can_be_followed(page, spin):
    card = show(page, spin, "打")
    card.follow("word:麵包頭髮|面包头发")
    assert "WORD BY WORD" in card.text and "bread" in card.text
    card.follow("https://example.org/a|b")
    assert card.answer.traditional == "麵包頭髮"


def test_a_pinned_card_stays_and_follows(page, spin):
    card = show(page, spin, "打")
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_P)
    assert card.pinned and card.head.pin.isChecked()
    place = card.pos()
    QApplication.sendEvent(page.pane(OWN), QEvent(QEvent.Type.Leave))
    spin(350)
    assert card.isVisible()
    # A long answer may need more room, and gives it back.
    for form in ("中華人民共和國", "打", "銀行"):
        enter(page, mark_of(page, form))
        assert card.answer.traditional == form
    assert card.pos() == place
    page.next_word()
    assert card.answer.traditional == page.current_place.word.traditional
    page.columns.moved.emit()
    assert card.isVisible()
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_Escape)
    assert not card.isVisible() and not card.pinned


def test_the_buttons_pin_and_close(page, spin):
    card = show(page, spin, "打")
    QTest.mouseClick(card.head.pin, Qt.MouseButton.LeftButton)
    assert card.pinned
    QTest.mouseClick(card.head.pin, Qt.MouseButton.LeftButton)
    assert not card.pinned and not card.head.pin.isChecked()
    QTest.mouseClick(card.head.end, Qt.MouseButton.LeftButton)
    assert not card.isVisible()


def test_p_without_a_card_pins_nothing(page):
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_P)
    assert not page.card.pinned and not page.card.isVisible()


def test_control_and_a_click_pin_the_card_and_not_the_glossary(page):
    pinned = []
    page.word_pinned.connect(pinned.append)
    point = point_of(page, OWN, mark_of(page, "銀行"))
    viewport = page.pane(OWN).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, CONTROL, point)
    assert page.card.pinned and page.card.answer.traditional == "銀行"
    assert pinned == []


def drag(card, way):
    head, start = card.head, QPoint(60, 10)
    QTest.mousePress(head, Qt.MouseButton.LeftButton, pos=start)
    for part in (0.4, 1.0):
        here = head.mapFromGlobal(head.mapToGlobal(start))
        QTest.mouseMove(head, here + way * part)
    QTest.mouseRelease(head, Qt.MouseButton.LeftButton, pos=start)


@pytest.mark.parametrize("way", [QPoint(-60, 80), QPoint(3000, 3000), QPoint(-3000, -3000)])
def test_a_card_that_is_dragged_stays_where_it_was_put(page, spin, way):
    card = show(page, spin, "打")
    told, before = [], card.pos()
    card.moved.connect(lambda x, y: told.append(QPoint(x, y)))
    drag(card, way)
    assert card.pinned and told == [card.pos()] and card.pos() != before
    assert page.rect().contains(card.geometry())
    put = card.pos()
    card.take_away()
    enter(page, mark_of(page, "傘"))
    spin(until=card.isVisible)
    card.change_pinned()
    assert card.pos().x() == put.x()
    page.resize(500, 400)
    spin(20)
    assert page.rect().contains(card.geometry())


def test_a_pinned_card_goes_with_the_article_and_comes_back_with_the_next_word(page, spin):
    card = show(page, spin, "打")
    card.change_pinned()
    page.clear()
    assert not card.isVisible() and card.pinned


def test_a_place_far_outside_is_no_place_outside_the_page(page, spin):
    page.apply(replace(page.settings, card=CardSettings(place=(90_000, 90_000))))
    card = show(page, spin, "打")
    card.change_pinned()
    assert page.rect().contains(card.geometry())


def select(page, script, start, end, number=1):
    """Select code points of a paragraph with the mouse."""
    pane = page.pane(script)
    rects = [pane.rects_of_run(number, n, n + 1)[0] for n in (start, end - 1)]
    first, last = (rect.center().toPoint() for rect in rects)
    viewport = pane.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=first - QPoint(8, 0))
    QTest.mouseMove(viewport, last + QPoint(8, 0))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=last + QPoint(8, 0))


@pytest.mark.parametrize("script", [OWN, OTHER])
def test_a_selected_run_is_looked_up_and_its_card_stays(page, spin, script):
    start = TEXT.index("人民")
    select(page, script, start, start + 2)
    card = page.card
    assert card.isVisible() and card.answer.simplified == "人民" and "people" in card.text
    enter(page, mark_of(page, "打"))
    spin(80)
    assert card.answer.simplified == "人民"
    for rect in page.pane(script).rects_of_run(1, start, start + 2):
        origin = page.pane(script).viewport().mapTo(page, QPoint(0, 0))
        assert not card.geometry().intersects(rect.toAlignedRect().translated(origin))
    cursor = page.pane(script).textCursor()
    cursor.clearSelection()
    page.pane(script).setTextCursor(cursor)
    assert not card.isVisible()
    assert show(page, spin, "打").answer.simplified == "打"


def test_a_run_that_is_no_word_is_told_word_by_word(page):
    start = TEXT.index("頭髮")
    select(page, OWN, start, start + 5)
    assert page.card.answer.traditional == "頭髮還是濕"
    for part in ("hair", "still", "wet", "tóu fa hái shi shī"):
        assert part in page.card.text


def test_the_keyboard_selects_from_the_marked_word_on(page):
    page.select_place(*mark_of(page, "頭髮"))
    pane = page.pane(OWN)
    QTest.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert page.card.answer.traditional == "頭"
    QTest.keyClick(pane, Qt.Key.Key_Right, SHIFT)
    assert page.card.answer.traditional == "頭髮"
    QTest.keyClick(pane, Qt.Key.Key_Left, SHIFT)
    assert page.card.answer.traditional == "頭"
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert not pane.textCursor().hasSelection()
    assert not page.card.isVisible() or page.card.answer.traditional != "頭"


def test_wide_hanzi_are_selected_whole(page):
    page.select_place(1, page.annotated_paragraphs()[1].word_at(OWN, TEXT.index("𠮟")))
    QTest.keyClick(page.pane(OWN), Qt.Key.Key_Right, SHIFT)
    assert page.card.answer.traditional == "𠮟"


def test_a_selection_of_several_paragraphs_is_not_looked_up(page):
    pane = page.pane(OWN)
    cursor = pane.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane._tell_run()
    assert not page.card.isVisible()


def test_a_word_inside_the_card_is_shown_when_the_pointer_rests_on_it(page, spin, monkeypatch):
    card = show(page, spin, "打")
    monkeypatch.setattr(card.body, "underMouse", lambda: True)
    card._changed_at = QPoint(-500, -500)
    card._on_link_hovered("word:打傘|打伞")
    spin(until=lambda: card.answer.traditional == "打傘")
    # What came under the pointer by itself is not followed.
    card._on_link_hovered("word:傘|伞")
    spin(500)
    assert card.answer.traditional == "打傘"


@pytest.mark.parametrize("size", [(320, 240), (400, 260), (700, 500), (1400, 900)])
def test_every_card_is_on_the_page_and_not_over_its_word(page, spin, size):
    delayed(page, CardDelay.AT_ONCE)
    page.resize(*size)
    spin(30)
    pane = page.pane(OWN)
    origin = pane.viewport().mapTo(page, QPoint(0, 0))
    for number in pane.visible_numbers():
        for index, word in enumerate(page.annotated_paragraphs()[number].words):
            rects = pane.rects_of((number, index))
            if not word.reading or not pane.viewport().rect().contains(rects[0].toAlignedRect()):
                continue
            enter(page, (number, index))
            assert page.rect().contains(page.card.geometry())
            covered = [r.toAlignedRect().translated(origin) for r in rects]
            assert not any(page.card.geometry().intersects(rect) for rect in covered), word


def test_a_look_up_holds_the_window_for_less_than_a_frame(page, spin):
    delayed(page, CardDelay.AT_ONCE)
    marks = [mark_of(page, form) for form in ("打", "頭髮", "銀行", "中華人民共和國")]
    times = []
    for mark in marks * 5:
        began = perf_counter()
        enter(page, mark)
        times.append(perf_counter() - began)
    assert sorted(times)[len(times) // 2] < 0.016


def test_everything_in_the_card_has_a_name(page, spin):
    card = show(page, spin, "打")
    parts = (card, card.body, card.head.back, card.head.pin, card.head.end)
    assert all(part.accessibleName() for part in parts)
    assert "to hit; to strike" in card.accessibleDescription()


def test_what_the_keyboard_comes_to_is_announced(page, monkeypatch):
    said = []
    monkeypatch.setattr("duidu.page.marks.announce", lambda _widget, text: said.append(text))
    page.select_place(*mark_of(page, "頭髮"))
    assert said == ["頭髮 tóu fa: hair (on the head)"]

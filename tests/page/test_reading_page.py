from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from duidu.article.model import Paragraph, Role
from duidu.language.model import Script, Variety
from duidu.page.column_layout import line_x
from duidu.page.measures import EDGE
from duidu.page.positions import Positions
from duidu.page.reading_page import ReadingPage
from duidu.page.ruby import NARROWEST
from duidu.page.search import parse
from duidu.page.settings import Columns, PageSettings
from duidu.page.theme import DARK, LIGHT
from tests.page.conftest import PARAGRAPHS

BOTH = (Script.TRADITIONAL, Script.SIMPLIFIED)


def tops(page, script):
    pane = page.pane(script)
    document = pane.document()
    blocks = (document.findBlockByNumber(n) for n in range(document.blockCount()))
    layout = document.documentLayout()
    return [layout.blockBoundingRect(block).top() for block in blocks if block.isVisible()]


def center_of(page, script, mark):
    return page.pane(script).rects_of(mark)[0].center().toPoint()


def hover(page, spin, script, mark):
    """Bring the pointer onto a word from elsewhere and wait for the card."""
    viewport = page.pane(script).viewport()
    QTest.mouseMove(viewport, QPoint(1, 1))
    QTest.mouseMove(viewport, center_of(page, script, mark))
    spin(until=page.card.isVisible)


def word_index(page, number, form):
    words = page.annotated_paragraphs()[number].words
    return next(i for i, word in enumerate(words) if word.traditional == form)


def test_each_column_has_its_own_script(page):
    derived = page.pane(Script.SIMPLIFIED).document().findBlockByNumber(3).text()
    assert derived.startswith("头发干了以后，皇后发现里面的面包只有三只")
    source = page.pane(Script.TRADITIONAL).document().findBlockByNumber(3).text()
    assert source == PARAGRAPHS[3].text


@pytest.mark.parametrize("width", [420, 777, 1001, 1600])
@pytest.mark.parametrize("size", [9, 16, 31])
def test_the_columns_are_level_to_the_last_paragraph(page, spin, width, size):
    page.apply(replace(page.settings, point_size=size))
    page.resize(width, 600)
    spin(30)
    page.columns.level()
    assert tops(page, Script.TRADITIONAL) == tops(page, Script.SIMPLIFIED)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_switching_the_readings_moves_no_line(page, spin, theme):
    page.apply(replace(page.settings, theme=theme))
    before = [tops(page, script) for script in BOTH]
    page.apply(replace(page.settings, ruby=False))
    spin(10)
    assert [tops(page, script) for script in BOTH] == before


def fitted(page, script, number):
    """Every reading of a paragraph, line by line."""
    pane = page.pane(script)
    return [pane.overlay.fitted(number, index) for index in range(pane.line_count(number))]


@pytest.mark.parametrize("size", [10, 16, 28])
def test_readings_never_overlap_their_neighbours(page, spin, size):
    page.apply(replace(page.settings, point_size=size))
    spin(10)
    for script in BOTH:
        for number in (0, 1, 2, 3):
            lines = fitted(page, script, number)
            assert any(lines)
            for line in lines:
                end = -float(EDGE)
                for one in line:
                    assert one.x >= end
                    assert NARROWEST <= one.scale <= 1
                    end = one.x + one.width


def test_a_reading_is_squeezed_only_where_its_neighbour_needs_the_room(page):
    crowded = [one.scale for line in fitted(page, Script.TRADITIONAL, 2) for one in line[1:-1]]
    assert max(crowded) < 0.95
    alone = [line for line in fitted(page, Script.TRADITIONAL, 4) for line in line]
    assert {one.scale for one in alone if one.reading.text == "chàng"} == {1.0}


def test_a_reading_stands_over_the_middle_of_its_word(page):
    for line in fitted(page, Script.TRADITIONAL, 3):
        for one in line:
            spacing = page.pane(Script.TRADITIONAL).pixels() / 3
            room = one.reading.room
            assert one.x + one.width / 2 == pytest.approx(room.center().x() - spacing / 2)


def test_a_word_that_breaks_has_each_syllable_over_its_own_hanzi(page, spin):
    page.resize(430, 600)
    spin(30)
    annotated = page.annotated_paragraphs()[3]
    found = [one.reading.text for line in fitted(page, Script.TRADITIONAL, 3) for one in line]
    spoken = [word for word in annotated.words if word.reading]
    # Broken words give more than one part, and no syllable is lost or doubled.
    assert len(found) > len(spoken)
    joined = "".join(found).replace(" ", "").replace("'", "")
    assert joined == "".join("".join(word.reading) for word in spoken)


@pytest.mark.parametrize("script", BOTH)
def test_hovering_marks_the_word_in_both_columns_and_shows_the_card(page, spin, script):
    index = word_index(page, 3, "頭髮")
    pane = page.pane(script)
    heard = []
    page.word_hovered.connect(heard.append)
    hover(page, spin, script, (3, index))
    assert [page.pane(s).hovered for s in BOTH] == [(3, index), (3, index)]
    assert heard[-1].word.traditional == "頭髮"
    assert page.card.isVisible()
    assert "頭髮" in page.card.text
    assert "头发" in page.card.text
    assert "tóu fa" in page.card.text
    assert "hair" in page.card.text
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not page.card.isVisible()


@pytest.mark.parametrize("script", BOTH)
def test_both_halves_of_each_character_hit_their_word(page, script):
    pane = page.pane(script)
    line = pane.lines.line(3, 0)
    origin = pane.lines.rect(3).topLeft()
    annotated = page.annotated_paragraphs()[3]
    positions = Positions(annotated.text(script))
    for position in range(line.textStart(), line.textLength()):
        left, right = line_x(line, position), line_x(line, position + 1)
        if right - left < 4:
            continue
        expected = annotated.word_at(script, positions.offset(position))
        for x in (left + 2, right - 2):
            y = origin.y() + line.y() + line.ascent() - 6 - pane.verticalScrollBar().value()
            assert pane.place_at(QPoint(round(origin.x() + x), round(y))) == (3, expected)


def test_clicking_pins_the_word(page):
    pinned = []
    page.word_pinned.connect(pinned.append)
    index = word_index(page, 3, "發現")
    pane = page.pane(Script.SIMPLIFIED)
    point = center_of(page, Script.SIMPLIFIED, (3, index))
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert [place.word.simplified for place in pinned] == ["发现"]
    assert page.current_place == pinned[0]


def test_the_keyboard_walks_over_words_and_pins(page):
    pinned = []
    page.word_pinned.connect(pinned.append)
    pane = page.pane(Script.TRADITIONAL)
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert page.current_place.word.traditional == "港口"
    walked = []
    for _ in range(12):
        QTest.keyClick(pane, Qt.Key.Key_Right)
        walked.append(page.current_place)
    assert all(place.word.reading for place in walked)
    assert walked[-1].paragraph > 0
    QTest.keyClick(pane, Qt.Key.Key_Left)
    assert page.current_place == walked[-2]
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert pinned == [walked[-2]]


def test_words_of_folded_furniture_are_passed_over(page):
    page.select_place(4, len(page.annotated_paragraphs()[4].words) - 1)
    page.next_word()
    assert page.current_place.paragraph == 4
    page.apply(replace(page.settings, furniture_open=True))
    page.next_word()
    assert page.current_place.paragraph == 5


def test_furniture_is_folded_and_unfolds_in_both_columns(page):
    hidden = [n for n, p in enumerate(PARAGRAPHS) if p.role is Role.FURNITURE]
    for opened in (False, True):
        for script in BOTH:
            document = page.pane(script).document()
            shown = [document.findBlockByNumber(n).isVisible() for n in hidden]
            assert shown == [opened, opened]
        told = []
        page.furniture_toggled.connect(told.append)
        if not opened:
            page.fold.click()
            assert told == [True]


def test_a_copy_is_plain_hanzi(page):
    pane = page.pane(Script.SIMPLIFIED)
    cursor = pane.textCursor()
    cursor.setPosition(0)
    cursor.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    page.copy()
    assert QGuiApplication.clipboard().text() == "港口的灯光，一盏接着一盏亮了\n"


@pytest.mark.parametrize("columns", list(Columns))
def test_either_script_can_be_shown_alone(page, spin, columns):
    page.apply(replace(page.settings, columns=columns))
    spin(20)
    assert [page.pane(script).isVisible() for script in BOTH] == [columns.shows(s) for s in BOTH]


def test_both_columns_scroll_as_one(page, spin):
    page.resize(500, 300)
    spin(30)
    page.pane(Script.SIMPLIFIED).verticalScrollBar().setValue(120)
    assert page.pane(Script.TRADITIONAL).verticalScrollBar().value() == 120
    assert page.columns.bar.value() == 120


def test_an_annotation_that_fails_is_told_and_the_text_stays(application, fonts, spin):
    def broken(paragraph):
        raise ValueError("no words today")

    page = ReadingPage(fonts, PageSettings())
    heard = []
    page.failed.connect(heard.append)
    page.resize(600, 400)
    page.show()
    page.show_section(PARAGRAPHS[:1], broken, Script.TRADITIONAL, Variety.TAIWAN)
    spin(30)
    assert [str(error) for error in heard] == ["no words today"]
    assert page.pane(Script.TRADITIONAL).toPlainText() == PARAGRAPHS[0].text
    page.close()


def test_the_characters_that_differ_are_tinted_in_both_columns(page, spin):
    annotated = page.annotated_paragraphs()[3]
    for script in BOTH:
        spans = annotated.differences(script)
        text, other = annotated.text(script), annotated.text(script.other)
        assert [n for n, _ in spans] == [n for n in range(len(text)) if text[n] != other[n]]
    before = page.grab().toImage()
    page.apply(replace(page.settings, differences=True))
    spin(20)
    assert page.grab().toImage() != before


def top_text(page):
    """The source from the first line on that is on the screen."""
    pane = page.pane(Script.TRADITIONAL)
    place = pane.top_place()
    return page.annotated_paragraphs()[place.paragraph].traditional[place.offset :][:4]


def test_a_change_of_the_look_keeps_the_place(page, spin):
    page.resize(700, 300)
    spin(30)
    page.columns.bar.setValue(470)
    before, value = top_text(page), page.columns.bar.value()
    for change in ({"ruby": False}, {"theme": DARK}, {"doubts": False}, {"differences": True}):
        page.apply(replace(page.settings, **change))
        spin(10)
        assert (top_text(page), page.columns.bar.value()) == (before, value)


def test_other_line_breaks_keep_the_place_and_give_it_back(page, spin):
    page.resize(700, 300)
    spin(30)
    page.columns.bar.setValue(round(page.pane(Script.TRADITIONAL).lines.rect(3).top()) + 150)
    before = top_text(page)
    start = page.pane(Script.TRADITIONAL).top_place().offset
    assert start > 0
    positions = Positions(PARAGRAPHS[3].text)
    for width in (480, 1100):
        page.resize(width, 300)
        spin(30)
        pane = page.pane(Script.TRADITIONAL)
        top = positions.position(pane.top_place().offset)
        line = next(one for one in pane.lines.lines(3) if one.start == top)
        assert line.start <= positions.position(start) < line.end
    page.resize(700, 300)
    spin(30)
    assert top_text(page) == before


def test_the_card_goes_when_the_pointer_leaves_the_text(page, spin):
    index = word_index(page, 3, "頭髮")
    pane = page.pane(Script.TRADITIONAL)
    heard = []
    page.word_hovered.connect(heard.append)
    hover(page, spin, Script.TRADITIONAL, (3, index))
    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    spin(until=lambda: not page.card.isVisible())
    assert heard[-1] is None
    assert pane.hovered is None


def test_the_card_stays_while_the_pointer_is_on_it(page, spin):
    index = word_index(page, 3, "頭髮")
    pane = page.pane(Script.TRADITIONAL)
    hover(page, spin, Script.TRADITIONAL, (3, index))
    QApplication.sendEvent(pane, QEvent(QEvent.Type.Leave))
    inside = QPointF(5, 5)
    QApplication.sendEvent(page.card, QEnterEvent(inside, inside, inside))
    spin(400)
    assert page.card.isVisible()
    assert pane.hovered == (3, index)
    QApplication.sendEvent(page.card, QEvent(QEvent.Type.Leave))
    spin(until=lambda: not page.card.isVisible())


@pytest.mark.parametrize("script", BOTH)
def test_the_card_never_stands_over_its_word_and_never_outside_the_page(page, spin, script):
    pane = page.pane(script)
    for number in (0, 3):
        for index in (0, 7, 20):
            if index >= len(page.annotated_paragraphs()[number].words):
                continue
            if not page.annotated_paragraphs()[number].words[index].reading:
                continue
            page.card.dismiss()
            hover(page, spin, script, (number, index))
            origin = pane.viewport().mapTo(page, QPoint(0, 0))
            for rect in pane.rects_of((number, index)):
                word = rect.toAlignedRect().translated(origin)
                assert not page.card.geometry().intersects(word)
            assert page.rect().contains(page.card.geometry())


def test_tab_goes_from_the_left_column_to_the_right_one(page, spin):
    page.activateWindow()
    page.pane(Script.TRADITIONAL).setFocus()
    QTest.keyClick(page.pane(Script.TRADITIONAL), Qt.Key.Key_Tab)
    assert page.focusWidget() is page.pane(Script.SIMPLIFIED)


def test_everything_on_the_page_has_a_name(page):
    named = [*page.columns.panes(), page.fold, page.card]
    assert all(widget.accessibleName() for widget in named)


def test_an_empty_page_paints_whatever_is_switched_on(page, spin):
    page.clear()
    page.apply(replace(page.settings, differences=True))
    page.grab()
    page.next_word()
    page.pin_current()
    assert page.current_place is None
    page.finding.look_for(parse("頭髮"))
    page.finding.step(backward=True)
    page.grab()
    assert page.finding.count == page.finding.number == 0


def test_a_long_paragraph_is_worked_out_only_where_it_is_shown(page, spin, annotate):
    text = "頭髮乾了以後，皇后發現裡面的麵包只有三隻。" * 200
    page.resize(800, 400)
    page.show_section([Paragraph(text)], annotate, Script.TRADITIONAL, Variety.TAIWAN)
    ready = []
    page.first_page_ready.connect(lambda: ready.append(True))
    spin(until=lambda: ready)
    page.grab()
    pane = page.pane(Script.TRADITIONAL)
    on_screen = pane.height() // pane.lines.block(0).blockFormat().lineHeight()
    assert pane.line_count(0) > 10 * on_screen
    assert len(pane.overlay.kept(0)) <= on_screen + 2


def test_walking_by_key_shows_the_card_of_each_word(page, spin):
    pane = page.pane(Script.TRADITIONAL)
    for _ in range(2):
        QTest.keyClick(pane, Qt.Key.Key_Right)
        spin(120)
        assert page.card.isVisible()
        assert page.current_place.word.traditional in page.card.text
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not page.card.isVisible()

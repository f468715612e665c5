from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtGui import QTextCursor

from duidu.article.model import Paragraph
from duidu.language.model import Script, Variety
from duidu.page.reading_page import ReadingPage
from duidu.page.settings import Columns, PageSettings

LONG = tuple(
    Paragraph(f"第{n}段，頭髮乾了以後，皇后發現裡面的麵包只有三隻，𠮟聲從後面傳來。" * 4)
    for n in range(60)
)


@pytest.fixture
def long_page(page, annotate, spin):
    done = []
    page.annotated.connect(lambda: done.append(True))
    page.show_section(LONG, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    spin(until=lambda: done)
    spin(20)
    return page


@pytest.mark.parametrize("columns", list(Columns))
@pytest.mark.parametrize("place", [(0, 0), (1, 40), (30, 0), (30, 71), (44, 100)])
def test_what_is_brought_to_the_top_is_at_the_top(long_page, columns, place, spin):
    long_page.apply(replace(long_page.settings, columns=columns))
    spin(20)
    view = long_page.source_view
    view.show(*place)
    number, start, end = view.top_line()
    assert number == place[0] and start <= place[1] < end
    top = view.top()
    for _ in range(3):
        view.show(*top)
        assert view.top() == top
    long_page.resize(700, 600)
    spin(20)
    number, start, end = view.top_line()
    assert number == place[0] and start <= top[1] < end


def test_a_place_is_kept_while_the_section_is_being_annotated(page, annotate, spin):
    done = []
    page.annotated.connect(lambda: done.append(True))
    page.show_section(LONG, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    page.source_view.show(40, 33)
    top = page.source_view.top()
    assert top[0] == 40
    spin(until=lambda: done)
    spin(20)
    assert page.source_view.top() == top


def test_what_is_reached_grows_to_the_end(long_page):
    view, bar = long_page.source_view, long_page.columns.bar
    reached = []
    for value in range(0, bar.maximum(), 97):
        bar.setValue(value)
        assert view.top() <= view.reached()
        reached.append(view.reached())
    assert reached == sorted(reached)
    view.show_end()
    assert bar.value() == bar.maximum()
    assert view.reached() == (len(LONG), 0)


def test_asking_costs_next_to_nothing(long_page):
    view, bar = long_page.source_view, long_page.columns.bar
    bar.setValue(bar.maximum() // 2)
    view.top(), view.reached()
    times = []
    for _ in range(50):
        start = perf_counter()
        view.top(), view.reached()
        times.append(perf_counter() - start)
    assert sorted(times)[25] < 0.001


def select(page, script, start, end):
    pane = page.pane(script)
    cursor = pane.textCursor()
    for (number, offset), mode in ((start, "MoveAnchor"), (end, "KeepAnchor")):
        block = pane.document().findBlockByNumber(number)
        cursor.setPosition(block.position() + offset, QTextCursor.MoveMode[mode])
    pane.setTextCursor(cursor)


@pytest.mark.parametrize("script", list(Script))
def test_a_selection_is_told_in_the_source(long_page, script):
    view = long_page.source_view
    assert view.selection() is None
    select(long_page, script, (1, 4), (1, 9))
    assert view.selection() == ((1, 4), (1, 9))
    select(long_page, script, (1, 4), (3, 9))
    assert view.selection() == ((1, 4), (3, 9))
    # A hanzi beyond the basic plane is two positions and one code point.
    position = LONG[1].text.index("聲")
    select(long_page, script, (1, position + 1), (1, position + 2))
    assert view.selection() == ((1, position), (1, position + 1))
    view.deselect()
    assert view.selection() is None and not long_page.has_selection()


def test_a_page_without_text_has_a_beginning(page):
    page.clear()
    view = page.source_view
    assert view.top() == (0, 0)
    assert view.reached() == (0, 0)
    view.show(3, 3)
    view.show_end()


def test_folded_furniture_opens_when_it_is_gone_to(page):
    told = []
    page.furniture_toggled.connect(told.append)
    page.show_place(5, 2)
    assert told == [True] and page.settings.furniture_open
    assert page.current_place.paragraph == 5


def test_a_page_that_was_never_shown_can_be_asked(application, fonts, annotate, spin):
    page = ReadingPage(fonts, PageSettings())
    page.resize(0, 0)
    page.show_section(LONG, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    page.source_view.show(40, 33)
    assert len(page.source_view.top()) == len(page.source_view.reached()) == 2
    spin(5)
    page.deleteLater()
    spin(1)


def test_lines_that_are_not_laid_out_yet_are_not_taken_for_none_for_ever(page):
    lines = page.pane(Script.TRADITIONAL).lines
    known = list(lines.lines(3))
    lines.forget()
    lines._lines[3] = []
    assert list(lines.lines(3)) == known

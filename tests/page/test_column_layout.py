from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from duidu.language.model import Script
from duidu.page.positions import Positions
from tests.page.conftest import PARAGRAPHS

BOTH = (Script.TRADITIONAL, Script.SIMPLIFIED)


@pytest.fixture
def lines(page):
    return page.pane(Script.TRADITIONAL).lines


def test_the_lines_of_a_paragraph_hold_its_text_without_a_gap(page, lines):
    found = lines.lines(3)
    assert found[0].start == 0
    assert [line.end for line in found[:-1]] == [line.start for line in found[1:]]
    assert found[-1].end == len(Positions(PARAGRAPHS[3].text))
    heights = [two.top - one.top for one, two in pairwise(found)]
    assert heights == pytest.approx([heights[0]] * len(heights))
    assert found[0].top == pytest.approx(0, abs=0.5)


@pytest.mark.parametrize("script", BOTH)
def test_both_columns_break_their_lines_at_the_same_words(page, script):
    mine, theirs = (
        [line.start for line in page.pane(one).lines.lines(3)] for one in (script, script.other)
    )
    assert mine == theirs


def test_the_paragraphs_between_two_heights_are_those_whose_rectangles_meet_them(lines):
    for top, bottom in ((0.0, 10.0), (150.0, 400.0), (390.0, 391.0)):
        rects = {n: lines.rect(n) for n in range(5)}
        met = [n for n, rect in rects.items() if rect.top() <= bottom and rect.bottom() >= top]
        assert set(met) <= set(lines.numbers(top, bottom))


def test_the_lines_between_two_heights_are_few_of_many(lines):
    top = lines.rect(3).top()
    second = lines.lines(3)[1].top
    assert list(lines.line_indexes(3, top + second + 1, top + second + 2)) == [1]
    assert lines.line_indexes(3, 0, 100_000) == range(len(lines.lines(3)))


def test_a_place_is_found_at_its_height_again(lines):
    for number in range(5):
        y = lines.rect(number).top() + 12
        assert lines.height_of(lines.place_at(y)) == pytest.approx(y)


def test_a_place_in_a_long_paragraph_outlives_other_line_breaks(page, spin):
    lines = page.pane(Script.TRADITIONAL).lines
    offset = lines.place_at(lines.rect(3).top() + lines.lines(3)[2].top + 1).offset
    page.resize(500, 700)
    spin(30)
    y = lines.rect(3).top() + max(one.top for one in lines.lines(3) if one.start <= offset)
    assert lines.place_at(y + 1).offset <= offset


def test_beside_and_below_the_text_there_is_nothing(page, lines):
    rect = lines.rect(1)
    assert lines.offset_at(QPointF(-40, rect.center().y())) is None
    assert lines.offset_at(QPointF(4_000, rect.center().y())) is None
    assert lines.offset_at(QPointF(50, 100_000)) is None


def test_four_pixels_beside_a_line_still_meet_its_word(page, lines):
    line = lines.lines(3)[0]
    y = lines.rect(3).top() + line.baseline - 5
    left = lines.extent(3, 0, line.start, line.start + 1)[0] + lines.rect(3).left()
    assert lines.offset_at(QPointF(left - 3, y)) == (3, 0)
    assert lines.offset_at(QPointF(left - 6, y)) is None


def test_the_room_of_a_reading_belongs_to_its_word(page, lines):
    line = lines.lines(3)[0]
    top = lines.rect(3).top() + line.baseline
    pixels = page.pane(Script.TRADITIONAL).pixels()
    assert lines.offset_at(QPointF(lines.rect(3).left() + 15, top - 1.3 * pixels)) == (3, 0)


def test_a_hanzi_beyond_the_basic_plane_is_as_wide_as_any(page, lines):
    offset = PARAGRAPHS[3].text.index("𠮟")
    widths = [
        sum(rect.width() for rect in lines.span_rects(3, start, start + 1))
        for start in (offset - 2, offset, offset + 1)
    ]
    assert widths[1] == pytest.approx(widths[0], abs=0.5)
    assert widths[2] == pytest.approx(widths[0], abs=0.5)


def test_the_rectangles_of_a_word_are_as_many_as_the_lines_it_stands_on(page, spin, lines):
    page.apply(replace(page.settings, point_size=28))
    spin(20)
    found = lines.lines(3)
    across = found[0].end
    assert len(list(lines.span_rects(3, across - 1, across + 1))) == 2
    assert len(list(lines.span_rects(3, 0, 1))) == 1

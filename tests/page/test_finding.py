"""Finding in a section: hits in both columns, ticks, and steps, while paragraphs still come."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from duidu.article.model import Paragraph, Role
from duidu.language.model import Script, Variety
from duidu.page.search import parse
from duidu.page.settings import Columns
from tests.page.conftest import PARAGRAPHS

BOTH = (Script.TRADITIONAL, Script.SIMPLIFIED)


@pytest.fixture
def finding(page, spin):
    """Look for a text, and wait until it is found everywhere."""

    def look(text):
        page.finding.look_for(parse(text))
        spin(until=lambda: page.finding.complete)
        return page.finding

    return look


def ends(finding):
    told = []
    finding.ran_out.connect(told.append)
    return told


def is_tinted(page, script, mark, colour):
    """Say whether the corner of a word has a colour, where no stroke of it is."""
    pane = page.pane(script)
    rect = pane.rects_of(mark)[0]
    image = pane.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    seen = {
        image.pixelColor(int(x * ratio), int(y * ratio)).name()
        for x in range(int(rect.left()) + 3, int(rect.right()) - 3)
        for y in (int(rect.top()) + 3, int(rect.bottom()) - 3)
    }
    return QColor(colour).name() in seen


def test_hits_are_counted_marked_and_stepped_through(page, finding, spin):
    search = finding("头发")
    assert (search.number, search.count) == (1, 6)
    assert page.current_place.word.traditional == "頭髮"
    search.step(backward=False)
    assert search.number == 2
    search.step(backward=True)
    assert search.number == 1
    theme = page.settings.theme
    for script in BOTH:
        assert is_tinted(page, script, (3, 0), theme.found_current_paper)
    assert len(page.columns.ticks.shares) == 6
    assert all(0 < share <= 1 for share in page.columns.ticks.shares)
    assert page.columns.ticks.geometry() == page.columns.bar.geometry()
    page.columns.ticks.grab()
    search.look_for(None)
    assert search.count == search.number == 0 and page.columns.ticks.isHidden()
    assert not is_tinted(page, BOTH[0], (3, 0), theme.found_current_paper)


def test_a_hit_is_marked_under_whatever_else_is_marked(page, finding):
    page.apply(replace(page.settings, differences=True, doubts=True))
    finding("頭髮").step(backward=False)
    page.columns.mark((3, 0), (3, 0))
    assert all(is_tinted(page, s, (3, 0), page.settings.theme.found_paper) for s in BOTH)


def test_exactly_what_was_meant_is_marked(page, finding):
    search = finding("发现里面")
    annotated = page.annotated_paragraphs()[3]
    hit = search.current[1]
    assert all(page.pane(script).found.current_word == (3, hit.first) for script in BOTH)
    assert annotated.traditional[slice(*hit.traditional)] == "發現裡面"
    assert annotated.words[hit.first].traditional == "發現" and hit.last == hit.first + 1
    assert finding("現裡").current[1].traditional == (
        hit.traditional[0] + 1,
        hit.traditional[1] - 1,
    )


def test_hanzi_of_two_units_are_marked_where_they_are(page, finding):
    search = finding("𠮟声")
    number, hit = search.current
    theme = page.settings.theme
    assert search.count == 6
    for script in BOTH:
        assert is_tinted(page, script, (number, hit.first), theme.found_current_paper)


def test_the_ticks_let_the_mouse_through_and_stand_where_hits_are(page, finding, spin):
    page.resize(608, 300)
    spin(30)
    finding("快乐").land(backward=True)
    shares, bar = page.columns.ticks.shares, page.columns.bar
    assert len(shares) == 3 and list(shares) == sorted(shares)
    whole = bar.maximum() + bar.pageStep()
    pane = page.pane(Script.TRADITIONAL)
    (rect,) = pane.rects_of((page.current_place.paragraph, page.current_place.index))
    assert abs(shares[-1] * whole - (rect.top() + bar.value())) < 4 * rect.height()
    page.columns.ticks.repaint()
    ticks = page.columns.ticks
    assert ticks.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_steps_run_out_at_both_ends(page, finding):
    search = finding("tou2fa5")
    told = ends(search)
    for _ in range(5):
        search.step(backward=False)
    assert search.number == 6 and told == []
    search.step(backward=False)
    assert search.number == 6 and told == [False]
    search.land(backward=False)
    search.step(backward=True)
    assert search.number == 1 and told == [False, True]
    search.land(backward=True)
    assert search.number == 6
    finding("犀牛").step(backward=False)
    assert told == [False, True, False] and search.number == 0


def test_a_search_begins_where_the_reader_is(page, finding):
    page.select_place(3, 40)
    number = finding("頭髮").number
    assert number > 1
    # While the reader types on, it begins there again.
    assert finding("頭髮乾").number == number
    page.select_place(3, 0)
    assert finding("頭").number == 1
    # Behind the last one it begins from the top.
    page.select_place(4, 0)
    assert finding("港").number == 1


def test_several_hits_in_one_word_are_each_met(page, finding):
    search = finding("着")
    places = []
    for _ in range(search.count):
        places.append(search.current)
        search.step(backward=False)
    assert len(set(places)) == search.count >= 2


def test_furniture_is_searched_when_it_is_unfolded(page, finding, spin):
    assert finding("版权").count == 0
    page.apply(replace(page.settings, furniture_open=True))
    spin(until=lambda: page.finding.complete)
    assert page.finding.count == 1


def test_hits_arrive_with_the_paragraphs_and_steps_wait_for_them(page, annotate, spin):
    slow = tuple(Paragraph("風很大。" * 40) for _ in range(30))
    section = (*slow, Paragraph("頭髮濕了。"), *slow, Paragraph("頭髮乾了。"))
    done = []
    page.annotated.connect(lambda: done.append(True))
    page.finding.look_for(parse("头发"))
    page.show_section(section, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    told = ends(page.finding)
    page.finding.land(backward=True)
    assert not page.finding.complete and page.finding.number == 0
    spin(until=lambda: done)
    spin(until=lambda: page.finding.complete)
    assert (page.finding.number, page.finding.count) == (2, 2) and told == []
    (rect,) = page.pane(Script.TRADITIONAL).rects_of((61, 0))
    assert page.pane(Script.TRADITIONAL).viewport().rect().contains(rect.toRect())
    page.finding.step(backward=True)
    assert page.finding.number == 1 and page.current_place.paragraph == 30


def test_no_paragraph_is_annotated_for_a_search(page, annotate, spin):
    asked = []

    def count(paragraph):
        asked.append(paragraph)
        return annotate(paragraph)

    section = tuple(Paragraph(f"第{n}段的頭髮。" * 20) for n in range(300))
    page.show_section(section, count, Script.TRADITIONAL, Variety.TAIWAN)
    before = len(asked)
    page.finding.look_for(parse("头发"))
    page.finding.step(backward=False)
    page.finding.step(backward=True)
    assert len(asked) == before < len(section)
    spin(until=lambda: page.finding.complete)
    assert page.finding.count == 300 * 20


def test_a_step_that_waits_ends_with_its_section(page, annotate, spin):
    section = tuple(Paragraph("風很大，頭髮濕了。" * 60) for _ in range(30))
    page.finding.look_for(parse("头发"))
    page.show_section(section, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    page.finding.land(backward=True)
    page.show_section(PARAGRAPHS, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    spin(until=lambda: page.finding.complete)
    assert (page.finding.number, page.finding.count) == (0, 6)
    assert page.current_place is None


def test_what_cannot_be_annotated_is_not_waited_for(page, annotate, spin):
    def broken(paragraph):
        if paragraph.role is Role.TITLE:
            raise ValueError("no words")
        return annotate(paragraph)

    page.finding.look_for(parse("头发"))
    page.show_section(PARAGRAPHS, broken, Script.TRADITIONAL, Variety.TAIWAN)
    page.finding.land(backward=False)
    spin(until=lambda: page.finding.complete)
    assert page.finding.number == 1


def test_hits_stay_through_other_words_and_another_look(page, finding, spin):
    search = finding("头发")
    search.step(backward=False)
    restarted = []
    search.restarted.connect(lambda: restarted.append(True))
    page.refresh()
    spin(until=lambda: search.complete)
    assert restarted and (search.number, search.count) == (2, 6)
    for columns in Columns:
        page.apply(replace(page.settings, columns=columns, point_size=22))
        page.resize(500, 400)
        spin(20)
        page.grab()
        assert len(page.columns.ticks.shares) == 6
    page.clear()
    assert search.count == 0 and page.columns.ticks.isHidden()

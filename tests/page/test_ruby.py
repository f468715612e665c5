from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF

from duidu.page.measures import EDGE
from duidu.page.ruby import NARROWEST, Reading, RubyFont
from duidu.page.ruby_text import PLAIN

HANZI, SPACING = 21.0, 7.0


@pytest.fixture
def font(fonts):
    return RubyFont(fonts.ruby_font(8.3))


def row(*texts, start=0.0):
    advance = HANZI + SPACING
    return [
        Reading(text, QRectF(start + n * advance, 0, advance, 40)) for n, text in enumerate(texts)
    ]


def test_the_longest_syllables_in_a_row_fit_at_the_narrowest(font):
    found = font.fit(row("zhuāng", "shuāng", "chuáng", "zhuāng", start=20), SPACING)
    assert all(one.scale >= NARROWEST for one in found)
    for one, two in pairwise(found):
        assert one.x + one.width < two.x


def test_a_reading_that_has_room_at_both_sides_keeps_its_width(font):
    found = font.fit(row("bù", "zhuāng", "yī", start=20), SPACING)
    assert found[0].scale == found[2].scale == 1
    alone = font.fit(row("zhuāng", start=20), SPACING)
    assert alone[0].scale == 1
    assert alone[0].width > HANZI


def test_a_first_reading_never_leaves_the_column(font):
    found = font.fit(row("zhuāng"), SPACING)
    assert found[0].x >= -EDGE


def test_the_glyphs_of_a_line_stand_on_one_baseline_left_to_right(font):
    squeezed = font.runs(font.fit(row("nǐ", "hǎo", start=20), SPACING), -18.0)
    (run,) = squeezed
    assert (run.scale, run.ink) == (1, PLAIN)
    assert {round(point.y(), 3) for point in run.glyphs.positions()} == {22.0}
    places = [point.x() for point in run.glyphs.positions()]
    assert places == sorted(places)
    assert 0 not in run.glyphs.glyphIndexes()


def test_each_ink_is_a_run_of_its_own_and_no_letter_is_lost(font):
    (one,) = font.fit([Reading("nǐhǎo", QRectF(20, 0, 56, 40), (3, 3, 3, 4, 4))], SPACING)[:1]
    runs = font.runs([one], -18.0)
    assert [(run.ink, len(run.glyphs.glyphIndexes())) for run in runs] == [(3, 3), (4, 2)]
    places = sorted(point.x() for run in runs for point in run.glyphs.positions())
    assert len(set(places)) == 5

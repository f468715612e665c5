import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph, Section
from duidu.study.anchor import FAR, SURROUNDINGS, Anchor, SourcePlaces


def article(*texts):
    return Article("", (Section("", tuple(Paragraph(text) for text in texts)),))


# Two hanzi of their own at each place, so that no stretch of the text occurs twice.
def unlike(first, length):
    return "".join(chr(0x4E00 + first + number) for number in range(length))


@given(st.lists(st.text(alphabet="天地，𠮟a", max_size=6), min_size=1, max_size=6), st.data())
def test_places_and_paragraphs_are_the_same_both_ways(texts, data):
    source = SourcePlaces(article(*texts))
    number = data.draw(st.integers(0, len(texts) - 1))
    offset = data.draw(st.integers(0, len(texts[number])))
    place = source.place(number, offset)
    assert source.paragraph_at(place) == (number, offset)
    assert source.text(place, place + 1) == (texts[number] + "\n")[offset : offset + 1] or (
        place == len(source)
    )


@given(
    before=st.integers(0, 80),
    length=st.integers(0, 30),
    after=st.integers(0, 80),
    inserted=st.text(alphabet="甲乙丙", max_size=200),
    at_start=st.booleans(),
)
def test_a_place_is_found_after_an_edit_elsewhere(before, length, after, inserted, at_start):
    text = unlike(0, before + length + after)
    if not text:
        return
    anchor = SourcePlaces(article(text)).anchor(before, before + length)
    edited = [inserted, text] if at_start else [text, inserted]
    found = SourcePlaces(article(*edited))
    expected = before + (len(inserted) + 1 if at_start else 0)
    assert found.find(anchor) == expected
    assert found.find_exactly(anchor) == expected


@given(st.integers(12, 60), st.integers(1, 20), st.integers(12, 60), st.booleans())
def test_one_side_of_the_surroundings_is_enough(before, length, after, keep_after):
    start, marked, end = unlike(0, before), unlike(100, length), unlike(200, after)
    anchor = SourcePlaces(article(start + marked + end)).anchor(before, before + length)
    edited = "甲" * 7 + marked + end if keep_after else start + marked + "乙" * 9
    source = SourcePlaces(article(edited))
    assert source.find(anchor) == edited.index(marked)
    assert source.find_exactly(anchor) in (None, edited.index(marked))


def test_what_is_gone_is_not_found():
    anchor = SourcePlaces(article("一隻貓坐在窗台上，看著遠方的燈光。")).anchor(5, 7)
    assert anchor == Anchor("窗台", "一隻貓坐在", "上，看著遠方的燈光。", 5)
    assert SourcePlaces(article("三隻狗睡在窗台上，看著遠方的燈光。")).find(anchor) == 5
    for gone in ("一隻貓坐在屋頂上，看著遠方的燈光。", "窗台", "別的文章。"):
        assert SourcePlaces(article(gone)).find(anchor) is None


def test_of_several_places_the_nearest_is_taken_and_exactly_none():
    line = "床雙裝窗闖撞" * 8
    source = SourcePlaces(article(line, "中", line, "中", line))
    start = source.place(2, 24)
    anchor = source.anchor(start, start + 2, SURROUNDINGS)
    assert source.find(anchor) == source.find_exactly(anchor) == start
    moved = SourcePlaces(article("新", line, "中", line, "中", line))
    assert moved.find(anchor) is not None
    assert moved.find_exactly(anchor) is None
    # With more of what is around, it is the same place.
    far = source.anchor(start, start + 2)
    assert moved.find(far) == moved.place(3, 24)


@pytest.mark.parametrize("place", [0, 30, 90, 199])
def test_surroundings_end_with_the_text(place):
    anchor = SourcePlaces(article(unlike(0, 200))).anchor(place, place)
    assert len(anchor.before) == min(place, FAR)
    assert len(anchor.after) == min(200 - place, FAR)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.dictionary.pinyin import mark_brackets, mark_tone, mark_tones


@pytest.mark.parametrize(
    ("numbered", "marked"),
    [
        ("ni3", "nǐ"), ("hao3", "hǎo"), ("lu:4", "lǜ"), ("lv4", "lǜ"), ("lüe4", "lüè"),
        ("gui4", "guì"), ("liu2", "liú"), ("zhong1", "zhōng"), ("Ou1", "Ōu"), ("A1", "Ā"),
        ("ma5", "ma"), ("r5", "r"), ("m2", "ḿ"), ("n4", "ǹ"), ("ng2", "ńg"), ("hm5", "hm"),
        ("xue2", "xué"), ("er2", "ér"), ("shuang1", "shuāng"), ("D", "D"), ("·", "·"), ("", ""),
    ],
)  # fmt: skip
def test_the_mark_stands_on_the_right_letter(numbered, marked):
    assert mark_tone(numbered) == marked


def test_a_reading_keeps_its_capitals_and_its_latin():
    assert mark_tones("Shen3 yang2") == "Shěn yáng"
    assert mark_tones("ka3 la1 O K") == "kǎ lā O K"


def test_pinyin_in_brackets_is_marked_and_other_brackets_stay():
    assert mark_brackets("see 花生[hua1 sheng1]") == "see 花生[huā shēng]"
    assert mark_brackets("the range [a, b]") == "the range [a, b]"


@given(st.text(max_size=30))
def test_nothing_makes_it_fail(text):
    assert isinstance(mark_tones(text), str)
    assert isinstance(mark_brackets(text), str)

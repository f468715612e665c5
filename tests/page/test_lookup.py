"""What the card tells, against a small dictionary and against the built one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Role
from duidu.dictionary.entry import Entry
from duidu.dictionary.store import Dictionary
from duidu.language.model import AnnotatedParagraph, Regional, Script, Word
from duidu.page.lookup import LONGEST_RUN, LookUp, matches_at, words_of
from duidu.page.place import WordPlace


def entry(traditional, simplified, pinyin, *senses):
    return Entry(traditional, simplified, tuple(pinyin.split()), pinyin, senses)


ENTRIES = (
    entry("中華人民共和國", "中华人民共和国", "Zhōng huá Rén mín Gòng hé guó", "PRC"),
    entry("中華", "中华", "Zhōng huá", "China"),
    entry("中", "中", "zhōng", "middle"),
    entry("華人", "华人", "Huá rén", "ethnic Chinese"),
    entry("華", "华", "huá", "splendid"),
    entry("人民", "人民", "rén mín", "the people"),
    entry("人", "人", "rén", "person"),
    entry("頭", "头", "tóu", "head"),
    entry("頭髮", "头发", "tóu fa", "hair"),
    entry("發", "发", "fā", "to send out"),
    entry("髮", "发", "fà", "hair"),
    entry("裡", "里", "lǐ", "inside"),
    entry("裏", "里", "lǐ", "variant of 裡|里[lǐ]"),
)


def entries(simplified):
    return tuple(one for one in ENTRIES if one.simplified == simplified)


def paragraph(*words, script=Script.TRADITIONAL):
    """Make a paragraph of words given as (traditional, simplified, reading)."""
    made, start = [], 0
    for traditional, simplified, reading in words:
        end = start + len(traditional)
        made.append(Word(start, end, traditional, simplified, tuple(reading.split())))
        start = end
    return AnnotatedParagraph("".join(w[0] for w in words), Role.BODY, script, tuple(made))


COUNTRY = paragraph(
    ("在", "在", "zài"),
    ("中華人民共和國", "中华人民共和国", "Zhōng huá Rén mín Gòng hé guó"),
    ("的", "的", "de"),
    ("頭髮", "头发", "tóu fa"),
    ("。", "。", ""),
)
LOOK_UP = LookUp(entries)


def forms(found):
    return [one.simplified for one in found]


@given(
    st.text(alphabet="中华人民共和国头发里的。a \U00020b9f", max_size=30),
    st.integers(min_value=0, max_value=30),
)
def test_matches_begin_at_the_place_and_are_words_and_come_longest_first(text, offset):
    found = matches_at(text, offset, entries)
    for match in found:
        assert match.start == offset < match.end <= len(text)
        assert match.entries == entries(text[match.start : match.end]) != ()
    assert [m.end for m in found] == sorted({m.end for m in found}, reverse=True)
    known = (e.simplified for e in ENTRIES)
    assert len(found) == len({one for one in known if text.startswith(one, offset)})


@given(st.text(alphabet="中华人民共和国头发里的。a ", max_size=40))
def test_the_words_of_a_run_do_not_overlap_and_none_could_be_longer(text):
    last = 0
    for match in words_of(text, entries):
        assert match.start >= last
        assert match.end == matches_at(text, match.start, entries)[0].end
        skipped = range(last, match.start)
        assert not any(matches_at(text, offset, entries) for offset in skipped)
        last = match.end


def test_radicals_are_found_as_the_hanzi_that_they_look_like():
    assert [match.end for match in matches_at("\u2f08民", 0, entries)] == [2, 1]


def test_a_word_of_the_page_comes_with_the_shorter_ones():
    answer = LOOK_UP.of_place(WordPlace(0, 1, COUNTRY))
    assert answer.entries == (ENTRIES[0],)
    assert forms(answer.others) == ["中华", "中"]
    assert answer.heading == "Longer and shorter"
    assert answer.word is COUNTRY.words[1]


def test_what_begins_at_the_character_is_told_in_the_middle_of_a_word():
    answer = LOOK_UP.of_place(WordPlace(0, 1, COUNTRY), 2)
    assert answer.simplified == "中华人民共和国"
    assert forms(answer.others) == ["华人", "华"]
    assert (answer.heading, answer.at) == ("From {character} on", "華")


def test_a_longer_word_than_the_cut_is_told():
    cut = paragraph(("頭", "头", "tóu"), ("髮", "发", "fà"))
    answer = LOOK_UP.of_place(WordPlace(0, 0, cut))
    assert answer.entries[0].senses == ("head",) and forms(answer.others) == ["头发"]


def test_form_and_reading_of_the_text_decide_which_entry_is_first():
    one = paragraph(("髮", "发", "fà"))
    assert LOOK_UP.of_place(WordPlace(0, 0, one)).entries == (ENTRIES[10], ENTRIES[9])
    other = paragraph(("發", "发", "fā"))
    assert LOOK_UP.of_place(WordPlace(0, 0, other)).entries == (ENTRIES[9], ENTRIES[10])


def test_the_other_words_are_written_as_the_text_is():
    cut = paragraph(("白", "白", "bái"), ("髮", "发", "fà"))
    (other,) = LOOK_UP.of_run(cut, Script.SIMPLIFIED, 0, 2).others
    assert (other.traditional, other.pinyin) == ("髮", "fà")


def test_what_an_entry_refers_to_is_told():
    answer = LOOK_UP.of_name("裏", "里")
    assert answer.entries[0].traditional == "裏" and answer.meant == "inside"
    assert LOOK_UP.of_name("裡", "里").meant == ""


@pytest.mark.parametrize("script", list(Script))
@pytest.mark.parametrize(
    ("start", "end", "expected", "reading"),
    [
        (1, 8, "中华人民共和国", "Zhōng huá Rén mín Gòng hé guó"),
        (3, 5, "人民", "rén mín"),
        (9, 12, "头发", "tóu fa"),
        (11, 12, None, None),
        (0, 0, None, None),
    ],
)
def test_a_run_that_is_a_word_is_looked_up_as_one(script, start, end, expected, reading):
    answer = LOOK_UP.of_run(COUNTRY, script, start, end)
    if expected is None:
        assert answer is None
    else:
        assert (answer.simplified, answer.reading) == (expected, reading)
        assert answer.entries


def test_a_run_that_is_no_word_is_told_word_by_word():
    answer = LOOK_UP.of_run(COUNTRY, Script.TRADITIONAL, 5, 11)
    assert answer.traditional == "共和國的頭髮" and answer.entries == ()
    assert answer.reading == "Gòng hé guó de tóu fa"
    assert forms(answer.others) == ["头发"] and answer.heading == "Word by word"
    assert "頭髮 tóu fa" in answer.aloud


def test_what_was_selected_to_be_copied_is_not_looked_up():
    long = paragraph(*[("人", "人", "rén")] * (LONGEST_RUN + 1))
    assert LOOK_UP.of_run(long, Script.TRADITIONAL, 0, LONGEST_RUN + 1) is None
    assert LOOK_UP.of_run(long, Script.TRADITIONAL, 0, LONGEST_RUN) is not None


@given(st.data())
def test_every_place_and_run_has_an_answer_with_regional_words_too(data):
    taxi = Word(0, 4, "出租汽車", "出租汽车", ("chū", "zū", "qì", "chē"))
    taxi = taxi._replace(regional=Regional(Script.TRADITIONAL, "計程車", ("jì", "chéng", "chē")))
    tail = replace(COUNTRY, words=(*COUNTRY.words, taxi))
    script = data.draw(st.sampled_from(list(Script)))
    length = len(tail.text(script))
    start, end = sorted(data.draw(st.lists(st.integers(0, length), min_size=2, max_size=2)))
    answer = LOOK_UP.of_run(tail, script, start, end)
    if answer is not None:
        assert answer.traditional in tail.traditional + "出租汽車"
        assert answer.simplified in tail.simplified
    index = data.draw(st.integers(0, len(tail.words) - 1))
    first, last = tail.span(Script.SIMPLIFIED, index)
    offset = data.draw(st.integers(first, last - 1))
    assert LOOK_UP.of_place(WordPlace(0, index, tail), offset).word is tail.words[index]


def test_a_name_without_entry_keeps_what_the_program_says_of_it():
    name = Word(0, 3, "林淑芬", "林淑芬", ("Lín", "Shū", "fēn"), "personal name")
    answer = LOOK_UP.of_place(
        WordPlace(0, 0, AnnotatedParagraph("林淑芬", Role.BODY, Script.TRADITIONAL, (name,)))
    )
    assert answer.gloss == "personal name" and answer.entries == ()
    assert answer.aloud == "Lín Shū fēn: personal name"


def test_the_built_dictionary_answers():
    answer = LookUp(Dictionary().entries).of_name("打", "打")
    assert answer.reading == "dǎ" and len(answer.entries) > 1

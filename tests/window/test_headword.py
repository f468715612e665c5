import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.language.model import Guess
from duidu.page.place import WordPlace
from duidu.window.headword import (
    SENTENCES,
    headword_named,
    headword_of,
    sentence_around,
)
from tests.window.conftest import annotated

HAIR = ("頭髮", "头发", "tóu fa")
GROW = ("長", "长", "zhǎng", Guess.READING)


def test_the_entry_that_the_text_means_comes_first(dictionary):
    paragraph = annotated(HAIR, GROW, ("了", "了", "le"))
    word = headword_of(WordPlace(0, 1, paragraph), dictionary, [paragraph])
    assert word.entries[0].pinyin == "zhǎng"
    assert {entry.pinyin for entry in word.entries} >= {"cháng", "zhǎng"}
    assert word.agrees(word.entries[0]) and not word.agrees(word.entries[1])


def test_shorter_words_have_the_form_and_reading_that_they_have_in_the_word(dictionary):
    paragraph = annotated(("校長", "校长", "xiào zhǎng"), HAIR)
    inside = headword_of(WordPlace(0, 0, paragraph), dictionary, [paragraph]).inside
    assert [(entry.traditional, entry.pinyin) for entry in inside] == [
        ("校", "xiào"),
        ("長", "zhǎng"),
    ]
    inside = headword_of(WordPlace(0, 1, paragraph), dictionary, [paragraph]).inside
    assert ("髮", "发") in [(entry.traditional, entry.simplified) for entry in inside]
    assert ("發", "发") not in [(entry.traditional, entry.simplified) for entry in inside]


def test_its_own_sentence_comes_first_and_all_are_counted(dictionary):
    stop = ("。", "。", "")
    paragraph = annotated(*[HAIR, stop] * (SENTENCES + 2))
    last = 2 * (SENTENCES + 1)
    word = headword_of(WordPlace(1, last, paragraph), dictionary, [None, paragraph])
    assert (word.sentences[0].paragraph, word.sentences[0].index) == (1, last)
    assert len(word.sentences) == SENTENCES
    assert word.occurrences == SENTENCES + 2


def test_a_word_of_another_form_is_another_word(dictionary):
    paragraph = annotated(("發", "发", "fā"), ("髮", "发", "fà"))
    word = headword_of(WordPlace(0, 0, paragraph), dictionary, [paragraph])
    assert word.occurrences == 1


def test_a_word_can_be_looked_up_by_its_name(dictionary):
    word = headword_named("髮", "发", dictionary)
    assert word.entries[0].traditional == "髮" and word.reading == "fà"
    nothing = headword_named("㐂㐂㐂", "㐂㐂㐂", dictionary)
    assert nothing.entries == () and nothing.reading == ""


@pytest.mark.parametrize(
    ("texts", "index", "expected"),
    [
        (("天亮了", "。", "他", "走了", "！", "雨"), 3, "他走了！"),
        (("「", "好", "。", "」", "他", "說"), 4, "他說"),
        (("一" * 100, "人", "二" * 100), 1, "一" * 40 + "人" + "二" * 40),
    ],
)
def test_sentences_are_cut_around_the_word(texts, index, expected):
    paragraph = annotated(*[(text, text, "") for text in texts])
    sentence = sentence_around(paragraph, 0, index)
    assert sentence.text == expected
    assert sentence.text[sentence.start : sentence.end] == texts[index]


@given(st.lists(st.text("一。！ \n𠮟a”", min_size=1, max_size=5), min_size=1), st.data())
def test_the_word_is_where_its_sentence_says(texts, data):
    paragraph = annotated(*[(text, text, "") for text in texts])
    index = data.draw(st.integers(0, len(texts) - 1))
    sentence = sentence_around(paragraph, 0, index)
    found = sentence.text[sentence.start : sentence.end]
    assert found == texts[index][: len(found)] and (found or not texts[index].strip())

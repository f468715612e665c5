import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.language.model import Word
from duidu.language.sentences import sentence_of, sentences


def words(*forms):
    found, start = [], 0
    for form in forms:
        found.append(Word(start, start + len(form), form, form))
        start += len(form)
    return found


def test_closing_signs_belong_to_their_sentence():
    parts = words(*["他", "說", "：", "「", "好", "。", "」", "我", "走", "了", "。"])
    assert sentences(parts) == [(0, 7), (7, 11)]
    assert sentence_of(parts, 6) == (0, 7)


def test_several_signs_end_one_sentence_and_space_begins_none():
    assert sentences(words("啊", "！", "？", " ", "好", "……")) == [(0, 4), (4, 6)]


@given(st.lists(st.text("一。！ 」a", min_size=1, max_size=3), max_size=12))
def test_the_sentences_partition_the_words(forms):
    parts = words(*forms)
    found = sentences(parts)
    assert [i for start, end in found for i in range(start, end)] == list(range(len(parts)))
    for index in range(len(parts)):
        start, end = sentence_of(parts, index)
        assert start <= index < end


def test_there_is_no_sentence_where_there_is_no_word():
    with pytest.raises(IndexError):
        sentence_of(words("一"), 1)

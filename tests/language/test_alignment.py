import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.language.alignment import Alignment

LENGTHS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=30)


def aligned(lengths):
    return Alignment([a for a, _ in lengths], [b for _, b in lengths])


def test_the_worked_example():
    alignment = Alignment([3, 1, 1], [4, 1, 1])
    assert alignment.word_at(True, 4) == 2
    assert alignment.across(True, 4) == 5
    assert alignment.span(False, 0) == (0, 4)


def test_columns_of_different_words_are_refused():
    with pytest.raises(ValueError, match="different numbers"):
        Alignment([1, 2], [3])


@given(LENGTHS)
def test_both_columns_are_covered_completely(lengths):
    alignment = aligned(lengths)
    for traditional, column in ((True, 0), (False, 1)):
        total = sum(pair[column] for pair in lengths)
        words = [alignment.word_at(traditional, offset) for offset in range(total)]
        assert sorted(set(words)) == list(range(len(lengths)))
        spans = [alignment.span(traditional, index) for index in range(len(lengths))]
        assert [start for start, _ in spans[1:]] == [end for _, end in spans[:-1]]
        assert (spans[0][0], spans[-1][1]) == (0, total)


@given(LENGTHS, st.booleans())
def test_there_and_back_lands_in_the_same_word(lengths, traditional):
    alignment = aligned(lengths)
    for offset in range(sum(pair[0 if traditional else 1] for pair in lengths)):
        there = alignment.across(traditional, offset)
        back = alignment.across(not traditional, there)
        word = alignment.word_at(traditional, offset)
        assert alignment.word_at(not traditional, there) == word
        assert alignment.word_at(traditional, back) == word


def test_outside_the_text_there_is_no_word():
    alignment = Alignment([2, 1], [2, 1])
    assert [alignment.word_at(True, offset) for offset in (-1, 3)] == [-1, -1]
    assert alignment.across(True, 3) == 3
    with pytest.raises(IndexError):
        alignment.span(True, 2)

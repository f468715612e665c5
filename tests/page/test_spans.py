from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Role
from duidu.language.model import AnnotatedParagraph, Regional, Script, Word
from duidu.page.spans import across, in_column, in_source


def paragraph(lengths, script=Script.TRADITIONAL):
    """Make words with so many characters in the source and in the other column."""
    words, start = [], 0
    for own, other in lengths:
        regional = Regional(script.other, "別" * other, ()) if own != other else None
        words.append(Word(start, start + own, "字" * own, "字" * own, regional=regional))
        start += own
    return AnnotatedParagraph("字" * start, Role.BODY, script, tuple(words))


LENGTHS = st.lists(st.tuples(st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=8)
SCRIPTS = st.sampled_from(list(Script))


@given(LENGTHS, SCRIPTS, st.data())
def test_whole_words_are_whole_words_in_the_other_column_and_back(lengths, script, data):
    one = paragraph(lengths, script)
    first = data.draw(st.integers(0, len(lengths) - 1))
    last = data.draw(st.integers(first, len(lengths) - 1))
    start, end = one.span(script, first)[0], one.span(script, last)[1]
    there = in_column(one, script.other, start, end)
    assert there == (one.span(script.other, first)[0], one.span(script.other, last)[1])
    assert in_source(one, script.other, *there) == (start, end)
    assert in_column(one, script, start, end) == (start, end)


@given(LENGTHS, SCRIPTS, st.data())
def test_no_stretch_gets_lost_or_out_of_its_words(lengths, script, data):
    one = paragraph(lengths, script)
    length = len(one.source)
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start + 1, length))
    first, last = across(one, script, start, end)
    assert 0 <= first < last <= len(one.text(script.other))
    assert one.word_at(script.other, first) == one.word_at(script, start)
    assert one.word_at(script.other, last - 1) == one.word_at(script, end - 1)


def test_the_example_of_the_docstring():
    one = paragraph([(3, 4), (1, 1), (1, 1)])
    assert across(one, Script.TRADITIONAL, 0, 3) == (0, 4)
    assert across(one, Script.SIMPLIFIED, 0, 4) == (0, 3)
    assert across(one, Script.TRADITIONAL, 3, 3) == (4, 4)
    assert across(one, Script.TRADITIONAL, 5, 5) == (6, 6)

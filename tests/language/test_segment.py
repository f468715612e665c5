from hypothesis import given
from hypothesis import strategies as st

from duidu.language.segment import Segmenter

COUNTS = {
    "研究": 50,
    "研究生": 20,
    "生命": 60,
    "命": 10,
    "起源": 20,
    "的": 900,
    "T恤": 2,
    "维生素C": 2,
}


def words(text, counts=COUNTS):
    return [text[start:end] for start, end, _ in Segmenter(counts).cut(text)]


def test_the_most_probable_cut_is_taken():
    assert words("研究生命的起源") == ["研究", "生命", "的", "起源"]


def test_a_nearly_as_probable_cut_is_a_doubt():
    segments = Segmenter(COUNTS | {"研究生": 40, "命": 50}).cut("研究生命的")
    assert [segment.doubtful for segment in segments] == [True, True, False]
    assert not any(s.doubtful for s in Segmenter(COUNTS | {"研究生": 1}).cut("研究生命的"))


def test_a_latin_word_and_a_number_are_never_cut():
    assert words("维生素CDE") == ["维", "生", "素", "CDE"]
    assert words("维生素C的T恤") == ["维生素C", "的", "T恤"]
    assert words("e-mail：3.5%……") == ["e-mail", "：", "3.5", "%", "……"]


def test_white_space_is_one_word():
    assert words("的  \t的") == ["的", "  \t", "的"]


@given(
    st.text(alphabet="研究生命的起源T恤维生素C1 .\n，…😀𠀀\u0301", max_size=60)
    | st.text(max_size=60)
)
def test_words_partition_the_text(text):
    segments = Segmenter(COUNTS).cut(text)
    assert "".join(text[start:end] for start, end, _ in segments) == text
    assert all(start < end for start, end, _ in segments)


def test_a_character_repeated_many_times_is_cut_quickly():
    text = "研" * 50_000
    assert len(Segmenter(COUNTS).cut(text)) == 50_000

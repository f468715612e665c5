from hypothesis import given
from hypothesis import strategies as st

from duidu.language.names import NameModel
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
NAMES = ["s\t张\t50", "s\t欧阳\t9", "1\t伟\t9", "2\t志\t9", "3\t远\t9", "f\t约\t9", "f\t翰\t9"]


def words(text, counts=COUNTS):
    return [text[s.start : s.end] for s in Segmenter(counts).cut(text)]


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
    segments = Segmenter(COUNTS, NameModel(NAMES)).cut(text)
    assert "".join(text[s.start : s.end] for s in segments) == text
    assert all(s.start < s.end for s in segments)


def test_a_character_repeated_many_times_is_cut_quickly():
    text = "研" * 50_000
    assert len(Segmenter(COUNTS).cut(text)) == 50_000


def test_names_and_numbers_are_found_that_no_list_has():
    segmenter = Segmenter(COUNTS, NameModel(NAMES))

    def cut(text):
        return [text[s.start : s.end] for s in segmenter.cut(text) if s.unlisted]

    assert cut("张伟的研究") == ["张伟"]
    assert cut("的欧阳志远的") == ["欧阳志远"]
    assert cut("第十二的三百五十") == ["第十二", "三百五十"]
    assert cut("的约翰·约翰的") == ["约翰·约翰"]
    assert segmenter.surname_of("欧阳志远") == "欧阳"


def test_a_doubled_word_is_one_word():
    assert words("起起源源的") == ["起起源源", "的"]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.dictionary.cedict import align, parse_entry
from duidu.dictionary.entry import Classifier
from duidu.hanzi import count_hanzi


def test_a_line_is_taken_apart():
    entry = parse_entry(
        "長椅 长椅 [chang2 yi3] /bench/see 椅子[yi3 zi5]/CL:張|张[zhang1],條|条[tiao2]/"
    )
    assert (entry.traditional, entry.simplified, entry.pinyin) == ("長椅", "长椅", "cháng yǐ")
    assert entry.reading == ("cháng", "yǐ")
    assert entry.senses == ("bench", "see 椅子[yǐ zi]")
    assert entry.classifiers == (Classifier("張", "张", "zhāng"), Classifier("條", "条", "tiáo"))


def test_the_reading_of_taiwan_is_no_sense():
    entry = parse_entry("垃圾 垃圾 [la1 ji1] /trash/garbage/Taiwan pr. [le4 se4]/")
    assert entry.senses == ("trash", "garbage")
    assert entry.taiwan == ("lè", "sè")


def test_a_measure_word_in_a_note_is_a_classifier_and_no_sense():
    entry = parse_entry("河 河 [he2] /river (CL:條|条[tiao2],道[dao4]) (old)/(CL:個|个[ge4])/")
    assert entry.senses == ("river (old)",)
    assert [(one.simplified, one.pinyin) for one in entry.classifiers] == [
        ("条", "tiáo"),
        ("道", "dào"),
        ("个", "gè"),
    ]


def test_several_readings_of_taiwan_give_the_first():
    entry = parse_entry("膀 膀 [bang3] /shoulder/Taiwan pr. [pang2], [bang1], [bang4]/")
    assert (entry.senses, entry.taiwan) == (("shoulder",), ("páng",))


def test_an_unknown_reading_is_none():
    entry = parse_entry("込 込 [xx5] /to be crowded/")
    assert (entry.pinyin, entry.reading) == ("", ())


def test_the_comma_of_a_proverb_stands_at_its_word():
    entry = parse_entry("既來之，則安之 既来之，则安之 [ji4 lai2 zhi1 , ze2 an1 zhi1] /stay/")
    assert entry.pinyin == "jì lái zhī, zé ān zhī"


@pytest.mark.parametrize(
    ("headword", "pinyin", "reading"),
    [
        ("瀋陽", "Shen3 yang2", ("Shěn", "yáng")),
        ("卡拉OK", "ka3 la1 O K", ("kǎ", "lā")),
        ("3D打印", "san1 D da3 yin4", ("dǎ", "yìn")),
        ("11區", "Shi2 yi1 Qu1", ("qū",)),
        ("花兒", "hua1 r5", ("huā", "r")),
        ("馬克·吐溫", "Ma3 ke4 · Tu3 wen1", ("mǎ", "kè", "tǔ", "wēn")),
        ("既來之，則安之", "ji4 lai2 zhi1 , ze2 an1 zhi1", ("jì", "lái", "zhī", "zé", "ān", "zhī")),
        ("三個字", "san1 ge4", ()),
    ],
)
def test_each_hanzi_has_one_syllable(headword, pinyin, reading):
    assert tuple(map(str.lower, align(headword, pinyin))) == tuple(map(str.lower, reading))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# a comment",
        "長椅 长椅 /bench/",
        "長椅 [chang2 yi3] /bench/",
        "a b [c] //",
        "椅 椅 [yi3] /CL:張|张[zhang1]/",
        "長 长 [chang2] /a",
    ],
)
def test_what_is_no_entry_is_told_apart(line):
    assert parse_entry(line) is None


@given(st.text(max_size=80) | st.from_regex(r"\A[長长A1·]+ [长A1]+ \[[a-z1-5: ]*\] /[^\n]*/\Z"))
def test_hostile_lines_never_fail_and_readings_are_aligned(line):
    entry = parse_entry(line)
    if entry is not None:
        assert len(entry.reading) in (0, count_hanzi(entry.traditional))
        assert len(entry.reading) in (0, count_hanzi(entry.simplified))
        assert len(entry.taiwan) in (0, count_hanzi(entry.traditional))

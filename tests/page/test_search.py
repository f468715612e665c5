from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Role
from duidu.language.model import AnnotatedParagraph, Regional, Script, Word
from duidu.page.search import count_plainly, fold, hits, parse, parse_pinyin

# Traditional, simplified, reading; where the other region has its own word, that one as well.
LEXICON = {
    "頭髮": ("头发", "tóu fa"),
    "發": ("发", "fā"),
    "你好": ("你好", "nǐ hǎo"),
    "女": ("女", "nǚ"),
    "綠": ("绿", "lǜ"),
    "西安": ("西安", "Xī ān"),
    "先": ("先", "xiān"),
    "方案": ("方案", "fāng àn"),
    "反感": ("反感", "fǎn gǎn"),
    "一": ("一", "yī"),
    "個": ("个", "gè"),
    "花兒": ("花儿", "huā r"),
    "𠮟": ("𠮟", "chì"),
    "T恤": ("T恤", "xù"),
    "OK": ("OK", ""),
    "，": ("，", ""),
    " ": (" ", ""),
    "龘": ("龘", "?"),
}
TAXI = Regional(Script.TRADITIONAL, "計程車", ("jì", "chéng", "chē"))


def paragraph(*forms, script=Script.SIMPLIFIED):
    words, start = [], 0
    for form in forms:
        if form == "出租汽車":
            word = Word(start, start + 4, form, "出租汽车", ("chū", "zū", "qì", "chē"))
            word = word._replace(regional=TAXI)
        else:
            simplified, reading = LEXICON[form]
            word = Word(start, start + len(form), form, simplified, tuple(reading.split()))
        words.append(word)
        start = word.end
    source = "".join(word.written(script) for word in words)
    return AnnotatedParagraph(source, Role.BODY, script, tuple(words))


PARAGRAPHS = st.lists(st.sampled_from([*LEXICON, "出租汽車"]), max_size=12).map(
    lambda forms: paragraph(*forms)
)
TYPED = st.one_of(
    st.text(alphabet="頭髮发發你好出租車车程OKokT，一 ", max_size=4),
    st.text(alphabet="abfghilnouvxüǐǎā135' ", max_size=9),
    st.sampled_from(["nihao", "nǐ hǎo", "xian", "lv", "che", "a", "fangan", "toufa1"]),
)


def found(annotated, typed, script=Script.SIMPLIFIED):
    query = parse(typed)
    text = annotated.text(script)
    return [text[slice(*hit.span(script))] for hit in hits(annotated, query)] if query else []


@given(PARAGRAPHS, TYPED)
def test_what_is_found_is_there_in_order_and_disjoint(annotated, typed):
    query = parse(typed)
    places = hits(annotated, query) if query else []
    for hit in places:
        own = {annotated.text(script)[slice(*hit.span(script))] for script in Script}
        spoken = _spoken(annotated, hit)
        assert any(fold(text) == query.text for text in own) or (query.pinyin and spoken)
        for script in Script:
            start, end = hit.span(script)
            assert annotated.word_at(script, start) == hit.first
            assert annotated.word_at(script, end - 1) == hit.last
    for one, two in pairwise(places):
        assert all(one.span(script)[1] <= two.span(script)[0] for script in Script)


def _spoken(annotated, hit):
    """Say whether a hit begins and ends at hanzi with syllables."""
    texts = [annotated.text(script)[slice(*hit.span(script))] for script in Script]
    return any(not set(text) & set("OKT， 龘") for text in texts)


@given(PARAGRAPHS, TYPED)
def test_what_is_there_is_found(annotated, typed):
    query = parse(typed)
    if query is not None:
        there = any(query.text in fold(annotated.text(script)) for script in Script)
        assert bool(hits(annotated, query)) or not there


@given(PARAGRAPHS, st.integers(0, 11), st.integers(1, 4), st.booleans())
def test_the_pinyin_of_consecutive_words_finds_them_whole(annotated, first, count, toned):
    words = annotated.words[first : first + count]
    syllables = [one for word in words for one in word.spoken(Script.SIMPLIFIED)]
    if not words or not all(word.reading and word.simplified.isalpha() for word in words):
        return
    text = "".join(word.simplified for word in words)
    if "T" in text or "龘" in text:
        return
    typed = " ".join(syllables) if toned else "'".join(syllables)
    assert text in found(annotated, typed)


@given(st.text(max_size=30))
def test_folding_keeps_the_length_and_parsing_takes_anything(text):
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
    query = parse(text)
    assert (query is None) == (not text.strip())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("头发", ["头发"]),
        ("頭髮", ["头发"]),
        ("髮", ["发"]),
        ("发", ["发", "发"]),
        ("發", ["发"]),
        ("发发", ["发发"]),
        ("頭发", []),
    ],
)
def test_either_script_finds_exactly_what_was_meant(typed, expected):
    assert found(paragraph("頭髮", "發"), typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["nihao", "NiHao", "nǐ hǎo", "nǐhǎo", "ni3hao3", "ni3 hao", "ni hao3", "ni'hao", "ｎｉｈａｏ"],
)
def test_pinyin_finds_with_and_without_tones(typed):
    assert found(paragraph("一", "你好", "，"), typed) == ["你好"]


@pytest.mark.parametrize("typed", ["ni2hao3", "niha", "ihao", "ni hao a", "n ihao", "ni3ha3o", "3"])
def test_other_tones_and_parts_of_syllables_find_nothing(typed):
    assert found(paragraph("一", "你好", "，"), typed) == []


def test_pinyin_is_aligned_to_the_syllables():
    both = paragraph("西安", "先", "方案", "反感")
    assert found(both, "xian") == ["西安", "先"]
    assert found(both, "xi'an") == ["西安"] == found(both, "xī ān")
    assert found(both, "xiān") == ["先"]
    assert found(both, "xīān") == found(both, "xi'ān") == ["西安"]
    assert found(both, "fangan") == ["方案", "反感"]
    assert found(both, "fang an") == ["方案"]
    assert found(both, "an xian") == ["安先"]
    assert found(both, "xia") == [] and found(both, "anfan") == ["案反"]


def test_pinyin_goes_over_words_but_not_over_signs():
    assert found(paragraph("你好", "女"), "haonü") == ["好女"]
    assert found(paragraph("你好", "，", "女"), "haonü") == []
    assert found(paragraph("你好", "OK", "女"), "haonü") == []
    assert found(paragraph("T恤"), "xu") == ["恤"]
    assert found(paragraph("花兒"), "huar") == ["花儿"]


@pytest.mark.parametrize(("typed", "expected"), [("lv", 1), ("lü4", 1), ("lu:", 1), ("lu", 0)])
def test_every_way_to_type_the_umlaut(typed, expected):
    assert len(found(paragraph("綠"), typed)) == expected


def test_a_changed_tone_is_found_as_it_is_shown_and_as_it_is():
    one = paragraph("一", "個")
    assert one.sandhi
    assert found(one, "yí gè") == found(one, "yī gè") == ["一个"]
    assert found(one, "yǐ gè") == []


def test_the_neutral_tone_is_one_as_well():
    assert found(paragraph("頭髮"), "tou2fa5") == ["头发"]
    assert found(paragraph("頭髮"), "tou2fa1") == []


def test_a_word_of_another_region_is_found_by_either_name_and_as_a_whole():
    annotated = paragraph("一", "出租汽車", "發")
    (hit,) = hits(annotated, parse("程"))
    assert hit.span(Script.TRADITIONAL) == (2, 3) and hit.span(Script.SIMPLIFIED) == (1, 5)
    (hit,) = hits(annotated, parse("jicheng"))
    assert hit.span(Script.TRADITIONAL) == (1, 3) and hit.span(Script.SIMPLIFIED) == (1, 5)
    (hit,) = hits(annotated, parse("汽车"))
    assert hit.span(Script.TRADITIONAL) == (1, 4) and hit.span(Script.SIMPLIFIED) == (3, 5)
    (hit,) = hits(annotated, parse("车发"))
    assert hit.span(Script.TRADITIONAL) == (1, 5) and (hit.first, hit.last) == (1, 2)


def test_the_case_of_latin_letters_and_radicals_do_not_matter():
    assert found(paragraph("OK", "女"), "ok") == ["OK"] == found(paragraph("OK"), "Ok")
    assert found(paragraph("女"), "⼥") == ["女"]
    assert found(paragraph("𠮟", "發"), "𠮟发") == ["𠮟发"]


@pytest.mark.parametrize("typed", ["", "OK", "2024", "b2", "你hao", "ˇ", "nih", "3a", "ni33", "x"])
def test_what_is_no_pinyin(typed):
    assert parse_pinyin(typed) is None


def test_a_long_text_of_letters_is_told_from_pinyin_at_once():
    assert parse_pinyin("a" * 50_000 + "b") is None
    assert parse_pinyin("ni" * 20_000) is not None


def test_plain_texts_are_counted_without_counting_twice():
    query = parse("后")
    assert count_plainly(["后面的皇后", "後面的皇后"], query) == 2
    assert count_plainly(["哈哈哈哈哈"], parse("哈哈")) == 2
    assert count_plainly([], query) == 0

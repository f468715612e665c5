from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.hanzi import count_hanzi
from duidu.language.annotate import Language
from duidu.language.model import Script, Variety
from duidu.language.vocabulary import joined, regional_words

LANGUAGE = Language(Dictionary(), model=False)
WORDS = [
    *("出租车", "软件", "計程車", "軟體", "数据库", "土豆", "馬鈴薯", "人工智能", "捷運", "打印机"),
    *("我", "的", "，", "一", "𠮟", "A"),
]


def annotate(text, script=None, variety=Variety.TAIWAN):
    annotator = LANGUAGE.annotator(Article("", ()), script or Script.SIMPLIFIED, variety)
    annotator.regional_words = True
    return annotator.annotate(Paragraph(text))


def test_the_derived_column_has_the_other_regions_words():
    paragraph = annotate("我们坐出租车去买软件。")
    assert paragraph.traditional == "我們坐計程車去買軟體。"
    assert paragraph.simplified == paragraph.source
    back = annotate("我們搭計程車去買軟體。", Script.TRADITIONAL)
    assert back.simplified == "我们搭出租车去买软件。"


def test_lengths_may_differ_and_the_columns_stay_linked():
    paragraph = annotate("吃土豆的人。")
    assert paragraph.traditional == "吃馬鈴薯的人。"
    potato = paragraph.word_at(Script.TRADITIONAL, 3)
    assert paragraph.words[potato].simplified == "土豆"
    assert paragraph.words[potato].spoken(Script.TRADITIONAL) == ("mǎ", "líng", "shǔ")
    assert paragraph.words[potato].overruled
    assert paragraph.differences(Script.TRADITIONAL) == [(1, 4)]


def test_words_that_are_one_word_there_are_joined():
    assert joined([0, 1, 3, 4], "我数据库", {"数据库": "資料庫"}) == [0, 1, 4]
    assert joined([0, 2, 4], "软件软件", {"软件": "軟體"}) == [0, 2, 4]


def test_other_varieties_keep_their_words():
    assert annotate("出租车", variety=Variety.HONGKONG).traditional == "出租車"


def test_every_pair_says_something_else():
    for source in Script:
        known = regional_words(source)
        assert len(known) > 400
        assert all(word and other and word != other for word, other in known.items())


@given(st.lists(st.sampled_from(WORDS), max_size=12), st.sampled_from(Script))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_both_columns_are_covered_and_mapped_back_into_the_same_word(parts, script):
    paragraph = annotate("".join(parts), script)
    assert paragraph.text(script) == paragraph.source
    for side in Script:
        assert "".join(word.form(side) for word in paragraph.words) == paragraph.text(side)
        for offset in range(len(paragraph.text(side))):
            index = paragraph.word_at(side, offset)
            there = paragraph.alignment.across(side is Script.TRADITIONAL, offset)
            assert paragraph.word_at(side.other, there) == index
        for word in paragraph.words:
            assert len(word.spoken(side)) == count_hanzi(word.form(side))

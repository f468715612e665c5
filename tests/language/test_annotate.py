import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph, Role
from duidu.dictionary.store import Dictionary
from duidu.hanzi import count_hanzi
from duidu.language.annotate import Language
from duidu.language.model import Guess, Script, Variety
from duidu.language.script import to_traditional

ODD = st.text(
    alphabet=st.sampled_from(
        list("發发髮后後皇一隻只的行长張张伟乾干⽺𠮟😀️e\u0301A1 ，。「·\u202e\x00")
    )
    | st.characters(exclude_categories=("Cs",)),
    max_size=80,
)
SLOW = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@pytest.fixture(scope="module")
def language():
    return Language(Dictionary())


@pytest.fixture(scope="module")
def annotators(language):
    empty = Article("", ())
    return {
        (script, variety): language.annotator(empty, script, variety)
        for script in Script
        for variety in Variety
    }


def words(annotators, text, script=Script.TRADITIONAL, variety=Variety.TAIWAN):
    return annotators[script, variety].annotate(Paragraph(text)).words


def read(annotators, text, script=Script.SIMPLIFIED):
    return [" ".join(w.reading) for w in words(annotators, text, script) if w.reading]


@given(ODD, st.sampled_from(Script), st.sampled_from(Variety))
@SLOW
def test_words_partition_the_source_and_both_columns(annotators, text, script, variety):
    annotated = annotators[script, variety].annotate(Paragraph(text, Role.CAPTION))
    assert annotated.source == annotated.text(script) == text
    ends = [0, *(word.end for word in annotated.words)]
    assert [word.start for word in annotated.words] == ends[:-1]
    assert ends[-1] == len(text)
    for word in annotated.words:
        assert text[word.start : word.end] == word.form(script)
        assert len(word.reading) == count_hanzi(word.simplified)
        assert all(word.reading)


@given(ODD, st.sampled_from(Variety))
@SLOW
def test_the_derived_column_is_opencc_unless_marked(annotators, text, variety):
    annotated = annotators[Script.SIMPLIFIED, variety].annotate(Paragraph(text))
    plain = to_traditional(text, variety)
    for word in annotated.words:
        assert word.overruled == (word.traditional != plain[word.start : word.end])


@given(ODD)
@SLOW
def test_there_and_back_lands_in_the_same_word(annotators, text):
    annotated = annotators[Script.TRADITIONAL, Variety.TAIWAN].annotate(Paragraph(text))
    for offset in range(len(text)):
        there = annotated.alignment.across(True, offset)
        assert annotated.word_at(Script.SIMPLIFIED, there) == annotated.word_at(
            Script.TRADITIONAL, offset
        )


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("銀行的行長覺得責任很重。", "银行的行长觉得责任很重。"),
        ("張偉和單老師在圖書館見面。", "张伟和单老师在图书馆见面。"),
        ("第二十三個學生買了三本書。", "第二十三个学生买了三本书。"),
    ],
)
def test_either_script_gives_the_same_words_and_readings(annotators, traditional, simplified):
    one = words(annotators, traditional, Script.TRADITIONAL)
    other = words(annotators, simplified, Script.SIMPLIFIED)
    assert [(w.start, w.end, w.simplified, w.traditional, w.reading) for w in one] == [
        (w.start, w.end, w.simplified, w.traditional, w.reading) for w in other
    ]


def test_an_entry_gives_form_reading_and_gloss_together(annotators):
    found = {w.traditional: w for w in words(annotators, "頭髮很長，出發了。")}
    assert found["頭髮"].simplified == "头发"
    assert found["頭髮"].reading == ("tóu", "fa")
    assert "hair" in found["頭髮"].gloss
    assert found["出發"].reading == ("chū", "fā")


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("他跑得很快。", "tā pǎo de hěn kuài"),
        ("你得走了。", "nǐ děi zǒu le"),
        ("他高兴地唱。", "tā gāo xìng de chàng"),
        ("这块地很大。", "zhè kuài dì hěn dà"),
        ("我有三本书没有还。", "wǒ yǒu sān běn shū méi yǒu huán"),
        ("孩子长得很高。", "hái zi zhǎng de hěn gāo"),
        ("单先生说。", "Shàn xiān sheng shuō"),
        ("任小姐来了。", "Rén xiǎo jie lái le"),
    ],
)
def test_the_company_decides_what_the_word_leaves_open(annotators, text, reading):
    assert " ".join(read(annotators, text)) == reading


def test_names_have_readings_of_names(annotators):
    found = words(annotators, "曾志偉來了，單玉蘭老師說。")
    names = {w.traditional: w.reading for w in found if w.entries == 0 and w.reading}
    assert names == {"曾志偉": ("Zēng", "Zhì", "wěi"), "單玉蘭": ("Shàn", "Yù", "lán")}


def test_names_keep_the_forms_of_names(annotators):
    found = words(annotators, "范志明和于海生来了，余小姐也来了。", Script.SIMPLIFIED)
    forms = "".join(w.traditional for w in found)
    assert forms == "范志明和于海生來了，余小姐也來了。"


def test_doubts_name_what_was_chosen(annotators):
    (word,) = words(annotators, "乾")
    assert Guess.CONVERSION in word.guessed
    assert words(annotators, "，")[0].guessed == ()


@pytest.mark.parametrize("unit", ["發", "的", "😀", "王", "一", "A", "·", "乾乾淨淨", "\u0301"])
def test_long_paragraphs_of_one_kind_are_no_trouble(annotators, unit):
    text = (unit * 5_000)[:5_000]
    assert "".join(w.traditional for w in words(annotators, text)) == text


def test_readings_of_taiwan_are_a_setting(language):
    annotator = language.annotator(Article("", ()), Script.TRADITIONAL, Variety.TAIWAN)
    annotator.read_as_in_taiwan(True)
    assert annotator.annotate(Paragraph("垃圾")).words[0].reading == ("lè", "sè")
    annotator.read_as_in_taiwan(False)
    assert annotator.annotate(Paragraph("垃圾")).words[0].reading == ("lā", "jī")

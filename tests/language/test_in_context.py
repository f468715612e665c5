"""Forms and readings that the neighbours decide."""

import pytest

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from duidu.language.company import Company, company_of
from duidu.language.forms_in_context import FORMS
from duidu.language.model import Script, Variety
from duidu.language.reasons import Because
from duidu.language.script import characters, localize


@pytest.fixture(scope="module")
def annotator():
    language = Language(Dictionary())
    return language.annotator(Article("", ()), Script.SIMPLIFIED, Variety.TAIWAN)


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("这只猫只喝水。", "這隻貓只喝水。"),
        ("他走了七八里路，心里很高兴。", "他走了七八里路，心裡很高興。"),
        ("他煮面的样子。", "他煮麵的樣子。"),
        ("衣服早就干了，他还在干活。", "衣服早就乾了，他還在幹活。"),
        ("那出京剧很好看。", "那齣京劇很好看。"),
        ("船系在岸边，中文系在三楼。", "船繫在岸邊，中文系在三樓。"),
        ("我困极了，被困在山上。", "我睏極了，被困在山上。"),
        ("老板姓余，范先生姓范。", "老闆姓余，范先生姓范。"),
    ],
)
def test_forms_follow_the_neighbours(annotator, simplified, traditional):
    assert annotator.annotate(Paragraph(simplified)).traditional == traditional


def test_a_rule_for_readings_keeps_to_the_form(annotator):
    dry = annotator.annotate(Paragraph("衣服早就干了。")).words
    assert [w.reading for w in dry if w.traditional == "乾"] == [("gān",)]
    work = annotator.annotate(Paragraph("他不干了。")).words
    assert [w.reading for w in work if w.traditional == "幹"] == [("gàn",)]


def test_every_answer_is_a_form_of_its_character():
    for char, rules in FORMS.items():
        possible = {localize(form, Variety.OPENCC) for form in characters()[char]}
        assert {localize(rule.answer, Variety.OPENCC) for rule in rules} <= possible, char


def test_the_company_of_a_word_stops_at_signs():
    words = ["三", "只", "，", "猫"]
    company = company_of(words, 1, lambda word: False)
    assert (company.before, company.after, company.sign) == ("三", "", "，")
    assert company_of(words, 3, bool) == Company("", "", bool)


@pytest.mark.parametrize(
    ("text", "word", "because"),
    [
        ("这只猫", "只", Because.NEIGHBOUR),
        ("得走了", "得", Because.NEIGHBOUR),
        ("教会", "教会", Because.USUAL),
    ],
)
def test_the_reader_is_told_why(annotator, text, word, because):
    paragraph = annotator.annotate(Paragraph(text))
    index = [one.simplified for one in paragraph.words].index(word)
    reasons = annotator.reasons(paragraph, index)
    assert because in {r.because for r in (reasons.form, reasons.reading) if r}


def test_what_is_plain_has_no_reason(annotator):
    paragraph = annotator.annotate(Paragraph("朋友"))
    assert annotator.reasons(paragraph, 0) == (None, None, (), ())


def test_reasons_can_be_asked_of_every_word_of_odd_text(annotator):
    odd = "这只3D猫！𠮟⽺\ue000 一\u200d👍他王小明说：「得行」约翰·史密斯"
    paragraph = annotator.annotate(Paragraph(odd))
    for index in range(len(paragraph.words)):
        annotator.reasons(paragraph, index)

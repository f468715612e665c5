import io
import json
import re
import warnings

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.article.formats import read_lines
from duidu.article.model import Article, Paragraph, Role, Section
from duidu.dictionary.store import Dictionary
from duidu.errors import DuiduError
from duidu.export.annotated import AnnotatedArticle, ExportCancelled
from duidu.export.formats import WRITERS, ExportError, Writer, export_article
from duidu.language.annotate import Language
from duidu.language.model import Script, Variety

ODD = st.text(
    alphabet=st.sampled_from(
        list("發髮后後一隻只的<>&\"' \t\x01\x7f\u202e\u200b\ufeff😀𠮟⽺A1，。「」e\u0301")
    )
    | st.characters(exclude_categories=("Cs",)),
    max_size=60,
)


@pytest.fixture(scope="module")
def language():
    return Language(Dictionary())


def annotated(language, *texts, script=Script.TRADITIONAL, progress=None):
    paragraphs = tuple(Paragraph(text) for text in texts)
    article = Article("題", (Section("", paragraphs),))
    annotator = language.annotator(article, script, Variety.TAIWAN)
    return AnnotatedArticle(article, annotator.annotate, script, Variety.TAIWAN, progress)


def written(name, article):
    out = io.StringIO()
    WRITERS[name].write(article, out)
    return out.getvalue()


def parse(page):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page)


def column_texts(tree, language):
    """Give the text of each column element without what stands over it."""
    texts = []
    for element in tree.iter():
        if element.get("class") == "column" and element.get("lang") == language:
            texts.append("".join(_text(element)))
    return texts


def _text(element):
    if element.tag not in ("rt", "rp"):
        yield element.text or ""
        for child in element:
            yield from _text(child)
            yield child.tail or ""


def pictured(text):
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", lambda m: chr(0x2400 + ord(m[0])), text)
    text = re.sub("[\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]", "\ufffd", text.replace("\x7f", "\u2421"))
    return re.sub("[\U0001fffe-\U0010ffff]", _noncharacter, text)


def _noncharacter(match):
    return "\ufffd" if ord(match[0]) & 0xFFFE == 0xFFFE else match[0]


@given(st.lists(ODD, min_size=1, max_size=4), st.sampled_from(Script))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_html_has_every_character_once_per_column(language, texts, script):
    article = annotated(language, *texts, script=script)
    paragraphs = list(article.paragraphs())
    tree = parse(written("html", article))
    normal = [text.replace("\r\n", "\n").replace("\r", "\n") for text in texts]
    for column, tag in ((Script.TRADITIONAL, "zh-Hant-TW"), (Script.SIMPLIFIED, "zh-Hans-CN")):
        expected = [
            pictured(p.text(column).replace("\r\n", "\n").replace("\r", "\n")) for p in paragraphs
        ]
        assert column_texts(tree, tag) == expected
    source_tag = "zh-Hant-TW" if script is Script.TRADITIONAL else "zh-Hans-CN"
    assert column_texts(tree, source_tag) == [pictured(text) for text in normal]


@given(st.lists(ODD, min_size=1, max_size=4), st.sampled_from(Script))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_json_lines_have_every_character_once_per_column(language, texts, script):
    lines = written("jsonl", annotated(language, *texts, script=script)).split("\n")
    assert lines.pop() == ""
    objects = [json.loads(line) for line in lines]
    assert [one["source"] for one in objects] == texts
    for one in objects:
        assert one[script.value] == one["source"]
        for column in ("traditional", "simplified"):
            assert "".join(word[column] for word in one["words"]) == one[column]
            assert len(one[column]) == len(one["source"])


def test_html_has_a_language_for_each_column_and_a_glossary(language):
    page = written("html", annotated(language, "頭髮乾了。", "皇后說：「好！」"))
    tree = parse(page)
    assert len(column_texts(tree, "zh-Hant-TW")) == len(column_texts(tree, "zh-Hans-CN")) == 2
    rows = [[cell.text for cell in row] for row in tree.iter("tr")]
    assert ["頭髮", "头发", "tóu fa", rows[1][3]] == rows[1]
    assert "hair" in rows[1][3]
    assert "<ruby>頭<rp>(</rp><rt>tóu</rt><rp>)</rp></ruby>" in page


def test_furniture_is_folded_in_html_and_text_is_escaped(language):
    article = annotated(language)
    paragraphs = (Paragraph("<b>好</b>&amp;"), Paragraph("版權", Role.FURNITURE))
    framed = Article("<題>", (Section("", paragraphs),))
    page = written(
        "html", AnnotatedArticle(framed, article.annotate, article.script, article.variety)
    )
    tree = parse(page)
    assert tree.find(".//title").text == "<題>"
    assert tree.find(".//details//p") is not None
    assert not list(tree.iter("script"))
    assert column_texts(tree, "zh-Hant-TW")[0] == "<b>好</b>&amp;"


def test_a_failed_export_leaves_the_old_file(language, tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")

    def breaks(article, out):
        out.write("half")
        raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match="No space left"):
        export_article(annotated(language, "好"), Writer("x", "x", ".x", breaks), target)
    stops = annotated(language, "好", "好", progress=lambda share: share < 0.4)
    with pytest.raises(ExportCancelled):
        export_article(stops, WRITERS["jsonl"], target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_link_is_followed_and_a_device_refused(language, tmp_path):
    target, link = tmp_path / "real.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(target)
    export_article(annotated(language, "好"), WRITERS["jsonl"], link)
    assert link.is_symlink()
    assert json.loads(target.read_text("utf-8"))["source"] == "好"
    with pytest.raises(DuiduError):
        export_article(annotated(language, "好"), WRITERS["jsonl"], tmp_path)


def test_soft_cuts_are_marked(language):
    article = read_lines("風" * 12_000)
    annotator = language.annotator(article)
    whole = AnnotatedArticle(article, annotator.annotate, annotator.script, annotator.variety)
    objects = [json.loads(line) for line in written("jsonl", whole).splitlines()]
    assert [one.get("continues") for one in objects] == [True, True, None]
    assert "".join(one["source"] for one in objects) == "風" * 12_000

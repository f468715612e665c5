import pytest

from duidu.article.model import FieldName, Role
from duidu.article.roles import CHAPTER, assembled, paragraphs_of, title_of

BODY = "風從山後面來，吹過了河，吹過了整個村子，把曬在竹竿上的衣服都吹了起來。"


def roles(*blocks):
    return [paragraph.role for paragraph in paragraphs_of(blocks)[0]]


def test_a_short_first_line_without_an_end_is_the_title():
    assert roles("村子裡的風", BODY) == [Role.TITLE, Role.BODY]
    assert roles("村子裡颳起了風。", BODY) == [Role.BODY, Role.BODY]
    assert roles("村子裡的風") == [Role.BODY]


def test_a_question_is_a_title_before_a_byline_only():
    byline = "2020-01-02 來源：河邊日報"
    assert roles("風是從哪裡來的？", byline, BODY)[:2] == [Role.TITLE, Role.BYLINE]
    assert roles("風是從哪裡來的？", BODY) == [Role.BODY, Role.BODY]


@pytest.mark.parametrize(
    "text",
    ["第一回　風", "第12章", "第三章：回家", "卷二 水", "序", "後記", "第二节 山", "Chapter 3"],
)
def test_chapters_are_headings(text):
    assert CHAPTER.match(text)
    assert roles("書名", BODY, text, BODY)[2] is Role.HEADING


@pytest.mark.parametrize("text", ["第一部電影上映以後他就走了", "序幕拉開了", "卷起袖子就幹"])
def test_what_only_begins_like_a_chapter_is_none(text):
    assert not CHAPTER.match(text)


def test_a_short_line_between_paragraphs_is_a_heading_and_speech_is_not():
    assert roles("書名", BODY, "山的那一邊", BODY)[2] is Role.HEADING
    assert roles("書名", BODY, "「誰？」", BODY)[2] is Role.BODY


def test_a_byline_is_near_the_top_or_at_the_very_end():
    blocks = ["書名", *[BODY] * 8, "责任编辑：任远"]
    assert roles(*blocks)[-1] is Role.BYLINE
    blocks.insert(5, "来源：某某报")
    assert roles(*blocks)[5] is not Role.BYLINE


def test_a_field_counts_paragraphs_and_points_into_the_piece():
    long = BODY * 200
    paragraphs, fields = assembled([long, long + "（文　陳河）"], [Role.BODY, Role.BODY])
    (author,) = fields
    assert author.name is FieldName.AUTHOR
    assert paragraphs[author.paragraph].text[author.start : author.end] == "（文　陳河）"
    assert author.paragraph == len(paragraphs) - 1
    assert [p.continues for p in paragraphs] == [True, False, True, False]


def test_the_original_title_may_stand_in_the_body():
    _, fields = paragraphs_of(["書名", BODY, "（原標題：村子裡的風）"])
    assert [(field.name, field.value) for field in fields] == [
        (FieldName.ORIGINAL_TITLE, "村子裡的風")
    ]


def test_the_frame_of_a_free_book_tells_title_and_author():
    paragraphs, fields = paragraphs_of(
        ["Title: 風的書", "Author: Chen He", "*** START OF THE EBOOK ***", "第一回　風", BODY]
    )
    assert title_of(paragraphs) == "風的書"
    assert [(field.name, field.value) for field in fields] == [(FieldName.AUTHOR, "Chen He")]
    assert [p.role for p in paragraphs][-2:] == [Role.HEADING, Role.BODY]

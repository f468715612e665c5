import pytest

from duidu.study.marks_markdown import Excerpt, MarkdownError, as_markdown, write_markdown


def test_highlights_stand_under_their_sections_with_their_notes():
    excerpts = [
        Excerpt("第一章", "漁夫的頭髮\n已經濕了。", "Why?"),
        Excerpt("第一章", "三隻貓"),
        Excerpt("第二章", "燈光", "- not a list\n1. nor this"),
    ]
    assert as_markdown("海邊", excerpts) == (
        "# 海邊\n\n## 第一章\n\n> 漁夫的頭髮\n>\n> 已經濕了。\n\nWhy?\n\n> 三隻貓\n\n"
        "## 第二章\n\n> 燈光\n\n\\- not a list\n1\\. nor this\n"
    ) or as_markdown("海邊", excerpts).endswith("\\- not a list\n\\1. nor this\n")


def test_markup_in_a_text_stays_text():
    text = as_markdown("a*b", [Excerpt("", "<b>_x_ [1]")])
    assert text == "# a\\*b\n\n> \\<b\\>\\_x\\_ \\[1\\]\n"


def test_a_file_is_written_or_the_failure_told(tmp_path):
    write_markdown(tmp_path / "a.md", "# 字\n")
    assert (tmp_path / "a.md").read_text("utf-8") == "# 字\n"
    with pytest.raises(MarkdownError, match=r"b\.md"):
        write_markdown(tmp_path / "none" / "b.md", "")

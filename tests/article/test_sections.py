from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Paragraph, Role
from duidu.article.sections import LONGEST_SECTION, SHORT_TEXT, sections, sized_sections

BODY = Paragraph("水" * 3_000)


def heading(text):
    return Paragraph(text, Role.HEADING)


def test_a_short_text_is_one_section():
    text = [Paragraph("標題", Role.TITLE), heading("第一章"), Paragraph("水。"), heading("第二章")]
    assert [section.paragraphs for section in sections(text)] == [tuple(text)]


def test_each_chapter_is_a_section_and_the_title_stays_with_the_first():
    text = [
        Paragraph("標題", Role.TITLE), heading("第一章"), BODY, heading("小節"), BODY,
        heading("第二章"), BODY,
    ]  # fmt: skip
    found = sections(text)
    assert [section.title for section in found] == ["第一章", "第二章"]
    assert [len(section.paragraphs) for section in found] == [5, 2]


def test_a_long_chapter_is_cut_between_paragraphs():
    found = sections([heading("第一章"), *[BODY] * 20])
    assert len(found) == 4
    assert {section.title for section in found} == {"第一章"}


@given(
    st.lists(
        st.builds(
            Paragraph,
            st.integers(1, 5_000).map(lambda length: "水" * length),
            st.sampled_from([Role.BODY, Role.BODY, Role.FURNITURE]),
        )
        | st.sampled_from([heading("第一章"), heading("第二回"), heading("小節")]),
        max_size=30,
    )
)
def test_sections_hold_every_paragraph_once_in_order(paragraphs):
    for cut in (sections, sized_sections):
        found = cut(paragraphs)
        assert [one for section in found for one in section.paragraphs] == paragraphs
        sizes = [sum(len(one.text) for one in section.paragraphs) for section in found]
        assert max(sizes, default=0) <= max(LONGEST_SECTION, SHORT_TEXT)

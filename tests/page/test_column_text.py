import pytest
from PySide6.QtGui import QFont, QTextDocument

from duidu.article.model import Field, FieldName, Paragraph, Role
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.page.column_text import ColumnText, TextStyle
from duidu.page.measures import Setting

BYLINE = Paragraph("計程車來源:甲", Role.BYLINE)
FIELDS = (Field(FieldName.SOURCE, "甲", 0, 3, 7),)


def words(*pairs):
    found, start = [], 0
    for traditional, simplified in pairs:
        found.append(Word(start, start + len(traditional), traditional, simplified))
        start += len(traditional)
    return tuple(found)


ANNOTATED = AnnotatedParagraph(
    BYLINE.text,
    Role.BYLINE,
    Script.TRADITIONAL,
    words(("計程車", "出租汽车"), ("來源", "来源"), (":", ":"), ("甲", "甲")),
)


@pytest.fixture
def document(application):
    return QTextDocument()


def column(document, script, paragraphs=(BYLINE,), fields=FIELDS):
    text = ColumnText(script, document)
    text.fill(paragraphs, fields)
    text.dress(TextStyle(QFont(), Setting(20.0), "#000000", "#555555"))
    return text


def spacing_after(document, position):
    iterator = document.firstBlock().begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        if fragment.contains(position):
            return fragment.charFormat().fontLetterSpacing()
        iterator += 1
    raise AssertionError(position)


def test_a_field_stands_apart_from_what_is_before_it(document):
    column(document, Script.TRADITIONAL)
    assert spacing_after(document, 2) == pytest.approx(1.6 * 0.85 * 20)
    assert spacing_after(document, 1) != spacing_after(document, 2)


def test_a_longer_derived_text_has_the_gap_before_the_same_field(document):
    text = column(document, Script.SIMPLIFIED)
    for _ in range(2):
        text.annotate(0, ANNOTATED)
        assert document.toPlainText() == "出租汽车来源:甲"
        assert spacing_after(document, 3) == pytest.approx(1.6 * 0.85 * 20)
        assert spacing_after(document, 2) != spacing_after(document, 3)
        assert len(text.positions[0]) == 8


def test_a_shorter_derived_text_is_spaced_by_its_own_characters(document):
    paragraph = Paragraph("出租汽车2024年")
    text = column(document, Script.TRADITIONAL, (paragraph,), ())
    pairs = words(("出租汽车", "出租汽车"), ("2024", "2024"), ("年", "年"))
    shorter = [w._replace(traditional="計程車") if w.start == 0 else w for w in pairs]
    text.annotate(
        0, AnnotatedParagraph(paragraph.text, Role.BODY, Script.SIMPLIFIED, tuple(shorter))
    )
    assert document.toPlainText() == "計程車2024年"
    assert spacing_after(document, 4) == 0


def test_a_line_separator_starts_no_new_paragraph(document):
    column(document, Script.TRADITIONAL, (Paragraph("甲\u2028乙\u2029丙\n丁"), Paragraph("戊")), ())
    assert document.blockCount() == 2
    assert document.firstBlock().text() == "甲 乙 丙 丁"


def test_folded_furniture_is_not_among_what_is_shown(document):
    text = column(document, Script.TRADITIONAL, (BYLINE, Paragraph("版權", Role.FURNITURE)))
    text.fold(True)
    assert text.shown == [0]
    assert not document.findBlockByNumber(1).isVisible()
    text.fold(False)
    assert text.shown == [0, 1]

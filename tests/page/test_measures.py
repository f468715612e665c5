import pytest
from PySide6.QtGui import QFont, QFontDatabase

from duidu.article.model import Role
from duidu.language.model import Script, Variety
from duidu.page.measures import Setting, block_format, char_format


@pytest.fixture
def font(fonts):
    return fonts.hanzi_font(Script.TRADITIONAL, Variety.TAIWAN, 16)


@pytest.mark.parametrize("role", [Role.TITLE, Role.HEADING])
def test_titles_are_heavier_even_where_the_family_has_one_weight(font, role):
    family = font.families()[0]
    heaviest = max(QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family))
    weight = char_format(font, role, "#000000", "#555555").font().weight()
    expected = QFont.Weight.DemiBold if heaviest >= 600 else QFont.Weight.Bold
    assert weight == expected


def test_text_itself_has_its_usual_weight(font):
    form = char_format(font, Role.BODY, "#000000", "#555555")
    assert form.font().weight() == QFont.Weight.Normal
    assert form.font().pointSizeF() == 16
    assert form.foreground().color().name() == "#000000"


def test_a_byline_is_small_and_quiet(font):
    form = char_format(font, Role.BYLINE, "#000000", "#555555")
    assert form.font().pointSizeF() < 16
    assert form.foreground().color().name() == "#555555"


@pytest.mark.parametrize("role", list(Role))
def test_room_below_grows_by_what_is_added(role):
    plain, padded = block_format(role, Setting(20.0)), block_format(role, Setting(20.0), 44.0)
    assert padded.bottomMargin() - plain.bottomMargin() == 44
    assert padded.lineHeight() == plain.lineHeight()

import pytest
from PySide6.QtGui import QColor

from duidu.page.fonts import has_tone_letters
from duidu.page.theme import THEMES, contrast
from duidu.page.tones import PAPERS as TONED
from duidu.page.tones import SCHEMES, tone_colours

ON_PAPERS = ("ink", "quiet_ink", "ruby", "accent", "doubt")
PAPERS = ("paper", "chrome", "field", "card")
MARKERS = ("yellow", "green", "blue", "rose")
PAIRS = [
    *((ink, paper) for ink in ON_PAPERS for paper in PAPERS),
    *((ink, paper) for ink in ("ink", "ruby") for paper in ("accent_paper", "hover_paper")),
    *(
        (ink, paper)
        for ink in ("ink", "quiet_ink", "ruby")
        for paper in ("found_paper", "found_current_paper")
    ),
    *((ink, f"marker_{name}") for ink in ("ink", "quiet_ink", "ruby") for name in MARKERS),
    ("selected_ink", "selection"),
    ("error_ink", "error_paper"),
]


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_every_text_has_contrast(theme, ink, paper):
    assert contrast(getattr(theme, ink), getattr(theme, paper)) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_tone_colour_has_contrast_and_is_told_from_the_others(theme, scheme):
    colours = tone_colours(scheme, theme)
    for paper in TONED:
        assert all(contrast(colour, getattr(theme, paper)) >= 4.5 for colour in colours)
    assert len(set(colours)) == 5
    hues = [QColor(colour).hslHue() for colour in colours[1:]]
    assert all(abs(one - two) > 15 for i, one in enumerate(hues) for two in hues[i + 1 :])


def test_contrast_is_that_of_the_standard():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("paper", ["paper", "chrome", "found_paper", "found_current_paper"])
def test_the_edge_of_what_is_found_is_seen(theme, paper):
    assert contrast(theme.found_edge, getattr(theme, paper)) >= 3


def test_labels_grow_with_those_of_the_system(application, monkeypatch):
    from PySide6.QtGui import QFont, QFontDatabase

    from duidu.page.fonts import HanziFonts

    for system, labels in ((9, 10), (10, 10), (15, 15), (-1, 10)):
        font = QFont()
        font.setPointSizeF(system) if system > 0 else font.setPixelSize(12)
        monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind, font=font: font)
        assert HanziFonts().interface_font().pointSizeF() == labels
        assert HanziFonts().interface_font(9).pointSizeF() == pytest.approx(9 * labels / 10)


def test_the_ruby_font_has_every_tone_letter(application):
    from duidu.page.fonts import HanziFonts

    assert has_tone_letters(HanziFonts().ruby_font(8))

import pytest
from PySide6.QtGui import QColor

from duidu.page.fonts import has_tone_letters
from duidu.page.theme import THEMES

ON_PAPERS = ("ink", "quiet_ink", "ruby", "accent", "doubt")
PAPERS = ("paper", "chrome", "field", "card")
PAIRS = [
    *((ink, paper) for ink in ON_PAPERS for paper in PAPERS),
    *((ink, paper) for ink in ("ink", "ruby") for paper in ("accent_paper", "hover_paper")),
    *(
        (ink, paper)
        for ink in ("ink", "quiet_ink", "ruby")
        for paper in ("found_paper", "found_current_paper")
    ),
    ("selected_ink", "selection"),
    ("error_ink", "error_paper"),
]


def luminance(name):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue, _ = QColor(name).getRgbF()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize(("ink", "paper"), PAIRS)
def test_every_text_has_contrast(theme, ink, paper):
    assert contrast(theme, ink, paper) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=list(THEMES))
@pytest.mark.parametrize("paper", ["paper", "chrome", "found_paper", "found_current_paper"])
def test_the_edge_of_what_is_found_is_seen(theme, paper):
    assert contrast(theme, "found_edge", paper) >= 3


def contrast(theme, ink, paper):
    light, dark = sorted((luminance(getattr(theme, name)) for name in (ink, paper)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ruby_font_has_every_tone_letter(application):
    from duidu.page.fonts import HanziFonts

    assert has_tone_letters(HanziFonts().ruby_font(8))

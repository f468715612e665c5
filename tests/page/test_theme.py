import pytest
from PySide6.QtGui import QColor

from duidu.page.fonts import has_tone_letters
from duidu.page.theme import THEMES

ON_PAPERS = ("ink", "quiet_ink", "ruby", "accent", "doubt")
PAPERS = ("paper", "chrome", "field", "card")
MARKERS = ("yellow", "green", "blue", "rose")
PAIRS = [
    *((ink, paper) for ink in ON_PAPERS for paper in PAPERS),
    *((ink, paper) for ink in ("ink", "ruby") for paper in ("accent_paper", "hover_paper")),
    *((ink, f"marker_{name}") for ink in ("ink", "quiet_ink", "ruby") for name in MARKERS),
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
    light, dark = sorted((luminance(getattr(theme, name)) for name in (ink, paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_the_ruby_font_has_every_tone_letter(application):
    from duidu.page.fonts import HanziFonts

    assert has_tone_letters(HanziFonts().ruby_font(8))

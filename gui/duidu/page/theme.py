"""The colours of the page and of the window around it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the program, each as "#rrggbb".

    Text colours reach a contrast of 4.5:1 against everything they are laid on: `ink`, `quiet_ink`,
    `ruby`, `accent` and `doubt` on `paper`, `chrome`, `field` and `card`; `ink` and `ruby` also on
    `accent_paper` and `hover_paper`; `ink`, `quiet_ink` and `ruby` on `found_paper`,
    `found_current_paper` and the markers, which are the colours of highlights; `selected_ink` on
    `selection`; `error_ink` on `error_paper`. `found_edge` is no text: it reaches 3:1 on `paper`,
    `chrome` and `found_paper`.
    """

    name: str
    dark: bool
    paper: str
    ink: str
    quiet_ink: str
    ruby: str
    accent: str
    accent_paper: str
    hover_paper: str
    found_paper: str
    found_current_paper: str
    found_edge: str
    chrome: str
    chrome_line: str
    field: str
    card: str
    card_line: str
    doubt: str
    focus: str
    selection: str
    selected_ink: str
    error_ink: str
    error_paper: str
    marker_yellow: str
    marker_green: str
    marker_blue: str
    marker_rose: str

    def marker(self, name: str) -> str:
        """Give the colour of the highlights of that name."""
        return {
            "yellow": self.marker_yellow,
            "green": self.marker_green,
            "blue": self.marker_blue,
            "rose": self.marker_rose,
        }[name]


LIGHT = Theme(
    name="light",
    dark=False,
    paper="#fbfaf6",
    ink="#1f1d1a",
    quiet_ink="#68635b",
    ruby="#7a4f1e",
    accent="#a3401c",
    accent_paper="#fae3a4",
    hover_paper="#f3ecd9",
    found_paper="#daecc9",
    found_current_paper="#cfe9ba",
    found_edge="#4a8238",
    chrome="#f3efe7",
    chrome_line="#ddd6c9",
    field="#fffefb",
    card="#fffdf7",
    card_line="#d9d0be",
    doubt="#a3401c",
    focus="#b5471f",
    selection="#c9dcf2",
    selected_ink="#1f1d1a",
    error_ink="#7d1f14",
    error_paper="#fbe3dc",
    marker_yellow="#f8efb4",
    marker_green="#d9efcf",
    marker_blue="#d6e8f7",
    marker_rose="#fadfe3",
)

DARK = Theme(
    name="dark",
    dark=True,
    paper="#1b1d1f",
    ink="#e9e5dc",
    quiet_ink="#a09b92",
    ruby="#d2ad7c",
    accent="#e59a6f",
    accent_paper="#344558",
    hover_paper="#292e33",
    found_paper="#22352a",
    found_current_paper="#24382c",
    found_edge="#6fae80",
    chrome="#222629",
    chrome_line="#363c40",
    field="#17191b",
    card="#26292c",
    card_line="#454b50",
    doubt="#e59a6f",
    focus="#e0915f",
    selection="#3d5f86",
    selected_ink="#f4f1ea",
    error_ink="#f3b3a5",
    error_paper="#45241f",
    marker_yellow="#3a3312",
    marker_green="#1f3824",
    marker_blue="#1d344a",
    marker_rose="#452a33",
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    paper="#f4e9d2",
    ink="#35291b",
    quiet_ink="#6a5943",
    ruby="#76461a",
    accent="#953312",
    accent_paper="#f3d489",
    hover_paper="#eadbb9",
    found_paper="#dde3b8",
    found_current_paper="#d2e0a4",
    found_edge="#4f7a2c",
    chrome="#ecdfc3",
    chrome_line="#d3c19b",
    field="#f9f1df",
    card="#faf2e0",
    card_line="#ccb88f",
    doubt="#953312",
    focus="#a8401a",
    selection="#cfd3c4",
    selected_ink="#2c2216",
    error_ink="#75190f",
    error_paper="#f3d3c4",
    marker_yellow="#f2dc8f",
    marker_green="#d5e0b4",
    marker_blue="#d0dcdc",
    marker_rose="#f0cfbd",
)

THEMES = {theme.name: theme for theme in (LIGHT, SEPIA, DARK)}


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour (WCAG 2.2), from 0 to 1."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    red, green, blue = (linear(part) for part in (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.2), from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def palette(theme: Theme) -> QPalette:
    """Give the palette that puts Qt's own widgets into the colours of a theme."""
    colours = {
        QPalette.ColorRole.Window: theme.chrome,
        QPalette.ColorRole.WindowText: theme.ink,
        QPalette.ColorRole.Base: theme.paper,
        QPalette.ColorRole.AlternateBase: theme.chrome,
        QPalette.ColorRole.Text: theme.ink,
        QPalette.ColorRole.PlaceholderText: theme.quiet_ink,
        QPalette.ColorRole.Button: theme.chrome,
        QPalette.ColorRole.ButtonText: theme.ink,
        QPalette.ColorRole.BrightText: theme.error_ink,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.selected_ink,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.ink,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.field,
        QPalette.ColorRole.Midlight: theme.chrome_line,
        QPalette.ColorRole.Mid: theme.chrome_line,
        QPalette.ColorRole.Dark: theme.quiet_ink,
        QPalette.ColorRole.Shadow: theme.chrome_line,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.quiet_ink))
    return result

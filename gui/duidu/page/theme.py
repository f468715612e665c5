"""The colours of the page and of the window around it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Theme:
    """Every colour of the program, each as "#rrggbb".

    Text colours reach a contrast of 4.5:1 against everything they are laid on: `ink`, `quiet_ink`,
    `ruby`, `accent` and `doubt` on `paper`, `chrome`, `field` and `card`; `ink` and `ruby` also on
    `accent_paper` and `hover_paper`; `ink`, `quiet_ink` and `ruby` on the markers, which are the
    colours of highlights; `selected_ink` on `selection`; `error_ink` on `error_paper`.
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

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


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

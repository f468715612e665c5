"""The style sheet of the page."""

from __future__ import annotations

from duidu.page.theme import Theme


def page_style(theme: Theme) -> str:
    """Give the style sheet of the page in a theme."""
    return (
        f"ReadingPage {{ background: {theme.paper}; }}"
        f"#columnLabel {{ color: {theme.quiet_ink}; background: {theme.paper};"
        " padding: 8px 0 6px 0; }"
        f"QTextEdit {{ background: {theme.paper}; border: none;"
        f" border-top: 2px solid {theme.paper};"
        f" selection-background-color: {theme.selection}; }}"
        'QTextEdit[over="true"] { background: transparent; border-top-color: transparent; }'
        f"QTextEdit:focus {{ border-top: 2px solid {theme.focus}; }}"
        f"#furnitureFold {{ color: {theme.quiet_ink}; background: {theme.paper};"
        " border: 1px solid transparent; border-radius: 5px; padding: 4px 14px; margin: 3px; }"
        f"#furnitureFold:hover {{ color: {theme.ink}; }}"
        f"#furnitureFold:focus {{ border-color: {theme.focus}; }}"
    )


def card_style(theme: Theme) -> str:
    """Give the style sheet of the card of a word."""
    return (
        f"#hoverCard {{ background: {theme.card}; border: 1px solid {theme.card_line};"
        " border-radius: 8px; }"
        f"QLabel {{ color: {theme.ink}; background: transparent; }}"
        f"#cardBody {{ color: {theme.ink}; background: transparent; border: none;"
        f" selection-background-color: {theme.selection};"
        f" selection-color: {theme.selected_ink}; }}"
        "#cardButton { background: transparent; border: none; border-radius: 5px; padding: 2px; }"
        f"#cardButton:hover {{ background: {theme.hover_paper}; }}"
        f"#cardButton:checked {{ background: {theme.accent_paper}; }}"
        f"QToolTip {{ background: {theme.card}; color: {theme.ink}; }}"
    )

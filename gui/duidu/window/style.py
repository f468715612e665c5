"""The style sheet of the window: paper-like calm, one accent colour, a visible focus."""

from __future__ import annotations

from string import Template

from duidu.page.theme import Theme

_SHEET = Template("""
QMainWindow, QDialog { background: $chrome; }
QMainWindow::separator { background: $chrome_line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolTip { background: $card; color: $ink; border: 1px solid $card_line; padding: 4px 6px; }

QMenuBar { background: $chrome; color: $ink; padding: 1px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover_paper; }
QMenu { background: $card; color: $ink; border: 1px solid $card_line; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 26px; border-radius: 4px; }
QMenu::item:selected { background: $accent_paper; }
QMenu::item:disabled { color: $quiet_ink; }
QMenu::separator { height: 1px; background: $card_line; margin: 4px 8px; }
QMenu::indicator { left: 8px; width: 13px; height: 13px; }

QToolBar {
    background: $chrome; border: none; border-bottom: 1px solid $chrome_line;
    padding: 4px 8px; spacing: 2px;
}
QToolBar::separator { background: $chrome_line; width: 1px; margin: 6px 7px; }
QToolButton {
    color: $ink; background: transparent; border: 1px solid transparent; border-radius: 6px;
    padding: 4px 8px;
}
QToolButton:hover { background: $hover_paper; }
QToolButton:pressed, QToolButton:checked { background: $accent_paper; }
QToolButton:disabled { color: $quiet_ink; }
QToolButton:focus { border: 1px solid $focus; }
QToolButton#qt_toolbar_ext_button { background: $quiet_ink; padding: 0; border-radius: 3px; }
QToolButton#qt_toolbar_ext_button:hover { background: $focus; }

QPushButton {
    color: $ink; background: $field; border: 1px solid $card_line; border-radius: 6px;
    padding: 6px 16px; min-height: 18px;
}
QPushButton:hover { background: $hover_paper; }
QPushButton:pressed { background: $accent_paper; }
QPushButton:default { border: 1px solid $accent; }
QPushButton:disabled { color: $quiet_ink; background: $chrome; }
QPushButton:focus { border: 2px solid $focus; padding: 5px 15px; }
QPushButton[flat="true"] {
    background: transparent; border: 1px solid transparent; padding: 5px 8px; text-align: left;
}
QPushButton[flat="true"]:hover { background: $hover_paper; }
QPushButton[flat="true"]:focus { border: 1px solid $focus; }

QLineEdit, QPlainTextEdit {
    color: $ink; background: $field; border: 1px solid $card_line; border-radius: 6px;
    padding: 5px 8px; selection-background-color: $selection; selection-color: $selected_ink;
}
QLineEdit:focus, QPlainTextEdit:focus { border: 1px solid $focus; }
QComboBox QAbstractItemView {
    color: $ink; background: $card; border: 1px solid $card_line;
    selection-background-color: $accent_paper; selection-color: $ink;
}
QProgressBar {
    border: 1px solid $card_line; border-radius: 4px; background: $field; height: 8px;
    color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $chrome_line; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $quiet_ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QStatusBar {
    background: $chrome; color: $quiet_ink; border-top: 1px solid $chrome_line; padding: 2px 8px;
}
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $quiet_ink; padding: 1px 8px; }

QFrame#message { background: $error_paper; border-bottom: 1px solid $error_ink; }
QFrame#message QLabel, QFrame#message QToolButton { color: $error_ink; }
QFrame#message[kind="progress"] {
    background: $hover_paper; border-bottom: 1px solid $chrome_line;
}
QFrame#message[kind="progress"] QLabel { color: $ink; }

QFrame#sections, QFrame#find, QFrame#sentence {
    background: $chrome; border-top: 1px solid $chrome_line;
}
QFrame#sentence QScrollArea, QFrame#sentence QWidget { background: $chrome; }
QFrame#sections QLabel, QFrame#find QLabel { color: $quiet_ink; }
QFrame#find QProgressBar { background: $chrome_line; border: none; border-radius: 0; }
QFrame#find QProgressBar::chunk { border-radius: 0; }

QFrame#glossary_title { background: $chrome; }
QLabel#quiet, QLabel#glossary_label { color: $quiet_ink; }
QTextBrowser#glossary, QTextBrowser#sheet {
    background: $chrome; border: 1px solid transparent; border-radius: 6px; padding: 4px 12px;
    selection-background-color: $selection; selection-color: $selected_ink;
}
QTextBrowser#glossary:focus, QTextBrowser#sheet:focus { border: 1px solid $focus; }

QWidget#welcome { background: $paper; }
QWidget#welcome QLabel { color: $ink; }
QWidget#welcome QLabel#quiet { color: $quiet_ink; }
QLabel#welcome_title { font-size: 26pt; }
""")


def style_sheet(theme: Theme) -> str:
    """Give the style sheet in the colours of a theme."""
    names = {name: getattr(theme, name) for name in theme.__slots__ if name != "dark"}
    return _SHEET.substitute(names)

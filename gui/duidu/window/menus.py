"""The menu bar and the toolbar, laid out by names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from duidu.page.tongue import tr, without_key
from duidu.window.actions import Actions
from duidu.window.choices import Choice

# A name is an action, "name>" a submenu, "" a line between groups.
MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&File",
        (
            "open",
            "open_address",
            "paste",
            "recent>",
            "samples>",
            "new_window",
            "",
            "reload",
            "export",
            "",
            "close",
            "quit",
        ),
    ),
    (
        "&View",
        (
            *("columns>", "swap", "pinyin", "sandhi", "doubts", "differences", "furniture", ""),
            *("bigger", "smaller", "usual_size", "themes>", "page_settings", "tongues>", ""),
            *("delays>", "glossary", "sentence", "full_screen"),
        ),
    ),
    (
        "&Go",
        (
            *("back", "forward", "", "next_word", "previous_word", "pin", ""),
            *("next_sentence", "previous_sentence", "", "find", "find_next", "find_previous", ""),
            *("next_section", "previous_section", "sections", "article_start", "article_end", ""),
            *("bookmark", "marks", "", "other_side"),
        ),
    ),
    (
        "&Text",
        (
            *("copy", "copy_other_script", "copy_with_readings", "copy_words", ""),
            *(
                "highlight",
                "note",
                "colours>",
                "",
                "speak_word",
                "speak_sentence",
                "read_aloud",
                "",
            ),
            *("correct", "undo", "corrections", ""),
            *("taiwan_readings", "regional_words", "script>", "variety>", "encoding>"),
        ),
    ),
    ("&Help", ("keys", "change_keys", "about")),
)
# Below this width, in pixels, the toolbar shows icons alone.
_ROOM_FOR_NAMES = 900


def fill_menu_bar(bar: QMenuBar, actions: Actions, submenus: Mapping[str, QMenu]) -> None:
    """Build the menus of the table."""
    for title, names in MENUS:
        menu = bar.addMenu(tr(title))
        for name in names:
            if not name:
                menu.addSeparator()
            elif name.endswith(">"):
                menu.addMenu(submenus[name[:-1]])
            else:
                menu.addAction(actions.on(name))


def choice_menu(choice: Choice, parent: QWidget) -> QMenu:
    """Make a submenu of a choice."""
    menu = QMenu(choice.title, parent)
    menu.addActions(choice.actions)
    return menu


class ToolBar(QToolBar):
    """The few things that are wanted often: icons with names, icons alone where it is narrow."""

    def __init__(self, actions: Actions, columns: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(tr("Toolbar"), parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setIconSize(QSize(20, 20))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._named: list[QToolButton] = []
        self._add(actions, "open", "paste")
        self.addSeparator()
        for action in columns:
            self.addAction(action)
            self._style(action, Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.addSeparator()
        self._add(actions, "pinyin", "doubts")
        self.addWidget(_spring())
        for name in ("smaller", "bigger", "theme", "glossary"):
            self.addAction(actions.on(name))
            self._style(actions.on(name), Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._add(actions, "export")
        self._show_names(True)

    def _add(self, actions: Actions, *names: str) -> None:
        for name in names:
            self.addAction(actions.on(name))
            button = self._style(actions.on(name), Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._named.append(button)

    def _style(self, action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
        button = self.widgetForAction(action)
        assert isinstance(button, QToolButton)
        button.setToolButtonStyle(style)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(without_key(action.text()))
        button.setAccessibleDescription(action.statusTip())
        return button

    def _show_names(self, shown: bool) -> None:
        styles = Qt.ToolButtonStyle
        for button in self._named:
            style = styles.ToolButtonTextBesideIcon if shown else styles.ToolButtonIconOnly
            if button.icon().isNull():
                style = styles.ToolButtonTextOnly
            button.setToolButtonStyle(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names away where there is no room for them."""
        super().resizeEvent(event)
        self._show_names(event.size().width() >= _ROOM_FOR_NAMES)


def _spring() -> QWidget:
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return spring

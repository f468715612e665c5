"""A choice of one among several, as actions for menus and toolbars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence


class Option:
    """One thing to choose: its value, its name, a sentence about it, and perhaps a key."""

    def __init__(self, value: object, text: str, tip: str, key: str = "", short: str = "") -> None:
        self.value = value
        self.text = text
        self.tip = tip
        self.key = key
        self.short = short


class Choice(QObject):
    """Exclusive actions, one an option. `chosen` is only emitted for a choice of the reader's."""

    chosen = Signal(object)

    def __init__(self, title: str, options: Sequence[Option], parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self._group = QActionGroup(self)
        self._actions = {option.value: self._action(option) for option in options}
        self._group.triggered.connect(self._on_triggered)

    @property
    def actions(self) -> list[QAction]:
        """The actions, in the order of the options."""
        return list(self._actions.values())

    @property
    def value(self) -> object:
        """The value that is chosen, or None."""
        return next((v for v, action in self._actions.items() if action.isChecked()), None)

    def show_value(self, value: object) -> None:
        """Mark a value without telling about it."""
        if value in self._actions:
            self._actions[value].setChecked(True)

    def enable(self, enabled: bool) -> None:
        """Let the reader choose, or not."""
        self._group.setEnabled(enabled)

    def _action(self, option: Option) -> QAction:
        action = QAction(option.text, self._group)
        action.setCheckable(True)
        action.setStatusTip(option.tip)
        action.setToolTip(option.tip)
        action.setData(option.value)
        if option.short:
            action.setIconText(option.short)
        if option.key:
            action.setShortcut(QKeySequence(option.key))
        return action

    def _on_triggered(self, action: QAction) -> None:
        value = next(v for v, one in self._actions.items() if one is action)
        self.chosen.emit(value)

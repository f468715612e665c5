"""A quiet bar to look for a text in the section, in either script."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from duidu.page.theme import Theme
from duidu.window.announce import announce
from duidu.window.icons import themed_icon


class FindBar(QFrame):
    """Asks `find(text, backward)` whether there is another place, and says so where there is none.

    It is hidden until it is opened, and hides on Esc.
    """

    closed = Signal()

    def __init__(self, find: Callable[[str, bool], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._find = find
        self.field = QLineEdit()
        self._answer = QLabel()
        self._previous = self._button("Place before (Shift+F3)", "Place before", self.previous)
        self._next = self._button("Next place (F3)", "Next place", self.next)
        self._close = self._button("Close (Esc)", "Close the search", self.close_bar)
        self._lay_out()
        self.hide()

    @property
    def answer(self) -> str:
        """What is said of the last search, or the empty string."""
        return self._answer.text()

    def open(self) -> None:
        """Show the bar and put the keyboard there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def next(self) -> None:
        """Go to the next place, or open the bar where there is nothing to look for."""
        self._look(backward=False)

    def previous(self) -> None:
        """Go to the place before."""
        self._look(backward=True)

    def close_bar(self) -> None:
        """Hide the bar and give the keyboard back."""
        self.hide()
        self._answer.clear()
        self.closed.emit()

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        for button, name in (
            (self._previous, "previous"),
            (self._next, "next"),
            (self._close, "close"),
        ):
            button.setIcon(themed_icon(name, theme))

    def _look(self, backward: bool) -> None:
        text = self.field.text().strip()
        if not text:
            self.open()
            return
        found = self._find(text, backward)
        self._answer.setText("" if found else "Not in this section")
        if not found:
            announce(self, self.answer)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText("Find 漢字 or 汉字")
        self.field.setAccessibleName("Find in the section")
        self.field.setMaximumWidth(320)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._answer.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._answer, 2)
        layout.addWidget(self._close)

    def _button(self, tip: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(slot)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look on Enter, backward with Shift; close on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._look(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

"""The list of a book's sections, with a field that narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from duidu.page.tongue import tr
from duidu.window.icons import names_alone

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class SectionList(QDialog):
    """Lets the reader choose a section by its title or its number."""

    wanted = Signal(int)

    def __init__(self, names: Sequence[str], shown: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sections"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Part of a title, or a number"))
        self.field.setAccessibleName(tr("Narrow the list"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sections"))
        for number, name in enumerate(names, 1):
            item = QListWidgetItem(f"{number}   {name}")
            item.setData(Qt.ItemDataRole.UserRole, number - 1)
            self.list.addItem(item)
        self.list.setCurrentRow(shown)
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.field.returnPressed.connect(self.accept)
        self.field.installEventFilter(self)
        self.list.itemActivated.connect(self.accept)

    def accept(self) -> None:
        """Go to the marked section."""
        item = self.list.currentItem()
        if item is not None and not item.isHidden():
            self.wanted.emit(item.data(Qt.ItemDataRole.UserRole))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys that move in the list do so from the field."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _narrow(self, text: str) -> None:
        wanted = text.strip().casefold()
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            hidden = wanted not in item.text().casefold()
            item.setHidden(hidden)
            first = item if first is None and not hidden else first
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        names_alone(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.field, self.list, buttons):
            layout.addWidget(part)
        self.resize(460, 520)

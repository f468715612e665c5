"""Choosing other keys for what the reader can do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from duidu.page.tongue import tr, without_key
from duidu.window.actions import COMMANDS, Actions, Command
from duidu.window.icons import names_alone
from duidu.window.preferences import PreferenceStore


class KeysDialog(QDialog):
    """A table of everything that can be done; a key typed into a row is its only key from then on.

    Two actions with the same key would both do nothing: the dialog says so and does not take it.
    """

    def __init__(
        self, store: PreferenceStore, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store, self._actions = store, actions
        self.setWindowTitle(tr("Change Keys"))
        self.letters = QCheckBox(
            tr("Keys of one &letter, as pop-up dictionaries have them (N, B, S …)")
        )
        self.letters.setChecked(store.value.letter_keys)
        self.table = QTableWidget(len(COMMANDS), 2)
        self.fields: dict[str, QKeySequenceEdit] = {}
        self.answer = QLabel()
        self.answer.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.RestoreDefaults | QDialogButtonBox.StandardButton.Close
        )
        names_alone(buttons)
        self.reset = buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        for part in (self.letters, self.table, self.answer, buttons):
            layout.addWidget(part)
        self._fill()
        self.reset.clicked.connect(self._reset)
        self.letters.toggled.connect(self._take_letters)
        self.resize(620, 560)

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels([tr("What it does"), tr("Key")])
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(1, 180)
        for row, command in enumerate(COMMANDS):
            item = QTableWidgetItem(without_key(tr(command.text)).rstrip("…"))
            item.setToolTip(tr(command.tip))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.table.setItem(row, 0, item)
            field = QKeySequenceEdit()
            field.setMaximumSequenceLength(1)
            field.setClearButtonEnabled(True)
            field.setAccessibleName(tr("Key for {action}", action=item.text()))
            field.editingFinished.connect(lambda command=command: self._take(command))
            self.fields[command.name] = field
            self.table.setCellWidget(row, 1, field)
        self._show()

    def _show(self) -> None:
        for name, field in self.fields.items():
            field.setKeySequence(self._actions.on(name).shortcut())

    def _take(self, command: Command) -> None:
        """Keep the key of a row, unless another action has it."""
        wanted = self.fields[command.name].keySequence()
        if wanted == self._actions.on(command.name).shortcut():
            return
        taken = next(self._taken_by(wanted, command), None)
        if taken is not None:
            key = wanted.toString(QKeySequence.SequenceFormat.NativeText)
            name = without_key(tr(taken.text))
            self.answer.setText(tr("{key} already belongs to “{action}”.", key=key, action=name))
            self._show()
            return
        self.answer.clear()
        chosen = self._store.value.chosen_keys()
        chosen[command.name] = wanted.toString()
        self._keep(chosen)

    def _taken_by(self, wanted: QKeySequence, command: Command) -> Iterator[Command]:
        if wanted.isEmpty():
            return
        for other in COMMANDS:
            if other is not command and wanted in self._actions.on(other.name).shortcuts():
                yield other

    def _keep(self, chosen: dict[str, str]) -> None:
        self._store.update(keys=tuple(f"{name}\t{keys}" for name, keys in chosen.items()))
        self._show()

    def _reset(self) -> None:
        self.answer.clear()
        self.letters.setChecked(True)
        self._keep({})

    def _take_letters(self, wanted: bool) -> None:
        self._store.update(letter_keys=wanted)
        self._show()

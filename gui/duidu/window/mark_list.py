"""The list of an article's bookmarks and highlights: look, search, go there, take away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from duidu.errors import DuiduError
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.study.marks import Kind, Mark
from duidu.window.mark_row import MarkRow
from duidu.window.message_bar import sentence_for

if TYPE_CHECKING:
    from duidu.window.marking import Marking

GONE = "its place is gone"
_NOTHING = (
    "Nothing is marked yet. Ctrl+B sets a bookmark, Ctrl+H highlights the selected text or the"
    " marked word."
)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """A mark as the list tells it. `place` is where it is in the joined source, None if gone."""

    mark: Mark
    before: str
    after: str
    section: str = ""
    place: int | None = None

    @property
    def facts(self) -> str:
        """The second line: where it is, and the note."""
        where = tr(GONE) if self.place is None else self.section
        return "  ·  ".join(filter(None, (where, self.mark.note.replace("\n", " "))))


class MarkList(QDialog):
    """Shows what is marked in the open article."""

    def __init__(self, marking: Marking, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Bookmarks and Highlights"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._marking = marking
        self.field = QLineEdit()
        self.list = QListWidget()
        self._message = QLabel()
        self._buttons: dict[str, QPushButton] = {}
        self._build(theme)
        self.fill()

    def fill(self) -> None:
        """Show what is kept now."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        entries = self._marking.entries()
        for entry in entries:
            kind = tr("Bookmark" if entry.mark.kind is Kind.BOOKMARK else "Highlight")
            item = QListWidgetItem(
                f"{entry.before}{entry.mark.anchor.text}{entry.after}\n{entry.facts}"
            )
            item.setData(_ENTRY, entry)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {item.text()}")
            item.setToolTip(entry.mark.note)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(entries) - 1))
        self._narrow(self.field.text())
        self._say(_told(entries))

    def accept(self) -> None:
        """Go to the marked place."""
        entry = self._current()
        if entry is not None and entry.place is not None:
            super().accept()
            self._marking.go_to(entry)

    def hand_out(self, path: Path) -> None:
        """Write highlights and notes to a file and say what came of it."""
        try:
            self._marking.hand_out(path)
        except DuiduError as error:
            self._say(sentence_for(error))
        else:
            self._say(tr("Written: {name}", name=path.name))

    @property
    def message(self) -> str:
        """What the dialog says about the list."""
        return self._message.text()

    def _build(self, theme: Theme) -> None:
        self.resize(560, 480)
        self.field.setPlaceholderText(tr("Part of the text, a title or a note"))
        self.field.setAccessibleName(tr("Narrow the list"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list.setAccessibleName(tr("Bookmarks and highlights"))
        self.list.setItemDelegate(MarkRow(theme, _ENTRY, self.list))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.currentItemChanged.connect(self._enable)
        self.list.installEventFilter(self)
        self._message.setWordWrap(True)
        self._message.setObjectName("quiet")
        layout = QVBoxLayout(self)
        for part in (self.field, self.list, self._message, self._button_box()):
            layout.addWidget(part)

    def _button_box(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        named: tuple[tuple[str, QDialogButtonBox.ButtonRole, Callable[[], object]], ...] = (
            ("&Go There", roles.ActionRole, self.accept),
            ("&Note…", roles.ActionRole, self._edit),
            ("&Delete", roles.ActionRole, self._delete),
            ("&Export…", roles.ActionRole, self._export),
            ("&Close", roles.RejectRole, self.reject),
        )
        for name, role, then in named:
            button = box.addButton(tr(name), role)
            button.clicked.connect(lambda _=False, then=then: then())
            self._buttons[name.strip("&…")] = button
        self._buttons["Go There"].setDefault(True)
        return box

    def _current(self) -> Entry | None:
        item = self.list.currentItem()
        return item.data(_ENTRY) if item is not None and not item.isHidden() else None

    def _chosen(self) -> list[Entry]:
        chosen = [one for one in self.list.selectedItems() if not one.isHidden()]
        return [one.data(_ENTRY) for one in chosen]

    def _enable(self) -> None:
        entry = self._current()
        self._buttons["Go There"].setEnabled(entry is not None and entry.place is not None)
        is_highlight = entry is not None and entry.mark.kind is Kind.HIGHLIGHT
        self._buttons["Note"].setEnabled(is_highlight)
        self._buttons["Delete"].setEnabled(entry is not None)
        entries = (self.list.item(row).data(_ENTRY) for row in range(self.list.count()))
        some = any(one.mark.kind is Kind.HIGHLIGHT for one in entries)
        self._buttons["Export"].setEnabled(some)

    def _narrow(self, text: str) -> None:
        wanted, first = text.strip().casefold(), None
        for row in range(self.list.count()):
            item = self.list.item(row)
            entry: Entry = item.data(_ENTRY)
            inside = (item.text(), entry.mark.anchor.text, entry.mark.note)
            item.setHidden(not any(wanted in part.casefold() for part in inside))
            first = item if first is None and not item.isHidden() else first
        current = self.list.currentItem()
        if first is not None and (current is None or current.isHidden()):
            self.list.setCurrentItem(first)
        self._enable()

    def _edit(self) -> None:
        entry = self._current()
        if entry is not None and entry.mark.kind is Kind.HIGHLIGHT:
            self._marking.edit(entry.mark, self, self.fill)

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen:
            self._marking.remove([one.mark for one in chosen])
            self.fill()

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export Highlights"), "highlights.md", "Markdown (*.md)"
        )
        if name:
            self.hand_out(Path(name))

    def _say(self, text: str) -> None:
        self._message.setText(text)

    # Qt's overrides.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list from the field; delete with the key in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.field and event.key() in _MOVES:
                self.list.keyPressEvent(event)
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._delete()
                return True
        return super().eventFilter(watched, event)


def _told(entries: list[Entry]) -> str:
    if not entries:
        return tr(_NOTHING)
    bookmarks = sum(one.mark.kind is Kind.BOOKMARK for one in entries)
    gone = sum(one.place is None for one in entries)
    highlights = len(entries) - bookmarks
    of_bookmarks = tr(
        "{count} bookmark" if bookmarks == 1 else "{count} bookmarks", count=bookmarks
    )
    one, several = "{count} highlight", "{count} highlights"
    told = tr(one if highlights == 1 else several, count=highlights)
    if bookmarks and highlights:
        told = tr("{bookmarks} and {highlights}", bookmarks=of_bookmarks, highlights=told)
    elif bookmarks:
        told = of_bookmarks
    return tr("{marks}; {count} whose place is gone", marks=told, count=gone) if gone else told

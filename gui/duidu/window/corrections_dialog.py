"""The list of all corrections: look, remove, share."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from duidu.errors import DuiduError
from duidu.language.choice import Piece
from duidu.page.tongue import tr
from duidu.study.corrections import Correction, Corrections, Scope
from duidu.window.correcting import Correcting
from duidu.window.message_bar import sentence_for

_HEADINGS = ("Text", "Chosen", "Where", "Document")
_WHERE = {Scope.HERE: "one place", Scope.DOCUMENT: "document", Scope.ALWAYS: "always"}
_NOTHING = (
    "Nothing is corrected yet. Open the menu of a word with the right mouse button, or press Ctrl+."
)
_ONE = "{count} correction. Those that hold always can be shared."
_SEVERAL = "{count} corrections. Those that hold always can be shared."
_FILTER = "Corrections (*.json)"


class CorrectionsDialog(QDialog):
    """Shows what is kept, and whether its place is still there."""

    def __init__(self, corrections: Corrections, correcting: Correcting, parent: QWidget) -> None:
        super().__init__(parent)
        self._corrections, self._correcting = corrections, correcting
        self._shown: list[Correction] = []
        self._table = QTableWidget(0, len(_HEADINGS))
        self._message = QLabel()
        self._build()
        self._fill()

    def _build(self) -> None:
        self.setWindowTitle(tr("Corrections"))
        self.resize(640, 420)
        self._table.setHorizontalHeaderLabels([tr(heading) for heading in _HEADINGS])
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.verticalHeader().hide()
        self._table.setAccessibleName(tr("Corrections"))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self._message.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        for name, then in (
            (tr("&Remove"), self._remove),
            (tr("&Import…"), self._import),
            (tr("&Export…"), self._export),
        ):
            button = QPushButton(name)
            button.clicked.connect(then)
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        for part in (self._table, self._message, buttons):
            layout.addWidget(part)

    def _fill(self) -> None:
        self._shown = self._corrections.all()
        lost = {one.id for one in self._correcting.lost()}
        self._table.setRowCount(len(self._shown))
        for row, one in enumerate(self._shown):
            heads = dict.fromkeys((one.traditional, one.simplified))
            where = tr("its place is gone" if one.id in lost else _WHERE[one.scope])
            document = Path(one.document.path).name if one.document.path else ""
            cells = (" ".join(heads), _chosen(one), where, document)
            for column, cell in enumerate(cells):
                self._table.setItem(row, column, QTableWidgetItem(cell))
        count = len(self._shown)
        shared = _ONE if count == 1 else _SEVERAL
        self._message.setText(tr(shared, count=count) if count else tr(_NOTHING))

    def _remove(self) -> None:
        rows = sorted({index.row() for index in self._table.selectedIndexes()})
        for row in rows:
            self._correcting.forget(self._shown[row])
        self._fill()

    def _import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Import corrections"), "", tr(_FILTER))
        if name:
            self.take_over(Path(name))

    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), "corrections.json", tr(_FILTER))
        if name:
            self.hand_out(Path(name))

    def take_over(self, path: Path) -> None:
        """Import a shared file and say what came of it."""
        try:
            count = self._corrections.import_file(path)
        except DuiduError as error:
            self._message.setText(sentence_for(error))
            return
        self._correcting.refresh()
        self._fill()
        self._message.setText(tr("{count} corrections were taken over.", count=count))

    def hand_out(self, path: Path) -> None:
        """Export what holds always and say what came of it."""
        try:
            count = self._corrections.export(path)
        except DuiduError as error:
            self._message.setText(sentence_for(error))
        else:
            told = tr("{count} corrections were written to {name}.", count=count, name=path.name)
            self._message.setText(told)


def _chosen(one: Correction) -> str:
    """Say in words what was chosen."""
    if len(one.pieces) > 1:
        return tr("cut {parts}", parts=" | ".join(_parts(one.traditional, one.pieces)))
    piece = one.pieces[0]
    if piece.name:
        return tr("a name")
    if piece.reading is not None:
        return tr("read {reading}", reading=" ".join(piece.reading))
    return tr("written so") if piece.form is not None else tr("one word")


def _parts(text: str, pieces: tuple[Piece, ...]) -> list[str]:
    start, parts = 0, []
    for piece in pieces:
        parts.append(text[start : start + piece.length])
        start += piece.length
    return parts

"""What is shown when nothing is open: where to begin."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from duidu.page.theme import Theme
from duidu.page.tongue import tr, without_key
from duidu.window.icons import themed_icon
from duidu.window.samples import Sample

_MEASURE = 560
_RECENT = 6


class Welcome(QScrollArea):
    """Offers to open and to paste, the samples, and what was read before."""

    file_chosen = Signal(object)  # Path

    def __init__(
        self, actions: Iterable[QAction], samples: Iterable[Sample], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAccessibleName(tr("Welcome"))
        self._page = QWidget()
        self._page.setObjectName("welcome")
        self._files: list[QPushButton] = []
        self._theme: Theme | None = None
        self._samples = self._column(tr("Samples"))
        self._recent = self._column(tr("Read before"))
        self._lay_out(list(actions))
        self._fill(self._samples, [(sample.path, tr(sample.name)) for sample in samples])
        self.setWidget(self._page)

    def show_recent(self, paths: Iterable[str]) -> None:
        """List what was read before."""
        shown = [(Path(path), Path(path).name) for path in paths][:_RECENT]
        self._fill(self._recent, shown)

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        self._theme = theme
        for button in self._files:
            button.setIcon(themed_icon("article", theme))

    def _lay_out(self, actions: list[QAction]) -> None:
        columns = QGridLayout()
        columns.setHorizontalSpacing(36)
        for number, column in enumerate((self._samples, self._recent)):
            columns.addWidget(column, 0, number, Qt.AlignmentFlag.AlignTop)
            columns.setColumnStretch(number, 1)
        inner = QVBoxLayout()
        inner.addStretch(2)
        inner.addWidget(_label(tr("Duidu 對讀"), "welcome_title"))
        inner.addWidget(_label(tr("Read Chinese in both scripts, side by side."), "quiet"))
        inner.addSpacing(22)
        inner.addLayout(self._buttons(actions))
        inner.addWidget(_label(tr("Or drop a file or a text here."), "quiet"))
        inner.addSpacing(26)
        inner.addLayout(columns)
        inner.addStretch(3)
        middle = QWidget()
        middle.setMaximumWidth(_MEASURE)
        middle.setLayout(inner)
        outer = QHBoxLayout(self._page)
        outer.addStretch(1)
        outer.addWidget(middle, 20)
        outer.addStretch(1)

    def _buttons(self, actions: list[QAction]) -> QHBoxLayout:
        row = QHBoxLayout()
        for number, action in enumerate(actions):
            button = QPushButton(without_key(action.text()))
            button.setToolTip(action.toolTip())
            button.setDefault(number == 0)
            button.setAutoDefault(True)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _column(self, title: str) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(_label(title, "quiet"))
        return column

    def _fill(self, column: QWidget, entries: list[tuple[Path, str]]) -> None:
        old = [button for button in self._files if column.isAncestorOf(button)]
        for button in old:
            self._files.remove(button)
            button.deleteLater()
        for path, name in entries:
            button = self._file_button(path, name)
            column.layout().addWidget(button)  # type: ignore[union-attr]
            self._files.append(button)
        column.setVisible(bool(entries))
        if self._theme is not None:
            self.recolour(self._theme)

    def _file_button(self, path: Path, name: str) -> QPushButton:
        button = QPushButton(name.replace("&", "&&"))
        button.setFlat(True)
        button.setToolTip(str(path))
        button.setAccessibleName(tr("Open {name}", name=name))
        button.clicked.connect(lambda: self.file_chosen.emit(path))
        return button


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label

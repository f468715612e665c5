"""The small dialog in which a note is written."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from duidu.page.theme import Theme
from duidu.page.tongue import tr, without_key
from duidu.study.marks import Colour
from duidu.window.icons import names_alone, swatch

# So much of a long text is repeated above its note, in code points.
_LONGEST_QUOTE = 90


COLOURS = {
    Colour.YELLOW: "&Yellow",
    Colour.GREEN: "&Green",
    Colour.BLUE: "&Blue",
    Colour.ROSE: "&Rose",
}


class NoteDialog(QDialog):
    """Shows what a note is about, and lets the reader write it and choose the colour."""

    written = Signal(str, str)  # the note and the name of the colour

    def __init__(self, text: str, colour: str, note: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note"))
        self.field = QPlainTextEdit(note)
        self.field.setAccessibleName(tr("Note"))
        self.field.setPlaceholderText(tr("What you want to remember about it"))
        self.field.setTabChangesFocus(True)
        self._colour = colour
        self._group = QButtonGroup(self)
        self._lay_out(quoted(text, _LONGEST_QUOTE), theme)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.accept)
        self.field.setFocus()

    def accept(self) -> None:
        """Tell what was written."""
        self.written.emit(self.field.toPlainText().strip(), self._colour)
        super().accept()

    def _lay_out(self, quote: str, theme: Theme) -> None:
        label = QLabel(quote)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName("quiet")
        colours = QHBoxLayout()
        colours.setSpacing(4)
        for colour in Colour:
            colours.addWidget(self._button(colour, theme))
        colours.addStretch(1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        names_alone(buttons)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setToolTip("Ctrl+Enter")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(label)
        layout.addWidget(self.field, 1)
        layout.addLayout(colours)
        layout.addWidget(buttons)
        self.resize(440, 300)

    def _choose(self, colour: str) -> None:
        self._colour = colour

    def _button(self, colour: Colour, theme: Theme) -> QToolButton:
        button = QToolButton()
        button.setIcon(swatch(theme.marker(colour.value), theme.ink))
        button.setIconSize(QSize(18, 18))
        button.setText(without_key(tr(COLOURS[colour])))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setChecked(colour.value == self._colour)
        button.clicked.connect(lambda: self._choose(colour.value))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.addButton(button)
        return button


def quoted(text: str, longest: int) -> str:
    """Give a text on one line, its middle left out where it is long."""
    line = text.replace("\n", " ")
    if len(line) <= longest:
        return line
    return f"{line[: longest // 2]} … {line[-longest // 2 :]}"

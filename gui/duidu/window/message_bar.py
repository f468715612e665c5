"""A quiet bar above the page: what went wrong, or what is going on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from duidu.errors import DuiduError, Term
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.announce import announce
from duidu.window.icons import themed_icon

# What is done sooner, in milliseconds, is not worth a message.
_PATIENCE = 200


def sentence_for(error: BaseException) -> str:
    """Give a sentence for the reader; our own errors have one."""
    if isinstance(error, DuiduError):
        values = {
            name: tr(value) if isinstance(value, Term) else value
            for name, value in error.values.items()
        }
        return tr(error.template, **values)
    if isinstance(error, MemoryError):
        return tr("There is not enough memory for this text.")
    fault = f"{type(error).__name__}: {error}"
    return tr("Something went wrong inside Duidu: {fault}", fault=fault)


class MessageBar(QFrame):
    """Shows one sentence at a time; the newest one wins."""

    focus_released = Signal()  # the bar went while the keyboard was on it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._cancel = QPushButton(tr("Cancel"))
        self._close = QToolButton()
        self._close.setToolTip(tr("Dismiss this message (Esc)"))
        self._close.setAccessibleName(tr("Dismiss the message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.dismiss)
        self._cancel.clicked.connect(self._on_cancel)
        self._on_cancelled: Callable[[], object] | None = None
        self._delay = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._delay.timeout.connect(self.show)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that is shown, or the empty string."""
        return self._label.text()

    def show_error(self, sentence: str) -> None:
        """Show and speak what went wrong."""
        self._put(sentence, "error", None)
        self.show()
        announce(self, sentence, urgent=True)

    def show_progress(self, sentence: str, cancel: Callable[[], object]) -> None:
        """Show what is going on, unless it is over at once."""
        self._put(sentence, "progress", cancel)
        self.hide()
        self._delay.start()

    def update_progress(self, sentence: str) -> None:
        """Tell how far what is going on has come; what is no longer going on is not told."""
        if self.property("kind") == "progress" and self._on_cancelled is not None:
            self._label.setText(sentence)

    def progress_is_over(self) -> None:
        """Take away what was going on; an error stays."""
        if self.property("kind") == "progress":
            self.dismiss()

    def dismiss(self) -> None:
        """Take the message away."""
        self._delay.stop()
        self._on_cancelled = None
        self._label.clear()
        had_focus = any(widget.hasFocus() for widget in (self, self._close, self._cancel))
        self.hide()
        if had_focus:
            self.focus_released.emit()

    def recolour(self, theme: Theme) -> None:
        """Draw the cross in the ink of a theme."""
        self._close.setIcon(themed_icon("close", theme))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 5, 8, 5)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._cancel)
        layout.addWidget(self._close)

    def _put(self, sentence: str, kind: str, cancel: Callable[[], object] | None) -> None:
        self._delay.stop()
        self._label.setText(sentence)
        self.setAccessibleName(sentence)
        self._on_cancelled = cancel
        self._cancel.setVisible(cancel is not None)
        self._close.setVisible(cancel is None)
        self.setProperty("kind", kind)
        for widget in (self, self._label, self._close):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def _on_cancel(self) -> None:
        if self._on_cancelled is not None:
            self._on_cancelled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

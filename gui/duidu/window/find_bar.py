"""A quiet bar to look for hanzi of either script, or for pinyin, in the article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.announce import announce
from duidu.window.article_search import ArticleSearch, Found
from duidu.window.icons import themed_icon

# The reader is taken to have stopped typing after so many milliseconds.
_TYPING = 180
# What is counted sooner, in milliseconds, is not worth a progress bar.
_PATIENCE = 250
_STEPS = 100
# The progress is a line of so many pixels along the upper edge, which takes no room from the text.
_PROGRESS = 3


def sentence_for(found: Found | None) -> str:
    """Say which of how many hits is the current one, and how many the article has."""
    if found is None:
        return ""
    alone = found.sections == 1
    if not found.here:
        nowhere = tr("Not in this article") if alone else tr("Not in this section")
        here = nowhere if found.complete else tr("Looking…")
    else:
        here = tr("{number:,} of {count:,}", number=found.number, count=found.here)
        here = here if found.number else tr("{count:,} here", count=found.here)
        here = here if found.complete else tr("{count} so far", count=here)
    if alone or (found.article is None and found.progress is None):
        return here
    if found.article is None:
        return f"{here}  ·  {tr('counting…')}"
    if not found.article:
        return tr("Not in this article")
    return f"{here}  ·  {tr('{count:,} in all', count=found.article)}"


class _Line(QLabel):
    """A line that never makes the window wider; for want of room it ends in an ellipsis."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    # Qt's override.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as there is room for."""
        elide, left = Qt.TextElideMode.ElideRight, Qt.AlignmentFlag.AlignLeft
        text = self.fontMetrics().elidedText(self.text(), elide, self.width())
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), left | Qt.AlignmentFlag.AlignVCenter, text)


class FindBar(QFrame):
    """Hands what is typed to the search, and says what it found.

    It is hidden until it is opened. Esc hides it and ends the search.
    """

    closed = Signal()  # the bar went while the keyboard was on it

    def __init__(self, search: ArticleSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self._search = search
        self.field = QLineEdit()
        self._answer = _Line()
        self._progress = QProgressBar(self)
        self._previous = self._button(
            tr("Place before (Shift+F3)"), tr("Place before"), self.previous
        )
        self._next = self._button(tr("Next place (F3)"), tr("Next place"), self.next)
        self.cancel = self._button(tr("Stop counting"), tr("Stop counting"), search.cancel_count)
        self.cancel.setText(tr("Stop"))
        self._close = self._button(tr("Close (Esc)"), tr("Close the search"), self.close_bar)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def answer(self) -> str:
        """What is said of the search, or the empty string."""
        return self._answer.text()

    @property
    def progress(self) -> float | None:
        """The share of the article that is counted, as the bar shows it; None where it does not."""
        return None if self._progress.isHidden() else self._progress.value() / _STEPS

    def open(self) -> None:
        """Show the bar and put the keyboard there; what was looked for last is found again."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()

    def next(self) -> None:
        """Go to the next place, or open the bar where there is nothing to look for."""
        self._step(backward=False)

    def previous(self) -> None:
        """Go to the place before."""
        self._step(backward=True)

    def close_bar(self) -> None:
        """Hide the bar, end the search, and give the keyboard back if the bar has it."""
        if not self.isHidden():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and self.isAncestorOf(focused)
            self.hide()
            self._typing.stop()
            self._search.stop()
            if had_focus:
                self.closed.emit()

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        for button, name in (
            (self._previous, "previous"),
            (self._next, "next"),
            (self._close, "close"),
        ):
            button.setIcon(themed_icon(name, theme))

    def _look(self) -> None:
        self._typing.stop()
        self._search.look_for(self.field.text())

    def _step(self, backward: bool) -> None:
        """Go on; what was not looked for yet is looked for first, which goes to a place itself."""
        if not self.field.text().strip():
            self.open()
            return
        self.show()
        if self._typing.isActive():
            self._look()
        else:
            self._search.look_for(self.field.text(), go=False)
            self._search.step(backward)
        announce(self, self.answer)

    def _lay_out(self) -> None:
        self.field.setPlaceholderText(tr("漢字, 汉字, hànzì"))
        self.field.setAccessibleName(tr("Find in the article"))
        self.field.setMinimumWidth(100)
        self.field.setMaximumWidth(320)
        self.field.setClearButtonEnabled(True)
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(_PROGRESS)
        self._progress.setAccessibleName(tr("Progress of the count"))
        self._progress.hide()
        self.cancel.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 8, 4)
        layout.addWidget(self.field, 2)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._answer, 3)
        layout.addWidget(self.cancel)
        layout.addWidget(self._close)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _: self._on_typed())
        self._typing.timeout.connect(self._look)
        self._patience.timeout.connect(lambda: self._show_progress(self._search.found))
        self._search.changed.connect(self._on_changed)

    def _button(self, tip: str, name: str, slot: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(slot)
        return button

    def _show_progress(self, found: Found | None) -> None:
        share = found.progress if found is not None else None
        self._progress.setVisible(share is not None)
        self.cancel.setVisible(share is not None)
        self._progress.setValue(int((share or 0) * _STEPS))

    def _on_typed(self) -> None:
        if not self.isHidden():
            # A count for the text before is for nothing now.
            self._search.cancel_count()
            self._typing.start()

    def _on_changed(self) -> None:
        found = self._search.found
        self._answer.setText(sentence_for(found))
        self._answer.setToolTip(self.answer)
        if found is None or found.progress is None:
            self._patience.stop()
            self._show_progress(None)
        elif self._progress.isHidden():
            if not self._patience.isActive():
                self._patience.start()
        else:
            self._show_progress(found)

    # Qt's overrides.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the progress along the whole upper edge."""
        super().resizeEvent(event)
        self._progress.setGeometry(0, 0, self.width(), _PROGRESS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look on Enter, backward with Shift; close on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

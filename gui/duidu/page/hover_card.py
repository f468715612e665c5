"""The card that tells about the word under the pointer: both forms, reading, gloss, doubts."""

from __future__ import annotations

import math
from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QTextDocument, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from duidu.language.model import Guess, Script, Variety, Word
from duidu.page.fonts import HanziFonts
from duidu.page.place import WordPlace
from duidu.page.settings import PageSettings

# How long the pointer rests on a word before the card comes, and how long the card waits after
# the pointer left, so that the pointer can walk onto it. Milliseconds.
SHOW_AFTER = 50
HIDE_AFTER = 250
_GAP = 6
_WIDEST = 420
_DOUBTS = {
    Guess.SEGMENTATION: "where the word ends",
    Guess.READING: "the reading",
    Guess.CONVERSION: "the form",
}


class HoverCard(QFrame):
    """A frame inside the page, near a word and never over it."""

    shown = Signal(object)  # the word that the card tells about
    gone = Signal()  # it was taken away, or the pointer left before it came

    def __init__(self, fonts: HanziFonts, gloss: Callable[[Word], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._fonts, self._gloss = fonts, gloss
        self._settings = PageSettings()
        self._variety = Variety.TAIWAN
        self._pending: tuple[WordPlace, QRect] | None = None
        self._label = QLabel(self)
        self._prepare()
        self._show_timer = self._timer(SHOW_AFTER, self._show_pending)
        self._hide_timer = self._timer(HIDE_AFTER, self.dismiss)
        self.hide()

    def _prepare(self) -> None:
        self.setObjectName("hoverCard")
        self.setAccessibleName("Word under the pointer")
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 9, 14, 11)
        layout.addWidget(self._label)

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    @property
    def text(self) -> str:
        """What the card says, without markup."""
        return QTextDocumentFragment.fromHtml(self._label.text()).toPlainText()

    def apply(self, settings: PageSettings, variety: Variety) -> None:
        """Take over colours and sizes."""
        self._settings, self._variety = settings, variety
        theme = settings.theme
        self.setStyleSheet(
            f"#hoverCard {{ background: {theme.card}; border: 1px solid {theme.card_line};"
            f" border-radius: 8px; }} QLabel {{ color: {theme.ink}; background: transparent; }}"
        )
        self._label.setFont(self._fonts.interface_font(10.5))

    def want(self, place: WordPlace, around: QRect) -> None:
        """Show a word soon; `around` is where it stands, in coordinates of the page."""
        self._hide_timer.stop()
        self._pending = (place, around)
        if self.isVisible():
            self._show_pending()
        else:
            self._show_timer.start()

    def leave(self) -> None:
        """Go soon, unless the pointer walks onto the card."""
        self._show_timer.stop()
        self._pending = None
        if self.isVisible():
            self._hide_timer.start()
        else:
            self.gone.emit()

    def dismiss(self) -> None:
        """Go at once."""
        self._show_timer.stop()
        self._hide_timer.stop()
        self._pending = None
        self.hide()
        self.gone.emit()

    def _show_pending(self) -> None:
        if self._pending is None:
            return
        place, around = self._pending
        self._label.setText(self._html(place))
        self._label.setFixedWidth(self._fitting_width())
        self.adjustSize()
        self.move(self._beside(around))
        self.show()
        self.raise_()
        self.shown.emit(place.word)

    def _fitting_width(self) -> int:
        """Give the width at which no line has to break, or the widest that there is room for."""
        document = QTextDocument()
        document.setDefaultFont(self._label.font())
        document.setHtml(self._label.text())
        widest = min(_WIDEST, max(160, self._page.width() - 60))
        return min(widest, math.ceil(document.idealWidth()) + 4)

    def _beside(self, around: QRect) -> QPoint:
        """Give a corner below the word, or above it where there is no room below."""
        page = self._page.rect()
        x = min(max(4, around.left() - 12), page.width() - self.width() - 4)
        below = around.bottom() + _GAP
        above = around.top() - _GAP - self.height()
        y = below if below + self.height() <= page.height() or above < 0 else above
        return QPoint(max(4, x), y)

    def _html(self, place: WordPlace) -> str:
        word, theme = place.word, self._settings.theme
        points = max(17.0, min(self._settings.point_size * 1.25, 26.0))
        forms = [self._form(word, Script.TRADITIONAL, points, theme.ink)]
        if word.form(Script.SIMPLIFIED) != word.form(Script.TRADITIONAL):
            forms.append(self._form(word, Script.SIMPLIFIED, points, theme.quiet_ink))
        reading = escape(" ".join(word.reading))
        spoken = place.annotated.sandhi.get(place.index) if self._settings.sandhi else None
        if spoken:
            reading += f"&nbsp;&nbsp;<i>spoken {escape(' '.join(spoken))}</i>"
        lines = [
            "&nbsp;&nbsp;".join(forms)
            + f"&nbsp;&nbsp;<span style='color:{theme.ruby}'>{reading}</span>",
            escape(self._gloss(word)) or f"<i style='color:{theme.quiet_ink}'>no entry</i>",
        ]
        if word.regional is not None:
            called = f"{word.written(word.regional.script)} is called {word.regional.form}"
            told = f"{called} {' '.join(word.regional.reading)}"
            lines.append(f"<span style='color:{theme.quiet_ink}'>{escape(told)}</span>")
        if word.guessed:
            doubts = " and ".join(_DOUBTS[guess] for guess in word.guessed)
            lines.append(f"<span style='color:{theme.doubt}'>Not sure: {doubts}</span>")
        return "".join(f"<div style='margin-top:2px'>{line}</div>" for line in lines)

    def _form(self, word: Word, script: Script, points: float, colour: str) -> str:
        family = self._fonts.family(script, self._variety)
        style = f"font-family:'{family}';font-size:{points:.1f}pt;color:{colour}"
        return f'<span style="{style}">{escape(word.form(script))}</span>'

    # Qt's overrides.

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on the card."""
        super().enterEvent(event)
        self._hide_timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go when the pointer has left the card."""
        super().leaveEvent(event)
        self.leave()

"""The sentence of the current word, word by word: reading, hanzi and meaning under each other."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from duidu.language.model import Script, Variety, Word
from duidu.page.copying import SentencePlace
from duidu.page.fonts import HanziFonts
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.icons import themed_icon

_GAP, _MARGIN = 14, 12
_WIDEST_GLOSS = 120
_HIGHEST = 190


class SentenceView(QWidget):
    """Paints the words as cells that flow like words do."""

    def __init__(self, fonts: HanziFonts, theme: Theme) -> None:
        super().__init__()
        self._fonts, self._theme = fonts, theme
        self._script, self._variety = Script.TRADITIONAL, Variety.TAIWAN
        self._words: list[Word] = []
        self._places: list[QRect] = []
        self._current = -1

    def show_words(
        self, words: list[Word], script: Script, variety: Variety, current: int = -1
    ) -> None:
        """Show words in one script; the current one has a ground of its own."""
        self._words, self._script, self._variety = words, script, variety
        self._current = current
        told = "; ".join(f"{w.form(script)} {' '.join(w.spoken(script))} {w.gloss}" for w in words)
        self.setAccessibleName(tr("Sentence, word by word"))
        self.setAccessibleDescription(told)
        self._flow()

    def recolour(self, theme: Theme) -> None:
        """Paint in the colours of a theme."""
        self._theme = theme
        self.update()

    def _font(self, size: float) -> QFont:
        return self._fonts.interface_font(size)

    def _hanzi(self) -> QFont:
        font = QFont(self._fonts.family(self._script, self._variety))
        font.setPointSizeF(15 * self._fonts.scale)
        return font

    def _lines(self, word: Word) -> tuple[tuple[str, QFont, str], ...]:
        """Give text, font and colour of the three lines of a cell."""
        gloss = QFontMetrics(self._font(9)).elidedText(
            word.gloss.partition(";")[0] if word.reading else "",
            Qt.TextElideMode.ElideRight,
            _WIDEST_GLOSS,
        )
        return (
            ("".join(word.spoken(self._script)), self._font(10), self._theme.ruby),
            (word.form(self._script).strip(), self._hanzi(), self._theme.ink),
            (gloss, self._font(9), self._theme.quiet_ink),
        )

    def _size(self, word: Word) -> QSize:
        metrics = [(text, QFontMetrics(font)) for text, font, _ in self._lines(word)]
        width = max(metric.horizontalAdvance(text) for text, metric in metrics)
        return QSize(width, sum(metric.height() for _, metric in metrics))

    def _flow(self) -> None:
        """Lay the cells out in rows, and take the height that they need."""
        self._places, x, y, high = [], _MARGIN, 4, 0
        for word in self._words:
            size = self._size(word)
            if x > _MARGIN and x + size.width() > self.width() - _MARGIN:
                x, y = _MARGIN, y + high + 4
            self._places.append(QRect(QPoint(x, y), size))
            x, high = x + size.width() + (_GAP if word.reading else 4), max(high, size.height())
        self.setFixedHeight(y + high + 6)
        self.update()

    # Qt's overrides.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells."""
        with QPainter(self) as painter:
            for index, (word, place) in enumerate(zip(self._words, self._places, strict=True)):
                y = place.top()
                if index == self._current:
                    painter.fillRect(place.adjusted(-4, 0, 4, 2), QColor(self._theme.accent_paper))
                for text, font, colour in self._lines(word):
                    metrics = QFontMetrics(font)
                    painter.setFont(font)
                    painter.setPen(colour)
                    painter.drawText(place.left(), y + metrics.ascent(), text)
                    y += metrics.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cells flow anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._flow()


class SentenceBar(QFrame):
    """A strip below the page with the current sentence; hidden until it is wanted."""

    copy_wanted = Signal()
    closed = Signal()

    def __init__(self, fonts: HanziFonts, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sentence")
        self.view = SentenceView(fonts, theme)
        self._scroller = QScrollArea()
        self._scroller.setWidget(self.view)
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._copy = self._button(tr("Copy the sentence"), self.copy_wanted.emit)
        self._close = self._button(tr("Close the sentence"), self.closed.emit)
        buttons = QVBoxLayout()
        buttons.addWidget(self._close)
        buttons.addWidget(self._copy)
        buttons.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 2, 4, 2)
        layout.addWidget(self._scroller, 1)
        layout.addLayout(buttons)
        self.recolour(theme)
        self.hide()

    def show_sentence(self, place: SentencePlace, variety: Variety) -> None:
        """Show a sentence as it was loaded."""
        annotated = place.annotated
        indexes = [
            index
            for index in range(place.start, place.end)
            if annotated.words[index].simplified.strip()
        ]
        words = [annotated.words[index] for index in indexes]
        at = indexes.index(place.current) if place.current in indexes else -1
        self.view.show_words(words, annotated.script, variety, at)
        self._fit()

    def recolour(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.view.recolour(theme)
        self._copy.setIcon(themed_icon("copy", theme))
        self._close.setIcon(themed_icon("close", theme))

    def _fit(self) -> None:
        self.setFixedHeight(min(_HIGHEST, self.view.height() + 6))

    def _button(self, tip: str, slot: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _=False: slot())  # type: ignore[operator]
        return button

    # Qt's overrides.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the cells need at this width."""
        super().resizeEvent(event)
        self._fit()

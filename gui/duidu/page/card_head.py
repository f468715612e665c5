"""The head of the card: the word, the way back, the pin, the end; by it the card is moved."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import (
    QColor,
    QFont,
    QIcon,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QTextDocument,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QWidget

from duidu.page.theme import Theme
from duidu.page.tongue import tr

Draw = Callable[[], QPainterPath]
_ICON = 16
_SPACING = 2


class CardHead(QWidget):
    """A line with the word and three buttons. Dragging it moves the card."""

    back_wanted = Signal()
    pin_wanted = Signal()
    close_wanted = Signal()
    link_activated = Signal(str)
    dragged = Signal(QPoint)  # how far since the last time
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pressed: QPoint | None = None
        self._dragging = False
        self._layout = QHBoxLayout(self)
        self.label = QLabel(self)
        self.back = self._button(
            tr("Back to the word before"),
            tr("Back to the word before (Backspace)"),
            self.back_wanted,
        )
        self.pin = self._button(
            tr("Keep the card open"), tr("Keep the card open (P)"), self.pin_wanted
        )
        self.end = self._button(tr("Close the card"), tr("Close the card (Esc)"), self.close_wanted)
        self._prepare()

    @property
    def text(self) -> str:
        """What the head says, without markup."""
        return QTextDocumentFragment.fromHtml(self.label.text()).toPlainText()

    @property
    def dragging(self) -> bool:
        """Whether the card is being moved."""
        return self._dragging

    def apply(self, theme: Theme, font: QFont) -> None:
        """Take over colours and size."""
        self.label.setFont(font)
        for button, draw in ((self.back, _arrow), (self.pin, _pin), (self.end, _cross)):
            button.setIcon(_icon(draw, theme, self.devicePixelRatioF()))

    def show_word(self, html: str, before: str, pinned: bool) -> None:
        """Show a word; `before` is the one that the way back leads to, if there is any."""
        self.label.setText(html)
        self.back.setVisible(bool(before))
        self.back.setToolTip(tr("Back to {word} (Backspace)", word=before))
        self.pin.setChecked(pinned)

    def fit(self, widest: int, least: int) -> int:
        """Take the width that the word needs, between two bounds, and give it (pixels)."""
        document = QTextDocument()
        document.setDefaultFont(self.label.font())
        document.setHtml(self.label.text())
        buttons = [b for b in (self.back, self.pin, self.end) if not b.isHidden()]
        beside = sum(button.sizeHint().width() + _SPACING for button in buttons) + 8
        width = max(least, min(widest, math.ceil(document.idealWidth()) + 4 + beside))
        self.label.setFixedWidth(width - beside)
        self.resize(
            width, max(self._layout.totalHeightForWidth(width), self.end.sizeHint().height())
        )
        return width

    def _prepare(self) -> None:
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.label.linkActivated.connect(self._on_link_activated)
        self.pin.setCheckable(True)
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self.back, 0, top)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.pin, 0, top)
        layout.addWidget(self.end, 0, top)

    def _button(self, name: str, tip: str, wanted: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("cardButton")
        button.setToolTip(tip)
        button.setAccessibleName(name)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: wanted.emit())
        return button

    def _on_link_activated(self, link: str) -> None:
        # The pointer is over the same link at the end of a drag.
        if not self._dragging:
            self.link_activated.emit(link)

    # Qt's overrides.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag began, in pixels of the screen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.globalPosition().toPoint()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the card with the pointer."""
        if self._pressed is None:
            return
        moved = event.globalPosition().toPoint() - self._pressed
        if self._dragging or moved.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._pressed += moved
            self.dragged.emit(moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the card stand where it is."""
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.dropped.emit()
        event.accept()


def _icon(draw: Draw, theme: Theme, ratio: float) -> QIcon:
    """Draw an icon in quiet ink, and in the accent for a button that is pressed in."""
    icon = QIcon()
    for state, colour in ((QIcon.State.Off, theme.quiet_ink), (QIcon.State.On, theme.accent)):
        pixmap = QPixmap(QSize(_ICON, _ICON) * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            painter.setPen(QPen(QColor(colour), 1.5, *round_ends))
            if state is QIcon.State.On:
                painter.setBrush(QColor(colour))
            painter.drawPath(draw())
        icon.addPixmap(pixmap, QIcon.Mode.Normal, state)
    return icon


def _arrow() -> QPainterPath:
    return _strokes(((13, 8), (3, 8)), ((7, 4), (3, 8), (7, 12)))


def _cross() -> QPainterPath:
    return _strokes(((4, 4), (12, 12)), ((12, 4), (4, 12)))


def _pin() -> QPainterPath:
    path = _strokes(((3.5, 9.5), (12.5, 9.5)), ((8, 9.5), (8, 14)))
    path.addRoundedRect(QRectF(5.5, 2, 5, 7.5), 1, 1)
    return path


def _strokes(*lines: tuple[tuple[float, float], ...]) -> QPainterPath:
    path = QPainterPath()
    for first, *others in lines:
        path.moveTo(QPointF(*first))
        for point in others:
            path.lineTo(QPointF(*point))
    return path

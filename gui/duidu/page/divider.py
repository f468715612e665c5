"""The line between the two columns, which can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from duidu.page.theme import Theme
from duidu.page.tongue import tr

WIDTH = 9
# The narrower column keeps so much of the page.
SMALLEST_SHARE = 0.2
EVEN = 0.5


class Divider(QWidget):
    """Tells which share of the page the first column is to have; a double click makes it half."""

    dragged = Signal(float)
    dropped = Signal(float)

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._theme, self._page = theme, page
        self._over = False
        self._share = EVEN
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Divider of the columns"))

    def recolour(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def _share_at(self, event: QMouseEvent) -> float:
        x = self.mapTo(self._page, event.position().toPoint()).x()
        share = x / max(1, self._page.width())
        return min(1 - SMALLEST_SHARE, max(SMALLEST_SHARE, share))

    # Qt's overrides.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a thin line, a stronger one under the pointer."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(self._theme.paper))
            colour = self._theme.focus if self._over else self._theme.chrome_line
            painter.fillRect(self.width() // 2, 0, 1, self.height(), QColor(colour))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the columns follow."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._share = self._share_at(event)
            self.dragged.emit(self._share)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was chosen."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.dropped.emit(self._share)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        self._share = self._share_at(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Make both columns equally wide."""
        self._share = EVEN
        self.dragged.emit(EVEN)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be taken."""
        self._over = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        self._over = False
        self.update()

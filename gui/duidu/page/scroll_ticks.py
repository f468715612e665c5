"""A strip over the scroll bar with a tick for each place where something was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from duidu.page.theme import LIGHT, Theme

# Width and height of a tick in pixels; the bar is 12 wide.
_WIDTH = 6
_HEIGHT = 2
_CURRENT_WIDTH = 12
_CURRENT_HEIGHT = 4
# How much of the colour a tick has, of 255: many of them are not to cry out.
_QUIET = 170

Shares = Sequence[float]


class ScrollTicks(QWidget):
    """Shows places as shares of the page's height, from 0 at the top to 1 at the bottom.

    It lies over the scroll bar and lets the mouse through. `shares` gives all places and the
    current one; it is asked when the strip is painted, not whenever lines break elsewhere.
    """

    def __init__(
        self, shares: Callable[[], tuple[Shares, Shares]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask = shares
        self._theme = LIGHT
        self._kept: tuple[Shares, Shares] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    @property
    def shares(self) -> Shares:
        """Where the ticks are."""
        return self._places()[0] if not self.isHidden() else ()

    def renew(self, any_there: bool | None = None) -> None:
        """Take note that places are elsewhere now, and whether there are any, where that is new."""
        self._kept = None
        if any_there is not None:
            self.setVisible(any_there)
        if not self.isHidden():
            self.raise_()
            self.update()

    def recolour(self, theme: Theme) -> None:
        """Take over the colours of a theme."""
        self._theme = theme
        self.update()

    def _places(self) -> tuple[Shares, Shares]:
        if self._kept is None:
            self._kept = self._ask()
        return self._kept

    def _ticks(self, shares: Shares, width: int, height: int) -> list[QRectF]:
        """Give the ticks, one for all places that fall on the same pixel."""
        room, left = self.height() - height, (self.width() - width) / 2
        tops = sorted({round(min(1.0, share) * room) for share in shares})
        return [QRectF(left, top, width, height) for top in tops]

    # Qt's override.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ticks, the current one over the others."""
        every, current = self._places()
        quiet = QColor(self._theme.found_edge)
        quiet.setAlpha(_QUIET)
        with QPainter(self) as painter:
            # As one shape: ticks that overlap are not to be darker.
            shape = QRegion()
            for tick in self._ticks(every, _WIDTH, _HEIGHT):
                shape += tick.toRect()
            painter.setClipRegion(shape)
            painter.fillRect(self.rect(), quiet)
            painter.setClipping(False)
            for tick in self._ticks(current, _CURRENT_WIDTH, _CURRENT_HEIGHT):
                painter.fillRect(tick, QColor(self._theme.accent))

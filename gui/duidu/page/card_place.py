"""Where the card stands: near its word, never over it, and over little that is still to be read."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPoint, QRect, QSize

# Between the card and its word, and between the card and the border of the page. Pixels.
GAP = 6
BORDER = 4
# The card begins so far left of its word, so that their first characters stand in line.
_SHIFT = 12


class Side(Enum):
    """On which side of its word the card stands."""

    ABOVE = "above"
    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


def best_side(size: QSize, around: QRect, page: QRect) -> Side:
    """Give the side where a card of this size fits and covers least of what follows the word.

    Where it fits nowhere, give that of above and below which has more room.
    """
    fitting = [side for side in Side if _fits(side, size, around, page)]
    if fitting:
        return min(fitting, key=lambda side: _covered(side, size, around, page))
    return max((Side.BELOW, Side.ABOVE), key=lambda side: room(side, around, page))


def room(side: Side, around: QRect, page: QRect) -> int:
    """Give how high a card on a side of a word can be."""
    if side is Side.ABOVE:
        return around.top() - GAP - page.top() - BORDER
    if side is Side.BELOW:
        return page.bottom() - BORDER - around.bottom() - GAP
    return page.height() - 2 * BORDER


def corner(side: Side, size: QSize, around: QRect, page: QRect) -> QPoint:
    """Give the top left corner of a card on a side of its word, inside the page."""
    beside_top = around.bottom() + 1 - size.height()
    points = {
        Side.ABOVE: QPoint(around.left() - _SHIFT, around.top() - GAP - size.height()),
        Side.BELOW: QPoint(around.left() - _SHIFT, around.bottom() + 1 + GAP),
        Side.LEFT: QPoint(around.left() - GAP - size.width(), beside_top),
        Side.RIGHT: QPoint(around.right() + 1 + GAP, beside_top),
    }
    return inside(points[side], size, page)


def inside(point: QPoint, size: QSize, page: QRect) -> QPoint:
    """Move a card's corner so that all of the card is on the page, or at least its beginning."""
    right = page.right() + 1 - BORDER - size.width()
    bottom = page.bottom() + 1 - BORDER - size.height()
    return QPoint(
        max(page.left() + BORDER, min(point.x(), right)),
        max(page.top() + BORDER, min(point.y(), bottom)),
    )


def _fits(side: Side, size: QSize, around: QRect, page: QRect) -> bool:
    card = QRect(corner(side, size, around, page), size)
    return page.contains(card) and not card.intersects(around)


def _covered(side: Side, size: QSize, around: QRect, page: QRect) -> int:
    """Measure, in square pixels, what a card covers of the text that follows the word."""
    card = QRect(corner(side, size, around, page), size)
    below = QRect(page.left(), around.bottom() + 1, page.width(), page.height())
    line = QRect(around.right() + 1, around.top(), page.width(), around.height())
    return sum(part.width() * part.height() for part in map(card.intersected, (below, line)))

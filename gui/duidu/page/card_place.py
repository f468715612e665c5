"""Where the card stands: near its word, never over it, and over little that is still to be read."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize

# Between the card and its word, and between the card and the border of the page. Pixels.
GAP = 6
BORDER = 4
# The card begins so far left of its word, so that their first characters stand in line.
_SHIFT = 12
# The word in the other column is compared with this one, and worth so much more than other text.
_TWIN = 20


class Spot(NamedTuple):
    """Where a word stands, and where it stands in the other column; coordinates of the page."""

    word: QRect
    twin: QRect = QRect()


class Side(Enum):
    """On which side of its word the card stands."""

    ABOVE = "above"
    LEFT = "left"
    RIGHT = "right"
    BELOW = "below"


def best_side(size: QSize, spot: Spot, page: QRect) -> Side:
    """Give the side where a card of this size fits and covers least of what follows the word.

    Where it fits nowhere, give that of above and below which has more room.
    """
    fitting = [side for side in Side if _fits(side, size, spot, page)]
    if fitting:
        return min(fitting, key=lambda side: _covered(side, size, spot, page))
    return max((Side.BELOW, Side.ABOVE), key=lambda side: room(side, spot, page))


def room(side: Side, spot: Spot, page: QRect) -> int:
    """Give how high a card on a side of a word can be."""
    if side is Side.ABOVE:
        return spot.word.top() - GAP - page.top() - BORDER
    if side is Side.BELOW:
        return page.bottom() - BORDER - spot.word.bottom() - GAP
    return page.height() - 2 * BORDER


def corner(side: Side, size: QSize, spot: Spot, page: QRect) -> QPoint:
    """Give the top left corner of a card on a side of its word, inside the page."""
    beside_top = spot.word.bottom() + 1 - size.height()
    points = {
        Side.ABOVE: QPoint(spot.word.left() - _SHIFT, spot.word.top() - GAP - size.height()),
        Side.BELOW: QPoint(spot.word.left() - _SHIFT, spot.word.bottom() + 1 + GAP),
        Side.LEFT: QPoint(spot.word.left() - GAP - size.width(), beside_top),
        Side.RIGHT: QPoint(spot.word.right() + 1 + GAP, beside_top),
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


def _fits(side: Side, size: QSize, spot: Spot, page: QRect) -> bool:
    card = QRect(corner(side, size, spot, page), size)
    return page.contains(card) and not card.intersects(spot.word)


def _covered(side: Side, size: QSize, spot: Spot, page: QRect) -> int:
    """Measure, in square pixels, what a card covers of the text that follows the word."""
    card = QRect(corner(side, size, spot, page), size)
    below = QRect(page.left(), spot.word.bottom() + 1, page.width(), page.height())
    line = QRect(spot.word.right() + 1, spot.word.top(), page.width(), spot.word.height())
    following = sum(_area(card.intersected(part)) for part in (below, line))
    return following + _TWIN * _area(card.intersected(spot.twin))


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()

"""The run of characters that is selected in a column, and selecting with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from duidu.page.positions import Positions

_MOVES = {
    Qt.Key.Key_Right: QTextCursor.MoveOperation.Right,
    Qt.Key.Key_Left: QTextCursor.MoveOperation.Left,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Home: QTextCursor.MoveOperation.StartOfLine,
    Qt.Key.Key_End: QTextCursor.MoveOperation.EndOfLine,
}


class Run(NamedTuple):
    """The code points from `start` to `end` of a paragraph in one column."""

    paragraph: int
    start: int
    end: int


def selected_run(cursor: QTextCursor, positions: Sequence[Positions]) -> Run | None:
    """Give what is selected; None where nothing is, or more than one paragraph."""
    if not cursor.hasSelection():
        return None
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    first = cursor.selectionStart() - block.position()
    last = cursor.selectionEnd() - block.position()
    number = block.blockNumber()
    if number >= len(positions) or last > len(positions[number]):
        return None
    return Run(number, positions[number].offset(first), positions[number].offset(last))


def extended(cursor: QTextCursor, key: Qt.Key) -> QTextCursor | None:
    """Give a cursor whose selection reaches as far as Shift and a key take it, None for others."""
    if key not in _MOVES:
        return None
    cursor.movePosition(_MOVES[key], QTextCursor.MoveMode.KeepAnchor)
    return cursor

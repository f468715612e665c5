"""One column of the page, and what the reader does there with mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from duidu.language.model import Script
from duidu.page.column_layout import TOLERANCE
from duidu.page.column_view import ColumnView
from duidu.page.fonts import HanziFonts
from duidu.page.measures import RUBY_GAP, RUBY_SIZE
from duidu.page.note_tip import BELOW_POINTER, note_tip
from duidu.page.selection import extended, selected_run
from duidu.page.spans import SourcePoint

_POINTING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.ContextMenu,
        QEvent.Type.ToolTip,
    }
)
_CARD_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Backspace, Qt.Key.Key_P)


class Pane(ColumnView):
    """One column of the page: tells what the reader does there with mouse and keys."""

    # (paragraph, index) and the code point of the paragraph, or None and -1 over empty space
    word_entered = Signal(object, int)
    pointer_left = Signal()  # the pointer is no longer over the text
    word_clicked = Signal(object)  # (paragraph, index)
    step_wanted = Signal(int)  # +1 or -1 words
    pin_wanted = Signal()
    zoom_wanted = Signal(int)  # +1 or -1 steps
    run_selected = Signal(object)  # Run, or None when nothing is selected any more
    card_wanted = Signal(object)  # (paragraph, index), by Ctrl and a click
    card_key_pressed = Signal(object)  # one of the keys that the card has
    shift_pressed = Signal()
    leaving = Signal()  # the reader is about to go to the beginning or the end
    turn_wanted = Signal(int)  # +1 or -1: to go on past the end, or back past the beginning
    menu_wanted = Signal(object, QPoint)  # (paragraph, index), and a point on the screen

    # The pane that lies beneath this one in the same place, if one does. Qt asks for it before
    # `__init__` is at its end.
    _beneath: Pane | None = None
    _dragged_beneath = False

    def __init__(self, script: Script, fonts: HanziFonts, parent: QWidget | None = None) -> None:
        super().__init__(script, fonts, parent)
        self._pressed: QPoint | None = None
        self.selectionChanged.connect(self._on_selection_changed)

    def lie_over(self, other: Pane | None) -> None:
        """Lie over another pane, through which that one is seen and reached; None ends it."""
        if self._beneath is not other:
            self._beneath = other
            self.setProperty("over", other is not None)
            self.style().unpolish(self)
            self.style().polish(self)

    def selection_ends(self) -> tuple[SourcePoint, SourcePoint] | None:
        """Give paragraph and code point of this column where the selection starts and ends."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = (
            self._point(position) for position in (cursor.selectionStart(), cursor.selectionEnd())
        )
        return start, end

    def _point(self, position: int) -> SourcePoint:
        block = self.document().findBlock(position)
        number = block.blockNumber()
        return number, self._text.positions[number].offset(position - block.position())

    def selected(self) -> list[tuple[int, int, int]]:
        """Give what is selected and not folded away: paragraph, start and end in code points."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        found = []
        for number in self._text.shown:
            block = self._layout.block(number)
            begin, length = block.position(), block.length() - 1
            if first < last and begin <= last and begin + length >= first:
                positions = self._text.positions[number]
                start = positions.offset(max(first - begin, 0))
                end = positions.offset(min(last - begin, length))
                found.append((number, start, end))
        return found

    def _scroll(self, key: Qt.Key) -> bool:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.value() + bar.singleStep() * 2,
            Qt.Key.Key_Up: bar.value() - bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.value() + bar.pageStep() * 9 // 10,
            Qt.Key.Key_Space: bar.value() + bar.pageStep() * 9 // 10,
            Qt.Key.Key_PageUp: bar.value() - bar.pageStep() * 9 // 10,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
        }
        if key not in steps:
            return False
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.leaving.emit()
        past_end = key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and bar.value() == bar.maximum()
        if past_end or (key == Qt.Key.Key_PageUp and bar.value() == bar.minimum()):
            self.turn_wanted.emit(1 if past_end else -1)
            return True
        bar.setValue(steps[key])
        return True

    def _is_for_beneath(self, event: QEvent) -> bool:
        """Tell whether what the pointer does is meant for the pane beneath.

        A drag stays where it began.
        """
        if self._beneath is None or event.type() not in _POINTING:
            return False
        pressed = event.type() is QEvent.Type.MouseButtonPress
        if isinstance(event, QMouseEvent):
            released = event.type() is QEvent.Type.MouseButtonRelease
            if not pressed and (released or event.buttons()):
                return self._dragged_beneath
            y = event.position().y()
        else:
            assert isinstance(event, QContextMenuEvent | QHelpEvent)
            y = event.pos().y()
        beneath = self._layout.room_below(y + self._window().top())
        if pressed:
            self._dragged_beneath = beneath
        return beneath

    def _select(self, number: int, start: int, end: int) -> None:
        """Select code points of a paragraph; where `start` is `end` the cursor only goes there."""
        block, positions = self.document().findBlockByNumber(number), self._text.positions[number]
        cursor = self.textCursor()
        cursor.setPosition(block.position() + positions.position(start))
        cursor.setPosition(
            block.position() + positions.position(end), QTextCursor.MoveMode.KeepAnchor
        )
        self.setTextCursor(cursor)

    def _deselect(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _extend(self, key: Qt.Key) -> bool:
        """Select further by key, at first from the marked word on; say whether the key does so."""
        annotated = self._annotated[self.current[0]] if self.current else None
        if self.current and annotated is not None and not self.textCursor().hasSelection():
            start = annotated.span(self.script, self.current[1])[0]
            self._select(self.current[0], start, start)
        cursor = extended(self.textCursor(), key)
        if cursor is not None:
            self.setTextCursor(cursor)
        return cursor is not None

    def _tell_run(self) -> None:
        self.run_selected.emit(selected_run(self.textCursor(), self._text.positions))

    def _on_selection_changed(self) -> None:
        if not self.textCursor().hasSelection():
            self.run_selected.emit(None)

    def _tell_note(self, event: QHelpEvent) -> None:
        """Show the note of the highlight under the pointer, above the line; the card is below."""
        found = self._layout.offset_at(QPointF(event.pos()) + self._window().topLeft())
        one = self.reader_marks.at(*found) if found else None
        if found is None or one is None or not one.note:
            QToolTip.hideText()
            event.ignore()
            return
        html, height = note_tip(one.note)
        rect = next(self._layout.span_rects(found[0], found[1], found[1] + 1), QRectF())
        line = self._layout.rect(found[0]).top() - self._window().top() + rect.top()
        y = line - self._text.size(found[0]) * (RUBY_GAP + RUBY_SIZE) - height - BELOW_POINTER
        place = self.viewport().mapToGlobal(QPoint(event.pos().x(), round(y)))
        QToolTip.showText(place, html, self.viewport())

    # Qt's overrides.

    def viewportEvent(self, event: QEvent) -> bool:
        """Pass on what is meant for the pane beneath; show notes as tool tips."""
        if self._is_for_beneath(event) and self._beneath is not None:
            if event.type() is QEvent.Type.MouseButtonPress:
                self._beneath.setFocus(Qt.FocusReason.MouseFocusReason)
            return self._beneath.viewportEvent(event)
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            self._tell_note(event)
            return True
        return super().viewportEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which word the pointer is over."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.word_entered.emit(*self._found_at(event.position().toPoint()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size of the text with Ctrl; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_wanted.emit(1 if turned > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the program's word; Qt's idea of one is everything between two signs."""
        mark = self.place_at(event.position().toPoint())
        annotated = self._annotated[mark[0]] if mark else None
        if mark is None or annotated is None:
            return
        self._select(mark[0], *annotated.span(self.script, mark[1]))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer has left."""
        super().leaveEvent(event)
        self.pointer_left.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that was no selection."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        clicked = (
            self._pressed is not None and (point - self._pressed).manhattanLength() < TOLERANCE
        )
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = self.place_at(point) if clicked else None
        if place is not None:
            by_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.card_wanted if by_control else self.word_clicked).emit(place)
        elif not clicked and self.textCursor().hasSelection():
            self._tell_run()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the word under the pointer; by key, of the marked one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        point = self.viewport().mapFromGlobal(event.globalPos())
        mark = self.place_at(point) if by_mouse else self.current
        if mark is not None:
            self.menu_wanted.emit(mark, event.globalPos() if by_mouse else self.point_below(mark))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by words, pin, select, and scroll."""
        key = Qt.Key(event.key())
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if key == Qt.Key.Key_Shift:
            self.shift_pressed.emit()
        elif event.modifiers() == Qt.KeyboardModifier.ShiftModifier and self._extend(key):
            self._tell_run()
        elif plain and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._deselect()
            self.step_wanted.emit(1 if key == Qt.Key.Key_Right else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pin_wanted.emit()
        elif plain and key in _CARD_KEYS:
            self.card_key_pressed.emit(key)
        elif plain and self._scroll(key):
            event.accept()
        else:
            super().keyPressEvent(event)

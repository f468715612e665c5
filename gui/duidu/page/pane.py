"""One column: the hanzi of a section in a read-only text edit, readings and marks over it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.page.column_layout import TOLERANCE, ColumnLayout, TopPlace
from duidu.page.column_text import ColumnText, TextStyle
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.found_marks import FoundMarks
from duidu.page.measures import (
    EDGE,
    INDENT,
    RUBY_GAP,
    RUBY_SIZE,
    Measure,
    Setting,
    block_format,
    measure,
)
from duidu.page.overlay import Overlay
from duidu.page.reader_marks import ReaderMarks
from duidu.page.ruby_text import toned
from duidu.page.selection import extended, selected_run
from duidu.page.settings import PageSettings, ToneColours
from duidu.page.spans import Highlight, SourcePoint

Mark = tuple[int, int]
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

# The tool tip of a note is at most so wide, and Qt shows tips so far below the point that is asked
# for; pixels.
_WIDEST_TIP = 360
_BELOW_POINTER = 46


class Pane(QTextEdit):
    """One column of the page. It knows words by (paragraph, index) and offsets by code point."""

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

    def __init__(self, script: Script, fonts: HanziFonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.script = script
        self._fonts = fonts
        self._settings = PageSettings()
        self._variety = Variety.TAIWAN
        self._paragraphs: Sequence[Paragraph] = ()
        self._annotated: list[AnnotatedParagraph | None] = []
        self._text = ColumnText(script, self.document())
        self._layout = ColumnLayout(self.document(), self._text)
        self.overlay = Overlay(script, fonts, self._text, self._layout)
        self.found = FoundMarks(script, self._text, self._layout)
        self.reader_marks = ReaderMarks(script, self._text, self._layout)
        self._pressed: QPoint | None = None
        # The pane that lies beneath this one in the same place, if one does.
        self._beneath: Pane | None = None
        self._dragged_beneath = False
        self.current: Mark | None = None
        self.hovered: Mark | None = None
        self._prepare()
        self.selectionChanged.connect(self._on_selection_changed)

    def _prepare(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(EDGE)

    @property
    def lines(self) -> ColumnLayout:
        """Where paragraphs, lines and words stand in the document."""
        return self._layout

    @property
    def first_shown(self) -> int:
        """The first paragraph that is not folded away, or 0."""
        return next(iter(self._text.shown), 0)

    def fill(
        self, paragraphs: Sequence[Paragraph], variety: Variety, fields: Sequence[Field]
    ) -> None:
        """Show the source text of a section, one block a paragraph."""
        self._paragraphs, self._variety = paragraphs, variety
        self._annotated = [None] * len(paragraphs)
        self.current = self.hovered = None
        self.overlay.clear()
        self.found.clear()
        self.reader_marks.clear()
        self._text.fill(paragraphs, fields)
        self._text.dress(self._style())
        self._fold()

    def apply(self, settings: PageSettings) -> None:
        """Take over the look."""
        before, self._settings = self._settings, settings
        self._fonts.use(settings.face)
        self.document().setDefaultFont(self._hanzi_font())
        if _dress(before) != _dress(settings):
            self._text.dress(self._style())
            self._tint_all()
        elif _tint(before) != _tint(settings):
            self._tint_all()
        if before.furniture_open != settings.furniture_open:
            self._fold()
        self.overlay.apply(settings)
        self.reader_marks.apply(settings)
        self.forget_layout()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Give a paragraph its words; a derived column gets its own text."""
        self._annotated[number] = annotated
        self._text.annotate(number, annotated)
        self._tint(number)
        self._layout.forget(number)
        self.overlay.annotate(number, annotated)
        self.found.put(number, ())
        self.reader_marks.annotate(number, annotated)
        if self._layout.rect(number).intersects(self._window()):
            self.viewport().update()

    def lie_over(self, other: Pane | None) -> None:
        """Lie over another pane, through which that one is seen and reached; None ends it."""
        if self._beneath is not other:
            self._beneath = other
            self.setProperty("over", other is not None)
            self.style().unpolish(self)
            self.style().polish(self)

    def forget_layout(self) -> None:
        """Drop the places of lines and readings: the lines may break elsewhere now."""
        self._layout.forget()
        self.overlay.forget()
        self.found.forget()
        self.reader_marks.forget()
        self.viewport().update()

    def pixels(self) -> float:
        """Give the size of a body hanzi in pixels."""
        return self._settings.point_size * self.logicalDpiY() / 72

    def line_count(self, number: int) -> int:
        """Give the number of a paragraph's lines."""
        return len(self._layout.lines(number))

    def text_height(self, number: int) -> float:
        """Give the height of a paragraph's lines in pixels, without the space around them."""
        return self.line_count(number) * self.line_height(number)

    def line_height(self, number: int) -> float:
        """Give the height of a paragraph's line in pixels."""
        return block_format(self._paragraphs[number].role, self._setting()).lineHeight()

    def look(self, number: int) -> Measure:
        """Give the look of a paragraph's role."""
        return measure(self._paragraphs[number].role)

    def begin_at(self, height: float) -> None:
        """Leave so many pixels empty above the first paragraph."""
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.topMargin() != EDGE + height:
            form.setTopMargin(EDGE + height)
            frame.setFrameFormat(form)
            self.forget_layout()

    def pad(self, number: int, extra: float) -> None:
        """Leave so many pixels of room below a paragraph, besides its usual space."""
        wanted = block_format(self._paragraphs[number].role, self._setting(), extra)
        block = self._layout.block(number)
        if abs(block.blockFormat().bottomMargin() - wanted.bottomMargin()) > 0.5:
            QTextCursor(block).setBlockFormat(wanted)

    def shown_numbers(self) -> list[int]:
        """Give the paragraphs that are not folded away."""
        return self._text.shown

    def visible_numbers(self) -> Iterator[int]:
        """Give the paragraphs that are at least partly on the screen."""
        window = self._window()
        return self._layout.numbers(window.top(), window.bottom())

    @property
    def has_ruby(self) -> bool:
        """Whether the readings are shown above the words."""
        return self._settings.ruby

    def show_marks(self, highlights: Iterable[Highlight], bookmarks: Iterable[SourcePoint]) -> None:
        """Paint what the reader marked, in place of what was marked before."""
        self.reader_marks.show(highlights, bookmarks)
        self.viewport().update()

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

    def place_at(self, point: QPoint) -> Mark | None:
        """Give the word under a point of the viewport, its reading included, or None."""
        return self._found_at(point)[0]

    def _found_at(self, point: QPoint) -> tuple[Mark | None, int]:
        """Give the word under a point, and the code point; None and -1 where there is none."""
        found = self._layout.offset_at(QPointF(point) + self._window().topLeft())
        annotated = self._annotated[found[0]] if found else None
        if found is None or annotated is None:
            return None, -1
        index = annotated.word_at(self.script, found[1])
        return ((found[0], index), found[1]) if index >= 0 else (None, -1)

    def rects_of(self, mark: Mark) -> list[QRectF]:
        """Give where a word stands in the viewport, a rectangle a line."""
        number, index = mark
        annotated = self._annotated[number]
        if annotated is None:
            return []
        return self.rects_of_run(number, *annotated.span(self.script, index))

    def rects_of_run(self, number: int, start: int, end: int) -> list[QRectF]:
        """Give where code points of a paragraph stand in the viewport, a rectangle a line."""
        if number not in self._text.shown:
            return []
        origin = self._layout.rect(number).topLeft() - self._window().topLeft()
        return [rect.translated(origin) for rect in self._layout.span_rects(number, start, end)]

    def point_below(self, mark: Mark) -> QPoint:
        """Give the point on the screen just below a word."""
        rects = self.rects_of(mark)
        corner = rects[-1].bottomLeft().toPoint() if rects else QPoint(0, 0)
        return self.viewport().mapToGlobal(corner)

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

    def reveal(self, mark: Mark) -> None:
        """Scroll so that a word is well inside the viewport."""
        rects = self.rects_of(mark)
        if not rects:
            return
        room = self._text.size(mark[0]) * 2
        top, bottom = rects[0].top() - room, rects[-1].bottom() + room
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(int(bar.value() + top))
        elif bottom > self.viewport().height():
            bar.setValue(int(bar.value() + bottom - self.viewport().height()))

    def heights(self, number: int, offsets: Sequence[int]) -> list[float]:
        """Give about where in the document code points of a paragraph are, to a line or two."""
        if not offsets:
            return []
        rect, length = self._layout.rect(number), max(1, len(self._text.positions[number]))
        return [rect.top() + rect.height() * min(1.0, offset / length) for offset in offsets]

    def set_margins(self, left: int, right: int) -> None:
        """Set the margins at both sides; the column's text breaks anew."""
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)
            self.forget_layout()

    def top_place(self) -> TopPlace | None:
        """Give what stands at the top, to find it again when lines break elsewhere."""
        return self._layout.place_at(self._window().top())

    def scroll_to(self, place: TopPlace) -> None:
        """Bring a place to the top again."""
        if place.paragraph in self._text.shown:
            self.verticalScrollBar().setValue(round(self._layout.height_of(place)))

    def _window(self) -> QRectF:
        """Give the part of the document that is on the screen."""
        size = self.viewport().size()
        return QRectF(0, self.verticalScrollBar().value(), size.width(), size.height())

    def _hanzi_font(self) -> QFont:
        return self._fonts.hanzi_font(self.script, self._variety, self._settings.point_size)

    def _style(self) -> TextStyle:
        theme = self._settings.theme
        return TextStyle(self._hanzi_font(), self._setting(), theme.ink, theme.quiet_ink)

    def _setting(self) -> Setting:
        pixels = self.pixels()
        indent = INDENT * pixels * (1 + LETTER_SPACING) if self._settings.indent else 0.0
        return Setting(pixels, self._settings.line_height, indent)

    def _tint_all(self) -> None:
        for number in range(len(self._annotated)):
            self._tint(number)

    def _tint(self, number: int) -> None:
        """Write the hanzi of a paragraph in the colours of their tones, if that is wanted."""
        annotated = self._annotated[number]
        if annotated is not None:
            wanted = self._settings.tone_colours is ToneColours.HANZI
            self._text.tint(number, toned(annotated, self.script, self._settings) if wanted else ())

    def _fold(self) -> None:
        """Hide or show the furniture."""
        self._text.fold(not self._settings.furniture_open)
        self.forget_layout()

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
        html, height = _note_tip(one.note)
        rect = next(self._layout.span_rects(found[0], found[1], found[1] + 1), QRectF())
        line = self._layout.rect(found[0]).top() - self._window().top() + rect.top()
        y = line - self._text.size(found[0]) * (RUBY_GAP + RUBY_SIZE) - height - _BELOW_POINTER
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks below the text, readings and doubts over it."""
        window = self._window()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-window.topLeft())
            self.reader_marks.paint(painter, window)
            self.overlay.paint_below(painter, window)
            theme = self._settings.theme
            marks = ((self.hovered, theme.hover_paper), (self.current, theme.accent_paper))
            for mark, colour in marks:
                # The hit says more exactly than its first word what is meant.
                if mark is not None and mark != self.found.current_word:
                    rects = [rect.translated(window.topLeft()) for rect in self.rects_of(mark)]
                    self.overlay.paint_mark(painter, rects, colour)
            self.found.paint(painter, window, theme)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-window.topLeft())
            self.overlay.paint_above(painter, window)

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


def _dress(settings: PageSettings) -> tuple[object, ...]:
    """Give what the text is dressed by."""
    return (
        settings.point_size,
        settings.theme,
        settings.face,
        settings.line_height,
        settings.indent,
    )


def _tint(settings: PageSettings) -> tuple[object, ...]:
    """Give what the colours of the hanzi follow from."""
    return settings.tone_colours, settings.tone_scheme, settings.sandhi


def _note_tip(note: str) -> tuple[str, float]:
    """Give the text of a note's tool tip and how high that will be, in pixels."""
    text = f"<span style='white-space:pre-wrap'>{escape(note)}</span>"
    document = QTextDocument()
    document.setDefaultFont(QToolTip.font())
    document.setHtml(text)
    width = min(_WIDEST_TIP, math.ceil(document.idealWidth()) + 2)
    document.setTextWidth(width)
    return f"<table width='{width}'><tr><td>{text}</td></tr></table>", document.size().height()

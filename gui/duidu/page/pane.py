"""One column: the hanzi of a section in a read-only text edit, readings and marks over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.page.column_text import ColumnText, TextStyle
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.measures import (
    EDGE,
    HANZI_ASCENT,
    HANZI_DESCENT,
    RUBY_GAP,
    RUBY_SIZE,
    block_format,
    measure,
)
from duidu.page.ruby import RubyFont, Squeezed, line_x, readings
from duidu.page.settings import PageSettings

Mark = tuple[int, int]


class Pane(QTextEdit):
    """One column of the page. It knows words by (paragraph, index) and offsets by code point."""

    word_entered = Signal(object)  # (paragraph, index), or None over empty space
    word_clicked = Signal(object)  # (paragraph, index)
    step_wanted = Signal(int)  # +1 or -1 words
    pin_wanted = Signal()
    escape_pressed = Signal()
    menu_wanted = Signal(object, QPoint)  # (paragraph, index), and a point on the screen

    def __init__(self, script: Script, fonts: HanziFonts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.script = script
        self._fonts = fonts
        self._settings = PageSettings()
        self._variety = Variety.TAIWAN
        self._paragraphs: Sequence[Paragraph] = ()
        self._text = ColumnText(self.document())
        self._annotated: list[AnnotatedParagraph | None] = []
        self._ruby: dict[int, list[Squeezed]] = {}
        self._ruby_fonts: dict[float, RubyFont] = {}
        self._pressed: QPoint | None = None
        self.current: Mark | None = None
        self.hovered: Mark | None = None
        self._prepare()

    def _prepare(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(EDGE)

    def fill(
        self, paragraphs: Sequence[Paragraph], variety: Variety, fields: Sequence[Field]
    ) -> None:
        """Show the source text of a section, one block a paragraph."""
        self._paragraphs, self._variety = paragraphs, variety
        self._annotated = [None] * len(paragraphs)
        self.current = self.hovered = None
        self._text.fill(paragraphs, fields)
        self._text.dress(self._style())
        self._fold()

    def apply(self, settings: PageSettings) -> None:
        """Take over the look."""
        before, self._settings = self._settings, settings
        self.document().setDefaultFont(self._hanzi_font())
        self.forget_layout()
        if (before.point_size, before.theme) != (settings.point_size, settings.theme):
            self._ruby_fonts.clear()
            self._text.dress(self._style())
        if before.furniture_open != settings.furniture_open:
            self._fold()
        self.viewport().update()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Give a paragraph its words; a derived column gets its own text."""
        self._annotated[number] = annotated
        self._text.replace(number, annotated.text(self.script))
        self._ruby.pop(number, None)
        self.viewport().update()

    def forget_layout(self) -> None:
        """Drop the readings' places: the lines may break elsewhere now."""
        self._ruby.clear()

    def pixels(self) -> float:
        """Give the size of a body hanzi in pixels."""
        return self._settings.point_size * self.logicalDpiY() / 72

    def height_of(self, number: int) -> float:
        """Give the height of a paragraph's lines."""
        block = self.document().findBlockByNumber(number)
        # Layout is lazy: asking for the place of a block brings it up to date.
        self._rect(block)
        height = block_format(self._paragraphs[number].role, self.pixels()).lineHeight()
        return block.layout().lineCount() * height

    def pad(self, number: int, extra: float) -> None:
        """Set the space below a paragraph by which the other column is longer."""
        cursor = QTextCursor(self.document().findBlockByNumber(number))
        cursor.setBlockFormat(block_format(self._paragraphs[number].role, self.pixels(), extra))

    def padding_of(self, number: int) -> float:
        """Give the space below a paragraph beyond what its role has."""
        block = self.document().findBlockByNumber(number)
        usual = block_format(self._paragraphs[number].role, self.pixels()).bottomMargin()
        return block.blockFormat().bottomMargin() - usual

    def visible_numbers(self) -> Iterator[int]:
        """Give the paragraphs that are at least partly on the screen."""
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        block = self._block_at(top)
        while block.isValid():
            if block.isVisible():
                rect = self._rect(block)
                if rect.top() > bottom:
                    return
                yield block.blockNumber()
            block = block.next()

    def place_at(self, point: QPoint) -> Mark | None:
        """Give the word under a point of the viewport, its reading included, or None."""
        y = point.y() + self.verticalScrollBar().value()
        block = self._block_at(y)
        if not block.isValid() or not block.isVisible():
            return None
        number = block.blockNumber()
        annotated = self._annotated[number] if number < len(self._annotated) else None
        if annotated is None:
            return None
        position = self._position_at(block, QPointF(point.x(), y))
        if position < 0:
            return None
        index = annotated.word_at(self.script, self._text.positions[number].offset(position))
        return (number, index) if index >= 0 else None

    def rects_of(self, mark: Mark) -> list[QRectF]:
        """Give where a word stands in the viewport, a rectangle a line."""
        number, index = mark
        annotated = self._annotated[number]
        block = self.document().findBlockByNumber(number)
        if annotated is None or not block.isVisible():
            return []
        start, end = (
            self._text.positions[number].position(o) for o in annotated.span(self.script, index)
        )
        origin = self._rect(block).topLeft() - QPointF(0, self.verticalScrollBar().value())
        return [rect.translated(origin) for rect in self._word_rects(block, start, end)]

    def point_below(self, mark: Mark) -> QPoint:
        """Give the point on the screen just below a word."""
        rects = self.rects_of(mark)
        corner = rects[-1].bottomLeft().toPoint() if rects else QPoint(0, 0)
        return self.viewport().mapToGlobal(corner)

    def reveal(self, mark: Mark) -> None:
        """Scroll so that a word is well inside the viewport."""
        rects = self.rects_of(mark)
        if not rects:
            return
        room = self._size(mark[0]) * 2
        top, bottom = rects[0].top() - room, rects[-1].bottom() + room
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(int(bar.value() + top))
        elif bottom > self.viewport().height():
            bar.setValue(int(bar.value() + bottom - self.viewport().height()))

    def set_margins(self, left: int, right: int) -> None:
        """Set the margins at both sides; the column's text breaks anew."""
        margins = self.viewportMargins()
        if (margins.left(), margins.right()) != (left, right):
            self.setViewportMargins(left, 0, right, 0)
            self.forget_layout()

    def follow_scroll(self) -> None:
        """Paint what a scroll bar that was moved from outside shows now."""
        self.viewport().update()

    def scroll_to(self, number: int) -> None:
        """Bring a paragraph to the top."""
        block = self.document().findBlockByNumber(number)
        self.verticalScrollBar().setValue(int(self._rect(block).top()))

    def _hanzi_font(self) -> QFont:
        return self._fonts.hanzi_font(self.script, self._variety, self._settings.point_size)

    def _size(self, number: int) -> float:
        """Give the size in pixels of the hanzi of one paragraph."""
        return self.pixels() * measure(self._paragraphs[number].role).size

    def _style(self) -> TextStyle:
        theme = self._settings.theme
        return TextStyle(self._hanzi_font(), self.pixels(), theme.ink, theme.quiet_ink)

    def _fold(self) -> None:
        """Hide or show the furniture."""
        self._text.fold(not self._settings.furniture_open)
        self.viewport().update()

    def _rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    def _block_at(self, y: float) -> QTextBlock:
        """Find the block at a height of the document by halving."""
        low, high = 0, self.document().blockCount() - 1
        while low < high:
            middle = (low + high + 1) // 2
            block = self.document().findBlockByNumber(middle)
            if (block.isVisible() and self._rect(block).top() <= y) or (
                not block.isVisible() and self._hidden_top(middle) <= y
            ):
                low = middle
            else:
                high = middle - 1
        return self.document().findBlockByNumber(low)

    def _hidden_top(self, number: int) -> float:
        """Give where a folded block would stand: at the end of the last one that is shown."""
        block = self.document().findBlockByNumber(number)
        while block.isValid() and not block.isVisible():
            block = block.previous()
        return self._rect(block).bottom() if block.isValid() else 0.0

    def _position_at(self, block: QTextBlock, point: QPointF) -> int:
        """Give the position in a block under a point of the document, or -1.

        Own arithmetic on the lines: Qt's hit test knows nothing of the room above a line, in which
        the reading stands.
        """
        origin = self._rect(block).topLeft()
        layout = block.layout()
        size = self._size(block.blockNumber())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            baseline = origin.y() + line.y() + line.ascent()
            above = HANZI_ASCENT + RUBY_GAP + RUBY_SIZE
            if baseline - above * size <= point.y() <= baseline + 0.3 * size:
                x = point.x() - origin.x()
                for position in range(line.textStart(), line.textStart() + line.textLength()):
                    if line_x(line, position) <= x < line_x(line, position + 1):
                        return position
        return -1

    def _word_rects(self, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
        layout = block.layout()
        size = self._size(block.blockNumber())
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line_x(line, first), line_x(line, last)
                baseline = line.y() + line.ascent()
                top = baseline - (HANZI_ASCENT + 0.05) * size
                bottom = baseline + (HANZI_DESCENT + 0.09) * size
                gap = LETTER_SPACING * size
                yield QRectF(left - gap / 2, top, right - left, bottom - top)

    def _paint_marks(self, painter: QPainter) -> None:
        theme = self._settings.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if self._settings.differences:
            painter.setBrush(QColor(theme.hover_paper))
            for rect in self._differing():
                painter.drawRect(rect)
        for mark, colour in (
            (self.hovered, theme.hover_paper),
            (self.current, theme.accent_paper),
        ):
            if mark is not None:
                painter.setBrush(QColor(colour))
                for rect in self.rects_of(mark):
                    painter.drawRoundedRect(rect, 3, 3)

    def _differing(self) -> Iterator[QRectF]:
        """Give where the visible characters stand that the other script writes differently."""
        scroll = self.verticalScrollBar().value()
        for number in self.visible_numbers():
            annotated = self._annotated[number]
            if annotated is None:
                continue
            block = self.document().findBlockByNumber(number)
            origin = self._rect(block).topLeft() - QPointF(0, scroll)
            positions = self._text.positions[number]
            for start, end in annotated.differences(self.script):
                span = positions.position(start), positions.position(end)
                for rect in self._word_rects(block, *span):
                    yield rect.translated(origin)

    def _paint_over(self, painter: QPainter) -> None:
        scroll = self.verticalScrollBar().value()
        for number in self.visible_numbers():
            block = self.document().findBlockByNumber(number)
            annotated = self._annotated[number] if number < len(self._annotated) else None
            if annotated is None:
                continue
            origin = self._rect(block).topLeft() - QPointF(0, scroll)
            if self._settings.ruby:
                self._paint_ruby(painter, number, block, annotated, origin)
            if self._settings.doubts:
                self._paint_doubts(painter, number, block, annotated, origin)

    def _paint_ruby(
        self,
        painter: QPainter,
        number: int,
        block: QTextBlock,
        annotated: AnnotatedParagraph,
        origin: QPointF,
    ) -> None:
        runs = self._ruby.get(number)
        if runs is None:
            runs = self._ruby[number] = self._ruby_runs(number, block, annotated)
        painter.setPen(QColor(self._settings.theme.ruby))
        for scale, glyphs in runs:
            painter.save()
            painter.translate(origin)
            painter.scale(scale, 1)
            painter.drawGlyphRun(QPointF(0, 0), glyphs)
            painter.restore()

    def _ruby_runs(
        self, number: int, block: QTextBlock, annotated: AnnotatedParagraph
    ) -> list[Squeezed]:
        size = self._size(number)
        scale = measure(self._paragraphs[number].role).size
        if scale not in self._ruby_fonts:
            points = self._settings.point_size * scale * RUBY_SIZE
            self._ruby_fonts[scale] = RubyFont(self._fonts.ruby_font(points))
        found = readings(block, annotated, self.script, self._text.positions[number])
        baseline = -(HANZI_ASCENT + RUBY_GAP) * size
        return self._ruby_fonts[scale].runs(found, baseline, LETTER_SPACING * size)

    def _paint_doubts(
        self,
        painter: QPainter,
        number: int,
        block: QTextBlock,
        annotated: AnnotatedParagraph,
        origin: QPointF,
    ) -> None:
        pen = QPen(QColor(self._settings.theme.doubt), max(1.0, self.pixels() / 18))
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        positions = self._text.positions[number]
        for index, word in enumerate(annotated.words):
            if word.guessed:
                start, end = (positions.position(o) for o in annotated.span(self.script, index))
                for rect in self._word_rects(block, start, end):
                    gap = LETTER_SPACING * self._size(number) / 2
                    line = rect.translated(origin).adjusted(gap, 0, -gap, 0)
                    painter.drawLine(line.bottomLeft(), line.bottomRight())

    # Qt's overrides.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks below the text, readings and doubts over it."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_marks(painter)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_over(painter)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which word the pointer is over."""
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            self.word_entered.emit(self.place_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a click that was no selection."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        clicked = self._pressed is not None and (point - self._pressed).manhattanLength() < 4
        if clicked and event.button() == Qt.MouseButton.LeftButton:
            place = self.place_at(point)
            if place is not None:
                self.word_clicked.emit(place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the word under the pointer; by key, of the marked one."""
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        point = self.viewport().mapFromGlobal(event.globalPos())
        mark = self.place_at(point) if by_mouse else self.current
        if mark is not None:
            self.menu_wanted.emit(mark, event.globalPos() if by_mouse else self.point_below(mark))
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by words, pin, and scroll."""
        key = event.key()
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.step_wanted.emit(1 if key == Qt.Key.Key_Right else -1)
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pin_wanted.emit()
        elif plain and key == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        elif plain and self._scroll(Qt.Key(key)):
            event.accept()
        else:
            super().keyPressEvent(event)

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
        bar.setValue(steps[key])
        return True


# Half-width punctuation between hanzi: the hanzi, then the sign.

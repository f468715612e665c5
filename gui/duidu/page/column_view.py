"""What a column shows: the hanzi of a section, readings and marks over them, and their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.page.column_layout import ColumnLayout, TopPlace
from duidu.page.column_text import ColumnText, TextStyle
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.found_marks import FoundMarks
from duidu.page.measures import EDGE, INDENT, Measure, Setting, block_format, measure
from duidu.page.overlay import Overlay
from duidu.page.reader_marks import ReaderMarks
from duidu.page.ruby_text import toned
from duidu.page.settings import PageSettings, ToneColours
from duidu.page.spans import Highlight, SourcePoint

Mark = tuple[int, int]


class ColumnView(QTextEdit):
    """A read-only text edit that holds only the hanzi of one section; all else is painted.

    It knows words by (paragraph, index) and offsets by code point.
    """

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

    # Qt's overrides.

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

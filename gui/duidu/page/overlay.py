"""What is painted under and over the text of a column: marks, readings, doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.column_layout import ColumnLayout
from duidu.page.column_text import ColumnText
from duidu.page.fonts import LETTER_SPACING, HanziFonts
from duidu.page.measures import HANZI_ASCENT, RUBY_GAP, RUBY_SIZE, ZHUYIN_SIZE
from duidu.page.ruby import Fitted, RubyFont, Squeezed, readings
from duidu.page.ruby_text import CHANGED, PLAIN
from duidu.page.settings import PageSettings, RubyKind
from duidu.page.tones import tone_colours

# How much of the accent lies under what the scripts write differently, of 255: told apart from
# the mark of the hovered word, and hardly less contrast for the ink.
_TINT = 34


@dataclass(frozen=True)
class LineOverlay:
    """What belongs to one line, relative to the paragraph's origin."""

    ruby: list[Squeezed]
    doubts: list[QLineF]
    differences: list[QRectF]


class Overlay:
    """Paints over the lines that are on the screen; each is worked out once and kept."""

    def __init__(
        self, script: Script, fonts: HanziFonts, text: ColumnText, layout: ColumnLayout
    ) -> None:
        self._script, self._fonts = script, fonts
        self._text, self._layout = text, layout
        self._settings = PageSettings()
        self._annotated: dict[int, AnnotatedParagraph] = {}
        self._lines: dict[int, dict[int, LineOverlay]] = {}
        self._ruby_fonts: dict[float, RubyFont] = {}

    def apply(self, settings: PageSettings) -> None:
        """Take over colours, size, and what is to be painted."""
        before = self._settings
        if (settings.point_size, settings.ruby_kind) != (before.point_size, before.ruby_kind):
            self._ruby_fonts.clear()
        self._settings = settings
        self._lines.clear()

    def clear(self) -> None:
        """Forget the words of all paragraphs."""
        self._annotated.clear()
        self._lines.clear()

    def forget(self) -> None:
        """Forget every place: the lines may break elsewhere now."""
        self._lines.clear()

    def annotate(self, number: int, annotated: AnnotatedParagraph) -> None:
        """Take the words of a paragraph."""
        self._annotated[number] = annotated
        self._lines.pop(number, None)

    def paint_below(self, painter: QPainter, window: QRectF) -> None:
        """Tint what the other script writes differently; `window` is the part that is shown."""
        if not self._settings.differences:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        tint = QColor(self._settings.theme.accent)
        tint.setAlpha(_TINT)
        painter.setBrush(tint)
        for origin, line in self._shown(window):
            for rect in line.differences:
                painter.drawRect(rect.translated(origin))

    def paint_mark(self, painter: QPainter, rects: Iterable[QRectF], colour: str) -> None:
        """Lay a colour under a word."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for rect in rects:
            painter.drawRoundedRect(rect, 3, 3)

    def paint_above(self, painter: QPainter, window: QRectF) -> None:
        """Write the readings over the words and a dotted line under what was guessed."""
        theme = self._settings.theme
        dots = QPen(QColor(theme.doubt), max(1.0, self._settings.point_size / 14))
        dots.setStyle(Qt.PenStyle.DotLine)
        for origin, line in self._shown(window):
            if self._settings.ruby:
                self._paint_ruby(painter, line.ruby, origin)
            if self._settings.doubts and line.doubts:
                painter.setPen(dots)
                painter.drawLines([doubt.translated(origin) for doubt in line.doubts])

    def fitted(self, number: int, index: int) -> list[Fitted]:
        """Give the readings of a line with their places, relative to the paragraph's origin."""
        annotated = self._annotated.get(number)
        if annotated is None:
            return []
        positions = self._text.positions[number]
        found = readings(
            self._layout,
            annotated,
            self._script,
            positions,
            (number, index),
            self._settings,
        )
        return self._ruby_font(number).fit(list(found), LETTER_SPACING * self._text.size(number))

    def kept(self, number: int) -> Sequence[int]:
        """Give the lines of a paragraph that are worked out."""
        return sorted(self._lines.get(number, ()))

    def _shown(self, window: QRectF) -> Iterator[tuple[QPointF, LineOverlay]]:
        for number in self._layout.numbers(window.top(), window.bottom()):
            if number not in self._annotated:
                continue
            origin = self._layout.rect(number).topLeft()
            lines = self._lines.setdefault(number, {})
            for index in self._layout.line_indexes(number, window.top(), window.bottom()):
                if index not in lines:
                    lines[index] = self._line(number, index)
                yield origin, lines[index]

    def _line(self, number: int, index: int) -> LineOverlay:
        baseline = -(HANZI_ASCENT + RUBY_GAP) * self._text.size(number)
        ruby = self._ruby_font(number).runs(self.fitted(number, index), baseline)
        doubts = list(self._doubts(number, index))
        return LineOverlay(ruby, doubts, list(self._differences(number, index)))

    def _doubts(self, number: int, index: int) -> Iterator[QLineF]:
        annotated = self._annotated[number]
        gap = LETTER_SPACING * self._text.size(number) / 2
        start, end = self._layout.offsets(number, index)
        for word in range(max(0, annotated.word_at(self._script, start)), len(annotated.words)):
            first, last = annotated.span(self._script, word)
            if first >= end:
                return
            if annotated.words[word].guessed:
                span = max(first, start), min(last, end)
                for rect in self._layout.span_rects(number, *span):
                    line = rect.adjusted(gap, 0, -gap, 0)
                    yield QLineF(line.bottomLeft(), line.bottomRight())

    def _differences(self, number: int, index: int) -> Iterator[QRectF]:
        if not self._settings.differences:
            return
        start, end = self._layout.offsets(number, index)
        for first, last in self._annotated[number].differences(self._script):
            if first < end and last > start:
                yield from self._layout.span_rects(number, max(first, start), min(last, end))

    def _ruby_font(self, number: int) -> RubyFont:
        scale = self._text.scale(number)
        if scale not in self._ruby_fonts:
            points = self._settings.point_size * scale
            if self._settings.ruby_kind is RubyKind.PINYIN:
                font = self._fonts.ruby_font(points * RUBY_SIZE)
            else:
                font = self._fonts.zhuyin_font(points * ZHUYIN_SIZE)
            self._ruby_fonts[scale] = RubyFont(font)
        return self._ruby_fonts[scale]

    def _paint_ruby(self, painter: QPainter, ruby: Sequence[Squeezed], origin: QPointF) -> None:
        theme = self._settings.theme
        inks = dict(enumerate(tone_colours(self._settings.tone_scheme, theme)))
        inks |= {PLAIN: theme.ruby, CHANGED: theme.accent}
        for scale, ink, glyphs in ruby:
            painter.save()
            painter.setPen(QColor(inks[ink]))
            painter.translate(origin)
            painter.scale(scale, 1)
            painter.drawGlyphRun(QPointF(0, 0), glyphs)
            painter.restore()

"""Readings above the words of one line, as glyphs ready to paint.

The syllables of a word stand together, centred over the word. Where a word breaks over two lines,
each part has the syllables of its own hanzi. A reading may reach over its neighbours' hanzi where
their readings leave room; where two would touch, each is squeezed into the room over its own word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QGlyphRun, QRawFont

from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.column_layout import ColumnLayout
from duidu.page.measures import EDGE
from duidu.page.positions import Positions
from duidu.page.ruby_text import PLAIN, joined, syllables
from duidu.page.settings import PageSettings, RubyKind

NARROWEST = 0.7
_STEP = 0.04
# Empty space between two readings, in ems of the reading.
_GAP = 0.22


class Reading(NamedTuple):
    """A reading on one line: its text, the room over its hanzi, and the ink of each letter."""

    text: str
    room: QRectF
    inks: tuple[int, ...] = ()


class Fitted(NamedTuple):
    """A reading with its place: the left end, and the horizontal scale at which it fits."""

    reading: Reading
    x: float
    width: float
    scale: float


class Squeezed(NamedTuple):
    """Glyphs of one ink that share one horizontal scale; positions are in scaled coordinates."""

    scale: float
    ink: int
    glyphs: QGlyphRun


def readings(
    layout: ColumnLayout,
    annotated: AnnotatedParagraph,
    script: Script,
    positions: Positions,
    place: tuple[int, int],
    settings: PageSettings,
) -> Iterator[Reading]:
    """Give the readings of one line; `place` is its paragraph and its index in it.

    In pinyin the syllables of a word stand together; in zhuyin each stands over its hanzi.
    """
    number, index = place
    line = layout.lines(number)[index]
    start, end = positions.offset(line.start), positions.offset(line.end)
    for word in range(max(0, annotated.word_at(script, start)), len(annotated.words)):
        if annotated.span(script, word)[0] >= end:
            return
        own = [s for s in syllables(annotated, script, word, settings) if start <= s.offset < end]
        parts = [own] if settings.ruby_kind is RubyKind.PINYIN else [[one] for one in own]
        for part in filter(None, parts):
            span = part[0].offset, part[-1].offset + 1
            left, right = layout.extent(number, index, *(positions.position(o) for o in span))
            room = QRectF(left, line.top, right - left, line.baseline - line.top)
            text, inks = joined(part, settings.ruby_kind)
            yield Reading(text, room, inks)


class RubyFont:
    """Turns readings into glyph runs of one font."""

    def __init__(self, font: QFont) -> None:
        self._raw = QRawFont.fromFont(font)
        self._shapes: dict[str, tuple[list[int], list[float], float]] = {}

    def fit(self, found: Sequence[Reading], spacing: float) -> list[Fitted]:
        """Find a place for each reading of a line.

        `spacing` is the empty part at the right of each hanzi, over which no reading is centred.
        A reading never reaches further than the margin at the line's left.
        """
        gap = self._raw.pixelSize() * _GAP
        centers = [one.room.x() + (one.room.width() - spacing) / 2 for one in found]
        halves = [self._shape(one.text)[2] / 2 for one in found]
        allowed = list(halves)
        for one in range(len(found)):
            allowed[one] = min(allowed[one], max(0.0, centers[one] + EDGE))
            two = one + 1
            if two < len(found) and (centers[one] + halves[one] + gap > centers[two] - halves[two]):
                border = (found[one].room.right() - spacing + found[two].room.x()) / 2
                allowed[one] = min(allowed[one], border - gap / 2 - centers[one])
                allowed[two] = min(allowed[two], centers[two] - border - gap / 2)
        return [
            _fitted(reading, center, half, room)
            for reading, center, half, room in zip(found, centers, halves, allowed, strict=True)
        ]

    def runs(self, fitted: Sequence[Fitted], baseline: float) -> list[Squeezed]:
        """Lay out readings; `baseline` is that of the ruby relative to the hanzi's baseline."""
        groups: defaultdict[tuple[float, int], tuple[list[int], list[QPointF]]]
        groups = defaultdict(lambda: ([], []))
        for (text, room, inks), x, _, scale in fitted:
            indexes, advances, _ = self._shape(text)
            each = inks if len(inks) == len(indexes) else (*inks[:1], PLAIN)[:1] * len(indexes)
            for index, advance, ink in zip(indexes, advances, each, strict=True):
                glyphs, places = groups[scale, ink]
                glyphs.append(index)
                places.append(QPointF(x / scale, room.y() + room.height() + baseline))
                x += advance * scale
        return [Squeezed(*key, self._run(*group)) for key, group in groups.items()]

    def _shape(self, text: str) -> tuple[list[int], list[float], float]:
        known = self._shapes.get(text)
        if known is None:
            indexes = list(self._raw.glyphIndexesForString(text))
            # Design metrics: hinted advances of a small font are rounded up to pixels.
            points = self._raw.advancesForGlyphIndexes(
                indexes, QRawFont.LayoutFlag.UseDesignMetrics
            )
            advances = [point.x() for point in points]
            known = self._shapes[text] = (indexes, advances, sum(advances))
        return known

    def _run(self, glyphs: list[int], places: list[QPointF]) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self._raw)
        run.setGlyphIndexes(glyphs)
        run.setPositions(places)
        return run


def _fitted(reading: Reading, center: float, half: float, room: float) -> Fitted:
    """Squeeze in few steps, so that few runs are painted."""
    scale = 1.0
    if half > room:
        scale = max(NARROWEST, 1 - _STEP * -(-(1 - room / half) // _STEP))
    return Fitted(reading, center - half * scale, 2 * half * scale, scale)

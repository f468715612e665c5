"""Sizes of the page: what each role looks like, in ems of the body's font size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QTextBlockFormat, QTextCharFormat

from duidu.article.model import Role

# A line is so many ems high, until the reader wants another height, whether its ruby is shown or
# not, so that switching moves no line.
LINE_HEIGHT = 2.2
# What a body paragraph's first line is indented, in hanzi.
INDENT = 2
# Qt puts the baseline of a line of fixed height at four fifths of it.
BASELINE = 0.8
# How far a hanzi reaches above and below the baseline.
HANZI_ASCENT = 0.86
HANZI_DESCENT = 0.14
RUBY_SIZE = 0.52
# Three letters of zhuyin and a tone stand over one hanzi.
ZHUYIN_SIZE = 0.38
RUBY_GAP = 0.12
# Space between a paragraph and its counterpart below it, in ems of the body.
BETWEEN = 0.1
# Empty room at the edges of the text, over which the reading of a first hanzi may reach.
EDGE = 10


@dataclass(frozen=True, slots=True)
class Measure:
    """The look of one role: size and space below in ems of the body's size."""

    size: float = 1.0
    weight: QFont.Weight = QFont.Weight.Normal
    quiet: bool = False
    below: float = 0.55
    above: float = 0.0


_MEASURES = {
    Role.TITLE: Measure(1.5, QFont.Weight.DemiBold, below=0.5),
    Role.BYLINE: Measure(0.85, quiet=True, below=0.9),
    Role.BODY: Measure(),
    Role.HEADING: Measure(1.15, QFont.Weight.DemiBold, above=0.6),
    Role.CAPTION: Measure(0.85, quiet=True, below=0.9),
    Role.FURNITURE: Measure(0.8, quiet=True, below=0.3),
}


def measure(role: Role) -> Measure:
    """Give the look of a role."""
    return _MEASURES[role]


@dataclass(frozen=True, slots=True)
class Setting:
    """How paragraphs are set: the body's font size in pixels, the height of a line in ems.

    `indent` is what the first line of a body paragraph is indented, in pixels.
    """

    pixels: float
    line_height: float = LINE_HEIGHT
    indent: float = 0.0


def block_format(role: Role, setting: Setting, extra: float = 0.0) -> QTextBlockFormat:
    """Give the format of a paragraph, with `extra` pixels of space below it."""
    look, pixels = measure(role), setting.pixels
    form = QTextBlockFormat()
    height = setting.line_height * look.size * pixels
    if role is Role.BODY:
        form.setTextIndent(setting.indent)
    form.setLineHeight(round(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    form.setTopMargin(round(look.above * pixels))
    form.setBottomMargin(round(look.below * pixels) + extra)
    return form


def char_format(font: QFont, role: Role, ink: str, quiet_ink: str) -> QTextCharFormat:
    """Give the format of a paragraph's characters."""
    look = measure(role)
    own = QFont(font)
    own.setPointSizeF(font.pointSizeF() * look.size)
    own.setWeight(_drawable(look.weight, own))
    form = QTextCharFormat()
    form.setFont(own)
    form.setForeground(QColor(quiet_ink if look.quiet else ink))
    return form


def _drawable(weight: QFont.Weight, font: QFont) -> QFont.Weight:
    """Give bold where a family has no face as heavy as `weight`: Qt draws only bold out of it."""
    family = font.families()[0] if font.families() else font.family()
    if weight <= QFont.Weight.Normal or any(
        QFontDatabase.weight(family, style) >= weight for style in QFontDatabase.styles(family)
    ):
        return weight
    return QFont.Weight.Bold

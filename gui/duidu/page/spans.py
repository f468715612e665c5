"""Stretches of the source and where they are in either column."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.language.model import AnnotatedParagraph, Script

# Paragraph of the section, code point of the source.
SourcePoint = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Highlight:
    """What the reader coloured in one paragraph of the section.

    `start` and `end` are code points of the source, `colour` is the name of a marker of the theme.
    Of a highlight over several paragraphs the last part has `is_last`.
    """

    paragraph: int
    start: int
    end: int
    colour: str
    note: str = ""
    is_last: bool = True


def across(annotated: AnnotatedParagraph, script: Script, start: int, end: int) -> tuple[int, int]:
    """Give the stretch of the other column that stands for one of the column of `script`.

    Whole words are whole words there, whatever their length::

        計程車 | 來 | 了    0 to 3 is 0 to 4 in    出租汽车 | 来 | 了
    """
    alignment, traditional = annotated.alignment, script is Script.TRADITIONAL
    first = alignment.across(traditional, start)
    index = alignment.word_at(traditional, end - 1)
    if end <= start or index < 0:
        return first, first
    if end == alignment.span(traditional, index)[1]:
        return first, max(first, alignment.span(not traditional, index)[1])
    return first, max(first, alignment.across(traditional, end - 1) + 1)


def in_column(
    annotated: AnnotatedParagraph, script: Script, start: int, end: int
) -> tuple[int, int]:
    """Give where a stretch of the source is in a column."""
    return (
        (start, end) if script is annotated.script else across(annotated, script.other, start, end)
    )


def in_source(
    annotated: AnnotatedParagraph, script: Script, start: int, end: int
) -> tuple[int, int]:
    """Give where a stretch of a column is in the source."""
    return (start, end) if script is annotated.script else across(annotated, script, start, end)

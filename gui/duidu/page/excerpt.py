"""What is copied out of a column: the text itself, or the same stretch in another guise.

Nothing that stands above the hanzi is ever part of a plain copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from duidu.language.model import AnnotatedParagraph, Script, Word


class CopyAs(StrEnum):
    """In which guise a stretch is copied."""

    PLAIN = "plain"
    OTHER_SCRIPT = "other script"
    WITH_READINGS = "with readings"
    WORDS = "words"


class Stretch(NamedTuple):
    """A part of one paragraph of a column: its code points from `start` to `end`."""

    annotated: AnnotatedParagraph
    start: int
    end: int


def excerpt(stretches: Sequence[Stretch], script: Script, kind: CopyAs) -> str:
    """Give the text of some stretches of a column in a guise, a line a paragraph."""
    if kind is CopyAs.WORDS:
        return word_table(word for one in stretches for word in words_of(one, script))
    lines = {
        CopyAs.PLAIN: lambda one: one.annotated.text(script)[one.start : one.end],
        CopyAs.OTHER_SCRIPT: lambda one: _across(one, script),
        CopyAs.WITH_READINGS: lambda one: _with_readings(one, script),
    }[kind]
    return "\n".join(map(lines, stretches))


def words_of(one: Stretch, script: Script) -> list[Word]:
    """Give the words that a stretch touches."""
    if one.start >= one.end:
        return []
    first = one.annotated.word_at(script, one.start)
    last = one.annotated.word_at(script, one.end - 1)
    return list(one.annotated.words[first : last + 1])


def word_table(words: Iterable[Word]) -> str:
    """Give the distinct words that have a reading as lines: both forms, pinyin, gloss, by tabs."""
    rows = dict.fromkeys(
        (word.traditional, word.simplified, " ".join(word.reading), word.gloss)
        for word in words
        if word.reading
    )
    return "\n".join("\t".join(row) for row in rows)


def _across(one: Stretch, script: Script) -> str:
    """Give the other column's text of a stretch, character by character as far as that goes."""
    there = one.annotated.text(script.other)
    traditional = script is Script.TRADITIONAL
    start = one.annotated.alignment.across(traditional, one.start)
    end = one.annotated.alignment.across(traditional, one.end)
    if one.end > one.start:
        # The last character's own counterpart; where lengths differ, the whole word is taken.
        last = one.annotated.word_at(script, one.end - 1)
        if one.end == one.annotated.span(script, last)[1]:
            end = one.annotated.span(script.other, last)[1]
    return there[start:end]


def _with_readings(one: Stretch, script: Script) -> str:
    """Give the text, and below it the reading of its words, punctuation left where it is."""
    parts: list[str] = []
    for word in words_of(one, script):
        spoken = word.spoken(script)
        if spoken:
            parts.append(" " + "".join(spoken))
        elif word.form(script).strip():
            parts.append(_SIGNS.get(word.form(script), word.form(script)))
    text = one.annotated.text(script)[one.start : one.end]
    return f"{text}\n{''.join(parts).strip()}"


_SIGNS = {
    "，": ",", "。": ".", "！": "!", "？": "?", "；": ";", "：": ":", "、": ",",
    "（": " (", "）": ")", "「": " “", "」": "”", "『": " ‘", "』": "’",
}  # fmt: skip

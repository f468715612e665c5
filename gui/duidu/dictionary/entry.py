"""What a dictionary says of a word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Classifier:
    """A measure word of an entry: 個|个[ge4] in the release file."""

    traditional: str
    simplified: str
    pinyin: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One headword with one reading.

    `reading` has one syllable with a tone mark for each hanzi of the headword (aligned, so that
    len(reading) is the number of hanzi), or is empty where the file's pinyin does not correspond.
    `pinyin` is the reading to show, Latin letters and all, syllables apart: "kǎ lā O K".
    `taiwan` is the reading that a "Taiwan pr." sense gives, aligned like `reading`, or empty.
    `senses` have no "CL:" and no "Taiwan pr." among them; pinyin inside them has tone marks.
    """

    traditional: str
    simplified: str
    reading: tuple[str, ...]
    pinyin: str
    senses: tuple[str, ...]
    classifiers: tuple[Classifier, ...] = ()
    taiwan: tuple[str, ...] = ()


def is_surname(entry: Entry) -> bool:
    """Tell whether an entry is one of a surname."""
    return len(entry.simplified) <= 2 and any("surname " in sense for sense in entry.senses)

"""Which of several entries of one headword is the one that a reader means most often."""

from __future__ import annotations

from collections.abc import Mapping

from duidu.dictionary.entry import Entry

_VARIANTS = (
    "variant of", "old variant of", "archaic variant of", "erroneous variant of",
    "Japanese variant of", "nonstandard", "used in ", "see ", "also written", "unofficial variant",
    "euphemistic variant", "dialectal variant", "equivalent of", "abbr. for",
)  # fmt: skip
_BOUND = ("(bound form)", "(archaic)", "(old)", "(dialect)", "(literary)", "(Cantonese)")


def rank(entry: Entry, usual: tuple[str, ...], preferred: Mapping[str, int]) -> tuple[float, ...]:
    """Give the sort key of an entry among those of its simplified headword, best first.

    `usual` are the readings of the headword, the usual one first, as far as they are known;
    `preferred` tells for a traditional form its place among the forms of the simplified one.
    """
    # Of a word of several characters only what was chosen by hand is known to be usual: 明朝 is
    # the dynasty Míng cháo before míng zhāo, tomorrow morning.
    chosen = len(entry.simplified) > 1 and usual[:1] == (entry.pinyin.lower(),)
    return (
        0 if chosen else _kind(entry),
        _place(entry, usual),
        preferred.get(entry.traditional, len(preferred)),
        -len(entry.senses),
    )


def _kind(entry: Entry) -> int:
    """Tell common words (0) from proper names (1), and both from surnames and variants (2, 3)."""
    if all(sense.startswith(_VARIANTS) for sense in entry.senses):
        return 3
    if all("surname" in sense for sense in entry.senses):
        return 2
    return 1 if entry.pinyin[:1].isupper() else 0


def _place(entry: Entry, usual: tuple[str, ...]) -> float:
    if not usual:
        return 0.0
    bound = all(sense.startswith(_BOUND) for sense in entry.senses)
    reading = entry.pinyin.lower()
    place = usual.index(reading) if reading in usual else len(usual)
    return place + (0.5 if bound else 0.0)

"""From word to word, over the borders of paragraphs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from duidu.language.model import Word

Place = tuple[int, int]
Words = Callable[[int], Sequence[Word]]


def following(place: Place, words: Words, paragraphs: Sequence[int]) -> Place | None:
    """Give the next word with a reading after a place.

    `place` is paragraph and index, where -1 stands before the first word; `words` gives those of a
    paragraph, and `paragraphs` are the ones to walk through, in order.
    """
    number, index = place
    for one in paragraphs:
        if one >= number:
            first = index + 1 if one == number else 0
            spoken = (i for i, word in enumerate(words(one)) if i >= first and word.reading)
            found = next(spoken, None)
            if found is not None:
                return one, found
    return None


def preceding(place: Place, words: Words, paragraphs: Sequence[int]) -> Place | None:
    """Give the last word with a reading before a place."""
    number, index = place
    for one in reversed(paragraphs):
        if one <= number:
            here = words(one)
            last = min(index, len(here)) if one == number else len(here)
            found = next((i for i in range(last - 1, -1, -1) if here[i].reading), None)
            if found is not None:
                return one, found
    return None

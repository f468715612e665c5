"""How a word is read when no dictionary entry tells. pypinyin is imported here alone."""

from __future__ import annotations

from functools import lru_cache

from pypinyin import Style, pinyin
from pypinyin.style import convert

from duidu.hanzi import HANZI, count_hanzi

# What stands for the syllable of a hanzi that nothing knows how to read.
UNKNOWN = "?"


@lru_cache(maxsize=65_536)
def phrase_reading(word: str) -> tuple[str, ...]:
    """Read a simplified word: one syllable with its tone mark for each hanzi.

    pypinyin's phrases decide as far as they reach, its single characters for the rest.
    """
    hanzi = "".join(HANZI.findall(word))
    if not hanzi:
        return ()
    syllables = tuple(row[0] for row in pinyin(hanzi, style=Style.TONE, errors=_unknown))
    return syllables if len(syllables) == len(hanzi) else _one_by_one(hanzi)


def _one_by_one(hanzi: str) -> tuple[str, ...]:
    rows = (pinyin(char, style=Style.TONE, errors=_unknown) for char in hanzi)
    return tuple(row[0][0] for row in rows)


def _unknown(run: str) -> str:
    return UNKNOWN


def known_readings(char: str) -> tuple[str, ...]:
    """Give all readings of one character, the usual one first."""
    if not count_hanzi(char):
        return ()
    return tuple(pinyin(char, style=Style.TONE, heteronym=True, errors=_unknown)[0])


@lru_cache(maxsize=4_096)
def zhuyin(syllable: str) -> str:
    """Write a syllable of pinyin with its tone mark in zhuyin: nǐ is ㄋㄧˇ.

    What is no syllable stays as it is.
    """
    if syllable == UNKNOWN:
        return syllable
    return str(convert(syllable.lower(), Style.BOPOMOFO, True, syllable))

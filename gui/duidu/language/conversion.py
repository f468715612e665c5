"""The traditional form of simplified words: OpenCC's phrases, but ending at word borders only.

OpenCC looks for phrases wherever they occur. In 被发明 it finds 被发 and gives 被髮明; here a
phrase counts only where it begins and ends with a word, so that 被|发明 becomes 被|發明.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from duidu.language.model import Variety
from duidu.language.script import phrases, to_traditional

_LONGEST = 12


class Form(NamedTuple):
    """A word's traditional form, and whether a phrase longer than the word settled it."""

    traditional: str
    settled: bool


def traditional_forms(words: Sequence[str], variety: Variety) -> list[Form]:
    """Convert consecutive simplified words, one form a word, each of its word's length."""
    known = phrases()
    forms: list[Form] = []
    index = 0
    while index < len(words):
        end = _phrase_end(words, index, known)
        if end == index + 1:
            forms.append(Form(word_form(words[index], variety), False))
        else:
            forms += _phrase_forms(words[index:end], variety)
        index = end
    return forms


def _phrase_end(words: Sequence[str], start: int, known: Mapping[str, object]) -> int:
    """Give the end (a word index) of the longest phrase of whole words that begins at `start`."""
    text = words[start]
    best = start + 1
    for end in range(start + 1, len(words)):
        text += words[end]
        if len(text) > _LONGEST:
            break
        if text in known:
            best = end + 1
    return best


def _phrase_forms(words: Sequence[str], variety: Variety) -> list[Form]:
    whole = word_form("".join(words), variety)
    ends = list(accumulate(map(len, words)))
    return [Form(whole[end - len(word) : end], True) for word, end in zip(words, ends, strict=True)]


@lru_cache(maxsize=65_536)
def word_form(word: str, variety: Variety) -> str:
    """Convert one word, or one phrase, by itself."""
    return to_traditional(word, variety)

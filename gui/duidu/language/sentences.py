"""Where the sentences of a paragraph begin and end, in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.language.model import Word

# What ends a sentence, and what still belongs to it: 「…。」 is one sentence with its brackets.
_END = re.compile(r"[。！？!?；;…\n]")
_CLOSING = re.compile(r"[”’」』）)》〉】\]…。！？!?]+")


def sentences(words: Sequence[Word]) -> list[tuple[int, int]]:
    """Give the sentences of a paragraph as spans of word indexes, which partition the words.

    Worked example: 他|說|：|「|好|。|」|我|走|了|。 gives (0, 7) and (7, 11).
    """
    spans, start, ended = [], 0, False
    for index, word in enumerate(words):
        sign = word.simplified.strip()
        if ended and sign and not _CLOSING.fullmatch(sign):
            spans.append((start, index))
            start, ended = index, False
        ended = ended or bool(_END.search(word.simplified))
    if start < len(words):
        spans.append((start, len(words)))
    return spans


def sentence_of(words: Sequence[Word], index: int) -> tuple[int, int]:
    """Give the sentence that holds a word; raises IndexError where there is no such word."""
    for start, end in sentences(words):
        if start <= index < end:
            return start, end
    raise IndexError(index)

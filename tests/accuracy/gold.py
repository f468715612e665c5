"""Sentences with known words, forms and readings, written for this project.

A line has the traditional words of Taiwan with spaces between them; the reading of a polyphone
stands in braces behind it: `銀行{háng} 很 重{zhòng} 。`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from duidu.language.model import Variety
from duidu.language.script import to_simplified

_BRACES = re.compile(r"\{([^}]*)\}")


@dataclass(frozen=True)
class Sentence:
    """One sentence: `readings` maps the offset of a polyphone to its reading."""

    words: tuple[str, ...]
    readings: dict[int, str]

    @property
    def traditional(self) -> str:
        return "".join(self.words)

    @property
    def simplified(self) -> str:
        return "".join(self._simplified_words())

    def borders(self) -> set[tuple[int, int]]:
        """Give the spans of the words that are no punctuation."""
        spans, start = set(), 0
        for word in self.words:
            if re.search(r"\w", word):
                spans.add((start, start + len(word)))
            start += len(word)
        return spans

    def _simplified_words(self) -> Iterator[str]:
        """Convert word by word; 著 alone is 着 unless it is read zhù."""
        start = 0
        for word in self.words:
            spoken = self.readings.get(start, "zhe")
            simple = to_simplified(word, Variety.TAIWAN)
            yield "着" + simple[1:] if word[0] == "著" and spoken != "zhù" else simple
            start += len(word)


def sentences(name: str = "sentences.txt") -> list[Sentence]:
    """Read a file of sentences."""
    lines = Path(__file__).with_name(name).read_text("utf-8").splitlines()
    return [_sentence(line) for line in lines if line and not line.startswith("#")]


def _sentence(line: str) -> Sentence:
    readings: dict[int, str] = {}
    words: list[str] = []
    length = 0
    for cell in line.split():
        word = ""
        for number, part in enumerate(_BRACES.split(cell)):
            if number % 2:
                readings[length + len(word) - 1] = part
            else:
                word += part
        words.append(word)
        length += len(word)
    return Sentence(tuple(words), readings)

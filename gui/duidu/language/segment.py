"""Cutting simplified text into words.

The words and their counts are jieba's, with CC-CEDICT's headwords added at low counts when the
package is built. The cut is the one with the highest product of word probabilities, as in jieba
without its hidden Markov model; names and numbers come in as candidates with probabilities of
their own. It is computed here and not by jieba's own code because the page needs what jieba throws
away: the cuts that were nearly as good, and what a word may not cross (a Latin word, a number).
Reading the built list takes a sixth of the time of loading jieba.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise
from math import log
from typing import NamedTuple

from duidu.language.names import NameModel

# A Latin word or a number, white space, or one sign several times over (……, ——, 。。。).
_ATOM = re.compile(
    r"[0-9A-Za-z\u00c0-\u024f０-９Ａ-Ｚａ-ｚ]+(?:[.,'’_\-·:/@][0-9A-Za-z\u00c0-\u024f]+)*"
    r"|\s+|([^\w\s])\1*"
)
# Two characters, each doubled: 干干净净, 高高兴兴.
_DOUBLED = re.compile(r"(?=(([\u4e00-\u9fff])\2([\u4e00-\u9fff])\3))")
_DOUBLED_COUNT = 50
# Longer words are not looked for; the useful ones of jieba and CC-CEDICT are shorter.
_LONGEST = 12
# A cut that is less than e^2, seven times, less probable than the best one is a doubt.
_DOUBT = 2.0
_NEVER = float("-inf")

# How much more probable a measure word is behind a number than elsewhere: of 三杯水, 杯|水 and not
# the word 杯水 (as in 杯水车薪).
_MEASURE = log(100)

Row = list[tuple[int, float]]


class Segment(NamedTuple):
    """A word's span in code points, and what is known of the cut.

    `doubtful`: another cut was nearly as probable. `unlisted`: a name or number that no list has.
    """

    start: int
    end: int
    doubtful: bool
    unlisted: bool = False


class Segmenter:
    """The cut of a text by the counts of its words."""

    def __init__(self, counts: Mapping[str, int], names: NameModel | None = None) -> None:
        self.names = names
        self._counts = counts
        total = log(sum(counts.values()))
        self._scores = {count: log(count) - total for count in set(counts.values()) if count > 0}
        self._unknown = -total
        self._doubled = log(_DOUBLED_COUNT) - total
        self._longest = _longest_by_beginning(counts)

    def surname_of(self, name: str) -> str:
        """Give the surname that a name begins with, or the empty string."""
        return self.names.surname_of(name) if self.names else ""

    def cut(self, text: str) -> list[Segment]:
        """Cut a text into words that partition it.

        Worked example: of 研究|生命 and 研究生|命 the counts prefer the first; where the second is
        within a factor of seven of it, both words are doubtful.
        """
        if not text:
            return []
        edges = self._edges(text)
        unlisted = self._add_unlisted(text, edges)
        after, ends = _best_after(edges)
        borders = _best_path(ends)
        doubts = _doubtful_places(edges, after, borders)
        return [Segment(a, b, 1 in doubts[a:b], (a, b) in unlisted) for a, b in pairwise(borders)]

    def _edges(self, text: str) -> list[Row]:
        """Give for each place the words that start there: their end and log-probability."""
        edges: list[Row] = [[] for _ in text]
        inside = bytearray(len(text) + 1)
        for match in _ATOM.finditer(text):
            start, end = match.span()
            edges[start].append((end, self._unknown))
            inside[start + 1 : end] = b"\1" * (end - start - 1)
        counts, scores, longest, unknown = self._counts, self._scores, self._longest, self._unknown
        for start, char in enumerate(text):
            if inside[start]:
                continue
            row = edges[start]
            if not inside[start + 1]:
                count = counts.get(char)
                row.append((start + 1, scores[count] if count else unknown))
            last = start + longest.get(text[start : start + 2], 1)
            for end in range(start + 2, min(last, len(text)) + 1):
                count = counts.get(text[start:end])
                if count and not inside[end]:
                    row.append((end, scores[count]))
        return edges

    def _add_unlisted(self, text: str, edges: list[Row]) -> set[tuple[int, int]]:
        """Add the candidates that no list has: names, numbers, doubled words."""
        added = set()
        for start, end, score in self.names.edges(text) if self.names else ():
            if text[start:end] not in self._counts:
                edges[start].append((end, score))
                added.add((start, end))
        for start, end in self.names.measures(text) if self.names else ():
            count = self._counts.get(text[start:end])
            # 一起 and 一面 are words, and nothing is counted in them.
            a_word = end - start == 1 and text[start - 1 : end] in self._counts
            if count and edges[start] and not a_word:
                edges[start].append((end, self._scores[count] + _MEASURE))
        for match in _DOUBLED.finditer(text):
            word, start = match[1], match.start()
            if word not in self._counts and word[0] + word[2] in self._counts:
                edges[start].append((start + 4, self._doubled))
        return added


def _longest_by_beginning(counts: Mapping[str, int]) -> dict[str, int]:
    """Give for two characters the length of the longest word that begins with them."""
    longest: dict[str, int] = {}
    for word in counts:
        length = len(word)
        if length > 1 and length > longest.get(word[:2], 1):
            longest[word[:2]] = min(length, _LONGEST)
    return longest


def _best_after(edges: list[Row]) -> tuple[list[float], list[int]]:
    """Give for each place the log-probability of the best cut of the rest, and its first end."""
    best = [0.0] * (len(edges) + 1)
    ends = [0] * len(edges)
    for start in range(len(edges) - 1, -1, -1):
        row = edges[start]
        if len(row) == 1:
            ((end, score),) = row
            best[start], ends[start] = score + best[end], end
        elif row:
            best[start], ends[start] = max([(score + best[end], end) for end, score in row])
    return best, ends


def _best_path(ends: list[int]) -> list[int]:
    borders = [0]
    while borders[-1] < len(ends):
        borders.append(ends[borders[-1]])
    return borders


def _doubtful_places(edges: list[Row], after: list[float], borders: list[int]) -> bytearray:
    """Mark the places that a word of a nearly best cut covers and the best cut's words do not."""
    doubtful = bytearray(len(edges))
    floor = after[0] - _DOUBT
    before = [_NEVER] * (len(edges) + 1)
    before[0] = 0.0
    chosen = set(pairwise(borders))
    for start, row in enumerate(edges):
        here = before[start]
        for end, score in row:
            reached = here + score
            if reached > before[end]:
                before[end] = reached
            if reached + after[end] > floor and (start, end) not in chosen:
                doubtful[start:end] = b"\1" * (end - start)
    return doubtful

"""The map between the two columns of one paragraph, both ways."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Alignment:
    """Where each word stands in the traditional and in the simplified column.

    Both columns are the same words in the same order, so a place in one column is a word and a
    place inside it. Worked example, a word that is longer on one side::

        traditional  計程車 | 來 | 了      starts 0 3 4 5
        simplified   出租汽车 | 来 | 了    starts 0 4 5 6

    Offset 4 on the traditional side (了) is word 2 and offset 5 on the simplified side.
    """

    def __init__(self, traditional: Sequence[int], simplified: Sequence[int]) -> None:
        """Take the lengths of the words (code points) in each column.

        Raises ValueError where the columns do not have the same number of words.
        """
        if len(traditional) != len(simplified):
            raise ValueError("the columns have different numbers of words")
        self._traditional = [0, *accumulate(traditional)]
        self._simplified = [0, *accumulate(simplified)]

    def _starts(self, traditional: bool) -> list[int]:
        return self._traditional if traditional else self._simplified

    def __len__(self) -> int:
        return len(self._traditional) - 1

    def span(self, traditional: bool, index: int) -> tuple[int, int]:
        """Give start and end of a word in a column; raises IndexError out of range."""
        starts = self._starts(traditional)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return starts[index], starts[index + 1]

    def word_at(self, traditional: bool, offset: int) -> int:
        """Give the index of the word that holds `offset`, or -1 outside the text."""
        starts = self._starts(traditional)
        if not 0 <= offset < starts[-1]:
            return -1
        return bisect_right(starts, offset) - 1

    def across(self, traditional: bool, offset: int) -> int:
        """Give the offset in the other column that stands for `offset` in this one.

        The place stays in the same word; inside it, it is as far from the word's start, but never
        past its last character. The end of the text maps to the end of the text.
        """
        index = self.word_at(traditional, offset)
        there = self._starts(not traditional)
        if index < 0:
            return 0 if offset < 0 else there[-1]
        start, end = there[index], there[index + 1]
        inside = offset - self._starts(traditional)[index]
        return min(start + inside, max(start, end - 1))

"""Between code points and the positions of a QTextDocument, which count UTF-16 units.

No other module knows of UTF-16: 205 hanzi of CC-CEDICT lie beyond the basic plane and are one code
point and two positions.
"""

from __future__ import annotations

from bisect import bisect_left


class Positions:
    """The map of one text, both ways.

    Worked example::

        text        吃 𠮟 了        code points 0 1 2, end 3
        positions   0  1  3        end 4

    A position in the middle of a hanzi (2) is the code point of that hanzi (1).
    """

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._wide = [offset for offset, char in enumerate(text) if char > "\uffff"]
        # Where the second half of the n-th wide code point stands.
        self._halves = [offset + number + 1 for number, offset in enumerate(self._wide)]

    def __len__(self) -> int:
        """Give the number of positions, the length of the block's text in Qt."""
        return self._length + len(self._wide)

    def position(self, offset: int) -> int:
        """Give the position of a code point; raises IndexError outside the text and its end."""
        if not 0 <= offset <= self._length:
            raise IndexError(offset)
        return offset + bisect_left(self._wide, offset)

    def offset(self, position: int) -> int:
        """Give the code point at a position; raises IndexError outside the text and its end."""
        if not 0 <= position <= len(self):
            raise IndexError(position)
        return position - bisect_left(self._halves, position + 1)

"""Places in the source that are found again after the document was edited elsewhere.

All paragraphs of an article, joined with a line feed after each but the last, are its joined
source. A place is anchored by the text that it is about and by what stands around that text there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from duidu.article.model import Article, Paragraph

# So many characters of the source before and after a place tell it from others.
SURROUNDINGS = 24
# So many do in a text that repeats itself, and so few still do after an edit close by.
FAR = 72
_NEAR = 8
# Less text than this, in code points, is no proof of a place where its surroundings are gone.
_TELLING = 10


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of the joined source, and what stood around it.

    `place` is the code point at which `text` began. An empty `text` anchors a mere point.
    """

    text: str
    before: str
    after: str
    place: int


class SourcePlaces:
    """Where the paragraphs of an article stand in its joined source."""

    def __init__(self, article: Article) -> None:
        self._paragraphs = list(article.paragraphs())
        self._starts: list[int] = []
        length = 0
        for paragraph in self._paragraphs:
            self._starts.append(length)
            length += len(paragraph.text) + 1
        self._text = "\n".join(paragraph.text for paragraph in self._paragraphs)

    def __len__(self) -> int:
        """Give the length of the joined source in code points."""
        return len(self._text)

    @property
    def paragraphs(self) -> list[Paragraph]:
        """Every paragraph of the article in order."""
        return self._paragraphs

    def surroundings(self, paragraph: Paragraph, start: int, end: int) -> tuple[str, str, int]:
        """Give what stands before and after a stretch of a paragraph, and its place."""
        index = next(i for i, one in enumerate(self._paragraphs) if one is paragraph)
        place = self._starts[index] + start
        anchor = self.anchor(place, place + end - start, SURROUNDINGS)
        return anchor.before, anchor.after, place

    def anchor(self, start: int, end: int, reach: int = FAR) -> Anchor:
        """Anchor a stretch of the joined source, with `reach` code points on either side.

        Paragraphs may end inside it.
        """
        before = self._text[max(0, start - reach) : start]
        after = self._text[end : end + reach]
        return Anchor(self._text[start:end], before, after, start)

    def text(self, start: int, end: int) -> str:
        """Give a stretch of the joined source, as far as there is one."""
        return self._text[max(0, start) : max(0, end)]

    def place(self, number: int, offset: int) -> int:
        """Give the place of a code point of the paragraph of that number."""
        return self._starts[number] + min(offset, len(self._paragraphs[number].text))

    def paragraph_at(self, place: int) -> tuple[int, int]:
        """Give the number of the paragraph at a place, and the code point in it."""
        index = max(0, bisect_right(self._starts, place) - 1)
        return index, min(place - self._starts[index], len(self._paragraphs[index].text))

    def find_exactly(self, anchor: Anchor) -> int | None:
        """Find the place of a text by all that stood around it, or give None.

        Where that occurs more than once, the occurrence at the place of old is taken, if there is
        one; another might not be what was meant.
        """
        hits = self._hits(anchor, anchor.before, anchor.after)
        return hits[0] if len(hits) == 1 else None

    def find(self, anchor: Anchor) -> int | None:
        """Find the place of a text by what is left of its surroundings, or give None.

        The text itself must be there. Where its surroundings were edited on one side, the other
        side tells, if it is long enough to; of several occurrences the one nearest to the place
        of old is taken. Worked example, `[ ]` around the text::

            then   一隻貓坐在[窗台]上，看著遠方的燈光。
            now    三隻狗睡在[窗台]上，看著遠方的燈光。     found by what follows
        """
        for before, after in _surroundings(anchor):
            is_whole = (before, after) == (anchor.before, anchor.after)
            if is_whole or len(before) + len(anchor.text) + len(after) >= _TELLING:
                hits = self._hits(anchor, before, after)
                if hits:
                    return min(hits, key=lambda hit: abs(hit - anchor.place))
        if len(anchor.text) >= _TELLING:
            hits = self._hits(anchor, "", "")
            return hits[0] if len(hits) == 1 else None
        return None

    def _hits(self, anchor: Anchor, before: str, after: str) -> list[int]:
        """Give where the text stands between two others; where it stood before counts alone."""
        wanted = before + anchor.text + after
        if not wanted:
            return []
        old = anchor.place - len(before)
        if old >= 0 and self._text.startswith(wanted, old):
            return [anchor.place]
        hits, start = [], self._text.find(wanted)
        while start >= 0:
            hits.append(start + len(before))
            start = self._text.find(wanted, start + 1)
        return hits


def _surroundings(anchor: Anchor) -> Iterator[tuple[str, str]]:
    """Give what may still stand before and after a text, the most telling first."""
    for reach in (FAR, SURROUNDINGS, _NEAR):
        before, after = anchor.before[-reach:], anchor.after[:reach]
        yield from ((before, after), ("", after), (before, ""))

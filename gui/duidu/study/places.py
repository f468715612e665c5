"""Where the reader stopped in each document, and how much of it is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from duidu.article.model import Paragraph, Role
from duidu.study.anchor import Anchor, SourcePlaces
from duidu.study.document import Document
from duidu.study.memory import Memory

# Places of so many documents are kept; the ones that were left longest ago go first.
KEPT = 1_000
_COLUMNS = "paragraph, offset, share, top, before, after, place"


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where a document was left: what began the line at the top of the page.

    `paragraph` counts over the whole article, `offset` is a code point in it. `share` is the part
    of the article (0 to 1) that was read, down to the foot of the page, and `top` the part before
    the line at the top.
    """

    paragraph: int
    offset: int
    share: float
    top: float
    anchor: Anchor


class Progress:
    """How far into an article a place is, by characters. Furniture counts for nothing."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        lengths = [0 if p.role is Role.FURNITURE else len(p.text) for p in paragraphs]
        if not any(lengths):
            lengths = [len(paragraph.text) for paragraph in paragraphs]
        self._lengths = lengths
        self._starts = list(accumulate(lengths, initial=0))

    def share(self, number: int, offset: int) -> float:
        """Give the part of the article (0 to 1) before a code point of a paragraph.

        A paragraph past the last one stands for the end.
        """
        total = self._starts[-1]
        if number >= len(self._lengths) or not total:
            return 1.0
        return (self._starts[number] + min(offset, self._lengths[number])) / total

    def place(self, share: float) -> tuple[int, int]:
        """Give paragraph and code point that so much of the article is before."""
        before = round(min(1.0, max(0.0, share)) * self._starts[-1])
        number = bisect_right(self._starts, before, hi=len(self._lengths)) - 1
        number = max(0, number)
        return number, min(before - self._starts[number], self._lengths[number])


def found_again(
    left: LeftAt, source: SourcePlaces, progress: Progress, same_file: bool
) -> tuple[int, int] | None:
    """Give paragraph and code point where reading goes on.

    What stood around the place finds it; where nothing of that is left, the share that was read
    does, but only in the same file: another one may merely begin alike.
    """
    place = source.find(left.anchor)
    if place is not None:
        return source.paragraph_at(place)
    return progress.place(left.top) if same_file else None


class Places:
    """The places that are kept in the reader's memory, one a document."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def keep(self, document: Document, left: LeftAt) -> None:
        """Remember where a document is left, in place of where it was left before."""
        anchor = left.anchor
        with self._memory.transaction() as connection:
            connection.execute(
                "DELETE FROM places WHERE path = ? AND (path != '' OR signature = ?)",
                (document.path, document.signature),
            )
            connection.execute(
                f"INSERT INTO places (path, signature, {_COLUMNS})"  # noqa: S608
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(document.path, document.signature, left.paragraph, left.offset),
                    *(left.share, left.top, anchor.before, anchor.after, anchor.place),
                ),
            )
            connection.execute(
                "DELETE FROM places WHERE id <= (SELECT max(id) FROM places) - ?", (KEPT,)
            )

    def of(self, document: Document) -> tuple[LeftAt, bool] | None:
        """Give where a document was left, and whether it is the same file; None for a new one.

        A file that was moved is known by how it begins.
        """
        rows = self._memory.read(
            f"SELECT {_COLUMNS}, path FROM places"  # noqa: S608
            " WHERE path = ? AND (path != '' OR signature = ?) OR signature = ?"
            " ORDER BY path = ? DESC, id DESC LIMIT 1",
            (document.path, document.signature, document.signature, document.path),
        )
        return (_left_at(rows[0]), rows[0][-1] == document.path) if rows else None


def _left_at(row: tuple[Any, ...]) -> LeftAt:
    paragraph, offset, share, top, before, after, place, _path = row
    return LeftAt(paragraph, offset, share, top, Anchor("", before, after, place))

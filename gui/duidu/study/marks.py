"""Bookmarks and highlights: what the reader marked in a document, and where it is now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from duidu.study.anchor import Anchor, SourcePlaces
from duidu.study.document import Document
from duidu.study.memory import Memory

_COLUMNS = "id, kind, path, signature, text, before, after, place, colour, note"


class Kind(StrEnum):
    """What a mark is."""

    BOOKMARK = "bookmark"
    HIGHLIGHT = "highlight"


class Colour(StrEnum):
    """The colours of highlights; each theme has its own four shades."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    ROSE = "rose"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that the reader marked. `id` is 0 for a mark that is not kept yet.

    The anchor's text is what is marked, as the source has it; a highlight may run over several
    paragraphs, which are joined by line feeds there. Only highlights have a colour and a note.
    """

    kind: Kind
    document: Document
    anchor: Anchor
    colour: Colour = Colour.YELLOW
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark that was found: its stretch of the joined source, in code points."""

    mark: Mark
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a stretch shares a character with the mark; a mere point lies on one."""
        return self.start < max(end, start + 1) and start < max(self.end, self.start + 1)

    def holds(self, start: int, end: int) -> bool:
        """Tell whether a stretch lies completely inside the mark."""
        return self.start <= start and end <= self.end


class Marks:
    """The marks that are kept in the reader's memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def add(self, mark: Mark, instead_of: Iterable[Mark] = ()) -> Mark:
        """Keep a mark, and forget those that it takes the place of."""
        with self._memory.transaction() as connection:
            for old in instead_of:
                connection.execute("DELETE FROM marks WHERE id = ?", (old.id,))
            cursor = connection.execute(
                "INSERT INTO marks (kind, path, signature, text, before, after, place, colour,"
                " note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _row(mark),
            )
            return replace(mark, id=cursor.lastrowid or 0)

    def change(self, marks: Iterable[Mark]) -> None:
        """Keep other values for marks that are kept already."""
        with self._memory.transaction() as connection:
            for mark in marks:
                connection.execute(
                    "UPDATE marks SET kind = ?, path = ?, signature = ?, text = ?, before = ?,"
                    " after = ?, place = ?, colour = ?, note = ? WHERE id = ?",
                    (*_row(mark), mark.id),
                )

    def remove(self, marks: Iterable[Mark]) -> None:
        """Forget marks."""
        with self._memory.transaction() as connection:
            for mark in marks:
                connection.execute("DELETE FROM marks WHERE id = ?", (mark.id,))

    def of(self, document: Document) -> list[Mark]:
        """Give the marks that may stand in a document, the oldest first."""
        rows = self._memory.read(
            f"SELECT {_COLUMNS} FROM marks"  # noqa: S608
            " WHERE (path = ? AND path != '') OR signature = ? ORDER BY id",
            (document.path, document.signature),
        )
        return [_mark(row) for row in rows]


class PlacedMarks:
    """The marks of one open article, each at its place of now.

    `placed` is in the order of the text; `lost` are those whose place is gone.
    """

    def __init__(self, document: Document, source: SourcePlaces, marks: Iterable[Mark]) -> None:
        self.placed: list[PlacedMark] = []
        self.lost: list[Mark] = []
        self._document, self._source = document, source
        for mark in marks:
            start = source.find(mark.anchor)
            if start is not None:
                self.placed.append(PlacedMark(mark, start, start + len(mark.anchor.text)))
            elif _is_of(mark, document):
                self.lost.append(mark)
        self.placed.sort(key=lambda one: (one.start, one.end))

    def of(self, kind: Kind) -> list[PlacedMark]:
        """Give the bookmarks, or the highlights."""
        return [one for one in self.placed if one.mark.kind is kind]

    def moved(self) -> list[Mark]:
        """Give the marks around which the document was edited, anchored anew.

        Without this, several edits one after another would leave nothing to find a mark by.
        """
        found = []
        for one in self.placed:
            anchored = replace(
                one.mark, document=self._document, anchor=self._source.anchor(one.start, one.end)
            )
            if anchored != one.mark and one.mark.document.path in ("", self._document.path):
                found.append(anchored)
        return found


def union(start: int, end: int, absorbed: Sequence[PlacedMark]) -> tuple[int, int, str]:
    """Give the stretch and the note of a highlight that takes up those that it overlaps."""
    start = min([start, *(one.start for one in absorbed)])
    end = max([end, *(one.end for one in absorbed)])
    return start, end, "\n".join(one.mark.note for one in absorbed if one.mark.note)


def _is_of(mark: Mark, document: Document) -> bool:
    """Tell whether a mark that was not found was made in this document.

    Another file may begin alike; one that is not there any more was probably moved here.
    """
    path = mark.document.path
    return path in ("", document.path) or not Path(path).exists()


def _row(mark: Mark) -> tuple[object, ...]:
    anchor = mark.anchor
    return (
        *(mark.kind.value, mark.document.path, mark.document.signature, anchor.text),
        *(anchor.before, anchor.after, anchor.place, mark.colour.value, mark.note),
    )


def _mark(row: tuple[Any, ...]) -> Mark:
    number, kind, path, signature, text, before, after, place, colour, note = row
    anchor = Anchor(text, before, after, place)
    return Mark(Kind(kind), Document(path, signature), anchor, Colour(colour), note, number)

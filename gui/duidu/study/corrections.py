"""Corrections: choices of the reader's that overrule the program, and where they hold.

A correction is kept with the text that it is about, in both scripts, and is applied only where that
text stands and begins and ends with a word. One that holds at a single place is anchored by what
stands around it in the source: it is found again after an edit elsewhere in the document, and where
its surroundings are gone it is kept and not applied.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from duidu.article.model import Article, Paragraph
from duidu.errors import NOT_WRITTEN, DuiduError, Term
from duidu.language.choice import Choice, Piece
from duidu.language.model import Script
from duidu.study.anchor import Anchor, SourcePlaces
from duidu.study.document import Document
from duidu.study.memory import Memory

_COLUMNS = "id, scope, path, signature, traditional, simplified, before, after, place, pieces"
_FORMAT = "duidu-corrections"


class Scope(StrEnum):
    """Where a correction holds."""

    HERE = "here"
    DOCUMENT = "document"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader chose for a text. `place` is a code point in the document's joined source.

    `traditional` and `simplified` are the text as the reader wants it in both scripts, of equal
    length. `id` is 0 for a correction that is not kept yet.
    """

    scope: Scope
    document: Document
    traditional: str
    simplified: str
    pieces: tuple[Piece, ...]
    before: str = ""
    after: str = ""
    place: int = 0
    id: int = 0

    def text(self, script: Script) -> str:
        """Give the corrected text as the source has it."""
        return self.traditional if script is Script.TRADITIONAL else self.simplified

    def anchor(self, script: Script) -> Anchor:
        """Give where a correction that holds at one place stands in a source of that script."""
        return Anchor(self.text(script), self.before, self.after, self.place)

    def pieces_for(self, script: Script) -> tuple[Piece, ...]:
        """Give the pieces for a source in one script: a chosen form is that of the other side."""
        other, start, pieces = self.text(script.other), 0, []
        for piece in self.pieces:
            end = start + piece.length
            pieces.append(piece if piece.form is None else replace(piece, form=other[start:end]))
            start = end
        return tuple(pieces)


class SharedFileError(DuiduError):
    """A file of corrections cannot be read."""


class Corrections:
    """The corrections that are kept in the reader's memory."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def add(self, correction: Correction) -> Correction:
        """Keep a correction, in place of an older one about the same text and scope."""
        with self._memory.transaction() as connection:
            for old in self._same(correction):
                connection.execute("DELETE FROM corrections WHERE id = ?", (old.id,))
            cursor = connection.execute(
                "INSERT INTO corrections (scope, path, signature, traditional, simplified,"
                " before, after, place, pieces) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                _row(correction),
            )
            return replace(correction, id=cursor.lastrowid or 0)

    def remove(self, correction: Correction) -> None:
        """Forget a correction."""
        with self._memory.transaction() as connection:
            connection.execute("DELETE FROM corrections WHERE id = ?", (correction.id,))

    def all(self) -> list[Correction]:
        """Give every correction, the oldest first."""
        rows = self._memory.read(f"SELECT {_COLUMNS} FROM corrections ORDER BY id")  # noqa: S608
        return [_correction(row) for row in rows]

    def of(self, document: Document) -> list[Correction]:
        """Give the corrections that may hold in a document, the most general first."""
        rows = self._memory.read(
            f"SELECT {_COLUMNS} FROM corrections WHERE scope = 'always'"  # noqa: S608
            " OR (path = ? AND path != '') OR signature = ?"
            " ORDER BY CASE scope WHEN 'always' THEN 0 WHEN 'document' THEN 1 ELSE 2 END, id",
            (document.path, document.signature),
        )
        return [_correction(row) for row in rows]

    def export(self, path: Path) -> int:
        """Write the corrections that hold always to a file that can be shared; give their count."""
        kept = [one for one in self.all() if one.scope is Scope.ALWAYS]
        shared = {"format": _FORMAT, "version": 1, "corrections": [_shared(one) for one in kept]}
        text = json.dumps(shared, ensure_ascii=False, indent=1) + "\n"
        temporary = path.with_name(f".{path.name}.new")
        try:
            temporary.write_text(text, "utf-8")
            temporary.replace(path)
        except OSError as error:
            reason = Term(error.strerror)
            raise SharedFileError(NOT_WRITTEN, name=path.name, reason=reason) from error
        return len(kept)

    def import_file(self, path: Path) -> int:
        """Take over the corrections of a shared file; give how many. Raises SharedFileError."""
        try:
            shared = json.loads(path.read_text("utf-8"))
            found = [_from_shared(one) for one in shared["corrections"]]
            known = shared["format"] == _FORMAT and shared["version"] == 1
        except OSError as error:
            reason, unread = Term(error.strerror), "{name} cannot be read: {reason}."
            raise SharedFileError(unread, name=path.name, reason=reason) from error
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            raise SharedFileError("{name} is not a file of corrections.", name=path.name) from error
        if not known:
            strange = "{name} is not a file of corrections that Duidu can read."
            raise SharedFileError(strange, name=path.name)
        for correction in found:
            self.add(correction)
        return len(found)

    def _same(self, correction: Correction) -> list[Correction]:
        """Give what a correction takes the place of."""
        found = [one for one in self.of(correction.document) if one.scope is correction.scope]
        if correction.scope is Scope.HERE:
            end = correction.place + len(correction.traditional)
            return [
                one
                for one in found
                if one.place < end and correction.place < one.place + len(one.traditional)
            ]
        texts = (correction.traditional, correction.simplified)
        return [one for one in found if (one.traditional, one.simplified) == texts]


class PlacedCorrections:
    """The corrections of one open article, each put to its paragraphs.

    Call it as `Choices` of the article's annotator.
    """

    def __init__(
        self,
        article: Article,
        script_of: Callable[[Paragraph], Script],
        corrections: Iterable[Correction],
    ) -> None:
        """Put corrections to their places; `script_of` tells a paragraph's script."""
        self._script_of = script_of
        self._general: list[Correction] = []
        self._here: defaultdict[int, list[Choice]] = defaultdict(list)
        self.lost: list[Correction] = []
        self._places = SourcePlaces(article)
        for correction in corrections:
            if correction.scope is Scope.HERE:
                self._anchor(correction)
            else:
                self._general.append(correction)

    def __call__(self, paragraph: Paragraph, borders: Sequence[int]) -> list[Choice]:
        """Give the choices for a paragraph, the most particular first where they overlap."""
        chosen = list(self._here.get(id(paragraph), ()))
        edges = set(borders)
        script = self._script_of(paragraph)
        for correction in reversed(self._general):
            text = correction.text(script)
            start = paragraph.text.find(text)
            while start >= 0:
                choice = Choice(start, correction.pieces_for(script))
                if start in edges and start + len(text) in edges and _is_free(choice, chosen):
                    chosen.append(choice)
                start = paragraph.text.find(text, start + 1)
        return chosen

    def _anchor(self, correction: Correction) -> None:
        for script in Script:
            place = self._places.find_exactly(correction.anchor(script))
            if place is None:
                continue
            number, start = self._places.paragraph_at(place)
            paragraph = self._places.paragraphs[number]
            if self._script_of(paragraph) is script:
                self._choose(paragraph, Choice(start, correction.pieces_for(script)))
                return
        self.lost.append(correction)

    def _choose(self, paragraph: Paragraph, choice: Choice) -> None:
        choices = self._here[id(paragraph)]
        if _is_free(choice, choices):
            choices.append(choice)


def _is_free(choice: Choice, taken: Iterable[Choice]) -> bool:
    return all(choice.end <= one.start or one.end <= choice.start for one in taken)


def _row(one: Correction) -> tuple[object, ...]:
    pieces = json.dumps([asdict(piece) for piece in one.pieces], ensure_ascii=False)
    document = Document("", "") if one.scope is Scope.ALWAYS else one.document
    return (
        one.scope.value,
        document.path,
        document.signature,
        one.traditional,
        one.simplified,
        one.before,
        one.after,
        one.place,
        pieces,
    )


def _correction(row: tuple[Any, ...]) -> Correction:
    number, scope, path, signature, traditional, simplified, before, after, place, pieces = row
    return Correction(
        Scope(scope),
        Document(path, signature),
        traditional,
        simplified,
        tuple(_piece(one) for one in json.loads(pieces)),
        before,
        after,
        place,
        number,
    )


def _piece(found: dict[str, Any]) -> Piece:
    reading = found["reading"]
    return Piece(
        int(found["length"]),
        None if found["form"] is None else str(found["form"]),
        None if reading is None else tuple(map(str, reading)),
        bool(found["name"]),
    )


def _shared(one: Correction) -> dict[str, Any]:
    return {
        "traditional": one.traditional,
        "simplified": one.simplified,
        "pieces": [asdict(piece) for piece in one.pieces],
    }


def _from_shared(found: dict[str, Any]) -> Correction:
    traditional, simplified = str(found["traditional"]), str(found["simplified"])
    pieces = tuple(_piece(one) for one in found["pieces"])
    length = sum(piece.length for piece in pieces)
    if not pieces or min(p.length for p in pieces) < 1 or length != len(traditional):
        raise ValueError("the pieces do not make up the text")
    if len(simplified) != length:
        raise ValueError("the two scripts do not correspond")
    return Correction(Scope.ALWAYS, Document("", ""), traditional, simplified, pieces)

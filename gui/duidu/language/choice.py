"""What a reader chose for a stretch of text, in the terms of one paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from duidu.article.model import Paragraph


@dataclass(frozen=True, slots=True)
class Piece:
    """One word that a reader set.

    `length` counts the source's code points. `form` is the word on the other side and `reading`
    its syllables, one a hanzi; None leaves them to the program. `name` says that it is a name.
    """

    length: int
    form: str | None = None
    reading: tuple[str, ...] | None = None
    name: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The words that begin at a code point of a paragraph's source."""

    start: int
    pieces: tuple[Piece, ...]

    @property
    def end(self) -> int:
        """Where the last of the words ends."""
        return self.start + sum(piece.length for piece in self.pieces)


# Gives the choices for a paragraph; it is told where the program's words begin and end.
Choices = Callable[[Paragraph, Sequence[int]], Iterable[Choice]]


def no_choices(paragraph: Paragraph, borders: Sequence[int]) -> Iterable[Choice]:
    """Leave everything to the program."""
    return ()


def recut(borders: Sequence[int], choices: Iterable[Choice]) -> list[int]:
    """Give the word borders after the choices; a word that a choice cuts into is cut there.

    Worked example: the borders 0 2 4 6 with one word chosen from 1 to 4 become 0 1 4 6.
    """
    found = set(borders)
    for choice in choices:
        found -= set(range(choice.start + 1, choice.end))
        place = choice.start
        found.add(place)
        for piece in choice.pieces:
            place += piece.length
            found.add(place)
    return sorted(found)

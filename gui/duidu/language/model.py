"""Words: the unit of both columns, the ruby, the look-up and every export.

Offsets are code points. `start` and `end` of a word are offsets in the source text of its
paragraph; the words of a paragraph partition it without a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from duidu.article.model import Role
from duidu.language.alignment import Alignment
from duidu.language.sandhi import changes


class Script(StrEnum):
    """One of the two ways to write Chinese; also the name of a column."""

    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"

    @property
    def other(self) -> Script:
        """The script of the other column."""
        return Script.SIMPLIFIED if self is Script.TRADITIONAL else Script.TRADITIONAL


class Variety(StrEnum):
    """The regional standard behind the traditional side."""

    TAIWAN = "taiwan"
    HONGKONG = "hongkong"
    MAINLAND = "mainland"
    OPENCC = "opencc"


class Guess(StrEnum):
    """What was chosen among several plausible answers."""

    SEGMENTATION = "segmentation"
    READING = "reading"
    CONVERSION = "conversion"


class Regional(NamedTuple):
    """What another region calls a word, in the script of the derived column, and its reading."""

    script: Script
    form: str
    reading: tuple[str, ...]


class Word(NamedTuple):
    """A span of a paragraph in both scripts.

    `traditional` and `simplified` are the same characters in either script, one for one. `reading`
    has one syllable a hanzi, with tone marks; it is empty for spaces, punctuation and other text
    without hanzi. `gloss` is the first sense of the best entry, `entries` how many the dictionary
    has. `overruled` says that the derived form is not what OpenCC makes of the whole paragraph,
    `corrected` that the reader chose the word. `regional` is what the derived column has instead,
    where the words of its region are wanted (出租车: 計程車); it may have another length.
    """

    start: int
    end: int
    traditional: str
    simplified: str
    reading: tuple[str, ...] = ()
    gloss: str = ""
    entries: int = 0
    guessed: tuple[Guess, ...] = ()
    overruled: bool = False
    corrected: bool = False
    regional: Regional | None = None

    def written(self, script: Script) -> str:
        """Give the word's own characters in one script."""
        return self.traditional if script is Script.TRADITIONAL else self.simplified

    def form(self, script: Script) -> str:
        """Give the word as the column of a script has it."""
        if self.regional is not None and self.regional.script is script:
            return self.regional.form
        return self.written(script)

    def spoken(self, script: Script) -> tuple[str, ...]:
        """Give the syllables of the word as the column of a script has it."""
        if self.regional is not None and self.regional.script is script:
            return self.regional.reading
        return self.reading


@dataclass(frozen=True)
class AnnotatedParagraph:
    """A paragraph with its words; `script` says which column is the source."""

    source: str
    role: Role
    script: Script
    words: tuple[Word, ...]
    continues: bool = False

    @cached_property
    def traditional(self) -> str:
        """The whole traditional column."""
        return "".join([word.form(Script.TRADITIONAL) for word in self.words])

    @cached_property
    def simplified(self) -> str:
        """The whole simplified column."""
        return "".join([word.form(Script.SIMPLIFIED) for word in self.words])

    @cached_property
    def alignment(self) -> Alignment:
        """The map between the two columns."""
        return Alignment(
            [len(word.form(Script.TRADITIONAL)) for word in self.words],
            [len(word.form(Script.SIMPLIFIED)) for word in self.words],
        )

    @cached_property
    def sandhi(self) -> dict[int, tuple[str, ...]]:
        """How the words that 一 and 不 change in are spoken: by index, the syllables."""
        return changes(self.words)

    def text(self, script: Script) -> str:
        """Give one column."""
        return self.traditional if script is Script.TRADITIONAL else self.simplified

    def differences(self, script: Script) -> list[tuple[int, int]]:
        """Give the spans (code points) of a column that the other column writes differently."""
        return self._differences[script]

    @cached_property
    def _differences(self) -> dict[Script, list[tuple[int, int]]]:
        spans: dict[Script, list[tuple[int, int]]] = {script: [] for script in Script}
        for index, word in enumerate(self.words):
            if word.traditional == word.simplified and word.regional is None:
                continue
            for script, found in spans.items():
                start, end = self.span(script, index)
                other = word.form(script.other)
                if word.regional is not None or len(other) != end - start:
                    found.append((start, end))
                    continue
                form = word.form(script)
                found += [
                    (start + i, start + i + 1) for i in range(len(form)) if form[i] != other[i]
                ]
        return spans

    def word_at(self, script: Script, offset: int) -> int:
        """Give the index of the word that holds the code point `offset` of a column, or -1."""
        return self.alignment.word_at(script is Script.TRADITIONAL, offset)

    def span(self, script: Script, index: int) -> tuple[int, int]:
        """Give start and end (code points) of a word in a column."""
        return self.alignment.span(script is Script.TRADITIONAL, index)

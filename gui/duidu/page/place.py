"""A word and where it stands on the page."""

from __future__ import annotations

from dataclasses import dataclass

from duidu.language.model import AnnotatedParagraph, Word


@dataclass(frozen=True)
class WordPlace:
    """A word of the shown section: the paragraph's index in the section, the word's index in it."""

    paragraph: int
    index: int
    annotated: AnnotatedParagraph

    @property
    def word(self) -> Word:
        """The word that stands here."""
        return self.annotated.words[self.index]

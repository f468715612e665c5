"""The shape of an article: sections of paragraphs, each with a role.

The text of a paragraph is the source as it was loaded, white space at both ends taken off, and is
never rewritten afterwards. Every offset is a Python code point in that text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is in its article."""

    TITLE = "title"
    BYLINE = "byline"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"
    FURNITURE = "furniture"


class FieldName(StrEnum):
    """The things that a byline tells."""

    DATE = "date"
    SOURCE = "source"
    AUTHOR = "author"
    EDITOR = "editor"
    RESPONSIBLE_EDITOR = "responsible_editor"
    ORIGINAL_TITLE = "original_title"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of source text.

    `continues` is set where the loader cut an over-long block softly: the block goes on in the
    next paragraph, and white space at such a cut is kept.
    """

    text: str
    role: Role = Role.BODY
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One statement about the article, and where it stands.

    `paragraph` counts over all paragraphs of the article; `start` and `end` (code points) enclose
    the label and the value. A field that only the page's metadata tells has `paragraph` -1.
    """

    name: FieldName
    value: str
    paragraph: int = -1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or a stretch that is shown at once, at most about 20,000 characters."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What was opened. `origin` is the path or a name to show; `encoding` how it was decoded."""

    title: str
    sections: tuple[Section, ...]
    fields: tuple[Field, ...] = ()
    origin: str = ""
    encoding: str = ""

    def paragraphs(self) -> Iterator[Paragraph]:
        """Give every paragraph in order, furniture included."""
        for section in self.sections:
            yield from section.paragraphs

    def field(self, name: FieldName) -> str:
        """Give the first value of a field, or the empty string."""
        return next((field.value for field in self.fields if field.name is name), "")

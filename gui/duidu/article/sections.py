"""Paragraphs into sections: chapters, and stretches of at most about 20,000 characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from duidu.article.model import Paragraph, Role, Section
from duidu.article.roles import CHAPTER

LONGEST_SECTION = 20_000
SHORT_TEXT = 6_000
# In an article of more paragraphs the furniture around it makes sections of its own.
_SHORT_ARTICLE = 300
_TEXT = frozenset({Role.BODY, Role.CAPTION})


def sections(paragraphs: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Cut at chapter headings, and long chapters between paragraphs; a short text stays whole."""
    if sum(len(paragraph.text) for paragraph in paragraphs) <= SHORT_TEXT:
        return (Section("", tuple(paragraphs)),)
    found: list[Section] = []
    for chapter in _chapters(paragraphs):
        found += stretches(chapter, _title_of(chapter))
    return tuple(found)


def sized_sections(paragraphs: Iterable[Paragraph]) -> tuple[Section, ...]:
    """Cut by size alone."""
    return tuple(stretches(list(paragraphs), ""))


def _is_around(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.FURNITURE


def _is_chapter(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.HEADING and CHAPTER.match(paragraph.text) is not None


def _title_of(chapter: Sequence[Paragraph]) -> str:
    return next((one.text for one in _before_text(chapter) if _is_chapter(one)), "")


def _before_text(chapter: Sequence[Paragraph]) -> Iterator[Paragraph]:
    return takewhile(lambda paragraph: paragraph.role not in _TEXT, chapter)


def _chapters(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    long = len(paragraphs) > _SHORT_ARTICLE
    chapter: list[Paragraph] = []
    has_text = False
    for paragraph in paragraphs:
        turned = bool(chapter) and _is_around(paragraph) != _is_around(chapter[-1])
        # Headings in a row (a table of contents, the title and its first chapter) stay together.
        if (_is_chapter(paragraph) and has_text) or (turned and long):
            yield chapter
            chapter, has_text = [], False
        chapter.append(paragraph)
        has_text = has_text or paragraph.role in _TEXT
    if chapter:
        yield chapter


def stretches(chapter: Sequence[Paragraph], title: str) -> Iterator[Section]:
    """Cut a chapter into sections of at most about 20,000 characters, between paragraphs."""
    stretch: list[Paragraph] = []
    length = 0
    for paragraph in chapter:
        if stretch and length + len(paragraph.text) > LONGEST_SECTION:
            yield Section(title, tuple(stretch))
            stretch, length = [], 0
        stretch.append(paragraph)
        length += len(paragraph.text)
    if stretch:
        yield Section(title, tuple(stretch))

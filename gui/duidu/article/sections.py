"""Paragraphs into sections: chapters, and stretches of at most about 20,000 characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from duidu.article.model import Paragraph, Role, Section
from duidu.article.roles import CHAPTER

LONGEST_SECTION = 20_000
SHORT_TEXT = 6_000
# In an article of more paragraphs the furniture around it makes sections of its own.
_SHORT_ARTICLE = 300


def sections(paragraphs: Sequence[Paragraph], title: str) -> tuple[Section, ...]:
    """Cut at chapter headings, and long chapters between paragraphs; a short text stays whole."""
    if sum(len(paragraph.text) for paragraph in paragraphs) <= SHORT_TEXT:
        return (Section(title, tuple(paragraphs)),)
    found: list[Section] = []
    for chapter in _chapters(paragraphs):
        found += _stretches(chapter, _title_of(chapter) or title)
    return tuple(found)


def sized_sections(paragraphs: Iterable[Paragraph]) -> tuple[Section, ...]:
    """Cut by size alone."""
    return tuple(_stretches(list(paragraphs), ""))


def _is_chapter(paragraph: Paragraph) -> bool:
    return paragraph.role is Role.HEADING and CHAPTER.match(paragraph.text) is not None


def _title_of(chapter: Sequence[Paragraph]) -> str:
    return chapter[0].text if chapter and _is_chapter(chapter[0]) else ""


def _chapters(paragraphs: Sequence[Paragraph]) -> Iterator[list[Paragraph]]:
    chapter: list[Paragraph] = []
    for paragraph in paragraphs:
        turned = bool(chapter) and (
            (paragraph.role is Role.FURNITURE) != (chapter[-1].role is Role.FURNITURE)
        )
        if turned and len(paragraphs) > _SHORT_ARTICLE:
            yield chapter
            chapter = []
        # Headings in a row (a table of contents, a part and its first chapter) stay together.
        if _is_chapter(paragraph) and any(not _is_chapter(one) for one in chapter):
            yield chapter
            chapter = []
        chapter.append(paragraph)
    if chapter:
        yield chapter


def _stretches(chapter: Sequence[Paragraph], title: str) -> Iterator[Section]:
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

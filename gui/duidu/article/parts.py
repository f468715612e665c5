"""What a reader of documents gives: chapters of blocks with their roles, and what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from duidu.article.errors import EmptyError, NoHanziError
from duidu.article.model import Article, Field, FieldName, Paragraph, Role, Section
from duidu.article.roles import assembled, is_chapter_heading, title_of
from duidu.article.sections import sections, stretches
from duidu.hanzi import HANZI


@dataclass(frozen=True)
class Chapter:
    """A part of a document: its title, and its blocks with their roles."""

    title: str
    blocks: Sequence[tuple[str, Role]]


@dataclass(frozen=True)
class Parts:
    """A document taken apart. `told` are fields that only the file's metadata tells."""

    chapters: Sequence[Chapter]
    title: str = ""
    told: Sequence[tuple[FieldName, str]] = field(default_factory=tuple)


def article_of(parts: Parts, origin: str) -> Article:
    """Put an article together; raises EmptyError and NoHanziError.

    Where most chapters have a title of their own, each is a section, or more where it is long;
    books that were cut by size are cut as any text is, at the headings of their chapters.
    """
    found: list[Section] = []
    fields: list[Field] = []
    paragraphs: list[Paragraph] = []
    for chapter in parts.chapters:
        texts = [text for text, _ in chapter.blocks]
        roles = [_role(text, role) for text, role in chapter.blocks]
        own, told = assembled(texts, roles)
        fields += [_moved(one, len(paragraphs)) for one in told]
        paragraphs += own
        found += stretches(own, chapter.title)
    if not paragraphs:
        raise EmptyError(origin)
    if not any(HANZI.search(paragraph.text) for paragraph in paragraphs):
        raise NoHanziError(origin)
    seen = {one.name for one in fields}
    fields += [Field(name, value) for name, value in parts.told if value and name not in seen]
    title = parts.title or title_of(paragraphs) or Path(origin).stem
    titles = {chapter.title for chapter in parts.chapters if chapter.title}
    by_chapter = len(parts.chapters) > 1 and 2 * len(titles) > len(parts.chapters)
    whole = tuple(found) if by_chapter else sections(paragraphs)
    return Article(title, whole, tuple(fields), origin)


def _role(text: str, role: Role) -> Role:
    """Tell the heading of a chapter that a book has as a plain paragraph."""
    return Role.HEADING if role is Role.BODY and is_chapter_heading(text) else role


def _moved(one: Field, paragraphs: int) -> Field:
    place = one.paragraph + paragraphs if one.paragraph >= 0 else -1
    return Field(one.name, one.value, place, one.start, one.end)

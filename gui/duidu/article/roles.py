"""What each block of a text is: title, byline, heading, body or furniture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from duidu.article.fields import byline_fields, closing_author, frame_author, title_field
from duidu.article.model import Field, Paragraph, Role
from duidu.article.notices import framed, notices_start
from duidu.article.text import pieces
from duidu.hanzi import HANZI

_LONGEST_TITLE = 60
_LONGEST_HEADING = 30
_LONGEST_CHAPTER = 60
_END = frozenset("。！？；…!?;，,、：:")
_CLOSING_MARKS = "”」』’》）)"
_COUNT = r"[〇○◯零一二三四五六七八九十百千兩两\d]+"
CHAPTER = re.compile(
    rf"第\s*{_COUNT}\s*(?:[章回卷]|[節节部集篇折幕](?=[\s：:]|$))|卷\s*{_COUNT}(?=[\s：:]|$)"
    r"|(?:[上中下][篇部卷]|序|序言|前言|楔子|引子|尾聲|尾声|後記|后记|跋|附錄|附录)(?=[\s：:]|$)"
    r"|Chapter\s+\d+"
)
_FRAME_TITLE = re.compile(r"Title:\s*(\S.*)")


def paragraphs_of(blocks: Sequence[str]) -> tuple[list[Paragraph], list[Field]]:
    """Give each block its role, and the fields that stand in them."""
    begin, end = framed(blocks)
    roles = _roles(blocks[begin:end])
    frame = Role.FURNITURE
    return assembled(blocks, [frame] * begin + roles + [frame] * (len(blocks) - end))


def assembled(blocks: Sequence[str], roles: Sequence[Role]) -> tuple[list[Paragraph], list[Field]]:
    """Make paragraphs of blocks whose roles are known, and find their fields.

    An over-long block becomes several paragraphs; a field counts paragraphs, not blocks.
    """
    paragraphs: list[Paragraph] = []
    fields: list[Field] = []
    by_block = _fields(blocks, roles)
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        cut = pieces(block)
        for field in by_block.get(index, ()):
            fields.append(_placed(field, len(paragraphs), cut))
        paragraphs += [Paragraph(piece, role, True) for piece in cut[:-1]]
        paragraphs.append(Paragraph(cut[-1], role))
    return paragraphs, fields


def _placed(field: Field, paragraph: int, cut: Sequence[str]) -> Field:
    """Move a field from its block to the piece of the block in which it starts."""
    before = 0
    for piece in cut[:-1]:
        if field.start < before + len(piece):
            break
        before += len(piece)
        paragraph += 1
    start, end = field.start - before, field.end - before
    return replace(field, paragraph=paragraph, start=start, end=end)


def _roles(blocks: Sequence[str]) -> list[Role]:
    roles = [Role.BODY] * len(blocks)
    end = notices_start(blocks)
    roles[end:] = [Role.FURNITURE] * (len(blocks) - end)
    first = 0
    if _is_title(blocks):
        roles[0] = Role.TITLE
        first = 1
    near_the_end = range(max(end - 2, first + 4), end)
    for index in (*range(first, min(first + 4, end)), *near_the_end):
        if byline_fields(blocks[index], index):
            roles[index] = Role.BYLINE
    for index in range(first, end):
        if roles[index] is Role.BODY and _is_heading(blocks, index, end):
            roles[index] = Role.HEADING
    return roles


def _fields(blocks: Sequence[str], roles: Sequence[Role]) -> dict[int, list[Field]]:
    """Find the fields, by the index of the block."""
    found: dict[int, list[Field]] = {}
    body = [index for index, role in enumerate(roles) if role is Role.BODY]
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if role is Role.BYLINE:
            found[index] = byline_fields(block, index)
    for index in {*body[:4], *body[-3:]}:
        found.setdefault(index, []).extend(title_field(blocks[index], index))
    for index in body[-1:]:
        found[index] += closing_author(blocks[index], index)
    for index in range(body[0] if body and roles[0] is Role.FURNITURE else 0):
        if roles[index] is Role.FURNITURE:
            found.setdefault(index, []).extend(frame_author(blocks[index], index))
    return found


def title_of(paragraphs: Iterable[Paragraph]) -> str:
    """Give the title that a text has, or that the licence frame before it tells; else nothing."""
    for paragraph in paragraphs:
        if paragraph.role is Role.TITLE:
            return paragraph.text
        told = _FRAME_TITLE.match(paragraph.text)
        if paragraph.role is Role.FURNITURE and told:
            return told[1]
        if paragraph.role is Role.BODY:
            break
    return ""


def _is_title(blocks: Sequence[str]) -> bool:
    if len(blocks) < 2 or len(blocks[0]) > _LONGEST_TITLE or not HANZI.search(blocks[0]):
        return False
    if CHAPTER.match(blocks[0]) or byline_fields(blocks[0], 0):
        return False
    # A question or a call is a title when a byline follows; else it may be somebody speaking.
    calls = blocks[0].rstrip(_CLOSING_MARKS)[-1:] in tuple("？！?!…")
    return not _ends_sentence(blocks[0]) or (calls and bool(byline_fields(blocks[1], 1)))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING_MARKS)[-1:] in _END or text[-1:] in _END


def is_chapter_heading(text: str) -> bool:
    """Tell whether a block is a chapter's number with its title, and no sentence."""
    short = CHAPTER.match(text) is not None and len(text) <= _LONGEST_CHAPTER
    return short and text.rstrip(_CLOSING_MARKS)[-1:] not in tuple("。；;，,")


def _is_heading(blocks: Sequence[str], index: int, end: int) -> bool:
    """Tell a heading: a chapter's number, or a short line between two longer paragraphs."""
    text = blocks[index]
    if CHAPTER.match(text) and len(text) <= _LONGEST_CHAPTER:
        return is_chapter_heading(text)
    if len(text) > _LONGEST_HEADING or _ends_sentence(text) or not 0 < index < end - 1:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    return len(text) * 3 <= min(len(before), len(after)) and _ends_sentence(after)

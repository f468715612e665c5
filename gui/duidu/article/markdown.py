"""Markdown: headings, paragraphs and lists as they read. markdown-it-py is imported here alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from duidu.article.model import Field, Paragraph, Role
from duidu.article.roles import assembled
from duidu.article.text import joined_lines, trim

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADING = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_MARKS = re.compile(
    r"^(?:[-*+] |\d+\. |> |```|\|.+\|$)|\[[^\]\n]+\]\([^)\n]+\)|\*\*[^*\n]+\*\*|`[^`\n]+`",
    re.MULTILINE,
)
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
# Text with fewer marks than these may be anything.
_ENOUGH = 3


def is_markdown(text: str) -> bool:
    """Tell Markdown by its marks: a heading and another mark, or several marks."""
    sample = text[:20_000]
    headings = len(_HEADING.findall(sample))
    return 2 * headings + len(_MARKS.findall(sample)) >= _ENOUGH


def read_markdown(text: str) -> tuple[list[Paragraph], list[Field]]:
    """Give the blocks without their marks; the first heading of the first level is the title."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(_FRONT_MATTER.sub("", text, count=1))
    texts: list[str] = []
    roles: list[Role] = []
    for block, role in _blocks(tokens):
        titled = Role.TITLE in roles
        texts.append(block)
        roles.append(Role.HEADING if role is Role.TITLE and titled else role)
    return assembled(texts, roles)


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, Role]]:
    heading = ""
    for token in tokens:
        if token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline" and (text := _plain(token)):
            role = Role.TITLE if heading == "h1" else Role.HEADING if heading else Role.BODY
            yield text, role
        elif token.type in ("fence", "code_block"):
            for line in token.content.splitlines():
                if trim(line):
                    yield trim(line), Role.BODY


def _plain(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "image":
            parts.append(child.content)
    return joined_lines("".join(parts))

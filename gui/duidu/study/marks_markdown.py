"""The highlights and notes of an article as Markdown, to be taken into other programs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from duidu.errors import NOT_WRITTEN, DuiduError, Term

# What Markdown would take for markup, inside a line.
_MARKUP = re.compile(r"([\\`*_\[\]<>#~|])")
# What it would take for a list, at the beginning of a line.
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A highlight to be written. `section` is empty where there is but one section."""

    section: str
    text: str
    note: str = ""


class MarkdownError(DuiduError):
    """The file of highlights cannot be written."""


def as_markdown(title: str, excerpts: Iterable[Excerpt]) -> str:
    """Write excerpts in their order, under the titles of their sections.

    Worked example, for one highlight with a note::

        # 海邊的早晨

        > 漁夫的頭髮已經濕了。

        Compare the ending.
    """
    blocks, section = [f"# {_plain(title)}"], ""
    for one in excerpts:
        if one.section and one.section != section:
            section = one.section
            blocks.append(f"## {_plain(section)}")
        blocks.append("\n>\n".join(f"> {_plain(line)}" for line in one.text.split("\n")))
        if one.note.strip():
            blocks.append(_plain(one.note.strip()))
    return "\n\n".join(blocks) + "\n"


def write_markdown(path: Path, text: str) -> None:
    """Write a file completely or not at all; raises MarkdownError."""
    temporary = path.with_name(f".{path.name}.new")
    try:
        temporary.write_text(text, "utf-8")
        temporary.replace(path)
    except OSError as error:
        reason = Term(error.strerror)
        raise MarkdownError(NOT_WRITTEN, name=path.name, reason=reason) from error


def _plain(text: str) -> str:
    """Keep Markdown from reading markup into a text."""
    return _LIST.sub(lambda found: f"{found[1]}\\{found[2]}", _MARKUP.sub(r"\\\1", text))

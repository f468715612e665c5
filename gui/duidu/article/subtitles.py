"""Subtitles (SRT, WebVTT, ASS): what is said, line after line. pysubs2 is imported here alone."""

from __future__ import annotations

import re

from duidu.article.model import Field, Paragraph, Role
from duidu.article.roles import assembled
from duidu.article.text import joined_lines

_SRT = re.compile(r"\s*\d+\s*\n\d\d?:\d\d:\d\d[,.]\d{1,3}\s*-->")
_VTT = re.compile(r"\s*WEBVTT\b")
_ASS = re.compile(r"\s*\[Script Info\]", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]{1,200}>|\{[^{}]{0,500}\}")


def is_subtitles(text: str) -> bool:
    """Tell subtitles by how they begin."""
    return any(kind.match(text) for kind in (_SRT, _VTT, _ASS))


def read_subtitles(text: str) -> tuple[list[Paragraph], list[Field]]:
    """Give a paragraph for each line that is said; what is said twice in a row comes once."""
    import pysubs2

    kind = "ass" if _ASS.match(text) else "vtt" if _VTT.match(text) else "srt"
    try:
        events = pysubs2.SSAFile.from_string(text, format_=kind).events
    except (pysubs2.Pysubs2Error, ValueError, IndexError, KeyError, OverflowError):
        events = []
    said = [_said(event.text) for event in events if not event.is_comment]
    lines = [line for line in said or map(_said, _without_times(text)) if line]
    kept = [line for i, line in enumerate(lines) if i == 0 or line != lines[i - 1]]
    return assembled(kept, [Role.BODY] * len(kept))


def _said(text: str) -> str:
    broken = text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
    return joined_lines(_TAGS.sub("", broken))


def _without_times(text: str) -> list[str]:
    """Give the lines of a damaged file that are neither numbers nor times."""
    return [line for line in text.splitlines() if "-->" not in line and not line.strip().isdigit()]

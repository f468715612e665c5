"""JSON Lines: one object a paragraph. The shape is a contract with other programs (see README)."""

from __future__ import annotations

import json
from typing import Any, TextIO

from duidu.export.annotated import AnnotatedArticle
from duidu.language.model import AnnotatedParagraph, Word


def write_jsonl(annotated: AnnotatedArticle, out: TextIO) -> None:
    """Write one line a paragraph, in order, furniture included."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for number, paragraph in enumerate(annotated.paragraphs()):
        out.write(encode(paragraph_object(number, paragraph)))
        out.write("\n")


def paragraph_object(number: int, paragraph: AnnotatedParagraph) -> dict[str, Any]:
    """Give the object of one paragraph.

    `continues` is there, and true, only where the next object is the rest of the same block.
    """
    found: dict[str, Any] = {
        "paragraph": number,
        "role": paragraph.role.value,
        "script": paragraph.script.value,
        "source": paragraph.source,
        "traditional": paragraph.traditional,
        "simplified": paragraph.simplified,
        "words": [word_object(word) for word in paragraph.words],
    }
    if paragraph.continues:
        found["continues"] = True
    return found


def word_object(word: Word) -> dict[str, Any]:
    """Give the object of one word; `start` and `end` are code points in the source."""
    return {
        "start": word.start,
        "end": word.end,
        "traditional": word.traditional,
        "simplified": word.simplified,
        "reading": list(word.reading),
        "gloss": word.gloss,
        "entries": word.entries,
        "guessed": [guess.value for guess in word.guessed],
    }

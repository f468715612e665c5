"""JSON Lines: one object a paragraph. The shape is a contract with other programs (see README)."""

from __future__ import annotations

import json
from typing import Any, TextIO

from duidu.export.annotated import AnnotatedArticle
from duidu.language.model import AnnotatedParagraph, Script, Word


def write_jsonl(annotated: AnnotatedArticle, out: TextIO) -> None:
    """Write one line a paragraph, in order, furniture included."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for number, paragraph in enumerate(annotated.paragraphs()):
        out.write(encode(paragraph_object(number, paragraph, annotated.sandhi)))
        out.write("\n")


def paragraph_object(
    number: int, paragraph: AnnotatedParagraph, sandhi: bool = False
) -> dict[str, Any]:
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
    if sandhi:
        for index, spoken in paragraph.sandhi.items():
            found["words"][index]["spoken"] = list(spoken)
    if paragraph.continues:
        found["continues"] = True
    return found


def word_object(word: Word) -> dict[str, Any]:
    """Give the object of one word; `start` and `end` are code points in the source.

    `regional` is there only where a column has another region's word: which column, the word's own
    characters in that script, and how the other word is read.
    """
    found: dict[str, Any] = {
        "start": word.start,
        "end": word.end,
        "traditional": word.form(Script.TRADITIONAL),
        "simplified": word.form(Script.SIMPLIFIED),
        "reading": list(word.reading),
        "gloss": word.gloss,
        "entries": word.entries,
        "guessed": [guess.value for guess in word.guessed],
    }
    if word.regional is not None:
        script = word.regional.script
        found["regional"] = {
            "script": script.value,
            "written": word.written(script),
            "reading": list(word.regional.reading),
        }
    return found

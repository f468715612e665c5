"""Where a text stands in a section, in either script."""

from __future__ import annotations

from collections.abc import Sequence

from duidu.language.model import AnnotatedParagraph, Script


def hits(section: Sequence[AnnotatedParagraph | None], text: str) -> list[tuple[int, int]]:
    """Give the words in which a text begins, as (paragraph, index), in order."""
    found: set[tuple[int, int]] = set()
    for number, annotated in enumerate(section):
        if annotated is not None:
            for script in Script:
                found.update((number, index) for index in _in_column(annotated, script, text))
    return sorted(found)


def _in_column(annotated: AnnotatedParagraph, script: Script, text: str) -> list[int]:
    column, words = annotated.text(script), []
    start = column.find(text)
    while start >= 0:
        words.append(annotated.word_at(script, start))
        start = column.find(text, start + 1)
    return words

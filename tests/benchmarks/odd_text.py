"""Whether annotation is linear in the length, for text that is nothing but one odd thing."""

from __future__ import annotations

import gc
import time

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Annotator, Language
from duidu.language.model import Script, Variety

UNITS = {
    "one hanzi": "的",
    "one polyphone": "行",
    "a particle": "了",
    "a name": "王小明",
    "a surname": "王",
    "numbers": "一二三",
    "foreign names": "约翰·",
    "a word of 10,000 letters": "a",
    "emoji with selectors": "👍🏽️",
    "Kangxi radicals": "⽺⼈",
    "private use": "\ue000",
    "beyond the BMP": "𠀀𠮷",
    "Japanese": "これは日本語",
    "both scripts": "這是这是",
    "spaces": " ",
    "one sign": "…",
    "lone surrogates": "\ud800中",
}
SHORT, LONG = 10_000, 40_000


def slowest() -> tuple[str, float, float]:
    """Give the kind of text whose time grows most: its name, and µs a character short and long."""
    language = Language(Dictionary())
    found = []
    for script in Script:
        annotator = language.annotator(Article("", ()), script, Variety.TAIWAN)
        annotator.annotate(Paragraph("行長行长"))
        for name, unit in UNITS.items():
            short, long = (_time(annotator, unit, size) for size in (SHORT, LONG))
            found.append((f"{name}, {script.value}", short, long))
    return max(found, key=lambda one: one[2] / one[1])


def _time(annotator: Annotator, unit: str, size: int) -> float:
    """Give the microseconds a character, the best of two."""
    paragraph = Paragraph((unit * size)[:size])
    taken = []
    for _ in range(2):
        gc.collect()
        start = time.perf_counter()
        annotator.annotate(paragraph)
        taken.append(time.perf_counter() - start)
    return min(taken) / size * 1e6

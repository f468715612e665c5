"""Words that Taiwan and the Mainland have different names for: 計程車 and 出租车.

The pairs are those of OpenCC's phrases for Taiwan (computing, names of countries) and a list of
everyday words that was written for this project, `resources/vocabulary.txt`. A word is replaced as
a whole only, so that the two columns stay linked word by word, whatever the lengths.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from duidu.language.model import Script, Variety
from duidu.language.script import regional_phrases, to_simplified

_LONGEST = 10


@cache
def regional_words(source: Script) -> Mapping[str, str]:
    """Map words of the source's region, in simplified characters, to the other region's words.

    From simplified text the answers are Taiwan's in its traditional characters, from traditional
    text the Mainland's in simplified ones. What both regions call alike is not there.
    """
    everyday = [line.split("\t") for line in _lines() if "\t" in line]
    found: dict[str, str] = {}
    if source is Script.SIMPLIFIED:
        pairs = [(mainland, taiwan) for mainland, taiwan in everyday]
        pairs += [(_simple(one), other) for one, other in regional_phrases(Variety.TAIWAN)]
    else:
        pairs = [(_simple(taiwan), mainland) for mainland, taiwan in everyday]
        pairs += [(_simple(one), _simple(other)) for one, other in regional_phrases(None)]
    for word, other in pairs:
        if len(word) > 1 and word != _simple(other):
            found.setdefault(word, other)
    return found


def joined(borders: Sequence[int], text: str, known: Mapping[str, str]) -> list[int]:
    """Join words that are one word of the other region; give the borders that are left.

    Worked example: 数据|库 becomes 数据库, which Taiwan calls 資料庫.
    """
    left, index = [borders[0]], 0
    while index + 1 < len(borders):
        ends = range(len(borders) - 1, index, -1)
        start = borders[index]
        end = next(
            (
                e
                for e in ends
                if borders[e] - start <= _LONGEST and text[start : borders[e]] in known
            ),
            index + 1,
        )
        left.append(borders[end])
        index = end
    return left


def _lines() -> list[str]:
    text = files("duidu.resources").joinpath("vocabulary.txt").read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _simple(word: str) -> str:
    return to_simplified(word, Variety.TAIWAN)

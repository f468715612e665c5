"""Text of any length with the vocabulary of real text: words drawn by how often they occur."""

from __future__ import annotations

import random
from itertools import accumulate

from duidu.dictionary.words import load_words
from duidu.language.model import Variety
from duidu.language.script import to_traditional


def make_text(characters: int, seed: int = 1) -> str:
    """Make traditional text of about so many characters, one paragraph a line."""
    counts = {word: count for word, count in load_words().items() if count > 3}
    words, weights = list(counts), list(accumulate(counts.values()))
    rng = random.Random(seed)
    lines: list[str] = []
    length = 0
    while length < characters:
        clauses = (
            "".join(rng.choices(words, cum_weights=weights, k=rng.randint(3, 8)))
            for _ in range(rng.randint(4, 16))
        )
        lines.append("，".join(clauses) + "。")
        length += len(lines[-1])
    return to_traditional("\n".join(lines), Variety.TAIWAN)

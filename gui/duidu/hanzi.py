"""Which characters are hanzi; what only looks like one."""

from __future__ import annotations

import re
import unicodedata

# The unified ideographs with all extensions, the compatibility ideographs, and 〇.
HANZI = re.compile(
    "[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f\U00030000-\U0003347f]"
)
_RADICAL = re.compile("[\u2e80-\u2fdf]")


def is_hanzi(char: str) -> bool:
    """Tell whether one character is a hanzi."""
    return HANZI.match(char) is not None


def count_hanzi(text: str) -> int:
    """Count the hanzi of a text."""
    return len(HANZI.findall(text))


def fold_radicals(text: str) -> str:
    """Replace Kangxi radicals and their supplement, which look like hanzi, by the hanzi.

    The length stays; a radical without a single equivalent stays too.
    """
    return _RADICAL.sub(lambda match: _ideograph(match.group()), text)


def _ideograph(radical: str) -> str:
    folded = unicodedata.normalize("NFKC", radical)
    return folded if len(folded) == 1 and is_hanzi(folded) else radical

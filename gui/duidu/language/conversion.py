"""The traditional form of simplified words: OpenCC's phrases, but ending at word borders only.

OpenCC looks for phrases wherever they occur. In 被发明 it finds 被发 and gives 被髮明; here a
phrase counts only where it begins and ends with a word, so that 被|发明 becomes 被|發明.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from duidu.language.company import company_of
from duidu.language.forms_in_context import FORMS, rule_for_form
from duidu.language.model import Variety
from duidu.language.script import localize, phrases, to_traditional

_LONGEST = 12
# Shapes that OpenCC's phrases have and that no newspaper of Taiwan or Hong Kong prints any more.
_PRINTED = str.maketrans("孃伕釦巖閤俬箇鬭", "娘夫扣岩合私個鬥")


class Form(NamedTuple):
    """A word's traditional form, and whether a phrase longer than the word settled it."""

    traditional: str
    settled: bool


def traditional_forms(
    words: Sequence[str], variety: Variety, is_verb: Callable[[str], bool]
) -> list[Form]:
    """Convert consecutive simplified words, one form a word, each of its word's length.

    A phrase decides, but for a character that stands alone its neighbours know better: OpenCC has
    phrases like 干的 and 三杆 that hold in some places only.
    """
    known = phrases()
    forms: list[Form] = []
    index = 0
    while index < len(words):
        end = _phrase_end(words, index, known)
        forms += _phrase_forms(words[index:end], variety)
        index = end
    for index, word in enumerate(words):
        if word in FORMS:
            rule = rule_for_form(word, company_of(words, index, is_verb))
            if rule is not None and (rule.is_conditional or not forms[index].settled):
                forms[index] = Form(localize(rule.answer, variety), True)
    return forms


def phrase_around(words: Sequence[str], index: int) -> str:
    """Give the phrase of several words that settles a word's form, or the empty string."""
    known = phrases()
    start = 0
    while start <= index:
        end = _phrase_end(words, start, known)
        if index < end:
            return "".join(words[start:end]) if end > start + 1 else ""
        start = end
    return ""


def _phrase_end(words: Sequence[str], start: int, known: Mapping[str, object]) -> int:
    """Give the end (a word index) of the longest phrase of whole words that begins at `start`."""
    text = words[start]
    best = start + 1
    for end in range(start + 1, len(words)):
        text += words[end]
        if len(text) > _LONGEST:
            break
        if text in known:
            best = end + 1
    return best


def _phrase_forms(words: Sequence[str], variety: Variety) -> list[Form]:
    whole = word_form("".join(words), variety)
    ends = list(accumulate(map(len, words)))
    settled = len(words) > 1
    pairs = zip(words, ends, strict=True)
    return [Form(whole[end - len(word) : end], settled) for word, end in pairs]


@lru_cache(maxsize=65_536)
def word_form(word: str, variety: Variety) -> str:
    """Convert one word, or one phrase, by itself, in the shapes that its region prints."""
    form = to_traditional(word, variety)
    return form.translate(_PRINTED) if variety in (Variety.TAIWAN, Variety.HONGKONG) else form

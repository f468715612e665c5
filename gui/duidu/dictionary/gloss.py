"""One short line for what a word means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from duidu.dictionary.entry import Entry
from duidu.hanzi import HANZI

_LONGEST = 70
_STEPS = 3
# "see 瀋陽市|沈阳市[Shěn yáng Shì]", "old variant of 裏|里[lǐ]", "abbr. for ..."
_REFERENCE = re.compile(
    r"(?:see(?: also)?|(?:\w+ )*variant of|abbr\. for|also written|equivalent of) "
    r"(?:[^\s|\[]+\|)?(?P<simplified>[^\s|\[/,;(]+)(?:\[(?P<pinyin>[^\]]*)\])?"
)

# A word that a sense mentions: "瀋陽市|沈阳市", or without the second form where both are the same.
MENTION = re.compile(rf"(?P<traditional>{HANZI.pattern}+)(?:\|(?P<simplified>{HANZI.pattern}+))?")


def reference(sense: str) -> tuple[str, str] | None:
    """Give the simplified headword and the pinyin that a sense refers to, or None."""
    match = _REFERENCE.match(sense)
    return (match["simplified"], match["pinyin"] or "") if match else None


def gloss_of(
    entries: Sequence[Entry], look_up: Callable[[str], Sequence[Entry]] | None = None
) -> str:
    """Give the first senses of the best entry, as many as fit into a line.

    Where that entry only refers to another one, the other's senses are given, if `look_up` (by the
    simplified headword) finds it.
    """
    if not entries or not entries[0].senses:
        return ""
    seen = [entries[0]]
    # A reference may lead to a reference, and two may lead to each other.
    while look_up and len(seen) <= _STEPS and (other := _referred(seen, look_up)):
        seen.append(other)
    return _line(seen[-1].senses)


def _referred(seen: Sequence[Entry], look_up: Callable[[str], Sequence[Entry]]) -> Entry | None:
    """Give the entry that the last one seen refers to, unless it was seen before."""
    found = reference(seen[-1].senses[0])
    if found is None:
        return None
    others = [other for other in look_up(found[0]) if other not in seen]
    read_so = [other for other in others if other.pinyin == found[1]]
    return next(iter(read_so or others), None)


def _line(senses: Sequence[str]) -> str:
    gloss = _shortened(senses[0])
    for sense in senses[1:3]:
        longer = f"{gloss}; {sense}"
        if len(longer) > _LONGEST:
            break
        gloss = longer
    return gloss


def _shortened(sense: str) -> str:
    """Cut a long sense where a part of it ends, at worst between two words."""
    if len(sense) <= _LONGEST:
        return sense
    head = sense[:_LONGEST]
    end = max(head.rfind(border) for border in ("; ", ", ", " ("))
    if end < _LONGEST // 3:
        end = head.rfind(" ")
    return f"{head[:end] if end > 0 else head[:-1]} …"

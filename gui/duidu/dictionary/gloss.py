"""One short line for what a word means."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from duidu.dictionary.entry import Entry

_LONGEST = 70
# "see 瀋陽市|沈阳市[Shěn yáng Shì]", "old variant of 裏|里[lǐ]", "abbr. for ..."
_REFERENCE = re.compile(
    r"(?:see(?: also)?|(?:\w+ )*variant of|abbr\. for|also written|equivalent of) "
    r"(?:[^\s|\[]+\|)?(?P<simplified>[^\s|\[/,;(]+)(?:\[(?P<pinyin>[^\]]*)\])?"
)


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
    if not entries:
        return ""
    entry = entries[0]
    found = reference(entry.senses[0]) if entry.senses and look_up else None
    if found and look_up:
        others = [other for other in look_up(found[0]) if other != entry]
        read_so = [other for other in others if other.pinyin == found[1]]
        # One step only: a reference to a reference is shown as it stands.
        entry = next(iter(read_so or others), entry)
    return _line(entry.senses)


def _line(senses: Sequence[str]) -> str:
    gloss = ""
    for sense in senses[:3]:
        longer = f"{gloss}; {sense}" if gloss else sense
        if gloss and len(longer) > _LONGEST:
            break
        gloss = longer
    return gloss

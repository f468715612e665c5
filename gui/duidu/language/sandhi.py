"""How 一 and 不 are spoken before another syllable: marked, never written over the reading.

The rules are those of the school grammars (Huang Borong and Liao Xudong, 现代汉语, on 变调): before
a fourth tone both are in the second, 一 before any other tone is in the fourth; between the two
halves of a doubled verb and in A-not-A both are neutral. 一 keeps its tone at the end of a word, as
an ordinal and among digits. Worked example: 一个不一样 is yī gè bù yīyàng in the dictionary
and yí gè bù yíyàng when spoken.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from unicodedata import normalize

from duidu.hanzi import is_hanzi

if TYPE_CHECKING:
    from duidu.language.model import Word

_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_DIGITS = frozenset("〇零一二三四五六七八九十")
_ORDINAL = frozenset("第初")
# Behind 一 these count, so that it is a date, a floor, a class or a rank, and keeps its tone.
_ORDINALS = ("月", "号", "楼", "年级", "等奖", "级", "班", "日")
_YI, _BU = "一", "不"
# The measure word is often given in the neutral tone; it comes from a fourth.
_FOURTH = frozenset("个個")

Changes = dict[int, tuple[str, ...]]


def tone_of(syllable: str) -> int:
    """Give the tone of a syllable with its mark, 0 for the neutral one."""
    return next((_TONES[sign] for sign in normalize("NFD", syllable) if sign in _TONES), 0)


class _Spoken:
    """The hanzi between two signs, each with its syllable and its place."""

    def __init__(self) -> None:
        self.chars: list[str] = []
        self.syllables: list[str] = []
        self.places: list[tuple[int, int]] = []
        self.ends: list[bool] = []


def changes(words: Sequence[Word]) -> Changes:
    """Give for the words that sandhi changes, by index, the syllables as they are spoken."""
    changed: Changes = {}
    run = _Spoken()
    for index, word in enumerate(words):
        hanzi = [char for char in word.simplified if is_hanzi(char)]
        if (
            not word.reading
            or len(hanzi) != len(word.reading)
            or len(hanzi) != len(word.simplified)
        ):
            _settle(run, words, changed)
            run = _Spoken()
            continue
        run.chars += hanzi
        run.syllables += word.reading
        run.places += [(index, place) for place in range(len(hanzi))]
        run.ends += [place == len(hanzi) - 1 and len(hanzi) > 1 for place in range(len(hanzi))]
    _settle(run, words, changed)
    return changed


def _settle(run: _Spoken, words: Sequence[Word], changed: Changes) -> None:
    """Work out one run from its end, since a changed syllable decides over the one before."""
    for at in range(len(run.chars) - 1, -1, -1):
        spoken = _spoken(run, at)
        if spoken and spoken != run.syllables[at]:
            run.syllables[at] = spoken
            index, place = run.places[at]
            reading = list(changed.get(index, words[index].reading))
            reading[place] = spoken
            changed[index] = tuple(reading)


def _spoken(run: _Spoken, at: int) -> str:
    """Give how 一 or 不 is spoken at a place of a run, or the empty string."""
    chars, syllable = run.chars, run.syllables[at]
    if chars[at] not in (_YI, _BU) or syllable not in ("yī", "bù") or at + 1 == len(chars):
        return ""
    before, after = chars[at - 1] if at else "", chars[at + 1]
    if before == after and before not in _DIGITS:
        return "yi" if chars[at] == _YI else "bu"
    tone = 4 if after in _FOURTH else tone_of(run.syllables[at + 1])
    if chars[at] == _BU:
        return "bú" if tone == 4 else ""
    if run.ends[at] or before in _ORDINAL | _DIGITS or after in _DIGITS:
        return ""
    if "".join(chars[at + 1 : at + 3]).startswith(_ORDINALS):
        return ""
    return "yí" if tone == 4 else "yì"

"""What the reader looks for, and where it stands: in either script, or by its pinyin."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from duidu.hanzi import fold_radicals, is_hanzi
from duidu.language.model import AnnotatedParagraph, Script

Span = tuple[int, int]

# The neutral tone; 0 stands for no tone at all.
NEUTRAL = 5
# The breve is no tone mark, but is often typed for the third tone's.
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0306": 3, "\u0300": 4}
_NUMBERS = {"1": 1, "2": 2, "3": 3, "4": 4, "5": NEUTRAL, "0": NEUTRAL}
_DIAERESIS, _CIRCUMFLEX = "\u0308", "\u0302"
_SEPARATORS = frozenset(" '’ʼ`-·")
_LETTERS = frozenset("abcdefghijklmnopqrstuwxyzü")
# What syllables look like, in linear time: any vowel may begin one, so nothing is taken back.
_SYLLABLES = re.compile(
    "(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?+[aeiouü]++(?:ng?+|r)?+|h?+(?:ng?+|m)|r)++"
)
# Latin letters, accented and full-width ones too, whose small form is one character as well.
_LATIN = (*range(0x41, 0x250), *range(0x1E00, 0x1F00), *range(0xFF21, 0xFF3B))
_SMALL = {code: chr(code).lower() for code in _LATIN if len(chr(code).lower()) == 1}


class Hit(NamedTuple):
    """A place in a paragraph: its first and last word, and its code points in each column.

    The spans are exactly what was looked for, which may begin and end inside a word; a word that
    the columns name differently is found as a whole in the other one.
    """

    first: int
    last: int
    traditional: Span
    simplified: Span

    def span(self, script: Script) -> Span:
        """Give start and end (code points) in a column."""
        return self.traditional if script is Script.TRADITIONAL else self.simplified


@dataclass(frozen=True)
class Pinyin:
    """Syllables run together: letters without marks, a tone each (0: any), and borders.

    Worked example, `ni3 hao`::

        letters  n i h a o
        tones    0 3 0 0 0      borders {2}, the places before which a syllable must end
    """

    letters: str
    tones: tuple[int, ...]
    borders: tuple[int, ...]

    def meets(self, at: int, syllable: _Syllable) -> int | None:
        """Give the place behind a syllable that stands at a place, or None where it does not."""
        end = at + len(syllable.letters)
        if not syllable.letters or not self.letters.startswith(syllable.letters, at):
            return None
        inside = bisect_right(self.borders, at)
        if inside < len(self.borders) and self.borders[inside] < end:
            return None
        told = [tone for tone in self.tones[at:end] if tone]
        if not told:
            return end
        # xiān is 先; who means 西安 writes xi'ān, or the tone of xī as well.
        joined = syllable.letters[0] in "aeo" and at > 0 and at not in self.borders
        if joined and not any(self.tones[:at]):
            return None
        return end if len(told) == 1 and told[0] in syllable.tones else None


@dataclass(frozen=True)
class Query:
    """What is looked for: a folded text, and the syllables that it may stand for."""

    text: str
    pinyin: Pinyin | None = None


class _Syllable(NamedTuple):
    """A hanzi's syllable and its code point; no letters where nothing is spoken."""

    offset: int
    letters: str
    tones: tuple[int, ...]


def parse(text: str) -> Query | None:
    """Take what the reader typed; None where that is nothing."""
    text = text.strip()
    return Query(fold(text), parse_pinyin(text)) if text else None


def fold(text: str) -> str:
    """Make Latin letters small and radicals hanzi; the length stays."""
    return fold_radicals(text.translate(_SMALL))


def parse_pinyin(text: str) -> Pinyin | None:
    """Take a text for pinyin, with or without tones; None where it cannot be that."""
    letters: list[str] = []
    tones: list[int] = []
    borders: set[int] = set()
    for char in normalize("NFKD", text.lower().replace("u:", "ü").replace("v", "ü")):
        if char in _LETTERS:
            letters.append(char)
            tones.append(0)
        elif char in _SEPARATORS:
            borders.add(len(letters))
        elif not letters or not _modify(char, letters, tones, borders):
            return None
    sound = _plain("".join(letters))
    if not _SYLLABLES.fullmatch(sound):
        return None
    return Pinyin(sound, tuple(tones), tuple(sorted(borders)))


def hits(annotated: AnnotatedParagraph, query: Query) -> list[Hit]:
    """Give the places of a query in a paragraph, in order and disjoint in both columns."""
    found = {
        _hit(annotated, script, *span)
        for script in Script
        for span in _occurrences(fold(annotated.text(script)), query.text)
    }
    if query.pinyin is not None:
        found.update(_spoken_hits(annotated, query.pinyin))
    return _disjoint(sorted(found, key=lambda hit: (hit.traditional, hit.simplified)))


def count_plainly(texts: Iterable[str], query: Query) -> int:
    """Count the places of a query's text in a text that is given in several ways of one length."""
    found = {span for text in texts for span in _occurrences(fold(text), query.text)}
    count = end = 0
    for span in sorted(found):
        if span[0] >= end:
            count, end = count + 1, span[1]
    return count


def _modify(char: str, letters: list[str], tones: list[int], borders: set[int]) -> bool:
    """Let a mark or a number hold for the letter before; say whether it is one."""
    if char in _TONES:
        tones[-1] = _TONES[char]
    elif char == _DIAERESIS:
        letters[-1] = "ü" if letters[-1] == "u" else letters[-1]
    elif char in _NUMBERS and len(letters) not in borders:
        tones[-1] = _NUMBERS[char]
        borders.add(len(letters))
    else:
        return char == _CIRCUMFLEX
    return True


def _plain(letters: str) -> str:
    """Write u where ü goes without saying: after j, q, x and y."""
    for initial in "jqxy":
        letters = letters.replace(f"{initial}ü", f"{initial}u")
    return letters


def _occurrences(text: str, wanted: str) -> Iterator[Span]:
    start = text.find(wanted)
    while start >= 0:
        yield start, start + len(wanted)
        start = text.find(wanted, start + len(wanted))


def _spoken_hits(annotated: AnnotatedParagraph, pinyin: Pinyin) -> Iterator[Hit]:
    differ = any(word.regional is not None for word in annotated.words)
    for script in Script if differ else (annotated.script,):
        syllables = list(_syllables(annotated, script))
        at = 0
        while at < len(syllables):
            end = _end_of(pinyin, syllables, at)
            if end is not None:
                span = syllables[at].offset, syllables[end - 1].offset + 1
                yield _hit(annotated, script, *span)
            at = end or at + 1


def _end_of(pinyin: Pinyin, syllables: Sequence[_Syllable], first: int) -> int | None:
    """Give the index behind the syllables that spell the whole pinyin, the first one given."""
    at = 0
    for index in range(first, len(syllables)):
        met = pinyin.meets(at, syllables[index])
        if met is None:
            return None
        at = met
        if at == len(pinyin.letters):
            return index + 1
    return None


def _syllables(annotated: AnnotatedParagraph, script: Script) -> Iterator[_Syllable]:
    """Give what is spoken in a column; what stands between words that are not is a border."""
    offset = 0
    for index, word in enumerate(annotated.words):
        form, reading = word.form(script), iter(word.spoken(script))
        changed = annotated.sandhi.get(index, ()) if form == word.written(script) else ()
        others = iter(changed)
        for place, char in enumerate(form, offset):
            syllable = next(reading, "") if is_hanzi(char) else ""
            letters, tone = _sound(syllable)
            # 一 and 不 are found in the tone that they are shown with, and in their own.
            other = _sound(next(others, ""))[1] if syllable and changed else tone
            yield _Syllable(place, letters, (tone, other))
        offset += len(form)


@lru_cache(maxsize=4096)
def _sound(syllable: str) -> tuple[str, int]:
    """Give the letters and the tone of a syllable as it is shown."""
    sound = parse_pinyin(syllable)
    if sound is None:
        return "", 0
    return sound.letters, next((tone for tone in sound.tones if tone), NEUTRAL)


def _hit(annotated: AnnotatedParagraph, script: Script, start: int, end: int) -> Hit:
    first, last = annotated.word_at(script, start), annotated.word_at(script, end - 1)
    there = _across(annotated, script, first, start)[0], _across(annotated, script, last, end)[1]
    sides = ((start, end), there) if script is Script.TRADITIONAL else (there, (start, end))
    return Hit(first, last, *sides)


def _across(annotated: AnnotatedParagraph, script: Script, index: int, offset: int) -> Span:
    """Give where an offset in a word is in the other column, as a start and as an end.

    Words of other regions have no characters in common: such a one is meant as a whole.
    """
    own, there = annotated.span(script, index), annotated.span(script.other, index)
    if annotated.words[index].regional is not None or own[1] - own[0] != there[1] - there[0]:
        return there
    place = there[0] + offset - own[0]
    return place, place


def _disjoint(found: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in found:
        ahead = not kept or all(hit.span(one)[0] >= kept[-1].span(one)[1] for one in Script)
        if ahead:
            kept.append(hit)
    return kept

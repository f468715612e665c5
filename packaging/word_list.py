"""The list from which text is cut: jieba's words and counts, and CC-CEDICT's headwords."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# The count of a headword that jieba does not have: rarer than nearly all of jieba's own words, so
# that it wins where nothing of jieba's fits, and never over two common words.
HEADWORD_COUNT = 3
# jieba's tags of names: of persons, places, organisations and other proper names.
_NAMES = ("nr", "ns", "nt", "nz")
# jieba's tags of what a phrase and no word is, when the dictionary does not have it: numbers with
# measure words, pronouns with nouns, places and times, adverbs with verbs, idiom-like phrases.
_PHRASES = frozenset(
    (
        "m",
        "mq",
        "q",
        "t",
        "r",
        "s",
        "f",
        "u",
        "z",
        "d",
        "c",
        "i",
        "l",
        "b",
        "p",
        "y",
        "ul",
        "uj",
        "ud",
    )
)
# Words for all that, which the rule about function characters would lose.
_KEPT = frozenset({"很多"})
# Function characters: a word that the dictionary does not have and that begins or ends with one
# of them is a phrase (看着, 很大, 床上, 这次).
_BEGINNINGS = frozenset(
    "不很最太更这那哪每各此本某我你他她它一二三四五六七八九十两几第是在从把被向对和与及并可能会要想就都也又还再已只之凡所以将"
)
_ENDINGS = frozenset("着了过在的地得上下里中内外前后于成到给们是个只条位次年月日天来去完好出自起")
# A numeral or demonstrative with a measure word is two words (这个, 三本, 一次), though the
# dictionary lists the commonest.
_COUNTED = re.compile(
    "[一二两三四五六七八九十几这那哪每各某]"
    "[个只件条本次块张位名座家年天岁种句篇部场项杯碗间辆支枝棵颗群批层段把双套头匹艘盏]"
)
# Listed, but in a text nearly always a verb with 着 or a name: 背着孩子, 穿着皮鞋, 他姓范.
_TWO_WORDS = frozenset({"背着", "穿着", "对着", "看着", "跟着", "向着", "姓范"})
_USABLE = re.compile(r"[\w·]+")


class Counted(NamedTuple):
    """One line of jieba's list."""

    word: str
    number: int
    tag: str


def read_counts(lines: Iterable[str]) -> Iterator[Counted]:
    """Read jieba's list: word, count and tag a line."""
    for line in lines:
        word, count, tag = line.split(" ")
        yield Counted(word, int(count), tag.strip())


def word_list(
    counted: Iterable[Counted], headwords: set[str], surnames: set[str]
) -> dict[str, int]:
    """Give the words and their counts, the most frequent first.

    A word of jieba's that is no headword is kept where it may be a word of its own: a name, or two
    characters that are no phrase. A longer one is kept only if it cannot be cut into headwords:
    示范区 is 示范 and 区, so that the reader finds an entry for each part.
    """
    words = {
        one.word: max(one.number, 1)
        for one in counted
        if one.word in headwords or len(one.word) == 1 or _is_word(one, headwords, surnames)
    }
    for headword in headwords:
        if len(headword) > 1 and _USABLE.fullmatch(headword):
            words.setdefault(headword, HEADWORD_COUNT)
    words = {
        word: count
        for word, count in words.items()
        if not _COUNTED.fullmatch(word) and word not in _TWO_WORDS
    }
    return dict(sorted(words.items(), key=lambda item: (-item[1], item[0])))


def _is_word(one: Counted, headwords: set[str], surnames: set[str]) -> bool:
    if one.word in _KEPT:
        return True
    if one.tag == "nr" and one.word[0] in surnames and len(one.word) <= 3:
        # The model of names finds it, and knows it for a name.
        return False
    if len(one.word) == 4 and {one.word[:2], one.word[2:]} <= headwords:
        # jieba's tags are wrong at times (努力实现 as a name); two plain words are two words.
        return False
    if one.tag.startswith(_NAMES):
        # A foreign name is never cut; a place or an organisation is what it is made of.
        longest = 4 if one.tag.startswith("nr") else 3
        return len(one.word) <= longest or not _divides(one.word, headwords)
    if one.tag in _PHRASES or one.word[0] in _BEGINNINGS or one.word[-1] in _ENDINGS:
        return False
    return len(one.word) == 2 or not _divides(one.word, headwords)


def _divides(word: str, headwords: set[str]) -> bool:
    """Tell whether a word is made of headwords, at least one of them of several characters."""
    reached = {0: False}
    for end in range(1, len(word) + 1):
        for start in range(end):
            if start in reached and word[start:end] in headwords and end - start < len(word):
                reached[end] = reached.get(end, False) or reached[start] or end - start > 1
    return reached.get(len(word), False)

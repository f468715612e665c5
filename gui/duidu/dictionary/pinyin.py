"""Pinyin with tone numbers, as CC-CEDICT writes it, turned into tone marks."""

from __future__ import annotations

import re
from unicodedata import normalize

_MARKS = {
    "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ",
    "A": "ĀÁǍÀ", "E": "ĒÉĚÈ", "I": "ĪÍǏÌ", "O": "ŌÓǑÒ", "U": "ŪÚǓÙ", "Ü": "ǕǗǙǛ",
}  # fmt: skip
# A syllable without a vowel carries its mark as a combining character (ḿ, ǹg, hm̀).
_COMBINING = "\u0304\u0301\u030c\u0300"
_PRECOMPOSED = {"m\u0301": "ḿ", "n\u0301": "ń", "n\u030c": "ň", "n\u0300": "ǹ"}
_SYLLABLE = re.compile(r"(?P<letters>[A-Za-zÜüêÊ:]+)(?P<tone>[1-5])")
_SYLLABLES = re.compile(r"(?:[A-Za-zÜüêÊ:]+[1-5])+")
_BRACKET = re.compile(r"\[([^\[\]]*)\]")


def is_syllable(token: str) -> bool:
    """Tell whether a token is one syllable with its tone number."""
    return _SYLLABLE.fullmatch(token) is not None


def mark_tone(token: str) -> str:
    """Turn one syllable with a number into one with a mark: lu:4 → lǜ, r5 → r.

    What is no such syllable is given back as it is.
    """
    match = _SYLLABLE.fullmatch(token)
    if match is None:
        return token
    letters = match["letters"].replace("u:", "ü").replace("U:", "Ü")
    letters = letters.replace("v", "ü").replace("V", "Ü").replace(":", "")
    tone = int(match["tone"])
    if tone == 5:
        return letters
    place = _vowel(letters)
    if place is None:
        return _mark_consonant(letters, tone)
    vowel = letters[place]
    marked = _MARKS[vowel][tone - 1] if vowel in _MARKS else vowel + _COMBINING[tone - 1]
    return letters[:place] + marked + letters[place + 1 :]


def _vowel(letters: str) -> int | None:
    """Give the place of the letter with the mark: a, e, the o of ou, else the last vowel."""
    lower = letters.lower()
    for vowel in "aeê":
        if vowel in lower:
            return lower.index(vowel)
    if "ou" in lower:
        return lower.index("ou")
    places = [place for place, letter in enumerate(lower) if letter in "iouü"]
    return places[-1] if places else None


def _mark_consonant(letters: str, tone: int) -> str:
    place = next((p for p, letter in enumerate(letters.lower()) if letter in "mn"), 0)
    marked = letters[place] + _COMBINING[tone - 1]
    return letters[:place] + _PRECOMPOSED.get(marked, marked) + letters[place + 1 :]


def has_tone(syllable: str) -> bool:
    """Tell whether a syllable bears a tone mark; one of the neutral tone bears none."""
    return any(mark in _COMBINING for mark in normalize("NFD", syllable))


def mark_tones(pinyin: str) -> str:
    """Turn a whole reading into tone marks, syllables apart."""
    return " ".join(mark_tone(token) for token in pinyin.split())


def mark_brackets(sense: str) -> str:
    """Turn the pinyin in the brackets of a sense into tone marks."""
    return _BRACKET.sub(_mark_bracket, sense)


def _mark_bracket(match: re.Match[str]) -> str:
    tokens = match[1].split()
    if not any(map(_SYLLABLES.fullmatch, tokens)):
        return match[0]
    # Some senses write the syllables of a word together: [qi3lai2].
    return "[" + " ".join(_SYLLABLE.sub(_marked, token) for token in tokens) + "]"


def _marked(match: re.Match[str]) -> str:
    return mark_tone(match[0])

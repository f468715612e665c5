"""Traditional and simplified: conversion, and telling which one a text is written in.

OpenCC is imported here alone. Every conversion of this module keeps the length, character by
character, so that an offset in the one text is the same offset in the other. The phrase ("p")
configurations, which change words, are not used.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from opencc import OpenCC

from duidu.hanzi import is_hanzi
from duidu.language.model import Script, Variety

# tw2s and not t2s for Mainland pages too: 著眼, which such pages have, must become 着眼.
_TO_SIMPLIFIED = {
    Variety.TAIWAN: "tw2s",
    Variety.HONGKONG: "hk2s",
    Variety.MAINLAND: "tw2s",
    Variety.OPENCC: "t2s",
}
_TO_TRADITIONAL = {
    Variety.TAIWAN: "s2tw",
    Variety.HONGKONG: "s2hk",
    Variety.MAINLAND: "s2t",
    Variety.OPENCC: "s2t",
}
# Where the traditional forms of the Table of General Standard Chinese Characters (2013, annex 1)
# differ from OpenCC's own standard.
_MAINLAND_FORMS = str.maketrans(
    "僞兌嫺嬀峯擡檐泄潙爲牀痹皁衆祕竈糉羣脣蔿裏覈踊鉢鍼鮎麪慍敘敓梲溫稅脫膃臥菸蔥蘊蛻說銳閱鰮線",
    "偽兑嫻媯峰抬檐泄溈為床痹皂衆秘竈粽群唇蒍裏核踊鉢針鮎麵愠叙敚棁温税脱腽卧烟葱藴蜕説鋭閲鰛綫",
)
_SAMPLE = 20_000
# OpenCC never looks for a phrase across one of these.
_CLAUSE_END = re.compile(r"([\s，。、；：？！…“”‘’「」『』（）《》]+)")
# Characters of written Cantonese.
_CANTONESE = "嘅喺咗冇啲嚟佢咁嗰哋乜"


@dataclass(frozen=True, slots=True)
class Detection:
    """The script and the variety that a text seems to be written in."""

    script: Script
    variety: Variety


@cache
def _opencc(configuration: str) -> OpenCC:
    return OpenCC(configuration)


def _convert(text: str, configuration: str) -> str:
    """Convert a text; what would change its length is converted character by character."""
    converter = _opencc(configuration)
    converted: str = converter.convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(_single(converter.convert(char), char) for char in text)


def _single(converted: str, char: str) -> str:
    return converted if len(converted) == 1 else char


def to_simplified(text: str, variety: Variety) -> str:
    """Convert traditional text; the length stays.

    OpenCC has few phrases in this direction. A clause in which none of them stands is converted
    by its characters alone, which gives what OpenCC gives and takes a quarter of the time.
    """
    configuration = _TO_SIMPLIFIED[variety]
    steps = _steps(configuration)
    parts = _CLAUSE_END.split(text)
    return "".join(_clause(part, steps, configuration) for part in parts)


def _clause(text: str, steps: tuple[_Step, ...], configuration: str) -> str:
    converted = text
    for step in steps:
        if step.phrases.search(converted):
            return _convert(text, configuration)
        converted = converted.translate(step.characters)
    return converted


class _Step(NamedTuple):
    """One step of a conversion: what its phrases look like, and what its characters become."""

    phrases: re.Pattern[str]
    characters: dict[int, str]


@cache
def _steps(configuration: str) -> tuple[_Step, ...]:
    """Read the steps of a conversion from OpenCC's own description of it."""
    described = json.loads(
        files("opencc").joinpath("config", f"{configuration}.json").read_text("utf-8")
    )
    return tuple(_step(link["dict"]) for link in described["conversion_chain"])


def _step(described: dict[str, Any]) -> _Step:
    names = [one["file"] for one in described.get("dicts", [described])]
    keys: list[str] = []
    characters: dict[int, str] = {}
    for name in names:
        for key, values in _table(name).items():
            if len(key) > 1 or len(values[0]) > 1:
                keys.append(re.escape(key))
            else:
                characters.setdefault(ord(key), values[0])
    return _Step(re.compile("|".join(keys) or r"(?!)"), characters)


def to_traditional(text: str, variety: Variety) -> str:
    """Convert simplified text to one variety of traditional; the length stays."""
    converted = _convert(text, _TO_TRADITIONAL[variety])
    return converted.translate(_MAINLAND_FORMS) if variety is Variety.MAINLAND else converted


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    """Read one of OpenCC's dictionaries: a key and its values, the usual one first."""
    lines = files("opencc").joinpath("dictionary", name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {key: tuple(values.split(" ")) for key, values in rows}


def phrases() -> dict[str, tuple[str, ...]]:
    """Give OpenCC's phrases from simplified to traditional, each with its possible forms."""
    return _table("STPhrases.txt")


def regional_phrases(variety: Variety | None) -> list[tuple[str, str]]:
    """Give OpenCC's pairs of words, in its own traditional standard, that regions name differently.

    For Taiwan the Mainland's word comes first and Taiwan's second; for None it is the other way.
    """
    name = "TWPhrases.txt" if variety is Variety.TAIWAN else "TWPhrasesRev.txt"
    there = variety or Variety.OPENCC
    return [(word, localize(others[0], there)) for word, others in _table(name).items()]


def characters() -> dict[str, tuple[str, ...]]:
    """Give for each simplified character its traditional ones in OpenCC's standard."""
    return _table("STCharacters.txt")


def usual_form(word: str, variety: Variety) -> str:
    """Convert simplified characters one by one, each to its usual form."""
    return localize("".join(characters().get(char, (char,))[0] for char in word), variety)


def simple_forms(char: str) -> tuple[str, ...]:
    """Give the simplified characters that one traditional character may become."""
    return _table("TSCharacters.txt").get(char, ())


@lru_cache(maxsize=65_536)
def localize(text: str, variety: Variety) -> str:
    """Turn traditional forms, of whatever standard, into those of one variety."""
    standard = text.translate(_to_standard())
    if variety is Variety.MAINLAND:
        return standard.translate(_MAINLAND_FORMS)
    return standard.translate(_variants(variety))


@cache
def _variants(variety: Variety) -> dict[int, str]:
    names = {Variety.TAIWAN: "TWVariants.txt", Variety.HONGKONG: "HKVariants.txt"}
    if variety not in names:
        return {}
    return {ord(key): values[0] for key, values in _table(names[variety]).items()}


@cache
def _to_standard() -> dict[int, str]:
    """Map a regional or unusual traditional form to OpenCC's own.

    A form that is the regional shape of one character (裡 of 裏) is mapped by OpenCC's tables; a
    form whose simplified character has only one traditional form in OpenCC (産, simplified 产,
    standard 產) is mapped to that one.
    """
    standard = {
        key: values[0]
        for key, values in _table("TSCharacters.txt").items()
        for values in [characters().get(values[0], ())]
        if len(values) == 1
    }
    for name in ("TWVariants.txt", "HKVariants.txt"):
        for key, values in _table(name).items():
            # 着/著, 才/纔, 吃/喫 and 參/蔘: the regional form is a character of its own as well.
            if values[0] not in characters() and key not in _AMBIGUOUS:
                standard[values[0]] = key
    return {ord(key): value for key, value in standard.items()}


_AMBIGUOUS = frozenset("着纔喫蔘皁只核泄覈")


@cache
def _telling() -> dict[Script, frozenset[str]]:
    """Give the characters that one script has and the other never: 發 and 发, but not 后."""
    traditional = (c for c, forms in _table("TSCharacters.txt").items() if c not in forms)
    simplified = frozenset(c for c, forms in characters().items() if c not in forms)
    return {
        Script.TRADITIONAL: frozenset(traditional) - simplified - characters().keys(),
        Script.SIMPLIFIED: simplified - _table("TSCharacters.txt").keys(),
    }


def script_of(text: str, usual: Script) -> Script:
    """Tell the script of one paragraph in an article that is mostly in the `usual` one.

    It is the other one only where at least two different characters tell so and none speaks
    against it.
    """
    seen = frozenset(text)
    telling = _telling()
    against = len(seen & telling[usual.other]) >= 2 and not seen & telling[usual]
    return usual.other if against else usual


@cache
def _traditional_folds() -> dict[int, str]:
    table = _table("TSCharacters.txt")
    return {ord(char): table[char][0] for char in _telling()[Script.TRADITIONAL]}


def fold_traditional(text: str) -> str:
    """Replace the characters that only traditional has, in a text that is mostly simplified.

    The length stays. It is for looking words up and never for showing them.
    """
    return text.translate(_traditional_folds())


def detect(text: str) -> Detection:
    """Tell script and variety by the characters that only one of them has.

    Counted over the first 20,000 characters: a character that simplifying changes speaks for
    traditional, one that Taiwan's standard would write differently for simplified. The variety is
    the one whose forms occur most; Taiwan where nothing tells.
    """
    sample = text[:_SAMPLE]
    counts = Counter(char for char in sample if is_hanzi(char))
    traditional = sum(
        n for char, n in counts.items() if simple_forms(char)[:1] not in ((), (char,))
    )
    simplified = sum(n for char, n in counts.items() if _form(char, Variety.TAIWAN) != char)
    if traditional <= simplified:
        return Detection(Script.SIMPLIFIED, Variety.TAIWAN)
    return Detection(Script.TRADITIONAL, _variety(sample))


def _variety(text: str) -> Variety:
    votes: Counter[Variety] = Counter()
    pairs = Counter(zip(text, to_simplified(text, Variety.TAIWAN), strict=True))
    for (char, simple), count in pairs.items():
        forms = {variety: _form(simple, variety) for variety in Variety}
        if len(set(forms.values())) > 1 and char in forms.values():
            votes.update({v: count for v, form in forms.items() if form == char})
    # Mainland's and OpenCC's own standard are rare in running text: they must clearly win.
    votes[Variety.HONGKONG] += sum(map(text.count, _CANTONESE))
    regional = votes[Variety.TAIWAN], votes[Variety.HONGKONG]
    best = max(Variety, key=lambda v: (votes[v], v is Variety.TAIWAN, v is Variety.HONGKONG))
    if best in (Variety.TAIWAN, Variety.HONGKONG) or votes[best] > 1.2 * max(regional):
        return best
    return Variety.TAIWAN if regional[0] >= regional[1] else Variety.HONGKONG


@lru_cache(maxsize=32_768)
def _form(simple: str, variety: Variety) -> str:
    return usual_form(simple, variety)

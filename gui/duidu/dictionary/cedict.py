"""The release file of CC-CEDICT: one line an entry.

`傳統 传统 [chuan2 tong3] /tradition/traditional/CL:個|个[ge4]/`

The format is told at https://cc-cedict.org/wiki/format:syntax.
"""

from __future__ import annotations

import re

from duidu.dictionary.entry import Classifier, Entry
from duidu.dictionary.pinyin import is_syllable, mark_brackets, mark_tone, mark_tones
from duidu.hanzi import count_hanzi, is_hanzi

_LINE = re.compile(r"(\S+) (\S+) \[([^\]]*)\] /(.*)/\s*")
_FACT = re.compile(r"#! (\w+)=(.*)")
_CLASSIFIERS = re.compile(r"^CL:(.*)$|\s*\(CL:([^()]*)\)")
_CLASSIFIER = re.compile(r"([^\s|\[,]+)(?:\|([^\s|\[,]+))?\[([^\]]*)\]")
_TAIWAN = re.compile(
    r"(?:\([^)]*\) ?)?(?:also pr\. \[[^\]]*\], )?Taiwan pr\. \[([^\]]+)\](?:, \[[^\]]+\])*"
)
# How the file says that nobody knows the reading.
_UNREAD = re.compile(r"\s*\bxx5\b")


def parse_fact(line: str) -> tuple[str, str] | None:
    """Read a `#! name=value` line of the header, or give None."""
    match = _FACT.match(line)
    return (match[1], match[2].strip()) if match else None


def parse_entry(line: str) -> Entry | None:
    """Read one line, or give None where it is no entry."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    traditional, simplified, pinyin, text = match.groups()
    senses, classifiers, taiwan = _senses(text)
    if not senses:
        return None
    alike = count_hanzi(traditional) == count_hanzi(simplified)
    return Entry(
        traditional=traditional,
        simplified=simplified,
        reading=align(traditional, pinyin) if alike else (),
        pinyin=mark_tones(_UNREAD.sub("", pinyin)).replace(" ,", ","),
        senses=tuple(senses),
        classifiers=tuple(classifiers),
        taiwan=align(traditional, taiwan) if alike else (),
    )


def _senses(text: str) -> tuple[list[str], list[Classifier], str]:
    senses: list[str] = []
    classifiers: list[Classifier] = []
    taiwan = ""
    for sense in map(str.strip, text.split("/")):
        spoken = _TAIWAN.fullmatch(sense)
        classifiers += _classifiers(sense)
        if spoken:
            taiwan = spoken[1]
        elif told := _CLASSIFIERS.sub("", sense).strip():
            senses.append(mark_brackets(told))
    return senses, classifiers, taiwan


def _classifiers(sense: str) -> list[Classifier]:
    """Give the measure words that a sense lists, or notes: river (CL:條|条[tiao2])."""
    notes = (whole or note for whole, note in _CLASSIFIERS.findall(sense))
    found = (one for note in notes for one in _CLASSIFIER.findall(note))
    return [Classifier(t, s or t, mark_tones(pinyin)) for t, s, pinyin in found]


def align(headword: str, pinyin: str) -> tuple[str, ...]:
    """Give one syllable with its tone mark for each hanzi of a headword.

    Empty where headword and pinyin do not correspond. Digits of a headword may be spelled out
    (3D打印, san1 D da3 yin4), so that each takes one syllable; Latin letters and signs take none.
    """
    syllables = list(filter(is_syllable, _UNREAD.sub("", pinyin).split()))
    marked = [mark_tone(token) for token in syllables]
    if len(marked) == count_hanzi(headword):
        return tuple(marked)
    spoken = [char for char in headword if is_hanzi(char) or char.isdigit()]
    if len(marked) != len(spoken):
        return ()
    pairs = zip(spoken, marked, strict=True)
    return tuple(syllable for char, syllable in pairs if is_hanzi(char))

"""Bytes to text: which encoding Chinese bytes are in, declared or not.

The measure is the length of a description: each candidate decodes the same sample, each character
costs some bits, and the cheapest reading wins. Common hanzi are those of the first level of GB 2312
(rows 0xB0 to 0xD7) and of Big5 (0xA440 to 0xC67E), which the standards chose by frequency; the
codecs list them, so no table is kept here.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from duidu.article.errors import BinaryError, NoSuchEncodingError, UnknownEncodingError


class Decoded(NamedTuple):
    """A text and the encoding that it was in, by the name that Python knows."""

    text: str
    encoding: str


_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# In order of trust: where two explain the bytes equally well, the first is taken.
_CANDIDATES = (
    "utf-8",
    "gb18030",
    "big5hkscs",
    "utf-16-le",
    "utf-16-be",
    "utf-32-le",
    "utf-32-be",
)
# Pages say the name of a subset and use the whole.
_WIDER = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "utf-8-sig": "utf-8",
    "utf_8_sig": "utf-8",
    "ascii": "utf-8",
}
# Spellings of text in ASCII, not encodings of it.
_ESCAPES = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape"})
_SAMPLE = 1 << 17
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xe2-\xe9\xef][\x80-\xbf]{2}|[\xf0-\xf2][\x80-\xbf]{3}")
_WELL_FORMED = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e])+~\}")
_CUT_OFF = re.compile(rb"[\xc2-\xf4][\x80-\xbf]{0,2}$")
_UNFIT = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")

# Bits for a character: minus the logarithm of its share in Chinese text, roughly.
_COMMON, _FREQUENT, _SIGN, _LATIN, _RARE, _OTHER, _WRONG = 12.5, 8.0, 8.0, 9.0, 19.0, 18.0, 40.0
# The commonest hanzi of running text in both scripts: particles, pronouns, numerals.
_PARTICLES = frozenset(
    "的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子"
    "那得於于著着下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没"
)
_SIGNS = frozenset("，。、；：？！「」『』“”‘’（）《》〈〉【】—…·．～　")
_DECLARED_BONUS = 24.0


@cache
def _common(simplified: bool) -> frozenset[str]:
    """Give the first-level hanzi of GB 2312 or of Big5."""
    codec, rows = ("gb2312", range(0xB0, 0xD8)) if simplified else ("big5", range(0xA4, 0xC7))
    pairs = (bytes((row, cell)) for row in rows for cell in range(0x40, 0xFF))
    return frozenset(pair.decode(codec, "ignore")[:1] for pair in pairs) - {""}


def _other_bits(character: str) -> float:
    """Price a character that is neither a common hanzi nor a Chinese sign."""
    code = ord(character)
    if 0x20 <= code < 0x7F or character in "\t\n\r":
        return _LATIN
    if 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x323AF or 0xF900 <= code <= 0xFAFF:
        return _RARE
    wrong = code < 0xA0 or 0xD800 <= code <= 0xF8FF or code >= 0xFFF0 or code > 0x323AF
    return _WRONG if wrong else _OTHER


def _bits(counts: Counter[str], common: frozenset[str]) -> float:
    def price(character: str) -> float:
        if character in _PARTICLES:
            return _FREQUENT
        if character in common:
            return _COMMON
        return _SIGN if character in _SIGNS else _other_bits(character)

    return sum(price(character) * count for character, count in counts.items())


def _cost(sample: bytes, encoding: str) -> tuple[float, float]:
    """Give the bits that a reading of the sample takes, in all and for each character."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    # Not final: a character that the end of the sample cuts in two is no mistake, only left over.
    counts = Counter(decoder.decode(sample))
    left_over = 8.0 * len(decoder.getstate()[0])
    bits = left_over + min(_bits(counts, _common(True)), _bits(counts, _common(False)))
    return bits, bits / max(1, counts.total())


def _sample(data: bytes) -> bytes:
    """Take the stretch of the bytes that tells most: from shortly before the first high byte.

    The start is a multiple of four, so that UTF-16 and UTF-32 stay in step; all before it is ASCII.
    """
    first = _HIGH.search(data)
    start = max(0, first.start() - 64) & ~3 if first else 0
    return data[start : start + _SAMPLE]


def canonical(name: str) -> str:
    """Give the codec that reads what a name declares, or the empty string for no text codec."""
    label = name.strip().strip("\"'").lower()
    try:
        found = codecs.lookup(label.removeprefix("x-"))
        bytes(4).decode(found.name, "replace")
    except (LookupError, ValueError):
        return ""
    return "" if found.name.replace("-", "_") in _ESCAPES else _WIDER.get(found.name, found.name)


def _foreign(sample: bytes) -> str:
    """Ask a general detector for an encoding that is none of ours, or give the empty string."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample[:8192]).best()
    return canonical(best.encoding) if best is not None else ""


def _is_utf8(sample: bytes) -> bool:
    """Tell UTF-8 by its form: hanzi in whole sequences, hardly a byte out of place, no NUL.

    Text in another encoding has sequences of that form by chance only.
    """
    if b"\x00" in sample and not _MULTIBYTE.search(sample):
        return False
    whole = len(_MULTIBYTE.findall(sample))
    stray = len(_HIGH.findall(_WELL_FORMED.sub(b"", _CUT_OFF.sub(b"", sample))))
    return (whole > 0 and whole >= 2 * stray) or not _HIGH.search(sample)


def _is_hz(data: bytes) -> bool:
    """Tell HZ: seven bits a byte, the hanzi between ~{ and ~}, as in mails and newsgroups."""
    return not _HIGH.search(data) and _HZ.search(data) is not None


def _guess(data: bytes, declared: str) -> str:
    sample = _sample(data)
    if _is_utf8(sample) and declared in ("", "utf-8"):
        return "utf-8"
    # Without a mark it is one of the two byte orders, which are candidates already.
    known = () if declared in ("", "utf-16", "utf-32") else (declared,)
    names = dict.fromkeys((*_CANDIDATES, *known))
    costs = {name: _cost(sample, name) for name in names}
    bonus = {declared: _DECLARED_BONUS}
    best = min(costs, key=lambda name: costs[name][0] - bonus.get(name, 0.0))
    # Dearer than rare hanzi throughout: none of the readings is Chinese.
    return best if costs[best][1] < _RARE else _foreign(sample)


def fit(text: str) -> str:
    """Give the text with each NUL and each unpaired surrogate as U+FFFD; pairs are joined."""
    if not _UNFIT.search(text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\x00", "\ufffd")


def _refuse_noise(text: str) -> None:
    """Raise where the decoded text is noise rather than text with a few wrong characters."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) + sample.count("\x00")
    if controls > 2 + len(sample) // 20:
        raise BinaryError
    if sample.count("\ufffd") > 4 + len(sample) // 5:
        raise UnknownEncodingError


def decode_as(data: bytes, encoding: str) -> Decoded:
    """Decode in the encoding that the reader chose; what does not fit becomes U+FFFD.

    Raises NoSuchEncodingError for a name that is no encoding.
    """
    codec = canonical(encoding)
    if not codec:
        raise NoSuchEncodingError(encoding)
    text = data.decode(codec, "replace")
    return Decoded(fit(text.removeprefix("\ufeff")), codec)


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode Chinese bytes; a declared encoding that does not fit them is overruled.

    Raises BinaryError and UnknownEncodingError for bytes that are no text, or none we can read.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(fit(data[len(mark) :].decode(encoding, "replace")), encoding)
    encoding = "hz" if _is_hz(data) else _guess(data, canonical(declared or ""))
    if not encoding:
        raise UnknownEncodingError
    text = data.decode(encoding, "replace")
    _refuse_noise(text)
    return Decoded(fit(text), encoding)

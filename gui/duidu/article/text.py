"""Text into blocks: lines, hard-wrapped lines joined again, over-long blocks cut softly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from duidu.hanzi import count_hanzi, is_hanzi

# A block is cut softly past this many code points: Qt is slow on very long paragraphs.
LONGEST_BLOCK = 5_000
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_HARD_LINE_END = re.compile("\r\n|\n|\r")
_INVISIBLE = "\ufeff\u200b"
_SENTENCE_END = frozenset("。！？…!?；;”」』）)")
# Where to cut, best first: behind a sentence, behind a clause or a space.
_CUTS = (re.compile(r"[。！？!?…]+[”」』’）)]*"), re.compile(r"[，、；：,;:\s]+"))


def trim(text: str) -> str:
    """Take white space and invisible marks off both ends."""
    trimmed = text.strip()
    while trimmed and (trimmed[0] in _INVISIBLE or trimmed[-1] in _INVISIBLE):
        trimmed = trimmed.strip(_INVISIBLE).strip()
    return trimmed


def plain_lines(text: str) -> list[str]:
    """Give every line that is not blank, trimmed; only CR, LF and CRLF end a line."""
    return [line for line in map(trim, _HARD_LINE_END.split(text)) if line]


def blocks(text: str) -> list[str]:
    """Give the paragraphs of a text: its lines, or what hard-wrapped lines were cut from."""
    lines = _LINE_END.split(text)
    return list(_joined(lines)) if _is_wrapped(lines) else [b for b in map(trim, lines) if b]


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken at a fixed width.

    Strong evidence only: many lines, nearly all of those that go on in the next line equally long
    (full-width characters count two), and most of those end in the middle of a sentence.
    """
    following = [line for line, after in pairwise(lines) if trim(line) and trim(after)]
    if len(following) < 8:
        return False
    widths = [_width(line.rstrip()) for line in following]
    usual = median(widths)
    if not 40 <= usual <= 100:
        return False
    full = [line for line, width in zip(following, widths, strict=True) if abs(width - usual) <= 2]
    broken = [line for line in full if line.rstrip()[-1] not in _SENTENCE_END]
    return len(full) >= 0.7 * len(following) and len(broken) >= 0.6 * len(full)


def _width(text: str) -> int:
    return sum(2 if char >= "\u1100" else 1 for char in text)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    block = ""
    for line in lines:
        indented = line[:1] in ("\u3000", "\t") or line.startswith("  ")
        if (not trim(line) or indented) and block:
            yield block
            block = ""
        block = _join(block, trim(line)) if trim(line) else block
    if block:
        yield block


def _join(one: str, other: str) -> str:
    if not one:
        return other
    latin = one[-1].isascii() and other[0].isascii() and not is_hanzi(one[-1])
    return f"{one} {other}" if latin else one + other


def pieces(block: str) -> list[str]:
    """Cut a block longer than 5,000 code points at sentence ends; joined, the pieces give it back.

    A sentence without an end is cut at a comma or a space, and without those anywhere.
    """
    found = []
    start = 0
    while len(block) - start > LONGEST_BLOCK:
        end = _cut(block, start)
        found.append(block[start:end])
        start = end
    found.append(block[start:])
    return found


def _cut(block: str, start: int) -> int:
    limit = start + LONGEST_BLOCK
    for pattern in _CUTS:
        last = 0
        for match in pattern.finditer(block, start + LONGEST_BLOCK // 2, limit):
            last = match.end()
        if last:
            return last
    return limit


def mostly_hanzi(text: str) -> bool:
    """Tell whether a third of a text is hanzi."""
    return count_hanzi(text) * 3 >= len(text)

"""Text into blocks: lines, hard-wrapped lines joined again, over-long blocks cut softly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

# A block is cut softly past this many code points: Qt is slow on very long paragraphs.
LONGEST_BLOCK = 5_000
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_HARD_LINE_END = re.compile("\r\n|\n|\r")
# What str.strip() takes off, and the marks of no width that editors leave at the ends.
_EDGE = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\ufeff\u200b"
_SENTENCE_END = frozenset("。！？…!?；;”」』）)")
# Where to cut, best first: behind a sentence, behind a clause or a space.
_CUTS = (re.compile(r"[。！？!?…]+[”」』’）)]*"), re.compile(r"[，、；：,;:\s]+"))
_FIRST_WORD = re.compile(r"[!-~]+|.[，。、；：！？」』”）》]*")
_SLACK = 2
_BETWEEN_WIDE = re.compile(r"(?<=[^\x00-\u10ff])[ \t]*\n[ \t]*(?=[^\x00-\u10ff])")


def trim(text: str) -> str:
    """Take white space and invisible marks off both ends."""
    return text.strip(_EDGE)


def joined_lines(text: str) -> str:
    """Join the lines of one paragraph: with a space, but with none between full-width signs."""
    return trim(re.sub(r"\s*\n\s*", " ", _BETWEEN_WIDE.sub("", text)))


def plain_lines(text: str) -> list[str]:
    """Give every line that is not blank, without white space at its ends.

    Only CR, LF and CRLF end a line. Marks of no width stay: another program counts on its lines.
    """
    return [line for line in map(str.strip, _HARD_LINE_END.split(text)) if line]


def blocks(text: str) -> list[str]:
    """Give the paragraphs of a text: its lines, or what hard-wrapped lines were cut from."""
    lines = _LINE_END.split(text)
    width = _wrap_width(lines)
    return list(_joined(lines, width)) if width else [one for one in map(trim, lines) if one]


def _wrap_width(lines: Sequence[str]) -> int:
    """Give the width at which lines were broken, in columns, or 0 where they were not.

    Strong evidence only: many lines, nearly all of those that go on in the next line equally long
    (full-width characters count two), and most of those end in the middle of a sentence.
    """
    following = [trim(line) for line, after in pairwise(lines) if trim(line) and trim(after)]
    if len(following) < 8:
        return 0
    widths = [_width(line) for line in following]
    usual = int(median(widths))
    if not 40 <= usual <= 100:
        return 0
    near = zip(following, widths, strict=True)
    full = [line for line, width in near if abs(width - usual) <= _SLACK]
    broken = [line for line in full if line[-1] not in _SENTENCE_END]
    return usual if 10 * len(full) >= 7 * len(widths) and 10 * len(broken) >= 6 * len(full) else 0


def _width(text: str) -> int:
    return sum(2 if char >= "\u1100" else 1 for char in text)


def _joined(lines: Sequence[str], width: int) -> Iterator[str]:
    """Join each line to the one before it, where that was broken in the middle of a paragraph."""
    block: list[str] = []
    last = ""
    for line in lines:
        text = trim(line)
        indented = line[:1] in ("\u3000", "\t") or line.startswith("  ")
        if block and (not text or indented or not _goes_on(last, text, width)):
            yield "".join(block)
            block = []
        if text:
            spaced = bool(block) and (last[-1] + text[0]).isascii()
            block += [" ", text] if spaced else [text]
        last = text
    if block:
        yield "".join(block)


def _goes_on(line: str, after: str, width: int) -> bool:
    """Tell whether a line was broken: the next word had no room, or the sentence has no end."""
    word = _FIRST_WORD.match(after)
    used = _width(line)
    full = used + _width(word[0] if word else "") > width - _SLACK
    return full or (2 * used > width and line[-1] not in _SENTENCE_END and line[-1] not in "：:")


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
        # Looking a little past the limit shows closing quotes that belong to the sentence.
        found = pattern.finditer(block, start + LONGEST_BLOCK // 2, limit + 8)
        ends = [match.end() for match in found if match.end() <= limit]
        if ends:
            return ends[-1]
    return limit

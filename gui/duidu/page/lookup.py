"""What the card tells of a word, of a place in a text, and of a run of characters; without Qt.

Everything is asked by simplified headwords. Offsets are code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from duidu.dictionary.entry import Entry
from duidu.dictionary.gloss import gloss_of, reference
from duidu.hanzi import fold_radicals, is_hanzi
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.page.place import WordPlace

Entries = Callable[[str], Sequence[Entry]]
# No headword but a few proverbs is longer.
LONGEST_MATCH = 20
# A longer run was selected to be copied, and is not looked up.
LONGEST_RUN = 40
# So many words of a run are told. They are shorter than a proverb, so that looking up even a run
# of which nothing is found takes less than 4 ms.
_WORDS_TOLD = 12
_LONGEST_PART = 10
# What further words are called.
AROUND, APART, FROM = "Longer and shorter", "Word by word", "From {character} on"


class Match(NamedTuple):
    """A word of the dictionary in a text, and where it stands there."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Answer:
    """What the card tells.

    `entries` are those of the word itself, the one that is meant first; `meant` is what the word
    means that this one only refers to; `others` are further words, under `heading`, which may name
    the character `at` which they begin. `gloss` stands in for a word that has no entry (a name).
    `word` and `spoken` (its syllables as 一 and 不 change in them) are there for a word of the
    page.
    """

    traditional: str
    simplified: str
    reading: str
    entries: tuple[Entry, ...] = ()
    meant: str = ""
    others: tuple[Entry, ...] = ()
    heading: str = ""
    gloss: str = ""
    word: Word | None = None
    spoken: tuple[str, ...] = ()
    at: str = ""

    @property
    def aloud(self) -> str:
        """Reading and meanings as one sentence, for who listens."""
        senses = "; ".join(self.entries[0].senses) if self.entries else self.gloss
        told = [f"{self.reading}: {senses}" if senses else self.reading]
        if not self.entries and not self.gloss:
            told += [f"{other.traditional} {other.pinyin}" for other in self.others]
        return ", ".join(part for part in [*told, self.meant] if part)


def matches_at(
    text: str, offset: int, entries: Entries, longest: int = LONGEST_MATCH
) -> tuple[Match, ...]:
    """Give the words of the dictionary that begin at a place of a simplified text, longest first.

    Worked example: in 我们中华人民共和国 there begin, at offset 2, 中华人民共和国, 中华人民, 中华
    and 中.
    """
    folded = fold_radicals(text[offset : offset + longest])
    sizes = range(len(folded), 0, -1)
    found = ((size, tuple(entries(folded[:size]))) for size in sizes)
    return tuple(Match(offset, offset + size, those) for size, those in found if those)


def words_of(text: str, entries: Entries) -> Iterator[Match]:
    """Give the longest words of a simplified text one after the other; what has none is left out.

    Worked example: 打伞的人们 gives 打伞, 的, 人们.
    """
    offset = 0
    while offset < len(text):
        known = text[offset].isalnum() or is_hanzi(text[offset])
        found = matches_at(text, offset, entries, _LONGEST_PART)[:1] if known else ()
        yield from found
        offset = found[0].end if found else offset + 1


def distance(word: Word, entry: Entry) -> int:
    """Tell how far an entry is from a word of the text; 0 is the same form, read alike."""
    return 2 * (entry.traditional != word.traditional) + (not read_alike(word, entry))


def read_alike(word: Word, entry: Entry) -> bool:
    """Tell whether an entry is read as the word is; capitals of names do not count."""
    return [*map(str.casefold, entry.reading)] == [*map(str.casefold, word.reading)]


def shown_reading(word: Word, entries: Iterable[Entry]) -> str:
    """Give the pinyin of an entry that is read so (Latin letters too), or else the syllables."""
    same = [entry.pinyin for entry in entries if read_alike(word, entry)]
    return same[0] if same else " ".join(word.reading)


class LookUp:
    """Asks the dictionary for the card."""

    def __init__(self, entries: Entries = lambda _simplified: ()) -> None:
        """Take what gives the entries of a simplified headword, the most usual first."""
        self._entries = entries

    def of_place(self, place: WordPlace, offset: int | None = None) -> Answer:
        """Tell of a word of the page, and of the other words that begin at `offset`.

        The offset counts in the simplified column; without one it is where the word begins.
        """
        word, annotated = place.word, place.annotated
        start, end = annotated.span(Script.SIMPLIFIED, place.index)
        at = start if offset is None else offset
        found = matches_at(annotated.simplified, at, self._entries)
        others = [match for match in found if (match.start, match.end) != (start, end)]
        spoken = annotated.sandhi.get(place.index, ())
        answer = self._answer(word, self._forms(annotated, others), word, spoken)
        if answer.others and at != start:
            here = annotated.alignment.across(False, at)
            return replace(answer, heading=FROM, at=annotated.traditional[here])
        return answer

    def of_run(
        self, annotated: AnnotatedParagraph, script: Script, start: int, end: int
    ) -> Answer | None:
        """Tell of the characters from `start` to `end` of a column; None where there is no word.

        Signs and spaces at both ends do not count. Without an entry for all of it its longest words
        are told one after the other.
        """
        start, end = _stripped(annotated.text(script), start, end)
        if not start < end <= start + LONGEST_RUN:
            return None
        index = annotated.word_at(script, start)
        if annotated.span(script, index) == (start, end):
            return self.of_place(WordPlace(-1, index, annotated))
        run = _run(annotated, script, start, end)
        if self._entries(fold_radicals(run.simplified)):
            return self._answer(run, self._beginning(run))
        return self._answer(run, self._one_by_one(run), heading=APART)

    def of_name(self, traditional: str, simplified: str) -> Answer:
        """Tell of a word that is not looked at in a place of the page."""
        own = self._entries(fold_radicals(simplified))
        same = [entry for entry in own if entry.traditional == traditional]
        reading = next(iter([*same, *own])).reading if own else ()
        word = Word(0, len(traditional), traditional, simplified, reading)
        if own:
            return self._answer(word, self._beginning(word))
        return self._answer(word, self._one_by_one(word), heading=APART)

    def _answer(
        self,
        word: Word,
        others: tuple[Entry, ...],
        placed: Word | None = None,
        spoken: tuple[str, ...] = (),
        heading: str = AROUND,
    ) -> Answer:
        found = self._entries(fold_radicals(word.simplified))
        entries = tuple(sorted(found, key=lambda entry: distance(word, entry)))
        return Answer(
            word.traditional,
            word.simplified,
            shown_reading(word, entries),
            entries,
            self._meant(entries),
            others,
            heading if others else "",
            word.gloss,
            placed,
            spoken,
        )

    def _meant(self, entries: tuple[Entry, ...]) -> str:
        """Give what the word means that the first entry refers to."""
        if not entries or reference(entries[0].senses[0]) is None:
            return ""
        own, meant = gloss_of(entries[:1]), gloss_of(entries[:1], self._entries)
        return "" if meant == own else meant

    def _beginning(self, word: Word) -> tuple[Entry, ...]:
        """Give the shorter words with which a word begins, longest first."""
        found = matches_at(word.simplified, 0, self._entries, len(word.simplified) - 1)
        return tuple(_written_as(_part(word, match), match.entries) for match in found)

    def _one_by_one(self, word: Word) -> tuple[Entry, ...]:
        found = islice(words_of(word.simplified, self._entries), _WORDS_TOLD)
        return tuple(_written_as(_part(word, match), match.entries) for match in found)

    def _forms(self, annotated: AnnotatedParagraph, matches: Iterable[Match]) -> tuple[Entry, ...]:
        """Give of each match the entry that is written as the traditional column is."""
        runs = ((_run(annotated, Script.SIMPLIFIED, m.start, m.end), m) for m in matches)
        return tuple(_written_as(run, match.entries) for run, match in runs)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    run = text[start:end]
    first = next((n for n, char in enumerate(run) if char.isalnum() or is_hanzi(char)), len(run))
    behind = next((n for n, char in enumerate(reversed(run)) if char.isalnum()), len(run))
    return start + first, end - behind


def _run(annotated: AnnotatedParagraph, script: Script, start: int, end: int) -> Word:
    """Make a word of a run of one column: both forms, and the syllables as far as it has them."""
    across = annotated.alignment.across
    own = script is Script.TRADITIONAL
    there = across(own, start), across(own, end - 1) + 1
    form, other = annotated.text(script)[start:end], annotated.text(script.other)[slice(*there)]
    traditional, simplified = (form, other) if own else (other, form)
    return Word(0, len(form), traditional, simplified, _syllables(annotated, script, start, end))


def _syllables(
    annotated: AnnotatedParagraph, script: Script, start: int, end: int
) -> tuple[str, ...]:
    """Give the syllables of a run; none where a word that it cuts has not one a character."""
    syllables: list[str] = []
    for index in range(annotated.word_at(script, start), annotated.word_at(script, end - 1) + 1):
        spoken = annotated.words[index].spoken(script)
        first, last = annotated.span(script, index)
        whole = start <= first and last <= end
        if not whole and len(spoken) != last - first:
            return ()
        syllables += spoken if whole else spoken[max(0, start - first) : end - first]
    return tuple(syllables)


def _part(word: Word, match: Match) -> Word:
    """Give the part of a word that a match is, as long as its characters and syllables align."""
    span = slice(match.start, match.end)
    aligned = len(word.traditional) == len(word.simplified) == len(word.reading)
    reading = word.reading[span] if aligned else ()
    return Word(0, 0, word.traditional[span], word.simplified[span], reading)


def _written_as(word: Word, entries: Sequence[Entry]) -> Entry:
    return min(entries, key=lambda entry: distance(word, entry))

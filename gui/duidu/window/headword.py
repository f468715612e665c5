"""What the glossary tells of one word: plain data, gathered from the dictionary and the section."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from duidu.dictionary.entry import Entry
from duidu.dictionary.store import Dictionary
from duidu.hanzi import count_hanzi, fold_radicals
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.language.reasons import UNTOLD, Reasons
from duidu.page.lookup import distance, shown_reading
from duidu.page.place import WordPlace
from duidu.window.notes import notes_on

# More sentences than these are not told one by one.
SENTENCES = 6
# A longer sentence is cut to so many code points on each side of the word.
_CONTEXT = 40
_SENTENCE_END = re.compile(r"[。！？!?；;…\n]+[”’」』）)]*")


@dataclass(frozen=True)
class Sentence:
    """A sentence around a word; `start` and `end` (code points) are the word's place in `text`."""

    paragraph: int
    index: int
    script: Script
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Headword:
    """A word as the glossary shows it.

    `entries` are all of the dictionary's, those that agree with form and reading first; `notes`
    say in plain words what was chosen; `inside` has the best entry of each shorter word;
    `occurrences` counts the word in the section, of which `sentences` shows the first ones.
    """

    traditional: str
    simplified: str
    reading: str
    entries: tuple[Entry, ...]
    notes: tuple[str, ...]
    inside: tuple[Entry, ...]
    sentences: tuple[Sentence, ...]
    occurrences: int

    def agrees(self, entry: Entry) -> bool:
        """Tell whether an entry has this word's forms and its reading."""
        forms = (entry.traditional, entry.simplified) == (self.traditional, self.simplified)
        return forms and _folded(entry.pinyin) == _folded(self.reading)


Section = Sequence[AnnotatedParagraph | None]


def headword_of(
    place: WordPlace, dictionary: Dictionary, section: Section, reasons: Reasons = UNTOLD
) -> Headword:
    """Gather what is known of a word of the page; its own sentence comes first."""
    here = place.paragraph, place.index
    notes = notes_on(place.word, place.annotated.script, dictionary, reasons)
    return _gathered(place.word, dictionary, section, notes, here)


def headword_named(
    traditional: str, simplified: str, dictionary: Dictionary, section: Section = ()
) -> Headword:
    """Gather what the dictionary has of a word that is not looked at in a place of the page."""
    found = dictionary.entries(fold_radicals(simplified))
    entry = next((one for one in found if one.traditional == traditional), next(iter(found), None))
    reading = entry.reading if entry else ()
    word = Word(0, len(traditional), traditional, simplified, reading, entries=len(found))
    return _gathered(word, dictionary, section, (), None)


def _gathered(
    word: Word,
    dictionary: Dictionary,
    section: Section,
    notes: tuple[str, ...],
    here: tuple[int, int] | None,
) -> Headword:
    entries = dictionary.entries(fold_radicals(word.simplified))
    places = list(_places(word, section))
    nearest = sorted(places, key=lambda place: place[:2] != here)[:SENTENCES]
    return Headword(
        word.traditional,
        word.simplified,
        shown_reading(word, entries),
        tuple(sorted(entries, key=lambda entry: distance(word, entry))),
        notes,
        tuple(_inside(word, dictionary)),
        tuple(sentence_around(annotated, *place) for *place, annotated in nearest),
        len(places),
    )


def sentence_around(annotated: AnnotatedParagraph, paragraph: int, index: int) -> Sentence:
    """Cut the sentence of a word out of its paragraph, in the script that was loaded."""
    text, script = annotated.text(annotated.script), annotated.script
    start, end = annotated.span(script, index)
    before = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    after = _SENTENCE_END.search(text, end)
    first = max(before[-1] if before else 0, start - _CONTEXT)
    last = min(after.end() if after else len(text), end + _CONTEXT)
    first += len(text[first:start]) - len(text[first:start].lstrip())
    return Sentence(paragraph, index, script, text[first:last].rstrip(), start - first, end - first)


def _places(word: Word, section: Section) -> Iterator[tuple[int, int, AnnotatedParagraph]]:
    for paragraph, annotated in enumerate(section):
        if annotated is None:
            continue
        for index, other in enumerate(annotated.words):
            if other.simplified == word.simplified and other.traditional == word.traditional:
                yield paragraph, index, annotated


def _inside(word: Word, dictionary: Dictionary) -> Iterator[Entry]:
    simplified = fold_radicals(word.simplified)
    aligned = len(word.traditional) == len(simplified) == count_hanzi(simplified)
    for part, entries in dictionary.inside(simplified):
        start = simplified.find(part)
        span = slice(start, start + len(part)) if aligned else slice(0)
        slot = word._replace(traditional=word.traditional[span], reading=word.reading[span])
        yield min(entries, key=lambda entry: distance(slot, entry))


def _folded(pinyin: str) -> str:
    return pinyin.replace(" ", "").casefold()

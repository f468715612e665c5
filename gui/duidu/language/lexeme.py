"""What is known of a word wherever it stands: form, reading, gloss, and how sure that is.

A matched dictionary entry fixes the form, the reading and the gloss together (发: 發 fā, 髮 fà).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from duidu.dictionary.entry import Entry, is_surname
from duidu.dictionary.gloss import gloss_of
from duidu.dictionary.pinyin import has_tone
from duidu.dictionary.store import Dictionary
from duidu.hanzi import HANZI, count_hanzi, fold_radicals
from duidu.language.choice import Piece
from duidu.language.conversion import word_form
from duidu.language.model import Guess, Variety, Word
from duidu.language.reading import known_readings, phrase_reading
from duidu.language.script import characters, localize, phrases, simple_forms, usual_form

# One character alone, though OpenCC knows several forms: the others live in compounds only
# (瞭 in 瞭解) or are a matter of spelling taste.
_ONE_FORM = frozenset("了么于才吃着呆布占注周志与")
# One character alone, though the dictionary has several readings: particles and the commonest
# function words, whose other readings are a thousand times rarer.
_ONE_READING = frozenset("的了和都着吗吧呢一不们个这那哪")
# A sense that begins so does not make an entry a plausible reading of a word that stands alone.
_RARE_SENSES = (
    "surname ", "variant of", "old variant of", "archaic variant", "erroneous variant",
    "Japanese variant", "(bound form)", "used in ", "see ", "(archaic)", "(old)", "(dialect)",
    "abbr. ",
)  # fmt: skip


# CC-CEDICT has these as words for an administration (村里); in a text 裡 is nearly always meant.
_INSIDE = frozenset(["村里", "市里", "县里", "乡里", "湖里", "头里"])
# Characters of given names whose other traditional form nobody is called by.
_KEPT_IN_NAMES = frozenset("采于岳志升克秋谷舍台卜丑范里")
# Of the readings that no entry has, only the first ones: the rest are those of old books.
_READINGS_OFFERED = 4


class Lexeme(NamedTuple):
    """A word out of its place. `guessed` has no segmentation: that depends on the place."""

    traditional: str
    simplified: str
    reading: tuple[str, ...]
    gloss: str
    entries: int
    guessed: tuple[Guess, ...]


class Alternatives(NamedTuple):
    """What else a word could be: other readings with their glosses, other forms of each side."""

    readings: tuple[tuple[tuple[str, ...], str], ...]
    traditional: tuple[str, ...]
    simplified: tuple[str, ...]


class Lexicon:
    """The dictionary's answer for words of one variety of traditional."""

    def __init__(
        self,
        dictionary: Dictionary,
        variety: Variety,
        surname_of: Callable[[str], str],
        taiwan_readings: bool = False,
    ) -> None:
        """Answer for one variety; `taiwan_readings` prefers them where an entry has one."""
        self._taiwan_readings = taiwan_readings
        self._dictionary = dictionary
        self._surname_of = surname_of
        self._variety = variety
        self.from_simplified = lru_cache(maxsize=65_536)(self._from_simplified)
        self.from_traditional = lru_cache(maxsize=65_536)(self._from_traditional)
        self.name = lru_cache(maxsize=16_384)(self._name)
        self.read_as = lru_cache(maxsize=16_384)(self._read_as)
        self.choices = lru_cache(maxsize=4_096)(self._choices)
        self.is_verb = lru_cache(maxsize=16_384)(self._is_verb)

    def _from_simplified(self, word: str, form: str, settled: bool) -> Lexeme:
        """Complete a simplified word that OpenCC's phrases turn into `form`.

        Where no phrase told anything of the whole word and no entry has that form, the best entry
        decides the form too. OpenCC's phrases come first: CC-CEDICT lists 借口 and 惡心 where
        OpenCC has the usual 藉口 and 噁心. A phrase that is only a part of the word tells nothing:
        汇区 makes 徐汇区 into 徐彙區, where the entry is 徐匯區.
        """
        entries = self._dictionary.entries(fold_radicals(word))
        forms = self._forms(entry for entry in entries if not _is_rare(entry))
        chosen = form
        whole = settled or len(word) == 1 or word in phrases()
        told = whole and form != usual_form(word, self._variety)
        if not told and forms and form not in self._forms(entries) and word not in _INSIDE:
            chosen = forms[0] if len(forms[0]) == len(word) else form
        doubt = not settled and _several_forms(word, forms)
        return self._lexeme(chosen, word, entries, [Guess.CONVERSION] if doubt else [])

    def _from_traditional(self, word: str, simplified: str) -> Lexeme:
        """Complete a traditional word whose simplified form is known."""
        entries = self._dictionary.entries(fold_radicals(simplified))
        doubt = len(word) == 1 and len(simple_forms(word)) > 1 and word not in _ONE_FORM
        return self._lexeme(word, simplified, entries, [Guess.CONVERSION] if doubt else [])

    def _read_as(self, lexeme: Lexeme, reading: tuple[str, ...], doubt: bool) -> Lexeme:
        """Give a lexeme another reading, and the gloss that belongs to it."""
        entries = self._dictionary.entries(fold_radicals(lexeme.simplified))
        matching = self._matching(lexeme.traditional, entries) or entries
        read_so = tuple(entry for entry in matching if _same(entry.reading, reading))
        gloss = self._gloss(read_so) if read_so else lexeme.gloss
        others = tuple(guess for guess in lexeme.guessed if guess is not Guess.READING)
        guessed = (Guess.READING, *others) if doubt else others
        return lexeme._replace(reading=reading, gloss=gloss, guessed=guessed)

    def choose(self, lexeme: Lexeme, from_traditional: bool, piece: Piece) -> Lexeme:
        """Give a lexeme as the reader wants it."""
        if piece.name:
            simplified = lexeme.simplified
            form = lexeme.traditional if from_traditional else self.name_form(simplified)
            lexeme = self.name(form, simplified)
        if piece.form is not None and from_traditional:
            lexeme = self.from_traditional(lexeme.traditional, piece.form)
        elif piece.form is not None:
            entries = self._dictionary.entries(fold_radicals(lexeme.simplified))
            lexeme = self._lexeme(piece.form, lexeme.simplified, entries, [])
        if piece.reading is not None:
            lexeme = self.read_as(lexeme, piece.reading, False)
        return lexeme

    def alternatives(self, word: Word) -> Alternatives:
        """Give what else a word could be, by the dictionary and by OpenCC's tables."""
        entries = self._dictionary.entries(fold_radicals(word.simplified))
        length = count_hanzi(word.simplified)
        readings: dict[tuple[str, ...], str] = {}
        for entry in entries:
            if len(entry.reading) == length:
                readings.setdefault(entry.reading, self._gloss((entry,)))
        if length == 1:
            for reading in known_readings(word.simplified)[:_READINGS_OFFERED]:
                if not any(_same(known, (reading,)) for known in readings):
                    readings[(reading,)] = ""
        forms = self._forms(entries)
        if len(word.simplified) == 1:
            forms += [
                localize(form, self._variety) for form in characters().get(word.simplified, ())
            ]
        return Alternatives(
            readings=tuple(
                (r, gloss) for r, gloss in readings.items() if not _same(r, word.reading)
            ),
            traditional=tuple(dict.fromkeys(f for f in forms if f != word.traditional)),
            simplified=tuple(f for f in simple_forms(word.traditional) if f != word.simplified),
        )

    def other_forms(self, word: Word, derived: bool) -> tuple[str, ...]:
        """Give the forms that the derived side of a word could well have instead."""
        if derived:
            return self.alternatives(word).simplified if word.traditional not in _ONE_FORM else ()
        if len(word.simplified) == 1:
            known = () if word.simplified in _ONE_FORM else characters().get(word.simplified, ())
            forms = [localize(form, self._variety) for form in known]
        else:
            entries = self._dictionary.entries(fold_radicals(word.simplified))
            forms = self._forms(entry for entry in entries if not _is_rare(entry))
        return tuple(dict.fromkeys(form for form in forms if form != word.traditional))

    def other_readings(self, word: Word) -> tuple[tuple[str, ...], ...]:
        """Give the readings of the dictionary that a word could well have instead."""
        if word.simplified in _ONE_READING:
            return ()
        entries = self._dictionary.entries(fold_radicals(word.simplified))
        fitting = self._matching(word.traditional, entries) or entries
        found = [
            entry.reading
            for entry in fitting
            if len(entry.reading) == len(word.reading) and not _is_rare(entry)
        ]
        return tuple(dict.fromkeys(r for r in found if not _same(r, word.reading)))

    def first_reading(
        self, traditional: str, simplified: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give a word's reading out of any place, and Taiwan's if that is wanted and differs."""
        entries = self._dictionary.entries(fold_radicals(simplified))
        matching = self._matching(traditional, entries) or entries
        reading, _doubt = choose_reading(simplified, matching)
        same = [e.taiwan for e in matching if _same(e.reading, reading) and e.taiwan]
        return reading, same[0] if same and self._taiwan_readings else ()

    def _is_verb(self, word: str) -> bool:
        """Tell whether the dictionary explains a simplified word as a verb first."""
        entries = self._dictionary.entries(word)
        return bool(entries) and any(sense.startswith("to ") for sense in entries[0].senses[:2])

    def readings_of(self, char: str) -> tuple[str, ...]:
        """Give the readings of a simplified character that are not rare, in lower case."""
        entries = self._dictionary.entries(char)
        readings = (
            e.reading[0].lower() for e in entries if len(e.reading) == 1 and not _is_rare(e)
        )
        return tuple(dict.fromkeys(readings))

    def open_places(self, lexeme: Lexeme) -> list[int]:
        """Give the places of a word that has no entry where a character has several readings.

        The surname of a name is settled; so is a word of which not every character is a hanzi.
        """
        word = lexeme.simplified
        if len(word) != len(lexeme.reading):
            return []
        settled = len(self._surname_of(word)) if lexeme.reading[0][:1].isupper() else 0
        return [p for p in range(settled, len(word)) if len(self.readings_of(word[p])) > 1]

    def syllables_at(self, lexeme: Lexeme, place: int) -> tuple[str, ...]:
        """Give how the character at a place of a word is read, by itself and in the lexeme."""
        own, form = lexeme.reading[place].lower(), lexeme.traditional[place : place + 1]
        known = self.readings_of(lexeme.simplified[place])
        written = self._readings_as(form, lexeme.simplified[place]) if form else ()
        fitting = [r for r in known if r in written] if written else known
        return tuple(dict.fromkeys((own, *fitting)))

    def can_be_read(self, lexeme: Lexeme, reading: str) -> bool:
        """Tell whether the traditional form of a character has a reading (乾 is never gàn)."""
        own = self._readings_as(lexeme.traditional, lexeme.simplified)
        return not own or reading in own

    def ambiguous_place(self, lexeme: Lexeme) -> tuple[int, tuple[str, ...]] | None:
        """Give the one place where the readings of a word differ, and the syllables there.

        Worked example: 同行 is tóngháng and tóngxíng, so (1, ("háng", "xíng")). None where they
        differ in several places, or only in a neutral tone (東西 dōngxi, dōngxī).
        """
        entries = self._dictionary.entries(fold_radicals(lexeme.simplified))
        matching = self._matching(lexeme.traditional, entries) or entries
        readings = [
            tuple(syllable.lower() for syllable in entry.reading)
            for entry in matching
            if len(entry.reading) == len(lexeme.reading) and not _is_rare(entry)
        ]
        columns = list(zip(lexeme.reading, *readings, strict=True))
        found = [(p, tuple(dict.fromkeys(map(str.lower, c)))) for p, c in enumerate(columns)]
        open_places = [(place, choices) for place, choices in found if len(choices) > 1]
        if len(open_places) != 1 or not all(map(has_tone, open_places[0][1])):
            return None
        return open_places[0]

    def _choices(self, lexeme: Lexeme) -> tuple[str, ...]:
        """Give the readings among which a word of one character has its own, without the rare."""
        entries = self._dictionary.entries(fold_radicals(lexeme.simplified))
        matching = self._matching(lexeme.traditional, entries) or entries
        readings = (
            e.reading[0].lower() for e in matching if len(e.reading) == 1 and not _is_rare(e)
        )
        return tuple(dict.fromkeys((*lexeme.reading, *readings)))

    def _name(self, traditional: str, simplified: str) -> Lexeme:
        """Complete a personal name; its surname is read as surnames are (单 Shàn)."""
        surname = self._surname_of(simplified + "某")
        entry = self._surname(surname, traditional[: len(surname)])
        reading = entry.reading if entry else phrase_reading(surname)
        given = phrase_reading(simplified[len(surname) :])
        spoken = (*reading, *(s.capitalize() if i == 0 else s for i, s in enumerate(given)))
        gloss = self._gloss((entry,) if entry else ())
        if given:
            gloss = f"personal name; {gloss}" if gloss else "personal name"
        return Lexeme(traditional, simplified, spoken, gloss, 0 if given else 1, ())

    def name_form(self, name: str) -> str:
        """Give the traditional form of a name; 范 and 于 as surnames stay what they are."""
        surname = self._surname_of(name + "某")
        entry = self._surname(surname, "")
        own = entry.traditional if entry else word_form(surname, self._variety)
        given = name[len(surname) :]
        kept = "".join(c if c in _KEPT_IN_NAMES else word_form(c, self._variety) for c in given)
        return localize(own, self._variety) + kept

    def _surname(self, surname: str, form: str) -> Entry | None:
        """Give the entry of a surname, the one with that traditional form if there are several."""
        entries = [entry for entry in self._dictionary.entries(surname) if is_surname(entry)]
        # Where a surname has two forms, the plain one is the more common: 岳, 范, 于 and not 嶽.
        found = sorted(entries, key=lambda entry: entry.traditional != surname)
        written = [entry for entry in found if localize(entry.traditional, self._variety) == form]
        return next(iter(written or found), None)

    def _forms(self, entries: Iterable[Entry]) -> list[str]:
        forms = (localize(entry.traditional, self._variety) for entry in entries)
        return list(dict.fromkeys(forms))

    def _lexeme(
        self, traditional: str, simplified: str, entries: tuple[Entry, ...], guessed: list[Guess]
    ) -> Lexeme:
        if not HANZI.search(simplified):
            return Lexeme(traditional, simplified, (), self._gloss(entries), len(entries), ())
        matching = self._matching(traditional, entries) or entries
        reading, doubt = choose_reading(simplified, matching)
        if not matching and len(traditional) == len(simplified) == len(reading) > 1:
            reading = self._read_as_written(traditional, simplified, reading)
        if doubt:
            guessed = [Guess.READING, *guessed]
        read_so = tuple(e for e in matching if _same(e.reading, reading)) or matching
        gloss = self._gloss(read_so)
        if self._taiwan_readings and read_so and len(read_so[0].taiwan) == len(reading):
            reading = read_so[0].taiwan
        return Lexeme(traditional, simplified, reading, gloss, len(matching), tuple(guessed))

    def _read_as_written(
        self, traditional: str, simplified: str, reading: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Correct the reading of a word without an entry by its traditional characters.

        Worked example: 拧干 is 擰乾, and 乾 is read gān, whatever 干 may be.
        """
        spoken = list(reading)
        for place, (form, char) in enumerate(zip(traditional, simplified, strict=True)):
            own = self._readings_as(form, char) if form != char else ()
            if own and spoken[place] not in own:
                spoken[place] = own[0]
        return tuple(spoken)

    def _readings_as(self, form: str, char: str) -> tuple[str, ...]:
        """Give the readings of a character in one traditional form, the rare ones last."""
        entries = self._matching(form, self._dictionary.entries(char))
        ordered = sorted((e for e in entries if len(e.reading) == 1), key=_is_rare)
        return tuple(dict.fromkeys(e.reading[0].lower() for e in ordered))

    def _gloss(self, entries: tuple[Entry, ...]) -> str:
        return gloss_of(entries, self._dictionary.entries)

    def _matching(self, traditional: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
        wanted = localize(fold_radicals(traditional), Variety.OPENCC)
        return tuple(e for e in entries if localize(e.traditional, Variety.OPENCC) == wanted)


def choose_reading(word: str, entries: tuple[Entry, ...]) -> tuple[tuple[str, ...], bool]:
    """Give the reading of a simplified word by its entries, and whether it is a guess.

    The first entry's reading is taken. It is a guess where another entry is read otherwise and
    its senses are not all rare ones; or where no entry tells and a character has several readings.
    """
    length = count_hanzi(word)
    usable = [entry for entry in entries if len(entry.reading) == length]
    if not usable:
        return phrase_reading(word), length == 1
    first = usable[0].reading
    others = [e for e in usable[1:] if not _same(e.reading, first) and not _is_rare(e)]
    return first, bool(others) and word not in _ONE_READING


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return [syllable.lower() for syllable in one] == [syllable.lower() for syllable in other]


def _is_rare(entry: Entry) -> bool:
    return all(sense.startswith(_RARE_SENSES) for sense in entry.senses)


def _several_forms(word: str, forms: list[str]) -> bool:
    """Tell whether a simplified word may be written in several ways on the other side."""
    if len(word) == 1:
        return word not in _ONE_FORM and len(characters().get(word, ())) > 1 and len(forms) != 1
    return len(forms) > 1

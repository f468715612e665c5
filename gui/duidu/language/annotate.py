"""From a paragraph of source text to its words in both scripts, with readings and glosses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary, built_file
from duidu.dictionary.words import load_names, load_words
from duidu.hanzi import fold_radicals
from duidu.language.choice import Choice, Choices, no_choices, recut
from duidu.language.conversion import traditional_forms, word_form
from duidu.language.counsel import Counsel
from duidu.language.explain import form_reason, rule_reason
from duidu.language.lexeme import Alternatives, Lexeme, Lexicon
from duidu.language.model import AnnotatedParagraph, Guess, Regional, Script, Variety, Word
from duidu.language.names import TITLES, NameModel
from duidu.language.reasons import Because, Reason, Reasons
from duidu.language.script import (
    Detection,
    detect,
    fold_traditional,
    script_of,
    to_simplified,
    to_traditional,
)
from duidu.language.segment import Segment, Segmenter
from duidu.language.vocabulary import joined, regional_words

_SAMPLE = 20_000
# Surnames that before a title are mostly something else: 那家, 和家人, 于某.
_NO_SURNAME = frozenset("那和能从是于")


class Language:
    """What every annotation needs and what is loaded once: the dictionary and the word list."""

    def __init__(self, dictionary: Dictionary, model: bool = True) -> None:
        """Load the word list; with `model` open readings are also asked of the polyphone model."""
        self._dictionary = dictionary
        self._segmenter = Segmenter(load_words(), NameModel(load_names()))
        self._counsel = Counsel(built_file("polyphones.npz") if model else None)

    def annotator(
        self, article: Article, script: Script | None = None, variety: Variety | None = None
    ) -> Annotator:
        """Make the annotator of an article; what is not given is detected from its text."""
        script_is_told = script is not None
        found = detect(sample(article)) if script is None or variety is None else None
        if found is not None:
            script, variety = script or found.script, variety or found.variety
        assert script is not None and variety is not None
        found = Detection(script, variety)
        return Annotator(self._dictionary, self._segmenter, found, self._counsel, script_is_told)


def sample(article: Article) -> str:
    """Give the beginning of an article's text, as much as detection needs."""
    text: list[str] = []
    length = 0
    for paragraph in article.paragraphs():
        text.append(paragraph.text)
        length += len(paragraph.text)
        if length > _SAMPLE:
            break
    return "\n".join(text)


class Annotator:
    """Annotates the paragraphs of one article: pure, in any order, each by itself."""

    def __init__(
        self,
        dictionary: Dictionary,
        segmenter: Segmenter,
        detection: Detection,
        counsel: Counsel,
        one_script: bool = False,
    ) -> None:
        """Annotate by a detected script and variety; with `one_script` no paragraph differs."""
        self.choices: Choices = no_choices
        self.regional_words = False
        self._one_script = one_script
        self.script = detection.script
        self.variety = detection.variety
        self._segmenter = segmenter
        self._counsel = counsel
        self._dictionary = dictionary
        self.read_as_in_taiwan(False)

    def read_as_in_taiwan(self, wanted: bool) -> None:
        """Read words as the dictionary says they are read in Taiwan (垃圾 lèsè), or not."""
        self._lexicon = Lexicon(self._dictionary, self.variety, self._segmenter.surname_of, wanted)

    def take_over(self, other: Annotator) -> None:
        """Annotate as another annotator of the same article does, its choices included."""
        self.choices = other.choices
        self._one_script = other._one_script
        self.regional_words = other.regional_words
        self._lexicon = other._lexicon

    def script_of(self, paragraph: Paragraph) -> Script:
        """Tell the script of one paragraph, which in a mixed article is not always the same."""
        return self.script if self._one_script else script_of(paragraph.text, self.script)

    def annotate(self, paragraph: Paragraph) -> AnnotatedParagraph:
        """Cut a paragraph into words and complete each of them.

        The words are cut on the simplified side, whichever side was loaded. No step changes the
        number of characters, so that the spans hold on both sides.
        """
        text = paragraph.text
        script = self.script_of(paragraph)
        derived = script is Script.TRADITIONAL
        simplified = to_simplified(text, self.variety) if derived else text
        plain = fold_radicals(simplified) if derived else fold_traditional(fold_radicals(text))
        known = regional_words(script) if self._vocabulary_differs else {}
        spans = self._segmenter.cut(plain)
        if known:
            spans = _recut(spans, joined([0, *(span.end for span in spans)], plain, known))
        chosen = list(self.choices(paragraph, [0, *(span.end for span in spans)]))
        if chosen:
            spans = _recut(spans, recut([0, *(span.end for span in spans)], chosen))
        words = [plain[span.start : span.end] for span in spans]
        named = self._names(words, spans)
        if derived:
            lexemes = self._from_traditional([text[s.start : s.end] for s in spans], words, named)
            opencc = text
        else:
            lexemes = self._from_simplified(words, named)
            opencc = to_traditional(text, self.variety)
        self._counsel.settle(self._lexicon, words, lexemes)
        corrected = self._apply(chosen, spans, lexemes, derived) if chosen else frozenset()
        found = tuple(
            _word(
                span,
                lexeme,
                lexeme.simplified
                if derived and index in corrected
                else simplified[slice(*span[:2])],
                opencc,
                index in corrected,
            )
            for index, (span, lexeme) in enumerate(zip(spans, lexemes, strict=True))
        )
        if known:
            found = tuple(self._regional(word, plain, known, script) for word in found)
        return AnnotatedParagraph(text, paragraph.role, script, found, paragraph.continues)

    @property
    def _vocabulary_differs(self) -> bool:
        return self.regional_words and self.variety is Variety.TAIWAN

    def _regional(self, word: Word, plain: str, known: Mapping[str, str], source: Script) -> Word:
        """Give a word the other region's name for it, if it has one and no correction."""
        form = known.get(plain[word.start : word.end])
        if form is None or word.corrected:
            return word
        if source is Script.SIMPLIFIED:
            lexeme = self._lexicon.from_traditional(form, to_simplified(form, self.variety))
        else:
            lexeme = self._lexicon.from_simplified(form, word_form(form, self.variety), True)
        regional = Regional(source.other, form, lexeme.reading)
        return word._replace(regional=regional, overruled=True)

    def _apply(
        self,
        chosen: Sequence[Choice],
        spans: Sequence[Segment],
        lexemes: list[Lexeme],
        derived: bool,
    ) -> frozenset[int]:
        """Put what the reader chose into the lexemes, in place; give the indexes of those words."""
        pieces = {}
        for choice in chosen:
            place = choice.start
            for piece in choice.pieces:
                pieces[place] = piece
                place += piece.length
        indexes = [index for index, span in enumerate(spans) if span.start in pieces]
        for index in indexes:
            piece = pieces[spans[index].start]
            lexemes[index] = self._lexicon.choose(lexemes[index], derived, piece)
        return frozenset(indexes)

    def alternatives(self, word: Word) -> Alternatives:
        """Give what else a word could be."""
        return self._lexicon.alternatives(word)

    def reasons(self, annotated: AnnotatedParagraph, index: int) -> Reasons:
        """Tell why a word is written and read as it is, where it could well be otherwise."""
        word = annotated.words[index]
        words = [fold_traditional(fold_radicals(one.simplified)) for one in annotated.words]
        derived = annotated.script is Script.TRADITIONAL
        named = not word.entries and word.reading[:1] != () and word.reading[0][:1].isupper()
        forms = self._lexicon.other_forms(word, derived)
        readings = self._lexicon.other_readings(word)
        form = reading = Reason(Because.NAME) if named else None
        if forms and not named:
            verb, listed = self._lexicon.is_verb, word.entries > 0
            form = Reason(Because.USUAL) if derived else form_reason(words, index, listed, verb)
        if readings and not named:
            reading = self._reading_reason(word, words, index)
        return Reasons(form if forms else None, reading if readings else None, forms, readings)

    def _reading_reason(self, word: Word, words: Sequence[str], index: int) -> Reason:
        plain, taiwan = self._lexicon.first_reading(word.traditional, words[index])
        if taiwan and word.reading == taiwan:
            return Reason(Because.TAIWAN)
        by_rule = rule_reason(words, index, self._lexicon.is_verb) if len(plain) == 1 else None
        if by_rule is not None:
            return by_rule
        return Reason(Because.USUAL if word.reading == plain else Because.MODEL)

    def _from_traditional(
        self, forms: list[str], words: list[str], named: set[int]
    ) -> list[Lexeme]:
        complete, name = self._lexicon.from_traditional, self._lexicon.name
        return [
            (name if index in named else complete)(form, word)
            for index, (form, word) in enumerate(zip(forms, words, strict=True))
        ]

    def _from_simplified(self, words: list[str], named: set[int]) -> list[Lexeme]:
        lexicon = self._lexicon
        forms = traditional_forms(words, self.variety, lexicon.is_verb)
        return [
            lexicon.name(lexicon.name_form(word), word)
            if index in named
            else lexicon.from_simplified(word, *form)
            for index, (word, form) in enumerate(zip(words, forms, strict=True))
        ]

    def _names(self, words: list[str], spans: list[Segment]) -> set[int]:
        """Give which words are names: those of the name model, and surnames before a title."""
        surname_of = self._segmenter.surname_of
        found = {i for i, span in enumerate(spans) if span.unlisted and surname_of(words[i])}
        for index, word in enumerate(words):
            before = words[index - 1] if index else ""
            after = words[index + 1] if index + 1 < len(words) else ""
            titled = after in TITLES and word not in _NO_SURNAME
            if (titled or before == "姓") and word and word == surname_of(word + "某"):
                found.add(index)
        return found


def _recut(spans: Sequence[Segment], borders: Sequence[int]) -> list[Segment]:
    """Cut at other borders; what is left as it was keeps its doubts."""
    known = {(span.start, span.end): span for span in spans}
    return [known.get(pair, Segment(*pair, False)) for pair in pairwise(borders)]


def _word(span: Segment, lexeme: Lexeme, simplified: str, opencc: str, corrected: bool) -> Word:
    """Put a lexeme into its place.

    `simplified` is the word as its column shows it: where that is the source, with the radicals
    and the stray traditional characters that were folded for looking it up. `opencc` is what
    OpenCC makes of the whole paragraph on the traditional side.
    """
    start, end, doubtful, _unlisted = span
    traditional, _folded, reading, gloss, entries, guessed = lexeme
    if corrected:
        guessed = ()
    elif doubtful and reading:
        guessed = (Guess.SEGMENTATION, *guessed)
    return Word(
        start, end, traditional, simplified, reading, gloss, entries, guessed,
        opencc[start:end] != traditional, corrected,
    )  # fmt: skip

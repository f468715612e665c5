"""From a paragraph of source text to its words in both scripts, with readings and glosses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary, built_file
from duidu.dictionary.words import load_names, load_words
from duidu.hanzi import fold_radicals
from duidu.language.choice import Choice, Choices, no_choices, recut
from duidu.language.conversion import traditional_forms
from duidu.language.counsel import Counsel
from duidu.language.lexeme import Alternatives, Lexeme, Lexicon
from duidu.language.model import AnnotatedParagraph, Guess, Script, Variety, Word
from duidu.language.names import TITLES, NameModel
from duidu.language.script import Detection, detect, to_simplified, to_traditional
from duidu.language.segment import Segment, Segmenter

_SAMPLE = 20_000


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
        found = detect(sample(article)) if script is None or variety is None else None
        if found is not None:
            script, variety = script or found.script, variety or found.variety
        assert script is not None and variety is not None
        return Annotator(
            self._dictionary, self._segmenter, Detection(script, variety), self._counsel
        )


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
        choices: Choices = no_choices,
    ) -> None:
        self.choices = choices
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
        self._lexicon = other._lexicon

    def annotate(self, paragraph: Paragraph) -> AnnotatedParagraph:
        """Cut a paragraph into words and complete each of them.

        The words are cut on the simplified side, whichever side was loaded. No step changes the
        number of characters, so that the spans hold on both sides.
        """
        text = paragraph.text
        derived = self.script is Script.TRADITIONAL
        simplified = to_simplified(text, self.variety) if derived else text
        spans = self._segmenter.cut(fold_radicals(simplified))
        chosen = list(self.choices(paragraph, [0, *(span.end for span in spans)]))
        if chosen:
            spans = _recut(spans, chosen)
        words = [simplified[span.start : span.end] for span in spans]
        named = self._names(words, spans)
        if derived:
            forms = [text[span.start : span.end] for span in spans]
            lexemes = self._from_traditional(forms, words, named)
        else:
            lexemes = self._from_simplified(words, named)
            plain = to_traditional(text, self.variety)
            forms = [plain[span.start : span.end] for span in spans]
        self._counsel.settle(self._lexicon, words, lexemes)
        corrected = self._apply(chosen, spans, lexemes) if chosen else frozenset()
        found = tuple(
            _word(span, lexeme, form, index in corrected)
            for index, (span, lexeme, form) in enumerate(zip(spans, lexemes, forms, strict=True))
        )
        return AnnotatedParagraph(text, paragraph.role, self.script, found, paragraph.continues)

    def _apply(
        self, chosen: Sequence[Choice], spans: Sequence[Segment], lexemes: list[Lexeme]
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
            lexemes[index] = self._lexicon.choose(
                lexemes[index], self.script is Script.TRADITIONAL, piece
            )
        return frozenset(indexes)

    def alternatives(self, word: Word) -> Alternatives:
        """Give what else a word could be."""
        return self._lexicon.alternatives(word)

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
        forms = traditional_forms(words, self.variety)
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
        for index, after in enumerate(words[1:]):
            if after in TITLES and words[index] == surname_of(words[index] + after):
                found.add(index)
        return found


def _recut(spans: Sequence[Segment], chosen: Sequence[Choice]) -> list[Segment]:
    """Cut where the reader wants it; what was left as it was keeps its doubts."""
    known = {(span.start, span.end): span for span in spans}
    borders = recut([0, *(span.end for span in spans)], chosen)
    return [known.get(pair, Segment(*pair, False)) for pair in pairwise(borders)]


def _word(span: Segment, lexeme: Lexeme, plain: str, corrected: bool) -> Word:
    """Put a lexeme into its place; `plain` is what OpenCC has there on the traditional side."""
    traditional, simplified, reading, gloss, entries, guessed = lexeme
    if corrected:
        guessed = ()
    elif span.doubtful and reading:
        guessed = (Guess.SEGMENTATION, *guessed)
    return Word(
        span.start,
        span.end,
        traditional,
        simplified,
        reading,
        gloss,
        entries,
        guessed,
        plain != traditional,
        corrected,
    )

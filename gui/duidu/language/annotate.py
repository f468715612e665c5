"""From a paragraph of source text to its words in both scripts, with readings and glosses."""

from __future__ import annotations

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.dictionary.words import load_names, load_words
from duidu.hanzi import HANZI, fold_radicals
from duidu.language.conversion import traditional_forms
from duidu.language.lexeme import Lexeme, Lexicon
from duidu.language.model import AnnotatedParagraph, Guess, Script, Variety, Word
from duidu.language.names import TITLES, NameModel
from duidu.language.script import Detection, detect, to_simplified, to_traditional
from duidu.language.segment import Segment, Segmenter

_SAMPLE = 20_000


class Language:
    """What every annotation needs and what is loaded once: the dictionary and the word list."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._segmenter = Segmenter(load_words(), NameModel(load_names()))

    def annotator(
        self, article: Article, script: Script | None = None, variety: Variety | None = None
    ) -> Annotator:
        """Make the annotator of an article; what is not given is detected from its text."""
        found = detect(sample(article)) if script is None or variety is None else None
        if found is not None:
            script, variety = script or found.script, variety or found.variety
        assert script is not None and variety is not None
        return Annotator(self._dictionary, self._segmenter, Detection(script, variety))


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

    def __init__(self, dictionary: Dictionary, segmenter: Segmenter, detection: Detection) -> None:
        self.script = detection.script
        self.variety = detection.variety
        self._segmenter = segmenter
        self._lexicon = Lexicon(dictionary, detection.variety, segmenter.surname_of)

    def annotate(self, paragraph: Paragraph) -> AnnotatedParagraph:
        """Cut a paragraph into words and complete each of them.

        The words are cut on the simplified side, whichever side was loaded. No step changes the
        number of characters, so that the spans hold on both sides.
        """
        text = paragraph.text
        annotate = self._traditional if self.script is Script.TRADITIONAL else self._simplified
        return AnnotatedParagraph(
            text, paragraph.role, self.script, annotate(text), paragraph.continues
        )

    def _traditional(self, text: str) -> tuple[Word, ...]:
        simplified = to_simplified(text, self.variety)
        spans = self._segmenter.cut(fold_radicals(simplified))
        words = [simplified[span.start : span.end] for span in spans]
        named = self._names(words, spans)
        complete, name = self._lexicon.from_traditional, self._lexicon.name
        return tuple(
            _word(span, (name if index in named else complete)(text[span.start : span.end], word))
            for index, (span, word) in enumerate(zip(spans, words, strict=True))
        )

    def _names(self, words: list[str], spans: list[Segment]) -> set[int]:
        """Give which words are names: those of the name model, and surnames before a title."""
        surname_of = self._segmenter.surname_of
        found = {i for i, span in enumerate(spans) if span.unlisted and surname_of(words[i])}
        for index, after in enumerate(words[1:]):
            if after in TITLES and words[index] == surname_of(words[index] + after):
                found.add(index)
        return found

    def _simplified(self, text: str) -> tuple[Word, ...]:
        plain = to_traditional(text, self.variety)
        spans = self._segmenter.cut(fold_radicals(text))
        words = [text[span.start : span.end] for span in spans]
        named = self._names(words, spans)
        forms = traditional_forms(words, self.variety)
        lexicon = self._lexicon
        return tuple(
            _word(
                span,
                lexicon.name(lexicon.name_form(word), word)
                if index in named
                else lexicon.from_simplified(word, *form),
                plain[span.start : span.end],
            )
            for index, (span, word, form) in enumerate(zip(spans, words, forms, strict=True))
        )


def _word(span: Segment, lexeme: Lexeme, plain: str | None = None) -> Word:
    """Put a lexeme into its place; `plain` is what OpenCC makes of the traditional side there."""
    traditional, simplified, reading, gloss, entries, guessed = lexeme
    if span.doubtful and HANZI.search(simplified):
        guessed = (Guess.SEGMENTATION, *guessed)
    overruled = plain is not None and plain != traditional
    return Word(
        span.start, span.end, traditional, simplified, reading, gloss, entries, guessed, overruled
    )

"""From a paragraph of source text to its words in both scripts, with readings and glosses."""

from __future__ import annotations

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.dictionary.words import load_words
from duidu.hanzi import HANZI, fold_radicals
from duidu.language.conversion import traditional_forms
from duidu.language.lexeme import Lexeme, Lexicon
from duidu.language.model import AnnotatedParagraph, Guess, Script, Variety, Word
from duidu.language.script import Detection, detect, to_simplified, to_traditional
from duidu.language.segment import Segment, Segmenter

_SAMPLE = 20_000


class Language:
    """What every annotation needs and what is loaded once: the dictionary and the word list."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._segmenter = Segmenter(load_words())

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
        self._lexicon = Lexicon(dictionary, detection.variety)

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
        complete = self._lexicon.from_traditional
        return tuple(
            _word(span, complete(text[span.start : span.end], simplified[span.start : span.end]))
            for span in self._segmenter.cut(fold_radicals(simplified))
        )

    def _simplified(self, text: str) -> tuple[Word, ...]:
        plain = to_traditional(text, self.variety)
        spans = self._segmenter.cut(fold_radicals(text))
        words = [text[span.start : span.end] for span in spans]
        complete = self._lexicon.from_simplified
        return tuple(
            _word(span, complete(word, *form), plain[span.start : span.end])
            for span, word, form in zip(
                spans, words, traditional_forms(words, self.variety), strict=True
            )
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

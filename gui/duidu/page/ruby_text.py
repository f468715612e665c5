"""What is written above which words: pinyin or zhuyin, for whom, and in the ink of which tone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from duidu.dictionary.levels import level_of
from duidu.hanzi import is_hanzi
from duidu.language.model import AnnotatedParagraph, Script, Word
from duidu.language.sandhi import tone_of
from duidu.page.settings import PageSettings, RubyFor, RubyKind, ToneColours
from duidu.page.tones import tone_colours

# Inks: the usual one, those of the tones from 0 (neutral) to 4, and that of a tone which only the
# syllable behind gives.
PLAIN, CHANGED = -1, 5
# Syllables that need a mark before them inside a word: Xī'ān is not xiān.
_OPEN = frozenset("aāáǎàoōóǒòeēéěè")


class Syllable(NamedTuple):
    """What stands over one hanzi, `offset` code points into the column, and its ink."""

    offset: int
    text: str
    ink: int


def syllables(
    annotated: AnnotatedParagraph, script: Script, index: int, settings: PageSettings
) -> Iterator[Syllable]:
    """Give the syllables over a word of a column; none where the reader wants none there."""
    word = annotated.words[index]
    if not _is_wanted(word, settings):
        return
    start = annotated.span(script, index)[0]
    reading, changed = _spoken(annotated, script, index, settings)
    hanzi = [start + i for i, char in enumerate(word.form(script)) if is_hanzi(char)]
    for offset, syllable, plain in zip(hanzi, reading, changed, strict=False):
        yield Syllable(offset, _written(syllable, settings), _ink(syllable, plain, settings))


def joined(found: Sequence[Syllable], kind: RubyKind) -> tuple[str, tuple[int, ...]]:
    """Join the syllables of one word, and give the ink of each letter."""
    text, inks = "", []
    for one in found:
        joint = _joint(text, one.text) if kind is RubyKind.PINYIN else ""
        text += joint + one.text
        inks += [one.ink] * (len(joint) + len(one.text))
    return text, tuple(inks)


def toned(
    annotated: AnnotatedParagraph, script: Script, settings: PageSettings
) -> Iterator[tuple[int, int, str]]:
    """Give for each hanzi of a column its span (code points) and the colour of its tone."""
    colours = tone_colours(settings.tone_scheme, settings.theme)
    for index, word in enumerate(annotated.words):
        if word.reading:
            reading, _ = _spoken(annotated, script, index, settings)
            start = annotated.span(script, index)[0]
            hanzi = [start + i for i, char in enumerate(word.form(script)) if is_hanzi(char)]
            for offset, syllable in zip(hanzi, reading, strict=False):
                yield offset, offset + 1, colours[tone_of(syllable)]


def _is_wanted(word: Word, settings: PageSettings) -> bool:
    if settings.ruby_for is RubyFor.DOUBTFUL:
        return bool(word.guessed)
    if settings.ruby_for is RubyFor.ABOVE_LEVEL:
        return level_of(word.simplified) > settings.ruby_level
    return True


def _spoken(
    annotated: AnnotatedParagraph, script: Script, index: int, settings: PageSettings
) -> tuple[Sequence[str], list[bool]]:
    """Give the syllables of a word of a column, and which of them sandhi has changed."""
    word = annotated.words[index]
    own = word.spoken(script)
    spoken = annotated.sandhi.get(index) if settings.sandhi else None
    if spoken is None or word.form(script) != word.written(script):
        return own, [False] * len(own)
    return spoken, [one != other for one, other in zip(spoken, own, strict=True)]


def _written(syllable: str, settings: PageSettings) -> str:
    if settings.ruby_kind is RubyKind.PINYIN:
        return syllable
    # pypinyin is loaded by then: nothing is annotated without it.
    from duidu.language.reading import zhuyin

    return zhuyin(syllable)


def _ink(syllable: str, changed: bool, settings: PageSettings) -> int:
    if settings.tone_colours is ToneColours.RUBY:
        return tone_of(syllable)
    return CHANGED if changed else PLAIN


def _joint(text: str, syllable: str) -> str:
    if not text:
        return ""
    if syllable[0].isupper():
        return " "
    return "'" if syllable[0] in _OPEN else ""

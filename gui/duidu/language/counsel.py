"""Settling the readings that the words leave open: by company first, then by a model.

The dictionary's reading of a word comes first. Where a character stands alone and has several, the
words beside it decide if a rule knows how (`context`). For what is left a model is asked; it was
trained on encyclopedia sentences and is wrong on everyday ones more often than the dictionary's
first reading, so that it must be very sure to overrule that.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from duidu.language.company import company_of
from duidu.language.lexeme import Lexeme, Lexicon
from duidu.language.model import Guess
from duidu.language.polyphone import PolyphoneModel, Question
from duidu.language.readings_in_context import rule_for_reading

# How sure the model must be to overrule the dictionary's first reading, and to confirm it.
OVERRULES = 0.9
CONFIRMS = 0.8
_ENDS = frozenset("。！？!?；;…\n")
_REACH = 16


class _Asked(NamedTuple):
    """A character that the model is asked about: its word, its place there, its syllables."""

    word: int
    place: int
    syllables: Sequence[str]


class Counsel:
    """Settles open readings of a paragraph. The model is loaded when it is first asked."""

    def __init__(self, weights: Path | None) -> None:
        self._weights = weights
        self._model: PolyphoneModel | None = None

    def settle(self, lexicon: Lexicon, words: Sequence[str], lexemes: list[Lexeme]) -> None:
        """Settle the open readings among the words of one paragraph, in place.

        Open are a character that stands alone and has several readings, a word whose readings
        differ in one character, and each character with several readings in a word that the
        dictionary does not have.
        """
        asked: list[_Asked] = []
        for index, lexeme in enumerate(lexemes):
            if len(lexeme.reading) > 1 and not lexeme.entries:
                asked += [
                    _Asked(index, place, lexicon.syllables_at(lexeme, place))
                    for place in lexicon.open_places(lexeme)
                ]
            elif Guess.READING not in lexeme.guessed:
                continue
            elif len(lexeme.reading) > 1:
                found = lexicon.ambiguous_place(lexeme)
                if found:
                    asked.append(_Asked(index, *found))
            else:
                rule = rule_for_reading(
                    lexeme.simplified, company_of(words, index, lexicon.is_verb)
                )
                if rule is not None:
                    lexemes[index] = lexicon.read_as(lexeme, (rule.answer,), False)
                else:
                    asked.append(_Asked(index, 0, lexicon.choices(lexeme)))
        if asked and self._weights is not None:
            self._ask(lexicon, words, lexemes, asked)

    def _ask(
        self,
        lexicon: Lexicon,
        words: Sequence[str],
        lexemes: list[Lexeme],
        asked: Sequence[_Asked],
    ) -> None:
        """Ask the model about characters."""
        if self._model is None:
            assert self._weights is not None
            self._model = PolyphoneModel(self._weights)
        text = "".join(words)
        starts = [0, *accumulate(map(len, words))]
        questions: dict[tuple[int, int], Question] = {}
        for index, place, syllables in asked:
            choices = [syllable for syllable in syllables if self._model.knows(syllable)]
            if len(choices) > 1:
                window = _window(text, starts[index] + place)
                questions[index, place] = Question(*window, tuple(choices))
        if questions:
            different = list(dict.fromkeys(questions.values()))
            answers = dict(zip(different, self._model.probabilities(different), strict=True))
            for (index, place), question in questions.items():
                shares = answers[question]
                lexemes[index] = _decided(lexicon, lexemes[index], place, question.choices, shares)


def _decided(
    lexicon: Lexicon,
    lexeme: Lexeme,
    place: int,
    choices: Sequence[str],
    shares: Sequence[float],
) -> Lexeme:
    """Take the model's answer for a character of a word, if it is sure enough."""
    share, reading = max(zip(shares, choices, strict=True))
    if reading == lexeme.reading[place].lower():
        return lexicon.read_as(lexeme, lexeme.reading, share < CONFIRMS and lexeme.entries > 0)
    if share < OVERRULES:
        return lexeme
    spoken = reading.capitalize() if lexeme.reading[place][:1].isupper() else reading
    whole = (*lexeme.reading[:place], spoken, *lexeme.reading[place + 1 :])
    return lexicon.read_as(lexeme, whole, True)


def _window(text: str, place: int) -> tuple[str, int]:
    """Give the sentence around a place, at most 16 characters to each side, and the place in it.

    Further away nothing tells how a character is read, and the model's time grows with the length.
    """
    start = end = place
    while start > 0 and place - start < _REACH and text[start - 1] not in _ENDS:
        start -= 1
    while end < len(text) and end - place < _REACH and text[end] not in _ENDS:
        end += 1
    return text[start : end + 1], place - start

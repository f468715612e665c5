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
from duidu.language.readings_in_context import RULES, rule_for_reading

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
            if len(lexeme.reading) > 1:
                asked += _open_in_word(lexicon, index, lexeme)
            elif Guess.READING in lexeme.guessed or lexeme.simplified in RULES:
                rule = rule_for_reading(
                    lexeme.simplified, company_of(words, index, lexicon.is_verb)
                )
                open_still = Guess.READING in lexeme.guessed
                if rule is not None and not lexicon.can_be_read(lexeme, rule.answer):
                    rule = None
                if rule is not None and (rule.is_conditional or open_still):
                    lexemes[index] = lexicon.read_as(lexeme, (rule.answer,), False)
                elif open_still:
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
        questions: dict[_Asked, Question] = {}
        for one in asked:
            choices = tuple(filter(self._model.knows, one.syllables))
            if len(choices) > 1:
                window = _window(text, starts[one.word] + one.place)
                questions[one] = Question(*window, choices)
        different = list(dict.fromkeys(questions.values()))
        answers = dict(zip(different, self._model.probabilities(different), strict=True))
        for one, question in questions.items():
            share, reading = max(zip(answers[question], question.choices, strict=True))
            lexemes[one.word] = _decided(lexicon, lexemes[one.word], one, reading, share)


def _open_in_word(lexicon: Lexicon, index: int, lexeme: Lexeme) -> list[_Asked]:
    """Give what the model is asked about a word of several characters."""
    if not lexeme.entries:
        places = lexicon.open_places(lexeme)
        return [_Asked(index, place, lexicon.syllables_at(lexeme, place)) for place in places]
    found = lexicon.ambiguous_place(lexeme) if Guess.READING in lexeme.guessed else None
    return [_Asked(index, *found)] if found else []


def _decided(lexicon: Lexicon, lexeme: Lexeme, asked: _Asked, reading: str, share: float) -> Lexeme:
    """Take the model's answer for a character of a word, if it is sure enough."""
    place = asked.place
    if reading == lexeme.reading[place].lower():
        doubt = share < CONFIRMS and lexeme.entries > 0
        return lexicon.read_as(lexeme, lexeme.reading, doubt)
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

"""A model that reads polyphones in their sentence. numpy is imported here alone.

The weights are those of g2pM (Park and Lee, "g2pM: A Neural Grapheme-to-Phoneme Conversion
Package for Mandarin Chinese", 2020, https://arxiv.org/abs/2004.03136), trained on
encyclopedia sentences: an embedding of characters, one LSTM in each direction, two layers on top.
The arithmetic is written anew for many sentences at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from duidu.dictionary.pinyin import mark_tone

Floats = NDArray[np.float32]
_PADDING, _UNKNOWN, _BEGIN, _END = 0, 1, 2, 3
_CLOSED = 30.0
# More sentences at a time do not fit into the processor's cache, and each takes longer.
_AT_ONCE = 256


class Question(NamedTuple):
    """How the character at an offset of a simplified sentence is read, and the choices."""

    sentence: str
    offset: int
    choices: Sequence[str]


class PolyphoneModel:
    """Gives the probability of each reading of a character in a simplified sentence."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as stored:
            weights: dict[str, Any] = {name: stored[name] for name in stored.files}
        characters = str(weights["characters"])
        self._codes = {char: number for number, char in enumerate(characters, 4)}
        self._classes = {
            mark_tone(name): number for number, name in enumerate(str(weights["classes"]).split())
        }
        # What a character adds to the gates, for both directions: (2, characters, 4 x hidden).
        self._inputs: Floats = weights["inputs"]
        # A closed input gate keeps the state at nothing until a sequence begins.
        self._inputs[:, _PADDING] = 0
        self._inputs[:, _PADDING, : self._inputs.shape[2] // 4] = -_CLOSED
        self._recurrent: Floats = weights["recurrent"]
        self._hidden = (weights["hidden_weight"], weights["hidden_bias"])
        self._output = (weights["output_weight"], weights["output_bias"])

    def knows(self, reading: str) -> bool:
        """Tell whether the model can answer with a reading (a syllable with its tone mark)."""
        return reading in self._classes

    def probabilities(self, questions: Sequence[Question]) -> list[list[float]]:
        """Answer questions; an answer has a probability for each choice, adding up to one."""
        answers: list[list[float]] = []
        for start in range(0, len(questions), _AT_ONCE):
            answers += self._answers(questions[start : start + _AT_ONCE])
        return answers

    def _answers(self, questions: Sequence[Question]) -> list[list[float]]:
        states = self._states(questions)
        hidden = np.maximum(states @ self._hidden[0] + self._hidden[1], 0)
        scores = hidden @ self._output[0] + self._output[1]
        return [
            _shares(row[[self._classes[reading] for reading in question.choices]])
            for row, question in zip(scores, questions, strict=True)
        ]

    def _states(self, questions: Sequence[Question]) -> Floats:
        """Read up to the character from the left and from the right: (question, 2 x hidden).

        What lies beyond the character on either side adds nothing to its own state in that
        direction, so that each direction reads one side of the sentence only.
        """
        rows = [self._sides(question) for question in questions]
        longest = max(len(side) for row in rows for side in row)
        codes = np.full((2, len(questions), longest), _PADDING, np.int32)
        for number, row in enumerate(rows):
            for direction, side in enumerate(row):
                codes[direction, number, longest - len(side) :] = side
        left, right = self._run(codes)
        return np.concatenate((left, right), axis=1)

    def _sides(self, question: Question) -> tuple[list[int], list[int]]:
        codes = [self._codes.get(char, _UNKNOWN) for char in question.sentence]
        place = question.offset
        return [_BEGIN, *codes[: place + 1]], [_END, *reversed(codes[place:])]

    def _run(self, codes: NDArray[np.int32]) -> Floats:
        """Give the last hidden state of each sequence in both directions."""
        size = self._recurrent.shape[1]
        inputs = self._inputs[np.arange(2)[:, None, None], codes.swapaxes(1, 2)]
        hidden = np.zeros((2, codes.shape[1], size), np.float32)
        cell = np.zeros_like(hidden)
        for place in range(codes.shape[2]):
            gates = hidden @ self._recurrent
            gates += inputs[:, place]
            # The order of the gates is input, forget, cell, output. A sigmoid is a scaled tanh;
            # the scale of one half is already in the weights.
            np.tanh(gates, out=gates)
            candidate = gates[..., 2 * size : 3 * size]
            cell *= gates[..., size : 2 * size] * 0.5 + 0.5
            cell += (gates[..., :size] * 0.5 + 0.5) * candidate
            hidden = (gates[..., 3 * size :] * 0.5 + 0.5) * np.tanh(cell)
        return hidden


def _shares(scores: Floats) -> list[float]:
    powers = np.exp(scores - scores.max())
    return [float(share) for share in powers / powers.sum()]

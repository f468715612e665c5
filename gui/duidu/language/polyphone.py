"""A model that reads polyphones in their sentence. numpy is imported here alone.

The weights are those of g2pM (Park and Lee, "g2pM: A Neural Grapheme-to-Phoneme Conversion
Package for Mandarin Chinese", 2020, https://arxiv.org/abs/2004.03136), trained on
encyclopedia sentences: an embedding of characters, one LSTM in each direction, two layers on top.
The arithmetic is written anew for many sentences at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from duidu.dictionary.pinyin import mark_tone

Floats = NDArray[np.float32]
_UNKNOWN, _BEGIN, _END = 1, 2, 3


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
        self._recurrent: Floats = weights["recurrent"]
        self._hidden = (weights["hidden_weight"], weights["hidden_bias"])
        self._output = (weights["output_weight"], weights["output_bias"])

    def knows(self, reading: str) -> bool:
        """Tell whether the model can answer with a reading (a syllable with its tone mark)."""
        return reading in self._classes

    def probabilities(
        self, sentences: Sequence[str], questions: Sequence[tuple[int, int, Sequence[str]]]
    ) -> list[list[float]]:
        """Answer questions about sentences.

        A question is the index of a sentence, the offset of a character in it, and the readings
        among which to choose; its answer has a probability for each of them, adding up to one.
        """
        states = self._states(sentences)
        places = np.array([(sentence, offset + 1) for sentence, offset, _ in questions])
        found = states[places[:, 0], places[:, 1]]
        hidden = np.maximum(found @ self._hidden[0] + self._hidden[1], 0)
        scores = hidden @ self._output[0] + self._output[1]
        return [
            _shares(row[[self._classes[reading] for reading in readings]])
            for row, (_, _, readings) in zip(scores, questions, strict=True)
        ]

    def _states(self, sentences: Sequence[str]) -> Floats:
        """Run both directions at once; the result is (sentence, place, 2 x hidden)."""
        lengths = [len(sentence) + 2 for sentence in sentences]
        longest = max(lengths)
        codes = np.zeros((2, len(sentences), longest), np.int32)
        for number, sentence in enumerate(sentences):
            row = [_BEGIN, *(self._codes.get(char, _UNKNOWN) for char in sentence), _END]
            codes[0, number, : len(row)] = row
            codes[1, number, : len(row)] = row[::-1]
        outputs = self._run(codes)
        states = np.zeros((len(sentences), longest, outputs.shape[-1] * 2), np.float32)
        half = outputs.shape[-1]
        states[:, :, :half] = outputs[0]
        for number, length in enumerate(lengths):
            states[number, :length, half:] = outputs[1, number, :length][::-1]
        return states

    def _run(self, codes: NDArray[np.int32]) -> Floats:
        _, count, longest = codes.shape
        size = self._recurrent.shape[1]
        hidden = np.zeros((2, count, size), np.float32)
        cell = np.zeros_like(hidden)
        outputs = np.empty((2, count, longest, size), np.float32)
        direction = np.arange(2)[:, None]
        for place in range(longest):
            gates = self._inputs[direction, codes[:, :, place]]
            gates += hidden @ self._recurrent
            # The order of the gates is input, forget, cell, output. A sigmoid is a scaled tanh;
            # the scale of one half is already in the weights.
            np.tanh(gates, out=gates)
            sigmoids = gates * 0.5 + 0.5
            cell = sigmoids[..., size : 2 * size] * cell
            cell += sigmoids[..., :size] * gates[..., 2 * size : 3 * size]
            hidden = sigmoids[..., 3 * size :] * np.tanh(cell)
            outputs[:, :, place] = hidden
        return outputs


def _shares(scores: Floats) -> list[float]:
    powers = np.exp(scores - scores.max())
    return [float(share) for share in powers / powers.sum()]

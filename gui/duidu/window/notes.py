"""What the glossary says of a word's guesses: what was chosen, why, and what else it could be."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.dictionary.store import Dictionary
from duidu.hanzi import fold_radicals
from duidu.language.model import Guess, Script, Word
from duidu.language.reasons import UNTOLD, Because, Reason, Reasons

_WHY = {
    Because.NAME: "it is a personal name",
    Because.PHRASE: "as in {}",
    Because.NEIGHBOUR: "because of {} beside it",
    Because.ENTRY: "as the dictionary writes the word",
    Because.MODEL: "the sentence decides, by a model of polyphones",
    Because.TAIWAN: "as in Taiwan",
    Because.USUAL: "that is meant most often",
}


def notes_on(
    word: Word, script: Script, dictionary: Dictionary, reasons: Reasons = UNTOLD
) -> tuple[str, ...]:
    """Say in plain sentences what was chosen among several answers, the doubtful ones first."""
    if word.corrected:
        return ("You chose this.",)
    return tuple(_notes(word, script, dictionary, reasons))


def _notes(word: Word, script: Script, dictionary: Dictionary, reasons: Reasons) -> Iterator[str]:
    if word.regional is not None:
        region = "Taiwan" if word.regional.script is Script.TRADITIONAL else "The Mainland"
        yield f"{region} calls it {word.regional.form} {' '.join(word.regional.reading)}."
    if Guess.READING in word.guessed or reasons.reading is not None:
        yield _on_reading(word, reasons)
    if Guess.CONVERSION in word.guessed or reasons.form is not None:
        yield _on_form(word, script, reasons)
    if Guess.SEGMENTATION in word.guessed:
        yield _on_cut(word, script, dictionary)


def _on_reading(word: Word, reasons: Reasons) -> str:
    own = " ".join(word.reading)
    if not reasons.other_readings:
        return "The reading is a guess: the dictionary does not settle it."
    others = " or ".join(" ".join(reading) for reading in reasons.other_readings)
    told = "Perhaps read" if Guess.READING in word.guessed else "Read"
    return f"{told} {own} and not {others}{_because(reasons.reading)}."


def _on_form(word: Word, script: Script, reasons: Reasons) -> str:
    own = word.written(script.other)
    told = "Perhaps" if Guess.CONVERSION in word.guessed else "Here"
    if not reasons.other_forms:
        return f"{told} {own} on the {script.other.value} side; other forms are possible."
    return f"{told} {own} and not {' or '.join(reasons.other_forms)}{_because(reasons.form)}."


def _because(reason: Reason | None) -> str:
    return f": {_WHY[reason.because].format(reason.detail)}" if reason else ""


def _on_cut(word: Word, script: Script, dictionary: Dictionary) -> str:
    """Name the words that a doubtful word could be cut into, as far as the dictionary has them."""
    simplified, shown = fold_radicals(word.simplified), word.written(script)
    places = range(1, len(simplified)) if len(shown) == len(simplified) else ()
    pairs = [
        f"{shown[:at]} | {shown[at:]}"
        for at in places
        if dictionary.entries(simplified[:at]) and dictionary.entries(simplified[at:])
    ]
    if not pairs:
        return "The text here can also be cut into other words."
    return f"Chosen as one word, the more common cut; it can also be {' or '.join(pairs)}."

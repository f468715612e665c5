"""What the glossary says of a word's guesses: what was chosen, why, and what else it could be."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.dictionary.store import Dictionary
from duidu.hanzi import fold_radicals
from duidu.language.model import Guess, Script, Word
from duidu.language.reasons import UNTOLD, Because, Reason, Reasons
from duidu.page.tongue import tr

_WHY = {
    Because.NAME: "it is a personal name",
    Because.PHRASE: "as in {words}",
    Because.NEIGHBOUR: "because of {words} beside it",
    Because.ENTRY: "as the dictionary writes the word",
    Because.MODEL: "the sentence decides, by a model of polyphones",
    Because.TAIWAN: "as in Taiwan",
    Because.USUAL: "that is meant most often",
}
_CALLED = {
    Script.TRADITIONAL: "Taiwan calls it {form} {reading}.",
    Script.SIMPLIFIED: "The Mainland calls it {form} {reading}.",
}
_PERHAPS = {
    Script.TRADITIONAL: "Perhaps {own} on the traditional side; other forms are possible.",
    Script.SIMPLIFIED: "Perhaps {own} on the simplified side; other forms are possible.",
}
_HERE = {
    Script.TRADITIONAL: "Here {own} on the traditional side; other forms are possible.",
    Script.SIMPLIFIED: "Here {own} on the simplified side; other forms are possible.",
}
_ONE_WORD = "Chosen as one word, the more common cut; it can also be {pairs}."


def notes_on(
    word: Word, script: Script, dictionary: Dictionary, reasons: Reasons = UNTOLD
) -> tuple[str, ...]:
    """Say in plain sentences what was chosen among several answers, the doubtful ones first."""
    if word.corrected:
        return (tr("You chose this."),)
    return tuple(_notes(word, script, dictionary, reasons))


def _notes(word: Word, script: Script, dictionary: Dictionary, reasons: Reasons) -> Iterator[str]:
    if word.regional is not None:
        called = _CALLED[word.regional.script]
        reading = " ".join(word.regional.reading)
        yield tr(called, form=word.regional.form, reading=reading)
    if Guess.READING in word.guessed or reasons.reading is not None:
        yield _on_reading(word, reasons)
    if Guess.CONVERSION in word.guessed or reasons.form is not None:
        yield _on_form(word, script, reasons)
    if Guess.SEGMENTATION in word.guessed:
        yield _on_cut(word, script, dictionary)


def _on_reading(word: Word, reasons: Reasons) -> str:
    own = " ".join(word.reading)
    if not reasons.other_readings:
        return tr("The reading is a guess: the dictionary does not settle it.")
    others = tr(" or ").join(" ".join(reading) for reading in reasons.other_readings)
    guessed, sure = "Perhaps read {own} and not {others}", "Read {own} and not {others}"
    told = tr(guessed if Guess.READING in word.guessed else sure, own=own, others=others)
    return _because(told, reasons.reading)


def _on_form(word: Word, script: Script, reasons: Reasons) -> str:
    own = word.written(script.other)
    guessed = Guess.CONVERSION in word.guessed
    if not reasons.other_forms:
        return tr(_PERHAPS[script.other] if guessed else _HERE[script.other], own=own)
    others = tr(" or ").join(reasons.other_forms)
    both = "Perhaps {own} and not {others}" if guessed else "Here {own} and not {others}"
    return _because(tr(both, own=own, others=others), reasons.form)


def _because(told: str, reason: Reason | None) -> str:
    """End a sentence, with its reason where there is one."""
    if reason is None:
        return tr("{told}.", told=told)
    why = tr(_WHY[reason.because], words=reason.detail)
    return tr("{told}: {why}.", told=told, why=why)


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
        return tr("The text here can also be cut into other words.")
    return tr(_ONE_WORD, pairs=tr(" or ").join(pairs))

"""Measure the guesses against the project's own sentences: python -m tests.accuracy [--errors].

`sentences` grew with the rules; `held_out` was written after them. `forms`, `everyday` and
`encyclopedia` were written without a look at the rules, to hold many hard cases; some rules were
mended after looking at them since, so that only their first figures are those of unseen text.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Callable

import jieba
import opencc
import pypinyin

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.hanzi import is_hanzi
from duidu.language.annotate import Annotator, Language
from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.language.script import characters, to_simplified
from tests.accuracy.gold import Sentence, sentences

FILES = [f"{name}.txt" for name in ("sentences", "held_out", "forms", "everyday", "encyclopedia")]
# Pairs that differ by taste and not by meaning.
TASTE = str.maketrans("週佈佔註誌唸嚐慾鍊臺裏啟羣為", "周布占注志念嘗欲煉台裡啓群爲")
Answer = Callable[[str, int], object]


class Score:
    """Right answers and all answers of one task, and the wrong ones to look at."""

    def __init__(self, name: str) -> None:
        self.name, self.right, self.all, self.errors = name, 0, 0, list[str]()

    def add(self, right: bool, error: str) -> None:
        self.all += 1
        self.right += right
        if not right:
            self.errors.append(error)

    def tell(self, errors: bool) -> None:
        print(
            f"{self.name:<44} {self.right:>5} / {self.all:<5} {self.right / max(1, self.all):.3f}"
        )
        if errors:
            print("".join(f"    {error}\n" for error in self.errors), end="")


def ours(annotator: Annotator, text: str) -> AnnotatedParagraph:
    return annotator.annotate(Paragraph(text))


def forms(name: str, gold: list[Sentence], convert: Callable[[str], str]) -> Score:
    """Score the one-to-many characters of simplified text turned into traditional."""
    score = Score(name)
    for one in gold:
        derived = convert(one.simplified)
        for offset, (char, simple) in enumerate(zip(one.traditional, one.simplified, strict=True)):
            if len(characters().get(simple, ())) > 1:
                right = derived[offset].translate(TASTE) == char.translate(TASTE)
                score.add(right, f"{one.traditional}: {char} became {derived[offset]}")
    return score


def simplified(name: str, gold: list[Sentence], convert: Callable[[str], str]) -> Score:
    score = Score(name)
    for one in gold:
        derived = convert(one.traditional)
        score.add(derived == one.simplified, f"{derived} for {one.simplified}")
    return score


def readings(name: str, gold: list[Sentence], read: Callable[[Sentence], list[str]]) -> Score:
    """Score the marked polyphones."""
    score = Score(name)
    for one in gold:
        spoken = read(one)
        for offset, expected in one.readings.items():
            right = spoken[offset].lower() == expected
            score.add(
                right,
                f"{' '.join(one.words)}: {one.traditional[offset]} {spoken[offset]} for {expected}",
            )
    return score


def borders(
    name: str, gold: list[Sentence], cut: Callable[[Sentence], list[str]], errors: bool
) -> None:
    """Print the word F1."""
    right = found = true = crossing = 0
    for one in gold:
        words = cut(one)
        mine = Sentence(tuple(words), {}).borders()
        theirs = one.borders()
        right, found, true = right + len(mine & theirs), found + len(mine), true + len(theirs)
        for start, end in mine:
            crossing += any(a < start < b < end or start < a < end < b for a, b in theirs)
        if errors and mine != theirs:
            print("   ", " ".join(words), " for ", " ".join(one.words))
    f1 = 2 * right / (found + true)
    parts = f"precision {right / found:.3f}  recall {right / true:.3f}"
    print(f"{name:<44} F1 {f1:.3f}  {parts}  across {crossing / found:.4f}")


def syllables(paragraph: AnnotatedParagraph) -> list[str]:
    """Give one syllable a character, empty for what is no hanzi."""
    spoken: list[str] = []
    for word in paragraph.words:
        rest = iter(word.reading)
        spoken += [next(rest) if is_hanzi(char) else "" for char in word.simplified]
    return spoken


def main() -> None:
    """Print every task, the libraries as they come beside ours."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="show what is wrong")
    parser.add_argument("files", nargs="*", default=FILES, help=f"default: {' '.join(FILES)}")
    options = parser.parse_args()
    jieba.setLogLevel(logging.ERROR)
    language = Language(Dictionary())
    for name in options.files:
        print(f"\n{name}")
        measure(sentences(name), language, options.errors)


def measure(gold: list[Sentence], language: Language, errors: bool) -> None:
    """Print every task for the sentences of one file."""
    empty = Article("", ())
    from_traditional = language.annotator(empty, Script.TRADITIONAL, Variety.TAIWAN)
    from_simplified = language.annotator(empty, Script.SIMPLIFIED, Variety.TAIWAN)
    plain = opencc.OpenCC("s2tw")
    forms("one-to-many, OpenCC", gold, plain.convert).tell(False)
    forms("one-to-many, ours", gold, lambda t: ours(from_simplified, t).traditional).tell(errors)
    simplified("to simplified, OpenCC tw2s", gold, lambda t: to_simplified(t, Variety.TAIWAN)).tell(
        False
    )
    simplified("to simplified, ours", gold, lambda t: ours(from_traditional, t).simplified).tell(
        errors
    )

    def library(one: Sentence) -> list[str]:
        rows = pypinyin.pinyin(jieba.lcut(one.simplified), errors=lambda run: ["" for _ in run])
        return [row[0] for row in rows]

    readings("polyphones, jieba and pypinyin", gold, library).tell(False)
    for name, annotator, side in (
        ("traditional", from_traditional, "traditional"),
        ("simplified", from_simplified, "simplified"),
    ):
        score = readings(
            f"polyphones, ours, {name} source",
            gold,
            lambda one, a=annotator, s=side: syllables(ours(a, getattr(one, s))),
        )
        score.tell(errors and name == "simplified")
    borders("words, jieba straight", gold, lambda one: jieba.lcut(one.traditional), False)
    borders("words, jieba on simplified", gold, lambda one: jieba.lcut(one.simplified), False)
    borders(
        "words, ours",
        gold,
        lambda one: [w.simplified for w in ours(from_traditional, one.traditional).words],
        errors,
    )
    words = [w for one in gold for w in ours(from_traditional, one.traditional).words if w.reading]
    share = sum(word.entries > 0 for word in words) / len(words)
    doubts = {
        g: sum(g in w.guessed for w in words) / len(words)
        for g in ("segmentation", "reading", "conversion")
    }
    print(
        f"words with an entry {share:.3f}; guessed "
        + ", ".join(f"{g} {n:.3f}" for g, n in doubts.items())
    )


if __name__ == "__main__":
    main()

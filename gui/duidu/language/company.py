"""The company that a word keeps, and rules that decide by it.

A rule looks at the word before and the word after, both simplified; of the rules for a character
the first that fits decides. `forms_in_context` has those for
traditional forms, `readings_in_context` those for readings.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Company:
    """The simplified words around a character; an empty string stands for none or punctuation.

    `sign` is the punctuation mark that follows the character, if one does; `then` is the word
    behind the word after.
    """

    before: str
    after: str
    is_verb: Callable[[str], bool]
    sign: str = ""
    then: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """In which company a character is read or written so.

    All that is given must hold: the word before is one of `before`, its last character one of
    `ending`, the word after begins with one of `after`, and `holds` is true.
    """

    answer: str
    before: frozenset[str] = frozenset()
    ending: frozenset[str] = frozenset()
    after: tuple[str, ...] = ()
    holds: Callable[[Company], bool] | None = None

    @property
    def is_conditional(self) -> bool:
        """Whether it asks anything of the company."""
        return self != Rule(self.answer)

    def fits(self, company: Company) -> bool:
        """Tell whether the rule decides here."""
        if self.before and company.before not in self.before:
            return False
        if self.ending and company.before[-1:] not in self.ending:
            return False
        if self.after and not company.after.startswith(self.after):
            return False
        return self.holds is None or self.holds(company)


def company_of(words: Sequence[str], index: int, is_verb: Callable[[str], bool]) -> Company:
    """Give the company of a word among the simplified words of its paragraph."""
    before = words[index - 1] if index > 0 else ""
    after = words[index + 1] if index + 1 < len(words) else ""
    then = words[index + 2] if index + 2 < len(words) else ""
    spoken = after[:1].isalnum()
    return Company(
        before if before[:1].isalnum() else "",
        after if spoken else "",
        is_verb,
        "" if spoken else after.strip()[:1],
        then if spoken and then[:1].isalnum() else "",
    )


def first_rule(rules: Mapping[str, tuple[Rule, ...]], char: str, company: Company) -> Rule | None:
    """Give the first rule for a character that fits, or None."""
    return next((rule for rule in rules.get(char, ()) if rule.fits(company)), None)


def words(text: str) -> frozenset[str]:
    """Give the words of a list with spaces between them."""
    return frozenset(text.split())


def starts(text: str) -> tuple[str, ...]:
    """Give the beginnings of a list with spaces between them."""
    return tuple(text.split())


NUMERALS = frozenset("一二两三四五六七八九十百千万几半每这那哪多数各某第")
PRONOUNS = frozenset("我你您他她它们谁咱")
DEGREES = words(
    "很 太 真 最 更 不 没 好 挺 极 越 多 够 这么 那么 多么 非常 特别 十分 比较 越来越"
    " 有点 有点儿 有些 相当"
)


def verb_before(company: Company) -> bool:
    """Tell whether the word before is a verb."""
    return bool(company.before) and company.is_verb(company.before)


def verb_after(company: Company) -> bool:
    """Tell whether the word after is a verb."""
    return bool(company.after) and company.is_verb(company.after)

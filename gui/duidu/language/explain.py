"""Finding out why a word is written and read as it is, when the reader asks about one word.

Nothing of this is kept while a text is annotated. The deciders are asked again about the one word,
in the order in which they decide.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from duidu.language.company import Company, Rule, company_of
from duidu.language.conversion import phrase_around
from duidu.language.forms_in_context import rule_for_form
from duidu.language.readings_in_context import rule_for_reading
from duidu.language.reasons import Because, Reason
from duidu.language.script import phrases


def form_reason(
    words: Sequence[str], index: int, has_entry: bool, is_verb: Callable[[str], bool]
) -> Reason:
    """Tell why a simplified word has its traditional form, as far as it is no name."""
    word = words[index]
    company = company_of(words, index, is_verb)
    rule = rule_for_form(word, company)
    phrase = phrase_around(words, index)
    if rule is not None and (rule.is_conditional or not phrase):
        return _by_rule(rule, company)
    if phrase:
        return Reason(Because.PHRASE, phrase)
    if word in phrases():
        return Reason(Because.PHRASE, word)
    return Reason(Because.ENTRY if has_entry else Because.USUAL)


def rule_reason(words: Sequence[str], index: int, is_verb: Callable[[str], bool]) -> Reason | None:
    """Tell by which neighbours a character alone has its reading, if a rule knows."""
    company = company_of(words, index, is_verb)
    rule = rule_for_reading(words[index], company)
    return None if rule is None else _by_rule(rule, company)


def _by_rule(rule: Rule, company: Company) -> Reason:
    if not rule.is_conditional:
        return Reason(Because.USUAL)
    seen = company.before if rule.before or rule.ending else ""
    if rule.after or not seen:
        seen = f"{seen} … {company.after}" if seen and company.after else seen or company.after
    return Reason(Because.NEIGHBOUR, seen or company.before)

"""Two columns one above the other: each paragraph stands over its counterpart.

Both panes lie over each other in one place, and each leaves room between its paragraphs for those
of the other one. Worked example with two paragraphs of two and one lines::

    first   | A A | (room for a) | B | (room for b)
    second  (room for A) | a a | (room for B) | b |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from duidu.page.measures import BETWEEN
from duidu.page.pane import Pane


def stack(
    first: Pane, second: Pane, shown: Sequence[int], changed: Iterable[int], pixels: float
) -> None:
    """Make room around the paragraphs that have changed, and around their neighbours.

    `shown` are all paragraphs that are not folded away, in order; `pixels` is the size of a body
    hanzi. The places of all paragraphs must be up to date afterwards, since each depends on those
    before it.
    """
    if not shown:
        return
    between = round(BETWEEN * pixels)
    following = dict(pairwise(shown))
    preceding = {after: before for before, after in following.items()}
    touched = {n for n in changed if n in following or n == shown[-1]}
    touched |= {preceding[number] for number in touched if number in preceding}
    for number in touched:
        own = first.look(number)
        after = following.get(number)
        space = round(own.below * pixels)
        if after is not None:
            space = max(space, round(first.look(after).above * pixels))
        usual = round(own.below * pixels)
        first.pad(number, between + second.text_height(number) + space - usual)
        room = between + first.text_height(after) + space - usual if after is not None else 0
        second.pad(number, room)
    second.begin_at(first.text_height(shown[0]) + between)
    first.begin_at(0)

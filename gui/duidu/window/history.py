"""The way back and forward among places, as in a browser."""

from __future__ import annotations

from collections import deque
from typing import Generic, TypeVar

# So many places are remembered; the oldest go first.
LONGEST = 100

_Place = TypeVar("_Place")


class History(Generic[_Place]):
    """The places that were left by a jump, and those that were left by going back."""

    def __init__(self) -> None:
        self._before: deque[_Place] = deque(maxlen=LONGEST)
        self._after: list[_Place] = []

    @property
    def can_go_back(self) -> bool:
        """Whether a place was left by a jump."""
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        """Whether the reader went back and did not jump since."""
        return bool(self._after)

    def clear(self) -> None:
        """Forget every place."""
        self._before.clear()
        self._after.clear()

    def leave(self, here: _Place) -> None:
        """Remember the place from which the reader jumps; what is ahead is forgotten."""
        self._after.clear()
        if not self._before or self._before[-1] != here:
            self._before.append(here)

    def back(self, here: _Place) -> _Place | None:
        """Give the place before this one, or None; from there, `here` is ahead."""
        while self._before:
            place = self._before.pop()
            if place != here:
                self._after.append(here)
                return place
        return None

    def forward(self, here: _Place) -> _Place | None:
        """Give the place from which the reader went back, or None."""
        while self._after:
            place = self._after.pop()
            if place != here:
                self._before.append(here)
                return place
        return None

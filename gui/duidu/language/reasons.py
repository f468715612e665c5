"""Why a word is written and read as it is: what the glossary is told about one word."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Because(StrEnum):
    """What decided."""

    NAME = "name"  # it is a personal name
    PHRASE = "phrase"  # OpenCC has a phrase of these words
    NEIGHBOUR = "neighbour"  # a rule about the words beside it
    ENTRY = "entry"  # the dictionary's entry of the word
    MODEL = "model"  # the model of polyphones, from the sentence
    TAIWAN = "taiwan"  # the reader wants the readings of Taiwan
    USUAL = "usual"  # what is meant most often


class Reason(NamedTuple):
    """What decided, and the words that it went by."""

    because: Because
    detail: str = ""


class Reasons(NamedTuple):
    """Why a word has its form on the other side and its reading, and what else each could be.

    A reason is None where there was nothing to choose.
    """

    form: Reason | None = None
    reading: Reason | None = None
    other_forms: tuple[str, ...] = ()
    other_readings: tuple[tuple[str, ...], ...] = ()


UNTOLD = Reasons()

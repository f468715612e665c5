"""The language of the window: what stands in the code is English, and is translated when shown."""

from __future__ import annotations

import re
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

# Under this name the catalogues answer; what Qt says itself has other names.
CONTEXT = "duidu"
# The letter by which an entry of a menu is reached, as it is written in Chinese and in English.
_KEY = re.compile(r"\(&\w\)|&(?=\S)")


class Tongue(StrEnum):
    """The languages that the window speaks."""

    ENGLISH = "en"
    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"


def tr(text: str, /, **values: object) -> str:
    """Say an English text in the language of the window, its placeholders filled with values."""
    told = QCoreApplication.translate(CONTEXT, text)
    return told.format(**values) if values else told


def without_key(text: str) -> str:
    """Give the name of an action without the letter that reaches it in a menu.

    Worked example: "&Open…" gives "Open…", and "打开(&O)…" gives "打开…".
    """
    return _KEY.sub("", text)

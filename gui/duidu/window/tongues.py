"""The catalogues of translations, and letting the program speak one of them."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from duidu.page.tongue import CONTEXT, Tongue

_log = logging.getLogger(__name__)
# What Qt calls its own translations.
_QT = {Tongue.SIMPLIFIED: "qtbase_zh_CN", Tongue.TRADITIONAL: "qtbase_zh_TW"}
# Qt's words for the arrow keys read like those for the buttons of the mouse.
_KEYS = {
    **{"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"},
    **{"Return": "Enter", "Space": "Space", "Home": "Home", "End": "End"},
}


def translations_folder() -> Path:
    """Give the folder of the catalogues, one file a language."""
    return Path(str(files("duidu.resources").joinpath("translations")))


def read_catalogue(tongue: Tongue, folder: Path) -> dict[str, str]:
    """Read the translations by their English texts; none where the file is missing or broken."""
    if tongue is Tongue.ENGLISH:
        return {}
    try:
        found = json.loads((folder / f"{tongue.value}.json").read_text("utf-8"))
        return {str(english): str(told) for english, told in found.items()}
    except (OSError, ValueError, AttributeError) as error:
        _log.warning("no translations: %s", error)
        return {}


class Catalogue(QTranslator):
    """Answers with a translation of the program's own texts, and of the names of a few keys."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        super().__init__()
        self._texts = {CONTEXT: texts, "QShortcut": _KEYS}

    # Qt's overrides.

    def isEmpty(self) -> bool:  # noqa: N802
        """Say that there is something in it."""
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Give a translation, or None, upon which Qt asks the next one."""
        return self._texts.get(context, {}).get(text)


class Interpreter:
    """Lets the application speak one language at a time; what is shown already stays as it is."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []
        self.tongue = Tongue.ENGLISH

    def speak(self, tongue: Tongue) -> None:
        """Let everything that is made from now on speak a language."""
        for one in self._installed:
            QCoreApplication.removeTranslator(one)
        self._installed, self.tongue = [], tongue
        if tongue is Tongue.ENGLISH:
            return
        own, theirs = Catalogue(read_catalogue(tongue, translations_folder())), QTranslator()
        theirs.load(_QT[tongue], QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # The last one is asked first.
        for one in (theirs, own):
            QCoreApplication.installTranslator(one)
            self._installed.append(one)

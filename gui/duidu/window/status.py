"""The line at the foot: counts of the section, and what the program takes the text for."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from duidu.language.model import AnnotatedParagraph, Script, Variety
from duidu.page.tongue import tr
from duidu.window.loading import OpenArticle

VARIETY_NAMES = {
    Variety.TAIWAN: "Taiwan",
    Variety.HONGKONG: "Hong Kong",
    Variety.MAINLAND: "Mainland",
    Variety.OPENCC: "OpenCC",
}


def counts(section: Iterable[AnnotatedParagraph | None]) -> tuple[int, int]:
    """Count the words with hanzi in a section, and how many different ones there are."""
    words = [
        (word.traditional, word.simplified)
        for annotated in section
        if annotated is not None
        for word in annotated.words
        if word.reading
    ]
    return len(words), len(set(words))


class StatusLine(QStatusBar):
    """Shows quiet facts about what is open; tips of actions come and go in front of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._words = self._label(tr("Words of this section"))
        self._section = self._label(tr("Section"))
        self._read = self._label(tr("How much of the article is read"))
        self._origin = self._label(tr("What the text was loaded as"))
        self.addWidget(self._words)
        self.addWidget(self._section)
        # Passing messages take the room of the others; this is to be seen always.
        self.addPermanentWidget(self._read)
        self.addPermanentWidget(self._origin)
        self.clear()

    @property
    def text(self) -> str:
        """Everything that is told, for tests and for speaking."""
        labels = (self._words, self._section, self._read, self._origin)
        return "   ".join(label.text() for label in labels if label.text())

    def clear(self) -> None:
        """Tell nothing."""
        for label in (self._words, self._section, self._read, self._origin):
            label.clear()

    def show_article(self, opened: OpenArticle, section: int) -> None:
        """Tell what is open; the counts follow when the section is annotated."""
        total = len(opened.article.sections)
        self._words.clear()
        told = tr("Section {number} of {total}", number=section + 1, total=total)
        self._section.setText(told if total > 1 else "")
        self._origin.setText("  ·  ".join(_origin(opened)))

    def show_counts(self, section: Iterable[AnnotatedParagraph | None]) -> None:
        """Tell how many words the section has."""
        total, different = counts(section)
        told = tr("{total:,} words  ·  {different:,} different", total=total, different=different)
        self._words.setText(told)

    def show_progress(self, share: float) -> None:
        """Tell how much of the article is read, from 0 to 1; all is all and not nearly all."""
        self._read.setText(f"{math.floor(share * 100 + 1e-9)} %")

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setAccessibleDescription(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label


def _origin(opened: OpenArticle) -> Iterable[str]:
    annotator, source = opened.annotator, opened.source
    script = tr("Simplified")
    if annotator.script is Script.TRADITIONAL:
        script = tr("Traditional, {variety}", variety=tr(VARIETY_NAMES[annotator.variety]))
    chosen = source.script is not None or source.variety is not None
    yield tr("{what} (chosen)", what=script) if chosen else script
    if opened.article.encoding:
        name = opened.article.encoding.upper()
        yield tr("{what} (chosen)", what=name) if source.encoding else name

"""The glossary at the side: the pinned word and everything that the dictionary has of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QTextBrowser, QToolButton

from duidu.dictionary.store import Dictionary
from duidu.language.model import Variety
from duidu.language.reasons import UNTOLD, Reasons
from duidu.page.fonts import HanziFonts
from duidu.page.place import WordPlace
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.announce import announce
from duidu.window.glossary_text import BACK, PLACE, WORD, GlossaryText
from duidu.window.headword import Headword, Section, headword_named, headword_of
from duidu.window.icons import themed_icon

HINT = "Click a word, or press Enter on it, and what it means is told here."
# Pixels, until the reader makes it wider or narrower.
GLOSSARY_WIDTH = 330


@dataclass(frozen=True)
class _Shown:
    """A word on the trail, and how far the reader had scrolled in it."""

    word: Headword
    scrolled: int = 0


class GlossaryDock(QDockWidget):
    """Shows one word at a time, and remembers the way back to the ones before."""

    place_wanted = Signal(int, int)  # paragraph and word of the section
    hide_wanted = Signal()

    def __init__(
        self,
        dictionary: Dictionary,
        fonts: HanziFonts,
        theme: Theme,
        section: Callable[[], Section],
    ) -> None:
        super().__init__(tr("Glossary"))
        self.setObjectName("glossary_dock")
        self._dictionary = dictionary
        self._fonts = fonts
        self._section = section
        self._writer = GlossaryText(theme, fonts)
        self._trail: list[_Shown] = []
        self._close = QToolButton()
        self.browser = QTextBrowser()
        self._lay_out()
        self._render()

    @property
    def word(self) -> Headword | None:
        """The word that is shown, or None."""
        return self._trail[-1].word if self._trail else None

    def show_place(self, place: WordPlace, variety: Variety, reasons: Reasons = UNTOLD) -> None:
        """Show a word of the page, and why it is as it is."""
        self._writer = GlossaryText(self._writer.theme, self._fonts, variety)
        word = headword_of(place, self._dictionary, self._section(), reasons)
        self._trail = [_Shown(word)]
        self._render()
        announce(self.browser, f"{word.reading}: {place.word.gloss}")

    def show_named(self, traditional: str, simplified: str) -> None:
        """Show a word of the dictionary, with a way back to the one before."""
        word = headword_named(traditional, simplified, self._dictionary, self._section())
        if self._trail:
            scrolled = self.browser.verticalScrollBar().value()
            self._trail[-1] = _Shown(self._trail[-1].word, scrolled)
        self._trail.append(_Shown(word))
        self._render()

    def back(self) -> None:
        """Show the word before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._render()
            self.browser.verticalScrollBar().setValue(self._trail[-1].scrolled)

    def clear(self) -> None:
        """Forget the word and its trail."""
        self._trail = []
        self._render()

    def recolour(self, theme: Theme) -> None:
        """Show the same in other colours."""
        self._writer = GlossaryText(theme, self._fonts, self._writer.variety)
        self._close.setIcon(themed_icon("close", theme))
        self._render()

    def _lay_out(self) -> None:
        self.browser.setObjectName("glossary")
        self.browser.setAccessibleName(tr("Glossary"))
        self.browser.setOpenLinks(False)
        self.browser.setMinimumWidth(GLOSSARY_WIDTH // 2)
        self.browser.setFont(self._fonts.interface_font(self._writer.point_size))
        self.browser.anchorClicked.connect(self._on_anchor_clicked)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        self.setWidget(self.browser)
        self.setFocusProxy(self.browser)
        self.setTitleBarWidget(self._title_bar())

    def _title_bar(self) -> QFrame:
        bar = QFrame()
        bar.setObjectName("glossary_title")
        label = QLabel(tr("Glossary"))
        label.setObjectName("glossary_label")
        self._close.setToolTip(tr("Hide the glossary (F9)"))
        self._close.setAccessibleName(tr("Hide the glossary"))
        self._close.clicked.connect(self.hide_wanted)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(18, 4, 6, 0)
        layout.addWidget(label, 1)
        layout.addWidget(self._close)
        return bar

    def _render(self) -> None:
        if self.word is None:
            self.browser.setHtml(self._writer.hint(tr(HINT)))
            return
        before = self._trail[-2].word.traditional if len(self._trail) > 1 else ""
        self.browser.setHtml(self._writer.page(self.word, before))

    def _on_anchor_clicked(self, url: QUrl) -> None:
        kind, target = url.scheme(), url.path(QUrl.ComponentFormattingOption.FullyDecoded)
        if kind == WORD:
            self.show_named(*target.split("|"))
        elif kind == PLACE:
            paragraph, index = target.split(",")
            self.place_wanted.emit(int(paragraph), int(index))
        elif kind == BACK:
            self.back()

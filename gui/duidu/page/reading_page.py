"""The page: one section in two linked columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from duidu.article.model import Field, Paragraph
from duidu.language.model import AnnotatedParagraph, Script, Variety, Word
from duidu.page.fonts import HanziFonts
from duidu.page.place import WordPlace
from duidu.page.settings import PageSettings


class ReadingPage(QWidget):
    """Show a section in both scripts, paragraph beside paragraph, and tell which word is meant."""

    word_hovered = Signal(object)  # WordPlace, or None when the pointer leaves
    word_pinned = Signal(object)  # WordPlace, by click or Enter
    first_page_ready = Signal()  # what is on the screen is annotated and painted
    annotated = Signal()  # the whole section is annotated
    failed = Signal(object)  # an exception of the annotation; the page shows that text plain
    furniture_toggled = Signal(bool)  # the reader folded or unfolded the furniture on the page

    def __init__(
        self,
        fonts: HanziFonts,
        settings: PageSettings,
        gloss: Callable[[Word], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fonts = fonts
        self._settings = settings
        self._gloss = gloss

    @property
    def settings(self) -> PageSettings:
        """How the page looks now."""
        return self._settings

    @property
    def current_place(self) -> WordPlace | None:
        """The marked word, or None."""
        raise NotImplementedError

    def show_section(
        self,
        paragraphs: Sequence[Paragraph],
        annotate: Callable[[Paragraph], AnnotatedParagraph],
        source: Script,
        variety: Variety,
        fields: Sequence[Field] = (),
    ) -> None:
        """Show a section at once and annotate what is on the screen; the rest follows when idle.

        `Field.paragraph` counts within the section. An exception of `annotate` is told by `failed`.
        """
        raise NotImplementedError

    def apply(self, settings: PageSettings) -> None:
        """Change the look and keep the place."""
        raise NotImplementedError

    def clear(self) -> None:
        """Show nothing."""
        raise NotImplementedError

    def annotated_paragraphs(self) -> list[AnnotatedParagraph | None]:
        """Give the section's paragraphs as far as they are annotated, None for the others."""
        raise NotImplementedError

    def select_place(self, paragraph: int, index: int) -> None:
        """Mark a word and bring it into view; raises IndexError where there is none."""
        raise NotImplementedError

    def next_word(self) -> None:
        """Mark the next word that has hanzi, over the borders of paragraphs."""
        raise NotImplementedError

    def previous_word(self) -> None:
        """Mark the word with hanzi before this one, over the borders of paragraphs."""
        raise NotImplementedError

    def pin_current(self) -> None:
        """Pin the marked word, as a click on it would."""
        raise NotImplementedError

    def find(self, text: str, backward: bool = False) -> bool:
        """Mark and select the next place of a text in either script; say whether there is one."""
        raise NotImplementedError

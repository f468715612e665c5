"""The two words that are marked in both columns: the current one and the hovered one."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.annotation import SectionAnnotation
from duidu.page.announce import announce
from duidu.page.column_view import Mark
from duidu.page.linked_panes import LinkedPanes
from duidu.page.lookup import LookUp
from duidu.page.place import WordPlace


class Marks(QObject):
    """Keeps the marks, shows them in the columns, and tells screen readers of the current word."""

    hovered = Signal(object)  # WordPlace, or None

    def __init__(
        self,
        columns: LinkedPanes,
        section: SectionAnnotation,
        look_up: LookUp,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns, self._section, self._look_up = columns, section, look_up
        self._hovered: Mark | None = None
        self.current: Mark | None = None

    def place(self, mark: Mark | None) -> WordPlace | None:
        """Give the word at a mark, or None where its paragraph has no words yet."""
        annotated = self.annotated(mark[0]) if mark else None
        return WordPlace(mark[0], mark[1], annotated) if mark and annotated else None

    def annotated(self, paragraph: int) -> AnnotatedParagraph | None:
        """Give a paragraph with its words, or None where it has none yet."""
        return self._section.done[paragraph]

    def clear(self) -> None:
        """Mark nothing."""
        self.current = None
        self.leave()
        self._columns.mark(None, None)

    def select(self, mark: Mark, source: Script) -> None:
        """Make a word the current one, bring it into view, and announce it as it was loaded."""
        self.current = mark
        self._columns.mark(mark, self._hovered)
        self._columns.shown()[0].reveal(mark)
        place = self.place(mark)
        if place is not None:
            announce(
                self._columns, f"{place.word.form(source)} {self._look_up.of_place(place).aloud}"
            )

    def put(self, mark: Mark | None) -> None:
        """Make a word the current one, or none, and leave the page where it is."""
        self.current = mark
        self._columns.mark(mark, self._hovered)

    def hover(self, mark: Mark) -> bool:
        """Make a word the hovered one; say whether it was not before."""
        if mark == self._hovered:
            return False
        self._hovered = mark
        self._columns.mark(self.current, mark)
        self.hovered.emit(self.place(mark))
        return True

    def leave(self) -> None:
        """Hover no word any more."""
        if self._hovered is not None:
            self._hovered = None
            self._columns.mark(self.current, None)
            self.hovered.emit(None)

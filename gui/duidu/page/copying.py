"""Copying out of the page: the selection of a column, or the sentence of the current word."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from duidu.language.model import AnnotatedParagraph
from duidu.language.sentences import sentence_of
from duidu.page.annotation import SectionAnnotation
from duidu.page.excerpt import CopyAs, Stretch, excerpt
from duidu.page.linked_panes import LinkedPanes
from duidu.page.marks import Marks
from duidu.page.pane import Pane


class SentencePlace(NamedTuple):
    """A sentence of the section: its paragraph, its words from `start` to `end`, the marked one."""

    paragraph: int
    annotated: AnnotatedParagraph
    start: int
    end: int
    current: int


class Copying:
    """Finds what is meant and puts it on the clipboard."""

    def __init__(self, columns: LinkedPanes, section: SectionAnnotation, marks: Marks) -> None:
        self._columns, self._section, self._marks = columns, section, marks

    def copy(self, kind: CopyAs) -> None:
        """Copy the selection, that of the focused column where both have one, or the sentence."""
        panes = sorted(self._columns.shown(), key=lambda pane: not pane.hasFocus())
        chosen = next((pane for pane in panes if pane.textCursor().hasSelection()), None)
        pane = chosen or panes[0]
        stretches = self._selected(pane) if chosen else self._sentence_in(pane)
        if stretches:
            QGuiApplication.clipboard().setText(excerpt(stretches, pane.script, kind))

    def sentence(self) -> SentencePlace | None:
        """Give the sentence of the current word, or None."""
        place = self._marks.place(self._marks.current)
        if place is None:
            return None
        span = sentence_of(place.annotated.words, place.index)
        return SentencePlace(place.paragraph, place.annotated, *span, place.index)

    def _selected(self, pane: Pane) -> list[Stretch]:
        spans = pane.selected()
        self._section.need(number for number, _, _ in spans)
        done = self._section.done
        return [Stretch(one, s, e) for n, s, e in spans if (one := done[n]) is not None]

    def _sentence_in(self, pane: Pane) -> list[Stretch]:
        found = self.sentence()
        if found is None:
            return []
        start = found.annotated.span(pane.script, found.start)[0]
        end = found.annotated.span(pane.script, found.end - 1)[1]
        return [Stretch(found.annotated, start, end)]

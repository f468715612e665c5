"""Bookmarks, highlights and notes of the open article: setting, showing and removing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QMessageBox, QWidget

from duidu.errors import DuiduError
from duidu.page.place import WordPlace
from duidu.page.reading_page import ReadingPage
from duidu.page.spans import Highlight, SourcePoint
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.study.marks import Colour, Kind, Mark, Marks, PlacedMark, PlacedMarks, union
from duidu.study.marks_markdown import Excerpt, as_markdown, write_markdown
from duidu.window.actions import Actions
from duidu.window.choices import Choice, Option
from duidu.window.correcting import Correcting
from duidu.window.icons import swatch
from duidu.window.loading import OpenArticle
from duidu.window.mark_list import Entry, MarkList
from duidu.window.note_dialog import COLOURS, NoteDialog
from duidu.window.sections import section_name
from duidu.window.whereabouts import Whereabouts

# So much of the text around a mark is told in the list, in code points.
_AROUND = 16
_NOTHING_MEANT = "Select some text, or mark a word with a click or the arrow keys."


class Marking(QObject):
    """Binds the marks that are kept, the page that shows them, and the reader's commands."""

    told = Signal(str)  # a sentence about what was done
    failed = Signal(object)

    def __init__(
        self,
        marks: Marks,
        whereabouts: Whereabouts,
        page: ReadingPage,
        correcting: Correcting,
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._marks, self._whereabouts, self._page = marks, whereabouts, page
        self._opened: OpenArticle | None = None
        self._placed: PlacedMarks | None = None
        self._colour = Colour.YELLOW
        options = [Option(one, tr(COLOURS[one]), tr("Colour of highlights")) for one in Colour]
        self.colours = Choice(tr("Highlight Co&lour"), options, self)
        self.colours.show_value(self._colour)
        self.colours.chosen.connect(self.choose_colour)
        correcting.menu_made.connect(self._extend_menu)
        actions.connect_all(
            {
                "bookmark": self.change_bookmark,
                "marks": self.open_list,
                "highlight": self.change_highlight,
                "note": self.edit_note,
            }
        )

    def show_article(self, opened: OpenArticle) -> None:
        """Take over the marks that are kept for an article."""
        self._opened, self._placed = opened, None
        self._try(self._take_over)

    def show_section(self) -> None:
        """Show the marks of the section that is on the page."""
        shown = list(self._shown_highlights())
        bookmarks = [
            (number - self._whereabouts.first, offset)
            for number, offset in map(self._point, self._of(Kind.BOOKMARK))
        ]
        self._page.show_marks(shown, [one for one in bookmarks if one[0] >= 0])

    def recolour(self, theme: Theme) -> None:
        """Show the colours as they are in a theme."""
        for action in self.colours.actions:
            action.setIcon(swatch(theme.marker(action.data()), theme.ink))
            action.setIconVisibleInMenu(True)

    def change_bookmark(self) -> None:
        """Set a bookmark at the marked word or the top line, or take away the one there."""
        start, end = self._word_on_screen() or self._top_line()
        there = [one.mark for one in self._of(Kind.BOOKMARK) if start <= one.start < max(end, 1)]
        if there:
            self._do(lambda: self._marks.remove(there), tr("The bookmark was taken away."))
            return
        anchor = self._whereabouts.source.anchor(start, start)
        mark = Mark(Kind.BOOKMARK, self._whereabouts.document, anchor)
        self._do(lambda: self._marks.add(mark), tr("A bookmark was set."))

    def change_highlight(self) -> None:
        """Highlight what is meant, or take its highlight away."""
        meant = self._meant()
        if meant is None:
            self.told.emit(tr(_NOTHING_MEANT))
            return
        around = self._around(*meant)
        if around is None:
            self._highlight(*meant, self._colour)
        elif not around.mark.note:
            self.remove([around.mark])
        else:
            self._ask_to_remove(around.mark)

    def choose_colour(self, colour: Colour) -> None:
        """Use a colour from now on, at once for what is selected or highlighted there."""
        self._colour = Colour(colour)
        self.colours.show_value(self._colour)
        meant = self._meant()
        around = self._around(*meant) if meant else None
        if around is not None:
            changed = replace(around.mark, colour=self._colour)
            told = tr("The highlight has another colour.")
            self._do(lambda: self._marks.change([changed]), told)
        elif meant is not None and self._page.source_view.selection() is not None:
            self._highlight(*meant, self._colour)

    def edit_note(self) -> None:
        """Ask for the note of the highlight that is meant, or of a new one."""
        meant = self._meant()
        if meant is None:
            self.told.emit(tr(_NOTHING_MEANT))
            return
        around = self._around(*meant)
        if around is not None:
            self.edit(around.mark, self._window)
            return
        dialog = self._note_dialog(self._whereabouts.source.text(*meant), self._colour, "")
        dialog.written.connect(lambda note, colour: self._highlight(*meant, colour, note))
        dialog.open()

    def edit(self, mark: Mark, parent: QWidget, then: Callable[[], object] | None = None) -> None:
        """Ask for another note and colour of a highlight."""
        dialog = self._note_dialog(mark.anchor.text, mark.colour, mark.note, parent)

        def change(note: str, colour: str) -> None:
            changed = replace(mark, note=note, colour=Colour(colour))
            self._do(lambda: self._marks.change([changed]), tr("The note was kept."))
            if then is not None:
                then()

        dialog.written.connect(change)
        dialog.open()

    def remove(self, marks: list[Mark]) -> None:
        """Forget marks."""
        told = tr("{count} were taken away.", count=len(marks))
        if len(marks) == 1:
            bookmark = marks[0].kind is Kind.BOOKMARK
            one = "The bookmark was taken away." if bookmark else "The highlight was taken away."
            told = tr(one)
        self._do(lambda: self._marks.remove(marks), told)

    def go_to(self, entry: Entry) -> None:
        """Go to a mark that has a place."""
        if entry.place is not None:
            self._whereabouts.jump(*self._whereabouts.source.paragraph_at(entry.place))

    def entries(self) -> list[Entry]:
        """Give every mark of the article for the list, those without a place last."""
        found = self._placed
        if found is None:
            return []
        lost = (Entry(mark, mark.anchor.before, mark.anchor.after) for mark in found.lost)
        return [*map(self._entry, found.placed), *lost]

    def open_list(self) -> None:
        """Show all marks of the article."""
        if self._opened is not None:
            dialog = MarkList(self, self._page.settings.theme, self._window)
            dialog.open()

    def markdown(self) -> str:
        """Give the highlights and notes of the article as Markdown."""
        title = self._opened.title if self._opened else ""
        marked = [one for one in self.entries() if one.mark.kind is Kind.HIGHLIGHT]
        return as_markdown(
            title, (Excerpt(one.section, one.mark.anchor.text, one.mark.note) for one in marked)
        )

    def hand_out(self, path: Path) -> None:
        """Write the highlights and notes to a file; raises MarkdownError."""
        write_markdown(path, self.markdown())

    def _take_over(self) -> None:
        self._load()
        moved = self._placed.moved() if self._placed else []
        if moved:
            self._marks.change(moved)
            self._load()

    def _load(self) -> None:
        kept = self._marks.of(self._whereabouts.document)
        self._placed = PlacedMarks(self._whereabouts.document, self._whereabouts.source, kept)

    def _do(self, work: Callable[[], object], told: str) -> None:
        def work_and_load() -> None:
            work()
            self._load()

        if self._try(work_and_load):
            self.show_section()
            self.told.emit(told)

    def _try(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except DuiduError as error:
            self.failed.emit(error)
            return False
        return True

    def _highlight(self, start: int, end: int, colour: str, note: str = "") -> None:
        """Highlight a stretch, together with the highlights that it overlaps."""
        absorbed = [one for one in self._of(Kind.HIGHLIGHT) if one.overlaps(start, end)]
        start, end, notes = union(start, end, absorbed)
        mark = Mark(
            Kind.HIGHLIGHT,
            self._whereabouts.document,
            self._whereabouts.source.anchor(start, end),
            Colour(colour),
            "\n".join(filter(None, (notes, note))),
        )
        instead_of = [one.mark for one in absorbed]
        self._do(lambda: self._marks.add(mark, instead_of), tr("The text was highlighted."))
        self._page.source_view.deselect()

    def _ask_to_remove(self, mark: Mark) -> None:
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            tr("Take the Highlight Away"),
            tr("The highlight has a note, which goes with it."),
            parent=self._window,
        )
        remove = box.addButton(tr("&Take Both Away"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("&Keep"), QMessageBox.ButtonRole.RejectRole)
        remove.clicked.connect(lambda: self.remove([mark]))
        box.finished.connect(box.deleteLater)
        box.open()

    def _note_dialog(
        self, text: str, colour: Colour, note: str, parent: QWidget | None = None
    ) -> NoteDialog:
        theme = self._page.settings.theme
        dialog = NoteDialog(text, colour.value, note, theme, parent or self._window)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _extend_menu(self, menu: QMenu, _place: WordPlace) -> None:
        menu.addSeparator()
        colours = menu.addMenu(tr("Hi&ghlight"))
        for colour in Colour:
            action = colours.addAction(tr(COLOURS[colour]))
            theme = self._page.settings.theme
            action.setIcon(swatch(theme.marker(colour.value), theme.quiet_ink))
            action.setIconVisibleInMenu(True)
            action.triggered.connect(lambda _=False, one=colour: self._colour_meant(one))
        meant = self._meant()
        if meant is not None and self._around(*meant) is not None:
            colours.addSeparator()
            colours.addAction(tr("&Take Away")).triggered.connect(
                lambda _=False: self.change_highlight()
            )
        menu.addAction(tr("&Note…")).triggered.connect(lambda _=False: self.edit_note())
        bookmark = menu.addAction(tr("Book&mark"))
        bookmark.triggered.connect(lambda _=False: self.change_bookmark())

    def _colour_meant(self, colour: Colour) -> None:
        meant = self._meant()
        if meant is not None and self._around(*meant) is None:
            self._highlight(*meant, colour)
        self.choose_colour(colour)

    def _of(self, kind: Kind) -> list[PlacedMark]:
        return self._placed.of(kind) if self._placed else []

    def _around(self, start: int, end: int) -> PlacedMark | None:
        """Give the highlight that holds a stretch."""
        return next((one for one in self._of(Kind.HIGHLIGHT) if one.holds(start, end)), None)

    def _meant(self) -> tuple[int, int] | None:
        """Give the stretch of the joined source that is selected, or that of the marked word."""
        selected = self._page.source_view.selection()
        if selected is None:
            return self._word()
        start, end = (self._place(point) for point in selected)
        return (start, end) if start < end else None

    def _word(self) -> tuple[int, int] | None:
        place = self._page.current_place
        if self._opened is None or place is None:
            return None
        start = self._place((place.paragraph, place.word.start))
        return start, start + place.word.end - place.word.start

    def _word_on_screen(self) -> tuple[int, int] | None:
        place = self._page.current_place
        if place is None or not self._page.source_view.shows(place.paragraph, place.index):
            return None
        return self._word()

    def _top_line(self) -> tuple[int, int]:
        paragraph, start, end = self._page.source_view.top_line() or (0, 0, 0)
        return self._place((paragraph, start)), self._place((paragraph, end))

    def _place(self, point: SourcePoint) -> int:
        """Give the place in the joined source of a point of the shown section."""
        return self._whereabouts.source.place(self._whereabouts.first + point[0], point[1])

    def _point(self, one: PlacedMark) -> SourcePoint:
        """Give paragraph of the article and code point where a mark begins."""
        return self._whereabouts.source.paragraph_at(one.start)

    def _shown_highlights(self) -> Iterator[Highlight]:
        count = len(self._page.annotated_paragraphs())
        for one in self._of(Kind.HIGHLIGHT):
            for part in self._parts(one):
                if 0 <= part.paragraph < count:
                    yield part

    def _parts(self, one: PlacedMark) -> Iterable[Highlight]:
        """Cut a highlight at the ends of paragraphs, which count within the section then."""
        source, mark = self._whereabouts.source, one.mark
        (first, start), (last, end) = self._point(one), source.paragraph_at(one.end)
        for number in range(first, last + 1):
            yield Highlight(
                number - self._whereabouts.first,
                start if number == first else 0,
                end if number == last else len(source.paragraphs[number].text),
                mark.colour.value,
                mark.note,
                number == last,
            )

    def _entry(self, one: PlacedMark) -> Entry:
        assert self._opened is not None
        source = self._whereabouts.source
        number, offset = source.paragraph_at(one.start)
        sections = self._opened.article.sections
        index = self._whereabouts.section_of(number)
        name = section_name(sections[index], index) if len(sections) > 1 else ""
        start = one.start - offset
        before = source.text(max(start, one.start - _AROUND), one.start)
        reach = _AROUND if one.mark.anchor.text else 2 * _AROUND
        after = source.text(one.end, one.end + reach).partition("\n")[0]
        return Entry(one.mark, before, after, name, one.start)

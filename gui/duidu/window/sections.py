"""A quiet bar for articles of several sections: which one it is, and the way to the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from duidu.article.model import Role, Section
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.icons import themed_icon
from duidu.window.section_list import SectionList


def section_name(section: Section, index: int) -> str:
    """Give a section's title, or what it is, or its number."""
    roles = {paragraph.role for paragraph in section.paragraphs}
    if roles == {Role.FURNITURE}:
        return tr("Around the article")
    return section.title or tr("Part {number}", number=index + 1)


class SectionBar(QFrame):
    """Shows title and number of the section. It is there only where there are several."""

    wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self._sections: Sequence[Section] = ()
        self._shown = 0
        self._previous = self._button(tr("Section before (Ctrl+PgUp)"), tr("Section before"))
        self._next = self._button(tr("Next section (Ctrl+PgDown)"), tr("Next section"))
        self._list = self._button(tr("Choose a section (Ctrl+G)"), tr("Section list"))
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._previous.clicked.connect(lambda: self.wanted.emit(self._shown - 1))
        self._next.clicked.connect(lambda: self.wanted.emit(self._shown + 1))
        self._list.clicked.connect(self.open_list)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._title.text()

    def show_section(self, sections: Sequence[Section], shown: int) -> None:
        """Tell which section of which article is shown."""
        self._sections = sections
        self._shown = shown
        self.setVisible(len(sections) > 1)
        if not sections:
            return
        name = section_name(sections[shown], shown)
        which = tr("{number:,} of {count:,}", number=shown + 1, count=len(sections))
        self._title.setText(f"{name}  ·  {which}")
        self._previous.setEnabled(shown > 0)
        self._next.setEnabled(shown + 1 < len(sections))

    def open_list(self) -> None:
        """Let the reader choose from a list of all sections."""
        section_list = self.section_list()
        section_list.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        section_list.open()

    def section_list(self) -> SectionList:
        """Make the list of all sections, the shown one marked."""
        names = [section_name(section, index) for index, section in enumerate(self._sections)]
        found = SectionList(names, self._shown, self.window())
        found.wanted.connect(self.wanted)
        return found

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        self._previous.setIcon(themed_icon("previous", theme))
        self._next.setIcon(themed_icon("next", theme))
        self._list.setIcon(themed_icon("list", theme))

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 2, 12, 2)
        layout.addWidget(self._list)
        layout.addWidget(self._title, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)

    def _button(self, tip: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setToolTip(tip)
        button.setAccessibleName(name)
        return button

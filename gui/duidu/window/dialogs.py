"""The dialogs and sheets of the window, each opened by its action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from duidu.dictionary.store import Dictionary
from duidu.page.fonts import HanziFonts
from duidu.page.tongue import tr
from duidu.study.corrections import Corrections
from duidu.window.about import Sheet, about_text, keys_text
from duidu.window.actions import Actions
from duidu.window.correcting import Correcting
from duidu.window.corrections_dialog import CorrectionsDialog
from duidu.window.entrance import Entrance
from duidu.window.export_dialog import ExportDialog
from duidu.window.jobs import JobPool
from duidu.window.keys_dialog import KeysDialog
from duidu.window.page_dialog import PageDialog
from duidu.window.preferences import PreferenceStore
from duidu.window.reading import Reading
from duidu.window.view import View

if TYPE_CHECKING:
    from duidu.language.annotate import Language


@dataclass(frozen=True)
class Shown:
    """What the dialogs are about."""

    fonts: HanziFonts
    dictionary: Dictionary
    language: Callable[[], Language]
    store: PreferenceStore
    corrections: Corrections
    actions: Actions
    view: View
    reading: Reading
    entrance: Entrance
    correcting: Correcting
    jobs: JobPool


class Dialogs(QObject):
    """Opens one dialog at a time over the window; each goes when it is closed."""

    exported = Signal(Path)

    def __init__(self, shown: Shown, window: QWidget) -> None:
        super().__init__(window)
        self._shown, self._window = shown, window
        shown.actions.connect_all(
            {
                "export": self.export,
                "corrections": self.corrections,
                "page_settings": self.page_settings,
                "keys": lambda: self._sheet(tr("Keys"), keys_text(shown.actions)),
                "change_keys": self.change_keys,
                "about": lambda: self._sheet(
                    tr("About Duidu"), about_text(shown.dictionary.release)
                ),
            }
        )
        shown.correcting.list_wanted.connect(self.corrections)

    def export(self) -> None:
        """Ask where the article is to be written, and write it."""
        opened = self._shown.reading.article
        if opened is not None:
            folder = self._shown.entrance.folder_for(opened.source)
            sandhi = self._shown.store.value.sandhi
            dialog = ExportDialog(
                opened, self._shown.language, self._shown.jobs, folder, self._window, sandhi
            )
            dialog.exported.connect(self.exported)
            self._open(dialog)

    def corrections(self) -> None:
        """Show every correction."""
        self._open(CorrectionsDialog(self._shown.corrections, self._shown.correcting, self._window))

    def page_settings(self) -> None:
        """Let the page be dressed while it is seen."""
        shown = self._shown
        dialog = PageDialog(shown.store, shown.fonts, shown.view.choose_theme, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def change_keys(self) -> None:
        """Let other keys be chosen."""
        self._open(KeysDialog(self._shown.store, self._shown.actions, self._window))

    def _sheet(self, title: str, html: str) -> None:
        self._open(Sheet(title, html, self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

"""How articles come in: the dialog, the clipboard, dropped things, samples, recent files."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QWidget

from duidu.page.tongue import tr
from duidu.window.loading import Source
from duidu.window.preferences import PreferenceStore
from duidu.window.samples import samples

_FILTER = (
    "Articles (*.txt *.md *.html *.htm *.xhtml *.mhtml *.mht *.xml *.epub *.fb2 *.docx *.odt *.rtf "
    "*.pdf *.srt *.vtt *.ass *.ssa);;All files (*)"
)
# Text that is an address of the web and nothing else.
_ADDRESS = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)


class Entrance(QObject):
    """Turns what the reader does into a `Source` to open."""

    wanted = Signal(object)  # Source
    refused = Signal(str)  # a sentence

    def __init__(self, store: PreferenceStore, window: QWidget) -> None:
        super().__init__(window)
        self._store = store
        self._window = window
        self.recent_menu = QMenu(tr("Open &Recent"), window)
        self.samples_menu = QMenu(tr("&Samples"), window)
        for sample in samples():
            self.samples_menu.addAction(tr(sample.name), self._opener(sample.path))
        self.samples_menu.setEnabled(not self.samples_menu.isEmpty())
        store.changed.connect(self._fill_recent)
        self._fill_recent()

    def ask(self) -> None:
        """Let the reader choose a file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open an article"), str(self.folder()), tr(_FILTER)
        )
        if chosen:
            self.open_path(Path(chosen))

    def ask_address(self) -> None:
        """Let the reader type the address of a page; that on the clipboard is offered."""
        dialog = QInputDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Open an address"))
        dialog.setLabelText(tr("Address of the page, which is fetched from the web:"))
        dialog.setOkButtonText(tr("Open"))
        copied = QGuiApplication.clipboard().text()
        dialog.setTextValue(copied.strip() if _ADDRESS.fullmatch(copied) else "")
        dialog.resize(560, dialog.sizeHint().height())
        dialog.textValueSelected.connect(self.open_address)
        dialog.open()

    def paste(self) -> None:
        """Take what is on the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        self.take(data, tr("There is no text on the clipboard."))

    def take(self, data: QMimeData | None, otherwise: str) -> None:
        """Open the first file, the page, or else the text, that was pasted or dropped."""
        urls = data.urls() if data is not None else []
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        text = data.text() if data is not None else ""
        if paths:
            self.open_path(paths[0])
        elif _ADDRESS.fullmatch(text):
            self.open_address(text)
        elif text.strip():
            self.wanted.emit(Source(text=text))
        else:
            self.refused.emit(otherwise)

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self.wanted.emit(Source(path=path))

    def open_address(self, address: str) -> None:
        """Open a page of the web."""
        if address.strip():
            self.wanted.emit(Source(address=address.strip()))

    def remember(self, source: Source) -> None:
        """Put what was opened at the head of the recent files; samples and text are not."""
        known = {sample.path.resolve() for sample in samples()}
        path = source.path.resolve() if source.path is not None else None
        if path is not None and path not in known:
            self._store.put(self._store.value.with_recent(path))

    def forget(self, source: Source) -> None:
        """Take a file that is gone out of the recent ones."""
        if source.path is not None and not _exists(source.path):
            self._store.put(self._store.value.without_recent(source.path))

    def folder(self) -> Path:
        """Give the folder of the file that was read last, or the reader's own."""
        for recent in self._store.value.recent:
            if Path(recent).parent.is_dir():
                return Path(recent).parent
        return Path.home()

    def folder_for(self, source: Source) -> Path:
        """Give the folder to write to: that of the open file, or the reader's own documents."""
        known = {sample.path.resolve() for sample in samples()}
        if source.path is not None and source.path.resolve() not in known:
            return source.path.resolve().parent
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        found = Path(QStandardPaths.writableLocation(documents))
        return found if found.is_dir() else Path.home()

    def _opener(self, path: Path) -> Callable[[], None]:
        return lambda: self.open_path(path)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for number, recent in enumerate(self._store.value.recent, 1):
            name = Path(recent).name.replace("&", "&&")
            action = self.recent_menu.addAction(f"&{number} {name}", self._opener(Path(recent)))
            action.setStatusTip(recent)
        self.recent_menu.setEnabled(not self.recent_menu.isEmpty())


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        # A name that is too long names nothing.
        return False

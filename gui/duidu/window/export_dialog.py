"""Taking the annotated article away: choose a format and a file, and watch it being written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from duidu.export.annotated import AnnotatedArticle, ExportCancelled
from duidu.export.formats import WRITERS, Writer, export_article
from duidu.page.tongue import tr
from duidu.window.announce import announce
from duidu.window.icons import names_alone
from duidu.window.jobs import Job, JobPool, Ticket
from duidu.window.loading import OpenArticle
from duidu.window.message_bar import sentence_for

if TYPE_CHECKING:
    from duidu.language.annotate import Language

_STEPS = 1000
# What no name of a file may have on one system or another.
_FORBIDDEN = frozenset('/\\:*?"<>|')


def export_open(
    opened: OpenArticle,
    language: Callable[[], Language],
    writer: Writer,
    path: Path,
    ticket: Ticket,
    sandhi: bool = False,
) -> Path:
    """Write an open article to a file and give the file back; raises DuiduError."""
    article = opened.article
    # An annotator of its own: the page goes on using the other one.
    annotator = language().annotator(article, opened.annotator.script, opened.annotator.variety)
    annotator.take_over(opened.annotator)
    told = -1

    def progress(share: float) -> bool:
        nonlocal told
        step = int(share * _STEPS)
        if step > told and not ticket.cancelled:
            told = step
            ticket.step(step, _STEPS)
        return not ticket.cancelled

    annotated = AnnotatedArticle(
        article, annotator.annotate, annotator.script, annotator.variety, progress, sandhi
    )

    def write(annotated: AnnotatedArticle, out: TextIO) -> None:
        writer.write(annotated, out)
        # The last moment to stop: hereafter the old file is replaced.
        ticket.step(_STEPS, _STEPS)

    export_article(annotated, replace(writer, write=write), path)
    return path


class ExportDialog(QDialog):
    """Asks for format and file, writes in the background, and ends when the file is there."""

    exported = Signal(object)  # Path

    def __init__(
        self,
        opened: OpenArticle,
        language: Callable[[], Language],
        jobs: JobPool,
        folder: Path,
        parent: QWidget | None = None,
        sandhi: bool = False,
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._sandhi = sandhi
        self._language = language
        self._jobs = jobs
        self._job: Job[Path] | None = None
        self._may_replace: Path | None = None
        self.setWindowTitle(tr("Export"))
        self.formats = QComboBox()
        self.file = QLineEdit()
        self._browse = QPushButton(tr("Choose…"))
        self._progress = QProgressBar()
        self._message = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self._connect()
        self.file.setText(str(folder / f"{_stem(opened)}{self.writer.suffix}"))

    @property
    def writer(self) -> Writer:
        """The format that is chosen."""
        return WRITERS[self.formats.currentData()]

    @property
    def message(self) -> str:
        """What went wrong, or the empty string."""
        return self._message.text()

    def start(self) -> None:
        """Write the file in the background, if its name is one."""
        path = Path(self.file.text().strip()).expanduser()
        if not path.name:
            self._tell(tr("Name a file to write to."))
            return
        if path.is_file() and path != self._may_replace:
            self._ask_to_replace(path)
            return
        self._tell("")
        self._show_running(True)
        self._run(path, self.writer)

    def _ask_to_replace(self, path: Path) -> None:
        self._may_replace = path
        self._tell(tr("{name} is there already.", name=path.name))
        self._go.setText(tr("Replace"))

    def _run(self, path: Path, writer: Writer) -> None:
        self._job = self._jobs.start(
            Job(
                lambda ticket: export_open(
                    self._opened, self._language, writer, path, ticket, self._sandhi
                ),
                self._on_written,
                self._on_failed,
                self._on_progress,
            )
        )

    def _lay_out(self) -> None:
        for writer in WRITERS.values():
            self.formats.addItem(tr(writer.label), writer.name)
        self.file.setMinimumWidth(320)
        self._message.setWordWrap(True)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._progress.setRange(0, _STEPS)
        self._progress.setAccessibleName(tr("Progress of the export"))
        self._browse.setAutoDefault(False)
        self._go.setDefault(True)
        names_alone(self._buttons)
        place = QHBoxLayout()
        place.addWidget(self.file, 1)
        place.addWidget(self._browse)
        form = QFormLayout()
        form.addRow(tr("&Format"), self.formats)
        form.addRow(tr("F&ile"), place)
        form.labelForField(place).setBuddy(self.file)  # type: ignore[attr-defined]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._message)
        layout.addWidget(self._progress)
        layout.addWidget(self._buttons)
        self._show_running(False)
        self._tell("")

    def _connect(self) -> None:
        self.formats.currentIndexChanged.connect(self._on_format_changed)
        self.file.textChanged.connect(self._on_file_changed)
        self._browse.clicked.connect(self._on_browse)
        self._buttons.accepted.connect(self.start)
        self._buttons.rejected.connect(self.reject)

    def _tell(self, sentence: str) -> None:
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)

    def _show_running(self, running: bool) -> None:
        self._progress.setVisible(running)
        self._progress.setValue(0)
        for widget in (self.formats, self.file, self._browse, self._go):
            widget.setEnabled(not running)

    def _on_format_changed(self) -> None:
        suffixes = {writer.suffix for writer in WRITERS.values()}
        path = Path(self.file.text().strip())
        if path.suffix in suffixes:
            self.file.setText(str(path.with_suffix(self.writer.suffix)))

    def _on_browse(self) -> None:
        label = tr(self.writer.label)
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export"), self.file.text(), label)
        if chosen:
            self.file.setText(chosen)
            # The file dialog has asked already.
            self._may_replace = Path(chosen)

    def _on_file_changed(self) -> None:
        self._may_replace = None
        self._go.setText(tr("Export"))
        self._tell("")

    def _on_progress(self, done: int, total: int) -> None:
        if total:
            self._progress.setValue(done * _STEPS // total)

    def _on_written(self, path: Path) -> None:
        self._job = None
        self.exported.emit(path)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._show_running(False)
        if not isinstance(error, ExportCancelled):
            self._tell(sentence_for(error))

    def reject(self) -> None:
        """Stop what is running, or else close."""
        if self._job is None:
            super().reject()
            return
        self._job.cancel()
        self._job = None
        self._show_running(False)
        self._tell(tr("The export was cancelled; nothing was written."))


def _stem(opened: OpenArticle) -> str:
    path = opened.source.path
    name = path.stem if path is not None else opened.title[:40]
    kept = [char for char in name if char.isprintable() and char not in _FORBIDDEN]
    return "".join(kept) or "text"

"""The table of writers, and writing a file so that the old one survives a failure."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from duidu.errors import NOT_WRITTEN, DuiduError, Term
from duidu.export.annotated import AnnotatedArticle
from duidu.export.html import write_html
from duidu.export.jsonl import write_jsonl


class ExportError(DuiduError):
    """A file could not be written; what was there before still is."""


@dataclass(frozen=True, slots=True)
class Writer:
    """One format: its name on the command line, its label, its suffix, and who writes it."""

    name: str
    label: str
    suffix: str
    write: Callable[[AnnotatedArticle, TextIO], None]


WRITERS = {
    writer.name: writer
    for writer in (
        Writer("html", "Web page with pinyin (HTML)", ".html", write_html),
        Writer("jsonl", "Words for other programs (JSON Lines)", ".jsonl", write_jsonl),
    )
}


def export_article(annotated: AnnotatedArticle, writer: Writer, path: Path) -> None:
    """Write an article to a file.

    The text is written beside the target and renamed at the end: after a failure, raised as
    ExportError (or ExportCancelled), the old file is untouched and no half file is left.
    """
    try:
        with _beside(path) as out:
            writer.write(annotated, out)
    except (OSError, RuntimeError) as error:
        # Python 3.11 tells of a loop of links as a RuntimeError.
        reason = Term(getattr(error, "strerror", None) or "it cannot be written")
        raise ExportError(NOT_WRITTEN, name=path.name, reason=reason) from error


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    # A link is followed, so that the file that it names is replaced and not the link.
    target = path.resolve()
    if target.is_dir():
        raise ExportError("{name} is a folder; name a file to write to.", name=path.name)
    if target.exists() and not target.is_file():
        raise ExportError("{name} is a device and not a file.", name=path.name)
    handle, name = tempfile.mkstemp(prefix=".duidu-", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else _usual_mode())
        temporary.replace(target)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

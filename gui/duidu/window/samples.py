"""The sample articles that come with the program."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple


class Sample(NamedTuple):
    """A sample: its file, and a name that tells what it is."""

    path: Path
    name: str


def samples() -> list[Sample]:
    """List the samples that are installed."""
    folder = Path(str(files("duidu.resources").joinpath("samples")))
    if not folder.is_dir():
        return []
    found = (path for path in sorted(folder.iterdir()) if path.suffix in (".txt", ".html"))
    return [Sample(path, path.stem.replace("-", " ").capitalize()) for path in found]

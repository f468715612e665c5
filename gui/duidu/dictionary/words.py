"""The list of words with their counts, from which text is cut."""

from __future__ import annotations

from pathlib import Path

from duidu.dictionary.store import DictionaryError, built_file


def load_words(path: Path | None = None) -> dict[str, int]:
    """Read the built list: a simplified word and its count a line; raises DictionaryError."""
    path = built_file("words.txt") if path is None else path
    try:
        cells = path.read_text("utf-8").split()
        return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))
    except OSError as error:
        raise DictionaryError("The list of words {name} cannot be read.", name=path.name) from error
    except ValueError as error:
        raise DictionaryError("{name} is not a list of words.", name=path.name) from error


def load_names(path: Path | None = None) -> list[str]:
    """Read the lines of the built model of names; raises DictionaryError."""
    path = built_file("names.txt") if path is None else path
    return path.read_text("utf-8").splitlines()

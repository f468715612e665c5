"""The built dictionary: one SQLite file, read only."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

from duidu.dictionary.entry import Classifier, Entry
from duidu.errors import DuiduError
from duidu.hanzi import fold_radicals

# The layout of the file; packaging/build_dictionary.py writes it.
SCHEMA_VERSION = 1
# No headword but a few proverbs is longer; a pasted text is not searched for such.
_LONGEST = 20
_COLUMNS = "traditional, simplified, reading, pinyin, senses, classifiers, taiwan"
_FIND = {
    column: f"SELECT {_COLUMNS} FROM entries WHERE {column} = ? ORDER BY rank"  # noqa: S608
    for column in ("simplified", "traditional")
}


class DictionaryError(DuiduError):
    """The dictionary file is missing or is not one of ours."""


@dataclass(frozen=True, slots=True)
class Release:
    """Which release was built in."""

    name: str
    date: str
    entries: int
    licence: str
    source: str


class Dictionary:
    """Looks words up. Every answer is sorted, the entry that is meant most often first."""

    def __init__(self, path: Path | None = None) -> None:
        """Open a built file, ours by default; raises DictionaryError."""
        self._path = built_file("cedict.sqlite") if path is None else path
        self._lock = Lock()
        self._connection = _open(self._path)
        self.release = self._read_release()
        self.entries = lru_cache(maxsize=32_768)(self._entries)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def find(self, word: str) -> tuple[Entry, ...]:
        """Give the entries of a word in either script; radicals count as hanzi."""
        wanted = fold_radicals(word.strip())
        found = [*self._rows("traditional", wanted), *self._rows("simplified", wanted)]
        return tuple(dict.fromkeys(found))

    def inside(self, simplified: str) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
        """Give the shorter words inside a simplified word, longest first, each with its entries."""
        length = len(simplified)
        sizes = range(min(length - 1, _LONGEST), 0, -1)
        spans = ((i, i + size) for size in sizes for i in range(length - size + 1))
        parts = dict.fromkeys(simplified[start:end] for start, end in spans)
        return tuple((part, found) for part in parts if (found := self.entries(part)))

    def _entries(self, simplified: str) -> tuple[Entry, ...]:
        """Give the entries of a simplified headword, exactly as written."""
        return tuple(self._rows("simplified", simplified))

    def _rows(self, column: str, word: str) -> list[Entry]:
        try:
            with self._lock:
                rows = self._connection.execute(_FIND[column], (word,)).fetchall()
        except sqlite3.DatabaseError as error:
            raise DictionaryError(
                "The dictionary cannot be read: {reason}.", reason=error
            ) from error
        except UnicodeEncodeError:
            # A lone surrogate is in no dictionary.
            return []
        return [_entry(row) for row in rows]

    def _read_release(self) -> Release:
        try:
            facts = dict(self._connection.execute("SELECT name, value FROM release").fetchall())
            version = self._connection.execute("PRAGMA user_version").fetchone()[0]
            if version != SCHEMA_VERSION:
                raise DictionaryError(
                    "{name} was built by another version of Duidu.", name=self._path.name
                )
            return Release(
                facts["name"],
                facts["date"],
                int(facts["entries"]),
                facts["licence"],
                facts["source"],
            )
        except (sqlite3.DatabaseError, KeyError, ValueError) as error:
            raise DictionaryError(
                "{name} is not a dictionary of Duidu.", name=self._path.name
            ) from error


def built_file(name: str) -> Path:
    """Give the path of a file that the build made; raises DictionaryError where it is missing."""
    path = Path(str(files("duidu.resources").joinpath("dictionary", name)))
    if not path.is_file():
        raise DictionaryError(
            "The built-in {name} is missing; run packaging/build_dictionary.py or install again.",
            name=name,
        )
    return path


def _open(path: Path) -> sqlite3.Connection:
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(uri, uri=True, check_same_thread=False)
    except sqlite3.Error as error:
        raise DictionaryError("The dictionary {name} cannot be opened.", name=path.name) from error


def _entry(row: tuple[Any, ...]) -> Entry:
    traditional, simplified, reading, pinyin, senses, classifiers, taiwan = row
    return Entry(
        traditional,
        simplified,
        tuple(reading.split()),
        pinyin,
        tuple(senses.split("/")),
        tuple(Classifier(*one) for one in json.loads(classifiers)) if classifiers else (),
        tuple(taiwan.split()),
    )

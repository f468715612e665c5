"""The one file that holds what a reader entrusts to the program.

SQLite with a write-ahead log; every statement is committed as it happens, so that a killed program
loses nothing that was acknowledged. The layout has a version; a file of a newer version is left
alone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from duidu.errors import DuiduError, Term

# Each entry brings the layout from the version that is its index to the next one.
_MIGRATIONS = (
    """
    CREATE TABLE corrections (
        id INTEGER PRIMARY KEY,
        scope TEXT NOT NULL CHECK (scope IN ('here', 'document', 'always')),
        path TEXT NOT NULL, signature TEXT NOT NULL,
        traditional TEXT NOT NULL, simplified TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL, place INTEGER NOT NULL,
        pieces TEXT NOT NULL,
        made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    );
    CREATE INDEX corrections_of_documents ON corrections (scope, path, signature);
    """,
    """
    CREATE TABLE places (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL, signature TEXT NOT NULL,
        paragraph INTEGER NOT NULL, offset INTEGER NOT NULL,
        share REAL NOT NULL, top REAL NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL, place INTEGER NOT NULL,
        kept TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    );
    CREATE INDEX places_of_paths ON places (path);
    CREATE INDEX places_of_signatures ON places (signature);
    CREATE TABLE marks (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('bookmark', 'highlight')),
        path TEXT NOT NULL, signature TEXT NOT NULL,
        text TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL, place INTEGER NOT NULL,
        colour TEXT NOT NULL CHECK (colour IN ('yellow', 'green', 'blue', 'rose')),
        note TEXT NOT NULL,
        made TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
    );
    CREATE INDEX marks_of_paths ON marks (path);
    CREATE INDEX marks_of_signatures ON marks (signature);
    """,
)
VERSION = len(_MIGRATIONS)


class KeepingError(DuiduError):
    """The reader's memory cannot be read or written; nothing in it was changed."""


class Memory:
    """An open file; safe to use from several threads, and from several copies of the program."""

    def __init__(self, path: Path | None) -> None:
        """Open or make the file; None keeps everything in this process alone.

        Raises KeepingError where the file is damaged, of a newer version, or cannot be written.
        """
        self.path = path
        self._lock = RLock()
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(
                path or ":memory:", check_same_thread=False, isolation_level=None, timeout=10
            )
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise _failure(path, error) from error

    def _prepare(self) -> None:
        run = self._connection.execute
        version = run("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            newer = "{name} was written by a newer version of Duidu and is left as it is."
            raise KeepingError(newer, name=_name(self.path))
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")
        if run("PRAGMA quick_check").fetchone()[0] != "ok":
            raise KeepingError("{name} is damaged; it was left as it is.", name=_name(self.path))
        if version < VERSION:
            self._migrate()

    def _migrate(self) -> None:
        run = self._connection.execute
        run("BEGIN IMMEDIATE")
        # Another copy of the program may have been quicker.
        version = run("PRAGMA user_version").fetchone()[0]
        for script in _MIGRATIONS[version:]:
            for statement in filter(str.strip, script.split(";")):
                run(statement)
        run(f"PRAGMA user_version = {VERSION}")
        run("COMMIT")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the connection for statements that all happen or none; raises KeepingError."""
        with self._lock:
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException as error:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                if isinstance(error, sqlite3.Error):
                    raise _failure(self.path, error) from error
                raise

    def read(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        """Give the rows of a query; raises KeepingError."""
        with self._lock:
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.Error as error:
                raise _failure(self.path, error) from error

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _name(path: Path | None) -> str:
    return path.name if path else Term("The memory")


def _failure(path: Path | None, error: Exception) -> KeepingError:
    unusable = "{name}, which keeps your corrections and marks, cannot be used: {reason}."
    reason = Term(getattr(error, "strerror", None) or str(error))
    return KeepingError(unusable, name=_name(path), reason=reason)

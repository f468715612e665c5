"""Compile a release file of CC-CEDICT into the SQLite file that the store reads."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from duidu.dictionary.cedict import parse_entry, parse_fact
from duidu.dictionary.entry import Entry
from duidu.dictionary.ranking import rank
from duidu.dictionary.store import SCHEMA_VERSION

Order = Callable[[str], tuple[str, ...]]

_SCHEMA = """
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, traditional TEXT NOT NULL, simplified TEXT NOT NULL,
    rank INTEGER NOT NULL, reading TEXT NOT NULL, pinyin TEXT NOT NULL, senses TEXT NOT NULL,
    classifiers TEXT NOT NULL, taiwan TEXT NOT NULL
);
CREATE TABLE release (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX by_simplified ON entries (simplified, rank);
CREATE INDEX by_traditional ON entries (traditional, rank);
"""
_INSERT = "INSERT INTO entries VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass
class ReleaseFile:
    """The content of a release file: its header, its entries, and how many lines were no entry."""

    facts: dict[str, str] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    skipped: int = 0


def read_release(lines: Iterable[str]) -> ReleaseFile:
    """Read the lines of a release file; a line that is no entry is counted and skipped."""
    release = ReleaseFile()
    for line in lines:
        if line.startswith("#"):
            fact = parse_fact(line)
            if fact:
                release.facts[fact[0]] = fact[1]
        elif line.strip():
            entry = parse_entry(line)
            if entry is None:
                release.skipped += 1
            else:
                release.entries.append(entry)
    return release


def compile_release(release: ReleaseFile, path: Path, readings: Order, forms: Order) -> None:
    """Write the SQLite file, complete or not at all.

    `readings` gives the readings of a simplified headword (syllables apart) and `forms` the
    traditional forms of a simplified character, each with the usual one first; they tell which of
    several entries a reader means most often.
    """
    temporary = path.with_name(f"{path.name}.new")
    temporary.unlink(missing_ok=True)
    connection = sqlite3.connect(temporary)
    try:
        connection.executescript(_SCHEMA)
        connection.executemany(_INSERT, _rows(release.entries, readings, forms))
        connection.executescript(_INDEXES)
        connection.executemany("INSERT INTO release VALUES (?, ?)", _facts(release).items())
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    temporary.replace(path)


def _facts(release: ReleaseFile) -> Mapping[str, str]:
    return {
        "name": "CC-CEDICT",
        "date": release.facts.get("date", "")[:10],
        "entries": str(len(release.entries)),
        "licence": "CC BY-SA 4.0, " + release.facts.get("license", ""),
        "source": "https://www.mdbg.net/chinese/dictionary?page=cc-cedict",
    }


def _rows(entries: list[Entry], readings: Order, forms: Order) -> Iterable[tuple[object, ...]]:
    by_headword: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_headword[entry.simplified].append(entry)
    for headword, group in by_headword.items():
        for place, entry in enumerate(ranked(headword, group, readings, forms)):
            yield _row(entry, place)


def ranked(headword: str, entries: list[Entry], readings: Order, forms: Order) -> list[Entry]:
    """Sort the entries of one simplified headword, the usual one first."""
    if len(entries) == 1:
        return entries
    usual = readings(headword)
    # Without other knowledge, the character itself comes before rare ones (年 before 秊).
    shapes = (forms(headword) or (headword,)) if len(headword) == 1 else ()
    preferred = {form: place for place, form in enumerate(shapes)}
    return sorted(entries, key=lambda entry: rank(entry, usual, preferred))


def _row(entry: Entry, place: int) -> tuple[object, ...]:
    classifiers = [[one.traditional, one.simplified, one.pinyin] for one in entry.classifiers]
    return (
        entry.traditional,
        entry.simplified,
        place,
        " ".join(entry.reading),
        entry.pinyin,
        "/".join(entry.senses),
        json.dumps(classifiers, ensure_ascii=False) if classifiers else "",
        " ".join(entry.taiwan),
    )

"""The file grows from every earlier layout to the one of now, and loses nothing."""

import sqlite3

import pytest

from duidu.study import memory as module
from duidu.study.corrections import Corrections
from duidu.study.memory import VERSION, Memory

TABLES = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"


def older(path, version):
    """Make a file as an earlier version of the program made it."""
    connection = sqlite3.connect(path)
    for script in module._MIGRATIONS[:version]:
        connection.executescript(script)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.commit()
    return connection


@pytest.mark.parametrize("version", range(VERSION))
def test_every_earlier_layout_becomes_that_of_now(tmp_path, version):
    older(tmp_path / "old.sqlite", version).close()
    grown, new = Memory(tmp_path / "old.sqlite"), Memory(tmp_path / "new.sqlite")
    assert grown.read(TABLES) == new.read(TABLES)
    assert grown.read("PRAGMA user_version") == [(VERSION,)]


def test_corrections_of_the_first_layout_are_kept(tmp_path):
    connection = older(tmp_path / "old.sqlite", 1)
    pieces = '[{"length": 1, "form": null, "reading": ["huán"], "name": false}]'
    connection.execute(
        "INSERT INTO corrections (scope, path, signature, traditional, simplified, before, after,"
        " place, pieces) VALUES ('always', '', '', '還', '还', '', '', 0, ?)",
        (pieces,),
    )
    connection.commit()
    connection.close()
    (kept,) = Corrections(Memory(tmp_path / "old.sqlite")).all()
    assert (kept.traditional, kept.pieces[0].reading) == ("還", ("huán",))

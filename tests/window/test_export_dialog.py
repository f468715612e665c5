import json
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duidu.export.formats import WRITERS
from duidu.language.annotate import Language
from duidu.window.export_dialog import ExportDialog
from duidu.window.jobs import JobPool
from duidu.window.loading import PASTED, OpenArticle, Source
from tests.window.conftest import TEXT


@pytest.fixture(scope="session")
def language(dictionary):
    return Language(dictionary)


@pytest.fixture
def opened(language):
    from duidu.article.formats import read_text

    article = read_text(TEXT, PASTED)
    return OpenArticle(Source(text=TEXT), article, language.annotator(article))


@pytest.fixture
def dialog(application, opened, language, tmp_path, spin):
    jobs = JobPool()
    dialog = ExportDialog(opened, lambda: language, jobs, tmp_path)
    dialog.show()
    yield dialog
    jobs.drain()
    dialog.deleteLater()
    spin(1)


def choose(dialog, name):
    dialog.formats.setCurrentIndex(dialog.formats.findData(name))


def finish(dialog, spin):
    spin(until=lambda: dialog._job is None)


def test_every_format_can_be_chosen_and_changes_the_name(dialog):
    for name, writer in WRITERS.items():
        choose(dialog, name)
        assert dialog.writer is writer and dialog.file.text().endswith(f"海邊的早晨{writer.suffix}")


def test_the_file_is_written_and_the_dialog_ends(dialog, spin, tmp_path):
    written = []
    dialog.exported.connect(written.append)
    choose(dialog, "jsonl")
    dialog.start()
    spin(until=lambda: written)
    (path,) = written
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert "".join(line["source"] for line in lines) == TEXT.replace("\n", "")
    assert not dialog.isVisible()


def test_a_file_that_is_there_is_replaced_after_a_question(dialog, spin, tmp_path):
    path = tmp_path / "there.html"
    path.write_text("old")
    dialog.file.setText(str(path))
    dialog.start()
    assert "there already" in dialog.message and path.read_text() == "old"
    dialog.start()
    finish(dialog, spin)
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_another_name_is_asked_for_again(dialog, tmp_path):
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text("old")
        dialog.file.setText(str(tmp_path / name))
        dialog.start()
        assert f"{name} is there already" in dialog.message


def test_what_fails_is_told_and_the_dialog_stays(dialog, spin, tmp_path):
    dialog.file.setText(str(tmp_path / "missing" / "a.html"))
    dialog.start()
    finish(dialog, spin)
    assert dialog.isVisible() and "not written" in dialog.message
    assert dialog._go.isEnabled()


def test_a_name_is_needed(dialog):
    dialog.file.setText("  ")
    dialog.start()
    assert "Name a file" in dialog.message and dialog._job is None


def test_a_cancelled_export_leaves_the_old_file(dialog, spin, tmp_path, language):
    path = tmp_path / "there.html"
    path.write_text("old")
    started, go_on = Event(), Event()

    def slow():
        started.set()
        go_on.wait(20)
        return language

    dialog._language = slow
    dialog.file.setText(str(path))
    dialog.start()
    dialog.start()
    assert started.wait(20)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    go_on.set()
    spin(until=lambda: not dialog._jobs.busy)
    assert "cancelled" in dialog.message and dialog.isVisible()
    assert path.read_text() == "old" and list(tmp_path.iterdir()) == [path]

"""A reader corrects what the program guessed, and finds it corrected ever after."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from duidu.app import build_window
from duidu.language.model import Script
from duidu.window.corrections_dialog import CorrectionsDialog
from duidu.window.loading import Source
from duidu.window.preferences import ThemeChoice


@pytest.fixture
def opened(window, article_file, spin):
    return opened_in(window, article_file, spin)


def opened_in(window, path, spin):
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    window.open_source(Source(path))
    spin(until=lambda: done)
    return window


def annotated_now(window):
    """Give all paragraphs, those too that would be annotated when the window is idle."""
    window.page._section.need(range(len(window.page.annotated_paragraphs())))
    return window.page.annotated_paragraphs()


def place_of(window, text):
    for number, annotated in enumerate(annotated_now(window)):
        for index, word in enumerate(annotated.words):
            if word.traditional == text:
                window.page.select_place(number, index)
                return window.page.current_place
    raise AssertionError(f"{text} is no word")


def choose(window, text, *begins):
    """Choose from the menu of a word the entry that begins so; a scope may come first."""
    for begin in begins:
        menu = window.correcting.menu(place_of(window, text))
        entry = next(a for a in menu.actions() if a.text().replace("&", "").startswith(begin))
        entry.trigger()


def words(window):
    return [w.traditional for p in annotated_now(window) for w in p.words if w.reading]


def test_a_reading_is_corrected_shown_undone_and_kept(opened, spin):
    assert place_of(opened, "還").word.reading == ("hái",)
    choose(opened, "還", "Read huán")
    place = opened.page.current_place
    assert (place.word.traditional, place.word.reading) == ("還", ("huán",))
    assert place.word.corrected
    QTest.keyClick(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert place_of(opened, "還").word.reading == ("hái",)


def test_words_are_cut_and_joined_in_both_columns(opened):
    choose(opened, "漁夫", "Cut 漁 | 夫")
    assert "漁夫" not in words(opened)
    assert {"漁", "夫"} <= set(words(opened))
    choose(opened, "漁", "Join 漁 with 夫")
    assert "漁夫" in words(opened)
    text = opened.page.pane(Script.SIMPLIFIED).toPlainText()
    assert "渔夫" in text


def test_a_correction_is_there_when_the_file_is_opened_again(
    application, store, article_file, spin, tmp_path
):
    memory = tmp_path / "memory.sqlite"
    for expected in ("漁夫", "漁"):
        window = build_window(store, ThemeChoice.LIGHT, memory)
        window.show()
        opened_in(window, article_file, spin)
        assert expected in words(window)
        if expected == "漁夫":
            choose(window, "漁夫", "Cut 漁 | 夫")
        window.close()
        window.deleteLater()
        spin(1)


def test_the_menu_opens_by_key_and_the_scope_is_kept(opened, spin):
    place_of(opened, "發現")
    opened.correcting.correct_current()
    menu = opened.findChild(
        type(opened.menuBar().actions()[0].menu()), "", Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert menu is not None
    choose(opened, "發現", "Always")
    checked = [
        a.text()
        for a in opened.correcting.menu(place_of(opened, "發現")).actions()
        if a.isChecked()
    ]
    assert checked == ["&Always"]
    QTest.keyClick(opened, Qt.Key.Key_Escape)


def test_the_list_shows_removes_and_shares(opened, tmp_path):
    choose(opened, "漁夫", "Always", "Cut 漁 | 夫")
    opened.dialogs.corrections()
    dialog = opened.findChild(CorrectionsDialog)
    cells = [dialog._table.item(0, column).text() for column in range(3)]
    assert cells == ["漁夫 渔夫", "cut 漁 | 夫", "always"]
    shared = tmp_path / "shared.json"
    dialog.hand_out(shared)
    assert json.loads(shared.read_text("utf-8"))["corrections"][0]["traditional"] == "漁夫"
    dialog._table.selectRow(0)
    dialog._remove()
    assert dialog._table.rowCount() == 0
    assert "漁夫" in words(opened)
    dialog.take_over(shared)
    assert "漁夫" not in words(opened)
    shared.write_text("{", "utf-8")
    dialog.take_over(shared)
    assert "shared.json is not a file of corrections" in dialog._message.text()
    dialog.deleteLater()


def test_an_export_has_the_corrections(opened, tmp_path):
    from duidu.export.annotated import AnnotatedArticle
    from duidu.export.formats import WRITERS, export_article

    choose(opened, "漁夫", "Cut 漁 | 夫")
    article = opened.reading.article
    annotator = article.annotator
    path = tmp_path / "out.jsonl"
    whole = AnnotatedArticle(
        article.article, annotator.annotate, annotator.script, annotator.variety
    )
    export_article(whole, WRITERS["jsonl"], path)
    cut = [
        w["traditional"]
        for line in path.read_text("utf-8").splitlines()
        for w in json.loads(line)["words"]
    ]
    assert "漁" in cut
    assert "漁夫" not in cut

"""A reader of a long text comes back, marks what matters, and finds the way about in it."""

import sqlite3

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from duidu.app import build_window
from duidu.language.model import Script
from duidu.window.loading import Source
from duidu.window.mark_list import MarkList
from duidu.window.note_dialog import NoteDialog
from duidu.window.preferences import ThemeChoice

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def paragraph(chapter, number):
    return (
        f"這是第{chapter}回的第{number}段。天還沒亮，漁夫的頭髮已經濕了，他發現船上只有三隻貓。"
        f"「你們從哪裡來？」他問了{number}次。貓不說話，只看著遠方的燈光。"
    )


def chapters(counts=(40, 40, 40)):
    for chapter, count in enumerate(counts, 1):
        title = "一二三四五"[chapter - 1]
        yield "\n".join([f"第{title}回　某事", *(paragraph(chapter, n) for n in range(1, count))])


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "書.txt"
    path.write_text("\n".join(chapters()), "utf-8")
    return path


@pytest.fixture
def reader(application, store, spin, tmp_path):
    """Open windows one after another, as a reader starts the program again and again."""
    windows = []

    def close():
        if windows:
            window = windows.pop()
            window.close()
            window.deleteLater()
            spin(1)

    def run(path):
        close()
        window = build_window(store, ThemeChoice.LIGHT, tmp_path / "memory.sqlite")
        windows.append(window)
        window.resize(1100, 700)
        window.show()
        return opened_in(window, path, spin)

    yield run
    close()


def opened_in(window, path, spin):
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    window.open_source(Source(path))
    spin(until=lambda: done)
    window.activateWindow()
    window.page.setFocus()
    spin(30)
    return window


def annotated(window, spin):
    spin(until=lambda: all(window.page.annotated_paragraphs()))
    spin(20)


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or window, key, modifier)


def top_text(window):
    """Give what the reader sees in the line at the top, as the source has it."""
    number, start, end = window.page.source_view.top_line()
    return window.page._paragraphs[number].text[start:end]


def scroll(window, part):
    bar = window.page.columns.bar
    bar.setValue(round(bar.maximum() * part))


def word(window, number, text):
    words = window.page.annotated_paragraphs()[number].words
    return next(i for i, one in enumerate(words) if one.traditional == text)


def select(window, script, start, end):
    pane = window.page.pane(script)
    cursor = pane.textCursor()
    for (number, offset), mode in ((start, "MoveAnchor"), (end, "KeepAnchor")):
        block = pane.document().findBlockByNumber(number)
        cursor.setPosition(block.position() + offset, QTextCursor.MoveMode[mode])
    pane.setTextCursor(cursor)
    pane.setFocus()


def highlighted(window):
    return [
        (one.mark.anchor.text, one.mark.colour.value, one.mark.note)
        for one in window.marking.entries()
        if one.mark.kind.value == "highlight"
    ]


def test_a_book_comes_back_at_its_line_in_spite_of_edits(reader, book, spin):
    window = reader(book)
    assert "0 %" in window.status.text or "1 %" in window.status.text
    window.reading.go_to(1)
    annotated(window, spin)
    scroll(window, 0.6)
    line = top_text(window)
    share = window.status.text
    for _ in range(2):
        window = reader(book)
        assert window.reading.section == 1
        assert top_text(window) == line
        assert window.status.text == share
    text = book.read_text("utf-8")
    book.write_text("新的序\n\n" + "比別的都長。" * 300 + "\n\n" + text, "utf-8")
    window = reader(book)
    assert top_text(window) == line
    before = window.whereabouts._share
    # Nothing of the old text is left: the share alone tells where.
    book.write_text("\n".join("完全不同的一段話，" + "字" * 90 for _ in range(400)), "utf-8")
    window = reader(book)
    assert before - 0.05 < window.whereabouts._share < before + 0.05


def test_a_single_section_and_a_pasted_text_come_back_too(reader, tmp_path, spin):
    path = tmp_path / "短.txt"
    path.write_text("\n".join(paragraph(1, n) for n in range(40)), "utf-8")
    window = reader(path)
    assert len(window.reading.sections) == 1
    scroll(window, 0.5)
    line = top_text(window)
    other = tmp_path / "別的.txt"
    other.write_text("別的文章。", "utf-8")
    opened_in(window, other, spin)
    opened_in(window, path, spin)
    assert top_text(window) == line
    window.reading.reopen()
    spin(until=lambda: not window.jobs.busy)
    annotated(window, spin)
    assert top_text(window) == line
    window = reader(path)
    assert top_text(window) == line


def test_nothing_of_places_is_in_the_preferences(reader, book, store):
    store.path.write_text("[General]\nplaces=1\\t/secret\n")
    reader(book)
    assert not hasattr(store.value, "places")


def test_bookmarks_are_set_found_and_kept_when_their_place_is_gone(reader, book, spin):
    window = reader(book)
    window.reading.go_to(1)
    annotated(window, spin)
    scroll(window, 0.5)
    line = top_text(window)
    press(window, Qt.Key.Key_B, CONTROL)
    window.reading.go_to(0)
    annotated(window, spin)
    window.page.select_place(3, word(window, 3, "頭髮"))
    press(window, Qt.Key.Key_B, CONTROL)
    press(window, Qt.Key.Key_B, CONTROL)
    press(window, Qt.Key.Key_B, CONTROL)
    window = reader(book)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = window.findChildren(MarkList)
    assert dialog.message == "2 bookmarks"
    dialog.field.insert("第二回")
    shown = [dialog.list.item(row) for row in range(2) if not dialog.list.item(row).isHidden()]
    assert len(shown) == 1 and "第二回" in shown[0].text()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    annotated(window, spin)
    assert window.reading.section == 1
    number, *_ = window.page.source_view.top_line()
    assert line in "".join(p.text for p in window.page._paragraphs[number : number + 5])
    assert window.page.current_place.word.start <= window.page._paragraphs[
        window.page.current_place.paragraph
    ].text.index(line)
    # After edits close by, both have their places still.
    text = book.read_text("utf-8")
    book.write_text(text.replace("漁夫的頭髮", "老人的手套", 3).replace("第1回的", "甲"), "utf-8")
    window = reader(book)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = window.findChildren(MarkList)
    assert dialog.message == "2 bookmarks"
    dialog.reject()


def test_a_mark_whose_place_is_gone_is_listed(reader, book, spin):
    window = reader(book)
    window.page.select_place(3, word(window, 3, "頭髮"))
    press(window, Qt.Key.Key_H, CONTROL)
    book.write_text("\n".join("完全不同的一段話。" for _ in range(40)), "utf-8")
    window = reader(book)
    press(window, Qt.Key.Key_B, CONTROL | SHIFT)
    (dialog,) = window.findChildren(MarkList)
    assert "its place is gone" in dialog.list.item(0).text()
    assert dialog.message == "1 highlight; 1 whose place is gone"
    assert not dialog._buttons["Go There"].isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert dialog.list.count() == 0 and "Nothing is marked" in dialog.message
    dialog.reject()


@pytest.mark.parametrize("script", list(Script))
def test_highlights_with_notes_go_over_paragraphs_and_come_back(
    reader, book, spin, script, tmp_path
):
    window = reader(book)
    texts = [p.text for p in window.page._paragraphs]
    select(window, script, (1, 5), (2, 7))
    press(window, Qt.Key.Key_H, CONTROL)
    expected = texts[1][5:] + "\n" + texts[2][:7]
    assert highlighted(window) == [(expected, "yellow", "")]
    assert not window.page.has_selection()
    # A note, written with the keyboard.
    window.page.select_place(1, 8)
    press(window, Qt.Key.Key_H, CONTROL | SHIFT)
    (dialog,) = window.findChildren(NoteDialog)
    spin(until=dialog.isActiveWindow)
    QTest.keyClicks(dialog.field, "Compare *this*")
    dialog._group.buttons()[1].click()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return, CONTROL)
    assert highlighted(window) == [(expected, "green", "Compare *this*")]
    window = reader(book)
    assert highlighted(window) == [(expected, "green", "Compare *this*")]
    for one in Script:
        assert window.page.pane(one).reader_marks.at(1, 6).note == "Compare *this*"
    target = tmp_path / "marks.md"
    window.marking.hand_out(target)
    quote = "\n>\n".join(f"> {line}" for line in expected.split("\n"))
    title = "第一回　某事"
    assert target.read_text("utf-8").endswith(f"## {title}\n\n{quote}\n\nCompare \\*this\\*\n")
    # With its note it goes only after a question.
    window.page.select_place(1, 8)
    press(window, Qt.Key.Key_H, CONTROL)
    (box,) = window.findChildren(QMessageBox)
    assert len(highlighted(window)) == 1
    box.buttons()[0].click()
    spin(20)
    assert highlighted(window) == []


def test_overlapping_highlights_are_one_and_colours_change(reader, book):
    window = reader(book)
    text = window.page._paragraphs[1].text
    for start, end in ((2, 8), (12, 20), (6, 14)):
        select(window, Script.TRADITIONAL, (1, start), (1, end))
        press(window, Qt.Key.Key_H, CONTROL)
    assert highlighted(window) == [(text[2:20], "yellow", "")]
    window.page.select_place(1, word(window, 1, "的"))
    window.marking.choose_colour("rose")
    assert highlighted(window) == [(text[2:20], "rose", "")]
    menu = window.correcting.menu(window.page.current_place)
    submenu = next(a.menu() for a in menu.actions() if a.text() == "Hi&ghlight")
    names = [a.text() for a in submenu.actions() if a.text()]
    assert names == ["&Yellow", "&Green", "&Blue", "&Rose", "&Take Away"]
    submenu.actions()[2].trigger()
    assert highlighted(window) == [(text[2:20], "blue", "")]
    press(window, Qt.Key.Key_H, CONTROL)
    assert highlighted(window) == []
    window.page.mark_word(None)
    press(window, Qt.Key.Key_H, CONTROL)
    assert "Select some text" in window.status.currentMessage()


def test_the_way_back_and_forward(reader, book, spin):
    window = reader(book)
    back, forward = (window.actions_by_name.on(name) for name in ("back", "forward"))
    assert not back.isEnabled() and not forward.isEnabled()
    scroll(window, 0.3)
    first = top_text(window)
    window.reading.go_to(2)
    annotated(window, spin)
    press(window, Qt.Key.Key_End)
    last = top_text(window)
    press(window, Qt.Key.Key_Left, ALT)
    assert window.reading.section == 2 and top_text(window) == "第三回　某事"
    press(window, Qt.Key.Key_Left, ALT)
    annotated(window, spin)
    assert window.reading.section == 0 and top_text(window) == first
    assert not back.isEnabled()
    press(window, Qt.Key.Key_Right, ALT)
    viewport = window.page.pane(Script.TRADITIONAL).viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.ForwardButton, pos=QPoint(60, 60))
    annotated(window, spin)
    assert window.reading.section == 2 and top_text(window) == last
    assert not forward.isEnabled()
    QTest.mouseClick(viewport, Qt.MouseButton.BackButton, pos=QPoint(60, 60))
    assert top_text(window) == "第三回　某事"
    # A find is a jump too, and what was ahead is forgotten.
    window.search.look_for("第30段")
    spin(until=lambda: window.page.finding.complete and window.page.current_place is not None)
    assert not forward.isEnabled() and window.page.current_place is not None
    press(window, Qt.Key.Key_Left, ALT)
    assert top_text(window) == "第三回　某事" and window.page.current_place is None


def test_keys_go_over_the_borders_of_sections(reader, book, spin):
    window = reader(book)
    bar = window.page.columns.bar
    press(window, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() and window.reading.section == 0
    press(window, Qt.Key.Key_Space)
    annotated(window, spin)
    assert window.reading.section == 1 and bar.value() == 0
    press(window, Qt.Key.Key_PageUp)
    annotated(window, spin)
    assert window.reading.section == 0 and bar.value() == bar.maximum()
    press(window, Qt.Key.Key_PageDown)
    annotated(window, spin)
    assert window.reading.section == 1 and bar.value() == 0
    press(window, Qt.Key.Key_End, CONTROL)
    annotated(window, spin)
    assert window.reading.section == 2 and bar.value() == bar.maximum()
    assert "100 %" in window.status.text
    press(window, Qt.Key.Key_PageDown)
    assert window.reading.section == 2
    press(window, Qt.Key.Key_Home)
    assert bar.value() == 0 and window.reading.section == 2
    press(window, Qt.Key.Key_Home, CONTROL)
    annotated(window, spin)
    assert window.reading.section == 0 and bar.value() == 0
    press(window, Qt.Key.Key_PageUp)
    assert window.reading.section == 0


def test_a_memory_that_cannot_be_written_is_told_once(reader, book, spin, tmp_path):
    window = reader(book)
    told = []
    window.whereabouts.failed.connect(told.append)
    connection = sqlite3.connect(tmp_path / "memory.sqlite")
    connection.execute("DROP TABLE places")
    connection.commit()
    connection.close()
    for part in (0.2, 0.4):
        scroll(window, part)
        window.whereabouts.keep()
    assert len(told) == 1
    assert "memory.sqlite" in window.message.text

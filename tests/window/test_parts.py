"""The small parts of the window, each by itself."""

import re
from importlib.resources import files

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from duidu.article.errors import MissingFileError
from duidu.article.model import Section
from duidu.dictionary.store import Release
from duidu.page.theme import THEMES
from duidu.window.about import about_text, keys_text
from duidu.window.actions import COMMANDS, Actions
from duidu.window.choices import Choice, Option
from duidu.window.icons import application_icon, themed_icon
from duidu.window.menus import MENUS
from duidu.window.message_bar import MessageBar, sentence_for
from duidu.window.samples import samples
from duidu.window.section_list import SectionList
from duidu.window.sections import SectionBar
from duidu.window.status import counts
from duidu.window.style import style_sheet
from tests.window.conftest import annotated


@pytest.fixture
def owner(application, spin):
    owner = QWidget()
    yield owner
    owner.deleteLater()
    spin(1)


def test_no_key_means_two_things():
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_action_is_in_the_menus_or_has_a_choice_of_its_own():
    named = {name for _, names in MENUS for name in names if name and not name.endswith(">")}
    assert {command.name for command in COMMANDS} - named == {"theme"}
    assert named <= {command.name for command in COMMANDS}


def test_every_action_has_a_sentence_and_its_icon(application):
    for command in COMMANDS:
        assert command.tip, command.name
        if command.icon:
            for theme in THEMES.values():
                assert not themed_icon(command.icon, theme).isNull(), command.icon
    assert not application_icon().isNull()


def test_an_icon_has_the_ink_of_its_theme(application):
    for theme in THEMES.values():
        image = themed_icon("close", theme).pixmap(40, 40).toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {theme.ink}


def test_a_missing_icon_leaves_the_name_alone(application):
    assert themed_icon("nothing-of-that-name", THEMES["light"]).isNull()


def test_icons_are_strokes_that_can_be_coloured():
    for path in files("duidu.resources").joinpath("icons").iterdir():
        if path.name.endswith(".svg") and path.name != "duidu.svg":
            colours = set(re.findall("#[0-9a-fA-F]+", path.read_text("utf-8")))
            assert colours == {"#000000"}, path.name


def test_the_style_sheet_names_only_colours_of_the_theme():
    for theme in THEMES.values():
        own = {getattr(theme, name) for name in theme.__slots__}
        assert set(re.findall("#[0-9a-f]{6}", style_sheet(theme))) <= own
        assert "$" not in style_sheet(theme)


def test_the_key_sheet_lists_every_key(owner):
    text = keys_text(Actions(owner))
    assert all(key in text for command in COMMANDS for key in command.keys)


def test_the_about_text_tells_of_the_dictionary():
    release = Release("CC-<CEDICT>", "2025-10-02", 123456, "CC BY-SA 4.0", "https://example.org/a")
    text = about_text(release)
    assert "CC-&lt;CEDICT&gt;" in text and "123,456" in text and "2025-10-02" in text
    assert '<a href="https://example.org/a">' in text


def test_a_choice_tells_what_the_reader_chose_and_nothing_else(owner):
    choice = Choice("Size", (Option(None, "any", "t"), Option(2, "two", "t", "Ctrl+2")), owner)
    told = []
    choice.chosen.connect(told.append)
    choice.show_value(2)
    assert choice.value == 2 and told == []
    choice.actions[0].trigger()
    assert told == [None] and choice.value is None


def test_an_error_can_be_dismissed_with_the_keyboard(owner, spin):
    bar = MessageBar(owner)
    owner.show()
    bar.show_error("notes.txt does not exist.")
    assert bar.isVisible() and bar.accessibleName() == "notes.txt does not exist."
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible() and bar.text == ""


def test_what_is_over_at_once_is_not_shown(owner, spin):
    bar = MessageBar(owner)
    owner.show()
    bar.show_progress("Opening …", lambda: None)
    bar.progress_is_over()
    spin(250)
    assert not bar.isVisible()


def test_what_takes_long_is_shown_and_can_be_cancelled(owner, spin):
    bar, cancelled = MessageBar(owner), []
    owner.show()
    bar.show_progress("Opening …", lambda: cancelled.append(True))
    spin(until=bar.isVisible)
    QTest.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    assert cancelled == [True]


def test_an_error_stays_when_progress_is_over(owner):
    bar = MessageBar(owner)
    owner.show()
    bar.show_error("no")
    bar.progress_is_over()
    assert bar.isVisible() and bar.text == "no"


def test_sentences_for_errors():
    assert sentence_for(MissingFileError("a.txt")) == "a.txt does not exist."
    assert "memory" in sentence_for(MemoryError())
    assert "KeyError" in sentence_for(KeyError("x"))


def test_the_section_bar_is_there_for_several_sections(owner):
    bar, wanted = SectionBar(owner), []
    owner.show()
    bar.wanted.connect(wanted.append)
    bar.show_section([Section("", ())], 0)
    assert not bar.isVisible()
    bar.show_section([Section("起", ()), Section("", ()), Section("A & B", ())], 1)
    assert bar.isVisible() and "Part 2" in bar.text and "2 of 3" in bar.text
    QTest.mouseClick(bar._next, Qt.MouseButton.LeftButton)
    QTest.mouseClick(bar._previous, Qt.MouseButton.LeftButton)
    found = bar.section_list()
    texts = [found.list.item(row).text() for row in range(3)]
    assert texts == ["1   起", "2   Part 2", "3   A & B"]
    assert found.list.currentRow() == 1
    QTest.keyClick(found.field, Qt.Key.Key_Down)
    assert found.list.currentRow() == 2
    QTest.keyClick(found.field, Qt.Key.Key_Return)
    assert wanted == [2, 0, 2]


def test_the_section_list_is_narrowed_by_title_or_number(owner):
    found, wanted = SectionList(["第一回", "第二回", "第三回"], 0, owner), []
    found.wanted.connect(wanted.append)
    for text, shown in (("二", [1]), ("3", [2]), ("回", [0, 1, 2]), ("x", [])):
        found.field.setText(text)
        assert [row for row in range(3) if not found.list.item(row).isHidden()] == shown
    found.accept()
    assert wanted == []
    found.field.setText("三")
    found.accept()
    assert wanted == [2]


def test_words_are_counted_and_signs_are_not():
    paragraph = annotated(("船", "船", "chuán"), ("，", "，", ""), ("船", "船", "chuán"))
    other = annotated(("發", "发", "fā"), ("髮", "发", "fà"))
    assert counts([paragraph, None, other]) == (4, 3)


def test_the_samples_are_there():
    assert len(samples()) >= 2
    assert all(sample.path.is_file() and sample.name for sample in samples())

"""A reader changes the language of the window while reading, and goes on at the same place."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from duidu.app import Windows
from duidu.window.loading import Source
from duidu.window.main_window import MainWindow
from duidu.window.preferences import PreferenceStore, ThemeChoice, TongueChoice

BOOK = "\n".join(f"這是第{number}段。天還沒亮，漁夫的頭髮已經濕了。" for number in range(1, 160))


@pytest.fixture
def book(tmp_path):
    path = tmp_path / "書.txt"
    path.write_text(BOOK, "utf-8")
    return path


@pytest.fixture
def reader(application, store, spin):
    """Give what tells which windows are open; at the end they are closed, and English is spoken."""
    windows = Windows(store, ThemeChoice.LIGHT, None)

    def shown():
        return [one for one in QApplication.topLevelWidgets() if _is_shown(one)]

    first = windows.open(ThemeChoice.LIGHT)
    first.resize(1100, 700)
    first.show()
    yield shown
    for one in shown():
        one.close()
        one.deleteLater()
    store.update(interface=TongueChoice.ENGLISH)
    spin(5)


def _is_shown(widget):
    return isinstance(widget, MainWindow) and widget.isVisible()


def read(window, path, spin):
    done = []
    window.page.annotated.connect(lambda: done.append(True))
    window.open_source(Source(path))
    spin(until=lambda: done)
    spin(20)


def choose(window, name):
    """Choose a language in the menu, by what it calls itself."""
    next(one for one in window.view.tongues.actions if one.text() == name).trigger()


def title_of_first_menu(window):
    return window.menuBar().actions()[0].text()


def test_the_article_stays_where_it_was(reader, book, spin):
    (window,) = reader()
    read(window, book, spin)
    window.page.columns.bar.setValue(window.page.columns.bar.maximum() // 2)
    window.page.next_word()
    window.resize(1000, 640)
    spin(50)
    top, word = window.page.source_view.top(), window.page.current_place
    assert top[0] > 20
    for name, menu in (("繁體中文", "檔案(&F)"), ("简体中文", "文件(&F)"), ("English", "&File")):
        choose(window, name)
        spin(until=lambda menu=menu: title_of_first_menu(reader()[0]) == menu)
        spin(100)
        (window,) = reader()
        assert window.reading.article.source.path == book
        assert (window.width(), window.height()) == (1000, 640)
        assert window.page.source_view.top() == top
        place = window.page.current_place
        assert (place.paragraph, place.index) == (word.paragraph, word.index)
        assert window.windowTitle().endswith("– Duidu")


def test_every_window_changes_and_the_choice_is_kept(reader, book, store, spin):
    (window,) = reader()
    read(window, book, spin)
    window.actions_by_name.on("new_window").trigger()
    choose(window, "繁體中文")
    spin(until=lambda: {title_of_first_menu(one) for one in reader()} == {"檔案(&F)"})
    assert len(reader()) == 2
    assert sum(one.reading.article is not None for one in reader()) == 1
    assert PreferenceStore(store.path).value.interface is TongueChoice.TRADITIONAL


def test_text_without_a_file_is_not_lost(reader, spin):
    (window,) = reader()
    QGuiApplication.clipboard().setText("我們的船很小。\n他們的船很大。")
    window.actions_by_name.on("paste").trigger()
    spin(until=lambda: window.reading.article is not None)
    choose(window, "简体中文")
    spin(until=lambda: title_of_first_menu(reader()[0]) == "文件(&F)")
    (window,) = reader()
    assert window.reading.article.article.sections[0].paragraphs[0].text == "我們的船很小。"
    assert window.page.isVisible()


def test_what_is_being_opened_is_opened_all_the_same(reader, book, spin):
    (window,) = reader()
    window.open_source(Source(book))
    choose(window, "简体中文")
    spin(until=lambda: title_of_first_menu(reader()[0]) == "文件(&F)")
    spin(until=lambda: reader()[0].reading.article is not None)
    assert reader()[0].reading.article.source.path == book


def test_a_theme_that_was_chosen_holds_in_the_other_language(reader, spin):
    (window,) = reader()
    window.actions_by_name.on("theme").trigger()
    choose(window, "繁體中文")
    spin(until=lambda: title_of_first_menu(reader()[0]) == "檔案(&F)")
    assert reader()[0].page.settings.theme.name == "dark"

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolBar

from duidu.app import build_window
from duidu.language.model import Script, Variety
from duidu.page.settings import Columns
from duidu.page.theme import DARK, LIGHT
from duidu.window.loading import Source
from duidu.window.main_window import MainWindow
from duidu.window.preferences import PreferenceStore, ThemeChoice


def act(window, name):
    window.actions_by_name.on(name).trigger()


def title(window):
    return window.reading.article.article.title


def test_nothing_is_open_at_first(window):
    assert window.welcome.isVisible() and not window.page.isVisible()
    assert not window.glossary.isVisible()
    assert not window.actions_by_name.on("export").isEnabled()


def test_a_file_is_shown_with_its_facts(window, open_file, article_file):
    assert open_file(article_file) == "annotated"
    assert window.page.isVisible() and window.glossary.isVisible()
    assert window.windowTitle() == "海邊的早晨 – Duidu"
    assert "words" in window.status.text and "different" in window.status.text
    assert "Traditional, Taiwan" in window.status.text and "UTF-8" in window.status.text
    assert window.page.focusProxy().hasFocus()


def test_an_error_keeps_the_article_open(window, open_file, article_file, tmp_path):
    open_file(article_file)
    before = window.page.annotated_paragraphs()
    assert open_file(tmp_path / "missing.txt") == "failed"
    assert window.message.isVisible() and "missing.txt" in window.message.text
    assert window.page.isVisible() and window.page.annotated_paragraphs() == before
    assert title(window) == "海邊的早晨"


def test_opening_something_takes_the_error_away(window, open_file, article_file, tmp_path):
    open_file(tmp_path / "missing.txt")
    open_file(article_file)
    assert not window.message.isVisible()


def test_a_second_open_cancels_the_first(window, article_file, tmp_path, spin):
    other = tmp_path / "其他.txt"
    other.write_text("另外一篇文章。", "utf-8")
    opened = []
    window.reading.opened.connect(lambda one: opened.append(one.source.path))
    window.open_source(Source(article_file))
    window.open_source(Source(other))
    spin(until=lambda: not window.jobs.busy)
    assert opened == [other]


def test_an_opening_can_be_cancelled(window, article_file, spin):
    window.open_source(Source(article_file))
    window.reading.cancel()
    spin(until=lambda: not window.jobs.busy)
    assert window.reading.article is None and window.welcome.isVisible()


def test_recent_files_are_kept_and_what_is_gone_is_forgotten(
    window, open_file, article_file, store, tmp_path
):
    open_file(article_file)
    assert store.value.recent == (str(article_file),)
    assert len(window.entrance.recent_menu.actions()) == 1
    article_file.unlink()
    open_file(article_file)
    assert store.value.recent == () and not window.entrance.recent_menu.isEnabled()


def test_closing_shows_the_welcome_with_the_recent_files(window, open_file, article_file):
    open_file(article_file)
    act(window, "close")
    assert window.welcome.isVisible() and not window.glossary.isVisible()
    assert window.windowTitle() == "Duidu" and window.status.text == ""
    names = [button.text() for button in window.welcome.findChildren(QAbstractButton)]
    assert article_file.name in names


def test_the_theme_changes_everywhere(window, open_file, article_file, application):
    open_file(article_file)
    act(window, "theme")
    assert window.page.settings.theme is DARK and DARK.chrome in window.styleSheet()
    assert application.palette().window().color().name() == DARK.chrome
    act(window, "theme")
    assert window.page.settings.theme is LIGHT and LIGHT.chrome in window.styleSheet()


def test_a_theme_of_the_command_line_is_not_kept(application, store, spin):
    window = build_window(store, ThemeChoice.DARK)
    assert window.page.settings.theme is DARK
    window.close()
    window.deleteLater()
    spin(1)
    assert store.value.theme is ThemeChoice.SYSTEM


def test_switches_reach_the_page_and_the_file(window, store, tmp_path):
    act(window, "pinyin")
    act(window, "doubts")
    act(window, "bigger")
    window.view.columns.actions[1].trigger()
    settings = window.page.settings
    assert (settings.ruby, settings.doubts, settings.point_size) == (False, False, 17.0)
    assert settings.columns is Columns.TRADITIONAL
    again = PreferenceStore(tmp_path / "duidu.ini").value
    assert again.page_settings(False) == settings


def test_the_window_comes_back_where_it_was(window, store, spin):
    window.resize(705, 511)
    act(window, "glossary")
    window.close()
    again = build_window(PreferenceStore(store.path))
    assert (again.width(), again.height()) == (705, 511)
    assert not again.actions_by_name.on("glossary").isChecked()
    again.close()
    again.deleteLater()
    spin(1)


def test_what_a_text_is_taken_for_can_be_overruled(window, open_file, article_file, spin):
    open_file(article_file)
    changed = []
    window.page.annotated.connect(lambda: changed.append(True))
    hongkong = list(Variety).index(Variety.HONGKONG) + 1
    window.taken_for.variety.actions[hongkong].trigger()
    spin(until=lambda: changed)
    assert window.reading.article.annotator.variety is Variety.HONGKONG
    assert "Hong Kong (chosen)" in window.status.text
    window.taken_for.script.actions[2].trigger()
    spin(until=lambda: len(changed) == 2)
    assert window.reading.article.annotator.script is Script.SIMPLIFIED
    assert window.reading.article.annotator.variety is Variety.HONGKONG


def test_a_wrong_encoding_is_told_and_undone(window, open_file, article_file, spin):
    open_file(article_file)
    failed = []
    window.reading.failed.connect(lambda *_: failed.append(True))
    window.taken_for.encoding.actions[6].trigger()
    spin(until=lambda: failed or "(chosen)" in window.status.text)
    if failed:
        assert window.taken_for.encoding.value is None
    assert window.page.isVisible()


def test_text_on_the_clipboard_is_an_article(window, spin):
    QGuiApplication.clipboard().setText("我們的船很小。\n他們的船很大。")
    opened = []
    window.reading.opened.connect(opened.append)
    act(window, "paste")
    spin(until=lambda: opened)
    assert opened[0].source.path is None
    assert not window.actions_by_name.on("reload").isEnabled()


def test_an_empty_clipboard_is_told(window):
    QGuiApplication.clipboard().clear()
    act(window, "paste")
    assert "no text" in window.message.text


@pytest.mark.parametrize("as_file", [True, False])
def test_files_and_texts_can_be_dropped(window, article_file, spin, as_file):
    data = QMimeData()
    if as_file:
        data.setUrls([QUrl.fromLocalFile(str(article_file))])
    else:
        data.setText(article_file.read_text("utf-8"))
    opened = []
    window.reading.opened.connect(opened.append)
    window.entrance.take(data, "nothing")
    spin(until=lambda: opened)
    assert (opened[0].source.path == article_file) is as_file


def test_sections_can_be_walked(window, open_file, tmp_path, spin):
    path = tmp_path / "書.txt"
    chapters = "\n\n".join(f"第{n}章 船\n\n" + "船在河上。" * 800 for n in "一二三")
    path.write_text(chapters, "utf-8")
    open_file(path)
    assert len(window.reading.sections) > 1 and window.section_bar.isVisible()
    first = window.page.annotated_paragraphs()[0]
    act(window, "next_section")
    assert window.reading.section == 1 and "2 of" in window.section_bar.text
    spin(until=lambda: window.page.annotated_paragraphs()[0] is not None)
    assert window.page.annotated_paragraphs()[0] != first
    act(window, "previous_section")
    act(window, "previous_section")
    assert window.reading.section == 0


def test_the_glossary_is_below_in_a_narrow_window(window, open_file, article_file, spin):
    open_file(article_file)
    window.resize(640, 700)
    spin(20)
    assert window.glossary.width() > 600
    window.resize(1200, 700)
    spin(20)
    assert window.glossary.width() < 600


def test_everything_on_the_toolbar_has_a_name(window):
    (bar,) = window.findChildren(QToolBar)
    for action in bar.actions():
        button = bar.widgetForAction(action)
        if isinstance(button, QAbstractButton):
            assert button.accessibleName(), action.text()


def test_an_unexpected_fault_is_told_and_logged(window, caplog):
    window.show_failure(KeyError("x"))
    assert "KeyError" in window.message.text
    assert "KeyError" in caplog.text


def windows():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]


def test_two_windows_share_what_is_chosen(window, spin):
    before = windows()
    act(window, "new_window")
    (other,) = [one for one in windows() if one not in before]
    assert other.isVisible() and other.size() == window.size()
    other.store.update(ruby=False)
    assert not window.page.settings.ruby
    other.close()
    spin(5)
    assert window.isVisible()


def test_a_correction_holds_in_the_other_window(window, open_file, article_file, spin):
    open_file(article_file)
    before = windows()
    act(window, "new_window")
    (other,) = [one for one in windows() if one not in before]
    ends = []
    other.page.annotated.connect(lambda: ends.append(True))
    other.open_source(Source(article_file))
    spin(until=lambda: ends)
    window.page.select_place(1, 0)
    place = window.page.current_place
    word = place.word.written(place.annotated.script)
    menu = window.correcting.menu(place)
    next(a for a in menu.actions() if a.text().startswith("Join")).trigger()
    spin(10)
    there = other.page.annotated_paragraphs()[1]
    assert there.words[0].corrected and there.words[0].written(there.script) != word
    other.close()
    spin(5)

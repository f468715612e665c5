import pytest

from duidu.page.fonts import HanziFonts
from duidu.page.settings import RubyFor, RubyKind
from duidu.window.page_dialog import PageDialog
from duidu.window.preferences import PreferenceStore, ThemeChoice


@pytest.fixture
def parts(application):
    store = PreferenceStore()
    dialog = PageDialog(store, HanziFonts(), lambda theme: store.update(theme=theme))
    yield dialog, store
    dialog.deleteLater()


def combos(dialog):
    from PySide6.QtWidgets import QComboBox

    return {box.itemText(0): box for box in dialog.findChildren(QComboBox)}


def choose(box, text):
    index = box.findText(text)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_what_is_chosen_holds_at_once(parts):
    dialog, store = parts
    boxes = combos(dialog)
    choose(boxes["Pinyin"], "Zhuyin")
    choose(boxes["All words"], "Doubtful words")
    choose(boxes["As the system"], "Sepia")
    assert store.value.ruby_kind is RubyKind.ZHUYIN
    assert store.value.ruby_for is RubyFor.DOUBTFUL
    assert store.value.theme is ThemeChoice.SEPIA


def test_a_change_elsewhere_is_shown(parts):
    dialog, store = parts
    store.update(ruby_kind=RubyKind.ZHUYIN)
    assert combos(dialog)["Pinyin"].currentText() == "Zhuyin"


def test_everything_can_be_put_back(parts):
    dialog, store = parts
    store.update(ruby_kind=RubyKind.ZHUYIN, point_size=30.0, theme=ThemeChoice.DARK, indent=True)
    from PySide6.QtWidgets import QPushButton

    next(b for b in dialog.findChildren(QPushButton) if "Default" in b.text()).click()
    assert store.value == type(store.value)()

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from duidu.window.actions import Actions
from duidu.window.keys_dialog import KeysDialog
from duidu.window.preferences import Preferences, PreferenceStore


@pytest.fixture
def dialog(application):
    window = QMainWindow()
    store, actions = PreferenceStore(), Actions(window)

    def take(value: Preferences) -> None:
        actions.take_keys(value.chosen_keys(), value.letter_keys)

    store.changed.connect(take)
    take(store.value)
    dialog = KeysDialog(store, actions, window)
    yield dialog, store, actions
    window.deleteLater()


def type_key(dialog, name, key):
    dialog.fields[name].setKeySequence(QKeySequence(key))
    dialog.fields[name].editingFinished.emit()


def test_a_chosen_key_takes_the_place_of_the_others(dialog):
    dialog, store, actions = dialog
    type_key(dialog, "next_word", "Ctrl+K")
    assert [s.toString() for s in actions.on("next_word").shortcuts()] == ["Ctrl+K"]
    assert store.value.keys == ("next_word\tCtrl+K",)
    type_key(dialog, "next_word", "")
    assert actions.on("next_word").shortcuts() == []


def test_a_key_that_something_else_has_is_not_taken(dialog):
    dialog, store, actions = dialog
    type_key(dialog, "next_word", "Ctrl+F")
    assert "Find" in dialog.answer.text()
    assert store.value.keys == ()
    assert QKeySequence("Ctrl+Right") in actions.on("next_word").shortcuts()


def test_keys_of_one_letter_can_be_turned_off(dialog):
    dialog, store, actions = dialog
    assert QKeySequence("N") in actions.on("next_word").shortcuts()
    dialog.letters.setChecked(False)
    assert not store.value.letter_keys
    assert QKeySequence("N") not in actions.on("next_word").shortcuts()


def test_everything_can_be_put_back(dialog):
    dialog, store, actions = dialog
    type_key(dialog, "find", "Ctrl+L")
    dialog.reset.click()
    assert store.value.keys == () and store.value.letter_keys
    assert QKeySequence("Ctrl+F") in actions.on("find").shortcuts()


def test_no_two_actions_have_the_same_key(dialog):
    _, _, actions = dialog
    keys = [key.toString() for action in actions for key in action.shortcuts()]
    assert len(keys) == len(set(keys))

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.page.fonts import Face
from duidu.page.settings import Arrangement, CardDelay, Columns, RubyFor, RubyKind, ToneColours
from duidu.page.theme import DARK, LIGHT
from duidu.window.preferences import (
    RECENT_FILES,
    Preferences,
    PreferenceStore,
    ThemeChoice,
    TongueChoice,
)

CHANGED = Preferences(
    interface=TongueChoice.TRADITIONAL,
    theme=ThemeChoice.DARK,
    point_size=21.5,
    ruby=False,
    columns=Columns.SIMPLIFIED,
    traditional_left=False,
    doubts=False,
    differences=True,
    taiwan_readings=True,
    regional_words=True,
    sandhi=True,
    ruby_kind=RubyKind.ZHUYIN,
    ruby_for=RubyFor.DOUBTFUL,
    ruby_level=5,
    tone_colours=ToneColours.HANZI,
    tone_scheme="mdbg",
    face=Face.KAI,
    line_height=2.6,
    longest_line=30,
    indent=True,
    arrangement=Arrangement.STACKED,
    first_share=0.35,
    furniture_open=True,
    glossary=False,
    letter_keys=False,
    keys=("find\tCtrl+L", "next_word\tN"),
    card_delay=CardDelay.SHIFT,
    card_place=(12, 340),
    recent=("/文章/一, 二.txt", "/a b/c;d.html"),
    geometry=b"\x00\xff",
    state=b"\x01",
)


def test_every_choice_survives(tmp_path, application):
    path = tmp_path / "deep" / "duidu.ini"
    PreferenceStore(path).put(CHANGED)
    assert PreferenceStore(path).value == CHANGED


def test_no_field_is_forgotten_by_the_round_trip():
    default = Preferences()
    same = [name for name in vars(default) if getattr(default, name) == getattr(CHANGED, name)]
    assert same == []


def test_a_change_is_told_once(application):
    store, told = PreferenceStore(), []
    store.changed.connect(told.append)
    store.update(ruby=False)
    store.update(ruby=False)
    assert told == [Preferences(ruby=False)]


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe\x80 no ini file at all",
        b"[General]\ntheme=purple\npoint_size=1e9\nruby=perhaps\ncolumns=7\ngeometry=zz\n",
        b"[General]\npoint_size=nan\n",
        b'[General]\ncard_delay=soon\ncard_place="1\\n-2"\n',
        b"[General]\ncard_place=1000000000000\n",
        b"",
    ],
)
def test_a_corrupt_file_gives_defaults(tmp_path, application, content):
    path = tmp_path / "duidu.ini"
    path.write_bytes(content)
    assert PreferenceStore(path).value == Preferences()


def test_one_bad_line_costs_only_itself(tmp_path, application):
    path = tmp_path / "duidu.ini"
    path.write_text("[General]\ntheme=purple\npoint_size=20\n")
    assert PreferenceStore(path).value == Preferences(point_size=20)


def test_without_a_path_nothing_is_written(tmp_path, application, monkeypatch):
    monkeypatch.chdir(tmp_path)
    PreferenceStore(None).update(ruby=False)
    assert list(tmp_path.iterdir()) == []


def test_recent_files_are_unique_newest_first_and_few():
    value = Preferences()
    for number in range(RECENT_FILES + 3):
        value = value.with_recent(Path(f"/{number}"))
    value = value.with_recent(Path("/5"))
    assert value.recent[:2] == ("/5", f"/{RECENT_FILES + 2}")
    assert len(value.recent) == len(set(value.recent)) == RECENT_FILES
    assert value.without_recent(Path("/5")).recent[0] == f"/{RECENT_FILES + 2}"


@given(st.lists(st.sampled_from([1.0, -1.0]), max_size=80))
def test_text_stays_readable(steps):
    value = Preferences()
    for step in steps:
        value = value.resized(step)
    assert 8 <= value.point_size <= 48


def test_the_system_theme_follows_the_system():
    assert ThemeChoice.SYSTEM.theme(system_is_dark=True) is DARK
    assert ThemeChoice.SYSTEM.theme(system_is_dark=False) is LIGHT
    assert ThemeChoice.LIGHT.theme(system_is_dark=True) is LIGHT

"""Every text of the window stands in both catalogues, and each translation fits its text."""

import json
import re
from string import Formatter

import pytest

from duidu.page.tongue import Tongue, without_key
from duidu.window.tongues import read_catalogue
from tests.catalogues import TRANSLATIONS, shown_as_it_is, texts

CHINESE = (Tongue.SIMPLIFIED, Tongue.TRADITIONAL)
# Names that are the same in every language.
SAME = {"Dummitt", "HZ", "Hanping", "MDBG", "OpenCC", "Pleco", "UTF-16", "UTF-8 (Unicode)"}
# Shown as they are: the program's name, a key, languages as they call themselves.
UNTRANSLATED = re.compile(r"( – )?Duidu|Speak English|English|Ctrl\+\w+|HSK ")
KEY = re.compile(r"&(\w)")
# Words that Taiwan has others for.
NOT_IN_TAIWAN = (
    *("窗口", "视图", "視圖", "文本", "默認", "默认", "撤銷", "屏幕", "鼠標", "軟件", "程序"),
    *("字體大小", "設置", "打印", "剪貼板", "菜單", "信息", "內存", "數據", "鏈接", "保存"),
)
NOT_ON_THE_MAINLAND = ("視窗", "檔案", "檢視", "預設", "軟體", "程式", "資料", "螢幕", "視窗")


@pytest.fixture(scope="module", params=CHINESE)
def tongue(request):
    return request.param


@pytest.fixture(scope="module")
def catalogue(tongue):
    return read_catalogue(tongue, TRANSLATIONS)


def test_both_have_every_text_and_no_other(catalogue):
    wanted = texts()
    assert sorted(wanted - set(catalogue)) == []
    assert sorted(set(catalogue) - wanted) == []


def test_nothing_is_shown_past_the_catalogues():
    shown = shown_as_it_is()
    bare = [f"{where}: {text}" for where, text in shown if not UNTRANSLATED.fullmatch(text)]
    assert bare == []


def test_the_file_is_sorted_and_has_nothing_twice(tongue):
    text = (TRANSLATIONS / f"{tongue.value}.json").read_text("utf-8")
    pairs = json.loads(text, object_pairs_hook=list)
    assert pairs == sorted(pairs) and len(dict(pairs)) == len(pairs)
    assert text == json.dumps(dict(pairs), ensure_ascii=False, indent=1) + "\n"


def test_each_is_translated(catalogue):
    same = {english for english, told in catalogue.items() if english == told}
    assert same - {"Duidu 對讀"} == SAME
    assert all(told.strip() for told in catalogue.values())


def test_placeholders_correspond(catalogue):
    def fields(text):
        return sorted((name, form) for _, name, form, _ in Formatter().parse(text) if name)

    wrong = [english for english, told in catalogue.items() if fields(english) != fields(told)]
    assert wrong == []


def test_the_letters_of_menus_correspond(catalogue):
    for english, told in catalogue.items():
        letters = [letter.upper() for letter in KEY.findall(english)]
        assert KEY.findall(told) == letters, english
        if letters:
            assert re.fullmatch(r"[^&]+\(&\w\)…?", told), told
            assert told.endswith("…") == english.endswith("…"), told


def test_what_files_are_called_is_kept(catalogue):
    pattern = re.compile(r"\([*][^)]*\)|<[^>]+>|Ctrl\+\S")
    for english, told in catalogue.items():
        assert sorted(pattern.findall(english)) == sorted(pattern.findall(told)), english


def test_words_are_those_of_the_region(tongue, catalogue):
    others = NOT_ON_THE_MAINLAND if tongue is Tongue.SIMPLIFIED else NOT_IN_TAIWAN
    shown = {told for word in others for told in catalogue.values() if word in told}
    assert [told for told in shown if "軟體" not in told] == []


def test_each_script_is_written_in_itself(tongue, catalogue):
    from opencc import OpenCC

    convert = OpenCC("t2s" if tongue is Tongue.SIMPLIFIED else "s2tw").convert
    # These tell of both scripts.
    both = [key for key in catalogue if "軟體" in key or "汉字" in key]
    for english, told in catalogue.items():
        if english not in both:
            assert convert(told).replace("臺", "台").replace("遊標", "游標") == told


def test_a_broken_catalogue_leaves_english(tmp_path):
    for broken in ("", "[]", '{"a": '):
        (tmp_path / "zh-Hans.json").write_text(broken, "utf-8")
        assert read_catalogue(Tongue.SIMPLIFIED, tmp_path) == {}
    assert read_catalogue(Tongue.TRADITIONAL, tmp_path) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("&Open…", "Open…"),
        ("打开(&O)…", "打开…"),
        ("Book&mark", "Bookmark"),
        ("A & B", "A & B"),
    ],
)
def test_a_name_is_told_without_its_letter(text, name):
    assert without_key(text) == name

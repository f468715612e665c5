import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "word_list.py"


@pytest.fixture(scope="module")
def module():
    spec = importlib.util.spec_from_file_location("word_list", SCRIPT)
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


HEADWORDS = {"示范", "区", "看", "着", "卡拉OK", "T恤", "既来之，则安之", "很", "大", "长剑客"}


def words(module, *lines):
    return module.word_list(module.read_counts(lines), HEADWORDS, {"韦", "马"})


def test_headwords_are_added_at_a_low_count_without_sentences(module):
    found = words(module, "示范 100 n\n")
    assert found["示范"] == 100
    assert found["T恤"] == found["卡拉OK"] == module.HEADWORD_COUNT
    assert "既来之，则安之" not in found


def test_phrases_are_left_out_and_words_are_kept(module):
    found = words(
        module, "看着 900 v\n", "示范区 50 n\n", "很大 80 a\n", "长剑 70 n\n", "三个 9 m\n"
    )
    assert set(found) & {"看着", "示范区", "很大", "三个"} == set()
    assert found["长剑"] == 70


def test_names_that_the_model_finds_are_left_to_it(module):
    found = words(module, "韦小宝 10 nr\n", "贝多芬 9 nrt\n", "下沙村 8 ns\n")
    assert "韦小宝" not in found
    assert (found["贝多芬"], found["下沙村"]) == (9, 8)


def test_a_numeral_and_its_measure_word_are_two_words(module):
    found = words(module, "三本 30 m\n", "这个 90 r\n", "三月 20 t\n")
    assert not {"三本", "这个"} & set(found)


def test_the_list_is_sorted_and_the_same_every_time(module):
    lines = ("看 5 v\n", "示范 100 n\n", "区 5 n\n")
    assert list(words(module, *lines).items()) == list(words(module, *reversed(lines)).items())
    assert next(iter(words(module, *lines))) == "示范"

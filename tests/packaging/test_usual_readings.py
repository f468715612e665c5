from pathlib import Path

from duidu.dictionary.store import Dictionary

TABLE = Path(__file__).parents[2] / "packaging" / "usual_readings.txt"


def test_a_reading_chosen_by_hand_comes_first():
    """A choice that no entry has any more would do nothing, in silence."""
    lines = TABLE.read_text("utf-8").splitlines()
    chosen = dict(line.split("\t") for line in lines if not line.startswith("#"))
    dictionary = Dictionary()
    assert {word: dictionary.entries(word)[0].pinyin for word in chosen} == chosen

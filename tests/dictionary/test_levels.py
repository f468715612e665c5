from duidu.dictionary.levels import BEYOND, level_of


def test_words_have_the_level_of_their_list():
    assert level_of("一") == 1
    assert level_of("一丝不苟") == 7


def test_other_words_are_as_hard_as_their_hardest_character():
    assert level_of("一一一") == 1
    assert level_of("一𠮟") == BEYOND
    assert level_of("") == BEYOND

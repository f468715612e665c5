from hypothesis import given
from hypothesis import strategies as st

from duidu.language.model import Word
from duidu.page.walk import following, preceding


def word(spoken):
    return Word(0, 1, "我", "我", ("wǒ",) if spoken else ())


SECTIONS = st.lists(st.lists(st.booleans().map(word), max_size=4), max_size=5)


def spoken(section, numbers):
    return [(n, i) for n in numbers for i, one in enumerate(section[n]) if one.reading]


@given(SECTIONS, st.sets(st.integers(0, 4)))
def test_a_walk_meets_every_spoken_word_in_order_and_back(section, left_out):
    numbers = [n for n in range(len(section)) if n not in left_out]
    expected = spoken(section, numbers)
    place, forth = following((0, -1), section.__getitem__, numbers), []
    while place is not None:
        forth.append(place)
        place = following(place, section.__getitem__, numbers)
    assert forth == expected
    place, back = preceding((len(section), 0), section.__getitem__, numbers), []
    while place is not None:
        back.append(place)
        place = preceding(place, section.__getitem__, numbers)
    assert back == expected[::-1]

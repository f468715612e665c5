import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.page.positions import Positions


def test_the_worked_example():
    positions = Positions("吃𠮟了")
    assert [positions.position(offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [positions.offset(position) for position in range(5)] == [0, 1, 1, 2, 3]


@given(st.text(alphabet="吃𠮟了a😀 ", max_size=40))
def test_positions_are_those_of_utf_16(text):
    positions = Positions(text)
    assert len(positions) == len(text.encode("utf-16-le")) // 2
    for offset in range(len(text) + 1):
        expected = len(text[:offset].encode("utf-16-le")) // 2
        assert positions.position(offset) == expected
        assert positions.offset(expected) == offset


def test_outside_the_text_is_an_error():
    for wrong in (-1, 3):
        with pytest.raises(IndexError):
            Positions("了了").position(wrong)

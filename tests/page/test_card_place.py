"""The card stands on the page, never over its word, and over little that follows it."""

from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from duidu.page.card_place import GAP, Side, Spot, best_side, corner, inside, room

PAGE = QRect(0, 0, 900, 600)
CARD = QSize(300, 150)


@st.composite
def words(draw):
    left, top = draw(st.integers(0, 880)), draw(st.integers(0, 580))
    width, height = draw(st.integers(8, 200)), draw(st.integers(8, 60))
    return QRect(left, top, min(width, 900 - left), min(height, 600 - top))


@given(words(), st.integers(50, 500), st.integers(40, 500))
def test_the_card_is_on_the_page_and_not_over_its_word(word, width, height):
    spot = Spot(word)
    side = best_side(QSize(width, height), spot, PAGE)
    size = QSize(width, min(height, room(side, spot, PAGE)))
    assume(size.height() > 0)
    card = QRect(corner(side, size, spot, PAGE), size)
    assert PAGE.contains(card)
    assert not card.intersects(word)


def test_above_is_best_since_it_covers_what_was_read_already():
    assert best_side(CARD, Spot(QRect(400, 300, 40, 30)), PAGE) is Side.ABOVE


def test_without_room_above_it_stands_beside_or_below():
    assert best_side(CARD, Spot(QRect(400, 100, 40, 30)), PAGE) is Side.LEFT
    assert best_side(CARD, Spot(QRect(10, 100, 40, 30)), PAGE) is Side.RIGHT
    wide = Spot(QRect(10, 100, 880, 30))
    assert best_side(CARD, wide, PAGE) is Side.BELOW
    assert corner(Side.BELOW, CARD, wide, PAGE).y() == 130 + GAP


def test_the_word_in_the_other_column_stays_free():
    word, twin = QRect(400, 100, 40, 30), QRect(150, 100, 40, 30)
    assert best_side(CARD, Spot(word, twin), PAGE) is Side.RIGHT


@given(st.integers(-9_000, 9_000), st.integers(-9_000, 9_000))
def test_a_card_that_is_moved_stays_on_the_page(x, y):
    assert PAGE.contains(QRect(inside(QPoint(x, y), CARD, PAGE), CARD))


def test_of_a_card_that_is_too_big_the_beginning_stays_on_the_page():
    assert inside(QPoint(50, 50), QSize(2000, 2000), PAGE) == QPoint(4, 4)

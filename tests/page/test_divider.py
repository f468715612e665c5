"""The line between the columns."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from duidu.language.model import Script
from duidu.page.settings import Arrangement, Columns
from tests.page.test_reading_page import tops

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drag(page, distance):
    divider = page.columns.divider
    middle = divider.rect().center()
    QTest.mousePress(divider, LEFT, NONE, middle)
    QTest.mouseMove(divider, middle + QPoint(distance, 0))
    there = QPoint(middle.x(), middle.y())
    QTest.mouseRelease(divider, LEFT, NONE, there)


def test_dragging_gives_the_first_column_more_room_and_keeps_the_columns_level(page, spin):
    shares = []
    page.shared.connect(shares.append)
    drag(page, 150)
    spin(20)
    page.columns.level()
    traditional, simplified = (page.pane(script) for script in Script)
    assert traditional.width() > simplified.width() + 200
    assert shares and 0.6 < shares[0] < 0.7
    assert tops(page, Script.TRADITIONAL) == tops(page, Script.SIMPLIFIED)


@pytest.mark.parametrize("share", [0.2, 0.35, 0.8])
def test_the_columns_are_level_whatever_their_shares(page, spin, share):
    page.apply(replace(page.settings, first_share=share))
    spin(20)
    page.columns.level()
    assert tops(page, Script.TRADITIONAL) == tops(page, Script.SIMPLIFIED)


def test_a_double_click_makes_them_even(page, spin):
    page.apply(replace(page.settings, first_share=0.3))
    divider = page.columns.divider
    QTest.mouseDClick(divider, LEFT, NONE, divider.rect().center())
    spin(10)
    assert abs(page.pane(Script.TRADITIONAL).width() - page.pane(Script.SIMPLIFIED).width()) <= 1


def test_there_is_nothing_to_divide_where_the_columns_are_not_beside_each_other(page, spin):
    page.apply(replace(page.settings, columns=Columns.TRADITIONAL))
    assert not page.columns.divider.isVisible()
    page.apply(replace(page.settings, columns=Columns.BOTH, arrangement=Arrangement.STACKED))
    assert not page.columns.divider.isVisible()

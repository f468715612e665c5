"""One column above the other, paragraph by paragraph."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from duidu.language.model import Script
from duidu.page.settings import Arrangement, Columns, PageSettings

STACKED = PageSettings(arrangement=Arrangement.STACKED)


@pytest.fixture
def stacked(page, spin):
    page.resize(1000, 1200)
    page.apply(STACKED)
    spin(20)
    page.columns.level()
    return page


def spans(page, script):
    """Give top and bottom of the lines of each shown paragraph, on the screen."""
    pane = page.pane(script)
    found = []
    for number in pane.shown_numbers():
        top = pane.lines.rect(number).top() + pane.lines.lines(number)[0].top
        found.append((top, top + pane.text_height(number)))
    return found


@pytest.mark.parametrize("width", [420, 1001])
@pytest.mark.parametrize("size", [9, 16, 31])
@pytest.mark.parametrize("traditional_left", [True, False])
def test_each_paragraph_stands_over_its_counterpart(stacked, spin, width, size, traditional_left):
    settings = replace(STACKED, point_size=size, traditional_left=traditional_left)
    stacked.apply(settings)
    stacked.resize(width, 600)
    spin(30)
    stacked.columns.level()
    first = Script.TRADITIONAL if traditional_left else Script.SIMPLIFIED
    pairs = list(zip(spans(stacked, first), spans(stacked, first.other), strict=True))
    for number, (above, below) in enumerate(pairs):
        assert above[1] <= below[0] <= above[1] + size
        if number + 1 < len(pairs):
            assert below[1] <= pairs[number + 1][0][0]


def test_both_columns_answer_to_the_mouse(stacked, spin):
    pinned = []
    stacked.word_pinned.connect(lambda place: pinned.append((place.paragraph, place.index)))
    over = stacked.pane(Script.SIMPLIFIED).viewport()
    for script in Script:
        spot = stacked.pane(script).rects_of((3, 0))[0].center().toPoint()
        QTest.mouseMove(over, QPoint(1, 1))
        QTest.mouseMove(over, spot)
        spin(until=stacked.card.isVisible)
        QTest.mouseClick(over, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert pinned == [(3, 0), (3, 0)]


def test_a_drag_selects_in_the_column_where_it_began(stacked):
    over = stacked.pane(Script.SIMPLIFIED).viewport()
    pane = stacked.pane(Script.TRADITIONAL)
    start = pane.rects_of((3, 0))[0].center().toPoint()
    end = pane.rects_of((3, 4))[0].center().toPoint()
    QTest.mousePress(over, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(over, end)
    QTest.mouseRelease(over, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert pane.textCursor().hasSelection()
    assert not stacked.pane(Script.SIMPLIFIED).textCursor().hasSelection()
    stacked.copy()
    assert "髮" in QGuiApplication.clipboard().text()


def test_one_column_alone_and_side_by_side_come_back(stacked, spin):
    stacked.apply(replace(STACKED, columns=Columns.SIMPLIFIED))
    spin(10)
    assert stacked.pane(Script.SIMPLIFIED).isVisible()
    stacked.apply(PageSettings())
    spin(10)
    stacked.columns.level()
    tops = [[span[0] for span in spans(stacked, script)] for script in Script]
    assert tops[0] == tops[1]

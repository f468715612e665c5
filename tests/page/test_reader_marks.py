import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from duidu.language.model import Script
from duidu.page.spans import Highlight, in_column

COLOUR = "green"


def painted(page, script):
    """Count the points of a column that have the colour of the highlights."""
    image = page.pane(script).viewport().grab().toImage()
    wanted = QColor(page.settings.theme.marker(COLOUR)).rgb()
    return {
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixel(x, y) == wanted
    }


@pytest.mark.parametrize("script", list(Script))
def test_a_highlight_is_painted_under_its_text_in_both_columns(page, script):
    assert not painted(page, script)
    page.show_marks([Highlight(3, 2, 8, COLOUR)], [])
    points = painted(page, script)
    pane, annotated = page.pane(script), page.annotated_paragraphs()[3]
    first, last = in_column(annotated, script, 2, 8)
    top = pane.lines.rect(3).topLeft()
    rects = [r.translated(top) for r in pane.lines.span_rects(3, first, last)]
    assert points
    assert all(any(r.adjusted(-1, -1, 1, 1).contains(x, y) for r in rects) for x, y in points)
    page.show_marks([], [])
    assert not painted(page, script)


def test_bookmarks_hang_beside_the_line(page):
    pane = page.pane(Script.TRADITIONAL)
    before = pane.viewport().grab().toImage()
    page.show_marks([], [(3, 5)])
    after = pane.viewport().grab().toImage()
    changed = {
        (x, y)
        for y in range(after.height())
        for x in range(after.width())
        if before.pixel(x, y) != after.pixel(x, y)
    }
    rect = pane.lines.rect(3)
    assert changed and all(x < rect.left() and y > rect.top() for x, y in changed)


@pytest.mark.parametrize("script", list(Script))
def test_a_note_is_a_tool_tip_over_its_highlight(page, script, spin):
    page.show_marks([Highlight(3, 0, 2, COLOUR), Highlight(3, 0, 6, COLOUR, "a < b")], [])
    pane = page.pane(script)

    def ask(offset):
        rect = next(pane.lines.span_rects(3, offset, offset + 1))
        point = rect.translated(pane.lines.rect(3).topLeft()).center().toPoint()
        place = pane.viewport().mapToGlobal(point)
        QApplication.sendEvent(pane.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, place))
        return QToolTip.text() if QToolTip.isVisible() else ""

    assert "a &lt; b" in ask(1)
    QToolTip.hideText()
    spin(400)
    assert ask(9) == ""
    assert pane.reader_marks.at(3, 9) is None and pane.reader_marks.at(99, 0) is None


def test_marks_stay_when_the_size_changes_and_go_with_the_section(page, spin):
    from dataclasses import replace

    page.show_marks([Highlight(3, 2, 8, COLOUR)], [(3, 2)])
    page.apply(replace(page.settings, point_size=12))
    spin(20)
    assert painted(page, Script.SIMPLIFIED)
    page.clear()
    assert not painted(page, Script.SIMPLIFIED)
    assert page.pane(Script.SIMPLIFIED).reader_marks.at(3, 3) is None
    assert page.pane(Script.SIMPLIFIED).place_at(QPoint(5, 5)) is None

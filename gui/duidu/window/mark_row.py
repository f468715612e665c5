"""One row of the list of marks: the text in its colour, and below it where it is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from duidu.page.theme import Theme
from duidu.study.marks import Kind
from duidu.window.note_dialog import quoted

_MARGIN = 8
# Room at the left for a ribbon, in pixels.
_INDENT = 22
# The bar at the left of the row that is chosen, in pixels.
_BAR = 3
# Code points before a mark, and at least of a long one, that are told.
_BEFORE = 8
_SHORTEST = 12
_Index = QModelIndex | QPersistentModelIndex


class MarkRow(QStyledItemDelegate):
    """Paints an entry of the list on two lines; `role` is where an item keeps it."""

    def __init__(self, theme: Theme, role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role

    def _document(self, option: QStyleOptionViewItem, index: _Index) -> QTextDocument:
        entry, theme = index.data(self._role), self._theme
        metrics = QFontMetrics(option.font)
        width = max(200, option.rect.width() - _INDENT - 2 * _MARGIN)
        room = width // metrics.horizontalAdvance("字")
        ink = theme.quiet_ink if entry.place is None else theme.ink
        before = entry.before[-_BEFORE:]
        text = quoted(entry.mark.anchor.text, max(_SHORTEST, room - len(before) - 3))
        after = entry.after[: max(0, room - len(before) - len(text) - 1)]
        marker = theme.marker(entry.mark.colour.value)
        # The text at a bookmark is what follows it.
        after_ink = theme.quiet_ink if text else ink
        html = _coloured(before, theme.quiet_ink) + _coloured(text, ink, marker)
        html += _coloured(after, after_ink)
        if entry.facts:
            facts = metrics.elidedText(entry.facts, Qt.TextElideMode.ElideRight, width)
            html += f"<br/><small>{_coloured(facts, theme.quiet_ink)}</small>"
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        document.setHtml(html)
        return document

    def _paint_ribbon(self, painter: QPainter, x: float, y: float) -> None:
        corners = ((0, 0), (8, 0), (8, 15), (4, 11), (0, 15))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent))
        painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))

    # Qt's overrides.

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        rect, state = option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.hover_paper))
            bar = QRect(rect.left(), rect.top(), _BAR, rect.height())
            painter.fillRect(bar, QColor(self._theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(self._theme.hover_paper))
        if index.data(self._role).mark.kind is Kind.BOOKMARK:
            self._paint_ribbon(painter, rect.left() + 8, rect.top() + _MARGIN + 1)
        painter.translate(rect.left() + _INDENT, rect.top() + _MARGIN)
        room = QRectF(0, 0, rect.width() - _INDENT - _MARGIN, rect.height() - _MARGIN)
        self._document(option, index).drawContents(painter, room)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Give room for the lines."""
        return QSize(200, round(self._document(option, index).size().height()) + 2 * _MARGIN)


def _coloured(text: str, ink: str, paper: str = "") -> str:
    style = f"color:{ink};background-color:{paper}" if paper else f"color:{ink}"
    return f"<span style='{style}'>{escape(text)}</span>" if text else ""

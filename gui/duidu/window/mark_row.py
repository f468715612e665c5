"""One row of the list of marks: the text in its colour, and below it where it is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTextDocument
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from duidu.page.theme import Theme
from duidu.study.marks import Kind

_MARGIN = 8
# Room at the left for a ribbon, in pixels.
_INDENT = 22
_Index = QModelIndex | QPersistentModelIndex


class MarkRow(QStyledItemDelegate):
    """Paints an entry of the list on two lines; `role` is where an item keeps it."""

    def __init__(self, theme: Theme, role: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._role = theme, role

    def _document(self, option: QStyleOptionViewItem, index: _Index) -> QTextDocument:
        entry, theme = index.data(self._role), self._theme
        quiet = f"color:{theme.quiet_ink}"
        marker = theme.marker(entry.mark.colour.value)
        lost = entry.place is None
        ink = theme.quiet_ink if lost else theme.ink
        text = f"<span style='background-color:{marker};color:{ink}'>{escape(entry.text)}</span>"
        # The text at a bookmark is what follows it.
        plain = f"color:{ink}" if not entry.text else quiet
        lines = [
            f"<span style='{quiet}'>{escape(entry.before[-10:])}</span>{text if entry.text else ''}"
            f"<span style='{plain}'>{escape(entry.after)}</span>"
        ]
        if entry.facts:
            lines.append(f"<span style='{quiet};font-size:small'>{escape(entry.facts)}</span>")
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        document.setHtml("<br/>".join(lines))
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
            painter.fillRect(rect, QColor(self._theme.accent_paper))
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

"""The icons of the window, drawn in the ink of the theme."""

from __future__ import annotations

from importlib.resources import files
from itertools import product

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialogButtonBox

from duidu.page.theme import Theme

# Once and twice the size of the toolbar's icons, for screens of both densities.
_SIZES = (20, 40)
_STROKE = "#000000"


def themed_icon(name: str, theme: Theme) -> QIcon:
    """Give an icon in the theme's ink; an empty one where there is no such picture."""
    source = _source(name)
    icon = QIcon()
    for mode, colour in (
        (QIcon.Mode.Normal, theme.ink),
        (QIcon.Mode.Disabled, theme.quiet_ink),
    ):
        for size in _SIZES if source else ():
            icon.addPixmap(_drawn(source.replace(_STROKE, colour), size), mode)
    return icon


def application_icon() -> QIcon:
    """Give the program's own picture."""
    icon = QIcon()
    for size in (32, 64, 128):
        icon.addPixmap(_drawn(_source("duidu"), size))
    return icon


def swatch(colour: str, edge: str) -> QIcon:
    """Give a patch of a colour, with a tick where it is the chosen one."""
    icon = QIcon()
    for size, state in product(_SIZES, (QIcon.State.Off, QIcon.State.On)):
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(edge), size / 20))
        painter.setBrush(QColor(colour))
        inset = size * 0.12
        painter.drawRoundedRect(
            QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset), size / 6, size / 6
        )
        if state is QIcon.State.On:
            painter.setPen(QPen(QColor(edge), size / 10))
            tick = ((0.3, 0.52), (0.45, 0.67), (0.72, 0.36))
            painter.drawPolyline([QPointF(x * size, y * size) for x, y in tick])
        painter.end()
        icon.addPixmap(pixmap, state=state)
    return icon


def names_alone(buttons: QDialogButtonBox) -> None:
    """Take away the system's icons, which some desktops put on the buttons of dialogs."""
    for button in buttons.buttons():
        button.setIcon(QIcon())


def _source(name: str) -> str:
    path = files("duidu.resources").joinpath("icons", f"{name}.svg")
    return path.read_text("utf-8") if path.is_file() else ""


def _drawn(source: str, size: int) -> QPixmap:
    pixmap = QPixmap(QSize(size, size))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode("utf-8"))).render(painter)
    painter.end()
    return pixmap

"""The tool tip that shows the note of a highlight."""

from __future__ import annotations

import math
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QToolTip

# The tool tip is at most so wide, and Qt shows it so far below the point that is asked for; pixels.
_WIDEST_TIP = 360
BELOW_POINTER = 46


def note_tip(note: str) -> tuple[str, float]:
    """Give the text of a note's tool tip and how high that will be, in pixels."""
    text = f"<span style='white-space:pre-wrap'>{escape(note)}</span>"
    document = QTextDocument()
    document.setDefaultFont(QToolTip.font())
    document.setHtml(text)
    width = min(_WIDEST_TIP, math.ceil(document.idealWidth()) + 2)
    document.setTextWidth(width)
    return f"<table width='{width}'><tr><td>{text}</td></tr></table>", document.size().height()

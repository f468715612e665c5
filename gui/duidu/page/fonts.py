"""The fonts of the page: for each script its own shapes, and ruby that has every tone letter."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtGui import QFont

from duidu.language.model import Script, Variety


class Face(StrEnum):
    """The two families of hanzi faces: Song has serifs, Hei has not."""

    SONG = "song"
    HEI = "hei"


class HanziFonts:
    """The families that were found on this machine. Needs a running QGuiApplication."""

    def __init__(self, face: Face = Face.SONG) -> None:
        self._face = face

    def family(self, script: Script, variety: Variety) -> str:
        """Give the family that has a script's shapes, as its variety writes them."""
        raise NotImplementedError

    def hanzi_font(self, script: Script, variety: Variety, point_size: float) -> QFont:
        """Give the font of a column, letter spacing of the page included."""
        raise NotImplementedError

    def ruby_font(self, point_size: float) -> QFont:
        """Give a font that has a glyph for every pinyin letter with every tone mark."""
        raise NotImplementedError

    def interface_font(self, point_size: float = 10) -> QFont:
        """Give the font of labels and menus, with hanzi behind the system's own letters."""
        raise NotImplementedError

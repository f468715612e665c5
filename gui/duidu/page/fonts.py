"""The fonts of the page: for each script its own shapes, and ruby that has every tone letter."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from noto_cjk_sans_otc import FONT_PATH
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QRawFont

from duidu.language.model import Script, Variety

TONE_LETTERS = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
# Space after each hanzi, in ems: what the longest syllable (zhuāng) needs to fit over one hanzi.
LETTER_SPACING = 1 / 3
# Points of labels, which all sizes of the interface are told for.
_LABEL = 10


class Face(StrEnum):
    """The families of hanzi faces: Song has serifs, Hei has none, Kai is like brush writing."""

    SONG = "song"
    HEI = "hei"
    KAI = "kai"


class Series(NamedTuple):
    """Families drawn together: for simplified, for Taiwan, for Hong Kong."""

    simplified: str
    taiwan: str
    hongkong: str

    def family(self, script: Script, variety: Variety) -> str:
        """Give the family of a script as its variety writes it."""
        if script is Script.SIMPLIFIED:
            return self.simplified
        return self.hongkong if variety is Variety.HONGKONG else self.taiwan


_SERIES = {
    Face.SONG: (
        Series("Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Serif CJK HK"),
        Series("Source Han Serif SC", "Source Han Serif TC", "Source Han Serif HC"),
        Series("Noto Serif SC", "Noto Serif TC", "Noto Serif HK"),
        Series("Songti SC", "Songti TC", "Songti TC"),
        Series("SimSun", "PMingLiU", "MingLiU_HKSCS"),
        Series("AR PL UMing CN", "AR PL UMing TW", "AR PL UMing HK"),
    ),
    Face.HEI: (
        Series("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK"),
        Series("Source Han Sans SC", "Source Han Sans TC", "Source Han Sans HC"),
        Series("Noto Sans SC", "Noto Sans TC", "Noto Sans HK"),
        Series("PingFang SC", "PingFang TC", "PingFang HK"),
        Series("Microsoft YaHei", "Microsoft JhengHei", "Microsoft JhengHei"),
    ),
    Face.KAI: (
        Series("Kaiti SC", "Kaiti TC", "Kaiti TC"),
        Series("KaiTi", "DFKai-SB", "DFKai-SB"),
        Series("LXGW WenKai", "LXGW WenKai TC", "LXGW WenKai TC"),
        Series("AR PL UKai CN", "AR PL UKai TW", "AR PL UKai HK"),
        Series("AR PL KaitiM GB", "AR PL KaitiM Big5", "AR PL KaitiM Big5"),
    ),
}
# Narrow and plain ones first: a syllable has little room over its hanzi.
_RUBY_FAMILIES = (
    "Source Sans 3",
    "Noto Sans CJK SC",
    "Segoe UI",
    "Helvetica Neue",
    "Noto Sans",
    "DejaVu Sans Condensed",
    "DejaVu Sans",
)


class HanziFonts:
    """The families that were found on this machine. Needs a running QGuiApplication.

    Where the system has no font for one of the scripts, the Noto Sans CJK of the package
    noto_cjk_sans_otc is loaded for this process; it has the shapes of each region.
    """

    def __init__(self, face: Face = Face.SONG) -> None:
        if not _has_hanzi():
            QFontDatabase.addApplicationFont(str(FONT_PATH))
        # The script of labels and menus, where it is Chinese.
        self.interface: Script | None = None
        self._face = face
        self._series = _series(face)
        self._ruby = _ruby_family(self._series.simplified)

    def use(self, face: Face) -> None:
        """Take another face, as far as this machine has it."""
        if face is not self._face:
            self._face, self._series = face, _series(face)

    def has(self, face: Face) -> bool:
        """Say whether this machine has a face in the shapes of both scripts."""
        return any({one.simplified, one.taiwan} <= _installed() for one in _SERIES[face])

    def family(self, script: Script, variety: Variety) -> str:
        """Give the family that has a script's shapes, as its variety writes them."""
        return self._series.family(script, variety)

    def hanzi_font(self, script: Script, variety: Variety, point_size: float) -> QFont:
        """Give the font of a column, letter spacing of the page included."""
        font = self._font((self.family(script, variety), *self._series), point_size)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 * (1 + LETTER_SPACING))
        return font

    def ruby_font(self, point_size: float) -> QFont:
        """Give a font that has a glyph for every pinyin letter with every tone mark."""
        return self._font((self._ruby,), point_size)

    def zhuyin_font(self, point_size: float) -> QFont:
        """Give a font that has the letters of zhuyin: that of the hanzi of Taiwan."""
        families = (_hei(self._series).taiwan, self._series.taiwan)
        return self._font(families, point_size)

    @property
    def scale(self) -> float:
        """How much larger than usual the system wants labels; hanzi are never made smaller."""
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        return max(1.0, system.pointSizeF() / _LABEL)

    def interface_font(self, point_size: float = _LABEL) -> QFont:
        """Give the font of labels and menus: the system's own, with hanzi behind it.

        The size is in points where the system's labels have ten, and grows with them. Where labels
        are Chinese it is the font of the hanzi, whose lines are higher.
        """
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        hanzi = _hei(self._series).family(self.interface or Script.SIMPLIFIED, Variety.TAIWAN)
        families = [QFontInfo(system).family(), hanzi]
        if self.interface is not None:
            families.reverse()
        font = QFont(system)
        font.setFamilies(families)
        font.setPointSizeF(point_size * self.scale)
        return font

    def _font(self, families: tuple[str, ...], point_size: float) -> QFont:
        font = QFont(list(dict.fromkeys(families)))
        font.setPointSizeF(point_size)
        # Horizontal hinting would round advances, and the columns would break apart.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font


def has_tone_letters(font: QFont) -> bool:
    """Say whether a font itself, without any fallback, can write pinyin."""
    raw = QRawFont.fromFont(font)
    return raw.isValid() and all(raw.supportsCharacter(ord(letter)) for letter in TONE_LETTERS)


def _has_hanzi() -> bool:
    system = QFontDatabase.WritingSystem
    return bool(
        QFontDatabase.families(system.SimplifiedChinese)
        and QFontDatabase.families(system.TraditionalChinese)
    )


def _installed() -> set[str]:
    return set(QFontDatabase.families())


def _series(face: Face) -> Series:
    """Give the best installed series, of the other face where the wanted one is not there."""
    installed = _installed()
    others = [other for other in Face if other is not face]
    for series in (series for each in (face, *others) for series in _SERIES[each]):
        if {series.simplified, series.taiwan} <= installed:
            return series if series.hongkong in installed else series._replace(hongkong=series[1])
    return _any_series()


def _any_series() -> Series:
    system = QFontDatabase.WritingSystem
    simplified = QFontDatabase.families(system.SimplifiedChinese)[0]
    traditional = QFontDatabase.families(system.TraditionalChinese)
    # One family with both scripts draws both alike.
    taiwan = simplified if simplified in traditional else traditional[0]
    return Series(simplified, taiwan, taiwan)


def _hei(fallback: Series) -> Series:
    installed = _installed()
    return next((s for s in _SERIES[Face.HEI] if s.simplified in installed), fallback)


def _ruby_family(hanzi_family: str) -> str:
    """Give a family that can write pinyin; in the last resort any that can.

    Raises LookupError where no font of the machine has all tone letters.
    """
    installed = QFontDatabase.families()
    known = set(installed)
    preferred = [family for family in (*_RUBY_FAMILIES, hanzi_family) if family in known]
    for family in (*preferred, *installed):
        if has_tone_letters(QFont(family)):
            return family
    raise LookupError("no font of this machine has the letters of pinyin")

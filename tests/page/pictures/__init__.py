"""What the page looks like in each layout and theme, with fixed fonts, as pictures.

`python -m tests.page.pictures` takes them anew; look at every one of them before you commit it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from noto_cjk_sans_otc import FONT_PATH
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QLabel

from duidu.article.model import Article, Paragraph, Role
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from duidu.language.model import Script, Variety
from duidu.page.fonts import HanziFonts, Series
from duidu.page.reading_page import ReadingPage
from duidu.page.settings import Arrangement, Columns, PageSettings, RubyKind, ToneColours
from duidu.page.theme import THEMES

FOLDER = Path(__file__).parent
SIZE = 620, 400
PARAGRAPHS = (
    Paragraph("港口的燈光亮了", Role.TITLE),
    Paragraph("2024-03-18　來源：海報", Role.BYLINE),
    Paragraph("床雙裝窗闖撞狀霜莊，頭髮乾了以後，皇后發現裡面的麵包只有三隻。"),
    Paragraph("他穿著T恤，唱了一個小時的卡拉OK：「不是我！」"),
)
LAYOUTS = {
    "beside": PageSettings(),
    "stacked": PageSettings(arrangement=Arrangement.STACKED, tone_colours=ToneColours.RUBY),
    "traditional": PageSettings(
        columns=Columns.TRADITIONAL, ruby_kind=RubyKind.ZHUYIN, tone_colours=ToneColours.HANZI
    ),
    "simplified": PageSettings(
        columns=Columns.SIMPLIFIED, sandhi=True, differences=True, indent=True
    ),
}
NAMES = [f"{layout}-{theme}" for layout in LAYOUTS for theme in THEMES]


class BundledFonts(HanziFonts):
    """The fonts of the package alone, whatever the machine has."""

    def __init__(self) -> None:
        QFontDatabase.addApplicationFont(str(FONT_PATH))
        super().__init__()
        self._series = Series("Noto Sans CJK SC", "Noto Sans CJK TC", "Noto Sans CJK HK")
        self._ruby = "Noto Sans CJK SC"

    @property
    def scale(self) -> float:
        return 1.0

    def interface_font(self, point_size: float = 10) -> QFont:
        font = QFont("Noto Sans CJK SC")
        font.setPointSizeF(point_size)
        return font


def take(name: str, wait: Callable[[Callable[[], bool]], None]) -> QImage:
    """Take the picture of a layout in a theme; `wait` lets the event loop run until it is so."""
    layout, theme = name.split("-")
    language = Language(Dictionary())
    annotator = language.annotator(Article("", ()), Script.TRADITIONAL, Variety.TAIWAN)
    fonts = BundledFonts()
    page = ReadingPage(fonts, replace(LAYOUTS[layout], theme=THEMES[theme], point_size=14))
    for label in page.findChildren(QLabel):
        label.setFont(fonts.interface_font())
    # The machine's style draws the scroll bar.
    page.columns.bar.hide()
    page.resize(*SIZE)
    page.show()
    done: list[bool] = []
    page.annotated.connect(lambda: done.append(True))
    page.show_section(PARAGRAPHS, annotator.annotate, Script.TRADITIONAL, Variety.TAIWAN)
    wait(lambda: bool(done))
    page.select_place(2, 5)
    page.columns.level()
    image = page.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    page.close()
    page.deleteLater()
    return image

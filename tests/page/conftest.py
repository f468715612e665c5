import pytest

from duidu.article.model import Paragraph, Role
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from duidu.language.model import Script, Variety
from duidu.language.script import Detection
from duidu.page.fonts import HanziFonts
from duidu.page.reading_page import ReadingPage
from duidu.page.settings import PageSettings

PARAGRAPHS = (
    Paragraph("港口的燈光，一盞接著一盞亮了", Role.TITLE),
    Paragraph("2024-03-18來源：海報編輯：林美", Role.BYLINE),
    Paragraph("床雙裝窗闖撞狀霜莊床雙裝窗闖撞狀霜莊床雙裝窗闖撞狀霜莊床雙裝窗闖撞狀霜莊"),
    Paragraph("頭髮乾了以後，皇后發現裡面的麵包只有三隻，𠮟聲從後面傳來。" * 6),
    Paragraph("他穿著T恤，唱了兩個小時的卡拉OK:快樂!然後回家。" * 3),
    Paragraph("版權所有，未經授權請勿轉載。", Role.FURNITURE),
    Paragraph("違者必究。", Role.FURNITURE),
)


@pytest.fixture(scope="session")
def language():
    return Language(Dictionary())


@pytest.fixture
def annotate(language):
    empty = Detection(Script.TRADITIONAL, Variety.TAIWAN)
    from duidu.article.model import Article

    return language.annotator(Article("", ()), empty.script, empty.variety).annotate


@pytest.fixture(scope="session")
def fonts(application):
    return HanziFonts()


@pytest.fixture
def page(application, fonts, annotate, spin):
    page = ReadingPage(fonts, PageSettings())
    page.resize(1000, 700)
    page.show()
    done = []
    page.annotated.connect(lambda: done.append(True))
    page.show_section(PARAGRAPHS, annotate, Script.TRADITIONAL, Variety.TAIWAN)
    spin(until=lambda: done)
    spin(20)
    yield page
    page.close()
    page.deleteLater()
    spin(1)

import pytest
from PySide6.QtCore import QUrl

from duidu.language.model import Variety
from duidu.page.place import WordPlace
from duidu.page.theme import DARK, LIGHT
from duidu.window.glossary_dock import HINT, GlossaryDock
from tests.window.conftest import annotated

PARAGRAPH = annotated(
    ("頭髮", "头发", "tóu fa"), ("。", "。", ""), ("船", "船", "chuán"), ("<b>", "<b>", "")
)


@pytest.fixture
def dock(dictionary, fonts, spin):
    dock = GlossaryDock(dictionary, fonts, LIGHT, lambda: [PARAGRAPH])
    yield dock
    dock.deleteLater()
    spin(1)


def shown(dock):
    return dock.browser.toPlainText()


def test_it_says_what_it_is_for(dock):
    assert shown(dock) == HINT


def test_a_pinned_word_is_shown_with_its_entries(dock):
    dock.show_place(WordPlace(0, 0, PARAGRAPH), Variety.TAIWAN)
    assert "頭髮" in shown(dock) and "头发" in shown(dock)
    assert "hair (on the head)" in shown(dock)


def test_words_inside_open_and_lead_back(dock):
    dock.show_place(WordPlace(0, 0, PARAGRAPH), Variety.TAIWAN)
    dock.browser.anchorClicked.emit(QUrl("word:髮|发"))
    assert dock.word.traditional == "髮" and "← 頭髮" in shown(dock)
    dock.browser.anchorClicked.emit(QUrl("back:"))
    assert dock.word.traditional == "頭髮" and "←" not in shown(dock)


def test_every_link_of_a_word_leads_somewhere(dock):
    dock.show_place(WordPlace(0, 0, PARAGRAPH), Variety.TAIWAN)
    links, block = [], dock.browser.document().begin()
    while block.isValid():
        iterator = block.begin()
        while not iterator.atEnd():
            links.append(iterator.fragment().charFormat().anchorHref())
            iterator += 1
        block = block.next()
    words = {link for link in links if link.startswith("word:")}
    assert words
    for link in words:
        dock.browser.anchorClicked.emit(QUrl(link))
        assert dock.word.entries


def test_a_sentence_leads_to_its_place(dock):
    wanted = []
    dock.place_wanted.connect(lambda *place: wanted.append(place))
    dock.show_place(WordPlace(0, 2, PARAGRAPH), Variety.TAIWAN)
    dock.browser.anchorClicked.emit(QUrl("place:0,2"))
    assert wanted == [(0, 2)]


def test_markup_in_the_text_stays_text(dock):
    dock.show_place(WordPlace(0, 3, PARAGRAPH), Variety.TAIWAN)
    assert shown(dock).startswith("<b>")


def test_another_theme_shows_the_same_word(dock):
    dock.show_place(WordPlace(0, 0, PARAGRAPH), Variety.TAIWAN)
    before = shown(dock)
    dock.recolour(DARK)
    assert shown(dock) == before
    assert DARK.ink in dock.browser.toHtml() and LIGHT.ink not in dock.browser.toHtml()

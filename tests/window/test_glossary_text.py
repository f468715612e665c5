import re
from html.parser import HTMLParser

import pytest

from duidu.dictionary.entry import Classifier, Entry
from duidu.language.model import Script, Variety
from duidu.page.theme import DARK, LIGHT
from duidu.window.glossary_text import GlossaryText
from duidu.window.headword import Headword, Sentence

EVIL = "<img src=x onerror=alert(1)>&\"'"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text, self.styles = [], "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.styles += [value for name, value in attrs if name == "style"]

    def handle_data(self, data):
        self.text += data


def parsed(html):
    parser = Tags()
    parser.feed(html)
    return parser


def entry(traditional, simplified, pinyin, *senses, **more):
    return Entry(traditional, simplified, tuple(pinyin.split()), pinyin, senses, **more)


def word(*entries, **more):
    given = {"traditional": "船", "simplified": "船", "reading": "chuán"}
    empty = {"notes": (), "inside": (), "sentences": (), "occurrences": 0}
    return Headword(**(given | empty | {"entries": entries} | more))


@pytest.fixture
def text(fonts):
    return GlossaryText(LIGHT, fonts)


def test_every_entry_is_there_with_all_of_its_senses(text):
    entries = (
        entry("船", "船", "chuán", "boat", "vessel"),
        entry("舩", "船", "chuán", "variant of 船[chuán]"),
        entry("船", "船", "Chuán", "surname Chuan", taiwan=("chuǎn",)),
    )
    told = parsed(text.page(word(*entries))).text
    for part in ("boat", "vessel", "舩", "variant of", "surname Chuan", "chuǎn"):
        assert part in told


def test_the_entry_that_is_meant_is_not_repeated(text):
    told = parsed(text.page(word(entry("船", "船", "chuán", "boat")))).text
    assert told.count("船") == 1 and told.count("chuán") == 1


def test_classifiers_are_told_in_both_forms(text):
    one = entry("船", "船", "chuán", "boat", classifiers=(Classifier("條", "条", "tiáo"),))
    told = parsed(text.page(word(one))).text
    assert "條" in told and "条" in told and "tiáo" in told


def test_what_comes_from_outside_is_escaped(text):
    evil = entry(EVIL, EVIL, EVIL, EVIL, classifiers=(Classifier(EVIL, EVIL, EVIL),))
    sentence = Sentence(0, 0, Script.TRADITIONAL, EVIL, 0, 5)
    shown = word(
        evil,
        traditional=EVIL,
        simplified=EVIL + "x",
        reading=EVIL,
        notes=(EVIL,),
        inside=(evil,),
        sentences=(sentence,),
    )
    found = parsed(text.page(shown, EVIL))
    assert "img" not in found.tags
    assert found.text.count("<img") >= 8


def test_differing_characters_alone_are_marked(text):
    html = text.page(word(traditional="頭髮上", simplified="头发上", reading="tóu fa"))
    marked = re.findall(rf'color:{LIGHT.accent}">(.)</span>', html)
    assert marked == ["头", "发"]


def test_each_script_has_its_own_shapes(fonts):
    html = GlossaryText(LIGHT, fonts, Variety.HONGKONG).page(
        word(traditional="頭", simplified="头", reading="tóu")
    )
    traditional = fonts.family(Script.TRADITIONAL, Variety.HONGKONG)
    simplified = fonts.family(Script.SIMPLIFIED, Variety.HONGKONG)
    assert re.search(rf"{traditional}[^>]*>頭", html)
    assert re.search(rf"{simplified}[^>]*><span[^>]*>头", html)


def test_mentioned_words_are_links(text):
    html = text.page(word(entry("船", "船", "chuán", "see 飛船|飞船[fēi chuán]; cf. 舟[zhōu]")))
    assert re.findall('href="([^"]*)"', html) == ["word:飛船|飞船", "word:舟|舟"]


def test_a_word_without_entries_says_so(text):
    assert "no entry" in parsed(text.page(word())).text


def test_the_dark_theme_has_no_colour_of_the_light_one(fonts):
    shown = word(
        entry("船", "船", "chuán", "boat", "ship"),
        notes=("Chosen",),
        inside=(entry("頭", "头", "tóu", "head"),),
    )
    html = GlossaryText(DARK, fonts).page(shown)
    used = set(re.findall("#[0-9a-f]{6}", html))
    assert used <= {DARK.ink, DARK.quiet_ink, DARK.ruby, DARK.accent, DARK.doubt}

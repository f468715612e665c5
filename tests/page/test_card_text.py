"""The card's text: what it tells, and that nothing from outside becomes markup."""

from html.parser import HTMLParser

import pytest

from duidu.dictionary.entry import Entry
from duidu.language.model import Guess, Regional, Script, Word
from duidu.page.card_text import CardText, forms_of
from duidu.page.lookup import Answer
from duidu.page.settings import PageSettings
from duidu.page.theme import DARK, LIGHT

EVIL = "<img src=x onerror=alert(1)>&\"'|"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.text, self.links = set(), "", []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data


def parsed(html):
    parser = Tags()
    parser.feed(html)
    return parser


def entry(traditional, simplified, pinyin, *senses):
    return Entry(traditional, simplified, tuple(pinyin.split()), pinyin, senses)


@pytest.fixture(params=[LIGHT, DARK])
def text(fonts, request):
    return CardText(PageSettings(theme=request.param, sandhi=True), fonts)


HIT = entry("打", "打", "dǎ", "to beat (as in 打傘|打伞[dǎ sǎn])", "to hit", "to play", "to make")
DOZEN = entry("打", "打", "dá", "dozen")


def test_four_senses_are_told_and_that_there_are_more(text):
    more = entry("打", "打", "dǎ", *HIT.senses, "to fight")
    told = parsed(text.body(Answer("打", "打", "dǎ", (more,)))).text
    assert "to make …" in told and "to fight" not in told
    told = parsed(text.body(Answer("打", "打", "dǎ", (HIT,)))).text
    assert "to make" in told and "…" not in told


def test_further_entries_and_other_words_have_a_line_each(text):
    others = (entry("打傘", "打伞", "dǎ sǎn", "to hold up an umbrella"),)
    page = parsed(text.body(Answer("打", "打", "dǎ", (HIT, DOZEN), "", others, "Longer")))
    for part in ("dá", "dozen", "LONGER", "打傘", "打伞", "umbrella"):
        assert part in page.text
    assert "word:打傘|打伞" in page.links


def test_words_that_a_sense_mentions_are_links(text):
    page = parsed(text.body(Answer("打", "打", "dǎ", (HIT,))))
    assert page.links == ["word:打傘|打伞"]
    assert forms_of(page.links[0]) == ("打傘", "打伞")


def test_each_character_of_a_longer_word_is_a_link(text):
    assert parsed(text.head(Answer("頭髮", "头发", "tóu fa"))).links == [
        *("word:頭|头", "word:髮|发", "word:頭|头", "word:髮|发"),
    ]
    assert parsed(text.head(Answer("頭", "头", "tóu"))).links == []


@pytest.mark.parametrize("link", ["", "word:", "word:頭", "word:|头", "https://x/y|z", "頭|头"])
def test_other_links_lead_nowhere(link):
    assert forms_of(link) is None


def test_a_long_gloss_keeps_to_its_line(text):
    long = entry("頭", "头", "tóu", "a very long gloss " * 20)
    told = parsed(text.body(Answer("打", "打", "dǎ", (HIT, long)))).text
    assert 0 < told.count("a very long gloss") < 4


def test_doubts_regional_words_and_spoken_tones_are_told(text):
    word = Word(
        0,
        3,
        "計程車",
        "计程车",
        ("jì", "chéng", "chē"),
        guessed=(Guess.READING, Guess.SEGMENTATION),
        regional=Regional(Script.SIMPLIFIED, "出租车", ("chū", "zū", "chē")),
    )
    answer = Answer("計程車", "计程车", "jì chéng chē", word=word, spoken=("yí", "gè"))
    told = parsed(text.body(answer)).text
    assert "计程车 is called 出租车 chū zū chē" in told
    assert "Not sure: the reading and where the word ends" in told
    assert "spoken yí gè" in parsed(text.head(answer)).text


def test_what_has_no_entry_says_so(text):
    assert "no entry" in parsed(text.body(Answer("犇", "犇", "bēn"))).text
    assert "no entry" not in parsed(text.body(Answer("林", "林", "Lín", gloss="name"))).text


def test_what_comes_from_outside_is_escaped(text):
    evil = entry(EVIL, EVIL + "x", EVIL, EVIL, EVIL)
    word = Word(0, 1, EVIL, EVIL, regional=Regional(Script.SIMPLIFIED, EVIL, (EVIL,)))
    for entries in ((evil, evil), ()):
        answer = Answer(
            EVIL, EVIL + "x", EVIL, entries, EVIL, (evil,), EVIL, EVIL, word, (EVIL, EVIL)
        )
        for html in (text.head(answer), text.body(answer)):
            page = parsed(html)
            assert page.tags <= {"div", "p", "span", "a", "table", "tr", "td", "i"}
            assert EVIL in page.text or EVIL.upper() in page.text

from dataclasses import replace

import pytest

from duidu.article.model import Role
from duidu.language.model import AnnotatedParagraph, Guess, Regional, Script, Word
from duidu.page.ruby_text import CHANGED, PLAIN, joined, syllables, toned
from duidu.page.settings import PageSettings, RubyFor, RubyKind, ToneColours
from duidu.page.theme import LIGHT
from duidu.page.tones import tone_colours

PLAINLY = PageSettings()
XIAN = Word(0, 2, "西安", "西安", ("Xī", "ān"), guessed=(Guess.READING,))
ONE = Word(2, 3, "一", "一", ("yī",))
PIECE = Word(3, 4, "個", "个", ("gè",))
TAXI = Word(
    4, 7, "出租車", "出租车", ("chū", "zū", "chē"),
    regional=Regional(Script.TRADITIONAL, "計程車", ("jì", "chéng", "chē")),
)  # fmt: skip
WORDS = (XIAN, ONE, PIECE, TAXI)
PARAGRAPH = AnnotatedParagraph("西安一个出租车", Role.BODY, Script.SIMPLIFIED, WORDS)


def over(index, settings=PLAINLY, script=Script.SIMPLIFIED):
    return joined(list(syllables(PARAGRAPH, script, index, settings)), settings.ruby_kind)[0]


def test_the_syllables_of_a_word_are_joined_as_pinyin_is_written():
    assert over(0) == "Xī'ān"
    assert over(3) == "chūzūchē"
    assert over(3, script=Script.TRADITIONAL) == "jìchéngchē"


def test_zhuyin_stands_instead_of_pinyin():
    assert over(0, replace(PLAINLY, ruby_kind=RubyKind.ZHUYIN)) == "ㄒㄧㄢ"


def test_spoken_tones_are_shown_in_an_ink_of_their_own():
    spoken = replace(PLAINLY, sandhi=True)
    (syllable,) = syllables(PARAGRAPH, Script.SIMPLIFIED, 1, spoken)
    assert (syllable.text, syllable.ink) == ("yí", CHANGED)
    (plain,) = syllables(PARAGRAPH, Script.SIMPLIFIED, 1, PLAINLY)
    assert (plain.text, plain.ink) == ("yī", PLAIN)


def test_only_the_wanted_words_have_readings():
    doubtful = replace(PLAINLY, ruby_for=RubyFor.DOUBTFUL)
    assert [over(index, doubtful) for index in range(3)] == ["Xī'ān", "", ""]
    above = replace(PLAINLY, ruby_for=RubyFor.ABOVE_LEVEL, ruby_level=1)
    assert over(1, above) == "" and over(0, above) != ""


@pytest.mark.parametrize("script", Script)
def test_tones_colour_the_readings_or_the_hanzi(script):
    inked = replace(PLAINLY, tone_colours=ToneColours.RUBY)
    found = [s.ink for s in syllables(PARAGRAPH, script, 0, inked)]
    assert found == [1, 1]
    colours = tone_colours("pleco", LIGHT)
    spans = list(toned(PARAGRAPH, script, PLAINLY))
    assert [span[:2] for span in spans] == [(n, n + 1) for n in range(7)]
    assert spans[3][2] == colours[4]

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from duidu.language.model import Script, Variety
from duidu.page.excerpt import CopyAs, Stretch, excerpt

TEXT = "我们坐出租车，头发干了。"


@pytest.fixture(scope="module")
def annotated():
    annotator = Language(Dictionary(), model=False).annotator(
        Article("", ()), Script.SIMPLIFIED, Variety.TAIWAN
    )
    annotator.regional_words = True
    return annotator.annotate(Paragraph(TEXT))


def taken(annotated, start, end, kind, script=Script.SIMPLIFIED):
    return excerpt([Stretch(annotated, start, end)], script, kind)


def test_a_plain_copy_is_the_text_alone(annotated):
    assert taken(annotated, 2, 7, CopyAs.PLAIN) == "坐出租车，"
    two = [Stretch(annotated, 0, 2), Stretch(annotated, 7, 9)]
    assert excerpt(two, Script.SIMPLIFIED, CopyAs.PLAIN) == "我们\n头发"


def test_the_other_script_has_its_own_lengths(annotated):
    assert taken(annotated, 2, 6, CopyAs.OTHER_SCRIPT) == "坐計程車"
    assert taken(annotated, 0, 3, CopyAs.OTHER_SCRIPT, Script.TRADITIONAL) == "我们坐"
    assert taken(annotated, 8, 9, CopyAs.OTHER_SCRIPT) == "髮"


def test_readings_stand_in_a_line_of_their_own(annotated):
    copied = taken(annotated, 7, 12, CopyAs.WITH_READINGS)
    assert copied == "头发干了。\ntóufa gān le."


def test_a_word_table_has_each_word_once(annotated):
    twice = [Stretch(annotated, 7, 9), Stretch(annotated, 7, 9)]
    table = excerpt(twice, Script.SIMPLIFIED, CopyAs.WORDS)
    assert table.split("\t")[:3] == ["頭髮", "头发", "tóu fa"]
    assert "\n" not in table


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_stretch_can_be_copied_in_any_guise(annotated, data):
    script = data.draw(st.sampled_from(Script))
    length = len(annotated.text(script))
    start = data.draw(st.integers(0, length))
    end = data.draw(st.integers(start, length))
    for kind in CopyAs:
        taken(annotated, start, end, kind, script)
    assert taken(annotated, 0, length, CopyAs.OTHER_SCRIPT, script) == annotated.text(script.other)

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.language.model import Script, Variety
from duidu.language.script import (
    Detection,
    detect,
    fold_traditional,
    localize,
    script_of,
    to_simplified,
    to_traditional,
)

HANZI = st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=40)


@pytest.mark.parametrize(
    ("text", "script", "variety"),
    [
        ("店裡的老闆說，他們著急地等著。", Script.TRADITIONAL, Variety.TAIWAN),
        ("佢哋喺銀行裏面等緊，話唔使急。", Script.TRADITIONAL, Variety.HONGKONG),
        ("牀前的羣衆爲他說話，喫了麪。", Script.TRADITIONAL, Variety.OPENCC),
        ("店里的老板说，他们着急地等着。", Script.SIMPLIFIED, Variety.TAIWAN),
        ("今天", Script.SIMPLIFIED, Variety.TAIWAN),
    ],
)
def test_script_and_variety_are_told(text, script, variety):
    assert detect(text) == Detection(script, variety)


def test_taiwan_text_loses_its_own_forms():
    assert to_simplified("著眼於裡面", Variety.TAIWAN) == "着眼于里面"


def test_each_variety_has_its_own_forms():
    forms = {variety: to_traditional("里面为群众说", variety) for variety in Variety}
    assert forms == {
        Variety.TAIWAN: "裡面為群眾說",
        Variety.HONGKONG: "裏面為羣眾説",
        Variety.OPENCC: "裏面爲羣衆說",
        Variety.MAINLAND: "裏面為群衆説",
    }


def test_forms_of_any_standard_become_those_of_one():
    assert localize("産業裏面", Variety.TAIWAN) == "產業裡面"
    assert localize("產業裡面説", Variety.OPENCC) == "產業裏面說"


# Text in which OpenCC's phrases stand, so that clauses with and without them are compared.
PHRASED = st.lists(
    st.sampled_from(
        [
            "一口吃個",
            "著眼",
            "著名",
            "乾坤",
            "乾淨",
            "於乎",
            "瞭望",
            "瞭解",
            "藉口",
            "藉著",
            "夥頤",
            "徵羽",
            "剋星",
            "發髮",
            "，",
            "。",
            "「",
        ]
    ),
    max_size=12,
).map("".join)


@given(HANZI | PHRASED | st.text(max_size=40), st.sampled_from(Variety))
def test_simplifying_gives_what_opencc_gives(text, variety):
    configuration = {"taiwan": "tw2s", "hongkong": "hk2s", "mainland": "tw2s", "opencc": "t2s"}
    expected = opencc.OpenCC(configuration[variety.value]).convert(text)
    if len(expected) == len(text):
        assert to_simplified(text, variety) == expected


@given(HANZI | st.text(max_size=40), st.sampled_from(Variety))
def test_no_conversion_changes_the_length(text, variety):
    assert len(to_simplified(text, variety)) == len(text)
    assert len(to_traditional(text, variety)) == len(text)
    assert len(localize(text, variety)) == len(text)


@pytest.mark.parametrize(
    ("text", "usual", "expected"),
    [
        ("這是繁體字。", Script.SIMPLIFIED, Script.TRADITIONAL),
        ("这是简体字。", Script.TRADITIONAL, Script.SIMPLIFIED),
        ("這是繁體和简体。", Script.SIMPLIFIED, Script.SIMPLIFIED),
        ("皇后在山中。", Script.TRADITIONAL, Script.TRADITIONAL),
        ("", Script.SIMPLIFIED, Script.SIMPLIFIED),
    ],
)
def test_a_paragraph_of_a_mixed_article_has_its_own_script(text, usual, expected):
    assert script_of(text, usual) is expected


def test_stray_traditional_characters_are_folded_for_looking_up():
    assert fold_traditional("這是后面的乾隆") == "这是后面的乾隆"

from hypothesis import given
from hypothesis import strategies as st

from duidu.dictionary.entry import Entry
from duidu.dictionary.gloss import gloss_of


def entry(simplified, *senses, pinyin="yī"):
    return Entry(simplified, simplified, (pinyin,), pinyin, senses)


def looking_up(*entries):
    return lambda word: [one for one in entries if one.simplified == word]


def test_the_first_senses_that_fit_make_the_line():
    assert gloss_of([entry("甲", "shell", "first"), entry("甲", "surname Jia")]) == "shell; first"
    assert gloss_of([entry("甲", "a" * 40, "b" * 40)]) == "a" * 40


def test_a_long_sense_is_cut_where_a_part_ends():
    sense = (
        "to wait by the stump for a hare, as the farmer did; to trust to windfalls and do nothing"
    )
    assert gloss_of([entry("甲", sense)]) == (
        "to wait by the stump for a hare, as the farmer did …"
    )
    assert gloss_of([entry("甲", "word " * 30)]).endswith("word …")


def test_a_reference_is_followed_step_by_step():
    first = entry("甲", "variant of 乙[yī]")
    second = entry("乙", "see 丙[yī]")
    third = entry("丙", "goal")
    assert gloss_of([first], looking_up(first, second, third)) == "goal"


def test_the_reading_of_a_reference_chooses_the_entry():
    other = entry("乙", "surname Yi", pinyin="Yī")
    wanted = entry("乙", "second", pinyin="yǐ")
    first = entry("甲", "variant of 乙[yǐ]")
    assert gloss_of([first], looking_up(other, wanted)) == "second"


def test_references_in_a_circle_end():
    first = entry("甲", "see 乙[yī]")
    second = entry("乙", "see 甲[yī]")
    assert gloss_of([first], looking_up(first, second)).startswith("see")


def test_a_reference_to_nothing_is_shown_as_it_stands():
    assert gloss_of([entry("甲", "see 乙[yī]")], looking_up()) == "see 乙[yī]"


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4))
def test_a_gloss_is_one_short_line_of_the_senses(senses):
    gloss = gloss_of([entry("甲", *senses)], looking_up())
    assert gloss
    assert len(gloss) <= 72

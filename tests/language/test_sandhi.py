import pytest

from duidu.language.model import Word
from duidu.language.sandhi import changes, tone_of


def spoken(*specs):
    """Give the syllables of words like "一 yī", as they are spoken, in one line."""
    words, start = [], 0
    for spec in specs:
        form, *reading = spec.split()
        words.append(Word(start, start + len(form), form, form, tuple(reading)))
        start += len(form)
    changed = changes(words)
    return " ".join(s for i, word in enumerate(words) for s in changed.get(i, word.reading))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("一 yī", "个 gè", "人 rén"), "yí gè rén"),
        (("一 yī", "个 ge"), "yí ge"),
        (("一 yī", "天 tiān"), "yì tiān"),
        (("一 yī", "年 nián"), "yì nián"),
        (("一 yī", "本 běn"), "yì běn"),
        (("一样 yī yàng",), "yí yàng"),
        (("不 bù", "是 shì"), "bú shì"),
        (("不 bù", "好 hǎo"), "bù hǎo"),
        (("不 bù", "一样 yī yàng"), "bù yí yàng"),
        (("一 yī", "不 bù", "小心 xiǎo xīn"), "yí bù xiǎo xīn"),
        (("看 kàn", "一 yī", "看 kàn"), "kàn yi kàn"),
        (("好 hǎo", "不 bù", "好 hǎo"), "hǎo bu hǎo"),
    ],
)
def test_the_next_syllable_decides(words, expected):
    assert spoken(*words) == expected


@pytest.mark.parametrize(
    "words",
    [
        ("第一 dì yī", "次 cì"),
        ("统一 tǒng yī", "计划 jì huà"),
        ("一 yī", "二 èr"),
        ("十一 shí yī", "月 yuè"),
        ("一月 yī yuè",),
        ("一 yī", "，"),
        ("一 yī", "A"),
        ("我 wǒ", "不 bù"),
    ],
)
def test_numbers_ordinals_and_ends_keep_their_tone(words):
    plain = " ".join(syllable for word in words for syllable in word.split()[1:])
    assert spoken(*words) == plain


def test_a_sign_between_two_words_parts_them():
    assert spoken("不 bù", "，", "是 shì") == "bù shì"


def test_tones_are_read_from_the_marks():
    assert [tone_of(s) for s in ("mā", "má", "mǎ", "mà", "ma", "lǜ", "ḿ")] == [1, 2, 3, 4, 0, 4, 2]

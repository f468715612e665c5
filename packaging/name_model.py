"""How personal names are made, and the measure words that stand behind numbers.

Surnames, the characters of given names and those of foreign names are learned from the persons
among CC-CEDICT's entries, which are few and true, and from the names in jieba's list, which are
many and come from novels; and from a list of the characters that people in China and Taiwan give
their children most often, written down here from general knowledge. Measure words are those that
CC-CEDICT's nouns name as theirs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from word_list import Counted

from duidu.dictionary.entry import Entry

GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲红玉萍鹏华建国飞斌浩凯波鑫宇峰健俊帆雪梅琳慧莉"
    "洁云燕颖婷倩琴彬毅旭东海波亮志成林龙晨阳欣悦怡佳嘉雨子轩梓涵浩然诗梦晓春荣凤莲珍爱贵福生元全光天达安岩中"
    "茂进有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江世力义兴良山仁宁家学祥才发武新利清彬富顺信"
    "昌康星胜永金德石美淑惠珠翠雅芝香月莺媛瑞凡青素真环雪爱妹瑾璐婉娴舒影荔枝芬燕莎锦黛岚苑婕馨瑗琰韵融园艺咏卿聪"
    "澜纯毓悦昭冰爽茗羽希宁欣飘育滢馥筠柔竹霭凝欢霄枫芸菲寒伊亚宜可姬瑶伯宏言若鸣朋策固之轮翰朗致树炎行时泰盛雄"
    "琛钧冠楚腾榕风航弘正日立礼贤培远晋威启睿哲耀景宗尚锋铭钰铁连书祖亦昊川坤冬秋夏培仲彦煜泽翔骏琪琦珊瑜"
    "淳宪宜君如怀忠孝恩慈贞卫巍韬跃奇剑晖森耿凌霖霆钦鸿鹤麟鹰汉廷均圣声堂士守定宝宽岳川帅庭廉开"
)
# How much a person of CC-CEDICT's counts beside a name of jieba's.
_TRUE = 6
# The part of the probability that is spread evenly over the common characters.
_EVEN = 0.4
_FOREIGN_AT_LEAST = 2
# Rarer surnames cost more than they bring: they are common characters otherwise (咸, 把, 能).
_SURNAME_AT_LEAST = 12
_MEASURE_AT_LEAST = 3
# What counts without a noun, so that no noun names it as its measure word.
_UNITS = (*"年天岁周元斤米吨倍遍趟回分秒亩里", *["分钟", "公里", "公斤", "小时", "平方", "英里"])
# 只 is an adverb so much more often that 这只是 would become 这|只|是.
_ADVERB = "只"
_PERSON = re.compile(
    r"\(.*\d|\bactor|\bactress|\bwriter|\bpoet|\bsinger|\bpolitician|\bleader|\bartist"
)
_SCALE = 100_000


def name_model(
    counted: Iterable[Counted], entries: Iterable[Entry], surnames: set[str]
) -> list[str]:
    """Give the lines of the model: a table's letter, a character or surname, and a weight.

    `s` surname, `1` the only character of a given name, `2` the first of two, `3` the second of
    two, `f` a character of foreign names, `m` a measure word. Each name counts
    once, however often it occurs.
    """
    tables: dict[str, Counter[str]] = {letter: Counter() for letter in "s123fm"}
    for word, _, tag in counted:
        if tag == "nrt":
            tables["f"].update(set(word))
        elif tag == "nr":
            _count_name(word, surnames, tables, 1)
    for entry in entries:
        tables["m"].update(c.simplified for c in entry.classifiers if len(c.simplified) == 1)
        if entry.pinyin[:1].isupper() and any(map(_PERSON.search, entry.senses)):
            _count_name(entry.simplified, surnames, tables, _TRUE)
    tables["f"] = Counter({c: n for c, n in tables["f"].items() if n >= _FOREIGN_AT_LEAST})
    tables["m"] = Counter({m: n for m, n in tables["m"].items() if n >= _MEASURE_AT_LEAST})
    tables["m"].update(_UNITS)
    del tables["m"][_ADVERB]
    tables["s"] = Counter({s: n for s, n in tables["s"].items() if n >= _SURNAME_AT_LEAST})
    for letter in "123":
        tables[letter] = _smoothed(tables[letter])
    return [
        f"{letter}\t{key}\t{count}"
        for letter, table in tables.items()
        for key, count in sorted(table.items(), key=lambda item: (-item[1], item[0]))
    ]


def _count_name(
    word: str, surnames: set[str], tables: dict[str, Counter[str]], weight: int
) -> None:
    for length in (2, 1):
        surname, given = word[:length], word[length:]
        known = surname in surnames and surname != "姓"
        if len(surname) == length and known and len(given) in (1, 2):
            tables["s"][surname] += weight
            for place, char in enumerate(given):
                tables["1" if len(given) == 1 else "23"[place]][char] += weight
            return


def _smoothed(table: Counter[str]) -> Counter[str]:
    """Mix what was counted with an even share for each common character."""
    total = sum(table.values()) or 1
    common = set(GIVEN)
    mixed = {
        char: (1 - _EVEN) * table[char] / total + (_EVEN / len(common) if char in common else 0)
        for char in set(table) | common
    }
    return Counter({c: n for c, share in mixed.items() if (n := round(share * _SCALE)) > 0})

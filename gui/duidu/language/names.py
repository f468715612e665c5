"""Personal names and numbers: words that no list can hold.

A Chinese name is a surname and one or two characters. Its probability is that of its parts: the
share of the surname among names, and of each character in its place of a given name, as counted
in jieba's list of names when the package is built. Worked example: 张伟 has 0.066 (surname) x
0.011 (the only character), times the share of names among words, which is more than 张 and 伟 have
as two words; 张开 has less than the word 张开 has, since 开 is rare in names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import log

# The share of personal names among running words, and of those with one character after the
# surname. Measured on nothing: round figures, which a factor of three either way hardly changes.
_SHARE_OF_NAMES = 0.006
_SHARE_OF_SINGLE = 0.25
_NUMERAL = "〇零一二两三四五六七八九十百千万亿兆○"
_COUNTING = "一二两三四五六七八九十百千万亿几半每这那哪0-9０-９"
_NUMBER = re.compile(f"第[{_NUMERAL}]+|[{_NUMERAL}]{{2,}}(?:点[{_NUMERAL}]+)?")
_DOT = "·•‧・"
_LONGEST_PART = 7
_LONGEST_NAME = 20
# A number or a foreign name is taken as soon as it is possible: as probable as a common word.
_CERTAIN = log(1e-5)

# What makes a name ten times as probable: an office, a label or a mark of enumeration before it, a
# title or a verb of speaking behind it.
_COMPANY = log(10)
_BEFORE = re.compile(
    r"(?:记者|教授|主席|书记|[市省县部校院局团队社科处镇乡]长|总统|总理|主任|作者|编辑|责编|导演|演员|老师|医生"
    r"|委员|经理|名叫|叫|是|、|：|:|和|与)$"
)
_AFTER = re.compile(
    r"说|表示|认为|指出|告诉|介绍|强调|回答|笑|先生|女士|小姐|老师|教授|同志|博士|医生|、|（|\("
)
# What stands behind a surname alone.
TITLES = frozenset(
    [
        "先生",
        "小姐",
        "女士",
        "太太",
        "夫人",
        "老师",
        "教授",
        "博士",
        "校长",
        "院长",
        "同学",
        "同志",
        "医生",
        "大夫",
        "师傅",
        "老板",
        "经理",
        "主任",
        "局长",
        "部长",
        "总统",
        "队长",
        "律师",
        "法官",
        "警官",
        "记者",
        "议员",
        "委员",
        "董事长",
        "阿姨",
        "叔叔",
        "伯伯",
        "爷爷",
        "奶奶",
        "某",
        "氏",
        "家",
        "姓",
        "姑娘",
        "大哥",
        "大姐",
        "大嫂",
        "嫂子",
        "妈妈",
        "爸爸",
        "老太太",
        "老太爷",
        "老爷",
        "公子",
        "少爷",
        "掌柜",
        "师父",
        "师兄",
        "师姐",
        "师弟",
        "师妹",
        "学长",
        "学姐",
        "总经理",
        "总监",
        "教练",
        "导演",
        "检察官",
        "立委",
        "代表",
        "警员",
        "医师",
        "护士",
        "护理师",
        "工程师",
        "主播",
        "员外",
        "大人",
        "将军",
        "元帅",
        "丞相",
        "道长",
        "大师",
        "法师",
        "所长",
        "处长",
        "科长",
        "县长",
        "市长",
        "省长",
        "镇长",
        "乡长",
        "村长",
        "里长",
        "站长",
        "组长",
        "会长",
        "社长",
        "馆长",
        "厂长",
        "店长",
        "秘书长",
        "理事长",
        "执行长",
        "署长",
        "司令",
        "书记",
        "主席",
        "总理",
        "团长",
        "连长",
        "营长",
        "参谋",
        "大嫂",
        "大娘",
        "大妈",
        "大爷",
        "老汉",
    ]
)

Edge = tuple[int, int, float]


class NameModel:
    """Candidates for names and numbers in simplified text, each with its log-probability."""

    def __init__(self, lines: list[str]) -> None:
        tables: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for line in lines:
            table, key, count = line.split("\t")
            tables[table][key] = int(count)
        self._surnames = _shares(tables["s"])
        self._single, self._first, self._second = (_shares(tables[place]) for place in "123")
        self._foreign = frozenset(tables["f"])
        measures = "|".join(sorted(tables["m"], key=len, reverse=True))
        self._counted = re.compile(f"(?<=[{_COUNTING}])(?:{measures})") if measures else None

    def edges(self, text: str) -> Iterator[Edge]:
        """Give start, end and log-probability of each candidate."""
        yield from self._persons(text)
        for match in _NUMBER.finditer(text):
            yield match.start(), match.end(), _CERTAIN
        for place, char in enumerate(text):
            if char in _DOT:
                yield from self._foreign_name(text, place)

    def measures(self, text: str) -> Iterator[tuple[int, int]]:
        """Give the spans of the measure words behind a number or a demonstrative: 三|杯|水."""
        return (
            (match.span() for match in self._counted.finditer(text)) if self._counted else iter(())
        )

    def surname_of(self, name: str) -> str:
        """Give the surname that a Chinese name begins with, the longest that is known."""
        return next((name[:n] for n in (2, 1) if len(name) > n and name[:n] in self._surnames), "")

    def _persons(self, text: str) -> Iterator[Edge]:
        surnames, single, first, second = self._surnames, self._single, self._first, self._second
        for start, char in enumerate(text):
            for length in (1, 2):
                surname = char if length == 1 else text[start : start + 2]
                share = surnames.get(surname)
                if share is None or len(surname) != length:
                    continue
                given = start + length
                one = text[given : given + 1]
                other = text[given + 1 : given + 2]
                company = _COMPANY if _BEFORE.search(text, max(0, start - 4), start) else 0.0
                if one in single:
                    bonus = company or (_COMPANY if _AFTER.match(text, given + 1) else 0.0)
                    yield start, given + 1, _ONE + share + single[one] + bonus
                if one in first and other in second:
                    bonus = company or (_COMPANY if _AFTER.match(text, given + 2) else 0.0)
                    yield start, given + 2, _TWO + share + first[one] + second[other] + bonus

    def _foreign_name(self, text: str, dot: int) -> Iterator[Edge]:
        """Give the transliteration around a dot: 约翰·史密斯."""
        if text[dot - 1 : dot] in _DOT:
            return
        start, end = dot, dot + 1
        while start > 0 and dot - start < _LONGEST_PART and text[start - 1] in self._foreign:
            start -= 1
        while end < len(text) and end - dot <= _LONGEST_PART and text[end] in self._foreign:
            end += 1
        # A name of three parts has its middle in two candidates; the segmenter joins none, so the
        # whole is given from the first dot on.
        while end < len(text) and text[end] in _DOT and end - dot < _LONGEST_NAME:
            end += 1
            while end < len(text) and text[end] in self._foreign and end - dot < _LONGEST_NAME:
                end += 1
        if start < dot and end > dot + 1:
            yield start, end, _CERTAIN


_ONE = log(_SHARE_OF_NAMES * _SHARE_OF_SINGLE)
_TWO = log(_SHARE_OF_NAMES * (1 - _SHARE_OF_SINGLE))


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    total = sum(counts.values()) or 1
    return {key: log(count / total) for key, count in counts.items()}

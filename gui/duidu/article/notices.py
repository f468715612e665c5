"""Notices around an article: copyright, disclaimers, share buttons, licence frames.

One word of such a notice says nothing: a story about copyright has all of them. What tells a
notice is that it stands at the end, is dense in these words, and speaks of itself (its heading is
one, or it says "this site", "all rights reserved").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.hanzi import HANZI

_VOCABULARY = re.compile(
    "版權|版权|聲明|声明|轉載|转载|授權|授权|免責|免责|本網|本网|本站|本報|本报|侵權|侵权|摘編|摘编|書面|书面"
    "|註明|注明|法律責任|法律责任|違者|违者|追究|著作權|著作权|自有|必究|稿件|觀點|观点|真實性|真实性|刪除|删除"
    "|聯繫|联系|聯絡|联络|禁止|all rights reserved|copyright|©|許可證|许可证|備案|备案|ICP"
    "|舉報|举报|不代表|第三方|Project Gutenberg|trademark|license",
    re.IGNORECASE,
)
_HEADING = re.compile(
    "(?:聲明|声明|須知|须知)[:：]?$|^(?:©|\\(c\\)|copyright)|^(?:版權|版权)(?:所有|信息|資訊|说明|說明)",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    "本網|本网|本站|本報(?!記者|訊)|本报(?!记者|讯)|本刊|本公司|本平台|本文|本作品|版權所有|版权所有|著作權所有"
    "|©|all rights reserved",
    re.IGNORECASE,
)
_SHARE = re.compile(
    "^(?:分享(?:到|至)?|微信|微博|QQ|點讚|点赞|收藏|評論|评论|列印|打印|字[號号]|上一篇|下一篇|返回|相關(?:新聞|閱讀)"
    "|相关(?:新闻|阅读)|延伸閱讀|延伸阅读|熱門|热门|掃一掃|扫一扫|更多)[\\w\\s：:|／/·【】]{0,10}$"
    "|^\\w{0,8}(?:推薦|推荐)$"
)
_START_MARK = re.compile(r"\*\*\* ?START OF\b.*\*\*\*")
_END_MARK = re.compile(r"\*\*\* ?END OF\b.*\*\*\*")
_LONGEST_HEADING = 40
_SENTENCE_END = frozenset("。！？；!?;，,")


def framed(blocks: Sequence[str]) -> tuple[int, int]:
    """Find the text between the marks that Project Gutenberg and others set around theirs."""
    starts = [i for i, block in enumerate(blocks[:200]) if _START_MARK.match(block)]
    begin = starts[-1] + 1 if starts else 0
    end = next((i for i in range(begin, len(blocks)) if _END_MARK.match(blocks[i])), len(blocks))
    while starts and begin < end and not HANZI.search(blocks[begin]):
        begin += 1
    return (begin, end) if begin < end else (0, len(blocks))


def is_notice(block: str) -> bool:
    """Tell whether a block is dense in the words of notices, or is a share button."""
    if _SHARE.match(block):
        return True
    found = _words(block)
    if len(block) <= 40:
        return len(found) >= 2 or bool(found and _is_heading(block))
    return len(found) >= 3 and len(found) * 45 >= min(len(block), 400)


def notices_start(blocks: Sequence[str]) -> int:
    """Give the index of the first block of the notices that end a text, or its length.

    Never 0, nor so that no sentence would be left: a notice alone is what the reader opened.
    """
    run = _dense_run(blocks)
    heading = _heading_before(blocks, run)
    start = run if heading is None else heading
    body = blocks[:start]
    if not any(block[-1:] in "。！？”」』!?)）" for block in body):
        return len(blocks)
    if heading is None and not _speaks_of_itself(blocks[run:], body):
        return _share_start(blocks)
    return start


def _words(block: str) -> set[str]:
    return {match.group().lower() for match in _VOCABULARY.finditer(block)}


def _dense_run(blocks: Sequence[str]) -> int:
    """Go up from the end; a block that is not dense itself may stand among those that are."""
    start = len(blocks)
    for index in range(len(blocks) - 1, 0, -1):
        if is_notice(blocks[index]):
            start = index
        elif start - index > 2 or not _VOCABULARY.search(blocks[index]):
            break
    return start


def _is_heading(block: str) -> bool:
    short = len(block) <= _LONGEST_HEADING and block[-1:] not in _SENTENCE_END
    return short and _HEADING.search(block) is not None


def _heading_before(blocks: Sequence[str], run: int) -> int | None:
    """Find a notice's heading near the run of dense blocks, if what follows it is a notice."""
    first = max(1, run - 12)
    rest = [is_notice(block) for block in blocks[first:]]
    after = sum(rest)
    for index in range(first, len(blocks)):
        after -= rest[index - first]
        if _is_heading(blocks[index]) and 2 * after >= len(blocks) - index - 1:
            return index
    return None


def _speaks_of_itself(run: Sequence[str], body: Sequence[str]) -> bool:
    """Tell a notice without a heading from the last lines of a story about such things."""
    own = any(_ITSELF.search(block) for block in run)
    topic = sum(len(_words(block)) for block in body)
    length = sum(map(len, body))
    return own and topic * 60 <= length


def _share_start(blocks: Sequence[str]) -> int:
    start = len(blocks)
    while start > 1 and _SHARE.match(blocks[start - 1]):
        start -= 1
    return start

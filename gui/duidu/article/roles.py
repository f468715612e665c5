"""What each block of a text is: title, byline, heading, body or furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duidu.article.fields import byline_fields, closing_author, title_field
from duidu.article.model import Field, Paragraph, Role
from duidu.article.text import pieces
from duidu.hanzi import HANZI

_LONGEST_TITLE = 60
_LONGEST_HEADING = 30
_END = frozenset("。！？；…!?;，,、：:")
_CLOSING_MARKS = "”」』’》）)"
_COUNT = r"[〇○◯零一二三四五六七八九十百千兩两\d]+"
CHAPTER = re.compile(
    rf"(?:第\s*{_COUNT}\s*[章回卷節节部集篇折幕]|卷\s*{_COUNT}|[卷上中下]+[篇部卷]"
    rf"|(?:序|序言|前言|楔子|引子|尾聲|尾声|後記|后记|跋|附錄|附录)(?:\s|$)|Chapter\s+\d+)"
)
# The words of notices, in both scripts. A notice is dense in them; a news story about copyright
# has some of them among many other words.
_NOTICE = re.compile(
    "版權|版权|聲明|声明|轉載|转载|授權|授权|免責|免责|本網|本网|本站|本報|本报|侵權|侵权|摘編|摘编|書面|书面"
    "|註明|注明|法律責任|法律责任|違者|违者|追究|著作權|著作权|自有|必究|稿件|觀點|观点|真實性|真实性|刪除|删除"
    "|聯繫|联系|all rights reserved|copyright|©|許可證|许可证|備案|备案|ICP|舉報|举报|不代表|第三方"
    "|Project Gutenberg|trademark|license",
    re.IGNORECASE,
)
_NOTICE_HEAD = re.compile(
    "^.{0,20}?(?:版權|版权|免責|免责|著作權|著作权|轉載|转载)?[^。]{0,20}(?:聲明|声明|須知|须知)[:：]?$"
    "|^(?:©|\\(c\\)|copyright)|版權所有|版权所有|未經.{0,8}授權|未经.{0,8}授权",
    re.IGNORECASE,
)
_START_MARK = re.compile(r"\*\*\* ?START OF\b.*\*\*\*")
_END_MARK = re.compile(r"\*\*\* ?END OF\b.*\*\*\*")
_SHARE = re.compile(
    "^(?:分享(?:到|至)?|微信|微博|QQ|點讚|点赞|收藏|評論|评论|列印|打印|字[號号]|上一篇|下一篇|返回|相關(?:新聞|閱讀)|相关(?:新闻|阅读)"
    "|延伸閱讀|延伸阅读|熱門|热门|責任編輯|掃一掃|扫一扫|更多)[\\w\\s：:|／/·【】]{0,30}$"
)


def paragraphs_of(blocks: Sequence[str]) -> tuple[list[Paragraph], list[Field]]:
    """Give each block its role, and the fields that stand in them.

    An over-long block becomes several paragraphs; a field counts paragraphs, not blocks.
    """
    roles, by_block = _roles(blocks)
    paragraphs: list[Paragraph] = []
    fields: list[Field] = []
    for index, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        for field in by_block.get(index, ()):
            fields.append(_moved(field, len(paragraphs)))
        cut = pieces(block)
        paragraphs += [Paragraph(piece, role, True) for piece in cut[:-1]]
        paragraphs.append(Paragraph(cut[-1], role))
    return paragraphs, fields


def _moved(field: Field, paragraph: int) -> Field:
    return Field(field.name, field.value, paragraph, field.start, field.end)


def _roles(blocks: Sequence[str]) -> tuple[list[Role], dict[int, list[Field]]]:
    """Give the roles of all blocks and the fields of some, by the index of the block."""
    begin, end = _marked_text(blocks)
    roles, fields = _roles_of_text(blocks[begin:end])
    framed = [Role.FURNITURE] * begin + roles + [Role.FURNITURE] * (len(blocks) - end)
    return framed, {index + begin: found for index, found in fields.items()}


def _marked_text(blocks: Sequence[str]) -> tuple[int, int]:
    """Find the text between the marks that Project Gutenberg and others set around theirs."""
    starts = [i for i, block in enumerate(blocks[:200]) if _START_MARK.match(block)]
    begin = starts[-1] + 1 if starts else 0
    end = next((i for i in range(begin, len(blocks)) if _END_MARK.match(blocks[i])), len(blocks))
    return (begin, end) if begin < end else (0, len(blocks))


def _roles_of_text(blocks: Sequence[str]) -> tuple[list[Role], dict[int, list[Field]]]:
    roles = [Role.BODY] * len(blocks)
    fields: dict[int, list[Field]] = {}
    first = 1 if _is_title(blocks) else 0
    if first:
        roles[0] = Role.TITLE
    for index in range(first, min(first + 4, len(blocks))):
        found = byline_fields(blocks[index], index)
        if found:
            roles[index], fields[index] = Role.BYLINE, found
    end = _furniture_start(blocks, first)
    for index in range(end, len(blocks)):
        roles[index] = Role.FURNITURE
    for index in range(first, end):
        if roles[index] is Role.BODY and _is_heading(blocks, index, end):
            roles[index] = Role.HEADING
    _late_fields(blocks, roles, end, fields)
    return roles, fields


def _late_fields(
    blocks: Sequence[str], roles: list[Role], end: int, fields: dict[int, list[Field]]
) -> None:
    """Find what stands in body text: the original title, the names at the very end."""
    for index in range(min(8, end)):
        if roles[index] is Role.BODY:
            found = [*title_field(blocks[index], index)]
            if found:
                fields[index] = found
    last = next((i for i in range(end - 1, -1, -1) if roles[i] is Role.BODY), None)
    if last is None:
        return
    found = byline_fields(blocks[last], last) if last >= end - 2 and last > 1 else []
    if found:
        roles[last] = Role.BYLINE
    found = found or [*closing_author(blocks[last], last)]
    if found:
        fields.setdefault(last, []).extend(found)


def _is_title(blocks: Sequence[str]) -> bool:
    if len(blocks) < 2 or len(blocks[0]) > _LONGEST_TITLE or CHAPTER.match(blocks[0]):
        return False
    if not HANZI.search(blocks[0]):
        return False
    return not _ends_sentence(blocks[0]) and not byline_fields(blocks[0], 0)


def _ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING_MARKS)[-1:] in _END or text[-1:] in _END


def _is_heading(blocks: Sequence[str], index: int, end: int) -> bool:
    """Tell a heading: a chapter's number, or a short line between two longer paragraphs."""
    text = blocks[index]
    if CHAPTER.match(text) and len(text) <= 2 * _LONGEST_HEADING and not _ends_sentence(text):
        return True
    if len(text) > _LONGEST_HEADING or _ends_sentence(text) or not 0 < index < end - 1:
        return False
    before, after = blocks[index - 1], blocks[index + 1]
    return len(text) * 3 <= min(len(before), len(after)) and _ends_sentence(after)


def _furniture_start(blocks: Sequence[str], first: int) -> int:
    """Give the index of the first block of the notices that end a text.

    Going up from the end, blocks that are dense in the words of notices or are share buttons count
    as furniture; a block that is not may stand among them if a notice's heading comes before it.
    """
    start = len(blocks)
    for index in range(len(blocks) - 1, first, -1):
        if is_notice(blocks[index]):
            start = index
        elif start - index > 2 or not _NOTICE.search(blocks[index]):
            break
    heading = _notice_heading(blocks, first, start)
    return heading if heading is not None else start


def _notice_heading(blocks: Sequence[str], first: int, start: int) -> int | None:
    """Find a notice's heading in the last part of a text, if what follows it is a notice."""
    for index in range(max(first + 1, start - 12), len(blocks)):
        if len(blocks[index]) <= _LONGEST_HEADING + 10 and _NOTICE_HEAD.search(blocks[index]):
            rest = blocks[index + 1 :]
            dense = [block for block in rest if is_notice(block)]
            if not _ends_sentence(blocks[index]) and 2 * len(dense) >= len(rest):
                return index
    return None


def is_notice(block: str) -> bool:
    """Tell whether a block is a notice or a share button by the words it is made of."""
    if _SHARE.match(block):
        return True
    found = {match.group().lower() for match in _NOTICE.finditer(block)}
    if len(block) <= 40:
        return bool(found) and bool(_NOTICE_HEAD.search(block) or len(found) >= 2)
    return len(found) >= 3 and len(found) * 45 >= min(len(block), 400)

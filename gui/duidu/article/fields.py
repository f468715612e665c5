"""What the byline tells: date, source, author, editors. Both scripts, the usual spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duidu.article.model import Field, FieldName

_COLON = r"\s*[:：]\s*"
_LABELS = (
    (FieldName.ORIGINAL_TITLE, "原標題|原标题|原題|原题"),
    (
        FieldName.RESPONSIBLE_EDITOR,
        "責任編輯|责任编辑|責編|责编|責任校對|责任校对|值班編輯|值班编辑",
    ),
    (FieldName.EDITOR, "文字編輯|文字编辑|網絡編輯|网络编辑|編輯|编辑|主編|主编|編審|编审"),
    (
        FieldName.SOURCE,
        "信息來源|信息来源|文章來源|文章来源|新聞來源|新闻来源|來源|来源|稿源|出處|出处",
    ),
    (
        FieldName.AUTHOR,
        "本報記者|本报记者|特約記者|特约记者|實習記者|实习记者|撰文|作者|記者|记者|撰稿|通訊員|通讯员",
    ),
    (
        FieldName.DATE,
        "發布時間|发布时间|發佈時間|發表時間|发表时间|更新時間|更新时间|時間|时间|日期",
    ),
)
_UNKEPT = (
    "[審审][核校讀读]|[校核][對对]|監製|监制|瀏覽量?|浏览量?|點擊|点击|閱讀量?|阅读量?|人氣|人气|評論|评论"
    "|字號|字号|分享|標籤|标签|頻道|频道|欄目|栏目|分類|分类|關鍵[詞字]|关键[词字]"
)
_LABEL = re.compile(
    "|".join(f"(?P<{name.value}>{words}){_COLON}" for name, words in _LABELS)
    + r"|(?P<paper>(?<!\w)文(?:\s*[/／:：]\s*(?:[圖图]片?[\s/／:：]+)?|[圖图]\s*[:：]\s*))"
    + rf"|(?P<picture>(?<!\w)(?:圖|图|攝影|摄影))\s*[/／:：]\s*|(?P<rest>{_UNKEPT}){_COLON}"
)
# Who took the pictures, and what else a page tells, is marked off, and is no field.
_CREDITS = {name.value: name for name in FieldName} | {"paper": FieldName.AUTHOR}
_Mark = tuple[int, int, FieldName | None]
_NUMERAL = "[〇○零一二三四五六七八九十]"
DATE = re.compile(
    r"(?:\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}|\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
    rf"|(?:民國|民国)?{_NUMERAL}{{2,4}}年{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日"
    r"|(?:民國|民国)\s?\d{2,3}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"(?:\s*(?:星期|週|周)[一二三四五六日天])?"
    r"(?:[\sT]*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\s*(?:AM|PM|Z|[+-]\d{2}:?\d{2}))?)?"
)
# A day that a sentence goes on from: 2021年4月15日上午, 十月一日，新的圖書館.
_GOES_ON = re.compile(r"[\u3400-\u9fff]|\s*[，,]\s*\S{4}")
_SEPARATORS = " \t\u3000\xa0|｜/／·,，;；()（）【】[]"
_LONGEST_BYLINE = 160
_LONGEST_VALUE = 40
_LONGEST_BEFORE = 12
_PICTURES = r"(?:\s*[/／]?\s*(?:圖|图|攝影|摄影)[\s/／:：].*)?"
_CLOSING = re.compile(
    r"[(（【]\s*(?:文|記者|记者|作者|撰文)[\s/／:：]+"
    rf"(?P<names>[^()（）【】。，]{{2,40}}?){_PICTURES}\s*[)）】]\s*$"
)
_NAMES = "[\u4e00-\u9fff]{2,4}(?:[\\s、，,]+[\u4e00-\u9fff]{2,4}){0,4}"
# Reporters without a colon need another sign: the paper's own, or "reporting from".
_REPORTER = re.compile(
    rf"[〔（(【\[]?\s*(?:(?:本報|本报|本刊|特約|特约|實習|实习)(?:記者|记者)\s*(?P<own>{_NAMES})"
    rf"|(?:記者|记者)\s*(?P<there>{_NAMES})\s*[／/]\s*\w{{0,8}}(?:報導|報道|报道|电|電))"
    r"\s*[〕）)】\]]?"
)
_FRAME_AUTHOR = re.compile(r"Author:\s*(\S.*)")


def is_label(text: str) -> bool:
    """Tell whether a text is a label without a value (some pages give 作者 as their author)."""
    return not text.strip() or _LABEL.fullmatch(text.strip(_SEPARATORS) + ":") is not None


def byline_fields(text: str, paragraph: int) -> list[Field]:
    """Take a byline apart; an empty list says that the text is none.

    A byline is short and made of labels and dates. `2021-04-15 10:02來源:海報編輯:王巍` has three
    fields; a sentence that merely names a source has none, since its label follows other words.
    """
    if len(text) > _LONGEST_BYLINE or text.rstrip()[-1:] in tuple("。！？!?；;，"):
        return []
    reporter = _REPORTER.fullmatch(text)
    if reporter:
        names = reporter["own"] or reporter["there"]
        return [Field(FieldName.AUTHOR, names, paragraph, 0, len(text))]
    marks = _marks(text)
    if not marks or not _begins_byline(text, marks[0]):
        return []
    ends = [*(start for start, _, _ in marks[1:]), len(text)]
    fields = [_field(text, paragraph, mark, end) for mark, end in zip(marks, ends, strict=True)]
    told = [field for field in fields if field is not None and field.value]
    if any(len(field.value) > _LONGEST_VALUE for field in told):
        return []
    if any(_is_sentence(text, field, ends) for field in told):
        return []
    return [] if told and told[0].name is FieldName.ORIGINAL_TITLE else told


def _begins_byline(text: str, mark: _Mark) -> bool:
    """Tell whether little stands before the first statement: a paper's name before a date, say."""
    start, _, name = mark
    before = text[:start].strip(_SEPARATORS)
    if len(before) > _LONGEST_BEFORE or "。" in before:
        return False
    return name is FieldName.DATE or not before or not text[start - 1].isalnum()


def _is_sentence(text: str, field: Field, ends: Sequence[int]) -> bool:
    """Tell a date that begins a sentence; behind a time of day the name of a site may follow."""
    if field.name is not FieldName.DATE or field.end in ends or re.search("[:：]", field.value):
        return False
    return _GOES_ON.match(text, field.end) is not None


def _marks(text: str) -> list[_Mark]:
    """Give where each statement begins, where its value begins, and what it is."""
    found = [
        (match.start(), match.end(), _CREDITS.get(match.lastgroup or ""))
        for match in _LABEL.finditer(text)
    ]
    for match in DATE.finditer(text):
        labels = [mark for mark in found if mark[1] == match.start()]
        if labels:
            found.remove(labels[0])
        start = labels[0][0] if labels else match.start()
        found.append((start, match.start(), FieldName.DATE))
    return sorted(found, key=lambda mark: mark[:2])


def _field(text: str, paragraph: int, mark: _Mark, end: int) -> Field | None:
    start, value_start, name = mark
    if name is None:
        return None
    if name is FieldName.DATE:
        # What follows a date is no part of it, and a label of time without a date is none.
        match = DATE.match(text, value_start)
        end = match.end() if match else value_start
    value = text[value_start:end].strip(_SEPARATORS)
    last = text.rindex(value, value_start, end) + len(value) if value else value_start
    return Field(name, value, paragraph, start, last)


def title_field(text: str, paragraph: int) -> Iterator[Field]:
    """Find the label 原標題 at the start of a paragraph, whose rest is the title."""
    match = _LABEL.match(text.lstrip("(（【["))
    if match and match.lastgroup == FieldName.ORIGINAL_TITLE.value:
        offset = len(text) - len(text.lstrip("(（【["))
        title = text[offset + match.end() :].strip(_SEPARATORS)
        if title:
            end = text.rindex(title) + len(title)
            yield Field(FieldName.ORIGINAL_TITLE, title, paragraph, offset, end)


def closing_author(text: str, paragraph: int) -> Iterator[Field]:
    """Find the names in brackets that end an article's text: （文　沈河　韓冰）."""
    match = _CLOSING.search(text, max(0, len(text) - 80))
    if match:
        names = match["names"].strip(_SEPARATORS)
        yield Field(FieldName.AUTHOR, names, paragraph, match.start(), match.end())


def frame_author(text: str, paragraph: int) -> Iterator[Field]:
    """Find the author that the licence frame around a free book names."""
    match = _FRAME_AUTHOR.fullmatch(text)
    if match:
        yield Field(FieldName.AUTHOR, match[1], paragraph, 0, len(text))

"""PDF with a text layer: its lines joined into paragraphs again. pypdfium2 is imported here alone.

A page of a PDF is lines at places. A paragraph is found again like this: a line goes on in the next
one where it reaches the right edge of its column and the next one does not begin further to the
right (an indented line begins a paragraph), is of the same size, and stands no further below than
lines do. What stands at the head or the foot of most pages, numbers apart, is no text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from duidu.article.errors import (
    BrokenDocumentError,
    NoTextLayerError,
    ProtectedError,
    TooLargeError,
)
from duidu.article.markup import is_wide
from duidu.article.model import FieldName, Role
from duidu.article.parts import Chapter, Parts
from duidu.article.roles import is_chapter_heading
from duidu.article.text import trim

# pypdfium2 brings no types.
Printed = Any
_MARK = b"%PDF-"
MOST_PAGES = 5_000
LARGEST_TEXT = 20_000_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
# A line ends at the edge if it comes so near to it, in ems (a sign that may not begin a line takes
# a hanzi with it); a first line is so far indented.
_NEAR, _INDENT = 2.1, 0.7
# Lines of one paragraph stand at most so far apart, in ems, and differ in size by so much.
_LEADING, _SIZE = 2.6, 0.12
_HEAD_LINES = 2
_END = frozenset("。！？!?…：:”」』")
_NUMBER = re.compile(r"\d+|[〇一二三四五六七八九十百]+")
_NO_CHARACTER = "\ufffe\uffff\ufffd\x00\x02"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page: its text and its box in points, y upwards; `size` is its height."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """About the size of the font."""
        return max(1.0, self.top - self.bottom)


def is_pdf(data: bytes) -> bool:
    """Tell a PDF by its mark, which may stand a little behind the beginning."""
    return _MARK in data[:1_024]


def read_pdf(data: bytes) -> Parts:
    """Read a PDF; raises OpenError where it is damaged, protected, or pictures alone."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        raise (ProtectedError if code == _PASSWORD else BrokenDocumentError) from error
    try:
        if len(document) > MOST_PAGES:
            raise TooLargeError("", LARGEST_TEXT)
        pages = list(_pages(document, pypdfium2.PdfiumError))
        told = _told(document)
    finally:
        document.close()
    lines = [line for page in pages for line in page]
    if not any(trim(line.text) for line in lines) or _is_garbled(lines):
        raise NoTextLayerError
    found = list(_paragraphs(_without_margins(pages)))
    title = trim(told.get("Title", ""))
    return Parts([Chapter("", found)], title, [(FieldName.AUTHOR, trim(told.get("Author", "")))])


def _told(document: Printed) -> dict[str, str]:
    """Give what the file tells of itself; nothing where that is no text."""
    try:
        return dict(document.get_metadata_dict())
    except ValueError:
        return {}


def _pages(document: Printed, failure: type[Exception]) -> Iterator[list[Line]]:
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except failure:
            # One page of a damaged file; the others may be whole.
            continue
        length += text.count_chars()
        if length > LARGEST_TEXT:
            raise TooLargeError("", LARGEST_TEXT)
        yield list(_lines(text))
        text.close()
        page.close()


def _lines(text: Printed) -> Iterator[Line]:
    """Give the lines of a page in the order in which the file has them."""
    content = text.get_text_range()
    place = 0
    for raw in content.split("\n"):
        line = raw.rstrip("\r")
        box = _box(text, place, line) if line.strip() else None
        place += len(raw) + 1
        if box is not None:
            yield Line(line, *box)


def _box(text: Printed, start: int, line: str) -> tuple[float, float, float, float] | None:
    """Give left, right, top and bottom of a line, by its first and last characters and a few."""
    last = text.count_chars() - 1
    first = start + len(line) - len(line.lstrip())
    end = min(last, start + len(line.rstrip()) - 1)
    if first > end:
        return None
    places = {first, end, (first + end) // 2, (3 * first + end) // 4, (first + 3 * end) // 4}
    boxes = [text.get_charbox(place, loose=True) for place in sorted(places)]
    tops, bottoms = [box[3] for box in boxes], [box[1] for box in boxes]
    return boxes[0][0], max(box[2] for box in boxes), median(tops), median(bottoms)


def _is_garbled(lines: Sequence[Line]) -> bool:
    """Tell text that has no character map: what comes out is mostly no character at all."""
    text = "".join(line.text for line in lines[:400])
    lost = sum(char in _NO_CHARACTER or "\ue000" <= char <= "\uf8ff" for char in text)
    return 3 * lost > len(text)


def _without_margins(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Leave out what stands at the head or the foot of many pages, whatever its number."""
    ends = Counter(key for page in pages for key in {_key(line) for line in _edge_lines(page)})
    often = max(2, len(pages) // 3)
    for page in pages:
        edges = {id(line) for line in _edge_lines(page)}
        yield [
            line
            for line in page
            if not (id(line) in edges and (ends[_key(line)] >= often or _is_number(line)))
        ]


def _edge_lines(page: Sequence[Line]) -> list[Line]:
    """Give the highest and the lowest lines of a page."""
    ordered = sorted(page, key=lambda line: -line.top)
    return [*ordered[:_HEAD_LINES], *ordered[-_HEAD_LINES:]] if len(ordered) > 4 else []


def _key(line: Line) -> str:
    return _NUMBER.sub("#", trim(line.text))


def _is_number(line: Line) -> bool:
    return (
        re.fullmatch(r"[-–— ]*(?:第\s*)?\d{1,5}(?:\s*[页頁])?[-–— ]*", trim(line.text)) is not None
    )


def _paragraphs(pages: Iterator[list[Line]]) -> Iterator[tuple[str, Role]]:
    """Join lines into paragraphs, over the borders of columns and pages too."""
    usual = 0.0
    open_text, open_role, last = "", Role.BODY, None
    edge = left = 0.0
    for page in pages:
        if not page:
            continue
        usual = usual or median(line.size for line in page)
        for line in page:
            text = trim(line.text)
            if last is None or _begins_column(last, line):
                edge, left = _column_of(page, line)
            if last is not None and open_text and _goes_on(last, line, edge, left):
                open_text += ("" if _is_joint(open_text, text) else " ") + text
            else:
                if open_text:
                    yield open_text, open_role
                open_text, open_role = text, _role(text, line, usual)
            last = line
    if open_text:
        yield open_text, open_role


def _begins_column(last: Line, line: Line) -> bool:
    """Tell a line that stands above the one before: the next column, or the next page."""
    return line.bottom > last.top or line.left > last.right


def _column_of(page: Sequence[Line], line: Line) -> tuple[float, float]:
    """Give the right and the left edge of the column in which a line stands."""
    column = [o for o in page if o.left < line.right and o.right > line.left and len(o.text) > 2]
    lefts = sorted(other.left for other in column) or [line.left]
    return max((other.right for other in column), default=line.right), lefts[len(lefts) // 4]


def _goes_on(last: Line, line: Line, edge: float, left: float) -> bool:
    """Tell whether a line is the continuation of the one before it."""
    em = last.size
    if abs(line.size - em) > _SIZE * em:
        return False
    if _begins_column(last, line):
        return trim(last.text)[-1:] not in _END
    near = last.right > edge - _NEAR * em
    close = last.bottom - line.top < (_LEADING - 1) * em
    indented = line.left > left + _INDENT * em and line.left > last.left + _INDENT * em
    return near and close and not indented


def _is_joint(before: str, after: str) -> bool:
    """Say whether nothing stands between two lines: full-width signs have no space."""
    return is_wide(before[-1]) or is_wide(after[0])


def _role(text: str, line: Line, usual: float) -> Role:
    large = line.size > 1.15 * usual and len(text) <= 60
    return Role.HEADING if large or is_chapter_heading(text) else Role.BODY

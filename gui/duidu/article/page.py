"""Saved web pages: the article by trafilatura, the rest of the page as furniture.

trafilatura decides which blocks of a page are the article; their text is taken from the page
itself, so that nothing of it is rewritten and nothing is lost. lxml and trafilatura are imported
here alone, and trafilatura, which is heavy, only when a page is opened.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from lxml import etree

from duidu.article.errors import BrokenPageError
from duidu.article.fields import byline_fields, closing_author, is_label, title_field
from duidu.article.model import Field, FieldName, Paragraph, Role
from duidu.article.roles import is_notice
from duidu.article.text import pieces, trim
from duidu.hanzi import is_hanzi

_log = logging.getLogger(__name__)

_START = re.compile(
    r"\s*(?:<!--.{0,20000}?-->\s*)*"
    r"<(?:!doctype|\?xml|html|head|body|rss|feed|div|p|h1|meta|title|table|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "rt", "rp", "rtc", "svg", "math", "iframe"}
    | {"object", "select", "button", "textarea", "head"}
)
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "header"),
    *("hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    # Of feeds:
    *("title", "item", "entry", "description", "content", "channel"),
}
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
# trafilatura's time grows faster than a page; a larger or deeper one is shown as it is.
_LARGEST_FOR_EXTRACTION = 4_000_000
_DEEPEST_FOR_EXTRACTION = 150
_SHORT = 10


@dataclass(frozen=True, slots=True)
class _Block:
    """One block of the page: its tag and its text."""

    tag: str
    text: str


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that the bytes of a page say they are in."""
    head = data[:8_192]
    if b"<" not in head:
        return None
    match = _DECLARED.search(head)
    return (match[1] or match[2]).decode("ascii") if match else None


def is_page(text: str) -> bool:
    """Tell whether a text is markup."""
    return _START.match(text) is not None


def read_page(text: str) -> tuple[list[Paragraph], list[Field]]:
    """Give the paragraphs of a page, the article first and the furniture after it.

    Raises BrokenPageError where the markup holds no text.
    """
    tree = _parse(text)
    blocks = list(_blocks(tree)) if tree is not None else []
    if sum(len(block.text) for block in blocks) * 4 < _visible_length(text):
        blocks = _plain_blocks(text)
    if not blocks:
        raise BrokenPageError
    if tree is not None and tree.tag in ("rss", "feed", "RDF"):
        return _feed(blocks)
    return _arrange(blocks, _extract(tree, len(text)))


def _parse(text: str) -> etree._Element | None:
    data = text.encode("utf-8", "replace")
    is_feed = re.match(r"\s*<\?xml.{0,2000}?<(?:rss|feed|rdf:RDF)\b", text, re.S)
    parser: etree.XMLParser | etree.HTMLParser
    if is_feed:
        data = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data, count=1)
        parser = etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, encoding="utf-8"
        )
    else:
        parser = etree.HTMLParser(recover=True, no_network=True, encoding="utf-8")
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _log.info("not parsed: %s", error)
        return None


def _blocks(tree: etree._Element) -> Iterator[_Block]:
    """Give the blocks of a tree in order, white space as it reads. Without recursion."""
    tag, parts = "", list[str]()
    for kind, name, text in _events(tree):
        if kind == "text":
            parts.append(text)
            continue
        if name == "br" or name in _BLOCKS:
            block = _Block(tag, _readable("".join(parts)))
            if block.text:
                yield block
            parts = []
            if name != "br":
                tag = name if kind == "start" else ""
    last = _Block(tag, _readable("".join(parts)))
    if last.text:
        yield last


def _events(tree: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Give starts, ends and texts in the order of the document, without what is never shown."""
    stack: list[tuple[etree._Element, bool]] = [(tree, False)]
    while stack:
        element, done = stack.pop()
        name = _name(element)
        if done:
            yield "end", name, ""
            yield "text", "", element.tail or ""
        elif not name or name in _SKIPPED:
            yield "text", "", element.tail or ""
        else:
            yield "start", name, ""
            yield "text", "", element.text or ""
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]


def _name(element: etree._Element) -> str:
    """Give the local tag, or nothing for comments and instructions."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _readable(text: str) -> str:
    """Fold white space as a browser does; none is left between hanzi where a source line broke."""
    text = _SPACE.sub(_fold, text)
    return trim(text)


def _fold(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    broken = "\n" in match.group() and before and after
    return "" if broken and _is_wide(before) and _is_wide(after) else " "


def _is_wide(char: str) -> bool:
    return is_hanzi(char) or "\u3000" < char < "\u303f" or "\uff00" < char < "\uffef"


class _PlainText(HTMLParser):
    """The text of markup that no tree could hold, tag by tag."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self._parts: list[str] = []
        self._hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or hide what follows."""
        if not self._hidden and tag in _SKIPPED:
            self._hidden = tag
        elif tag in _BLOCKS or tag == "br":
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        """End a block, or show again."""
        if tag == self._hidden:
            self._hidden = ""
        elif tag in _BLOCKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if not self._hidden:
            self._parts.append(data)

    def flush(self) -> None:
        """Close the block that is open."""
        text = _readable("".join(self._parts))
        if text:
            self.blocks.append(_Block("p", text))
        self._parts = []


def _plain_blocks(text: str) -> list[_Block]:
    parser = _PlainText()
    parser.feed(text)
    parser.close()
    parser.flush()
    return parser.blocks


def _visible_length(text: str) -> int:
    return sum(
        map(is_hanzi, re.sub(r"<(script|style)\b.*?(?:</\1|$)", "", text, flags=re.S | re.I))
    )


@dataclass(frozen=True, slots=True)
class _Main:
    """What trafilatura found: the article's text without white space, and the page's metadata.

    `heading` is the page's own <title>, in which the article's title mostly stands among others.
    """

    text: str = ""
    lines: frozenset[str] = frozenset()
    title: str = ""
    heading: str = ""
    fields: tuple[Field, ...] = ()


def _extract(tree: etree._Element | None, length: int) -> _Main:
    """Ask trafilatura for the article; nothing where it finds none or the page is too large."""
    if tree is None or length > _LARGEST_FOR_EXTRACTION or _depth(tree) > _DEEPEST_FOR_EXTRACTION:
        return _Main()
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    try:
        markup = etree.tostring(tree, encoding="unicode", method="html")
        found = bare_extraction(markup, include_comments=False, with_metadata=True)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        # A page that breaks the extraction is shown whole.
        _log.info("not extracted: %s", error)
        return _Main()
    if not isinstance(found, Document):
        return _Main()
    told = (
        (FieldName.DATE, found.date),
        (FieldName.AUTHOR, found.author),
        (FieldName.SOURCE, found.sitename),
    )
    fields = tuple(
        Field(name, trim(value)) for name, value in told if value and not is_label(value)
    )
    lines = [_squeezed(line) for line in (found.text or "").splitlines()]
    heading = trim(tree.findtext(".//title") or "")
    return _Main("".join(lines), frozenset(lines), trim(found.title or ""), heading, fields)


def _depth(tree: etree._Element) -> int:
    deepest, stack = 0, [(tree, 1)]
    while stack:
        element, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in element]
    return deepest


def _squeezed(text: str) -> str:
    return re.sub(r"[\s|*#`_-]+", "", text)


def _arrange(blocks: Sequence[_Block], main: _Main) -> tuple[list[Paragraph], list[Field]]:
    """Put title, byline and body first and everything else behind them, nothing twice."""
    blocks = _distinct(blocks)
    inside = [_belongs(block, main) for block in blocks]
    title = _title_index(blocks, main)
    inside = _with_captions(blocks, inside)
    first = next((i for i, one in enumerate(inside) if one and i != title), len(blocks))
    arranged: list[tuple[_Block, Role]] = []
    if title is not None:
        arranged.append((blocks[title], Role.TITLE))
    elif main.title:
        arranged.append((_Block("title", main.title), Role.TITLE))
    start = title + 1 if title is not None else max(0, first - 3)
    for index, block in enumerate(blocks):
        if index == title:
            continue
        near = start <= index <= first + 2
        if near and byline_fields(block.text, 0):
            arranged.append((block, Role.BYLINE))
            inside[index] = True
        elif inside[index]:
            arranged.append((block, _role(block)))
    rest = [block for i, block in enumerate(blocks) if not inside[i] and i != title]
    while len(arranged) > 2 and arranged[-1][1] is Role.BODY and is_notice(arranged[-1][0].text):
        rest.insert(0, arranged.pop()[0])
    arranged += [(block, Role.FURNITURE) for block in rest]
    return _finished(arranged, main.fields)


def _distinct(blocks: Sequence[_Block]) -> list[_Block]:
    """Drop a short block that the page repeats, as menus and headings are."""
    seen: set[str] = set()
    kept = []
    for block in blocks:
        if block.text not in seen or len(block.text) > 60:
            kept.append(block)
        seen.add(block.text)
    return kept


def _belongs(block: _Block, main: _Main) -> bool:
    if not main.text:
        return block.tag not in ("title", "nav", "footer", "option")
    squeezed = _squeezed(block.text)
    if block.tag == "title" or not squeezed:
        return False
    # A short block (更多, 国际) must be a line of the article by itself, not a part of one.
    return squeezed in main.lines if len(squeezed) < _SHORT else squeezed in main.text


def _with_captions(blocks: Sequence[_Block], inside: Sequence[bool]) -> list[bool]:
    """Count a caption in the middle of the article as part of it."""
    within = [index for index, one in enumerate(inside) if one]
    first, last = (within[0], within[-1]) if within else (0, 0)
    return [
        one or (first < index < last and _role(blocks[index]) is Role.CAPTION)
        for index, one in enumerate(inside)
    ]


def _title_index(blocks: Sequence[_Block], main: _Main) -> int | None:
    """Find the article's heading: the longest heading that stands in the page's own title.

    Where there is none: a block that is what trafilatura takes for the title, or a lone h1.
    """
    headings = [i for i, block in enumerate(blocks) if block.tag in ("h1", "h2", "h3")]
    within = [i for i in headings if _squeezed(blocks[i].text) in _squeezed(main.heading)]
    if within:
        return max(within, key=lambda i: len(blocks[i].text))
    for index, block in enumerate(blocks):
        if main.title and _squeezed(block.text) == _squeezed(main.title):
            return index
    named = [i for i in headings if blocks[i].tag == "h1"]
    return named[0] if len(named) == 1 and not main.title else None


def _role(block: _Block) -> Role:
    if block.tag in _HEADINGS:
        return Role.HEADING
    return Role.CAPTION if block.tag in ("figcaption", "caption") else Role.BODY


def _feed(blocks: Sequence[_Block]) -> tuple[list[Paragraph], list[Field]]:
    """Show a feed: the first title, then each entry's title and text."""
    arranged: list[tuple[_Block, Role]] = []
    for block in blocks:
        if not any(map(is_hanzi, block.text)):
            continue
        if "<" in block.text and ">" in block.text:
            arranged += [(inner, Role.BODY) for inner in _plain_blocks(block.text)]
        elif block.tag == "title":
            arranged.append((block, Role.HEADING if arranged else Role.TITLE))
        else:
            arranged.append((block, Role.BODY))
    return _finished(arranged, ())


def _finished(
    arranged: Sequence[tuple[_Block, Role]], told: Sequence[Field]
) -> tuple[list[Paragraph], list[Field]]:
    paragraphs: list[Paragraph] = []
    fields: list[Field] = []
    body = [i for i, (_, role) in enumerate(arranged) if role is Role.BODY]
    for index, (block, role) in enumerate(arranged):
        number = len(paragraphs)
        if role is Role.BYLINE:
            fields += byline_fields(block.text, number)
        elif role is Role.BODY and index in body[:3]:
            fields += title_field(block.text, number)
        if body and index == body[-1]:
            fields += closing_author(block.text, number)
        cut = pieces(block.text)
        paragraphs += [Paragraph(piece, role, True) for piece in cut[:-1]]
        paragraphs.append(Paragraph(cut[-1], role))
    found = {field.name for field in fields}
    return paragraphs, [*fields, *(field for field in told if field.name not in found)]

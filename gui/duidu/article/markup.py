"""Markup into blocks: what stands on a page, block by block, white space as it reads.

The tree is made by lxml, which is imported here alone, and walked without recursion. Markup that
no tree can hold (nested deeper than the parser's limit), or only after minutes (a tag with
thousands of attributes), is read tag by tag instead.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree

from duidu.article.bounds import check_markup
from duidu.article.errors import OverlongError
from duidu.article.tags import is_crowded
from duidu.article.text import trim
from duidu.hanzi import count_hanzi, is_hanzi

_log = logging.getLogger(__name__)
# lxml brings no types.
Element = Any

HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# Ruby readings are annotations, not text; the rest is never shown.
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "rt", "rp", "rtc", "svg", "math", "iframe"}
    | {"object", "select", "button", "textarea", "head"}
)
_AROUND = frozenset({"nav", "footer", "aside", "form"})
_BLOCKS = HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "header"),
    *("hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section"),
    *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    # Of feeds:
    *("author", "channel", "content", "creator", "description", "entry", "item", "name"),
    *("pubdate", "issued", "published", "updated", "modified", "created", "summary", "title"),
    *("subtitle", "tagline", "info", "link", "id", "guid", "language", "generator", "category"),
}
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
# Each alternative ends or runs to the end of the text, so that none is tried twice.
_UNSEEN = re.compile(
    r"<(script|style|rt|rp|head|noscript|template|textarea)\b.*?(?:</\1[^<>]*>|\Z)"
    r"|<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>",
    re.S | re.I,
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
_INSTRUCTION = re.compile(r"<\?xml[^>]*\?>|<!doctype[^>\[]*(?:\[.*?\]\s*)?>", re.S | re.I)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a page: the tag that it opens, its text, how it stands on the page.

    `around` says that it stands in a part named so (nav, footer, aside, form), `linked` that
    most of its text is links.
    """

    tag: str
    text: str
    around: bool = False
    linked: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """A page taken apart: its blocks in order, its own title, and the name of its root.

    `tidy` is the page written again by the parser, or empty where the page is deeper than `limit`
    of `parsed`, or no tree could hold it.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    root: str = ""
    tidy: str = ""


def begins(text: str) -> str:
    """Give the start of a text behind what stands before the markup: comments, instructions."""
    position = 0
    while True:
        while text[position : position + 1].isspace() or text.startswith("\ufeff", position):
            position += 1
        if text.startswith("<!--", position):
            end = text.find("-->", position)
            if end < 0:
                return ""
            position = end + 3
            continue
        match = _INSTRUCTION.match(text, position) or re.compile(r"<\?[^>]*>").match(text, position)
        if match is None:
            return text[position : position + 200]
        position = match.end()


def parsed(text: str, deepest: int = 0) -> Markup:
    """Take markup apart; `tidy` is written for trees that are at most `deepest` levels deep.

    Raises OverlongError for more tags than can be kept.
    """
    check_markup(text)
    tree = None if is_crowded(text) else _tree(text)
    blocks = tuple(_blocks(tree)) if tree is not None else ()
    shown = count_hanzi(_TAG.sub("", _UNSEEN.sub("", text)))
    if tree is None or 2 * sum(count_hanzi(block.text) for block in blocks) < shown:
        return Markup(tuple(plain_blocks(text)))
    tidy = ""
    if _depth(tree) <= deepest:
        tidy = etree.tostring(tree, encoding="unicode", method="html")
    title = next((one.text or "" for one in tree.iter("title")), "")
    return Markup(blocks, _readable(title), _name(tree), tidy)


def _tree(text: str) -> etree._Element | None:
    data = text.encode("utf-8", "replace")
    parser: etree.XMLParser | etree.HTMLParser
    if _FEED.match(begins(text)):
        # The text is decoded already, whatever its declaration says; entities stay unread.
        data = re.sub(rb"^\s*<\?xml[^>]*\?>", b"", data, count=1)
        parser = etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, encoding="utf-8"
        )
    else:
        parser = etree.HTMLParser(recover=True, no_network=True, encoding="utf-8")
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _log.info("not parsed: %s", error)
        return None
    return None if _is_cut_off(parser) else tree


def _is_cut_off(parser: etree.XMLParser | etree.HTMLParser) -> bool:
    """Tell whether text was left out silently: of a piece over ten million bytes the rest.

    Entities that unfold without end are left out under the same kind of error, as they should be.
    """
    return any("text node" in entry.message.lower() for entry in parser.error_log)


def _depth(tree: etree._Element) -> int:
    deepest, stack = 0, [(tree, 1)]
    while stack:
        element, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in element]
    return deepest


class _Gatherer:
    """The block that is being read, and where on the page it stands."""

    def __init__(self) -> None:
        self.tag = ""
        self.around = 0
        self.links = 0
        self.kept = 0
        self._parts: list[str] = []
        self._linked = 0

    def take(self, text: str) -> None:
        self._parts.append(text)
        if self.links:
            self._linked += len(text)

    def close(self) -> Iterator[Block]:
        """Give the block, if it has text, and begin the next."""
        text = _readable("".join(self._parts))
        if text:
            yield Block(self.tag, text, self.around > 0, 2 * self._linked > len(text))
        self._parts, self._linked = [], 0


def _blocks(tree: etree._Element) -> Iterator[Block]:
    """Give the blocks of a tree in order, without recursion."""
    gatherer = _Gatherer()
    for kind, name, text in _events(tree):
        step = 1 if kind == "start" else -1
        if kind == "text":
            yield from _lines(gatherer, text) if gatherer.kept else _plain(gatherer, text)
        elif name == "br":
            yield from gatherer.close()
        elif name in _BLOCKS:
            yield from gatherer.close()
            gatherer.tag = name if kind == "start" else ""
            gatherer.around += step * (name in _AROUND)
            gatherer.kept += step * (name == "pre")
        gatherer.links += step * (name == "a")
    yield from gatherer.close()


def _plain(gatherer: _Gatherer, text: str) -> Iterator[Block]:
    gatherer.take(text)
    return iter(())


def _lines(gatherer: _Gatherer, text: str) -> Iterator[Block]:
    """Take preformatted text, in which every line end is one."""
    first, *rest = text.split("\n")
    gatherer.take(first)
    for line in rest:
        yield from gatherer.close()
        gatherer.take(line)


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
    return trim(_SPACE.sub(_fold, text))


def _fold(match: re.Match[str]) -> str:
    before = match.string[match.start() - 1 : match.start()]
    after = match.string[match.end() : match.end() + 1]
    broken = "\n" in match.group() and before and after
    return "" if broken and is_wide(before) and is_wide(after) else " "


def is_wide(char: str) -> bool:
    """Tell a full-width character: no space stands between two of them."""
    return is_hanzi(char) or "\u3000" < char < "\u303f" or "\uff00" < char < "\uffef"


def plain_blocks(text: str) -> list[Block]:
    """Give the blocks of markup tag by tag, without making a tree of it."""
    found: list[Block] = []
    gatherer = _Gatherer()
    position = 0
    text = _UNSEEN.sub("", text)
    for match in _TAG.finditer(text):
        gatherer.take(unescape(text[position : match.start()]))
        position = match.end()
        name = match[2].lower()
        if name in _BLOCKS or name == "br":
            found += gatherer.close()
            gatherer.tag = "" if match[1] else name
    gatherer.take(unescape(text[position:]))
    return [*found, *gatherer.close()]


def xml_tree(data: bytes) -> Element:
    """Make the tree of an XML document, or None where it is none.

    Entities stay unread, no document type is loaded, nothing is fetched. Raises OverlongError for
    more tags, or more text in one piece, than can be kept.
    """
    check_markup(data)
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        _log.info("not parsed: %s", error)
        return None
    if _is_cut_off(parser):
        raise OverlongError
    return tree


def local_name(element: Element) -> str:
    """Give the tag of an element without its namespace; nothing for instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Give an attribute by its name without a namespace, or the empty string."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def elements(tree: Element, name: str) -> Iterator[Element]:
    """Give the elements of a tree that have a tag, in order, whatever their namespace."""
    return (element for element in tree.iter() if local_name(element) == name)


def text_of(element: Element) -> str:
    """Give all text inside an element; of entities, which stay unread, nothing."""
    return "".join(element.itertext(etree.Element))

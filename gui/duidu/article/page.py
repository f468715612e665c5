"""Saved web pages: the article first, and everything else on the page behind it as furniture.

An extraction tells which blocks are the article; their text is taken from the page itself, so that
nothing of it is rewritten and nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from duidu.article.errors import BrokenPageError
from duidu.article.extraction import DEEPEST, LARGEST, Extract, extracted, squeezed
from duidu.article.feed import is_feed, read_feed
from duidu.article.fields import byline_fields
from duidu.article.markup import HEADINGS, Block, begins, parsed
from duidu.article.model import Field, Paragraph, Role
from duidu.article.notices import is_notice
from duidu.article.roles import assembled
from duidu.hanzi import HANZI

_START = re.compile(
    r"<(?:html|head|body|rss|feed|rdf:RDF|div|p|h[1-6]|meta|title|table|article|section|main|header"
    r"|nav|ul|ol|span|font|center|script|style|link|b|a|img|br|blockquote|pre)\b[^<>]*>",
    re.IGNORECASE,
)
_DOCTYPE = re.compile(r"\s*<!doctype\s+html", re.IGNORECASE)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)"""
    rb"""|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_CAPTION = re.compile("(?:圖注|图注|圖說|图说|圖片說明|图片说明|图为|圖為)[:：]|[▲△]")
# A block shorter than this must be a line of the article by itself, not a part of one.
_SHORT = 10
_WIDEST_GAP = 3


def declared_encoding(data: bytes) -> str | None:
    """Give the encoding that the bytes of a page say they are in."""
    head = data[:8_192]
    if b"<" not in head:
        return None
    match = _DECLARED.search(head)
    return (match[1] or match[2]).decode("ascii") if match else None


def is_page(text: str) -> bool:
    """Tell whether a text is markup."""
    return _START.match(begins(text)) is not None or _DOCTYPE.match(text) is not None


def read_page(text: str) -> tuple[list[Paragraph], list[Field]]:
    """Give the paragraphs of a page, the article first and the furniture after it.

    Raises BrokenPageError where the markup holds no text.
    """
    markup = parsed(text, DEEPEST if len(text) <= LARGEST else 0)
    if not markup.blocks:
        raise BrokenPageError
    if is_feed(markup):
        return read_feed(markup)
    extract = extracted(markup.tidy)
    title = _title(markup.blocks, extract, markup.title)
    arranged = _arranged(markup.blocks, extract, title)
    blocks, roles = [block for block, _ in arranged], [role for _, role in arranged]
    paragraphs, fields = assembled(blocks, roles)
    found = {field.name for field in fields}
    return paragraphs, [*fields, *(field for field in extract.fields if field.name not in found)]


def _title(blocks: Sequence[Block], extract: Extract, heading: str) -> int | None:
    """Find the article's heading: the longest heading that stands in the page's own title.

    Where there is none: a block that is what the extraction takes for the title, or a lone h1.
    """
    headings = [i for i, block in enumerate(blocks) if block.tag in ("h1", "h2", "h3")]
    whole = squeezed(heading)
    within = [i for i in headings if HANZI.search(blocks[i].text) and _in(blocks[i], whole)]
    if within:
        return max(within, key=lambda i: len(blocks[i].text))
    for index, block in enumerate(blocks):
        if extract.title and squeezed(block.text) == squeezed(extract.title):
            return index
    lone = [i for i in headings if blocks[i].tag == "h1"]
    return lone[0] if len(lone) == 1 else None


def _in(block: Block, text: str) -> bool:
    return squeezed(block.text) in text


def _arranged(
    blocks: Sequence[Block], extract: Extract, title: int | None
) -> list[tuple[str, Role]]:
    """Put title, byline and body first and everything else behind them, nothing there twice."""
    inside = _inside(blocks, extract, title)
    first = next((i for i, one in enumerate(inside) if one), len(blocks))
    start = title + 1 if title is not None else max(0, first - 3)
    article: list[tuple[str, Role]] = []
    if title is not None:
        article.append((blocks[title].text, Role.TITLE))
    elif extract.title:
        article.append((extract.title, Role.TITLE))
    for index, block in enumerate(blocks):
        if start <= index <= first + 2 and byline_fields(block.text, 0):
            article.append((block.text, Role.BYLINE))
            inside[index] = True
        elif inside[index]:
            article.append((block.text, _role(block)))
    rest = [block.text for i, block in enumerate(blocks) if not inside[i] and i != title]
    while len(article) > 2 and article[-1][1] is Role.BODY and is_notice(article[-1][0]):
        rest.insert(0, article.pop()[0])
    shown = {text for text, _ in article}
    return article + [(text, Role.FURNITURE) for text in dict.fromkeys(rest) if text not in shown]


def _inside(blocks: Sequence[Block], extract: Extract, title: int | None) -> list[bool]:
    """Tell which blocks are the article, and what stands in small gaps of it without being links.

    An extraction drops some short paragraphs; a reader would miss them.
    """
    inside = [i != title and _belongs(block, extract) for i, block in enumerate(blocks)]
    whole = [i for i, one in enumerate(inside) if one]
    if not whole:
        return [i != title for i in range(len(blocks))]
    for before, after in pairwise(whole):
        if after - before <= _WIDEST_GAP + 1:
            for index in range(before + 1, after):
                block = blocks[index]
                inside[index] = index != title and not block.linked and not block.around
    return inside


def _belongs(block: Block, extract: Extract) -> bool:
    if not extract.text:
        return not block.around and block.tag not in ("title", "option")
    text = squeezed(block.text)
    if block.tag == "title" or not text:
        return False
    return text in extract.lines if len(text) < _SHORT else text in extract.text


def _role(block: Block) -> Role:
    if block.tag in HEADINGS:
        return Role.HEADING
    caption = block.tag in ("figcaption", "caption") or _CAPTION.match(block.text)
    return Role.CAPTION if caption else Role.BODY

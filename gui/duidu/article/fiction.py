"""FictionBook (FB2): one XML file, a section a chapter."""

from __future__ import annotations

from collections.abc import Iterator

from duidu.article.errors import BrokenDocumentError
from duidu.article.markup import Element, elements, local_name, text_of, xml_tree
from duidu.article.model import FieldName, Role
from duidu.article.parts import Chapter, Parts
from duidu.article.text import joined_lines

_ROOT = b"<FictionBook"
_LINES = frozenset({"p", "v", "subtitle", "text-author"})


def is_fb2(data: bytes) -> bool:
    """Tell a FictionBook by its root."""
    return _ROOT in data[:2_000]


def read_fb2(data: bytes) -> Parts:
    """Read a FictionBook; raises BrokenDocumentError where it has no body."""
    tree = xml_tree(data)
    body = next(elements(tree, "body"), None) if tree is not None else None
    if tree is None or body is None:
        raise BrokenDocumentError
    title = next((_text(one) for one in elements(tree, "book-title")), "")
    author = next((_text(one) for one in elements(tree, "author")), "")
    return Parts(list(_chapters(body)), title, [(FieldName.AUTHOR, author)])


def _chapters(body: Element) -> Iterator[Chapter]:
    """Give the text before the first section, then each section of the body."""
    before = [one for one in body if local_name(one) != "section"]
    for parts in ([*before], *([one] for one in body if local_name(one) == "section")):
        blocks = [block for part in parts for block in _blocks(part)]
        if blocks:
            heading = next((text for text, role in blocks if role is Role.HEADING), "")
            yield Chapter(heading, blocks)


def _blocks(part: Element) -> Iterator[tuple[str, Role]]:
    for one in part.iter():
        if local_name(one) in _LINES and (text := _text(one)):
            in_title = any(local_name(above) == "title" for above in one.iterancestors())
            heading = in_title or local_name(one) == "subtitle"
            yield text, Role.HEADING if heading else Role.BODY


def _text(element: Element) -> str:
    return joined_lines(text_of(element))

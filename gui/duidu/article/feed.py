"""Feeds: the entries one after the other, each with its title as a heading."""

from __future__ import annotations

import re

from duidu.article.markup import Markup, plain_blocks
from duidu.article.model import Field, Paragraph, Role
from duidu.article.roles import assembled
from duidu.hanzi import HANZI

_ROOTS = ("rss", "feed", "rdf")
_BYLINES = frozenset({"author", "creator", "name", "pubdate", "issued", "published", "updated"})
_MACHINE = frozenset({"link", "id", "guid", "language", "generator", "modified", "created", "info"})
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def is_feed(markup: Markup) -> bool:
    """Tell a feed by its root."""
    return markup.root in _ROOTS


def read_feed(markup: Markup) -> tuple[list[Paragraph], list[Field]]:
    """Give the feed's title, then the entries; what only programs read is furniture at the end."""
    texts: list[str] = []
    roles: list[Role] = []
    rest: list[str] = []
    for block in markup.blocks:
        if block.tag in _MACHINE:
            rest.append(block.text)
        elif _TAG.search(block.text):
            inner = [one.text for one in plain_blocks(block.text)]
            texts += inner
            roles += [Role.BODY] * len(inner)
        else:
            texts.append(block.text)
            roles.append(_role(block.tag, Role.TITLE not in roles))
    rest = [text for text in dict.fromkeys(rest) if HANZI.search(text)]
    around = Role.FURNITURE if texts else Role.BODY
    return assembled(texts + rest, roles + [around] * len(rest))


def _role(tag: str, first: bool) -> Role:
    if tag == "title":
        return Role.TITLE if first else Role.HEADING
    return Role.BYLINE if tag in _BYLINES else Role.BODY

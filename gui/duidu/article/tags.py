"""Start tags as HTML reads them, to know those that would keep a parser busy for minutes."""

from __future__ import annotations

import re

# The parser compares each attribute of a tag with all others before it. No page that people
# wrote comes near this many.
MOST_ATTRIBUTES = 500

# A quote begins a value only behind an equals sign; elsewhere it is a letter like any other.
_ATTRIBUTE = r"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?+"
_ATTRIBUTES = re.compile(_ATTRIBUTE)
# Nothing is required behind what is repeated, so that no character is read twice.
_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[\s/]++|{_ATTRIBUTE})*+)",
    re.DOTALL,
)
_END = {
    name: re.compile(rf"</{name}\b", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title")
}


def is_crowded(text: str) -> bool:
    """Tell whether a tag of the markup has more than MOST_ATTRIBUTES; linear in the text.

    The content of scripts and the like is no markup and is passed over.
    """
    position = 0
    while match := _TAG.search(text, position):
        attributes = match["attributes"] or ""
        # An attribute takes at least two characters, with the space before it.
        if len(attributes) > 2 * MOST_ATTRIBUTES and _count(attributes) > MOST_ATTRIBUTES:
            return True
        position = _behind(text, match)
    return False


def _count(attributes: str) -> int:
    return sum(1 for _ in _ATTRIBUTES.finditer(attributes))


def _behind(text: str, tag: re.Match[str]) -> int:
    """Give where markup goes on behind a tag: at once, or where its raw content ends."""
    end = _END.get((tag["name"] or "").lower())
    if end is None:
        return tag.end()
    found = end.search(text, tag.end())
    return found.start() if found else len(text)

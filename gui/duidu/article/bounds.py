"""How much of a text or of markup is taken, so that memory and time stay bounded.

A megabyte can hold a hundred thousand tags or line ends, each of which costs hundreds of bytes once
it is an element or a paragraph; so they are counted before anything is made of them. A novel of a
million characters has about 30,000 paragraphs, and as a Word document about a million tags.
"""

from __future__ import annotations

from duidu.article.errors import OverlongError

MOST_TAGS = 2_000_000
MOST_LINES = 1_000_000


def check_markup(markup: str | bytes) -> int:
    """Give the number of tags; raises OverlongError for more than can be kept."""
    tags = markup.count("<") if isinstance(markup, str) else markup.count(b"<")
    if tags > MOST_TAGS:
        raise OverlongError
    return tags


def check_lines(text: str) -> None:
    """Raise OverlongError for more line ends than there may be paragraphs."""
    if text.count("\n") + text.count("\r") > MOST_LINES:
        raise OverlongError

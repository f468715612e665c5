"""What the reader asks to open, and opening it away from the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from duidu.article.model import Article
from duidu.dictionary.store import Dictionary
from duidu.errors import Term
from duidu.language.model import Script, Variety
from duidu.page.tongue import tr
from duidu.window.jobs import Ticket

if TYPE_CHECKING:
    from duidu.language.annotate import Annotator, Language

PASTED = Term("Pasted text")


@dataclass(frozen=True)
class Source:
    """A file, a page of the web, or text, and what the reader overrules about it."""

    path: Path | None = None
    address: str = ""
    text: str = ""
    encoding: str | None = None
    script: Script | None = None
    variety: Variety | None = None

    @property
    def name(self) -> str:
        """What to call it in a message."""
        if self.path is None:
            return self.address or tr(PASTED)
        return self.path.name or str(self.path)

    @property
    def stands_elsewhere(self) -> bool:
        """Whether it can be read again: it is a file or a page, not text that was handed over."""
        return self.path is not None or bool(self.address)


@dataclass(frozen=True)
class OpenArticle:
    """An article that was loaded, with the annotator that fits it."""

    source: Source
    article: Article
    annotator: Annotator

    @property
    def title(self) -> str:
        """What the article is called; text without a title is called what it is."""
        own = self.article.title
        return own if self.source.stands_elsewhere or own != PASTED else tr(PASTED)


class LanguageShelf:
    """Loads the language part once, when it is first asked for, on whatever thread asks.

    Importing and loading it takes half a second, which the window must not wait for.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._lock = Lock()
        self._language: Language | None = None

    def take(self) -> Language:
        """Give the language part; the first call loads it."""
        from duidu.language.annotate import Language

        with self._lock:
            if self._language is None:
                self._language = Language(self._dictionary)
            return self._language


def open_source(source: Source, language: Callable[[], Language], ticket: Ticket) -> OpenArticle:
    """Load an article and tell its script; raises DuiduError for what cannot be opened.

    The ticket is told the bytes of a page that have come, and how many there are, 0 if not known.
    """
    # The readers of formats are loaded here and not with the window, which is to be there first.
    from duidu.article.formats import read_bytes, read_file, read_text

    if source.path is not None:
        article = read_file(source.path, source.encoding)
    elif source.address:
        from duidu.article.web import fetch

        article = read_bytes(fetch(source.address, ticket.step), source.address, source.encoding)
    else:
        article = read_text(source.text, PASTED)
    ticket.step(0, 0)
    annotator = language().annotator(article, source.script, source.variety)
    return OpenArticle(source, article, annotator)

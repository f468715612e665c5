"""Which part of a page is the article, by trafilatura: heavy, so imported when first needed."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from re import sub

from duidu.article.fields import is_label
from duidu.article.model import Field, FieldName
from duidu.article.text import trim

_log = logging.getLogger(__name__)
# trafilatura's time grows faster than a page does: a larger or deeper one is shown as it is.
LARGEST = 4_000_000
DEEPEST = 150
# Dates that a page states. A search of the text makes one of any year that a story mentions.
_DATES = {"extensive_search": False, "original_date": True}


@dataclass(frozen=True, slots=True)
class Extract:
    """What the article says, white space and marks taken out, and what the page's metadata tell."""

    text: str = ""
    lines: frozenset[str] = frozenset()
    title: str = ""
    fields: tuple[Field, ...] = ()


def squeezed(text: str) -> str:
    """Give a text without white space and the marks that an extraction may add or drop."""
    return sub(r"[\s|*#`_-]+", "", text)


def extracted(markup: str) -> Extract:
    """Find the article in a page; an empty extract where there is none, or no markup."""
    if not markup or len(markup) > LARGEST:
        return Extract()
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    # What the library finds wrong with a page is no message for a reader's terminal.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    try:
        found = bare_extraction(
            markup, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except Exception as error:
        # Foreign code over foreign pages: one that breaks it is shown whole.
        _log.info("not extracted: %s", error)
        return Extract()
    return _extract(found) if isinstance(found, Document) else Extract()


def _extract(found: object) -> Extract:
    told = (
        (FieldName.DATE, getattr(found, "date", None)),
        (FieldName.AUTHOR, getattr(found, "author", None)),
        (FieldName.SOURCE, getattr(found, "sitename", None)),
    )
    fields = tuple(
        Field(name, trim(value)) for name, value in told if value and not is_label(value)
    )
    lines = [squeezed(line) for line in (getattr(found, "text", None) or "").splitlines()]
    title = trim(getattr(found, "title", None) or "")
    return Extract("".join(lines), frozenset(lines) - {""}, title, fields)

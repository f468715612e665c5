"""Pages that a browser saved as one file (MHTML): a mail whose first page is the article."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError

from duidu.article.encoding import decode, decode_as
from duidu.article.errors import BrokenDocumentError, OpenError
from duidu.article.page import declared_encoding, read_page
from duidu.article.parts import Chapter, Parts

_HEAD = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MIME = re.compile(rb"^mime-version:", re.IGNORECASE | re.MULTILINE)


def is_mhtml(data: bytes) -> bool:
    """Tell a saved page by the head of its mail."""
    head = data[:4_000]
    return _MIME.search(head) is not None and _HEAD.search(head) is not None


def read_mhtml(data: bytes) -> Parts:
    """Read the first page of the mail; raises OpenError where there is none."""
    try:
        message = message_from_bytes(data)
        pages = (part for part in message.walk() if part.get_content_type() == "text/html")
        page = next(pages, None)
        content = page.get_payload(decode=True) if page is not None else None
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise BrokenDocumentError from error
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise BrokenDocumentError
    paragraphs, fields = read_page(_text(content, page.get_content_charset()))
    told = [(one.name, one.value) for one in fields if one.paragraph < 0]
    return Parts([Chapter("", [(one.text, one.role) for one in paragraphs])], told=told)


def _text(content: bytes, charset: str | None) -> str:
    if charset:
        try:
            return decode_as(content, charset)[0]
        except OpenError:
            pass
    return decode(content, declared_encoding(content))[0]

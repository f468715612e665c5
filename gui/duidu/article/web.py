"""An article from the web: one page is fetched, and nothing that it refers to.

Only http and https, also after a redirection; no cookies, no scripts; bounded in size and in time.
"""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from duidu.article.errors import (
    NoAddressError,
    RefusedPageError,
    TooLargeError,
    UnreachableError,
)
from duidu.errors import Term

# Bytes of the page, seconds without a byte, and seconds for the whole page.
LARGEST = 32 << 20
SILENCE, LONGEST = 20.0, 120.0
_CHUNK = 1 << 16
_AGENT = "Mozilla/5.0 (compatible; Duidu reader)"
_SCHEMES = ("http", "https")
_WITHOUT_SCHEME = re.compile(r"^[\w.-]+\.[\w-]{2,}(?::\d+)?(?:/|$)")

Progress = Callable[[int, int], None]


def address_of(typed: str) -> str:
    """Give the whole address for what a reader typed; raises NoAddressError.

    Hanzi in the path and the query are encoded, in the host by the rules for such names.
    """
    text = typed.strip()
    if _WITHOUT_SCHEME.match(text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise NoAddressError(typed) from error
    if parts.scheme not in _SCHEMES or not host or " " in host:
        raise NoAddressError(typed)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def fetch(address: str, progress: Progress) -> bytes:
    """Fetch one page; raises OpenError. `progress` is told bytes and the whole, 0 if not known.

    It is called for each piece, so that it can stop the work by raising.
    """
    request = Request(  # noqa: S310 - the scheme was looked at
        address_of(address), headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.5"}
    )
    try:
        with _opener().open(request, timeout=SILENCE) as answer:
            return _content(answer, address, progress)
    except HTTPError as error:
        raise RefusedPageError(address, error.code) from error
    except URLError as error:
        raise UnreachableError(address, _reason(error.reason)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise UnreachableError(address, _reason(error)) from error


class _HttpOnly(HTTPRedirectHandler):
    """Follows a page to another address of the web and nowhere else."""

    def redirect_request(
        self,
        req: Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> Request | None:
        """Give the request for where a page has gone."""
        if urlsplit(newurl).scheme not in _SCHEMES:
            raise UnreachableError(req.full_url, Term("it leads out of the web"))
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    """Make an opener that knows http and https: no files, no FTP, no data."""
    opener = OpenerDirector()
    handlers = (ProxyHandler, HTTPHandler, HTTPSHandler, _HttpOnly, HTTPDefaultErrorHandler)
    for kind in (*handlers, HTTPErrorProcessor):
        opener.add_handler(kind())
    return opener


def _content(answer: HTTPResponse, address: str, progress: Progress) -> bytes:
    whole = int(answer.headers.get("Content-Length") or 0)
    if whole > LARGEST:
        raise TooLargeError(address, LARGEST)
    pieces, length, end = [], 0, time.monotonic() + LONGEST
    while piece := answer.read(_CHUNK):
        pieces.append(piece)
        length += len(piece)
        if length > LARGEST:
            raise TooLargeError(address, LARGEST)
        if time.monotonic() > end:
            raise UnreachableError(address, Term("it takes too long"))
        progress(length, max(whole, length) if whole else 0)
    return b"".join(pieces)


def _reason(error: object) -> str:
    if isinstance(error, socket.gaierror):
        return Term("there is no such server, or no connection")
    if isinstance(error, TimeoutError):
        return Term("the server does not answer")
    told = getattr(error, "strerror", None) or getattr(error, "reason", None) or str(error)
    return str(told).strip().rstrip(".").lower() or Term("unknown reason")

"""The table of formats, and opening what a reader names. A format is known by its content."""

from __future__ import annotations

import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from duidu.article.bounds import check_lines
from duidu.article.encoding import decode, decode_as, fit
from duidu.article.epub import is_epub, read_epub
from duidu.article.errors import (
    BinaryError,
    DirectoryError,
    EmptyError,
    MissingFileError,
    NoHanziError,
    OpenError,
    SpecialFileError,
    TooLargeError,
    UnreadableFileError,
)
from duidu.article.fiction import is_fb2, read_fb2
from duidu.article.kinds import kind_of
from duidu.article.mail import is_mhtml, read_mhtml
from duidu.article.markdown import is_markdown, read_markdown
from duidu.article.model import Article, Field, Paragraph
from duidu.article.office import (
    is_docx,
    is_odt,
    is_rtf,
    is_wrapped,
    read_docx,
    read_odt,
    read_rtf,
    refuse_wrapped,
)
from duidu.article.page import declared_encoding, is_page, read_page
from duidu.article.parts import Parts, article_of
from duidu.article.pdf import is_pdf, read_pdf
from duidu.article.roles import paragraphs_of, title_of
from duidu.article.sections import sections, sized_sections
from duidu.article.subtitles import is_subtitles, read_subtitles
from duidu.article.text import blocks, plain_lines
from duidu.hanzi import HANZI

LARGEST = 64 << 20
# Of a pasted text without a title, the beginning stands in for one.
_LONGEST_STAND_IN = 30


class Format(NamedTuple):
    """One format: how its text is known, and who makes paragraphs and fields of it."""

    name: str
    fits: Callable[[str], bool]
    read: Callable[[str], tuple[list[Paragraph], list[Field]]]


def _read_plain(text: str) -> tuple[list[Paragraph], list[Field]]:
    return paragraphs_of(blocks(text))


class Document(NamedTuple):
    """One format of packed or printed documents: how its bytes are known, and who takes it apart.

    `read` imports what it needs when it is called: heavy libraries load with their format alone.
    """

    name: str
    fits: Callable[[bytes], bool]
    read: Callable[[bytes], Parts]


DOCUMENTS = (
    Document("epub", is_epub, read_epub),
    Document("docx", is_docx, read_docx),
    Document("odt", is_odt, read_odt),
    Document("rtf", is_rtf, read_rtf),
    Document("office with a password", is_wrapped, refuse_wrapped),
    Document("mhtml", is_mhtml, read_mhtml),
    Document("fb2", is_fb2, read_fb2),
    Document("pdf", is_pdf, read_pdf),
)
FORMATS = (
    Format("subtitles", is_subtitles, read_subtitles),
    Format("page", is_page, read_page),
    Format("markdown", is_markdown, read_markdown),
    Format("text", lambda text: True, _read_plain),
)


def read_file(path: Path, encoding: str | None = None) -> Article:
    """Open a file; raises an OpenError with a sentence for every way in which that can fail."""
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(path.name or str(path)) from error
    except (OSError, ValueError) as error:
        raise UnreadableFileError(path.name, getattr(error, "strerror", "") or "") from error
    if stat.S_ISDIR(status.st_mode):
        raise DirectoryError(path.name or str(path))
    if not stat.S_ISREG(status.st_mode):
        raise SpecialFileError(path.name)
    if status.st_size > LARGEST:
        raise TooLargeError(path.name, LARGEST)
    # A name may hold bytes that are no UTF-8; what is shown of it can be written anywhere.
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return read_bytes(_content(path), name, encoding)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # The file may grow while it is read.
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(path.name, error.strerror or "") from error
    if len(data) > LARGEST:
        raise TooLargeError(path.name, LARGEST)
    return data


def read_bytes(data: bytes, origin: str = "", encoding: str | None = None) -> Article:
    """Open the bytes of a file; `origin` names them in messages."""
    document = next((one for one in DOCUMENTS if one.fits(data)), None)
    if document is not None:
        return _opened(document, data, origin)
    text, used = _decoded(data, origin, encoding)
    return _article(text, origin, used, FORMATS)


def _opened(document: Document, data: bytes, origin: str) -> Article:
    with _naming(origin):
        return article_of(document.read(data), origin)


def read_text(text: str, origin: str = "") -> Article:
    """Open pasted text, which is always plain text."""
    return _article(fit(text), origin, "", FORMATS[-1:])


def read_lines(text: str, origin: str = "") -> Article:
    """Open text of which each line that is not blank is one paragraph, as standard input is.

    None is dropped, joined or reordered; a line over 5,000 code points comes in pieces.
    """
    with _naming(origin):
        check_lines(text)
    lines = plain_lines(fit(text))
    if not lines:
        raise EmptyError(origin)
    paragraphs, fields = paragraphs_of(lines)
    title = title_of(paragraphs) or origin
    return Article(title, sized_sections(paragraphs), tuple(fields), origin)


def read_lines_bytes(data: bytes, encoding: str | None = None, origin: str = "") -> Article:
    """Decode bytes and open them as lines."""
    origin = origin or "Standard input"
    if len(data) > LARGEST:
        raise TooLargeError(origin, LARGEST)
    text, used = _decoded(data, origin, encoding)
    return replace(read_lines(text, origin), encoding=used)


def _decoded(data: bytes, origin: str, encoding: str | None) -> tuple[str, str]:
    if not data.strip():
        raise EmptyError(origin)
    kind = kind_of(data)
    if kind:
        raise BinaryError(origin, kind)
    if encoding:
        return decode_as(data, encoding)
    with _naming(origin):
        return decode(data, declared_encoding(data))


@contextmanager
def _naming(origin: str) -> Iterator[None]:
    """Let a failure name what was to be opened, where its reader did not know it."""
    try:
        yield
    except OpenError as error:
        if error.origin:
            raise
        raise type(error)(origin) from error


def _article(text: str, origin: str, encoding: str, formats: Sequence[Format]) -> Article:
    if not text.strip():
        raise EmptyError(origin)
    with _naming(origin):
        check_lines(text)
        form = next(form for form in formats if form.fits(text))
        paragraphs, fields = form.read(text)
    if not paragraphs:
        raise EmptyError(origin)
    # Asked of what was read: markup has hanzi in scripts, and as character references.
    if not any(HANZI.search(paragraph.text) for paragraph in paragraphs):
        raise NoHanziError(origin)
    title = title_of(paragraphs) or Path(origin).stem or paragraphs[0].text[:_LONGEST_STAND_IN]
    return Article(title, sections(paragraphs), tuple(fields), origin, encoding)

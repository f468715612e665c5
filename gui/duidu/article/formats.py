"""The table of formats, and opening what a reader names. A format is known by its content."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from duidu.article.encoding import decode, decode_as, fit
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
from duidu.article.model import Article, Field, Paragraph, Role
from duidu.article.page import declared_encoding, is_page, read_page
from duidu.article.roles import paragraphs_of
from duidu.article.sections import sections, sized_sections
from duidu.article.text import blocks, pieces, plain_lines
from duidu.hanzi import HANZI

LARGEST = 64 << 20
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3", "a database"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)


class Format(NamedTuple):
    """One format: how its text is known, and who makes paragraphs and fields of it."""

    name: str
    fits: Callable[[str], bool]
    read: Callable[[str], tuple[list[Paragraph], list[Field]]]


def _read_plain(text: str) -> tuple[list[Paragraph], list[Field]]:
    return paragraphs_of(blocks(text))


FORMATS = (
    Format("page", is_page, read_page),
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
    return read_bytes(_content(path), path.name, encoding)


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
    text, used = _decoded(data, origin, encoding)
    return _article(text, origin, used, FORMATS)


def read_text(text: str, origin: str = "") -> Article:
    """Open pasted text, which is always plain text."""
    return _article(fit(text), origin, "", FORMATS[-1:])


def read_lines(text: str, origin: str = "") -> Article:
    """Open text of which each line that is not blank is one paragraph, as standard input is.

    None is dropped, joined or reordered; a line over 5,000 code points comes in pieces.
    """
    lines = plain_lines(fit(text))
    if not lines:
        raise EmptyError(origin)
    roles = [paragraph.role for paragraph in _read_roles(lines)]
    paragraphs = [
        Paragraph(piece, role, continues=number < len(cut) - 1)
        for line, role in zip(lines, roles, strict=True)
        for cut in [pieces(line)]
        for number, piece in enumerate(cut)
    ]
    return Article(origin, sized_sections(paragraphs), (), origin)


def _read_roles(lines: list[str]) -> list[Paragraph]:
    paragraphs, _fields = paragraphs_of([line[:5_000] for line in lines])
    return paragraphs


def read_lines_bytes(data: bytes, encoding: str | None = None, origin: str = "") -> Article:
    """Decode bytes and open them as lines."""
    origin = origin or "Standard input"
    if len(data) > LARGEST:
        raise TooLargeError(origin, LARGEST)
    text, used = _decoded(data, origin, encoding)
    article = read_lines(text, origin)
    return Article(article.title, article.sections, (), origin, used)


def _decoded(data: bytes, origin: str, encoding: str | None) -> tuple[str, str]:
    if not data.strip():
        raise EmptyError(origin)
    kind = next((name for magic, name in _MAGIC if data.startswith(magic)), "")
    if kind:
        raise BinaryError(origin, kind)
    if encoding:
        return decode_as(data, encoding)
    try:
        return decode(data, declared_encoding(data))
    except OpenError as error:
        if error.origin:
            raise
        raise type(error)(origin) from error


def _article(text: str, origin: str, encoding: str, formats: Sequence[Format]) -> Article:
    if not text.strip():
        raise EmptyError(origin)
    if not HANZI.search(text):
        raise NoHanziError(origin)
    form = next(form for form in formats if form.fits(text))
    paragraphs, fields = form.read(text)
    if not paragraphs:
        raise EmptyError(origin)
    title = next((one.text for one in paragraphs if one.role is Role.TITLE), "")
    title = title or Path(origin).stem or paragraphs[0].text[:30]
    return Article(title, sections(paragraphs, ""), tuple(fields), origin, encoding)

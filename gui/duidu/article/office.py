"""Office documents: DOCX and ODT, paragraph by paragraph, and RTF as plain text.

Both packed kinds are read from their XML as it is: the text of ruby is what is annotated, its
readings are left out. RTF is read by striprtf, which is imported here alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from duidu.article.archive import Archive
from duidu.article.errors import BrokenDocumentError, ProtectedError
from duidu.article.markup import Element, attribute, elements, local_name, xml_tree
from duidu.article.model import FieldName, Role
from duidu.article.parts import Chapter, Parts
from duidu.article.roles import paragraphs_of
from duidu.article.text import blocks, trim

_DOCX, _ODT = "word/document.xml", "content.xml"
_TEXT_MIME = b"application/vnd.oasis.opendocument.text"
_RTF = b"{\\rtf"
# A document in an encrypted wrapper of Microsoft's: Office writes it where a password is set.
_WRAPPED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HEADING = re.compile(r"heading\s*\d|标题\s*\d|標題\s*\d|^[1-6]$", re.IGNORECASE)
_FONTS = re.compile(r"{[^{}]*\\fonttbl")
_LONGEST_FONTS = 50_000
_BULLET = re.compile(r"^[•◦▪‣·*-]\t")
_TITLE = re.compile(r"title$|^标题$|^標題$", re.IGNORECASE)
# What is said beside a text and is not of it: deleted text, field codes, readings of ruby.
_BESIDE = frozenset(
    {"rt", "del", "delText", "instrText", "ruby-text", "annotation", "tracked-changes", "note"}
    | {"moveFrom", "bookmark-ref"}
)


def is_docx(data: bytes) -> bool:
    """Tell a Word document by a member that every one has."""
    return data[:2] == b"PK" and _DOCX.encode() in data


def is_odt(data: bytes) -> bool:
    """Tell a text document of OpenDocument by its first member."""
    return data[:2] == b"PK" and _TEXT_MIME in data[:200]


def is_rtf(data: bytes) -> bool:
    """Tell an RTF document by its beginning."""
    return data.lstrip()[: len(_RTF)] == _RTF


def is_wrapped(data: bytes) -> bool:
    """Tell an office document that is encrypted with a password."""
    return data.startswith(_WRAPPED) and _ENCRYPTED in data


def refuse_wrapped(data: bytes) -> Parts:
    """Say that a password protects the document."""
    raise ProtectedError


def read_docx(data: bytes) -> Parts:
    """Read a Word document; raises OpenError where it is damaged."""
    archive = Archive(data)
    body = _tree(archive, _DOCX)
    names = _style_names(archive)
    found = [
        (text, _styled(names.get(style, style)))
        for one in elements(body, "p")
        if (text := _text(one, "t")) and not _is_nested(one)
        for style in [_style_of(one)]
    ]
    return Parts([Chapter("", list(_one_title(found)))], told=_told(archive, "docProps/core.xml"))


def read_odt(data: bytes) -> Parts:
    """Read a text document of OpenDocument; raises OpenError where it is damaged."""
    archive = Archive(data)
    body = next(elements(_tree(archive, _ODT), "text"), None)
    if body is None:
        raise BrokenDocumentError
    found = []
    for one in body.iter():
        kind = local_name(one)
        if kind in ("p", "h") and not _is_nested(one) and (text := _text(one, "")):
            title = _TITLE.search(attribute(one, "style-name")) is not None
            role = Role.TITLE if title else Role.HEADING if kind == "h" else Role.BODY
            found.append((text, role))
    return Parts([Chapter("", list(_one_title(found)))], told=_told(archive, "meta.xml"))


def read_rtf(data: bytes) -> Parts:
    """Read an RTF document; raises BrokenDocumentError where no text comes out of it."""
    from striprtf.striprtf import rtf_to_text

    code_page = re.search(rb"\\ansicpg(\d+)", data[:2_000])
    encoding = f"cp{code_page[1].decode()}" if code_page else "cp1252"
    try:
        plain = _with_whole_fonts(data.decode("latin-1"))
        text: str = rtf_to_text(plain, encoding=encoding, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, ArithmeticError, LookupError, TypeError, RecursionError) as error:
        raise BrokenDocumentError from error
    lines = [_BULLET.sub("", block) for block in blocks(text)] if text.strip() else []
    paragraphs, _fields = paragraphs_of(lines) if lines else ([], [])
    return Parts([Chapter("", [(one.text, one.role) for one in paragraphs])])


def _with_whole_fonts(text: str) -> str:
    """Take the name off a table of fonts that has no end.

    striprtf's pattern works on such a table for seconds: its time grows with the cube of the
    length where the ends of names are missing.
    """
    start = _FONTS.search(text)
    if start is None:
        return text
    end = text.find("}}", start.end())
    table = text[start.start() : end] if end >= 0 else ""
    if table.count(";") >= max(1, table.count("\\fcharset")) and len(table) < _LONGEST_FONTS:
        return text
    return text.replace("\\fonttbl", "\\fontless")


def _tree(archive: Archive, name: str) -> Element:
    tree = xml_tree(archive.read(name) or b"<none/>")
    if tree is None or local_name(tree) == "none":
        raise BrokenDocumentError
    return tree


def _text(paragraph: Element, wanted: str) -> str:
    """Give the text of a paragraph: that of its `wanted` elements, or all of it; without recursion.

    What stands beside the text is left out, and paragraphs inside it, which come by themselves.
    """
    parts: list[str] = []
    stack: list[tuple[Element, bool]] = [(paragraph, True)]
    while stack:
        element, enter = stack.pop()
        if not enter:
            if not wanted:
                parts.append(element.tail or "")
            continue
        name = local_name(element)
        if element is not paragraph:
            stack.append((element, False))
            if name in _BESIDE or name in ("p", "h") or not name:
                continue
        if name in ("br", "tab", "cr", "s", "line-break"):
            parts.append(" ")
        if not wanted or name == wanted:
            parts.append(element.text or "")
        stack += [(child, True) for child in reversed(element)]
    return trim("".join(parts))


def _is_nested(paragraph: Element) -> bool:
    """Tell what stands in a note, a deletion or a reading."""
    return any(local_name(one) in _BESIDE for one in paragraph.iterancestors())


def _style_of(paragraph: Element) -> str:
    return next((attribute(one, "val") for one in elements(paragraph, "pStyle")), "")


def _style_names(archive: Archive) -> dict[str, str]:
    """Map the identifiers of a Word document's styles to their names."""
    tree = xml_tree(archive.read("word/styles.xml") or b"<none/>")
    styles = elements(tree, "style") if tree is not None else ()
    named = ((one, next(elements(one, "name"), None)) for one in styles)
    return {attribute(one, "styleId"): attribute(n, "val") for one, n in named if n is not None}


def _styled(name: str) -> Role:
    if _HEADING.search(name):
        return Role.HEADING
    return Role.TITLE if _TITLE.search(name) and "sub" not in name.lower() else Role.BODY


def _one_title(found: list[tuple[str, Role]]) -> Iterator[tuple[str, Role]]:
    titled = False
    for text, role in found:
        yield text, Role.HEADING if role is Role.TITLE and titled else role
        titled = titled or role is Role.TITLE


def _told(archive: Archive, name: str) -> list[tuple[FieldName, str]]:
    tree = xml_tree(archive.read(name) or b"<none/>")
    author = next(elements(tree, "creator"), None) if tree is not None else None
    return [(FieldName.AUTHOR, trim(author.text or ""))] if author is not None else []

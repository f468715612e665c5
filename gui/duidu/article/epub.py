"""EPUB 2 and 3: a zip of pages in the order of its spine, titles from its table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from duidu.article.archive import Archive
from duidu.article.encoding import decode
from duidu.article.errors import BrokenDocumentError, OpenError, OvergrownError, ProtectedError
from duidu.article.markup import HEADINGS, Element, attribute, elements, parsed, text_of, xml_tree
from duidu.article.model import FieldName, Role
from duidu.article.parts import Chapter, Parts

_MARK = b"mimetypeapplication/epub+zip"
_CONTAINER = "META-INF/container.xml"
_MOST_PAGES = 10_000
# Fonts that are only scrambled are no rights management.
_SCRAMBLED = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TOLD = {"creator": FieldName.AUTHOR, "publisher": FieldName.SOURCE, "date": FieldName.DATE}


def is_epub(data: bytes) -> bool:
    """Tell an EPUB by its first member, or by the container that every one has."""
    return data[:2] == b"PK" and (_MARK in data[:200] or _CONTAINER.encode() in data)


def read_epub(data: bytes) -> Parts:
    """Read a book; raises OpenError where it is damaged, protected, or no book at all."""
    archive = Archive(data)
    _refuse_protected(archive)
    container = xml_tree(archive.read(_CONTAINER) or b"<none/>")
    roots = [] if container is None else list(elements(container, "rootfile"))
    path = next((attribute(root, "full-path") for root in roots), "")
    package = xml_tree(archive.read(path) or b"<none/>") if path else None
    if package is None:
        raise BrokenDocumentError
    chapters = list(_chapters(archive, package, dirname(path)))
    told = [(name, _told(package, tag)) for tag, name in _TOLD.items()]
    return Parts(chapters, _told(package, "title"), told)


def _refuse_protected(archive: Archive) -> None:
    """Raise ProtectedError where anything but fonts is encrypted."""
    listed = xml_tree(archive.read("META-INF/encryption.xml") or b"<none/>")
    methods = [] if listed is None else list(elements(listed, "EncryptionMethod"))
    if any(attribute(method, "Algorithm") not in _SCRAMBLED for method in methods):
        raise ProtectedError


def _told(package: Element, tag: str) -> str:
    return next((text_of(one).strip() for one in elements(package, tag)), "")


def _chapters(archive: Archive, package: Element, folder: str) -> Iterator[Chapter]:
    items = {attribute(item, "id"): item for item in elements(package, "item")}
    spine = [attribute(ref, "idref") for ref in elements(package, "itemref")]
    if len(spine) > _MOST_PAGES:
        raise OvergrownError
    titles = _titles(archive, list(items.values()), folder)
    for name in spine:
        item = items.get(name)
        if item is None or "nav" in attribute(item, "properties").split():
            continue
        path = _resolved(folder, attribute(item, "href"))
        blocks = list(_blocks(archive.read(path)))
        if blocks:
            heading = next((text for text, role in blocks if role is Role.HEADING), "")
            yield Chapter(titles.get(path, heading), blocks)


def _resolved(folder: str, reference: str) -> str:
    """Give the name of a member that is named relative to a folder of the archive."""
    return normpath(join(folder, unquote(reference.partition("#")[0])))


def _blocks(data: bytes) -> Iterator[tuple[str, Role]]:
    """Give the blocks of one page of the book; none where its bytes are no text."""
    if not data.strip():
        return
    try:
        text, _ = decode(data, None)
    except OpenError:
        return
    for block in parsed(text).blocks:
        if block.tag != "title":
            yield block.text, _role(block.tag)


def _role(tag: str) -> Role:
    if tag == "h1" or tag in HEADINGS:
        return Role.HEADING
    return Role.CAPTION if tag in ("figcaption", "caption") else Role.BODY


def _titles(archive: Archive, items: list[Element], folder: str) -> dict[str, str]:
    """Map the pages of the book to their titles in its table of contents, the first for each."""
    found: dict[str, str] = {}
    for item in items:
        path = _resolved(folder, attribute(item, "href"))
        if "nav" in attribute(item, "properties").split():
            pairs = _nav(archive.read(path))
        elif attribute(item, "media-type") == "application/x-dtbncx+xml":
            pairs = _ncx(archive.read(path))
        else:
            continue
        for reference, title in pairs:
            if title:
                found.setdefault(_resolved(dirname(path), reference), title)
    return found


def _nav(data: bytes) -> Iterator[tuple[str, str]]:
    tree = xml_tree(data or b"<none/>")
    for link in elements(tree, "a") if tree is not None else ():
        yield attribute(link, "href"), text_of(link).strip()


def _ncx(data: bytes) -> Iterator[tuple[str, str]]:
    tree = xml_tree(data or b"<none/>")
    for point in elements(tree, "navPoint") if tree is not None else ():
        label = next(elements(point, "text"), None)
        content = next(elements(point, "content"), None)
        if label is not None and content is not None:
            yield attribute(content, "src"), text_of(label).strip()

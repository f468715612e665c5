"""Measure what hostile documents cost: python -m tests.hostile.

Each is read in a process of its own; told are the seconds that it took, the most memory that the
process had, and what came of it. A healthy program stays under the bounds of CONTRIBUTING.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

_READ = """
import re, sys, time
from pathlib import Path
from duidu.article.errors import OpenError
from duidu.article.formats import read_file
start = time.perf_counter()
try:
    article = read_file(Path(sys.argv[1]))
    came = f"opened, {sum(len(p.text) for p in article.paragraphs()):,} characters"
except OpenError as error:
    came = str(error)
status = Path("/proc/self/status").read_text("utf-8")
peak = int(re.search(r"VmHWM:\\s+(\\d+)", status)[1]) / 1024
print(f"{time.perf_counter() - start:8.1f} s {peak:8.0f} MiB   {came}")
"""
_WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
)
_CONTAINER = b"""<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="b.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def packed(members: dict[str, bytes]) -> bytes:
    """Give a zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body: bytes) -> bytes:
    """Give a DOCX with a body."""
    return packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": _WORD + body})


def book(pages: int, page: bytes) -> bytes:
    """Give an EPUB of that many equal pages."""
    names = [f"p{number}.xhtml" for number in range(pages)]
    items = "".join(f'<item id="{n}" href="{n}" media-type="text/html"/>' for n in names)
    spine = "".join(f'<itemref idref="{n}"/>' for n in names)
    opf = f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>".encode()
    whole = {"mimetype": b"application/epub+zip", "META-INF/container.xml": _CONTAINER}
    return packed({**whole, "b.opf": opf, **dict.fromkeys(names, page)})


DOCUMENTS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "60 MiB of hanzi": ("txt", lambda: "字".encode() * (20 << 20)),
    "60 MiB of lines": ("txt", lambda: "字\n".encode() * (15 << 20)),
    "a page of 60 MiB": ("html", lambda: b"<html>" + "<p>字</p>".encode() * (6 << 20)),
    "as many lines as may be": ("txt", lambda: "字字字\n".encode() * 1_000_000),
    "as many tags as may be": ("html", lambda: b"<html>" + "<p>字</p>".encode() * 999_000),
    "a page of open tags": ("html", lambda: b"<html>" + "<div>字".encode() * 200_000),
    "a zip bomb": ("docx", lambda: word(b"\0" * (300 << 20))),
    "250 MB of paragraphs": (
        "docx",
        lambda: word("<w:p><w:r><w:t>字</w:t></w:r></w:p>".encode() * 6_500_000),
    ),
    "as many paragraphs of Word": (
        "docx",
        lambda: word("<w:p><w:r><w:t>字</w:t></w:r></w:p>".encode() * 330_000),
    ),
    "250 MB in one paragraph": (
        "docx",
        lambda: word(b"<w:p><w:r><w:t>" + "字".encode() * 83_000_000),
    ),
    "a spine of 100,000": ("epub", lambda: book(100_000, "<p>字</p>".encode())),
    "a spine of 19,000 pages": ("epub", lambda: book(19_000, "<p>字</p>".encode() * 1_000)),
    "60 MiB of fiction": (
        "fb2",
        lambda: (
            b'<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><body><section>'
            + "<p>字</p>".encode() * (6 << 20)
        ),
    ),
    "as much fiction as may be": (
        "fb2",
        lambda: b"<FictionBook><body><section>" + "<p>字</p>".encode() * 999_000,
    ),
    "60 MiB of subtitles": (
        "srt",
        lambda: "1\n00:00:01,000 --> 00:00:02,000\n字\n\n".encode() * (1 << 20),
    ),
}


def main() -> None:
    """Print a line for each document."""
    with tempfile.TemporaryDirectory() as folder:
        for name, (ending, make) in DOCUMENTS.items():
            path = Path(folder, f"hostile.{ending}")
            path.write_bytes(make())
            command = [sys.executable, "-c", _READ, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            told = done.stdout.rstrip() or f"died: {done.stderr.strip()[-200:]}"
            print(f"{name:<26}{told}", flush=True)


if __name__ == "__main__":
    main()

"""What kind of file bytes are that are no text, by the marks that such files begin with."""

from __future__ import annotations

_MARKS = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
    (b"SQLite format 3\x00", "a database"),
    (b"ID3\x02", "a sound file"),
    (b"ID3\x03", "a sound file"),
    (b"ID3\x04", "a sound file"),
    (b"OggS\x00", "a sound file"),
    (b"fLaC\x00", "a sound file"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_ZIP = b"PK\x03\x04"
_IN_ZIP = (
    (b"application/epub+zip", "an EPUB book"),
    (b"opendocument", "an office document"),
    (b"[Content_Types].xml", "an office document"),
)


def kind_of(data: bytes) -> str:
    """Name the kind of file with its article, or give the empty string for what may be text."""
    if data.startswith(_ZIP):
        head = data[:4_096]
        return next((kind for mark, kind in _IN_ZIP if mark in head), "a zip archive")
    if data[60:68] == b"BOOKMOBI":
        return "a Kindle book"
    if data[4:8] == b"ftyp":
        return "a film"
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "a picture, a sound or a film"
    return next((kind for mark, kind in _MARKS if data.startswith(mark)), "")

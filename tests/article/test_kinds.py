import pytest

from duidu.article.kinds import kind_of


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF file"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "an office document"),
        (b"PK\x03\x04" + bytes(40), "a zip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"\x7fELF\x02\x01", "a program"),
        (bytes(60) + b"BOOKMOBI", "a Kindle book"),
        (b"\0\0\0\x18ftypmp42", "a film"),
    ],
)
def test_a_kind_is_known_by_its_mark(data, kind):
    assert kind_of(data) == kind


@pytest.mark.parametrize("text", ["ID3标签是什么", "MZ是什么意思", "PK赛", "GIF图", "RIFF", ""])
def test_text_is_no_kind(text):
    assert kind_of(text.encode()) == ""

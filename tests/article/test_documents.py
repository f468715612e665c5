"""Documents that other people's programs made, and documents that nobody should open."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from duidu.article import archive, bounds
from duidu.article.errors import (
    BrokenDocumentError,
    NoTextLayerError,
    OpenError,
    OvergrownError,
    OverlongError,
    ProtectedError,
)
from duidu.article.formats import read_bytes, read_file, read_lines
from duidu.article.model import Role
from tests.fuzz import mutated

FILES = Path(__file__).with_name("files")
DOCUMENTS = sorted(path.name for path in FILES.iterdir() if path.suffix not in (".py", ".md"))
SOURCE = [line for line in (FILES / "tea.md").read_text("utf-8").splitlines() if line]
TEXT = [line.lstrip("# ") for line in SOURCE]
HEADINGS = {line.lstrip("# ") for line in SOURCE if line.startswith("#")}


def texts(article):
    return [paragraph.text for paragraph in article.paragraphs()]


@pytest.mark.parametrize("name", [*DOCUMENTS, "tea.md"])
def test_every_format_gives_the_same_paragraphs(name):
    article = read_file(FILES / name)
    # LibreOffice sets the full-width space of a heading as a plain one in PDF.
    found = [text.replace(" ", "\u3000") if text in HEADINGS or "章 " in text else text
             for text in texts(article)]  # fmt: skip
    assert found == TEXT
    headings = {p.text for p in article.paragraphs() if p.role in (Role.HEADING, Role.TITLE)}
    if not name.endswith(".rtf"):
        assert len(headings) == len(HEADINGS)


def packed(**members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def book(pages, *, spine=None, **more):
    names = [f"p{n}" for n in range(len(pages))]
    items = "".join(f'<item id="{n}" href="{n}.xhtml"/>' for n in names)
    refs = "".join(f'<itemref idref="{n}"/>' for n in (spine or names))
    opf = f"<package><manifest>{items}</manifest><spine>{refs}</spine></package>"
    container = '<container><rootfile full-path="a.opf"/></container>'
    members = {f"{n}.xhtml": page for n, page in zip(names, pages, strict=True)}
    return packed(**{"META-INF__container.xml": container, "a.opf": opf, **members, **more})


def test_a_book_keeps_the_order_of_its_spine():
    data = book(["<p>一</p>", "<p>二</p>"], spine=["p1", "p0", "missing"])
    assert texts(read_bytes(data, "書.epub")) == ["二", "一"]


def test_ruby_in_a_book_is_no_text():
    data = book(["<p><ruby>床<rt>chuáng</rt></ruby>前</p>"])
    assert texts(read_bytes(data, "書.epub")) == ["床前"]


def test_names_in_an_archive_lead_nowhere():
    data = book(["<p>一</p>"], **{"..__..__etc__passwd": "root"})
    assert texts(read_bytes(data, "書.epub")) == ["一"]


def test_a_bomb_is_not_unpacked(monkeypatch):
    data = book(["<p>一</p>"], **{"bomb.bin": b"\0" * 3_000_000})
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    with pytest.raises(OvergrownError, match=r"書\.epub"):
        read_bytes(data, "書.epub")


def test_a_spine_without_end_is_refused():
    with pytest.raises(OvergrownError):
        read_bytes(book(["<p>一</p>"], spine=["p0"] * 100_000), "書.epub")


def test_a_protected_book_is_said_to_be_so():
    method = '<e><EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/></e>'
    with pytest.raises(ProtectedError, match=r"DRM"):
        read_bytes(book(["<p>一</p>"], **{"META-INF__encryption.xml": method}), "書.epub")
    scrambled = '<e><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></e>'
    data = book(["<p>一</p>"], **{"META-INF__encryption.xml": scrambled})
    assert texts(read_bytes(data, "書.epub")) == ["一"]


def test_a_document_with_a_password_is_said_to_be_so():
    wrapped = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")
    )
    with pytest.raises(ProtectedError):
        read_bytes(wrapped, "信.docx")
    with pytest.raises(ProtectedError, match=r"^libreoffice.pdf is protected by a password"):
        read_file(FILES.parent / "protected" / "libreoffice.pdf")


def test_entities_are_neither_fetched_nor_unfolded(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("機密")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "哈"}">' for n in range(9))
    doctype = f'<!DOCTYPE b [<!ENTITY x SYSTEM "{secret.as_uri()}">{bomb}]>'
    page = f"{doctype}<FictionBook><body><section><p>一&x;&e8;</p></section></body></FictionBook>"
    assert texts(read_bytes(page.encode(), "書.fb2")) == ["一"]


def test_what_word_deleted_is_gone_and_its_ruby_is_read_without_the_reading():
    body = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>你</w:t></w:r>'
        "<w:del><w:r><w:delText>不</w:delText></w:r></w:del>"
        "<w:r><w:ruby><w:rt><w:r><w:t>hǎo</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>好</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p></w:body></w:document>"
    )
    assert texts(read_bytes(packed(**{"word__document.xml": body}), "信.docx")) == ["你好"]


def test_subtitles_are_what_is_said():
    srt = "1\n00:00:01,000 --> 00:00:02,000\n<i>你好，</i>\n這裡是茶園。\n\n" * 2
    assert texts(read_bytes(srt.encode(), "a.srt")) == ["你好，這裡是茶園。"]
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>再見！\n"
    assert texts(read_bytes(vtt.encode(), "a.vtt")) == ["再見！"]
    ass = (
        "[Script Info]\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR,"
        " MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\an8}走吧\\N快走\n"
    )
    assert texts(read_bytes(ass.encode(), "a.ass")) == ["走吧快走"]


def test_a_saved_page_is_read_from_its_mail():
    mail = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=gb18030\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + "<html><body><p>沈阳的雪下了一夜。</p></body></html>".encode("gb18030")
        + b"\r\n--x--\r\n"
    )
    assert texts(read_bytes(mail, "a.mhtml")) == ["沈阳的雪下了一夜。"]


def test_markdown_loses_its_marks_and_nothing_else():
    text = "---\ntitle: x\n---\n# 茶\n\n一**二**[三](http://a)\n四\n\n- 五\n\n```\n六 **七**\n```\n"
    assert texts(read_bytes(text.encode(), "a.md")) == ["茶", "一二三四", "五", "六 **七**"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_truncated_document_fails_in_a_sentence_or_is_read(name):
    data = (FILES / name).read_bytes()
    for length in range(1, len(data), max(1, len(data) // 60)):
        try:
            read_bytes(data[:length], name)
        except OpenError as error:
            assert name in str(error) and "\n" not in str(error)


@pytest.mark.parametrize("name", [*DOCUMENTS, "tea.md"])
def test_a_damaged_document_fails_in_a_sentence_or_is_read(name):
    data, rng = (FILES / name).read_bytes(), random.Random(7)
    for _ in range(60):
        try:
            read_bytes(mutated(data, rng), name)
        except OpenError as error:
            assert name in str(error)


def test_a_broken_archive_and_a_pdf_without_text_are_said_to_be_so():
    with pytest.raises(BrokenDocumentError, match="damaged"):
        read_bytes(b"PK\3\4" + b"mimetypeapplication/epub+zip" + b"\0" * 50, "書.epub")
    empty = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>"
    )
    with pytest.raises(NoTextLayerError, match="no text layer"):
        read_bytes(empty, "a.pdf")


@pytest.mark.parametrize("path", sorted((FILES.parent / "found").iterdir()), ids=lambda p: p.name)
def test_what_damaged_files_once_did_is_not_done_again(path):
    """Inputs that `python -m tests.fuzz` found: a fault, or more than five seconds."""
    try:
        read_bytes(path.read_bytes(), path.name)
    except OpenError as error:
        assert path.name in str(error)


def test_more_paragraphs_than_memory_should_hold_are_refused(monkeypatch):
    monkeypatch.setattr(bounds, "MOST_LINES", 100)
    monkeypatch.setattr(bounds, "MOST_TAGS", 100)
    monkeypatch.setattr(archive, "MOST_TAGS", 100)
    line, paragraph = "字\n", "<p>字</p>"
    for data in (
        (line * 101).encode(),
        ("<html>" + paragraph * 51).encode(),
        ("<FictionBook><body>" + paragraph * 51).encode(),
        book([paragraph * 20] * 10),
    ):
        with pytest.raises(OverlongError, match="tea is longer than anything that Duidu opens"):
            read_bytes(data, "tea")
    endless = "<p>" + "字" * 4_000_000 + "</p>"
    with pytest.raises(OverlongError):
        read_bytes(("<FictionBook><body>" + endless).encode(), "tea")
    assert sum(len(p.text) for p in read_bytes(endless.encode()).paragraphs()) == 4_000_000
    assert len(list(read_bytes((line * 100).encode()).paragraphs())) == 100
    with pytest.raises(OverlongError):
        read_lines(line * 101)

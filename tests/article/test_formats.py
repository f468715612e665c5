import os
import random
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duidu.article.formats import (
    LARGEST,
    read_bytes,
    read_file,
    read_lines,
    read_lines_bytes,
    read_text,
)
from duidu.article.model import FieldName, Role
from duidu.errors import DuiduError

SAMPLES = Path(str(files("duidu.resources").joinpath("samples")))


def roles(article):
    return [paragraph.role for paragraph in article.paragraphs()]


def texts(article, role=None):
    return [p.text for p in article.paragraphs() if role in (None, p.role)]


def test_a_news_text_is_told_apart():
    article = read_file(SAMPLES / "morning-market.txt")
    assert article.title == "清晨的魚市場：三代人守著一盞燈"
    assert roles(article) == [Role.TITLE, Role.BYLINE] + [Role.BODY] * 10 + [Role.FURNITURE] * 3
    assert article.field(FieldName.DATE) == "2024-03-18 06:20:15"
    assert article.field(FieldName.SOURCE) == "海岸日報"
    assert article.field(FieldName.EDITOR) == "林淑芬"
    assert article.field(FieldName.RESPONSIBLE_EDITOR) == "于志明"
    assert article.field(FieldName.ORIGINAL_TITLE).startswith("清晨的魚市場　三代人")
    for field in article.fields:
        assert field.value in texts(article)[field.paragraph][field.start : field.end]


def test_a_simplified_news_text_is_told_apart():
    article = read_file(SAMPLES / "old-library.txt")
    assert roles(article)[:2] == [Role.TITLE, Role.BYLINE]
    assert roles(article)[-1] is Role.FURNITURE
    assert roles(article)[2:-1] == [Role.BODY] * (len(roles(article)) - 3)
    assert article.field(FieldName.DATE) == "2023年10月9日 14:35"
    assert article.field(FieldName.AUTHOR) == "周文"
    assert article.field(FieldName.RESPONSIBLE_EDITOR) == "任晓云"


def test_a_story_has_headings_and_a_novel_a_section_for_each_chapter():
    text = (SAMPLES / "two-boats.txt").read_text("utf-8")
    article = read_text(text)
    assert texts(article, Role.HEADING) == ["第一章　借來的船", "第二章　看不見的岸"]
    assert Role.FURNITURE not in roles(article)
    assert len(article.sections) == 1
    plain = text.replace("章", "幅")
    novel = read_text("\n".join(f"第{n}回　某事\n{plain * 3}" for n in "一二三四五○"))
    assert [section.title for section in novel.sections] == [
        f"第{n}回　某事" for n in "一二三四五○"
    ]


def test_a_saved_page_is_told_apart():
    article = read_file(SAMPLES / "tea-house.html")
    assert article.title == "巷子里的茶馆：一杯茶坐一下午"
    assert texts(article, Role.HEADING) == ["一壶茶的时间"]
    assert texts(article, Role.CAPTION) == ["茶馆的后院，种着一棵老石榴树。"]
    assert len(texts(article, Role.BODY)) == 6
    assert {"首页", "关于我们"} <= set(texts(article, Role.FURNITURE))
    assert article.field(FieldName.AUTHOR) == "徐长青"
    assert article.encoding == "utf-8"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8-sig", "old-library.txt"), ("gb18030", "old-library.txt"),
        ("utf-16", "morning-market.txt"), ("big5", "morning-market.txt"),
    ],
)  # fmt: skip
def test_the_same_article_comes_out_of_every_encoding(encoding, name):
    text = (SAMPLES / name).read_text("utf-8")
    data = text.replace("\n", "\r\n").encode(encoding)
    assert texts(read_bytes(data)) == texts(read_text(text))
    assert read_bytes(data).fields == read_text(text).fields


def test_the_chosen_encoding_is_used():
    data = "这是一句话，用来试一试。".encode("gbk")
    assert texts(read_bytes(data, encoding="gbk")) == ["这是一句话，用来试一试。"]
    with pytest.raises(DuiduError, match="klingon"):
        read_bytes(data, encoding="klingon")


def test_pasted_text_is_never_markup():
    assert texts(read_text("<p>標記就是標記。</p>")) == ["<p>標記就是標記。</p>"]


def test_a_text_without_a_title_is_named_by_its_file(tmp_path):
    path = tmp_path / "日記.txt"
    path.write_text("今天下雨了。\n我沒有出門。\n", "utf-8")
    assert read_file(path).title == "日記"
    assert read_text("今天下雨了。").title == "今天下雨了。"


def test_standard_input_is_decoded_like_a_file():
    article = read_lines_bytes("這是一行。\n\n　另一行　\n".encode("big5"))
    assert texts(article) == ["這是一行。", "另一行"]
    assert article.encoding == "big5hkscs"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"), (b" \n\t ", "empty"), (b"%PDF-1.7\n\x00\x01", "damaged"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"), (bytes(range(256)) * 40, ""),
        (b"Only English here.\n", "no Chinese"), (b"PK\x03\x04\x00\x00", "zip"),
    ],
)  # fmt: skip
def test_what_cannot_be_opened_is_told_in_one_sentence(tmp_path, content, says):
    path = tmp_path / "thing.txt"
    path.write_bytes(content)
    with pytest.raises(DuiduError) as caught:
        read_file(path)
    assert "thing.txt" in str(caught.value)
    assert says in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_a_missing_file_and_a_pipe_are_told(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for name, says in ((".", "folder"), ("none.txt", "not exist"), ("pipe", "pipe")):
        with pytest.raises(DuiduError, match=says):
            read_file(tmp_path / name)


def test_a_huge_file_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DuiduError, match="64 MiB"):
        read_file(path)


def test_unpaired_surrogates_and_control_characters_are_shown():
    article = read_bytes("你好\ud800，\x00世\u202e界".encode("utf-8", "surrogatepass"))
    whole = "".join(texts(article))
    assert whole.encode()
    assert "你好" in whole
    assert "界" in whole
    assert "\x00" not in whole


def test_a_line_of_five_million_characters_is_cut_softly():
    line = "風從山後面來，" * 700_000
    article = read_lines(line)
    paragraphs = list(article.paragraphs())
    assert "".join(p.text for p in paragraphs) == line
    assert all(p.continues for p in paragraphs[:-1])
    assert not paragraphs[-1].continues
    assert max(len(p.text) for p in paragraphs) <= 5_000
    assert max(sum(len(p.text) for p in s.paragraphs) for s in article.sections) <= 20_000


@given(st.lists(st.text(max_size=40)))
def test_every_line_of_standard_input_is_one_paragraph(lines):
    lines = [line.replace("\r", "").replace("\n", "") for line in lines]
    expected = [shown for line in lines if (shown := line.replace("\x00", "\ufffd").strip())]
    if expected:
        assert texts(read_lines("\n".join(lines))) == expected
    else:
        with pytest.raises(DuiduError):
            read_lines("\n".join(lines))


@given(st.lists(st.text(alphabet="山水。，：第一回 a\u3000來源:「」2020-1"), max_size=12))
def test_every_character_of_a_text_is_in_the_article_once(lines):
    text = "\n".join(["山水", *lines])
    assert "".join("".join(texts(read_text(text))).split()) == "".join(text.split())


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_read_or_refused(data):
    try:
        article = read_bytes(data)
    except DuiduError as error:
        assert "\n" not in str(error)
    else:
        assert "".join(texts(article)).encode()


@pytest.mark.parametrize("name", ["morning-market.txt", "tea-house.html"])
def test_mutated_samples_are_read_or_refused(name):
    data = (SAMPLES / name).read_bytes()
    rng = random.Random(7)
    for _ in range(40):
        mutated = bytearray(data[: rng.randrange(1, len(data))])
        for _ in range(rng.randrange(1, 30)):
            mutated[rng.randrange(len(mutated))] = rng.randrange(256)
        try:
            read_bytes(bytes(mutated))
        except DuiduError:
            continue

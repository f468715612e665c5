import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.article.text import LONGEST_BLOCK, blocks, pieces, plain_lines, trim

WRAPPED = """\
這一年的冬天來得特別早，河面上已經結了一層薄薄的冰，老人每天清晨
都要到岸邊去看一看，他說冰還太薄，誰也不許走上去，可是孩子們總是
不肯聽他的話，趁他轉身的時候，一個接著一個地跑到冰上去滑，笑聲傳
得很遠。
　　老人並不生氣，他只是坐在柳樹下面，把舊漁網拿出來補，一針一針地
補，好像他有一輩子的時間可以用來做這一件事情，太陽慢慢地升起來了
，把他的影子拉得又細又長，一直拉到孩子們的腳邊，他們便停了下來。

「你們知道嗎？」他說，「我像你們這麼大的時候，也在這條河上滑過冰
，那時候的冬天比現在冷得多，冰有一尺厚，連牛車都可以從上面走過去
，後來河水一年比一年暖，冰也就一年比一年薄了，我便再也沒有滑過。」
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85"])
def test_every_line_end_ends_a_paragraph(end):
    assert blocks(f"\ufeff　　第一段。{end}{end}　　第二段。{end}") == ["第一段。", "第二段。"]


def test_hard_wrapped_lines_are_joined_again():
    found = blocks(WRAPPED)
    assert [block[:4] for block in found] == ["這一年的", "老人並不", "「你們知"]
    assert [block[-3:] for block in found] == ["很遠。", "下來。", "過。」"]
    assert "".join(found) == "".join(map(str.strip, WRAPPED.splitlines()))


def test_verse_and_headings_stay_apart_in_wrapped_text():
    lines = WRAPPED.splitlines()
    found = blocks("\n".join(["第一回　冬天", *lines, "", "白日依山盡，", "黃河入海流。"]))
    assert found[0] == "第一回　冬天"
    assert found[-2:] == ["白日依山盡，", "黃河入海流。"]


def test_lines_of_their_own_are_not_joined():
    lines = [f"第{n}個人說，他從來沒有見過這樣大的雪。" for n in "一二三四五六七八九十"]
    assert blocks("\n".join(lines)) == lines


def test_english_in_wrapped_text_keeps_its_spaces():
    english = "You may copy it and give it away under the terms of the licence that\n" * 3
    assert "licence that You may" in blocks(f"{WRAPPED}\n{english}")[-1]


def test_a_block_is_cut_behind_a_sentence_with_its_quotes():
    block = ("他說：「" + "好" * 40 + "。」") * 300
    cut = pieces(block)
    assert all(piece.endswith("。」") for piece in cut)
    assert max(map(len, cut)) <= LONGEST_BLOCK


def test_without_sentences_it_is_cut_at_a_comma_and_else_anywhere():
    assert all(piece.endswith("，") for piece in pieces(("水" * 50 + "，") * 300))
    assert [len(piece) for piece in pieces("水" * 11_000)] == [5_000, 5_000, 1_000]


def test_white_space_at_a_cut_is_kept():
    block = "風。 " * 4_000
    assert "".join(pieces(block)) == block


@given(st.text(alphabet="水。，」 a\u3000", min_size=1), st.integers(1, 9_000))
def test_the_pieces_give_the_block_back(pattern, times):
    block = pattern * (1 + times // len(pattern))
    assert "".join(pieces(block)) == block
    assert all(0 < len(piece) <= LONGEST_BLOCK for piece in pieces(block))


@given(st.text())
def test_every_character_of_a_text_stands_in_one_block(text):
    def bare(text):
        return "".join(text.replace("\ufeff", "").replace("\u200b", "").split())

    assert bare("".join(blocks(text))) == bare(text)


@given(st.text(alphabet=" \ufeff\u200b\u3000\t水a\n"))
def test_trimming_leaves_no_white_space_at_the_ends(text):
    assert trim(trim(text)) == trim(text)
    assert trim(text).strip().strip("\ufeff\u200b") == trim(text)


def test_only_the_plain_line_ends_make_lines():
    assert plain_lines("一\r\n二\r三\n\n 四\u2028五\x0b六 ") == [
        "一",
        "二",
        "三",
        "四\u2028五\x0b六",
    ]

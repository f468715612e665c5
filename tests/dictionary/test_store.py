import sqlite3

import pytest

from duidu.dictionary.compile import compile_release, read_release
from duidu.dictionary.gloss import gloss_of, reference
from duidu.dictionary.store import Dictionary, DictionaryError
from duidu.dictionary.words import load_words
from duidu.hanzi import count_hanzi

# A simplified word, and traditional form and reading of the entry that a reader means most often.
FIRST = """
行 行 xíng|了 了 le|的 的 de|地 地 dì|和 和 hé|都 都 dōu|还 還 hái|没 沒 méi|说 說 shuō|会 會 huì
好 好 hǎo|大 大 dà|少 少 shǎo|为 為 wèi|只 只 zhǐ|后 後 hòu|发 發 fā|里 裡 lǐ|干 幹 gàn|系 系 xì
面 面 miàn|松 松 sōng|云 雲 yún|重 重 zhòng|乐 樂 lè|数 數 shù|种 種 zhǒng|当 當 dāng|相 相 xiāng
教 教 jiào|分 分 fēn|空 空 kōng|看 看 kàn|倒 倒 dào|调 調 diào|转 轉 zhuǎn|朝 朝 cháo|假 假 jiǎ
更 更 gèng|处 處 chù|应 應 yīng|量 量 liàng|难 難 nán|落 落 luò|背 背 bèi|传 傳 chuán|弹 彈 dàn
便 便 biàn|差 差 chà|将 將 jiāng|过 過 guò|中 中 zhōng|上 上 shàng|下 下 xià|不 不 bù|一 一 yī
王 王 wáng|张 張 zhāng|李 李 lǐ|高 高 gāo|钱 錢 qián|几 幾 jǐ|余 餘 yú|谷 谷 gǔ|丑 醜 chǒu
东西 東西 dōng xi|地方 地方 dì fang|大夫 大夫 dài fu|头发 頭髮 tóu fa|面条 麵條 miàn tiáo
"""


@pytest.fixture(scope="module")
def dictionary():
    return Dictionary()


def test_the_common_entry_comes_first(dictionary):
    rows = [row.split(" ", 2) for line in FIRST.split("\n") for row in line.split("|") if row]
    first = {word: dictionary.entries(word)[0] for word, _, _ in rows}
    wrong = [
        (word, first[word].traditional, first[word].pinyin)
        for word, form, pinyin in rows
        if (first[word].traditional, first[word].pinyin) != (form, pinyin)
    ]
    # Some headwords have two readings of equal right; at least nine in ten must be as a reader
    # expects.
    assert len(wrong) <= len(rows) // 10, wrong


def test_surnames_and_variants_come_last(dictionary):
    assert dictionary.entries("王")[-1].pinyin == "Wáng" or "surname" in str(
        dictionary.entries("王")
    )
    assert "variant" in dictionary.entries("为")[-1].senses[0]


def test_a_word_is_found_in_either_script_and_as_radicals(dictionary):
    assert dictionary.find("瀋陽市") == dictionary.find("沈阳市") != ()
    assert dictionary.find(" ⽺ ") == dictionary.find("羊") != ()
    assert dictionary.find("\ud800") == dictionary.find("") == ()


def test_the_words_inside_come_longest_first(dictionary):
    parts = [part for part, _ in dictionary.inside("沈阳市")]
    assert parts == ["沈阳", "沈", "阳", "市"]


def test_every_entry_has_a_syllable_a_hanzi_or_none(dictionary):
    connection = dictionary._connection
    total = wrong = 0
    for form, reading in connection.execute("SELECT traditional, reading FROM entries"):
        total += 1
        count = len(reading.split())
        assert count in (0, count_hanzi(form))
        wrong += count == 0 and count_hanzi(form) > 0
    assert total == dictionary.release.entries > 100_000
    assert wrong < total / 1000


def test_the_words_have_counts():
    words = load_words()
    assert words["的"] > words["研究"] > words["卡拉OK"] > 0
    assert "看着" not in words
    assert "，" not in "".join(words)


def test_a_reference_is_followed(dictionary):
    assert reference("see 瀋陽市|沈阳市[Shěn yáng Shì]") == ("沈阳市", "Shěn yáng Shì")
    assert reference("to see 天日") is None
    assert gloss_of(dictionary.entries("沈阳"), dictionary.entries).startswith("Shenyang")
    assert gloss_of((), dictionary.entries) == ""


def test_a_missing_or_foreign_file_is_told(tmp_path):
    with pytest.raises(DictionaryError):
        Dictionary(tmp_path / "none.sqlite")
    noise = tmp_path / "noise.sqlite"
    noise.write_bytes(b"this is no database" * 100)
    with pytest.raises(DictionaryError, match=r"noise\.sqlite"):
        Dictionary(noise)
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).execute("CREATE TABLE t (x)").connection.commit()
    with pytest.raises(DictionaryError):
        Dictionary(other)


def test_a_release_is_compiled_and_bad_lines_are_counted(tmp_path):
    lines = [
        "#! date=2026-01-02T00:00:00Z\n",
        "對讀 对读 [dui4 du2] /to collate/\n",
        "nonsense\n",
        "\n",
    ]
    release = read_release(lines)
    assert (len(release.entries), release.skipped) == (1, 1)
    path = tmp_path / "own.sqlite"
    compile_release(release, path, readings=lambda _: (), forms=lambda _: ())
    dictionary = Dictionary(path)
    assert dictionary.release.date == "2026-01-02"
    assert [entry.pinyin for entry in dictionary.find("對讀")] == ["duì dú"]
    assert list(tmp_path.iterdir()) == [path]

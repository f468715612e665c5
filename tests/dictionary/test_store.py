import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from duidu.dictionary.compile import compile_release, read_release
from duidu.dictionary.gloss import gloss_of, reference
from duidu.dictionary.store import Dictionary, DictionaryError, built_file
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
长 長 cháng|得 得 de|着 著 zhe|于 於 yú|吗 嗎 ma|呢 呢 ne|吧 吧 ba|啊 啊 a|呀 呀 ya|么 麼 me
个 個 gè|万 萬 wàn|与 與 yǔ|把 把 bǎ|别 別 bié|给 給 gěi|正 正 zhèng|降 降 jiàng|那 那 nà|哪 哪 nǎ
参 參 cān|藏 藏 cáng|薄 薄 báo|斗 鬥 dòu|折 折 zhé|仆 僕 pú|曾 曾 céng|单 單 dān
石 石 shí|省 省 shěng
强 強 qiáng|血 血 xuè|露 露 lù|似 似 sì|号 號 hào|鲜 鮮 xiān|累 累 lèi|结 結 jié|禁 禁 jìn|尽 盡 jìn
头 頭 tóu|来 來 lái|去 去 qù|要 要 yào|划 劃 huà|历 歷 lì|准 準 zhǔn|药 藥 yào|表 表 biǎo|年 年 nián
便宜 便宜 pián yi|结果 結果 jié guǒ|教授 教授 jiào shòu|过去 過去 guò qù|孙子 孫子 sūn zi
生意 生意 shēng yi|买卖 買賣 mǎi mai|本事 本事 běn shi|故事 故事 gù shi|告诉 告訴 gào su
多少 多少 duō shao|妻子 妻子 qī zi|女人 女人 nǚ rén|土地 土地 tǔ dì|起来 起來 qǐ lai
北京 北京 Běi jīng
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
    assert not wrong


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


def test_a_long_text_has_only_words_as_long_as_headwords_inside(dictionary, monkeypatch):
    asked = []
    monkeypatch.setattr(dictionary, "entries", lambda word: asked.append(len(word)) or ())
    dictionary.inside("沈阳" * 500)
    assert max(asked) < 40


def test_a_damaged_page_is_told_when_it_is_read(tmp_path):
    path = tmp_path / "damaged.sqlite"
    whole = built_file("cedict.sqlite").read_bytes()
    # The first pages, which opening reads, stay; the entries behind them are lost.
    path.write_bytes(whole[:100_000] + bytes(len(whole) - 100_000))
    with pytest.raises(DictionaryError, match="cannot be read"):
        [Dictionary(path).find(word) for word in ("沈阳", "东西", "了", "研究")]


def test_several_threads_may_ask(dictionary):
    words = ["沈阳", "东西", "长", "研究", "卡拉OK"] * 40
    fresh = Dictionary()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(fresh.entries, words)) == [dictionary.entries(word) for word in words]
    fresh.close()


def test_a_missing_or_broken_word_list_is_told(tmp_path):
    path = tmp_path / "words.txt"
    with pytest.raises(DictionaryError, match=r"words\.txt"):
        load_words(path)
    for content in (b"\xff\xfe\xfd", "的\t多".encode(), "的 1 了".encode()):
        path.write_bytes(content)
        with pytest.raises(DictionaryError, match=r"words\.txt"):
            load_words(path)


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

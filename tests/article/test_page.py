import pytest

from duidu.article.errors import BrokenPageError
from duidu.article.model import FieldName, Role
from duidu.article.page import declared_encoding, is_page, read_page

STORY = [
    "村子後面有一條河，河上有一座石頭橋，橋上每天都有人走來走去。",
    "「好。」",
    "老人說，這座橋是他祖父那一輩的人修的，一塊石頭一塊石頭地搬過來。",
    "「好。」",
    "後來河水漲了三次，橋也修了三次，可是從來沒有人想過要換一座新的。",
]


def page(body, head=""):
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def shown(markup):
    paragraphs, fields = read_page(markup)
    return [(one.role.value, one.text) for one in paragraphs], fields


def texts(markup, role=None):
    return [one.text for one in read_page(markup)[0] if role in (None, one.role)]


def article(*around):
    before, after = around
    body = "".join(f"<p>{text}</p>" for text in STORY)
    return page(f"{before}<article><h1>石頭橋</h1>{body}</article>{after}")


def test_the_article_comes_first_and_nothing_is_lost():
    markup = article(
        "<nav><a href='/'>首頁</a> <a href='/b'>旅行</a></nav>",
        "<footer><p>版權所有，翻印必究</p></footer>",
    )
    found, _ = shown(markup)
    assert found[:6] == [("title", "石頭橋"), *(("body", text) for text in STORY)]
    assert [role for role, _ in found[6:]] == ["furniture"] * (len(found) - 6)
    assert {"首頁 旅行", "版權所有，翻印必究"} <= {text for _, text in found[6:]}


def test_a_line_that_the_story_repeats_stays_and_furniture_is_shown_once():
    markup = article("<ul><li><a>更多</a></li></ul>", "<ul><li><a>更多</a></li></ul>")
    assert texts(markup, Role.BODY) == STORY
    assert texts(markup, Role.FURNITURE) == ["更多"]


def test_the_fields_of_the_page_itself_come_before_its_metadata():
    head = '<title>石頭橋_河邊網</title><meta name="author" content="別人">'
    body = "<p>2020-03-04　來源：河邊日報　作者：陳河</p>" + "".join(f"<p>{s}</p>" for s in STORY)
    _, fields = shown(page(f"<h1>石頭橋</h1><div>{body}</div>", head))
    told = {field.name: field.value for field in fields}
    assert told[FieldName.AUTHOR] == "陳河"
    assert told[FieldName.SOURCE] == "河邊日報"
    assert told[FieldName.DATE] == "2020-03-04"


@pytest.mark.parametrize(
    ("head", "dates"),
    [
        ('<meta property="article:published_time" content="2020-03-04T05:06:07Z">', ["2020-03-04"]),
        ("", []),
    ],
)
def test_a_date_is_what_the_page_states_and_no_year_of_the_story(head, dates):
    told = "".join(f"<p>{text}</p>" for text in [*STORY, "他在2008年底離開了，再也沒有回來。"])
    _, fields = shown(page(f"<h1>石頭橋</h1><div>{told}</div>", head))
    assert [field.value for field in fields if field.name is FieldName.DATE] == dates


def test_a_page_without_an_article_is_shown_whole():
    assert texts(page("<div>一</div><div>二 <b>三</b></div>")) == ["一", "二 三"]


def test_ruby_readings_and_scripts_do_not_leak_into_the_text():
    body = (
        "<p>他姓<ruby>樂<rp>(</rp><rt>Yuè</rt><rp>)</rp></ruby>，<ruby>單<rt>shàn</ruby>名一個字。"
        "</p><script>var 甲 = 1</script><style>.乙 {}</style><!-- 丙 --><textarea>丁</textarea>"
    )
    assert texts(page(body)) == ["他姓樂，單名一個字。"]


def test_white_space_is_folded_as_a_browser_does():
    body = "<p>這是一\n  行字，\n還有 <b>Latin</b>\n words&nbsp;和字。</p><p>上<br>下</p>"
    assert texts(page(body)) == ["這是一行字，還有 Latin words 和字。", "上", "下"]


def test_preformatted_lines_stay_lines():
    assert texts(page("<pre>第一行\n第二行\n</pre>")) == ["第一行", "第二行"]


def test_captions_are_told():
    body = "".join(f"<p>{text}</p>" for text in STORY)
    figure = "<figure><img src='a.jpg'><figcaption>石頭橋的冬天</figcaption></figure>"
    markup = page(f"<article><h1>石頭橋</h1>{body}{figure}{body}<p>圖注：橋</p>{body}</article>")
    assert texts(markup, Role.CAPTION) == ["石頭橋的冬天", "圖注：橋"]


@pytest.mark.parametrize(
    "data",
    [
        b"<html><meta charset=gb2312>",
        b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
        b'<?xml version="1.0" encoding="gb2312"?>',
        b"<META CHARSET='gb2312'>",
    ],
)
def test_the_declared_encoding_is_found(data):
    assert declared_encoding(data) == "gb2312"


def test_a_plain_text_declares_nothing():
    assert declared_encoding("寫作 charset=gb2312 的人".encode()) is None


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<!-- saved --><!-- twice -->\n<!DOCTYPE html>\n<p>字", True),
        ("<?xml version='1.0'?><!-- x --><rss><channel>", True),
        ("<div class='a'>字</div>", True),
        ("\ufeff<html>", True),
        ("<!-- 只有註解 -->字", False),
        ("<不是標記>字", False),
        ("一個<p>字", False),
        ("<!-- 沒有結束" * 3, False),
    ],
)
def test_markup_is_known_by_its_beginning(text, markup):
    assert is_page(text) is markup


MANY = 100_000
BOMB = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    "markup",
    [
        "<html>" + "<div>" * MANY + "深處的字。" + "</div>" * MANY,
        "<html><body>" + "<span>" * MANY + "深處的字。",
        "<html><p>深處的字。" + "<" * MANY,
        "<html><p>深處的字。" + "<!-- " * MANY,
        "<html><script>" + "var 甲;" * MANY + "</script><p>深處的字。",
        "<html><p>深處的字。</p><script>" + "var 甲;" * MANY,
        "<!-- -->" * MANY + "<p>深處的字。",
        "<html><p " + "a='甲' " * MANY + ">深處的字。",
        "<html><p " + "".join(f"a{n}='甲' " for n in range(MANY)) + ">深處的字。",
        f"<!DOCTYPE html [<!ENTITY a0 '甲甲'>{BOMB}]><html><p>深處的字。&a11;</p>",
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 '甲甲'>{BOMB}]>"
        "<rss><channel><title>深處的字。&a11;</title></channel></rss>",
        "<rss><channel>" + "<item>" * MANY + "<title>深處的字。",
        "<p>深處的字。<b><i><p></b></table></td>",
        "<table><tr><td>深處的字。",
    ],
    ids=range(14),
)
def test_hostile_pages_are_shown(markup):
    whole = "".join(texts(markup))
    assert "深處的字。" in whole
    assert "甲" not in whole


def test_a_page_without_any_text_is_refused():
    with pytest.raises(BrokenPageError):
        read_page("<html><script>var 甲;</script><style>未完")

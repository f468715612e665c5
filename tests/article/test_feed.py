from duidu.article.model import FieldName, Role
from duidu.article.page import read_page

RSS = """<?xml version="1.0" encoding="gb2312"?><!-- 註解 -->
<rss version="2.0"><channel><title>河邊來信</title><link>http://example.org/</link>
<description>每週一封信</description><generator>程式</generator>
<item><author>陳河</author><title>石頭橋</title><pubDate>2020-01-02 10:00</pubDate>
<description>&lt;p&gt;橋上有人。&lt;/p&gt;&lt;p&gt;橋下有水。&lt;/p&gt;</description></item>
<item><title>冬天</title><description><![CDATA[<b>雪</b>下了一夜。]]></description></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>來信</title>
<entry><title>雪</title><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>雪下了一夜。</p></div></content></entry></feed>"""


def test_a_feed_is_shown_entry_by_entry():
    paragraphs, fields = read_page(RSS)
    assert [(p.role, p.text) for p in paragraphs] == [
        (Role.TITLE, "河邊來信"),
        (Role.BODY, "每週一封信"),
        (Role.BYLINE, "陳河"),
        (Role.HEADING, "石頭橋"),
        (Role.BYLINE, "2020-01-02 10:00"),
        (Role.BODY, "橋上有人。"),
        (Role.BODY, "橋下有水。"),
        (Role.HEADING, "冬天"),
        (Role.BODY, "雪下了一夜。"),
        (Role.FURNITURE, "程式"),
    ]
    assert [(field.name, field.paragraph) for field in fields] == [(FieldName.DATE, 4)]


def test_namespaces_are_no_hindrance():
    paragraphs, _ = read_page(ATOM)
    assert [(p.role, p.text) for p in paragraphs] == [
        (Role.TITLE, "來信"), (Role.HEADING, "雪"), (Role.BODY, "雪下了一夜。")
    ]  # fmt: skip

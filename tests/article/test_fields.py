import pytest

from duidu.article.fields import byline_fields, closing_author
from duidu.article.model import FieldName


def told(text):
    return {field.name.value: field.value for field in byline_fields(text, 1)}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "2021-04-15 10:02:42來源:海報編輯:王巍責編:李蘭",
            {
                "date": "2021-04-15 10:02:42",
                "source": "海報",
                "editor": "王巍",
                "responsible_editor": "李蘭",
            },
        ),
        (
            "2020年1月2日 来源：新报　作者：张三",
            {"date": "2020年1月2日", "source": "新报", "author": "张三"},
        ),
        ("記者 林美 / 報導", {"author": "林美"}),
        ("〔記者林美惠、陳河／臺北報導〕", {"author": "林美惠、陳河"}),
        ("记者会现场", {}),
        ("本報記者：林美", {"author": "林美"}),
        ("文／陳河　圖／張海", {"author": "陳河"}),
        ("發布時間：2019/03/04 08:00", {"date": "2019/03/04 08:00"}),
        ("民國110年3月4日", {"date": "民國110年3月4日"}),
        ("海報 2024/3/5 14:20（3/5 15:00 更新）", {"date": "2024/3/5 14:20"}),
        ("2016-10-14 09:42:00 [评论] 新报科技", {"date": "2016-10-14 09:42:00"}),
        ("2023年5月6日 星期六 晴", {"date": "2023年5月6日 星期六"}),
        ("編輯：陳大文　校對：李四", {"editor": "陳大文"}),
        ("2021-04-15 来源：新报 浏览：123", {"date": "2021-04-15", "source": "新报"}),
        ("文/图 张河 李海", {"author": "张河 李海"}),
        ("文圖：林美", {"author": "林美"}),
        ("责任编辑：任远", {"responsible_editor": "任远"}),
    ],
)  # fmt: skip
def test_a_byline_is_taken_apart(text, fields):
    found = told(text)
    assert fields.items() <= found.items()
    assert bool(found) == bool(fields)


@pytest.mark.parametrize(
    "text",
    [
        "他在2021年4月15日來到這裡，從此再也沒有離開。",
        "消息來源：據說是一位不願意透露姓名的官員，他在電話裡對本報記者說了很久很久，"
        "一直說到天亮都沒有停下來",
        "今天天氣很好",
        "2021年4月15日上午他离开了家乡",
        "民國110年4月15日出生於海邊的林美是家中的長女",
        "一九三五年十月一日，新的圖書館在江邊開門了",
        "2021年4月15日,江城召開春季讀書會",
        "2019年10月1日至2021年10月1日期间",
        "记者 问他 为什么 不走",
    ],
)
def test_a_sentence_is_no_byline(text):
    assert told(text) == {}


def test_each_field_tells_where_it_stands():
    text = "2021-04-15 來源:海報 編輯:王巍"
    for field in byline_fields(text, 3):
        assert field.paragraph == 3
        assert text[field.start : field.end].endswith(field.value)


def test_names_in_brackets_end_an_article():
    (field,) = closing_author("故事到這裡結束。（文　沈河　韓冰）", 9)
    assert (field.name, field.value) == (FieldName.AUTHOR, "沈河　韓冰")

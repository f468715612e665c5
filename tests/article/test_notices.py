import pytest

from duidu.article.notices import framed, is_notice, notices_start

STORY = ["小鎮的圖書館昨天重新開門，排隊的人一直站到街角。", "館長說，他等這一天等了三年。"]


@pytest.mark.parametrize(
    "notices",
    [
        ["版權聲明", "本站文章未經書面授權，不得轉載或摘編。", "違者將依法追究其法律責任。"],
        ["免责声明：", "本文仅代表作者观点，不代表本站立场。"],
        ["本网注明“来源：某某网”的稿件，未经授权不得转载，违者本网将追究其法律责任。"],
        ["版权所有 © 某某网　未经授权禁止转载"],
        ["分享到：微信 微博", "相關新聞"],
        ["Copyright © 2020 某某報 All Rights Reserved"],
    ],
)
def test_notices_at_the_end_are_told(notices):
    assert notices_start([*STORY, *notices]) == len(STORY)


@pytest.mark.parametrize(
    "last",
    [
        ["學者提醒，未經授權轉載他人稿件，應當註明來源，侵權者將被追究法律責任。"],
        ["他認為，版權保護和授權制度都要改，作家的著作權才有人尊重。"],
        ["“我们没有授权任何人转载，”她说，“侵权的稿件必须删除，我会追究到底。”"],
        ["律師發表聲明說，著作權屬於原作者，侵權的網站應當刪除稿件並且道歉。"],
    ],
)
def test_a_story_about_copyright_is_none(last):
    story = ["作家協會昨天討論著作權法，關於轉載和授權的爭論很激烈。", *STORY, *last]
    assert notices_start(story) == len(story)


def test_a_notice_alone_is_what_was_opened():
    notice = ["版權聲明", "本站文章未經書面授權，不得轉載或摘編。"]
    assert notices_start(notice) == 2


def test_a_sentence_with_one_such_word_is_no_notice():
    assert not is_notice("他發表了一份聲明。")
    assert not is_notice("更多的人站在門外，誰也不想先走，大家都在等那盞燈亮起來")


def test_the_frame_of_a_free_book_is_found():
    blocks = [
        "Licence text", "*** START OF THE EBOOK 某書 ***", "Produced by somebody",
        "第一回", "正文。", "*** END OF THE EBOOK 某書 ***", "More licence",
    ]  # fmt: skip
    assert framed(blocks) == (3, 5)
    assert framed(STORY) == (0, 2)

"""Readings that the neighbouring words decide: the everyday polyphones that stand alone.

The rules are those that grammars of Mandarin give
(Lü Shuxiang, 现代汉语八百词, and the usual school grammars): 得 between a verb and its complement
is de, before a verb without a complement děi; 地 between an adverbial and a verb is de.
"""

from __future__ import annotations

from duidu.language.company import (
    DEGREES,
    NUMERALS,
    PRONOUNS,
    Company,
    Rule,
    first_rule,
    starts,
    verb_after,
    verb_before,
    words,
)

_ADVERBS = frozenset("就也都还总必可非只又才再别")
# The last characters of words that tell when: 今天, 今晚, 星期一早上, 六点, 以后.
_TIMES = frozenset("天晚早年月时后前点")
_AFTER_MUST = frozenset("快先把在多有用去回换早给跟向从等好想")


def _must(company: Company) -> bool:
    """Hold for 得 děi: behind a pronoun or an adverb and before a verb (你得走, 就得去)."""
    stands = not company.before or company.before[-1:] in PRONOUNS | _ADVERBS | _TIMES
    return stands and (verb_after(company) or company.after[:1] in _AFTER_MUST)


def _adverbial(company: Company) -> bool:
    """Hold for 地 de: an adverbial before it and a verb or a preposition behind it."""
    before = company.before
    if not before or before in ("的", "这", "那", "在", "种", "本", "当", "块", "片"):
        return False
    goes_on = verb_after(company) or company.after[:1] in "把向对从在被给朝往跟和为"
    goes_on = goes_on or company.after in ("一", "一把", "一边", "一步", "一下", "一口", "一声")
    return goes_on and (len(before) > 1 or not company.is_verb(before))


RULES: dict[str, tuple[Rule, ...]] = {
    "得": (
        Rule("děi", holds=_must),
        Rule(
            "dé",
            after=starts("到 病 奖 分 知 出 了 第 过 意"),
            holds=lambda c: not verb_before(c),
        ),
        Rule("de", after=starts("慌 很 要命 要死 不得了 厉害 够呛 太 到处")),
        Rule("de"),
    ),
    "地": (Rule("de", holds=_adverbial), Rule("dì")),
    "还": (
        Rule("huán", after=starts("给 钱 债 清 款 书 本 回")),
        Rule("huán", holds=lambda c: not c.after),
        Rule("huán", after=starts("了"), holds=lambda c: not verb_after(c)),
        Rule("hái"),
    ),
    "为": (Rule("wèi", after=starts("了 你 我 他 她 它 您 谁 人民 大家 自己 何 什么 此")),),
    "长": (
        Rule("cháng", before=DEGREES),
        Rule("zhǎng", after=starts("得 出 成 满 在 高 大 胖 着 到 起")),
        Rule("cháng"),
    ),
    "数": (
        Rule("shǔ", after=starts("了 着 过 一 到 完 不清 数 钱 出 起")),
        Rule("shǔ", before=words("一 数"), holds=lambda c: not c.after),
        Rule("shù"),
    ),
    "系": (Rule("jì", after=starts("着 好 住 紧 上 了 鞋 领带 围 安全带 绳 腰带 蝴蝶结")),),
    "卡": (Rule("qiǎ", after=starts("在 住 着 了 壳 脖子")), Rule("kǎ")),
    "圈": (Rule("juàn", before=words("猪 羊 牛 马 出 进 起 鸡")),),
    "挑": (Rule("tiǎo", after=starts("起 战 拨 灯 衅 逗 明 高 动")), Rule("tiāo")),
    "担": (Rule("dàn", ending=NUMERALS), Rule("dān")),
    "铺": (Rule("pù", ending=NUMERALS), Rule("pù", after=starts("子 面 位")), Rule("pū")),
    "晕": (
        Rule("yùn", after=starts("车 船 机 针 血")),
        Rule("yùn", before=words("会 爱 常 不 车 船")),
        Rule("yūn"),
    ),
    "撒": (
        Rule("sā", after=starts("手 谎 娇 野 网 尿 气 腿 欢 泼 旦")),
        Rule("sǎ"),
    ),
    "待": (
        Rule("dāi", after=starts("在 着 了 会 一会 几 多久 得 不住 过 下去")),
        Rule("dài"),
    ),
    "钉": (Rule("dìng", after=starts("在 上 了 一 钉子 好 牢 着 住")),),
    "弹": (
        Rule("dàn", before=words("中 枚 颗 发 子 导 炮 炸")),
        Rule("tán"),
    ),
    "折": (
        Rule("shé", after=starts("了"), holds=lambda c: c.then[:1] in ("", "腿", "胳", "本", "翅")),
    ),
    "屏": (Rule("bǐng", after=starts("住 息 气 着")),),
    "晃": (Rule("huǎng", after=starts("得 眼")),),
    "哄": (Rule("hōng", after=starts("动 堂 抬 笑 传 然")), Rule("hǒng")),
    "冲": (
        Rule("chòng", before=DEGREES - words("不 没")),
        Rule("chòng", after=starts("着 我 你 他 她")),
        Rule("chōng"),
    ),
    "勒": (Rule("lēi", after=starts("得 紧 住 着 死 出 了 进")),),
    "处": (
        Rule("chǔ", before=words("所 共 同 相 独 难 正 仍")),
        Rule("chǔ", after=starts("在 于 理 变不惊 得 了 着")),
        Rule("chù"),
    ),
    "闷": (
        Rule("mēn", after=starts("热 在 着 头 声 雷 死")),
        Rule("mēn", after=starts("得"), holds=lambda c: c.then[:1] == "慌"),
    ),
    "喝": (Rule("hè", before=words("大 怒 断 猛 厉声 齐声")), Rule("hē")),
    "逮": (Rule("dǎi"),),
    "咳": (Rule("hāi", holds=lambda c: not c.before and c.sign in ("，", "！")), Rule("ké")),
    "泡": (Rule("pāo", ending=frozenset("眼尿")), Rule("pào")),
    "和": (
        Rule("huó", after=starts("面 泥 馅 好")),
        Rule("hú", before=words("连 又 自摸")),
        Rule("hé"),
    ),
    "种": (
        Rule("zhǒng", ending=NUMERALS),
        Rule("zhòng", after=starts("树 花 菜 地 田 草 了 着 在 满 上 下 庄稼 粮")),
        # 他种的花: behind who does it and before 的 it is the verb.
        Rule("zhòng", after=starts("的"), holds=lambda c: bool(c.before)),
        Rule("zhǒng"),
    ),
    "背": (
        Rule("bēi", after=starts("着 起 书包 上 包 了 负 个 一 得动 得起 不动 不起")),
        Rule("bèi"),
    ),
    "倒": (
        Rule("dào", after=starts("水 茶 酒 了一 垃圾 车 也 是 还 不 挺 没")),
        Rule("dǎo", after=starts("下 在 地 塌 闭")),
    ),
    "量": (Rule("liáng", after=starts("了 着 一 体温 尺寸 身高 血压 好 出 过")), Rule("liàng")),
    "调": (
        Rule("tiáo", after=starts("好 低 高 大 小 成 音 色 味 慢 快 整 一")),
        Rule("diào", after=starts("走 往 来 派 兵 回 动 查")),
    ),
    "中": (
        Rule(
            "zhòng",
            after=starts("了 奖 毒 弹 彩 枪 计 暑 标"),
            holds=lambda c: not verb_before(c),
        ),
        Rule("zhōng"),
    ),
    "转": (
        Rule("zhuàn", after=starts("圈 个 着 来转去 了一圈 悠")),
        Rule("zhuàn", holds=lambda c: c.before.endswith("车")),
    ),
    "难": (Rule("nàn", before=words("遇 遭 落 受 国 空 海")), Rule("nán")),
    "盛": (
        Rule("chéng", after=starts("饭 汤 了 满 水 菜 在 着 出 上 起 食物 粥 一")),
        Rule("shèng"),
    ),
    "结": (
        Rule("jiē", after=starts("果子 满 果实 了果 籽")),
        Rule("jiē", after=starts("了 着 出 不少 许多"), holds=lambda c: c.then[:1] in "果瓜籽"),
    ),
    "将": (Rule("jiàng", before=frozenset("大上名虎老员位骁猛")), Rule("jiāng")),
    "好": (Rule("hǎo"),),
    "把": (Rule("bǎ"),),
    "会": (Rule("huì"),),
    "过": (Rule("guò"),),
    "说": (Rule("shuō"),),
    "没": (Rule("méi"),),
    "大": (Rule("dà"),),
    "上": (Rule("shàng"),),
    "少": (Rule("shào", after=starts("爷 女 年")), Rule("shǎo")),
    "看": (Rule("kān", after=starts("守 家 孩子 门")), Rule("kàn")),
    "更": (Rule("gēng", ending=NUMERALS), Rule("gèng")),
    "教": (Rule("jiāo", after=starts("书 我 你 他 她 了 着 过 会 给 学生 孩子 英 中 汉 数学")),),
    "空": (Rule("kòng", before=words("有 没 没有 抽")), Rule("kōng")),
    "应": (Rule("yìng", after=starts("了 邀 付 聘")), Rule("yīng")),
    "宿": (Rule("xiǔ", ending=NUMERALS | {"整"}), Rule("sù")),
    "脏": (Rule("zāng", before=DEGREES), Rule("zāng", after=starts("了 的 兮 衣 东西"))),
    "差": (Rule("chāi", before=words("出 公")), Rule("chà", before=DEGREES)),
    "重": (
        Rule("zhòng", before=DEGREES),
        Rule("chóng", after=starts("写 来 做 建 看 读 开 申 返 游")),
    ),
    "行": (Rule("háng", ending=NUMERALS), Rule("xíng", before=DEGREES)),
    "累": (Rule("lèi", after=starts("得 了 坏 死 极")),),
    "切": (Rule("qiē"),),
    "咽": (Rule("yàn"),),
    "朝": (Rule("cháo"),),
    "相": (Rule("xiāng", holds=verb_after),),
    "干": (Rule("gàn", after=starts("什么 活 得 完 吗 嘛 了 过 不")),),
}


def rule_for_reading(char: str, company: Company) -> Rule | None:
    """Give the rule that decides how a character is read in its company, or None."""
    rule = first_rule(RULES, char, company)
    if rule is None and company.before in DEGREES and char in _PREDICATES:
        return Rule(_PREDICATES[char], before=DEGREES)
    return rule


# Read so where an adverb of degree or a negation stands before: then it is a predicate.
_PREDICATES = {
    "累": "lèi",
    "难": "nán",
    "干": "gān",
    "空": "kōng",
    "假": "jiǎ",
    "少": "shǎo",
    "乐": "lè",
}

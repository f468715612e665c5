"""Traditional forms that the neighbouring words decide: one-to-many characters that stand alone.

Where a simplified character with several traditional ones is a word by itself, no phrase and no
dictionary entry tells which one is meant, but its neighbours mostly do: 一只猫 is 一隻貓, since a
number stands before it; 吃面 is 吃麵; 系着领带 is 繫著領帶. The meanings are those by which the
Table of General Standard Chinese Characters (通用规范汉字表, 2013, annex 1) tells the traditional
characters apart; the companions are the verbs, measure words and objects that dictionaries give in
their examples of each. The answers are in OpenCC's standard and still have to be localized. A rule
without a condition at the end says what stands alone most often where OpenCC's first form does
not: 钟 is 鐘 and 鍾 a surname, which the model of names finds.
"""

from __future__ import annotations

from duidu.language.company import (
    DEGREES,
    PRONOUNS,
    Company,
    Rule,
    first_rule,
    starts,
    verb_after,
    words,
)

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_NUMBERS = frozenset("〇零一二两三四五六七八九十百千万亿几半") | _DIGITS
_COUNTED = _NUMBERS | frozenset("每这那哪")
# The last characters of what is taught in a department: 中文 系, 数学 系.
_SUBJECTS = frozenset("文语学理化史哲法政经济机工程医农艺音体教系商管物生")
_FEELING = DEGREES | words("又 好 也 还 都 已经 犯 越 微 略 偏 稍 又是")


def _pronoun_or_verb(company: Company) -> bool:
    return company.after[:1] in PRONOUNS or verb_after(company)


def _no_further(company: Company) -> bool:
    """Hold where the clause ends behind the character, or goes on with a particle."""
    return not company.after or company.after[0] in "了得啊吗呢吧的就又到想便"


def _ties(company: Company) -> bool:
    """Hold for 系 as the verb of tying before 上 and 在: 马 系 在 树上, but not 中文 系 在 三楼."""
    return company.before[-1:] not in _SUBJECTS


def _dries(company: Company) -> bool:
    """Hold for 干了 at the end of a clause, of a thing: 衣服 干 了; but 我 干 了 三 年."""
    stands = not company.then or company.then[0] in "就又才吗吧啊呢以之后"
    return stands and company.before[-1:] not in PRONOUNS | set("不别没要想敢能会")


FORMS: dict[str, tuple[Rule, ...]] = {
    "里": (Rule("里", ending=_NUMBERS), Rule("里", after=starts("路 长 许 开外"))),
    "面": (
        Rule(
            "麪",
            before=words(
                "吃 煮 下 和 揉 擀 碗 拌 炒 拉 牛肉 汤 份 吃完 盘 筋 端 嗦 点了 煮好 凉 汤的"
            ),
        ),
        Rule("麪", after=starts("馆 摊 团 粉 店")),
        Rule("面"),
    ),
    "干": (
        Rule("幹", before=words("不 没 别 能 会 肯 敢 想 要"), after=starts(
            "了 过 活 得 完 吗 这"
        )),
        Rule("干", before=words("何 不 相 无"), after=starts("我 他 你 甚 谁 事")),
        Rule("乾", before=DEGREES - words("不 没")),
        Rule(
            "乾",
            before=words(
                "晾 晒 擦 烘 烤 吹 抹 流 喝 哭 榨 风 沥 口 拧 熬 烧 蒸 抽 嘴 嘴唇 皮肤 衣服 头发"
                " 舌头 未 晾不 晒不 泪 河 井 葡萄 豆腐 饼 肉 笋"
            ),
        ),
        Rule("乾", before=words("没 还没 快 已经 都"), holds=_no_further),
        Rule("乾", after=starts("了"), holds=_dries),
        Rule("乾", ending=frozenset("里上"), after=starts("得")),
        Rule("乾", after=starts("透 燥 枯 裂 咳 巴 瘪 涸 柴 透 爽 涩 硬 掉 净 冰")),
    ),
    "发": (
        Rule("髮", before=words("染 剪 烫 护 洗 理 脱 束 长 短 卷 金 赤 秀 鬓 假 少 湿 乱 散 银")),
        Rule("髮", before=words("根 绺 缕 撮 丝 头")),
        Rule("髮", after=starts("上 里 间 梢 际 色 型 髻 丝 簪")),
    ),
    "后": (Rule("后", before=words("妃 嫔 储 废 影 歌 球 封 视 帝 皇")),),
    "只": (
        Rule(
            "只",
            ending=_COUNTED,
            after=starts(
                "有 是 能 会 要 想 见 为 因 在 知 好 剩 顾 管 够 需 不 说 让 求 怕 用 得 可"
                " 许"
            ),
        ),
        Rule("隻", ending=_COUNTED),
        Rule("只"),
    ),
    "松": (
        Rule("鬆", holds=lambda c: not c.after and c.before[-1:] not in _COUNTED | set("棵株的")),
        Rule("鬆", before=_FEELING | words("放 宽 轻 稀 疏 蓬 肉 土 捆 绑 弄 手 拧 一 没 不")),
        Rule("鬆", after=starts("开 手 口 了 动 软 绑 懈 散 弛 脱 掉 紧 下 垮 土 着")),
    ),
    "卷": (
        Rule("卷", ending=_COUNTED),
        Rule("捲", before=words("被 把 风 席 龙 翻 浪 给 漫 一路 纷纷 蛋 春 花 肉 寿司 手")),
        Rule("捲", after=starts("起 着 了 进 入 走 成 来 去 曲 缩 袖 铺盖 烟 心 尺 上 筒 过 向")),
    ),
    "舍": (
        Rule("捨", before=words("施 割 难 取 不 四 五 难分难 布 没有 不得")),
        Rule("捨", after=starts("不得 弃 身 命 己 近 下 给 得 了 入 去")),
    ),
    "系": (
        Rule("繫", after=starts("着 好 住 紧 了 鞋 领带 围 安全带 绳 腰带 蝴蝶结 带 红 一条 铃")),
        Rule("繫", ending=frozenset("带绳扣")),
        Rule("繫", after=starts("上 在 于"), holds=_ties),
        Rule("係", before=words("我 你 佢 唔 都 就 真 即 乃 确 实 纯 本 此 亦 其 均")),
        Rule("係", after=starts("由 因 属 指 经 为 以 依 按 根据 出自 一")),
    ),
    "斗": (
        Rule("斗", ending=_COUNTED),
        Rule("斗", after=starts("里 米 笠")),
        Rule("斗", before=words("漏 烟 墨 车 熨 北 星 米 阿 泰 才高八")),
    ),
    "云": (
        Rule("云", holds=lambda c: bool(c.sign) and c.sign in "：:「『“"),
        Rule("云", before=words("人 亦 又 诗 子曰 书 经 古人 传 所 谚 不知所")),
    ),
    "余": (Rule("餘", ending=_COUNTED),),
    "谷": (Rule("穀", before=words("五 稻 晒 收 打 舂 粮 种 囤")), Rule("穀", after=starts(
        "物 仓 粒 价"
    ))),
    "丑": (
        Rule("丑", before=words("子 癸 乙 丁 己 辛 生 旦 净 文 武")),
        Rule("丑", after=starts("时 寅 年 月 日 角 会")),
    ),
    "准": (
        Rule("準", before=DEGREES - words("不 没")),
        Rule("準", before=words(
            "瞄 说 看 算 定 拿 对 认 投 射 踢 打 猜 测 摸 时间 抓 找 卡 踩 咬"
        )),
        Rule("准", before=words(
            "批 核 获 照 特 恩 奏 未 不 没 没有 只 才 谁"
        ), holds=_pronoun_or_verb),
        Rule("准", before=words("批 核 获 照 特 恩 奏")),
        Rule("准", after=starts("许 他 她 你 我 您 其 奏 假 考 了 生")),
    ),
    "尽": (Rule("儘", after=starts("可能 早 快 先 自 让 速 量 管 前面 着")),),
    "划": (
        Rule(
            "划",
            after=starts("船 水 桨 算 得来 不来 过 破 伤 着 拳 龙舟 火柴 到 开 向 了一 一道 小船"),
        ),
        Rule("划", before=words("手 刀 被 指甲 桨")),
    ),
    "冲": (
        Rule(
            "沖",
            after=starts(
                "咖啡 茶 水 洗 凉 澡 泡 淡 走 掉 刷 厕所 马桶 奶 牛奶 杯 一杯 一壶 印 干净 散 垮 毁"
                " 服 喜 剂 天 个 热水 冷水 开水 积 蚀"
            ),
        ),
        Rule("沖", ending=frozenset("水浪潮")),
    ),
    "表": (
        Rule(
            "錶",
            before=words("块 只 戴 戴着 修 名 怀 看了看 挂 钟 停 这块 电子 手 抬手看 金 古董 摘下"),
        ),
        Rule("錶", after=starts("带 针 盘 盒 链 壳 匠 店")),
    ),
    "签": (
        Rule("籤", before=words("抽 求 支 根 竹 牙 书 抽到 抽出 灵 枚 张 抽了 这支 掣")),
        Rule("籤", after=starts("诗 筒 条")),
        Rule("籤", before=words("的"), holds=lambda c: not c.after),
        Rule("簽"),
    ),
    "钟": (Rule("鐘"),),
    "制": (
        Rule(
            "製",
            before=words(
                "自 手 手工 木 石 铁 钢 铜 金 银 皮 玻璃 塑料 塑胶 竹 纸 法国 中国 日本 美国"
                " 德国 台湾"
                "瑞士 特 精 新 秘 监 复 调 炮 研 试 缝 腌 酿 烘 烤 绘 编 印 泡 所 亲手 布 陶"
                " 瓷 佛 土"
                " 意大利 韩国 英国 国 金属 木头 象牙 牛皮 不锈钢 水泥"
            ),
        ),
        Rule("製", after=starts(
            "成 作 造 药 衣 图 片 茶 糖 冰 售 皂 陶 酒 版 鞋 表 毒 氧 取 得 出 剂 盐"
        )),
    ),
    "出": (
        Rule("齣", before=words("这 那 每 半 几 哪 整 头")),
        Rule(
            "齣",
            ending=_COUNTED,
            after=starts(
                "戏 好戏 大戏 新戏 京剧 京戏 闹剧 喜剧 悲剧 短剧 剧 话剧 歌剧 折子戏 昆曲 歌仔戏"
                " 木偶戏 传奇 双簧 独角戏 连续剧 舞台剧 歌舞剧 音乐剧 老戏 杂剧 新 老 好"
            ),
        ),
    ),
    "扎": (
        Rule("紮", after=starts("营 寨 辫子 马尾 头发 根 紧 个 成 起 蝴蝶结 好 了个 两条 一条")),
        Rule("紮", before=words("捆 包 绑 驻 结 辫子 头发")),
    ),
    "折": (Rule("摺", after=starts("纸 好 成 起 叠 尺 衣服 被子 扇 棉被 伞 痕 裙 毛巾")),),
    "困": (
        Rule("睏", after=starts("极 死 坏 意 倦")),
        Rule("睏", before=_FEELING | words("我 你 他 她 发 打 有点儿 人"), holds=_no_further),
        Rule("困"),
    ),
    "咸": (
        Rule("咸", after=starts("认为 信 知 与 享 来 集 推 宜 以 称 服 皆 阳 同 感")),
        Rule("鹹"),
    ),
    "杆": (Rule("桿", ending=_COUNTED), Rule("杆")),
    "须": (
        Rule("鬚", before=words("长 白 胡 虾 触 剃 刮 捻 掀 捋 虎 龙 剪 银 蓄 留 根 花白 颔下 无")),
        Rule("鬚", after=starts("发 眉 根 髯")),
    ),
    "姜": (
        Rule(
            "薑",
            before=words(
                "葱 蒜 老 生 嫩 片 块 切 放 加 拍 泡 磨 吃 些 点 红糖 黑糖 爆 沙 把 的 加点"
            ),
        ),
        Rule("薑", after=starts("片 丝 价 汤 末 茶 汁 蓉 蒜 葱 糖 母 饼 块 泥 粉 根 和蒜")),
    ),
    "历": (
        Rule(
            "曆",
            before=words(
                "阴 阳 农 公 旧 新 西 日 月 年 黄 挂 台 佛 伊斯兰 回 国 夏 藏 傣 天文 星 犹太"
            ),
        ),
    ),
    "游": (
        Rule("遊", after=starts("山 园 西湖 览 学 历 客 罢 完 遍 江 长城 故宫 公园 春 湖 街 人")),
        Rule("遊", before=words("畅 旅 同 重 初 春 秋 郊 神 夜 出 半日 一日 环岛 漫 巡 云 自由")),
        Rule("游"),
    ),
    "喂": (
        Rule("餵", before=words("给 来 再 先 没 要 会 去 在 用 边 常 只 也 都 一口一口")),
        Rule("餵", after=starts(
            "奶 饭 食 养 猪 鸡 狗 猫 马 牛 鱼 孩 宝 给 它 他 她 药 小 鸟 了 完 饱 母"
        )),
    ),
    "并": (Rule("併", after=starts("入 购 吞 案 轨 网 成 到 拢 科 桌")),),
    "托": (
        Rule("託", after=starts("人 付 给 他 她 我 你 梦 孤 朋友 运 管 福 儿 育 故 词 病 了人")),
        Rule("託", before=words("受 委 信 请 拜 嘱 重 推 假 有所 所")),
        Rule("托"),
    ),
    "刮": (
        Rule("颳", after=starts(
            "风 大风 台风 北风 西北风 东风 狂风 强风 阴风 起大风 起了风 沙尘暴 起风"
        )),
        Rule("颳", before=words("风 大风 台风 狂风 北风 寒风")),
        Rule("刮"),
    ),
    "坛": (Rule("罈", ending=_COUNTED), Rule("罈", before=words(
        "酒 泡菜 醋"
    )), Rule("罈", after=starts(
        "酒 醋 女儿红"
    ))),
    "郁": (Rule("郁"),),
    "范": (Rule("范"),),
    "岳": (Rule("岳"),),
}  # fmt: skip


def rule_for_form(char: str, company: Company) -> Rule | None:
    """Give the rule that decides the form of a character in its company, or None."""
    return first_rule(FORMS, char, company)

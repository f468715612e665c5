"""The plain chain that every figure is compared with: opencc, then jieba, then pypinyin."""

from __future__ import annotations

import sys
from pathlib import Path


def plain_chain(lines: list[str]) -> int:
    """Convert, cut and read every line as these libraries' own documents say; count the words."""
    import jieba
    import opencc
    import pypinyin

    converter = opencc.OpenCC("tw2s")
    words = 0
    for line in lines:
        cut = jieba.lcut(converter.convert(line))
        pypinyin.pinyin(cut)
        words += len(cut)
    return words


if __name__ == "__main__":
    print(plain_chain(Path(sys.argv[1]).read_text("utf-8").splitlines()))

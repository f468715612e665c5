"""A bare window that imports the same libraries and loads jieba: what starting cannot undercut."""

from __future__ import annotations

import time

START = time.perf_counter()


def main() -> None:
    import jieba
    import opencc
    import pypinyin
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

    application = QApplication([])
    jieba.setLogLevel(60)
    jieba.initialize()
    opencc.OpenCC("tw2s").convert("讀")
    pypinyin.pinyin("读")
    window = QMainWindow()
    window.setCentralWidget(QTextEdit())
    window.show()
    application.processEvents()
    print(time.perf_counter() - START)


if __name__ == "__main__":
    main()

"""Load a text and annotate its first page, as the window does; nothing more."""

from __future__ import annotations

import sys
from pathlib import Path

from duidu.article.formats import read_file
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language

PAGE = 1_000


def main() -> None:
    article = read_file(Path(sys.argv[1]))
    annotator = Language(Dictionary()).annotator(article)
    shown = 0
    for paragraph in article.paragraphs():
        shown += len(annotator.annotate(paragraph).source)
        if shown > PAGE:
            break
    print(shown)


if __name__ == "__main__":
    main()

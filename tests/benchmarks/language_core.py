"""Load what annotation needs and annotate one sentence, for its memory."""

from __future__ import annotations

from duidu.article.formats import read_text
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language


def main() -> None:
    """Ask for every part once, the model of polyphones included."""
    article = read_text("清晨的魚市場，人們為他高興，朝著長長的船走去。")
    annotator = Language(Dictionary()).annotator(article)
    for paragraph in article.paragraphs():
        annotator.annotate(paragraph)


if __name__ == "__main__":
    main()

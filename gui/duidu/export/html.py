"""One HTML file that works offline: both columns with ruby, and the glossary at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from typing import TextIO

from duidu.article.model import FieldName, Role
from duidu.export.annotated import AnnotatedArticle
from duidu.hanzi import is_hanzi
from duidu.language.model import AnnotatedParagraph, Script, Variety, Word

LANGUAGE = {
    Variety.TAIWAN: "zh-Hant-TW",
    Variety.HONGKONG: "zh-Hant-HK",
    Variety.MAINLAND: "zh-Hant-CN",
    Variety.OPENCC: "zh-Hant",
}
_TAGS = {Role.TITLE: "h1", Role.HEADING: "h2"}
_FIELD_LABELS = {
    FieldName.DATE: "Date",
    FieldName.SOURCE: "Source",
    FieldName.AUTHOR: "Author",
    FieldName.EDITOR: "Editor",
    FieldName.RESPONSIBLE_EDITOR: "Responsible editor",
    FieldName.ORIGINAL_TITLE: "Original title",
}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def write_html(annotated: AnnotatedArticle, out: TextIO) -> None:
    """Write the document: a row a paragraph, the traditional column first."""
    words: dict[tuple[str, str, tuple[str, ...]], Word] = {}
    out.write(_head(annotated))
    furniture = False
    for paragraph in annotated.paragraphs():
        if (paragraph.role is Role.FURNITURE) is not furniture:
            furniture = not furniture
            out.write(_FURNITURE if furniture else "</details>\n")
        out.write(_row(paragraph, LANGUAGE[annotated.variety], annotated.sandhi))
        for word in paragraph.words:
            if word.entries and word.reading:
                words.setdefault((word.traditional, word.simplified, word.reading), word)
    out.write("</details>\n" if furniture else "")
    out.writelines(_glossary(words.values(), LANGUAGE[annotated.variety]))
    out.write("</main>\n</body>\n</html>\n")


_FURNITURE = '<details class="furniture">\n<summary>Around the article</summary>\n'


def text(value: str) -> str:
    """Escape a text; control characters, which HTML forbids, become their pictures."""
    return escape(_CONTROL.sub(_picture, value))


def _picture(match: re.Match[str]) -> str:
    code = ord(match.group())
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"


def _head(annotated: AnnotatedArticle) -> str:
    style = files("duidu.export").joinpath("document.css").read_text("utf-8")
    fields = "".join(
        f"<div><dt>{_FIELD_LABELS[field.name]}</dt><dd>{text(field.value)}</dd></div>\n"
        for field in annotated.article.fields
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE[annotated.variety]}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(annotated.article.title) or 'Duidu'}</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        + (f'<dl class="fields" lang="en">\n{fields}</dl>\n' if fields else "")
    )


def _row(paragraph: AnnotatedParagraph, traditional: str, sandhi: bool) -> str:
    tag = _TAGS.get(paragraph.role, "p")
    columns = (
        f'<{tag} class="column" lang="{language}">{ruby_text(paragraph, script, sandhi)}</{tag}>'
        for script, language in (
            (Script.TRADITIONAL, traditional),
            (Script.SIMPLIFIED, "zh-Hans-CN"),
        )
    )
    return f'<div class="row {paragraph.role.value}">\n' + "\n".join(columns) + "\n</div>\n"


def ruby_text(paragraph: AnnotatedParagraph, script: Script, sandhi: bool = False) -> str:
    """Give one column of a paragraph: each word a span, each hanzi with its syllable.

    With `sandhi` a syllable that is spoken in another tone has a class of its own.
    """
    spoken = paragraph.sandhi if sandhi else {}
    return "".join(
        _word(word, script, spoken.get(index)) for index, word in enumerate(paragraph.words)
    )


def _word(word: Word, script: Script, spoken: tuple[str, ...] | None) -> str:
    form, reading = word.form(script), word.spoken(script)
    if not reading:
        return text(form)
    own = form == word.written(script)
    ruby = "".join(_ruby(form, reading, (spoken or reading) if own else reading))
    kind = ' class="guessed"' if word.guessed else ""
    title = f' title="{text(word.gloss)}"' if word.gloss else ""
    return f"<span{kind}{title}>{ruby}</span>" if kind or title else ruby


def _ruby(form: str, reading: tuple[str, ...], spoken: tuple[str, ...]) -> Iterator[str]:
    syllables = iter(zip(reading, spoken, strict=True))
    for char in form:
        own, syllable = next(syllables, ("", "")) if is_hanzi(char) else ("", "")
        kind = ' class="sandhi"' if own != syllable else ""
        shown = f"<rp>(</rp><rt{kind}>{text(syllable)}</rt><rp>)</rp>"
        yield f"<ruby>{text(char)}{shown}</ruby>" if syllable else text(char)


def _glossary(words: Iterable[Word], traditional: str) -> Iterator[str]:
    yield '<section class="glossary">\n<h2 lang="en">Glossary</h2>\n<table>\n'
    yield '<thead lang="en"><tr><th>Traditional</th><th>Simplified</th>'
    yield "<th>Pinyin</th><th>Meaning</th></tr></thead>\n<tbody>\n"
    for word in words:
        yield (
            f'<tr><td lang="{traditional}">{text(word.form(Script.TRADITIONAL))}</td>'
            f'<td lang="zh-Hans-CN">{text(word.form(Script.SIMPLIFIED))}</td>'
            f'<td lang="zh-Latn">{text(" ".join(word.reading))}</td>'
            f'<td lang="en">{text(word.gloss)}</td></tr>\n'
        )
    yield "</tbody>\n</table>\n</section>\n"

"""What the card tells, as rich text. Whatever comes from a text or a dictionary is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from duidu.dictionary.entry import Entry
from duidu.dictionary.gloss import MENTION, gloss_of
from duidu.hanzi import is_hanzi
from duidu.language.model import Guess, Script, Variety, Word
from duidu.page.fonts import HanziFonts
from duidu.page.lookup import Answer
from duidu.page.settings import PageSettings
from duidu.page.tongue import tr

# What the links are called; behind the colon stand the traditional and the simplified form.
WORD = "word"
_SENSES = 4
_FURTHER = 4
_OTHERS = 6
_OTHERS_OF_RUN = 12
# An entry that has one line: so many letters, where a hanzi takes the room of three.
_LINE = 53
_SHORTEST_GLOSS = 16
_LONG_HEAD = 8
_DOUBTS = {
    Guess.SEGMENTATION: "where the word ends",
    Guess.READING: "the reading",
    Guess.CONVERSION: "the form",
}


@dataclass(frozen=True)
class CardText:
    """Writes answers in the colours of a theme and in each script's own shapes."""

    settings: PageSettings
    fonts: HanziFonts
    variety: Variety = Variety.TAIWAN

    def head(self, answer: Answer) -> str:
        """Give both forms, each character of several a link, and the reading."""
        theme, points = self.settings.theme, max(17.0, min(self.settings.point_size * 1.25, 26.0))
        if len(answer.traditional) > _LONG_HEAD:
            points *= 0.7
        pairs = _pairs(answer.traditional, answer.simplified)
        forms = [self._characters(pairs, Script.TRADITIONAL, points, theme.ink)]
        if answer.simplified != answer.traditional:
            forms.append(self._characters(pairs, Script.SIMPLIFIED, points, theme.quiet_ink))
        reading = self._coloured(escape(answer.reading), theme.ruby)
        if answer.spoken and self.settings.sandhi:
            spoken = tr("spoken {reading}", reading=escape(" ".join(answer.spoken)))
            reading += f"&nbsp;&nbsp;<i>{spoken}</i>"
        return " &nbsp;".join([*forms, reading])

    def body(self, answer: Answer) -> str:
        """Give the senses, what else the word could be, and the words beside it."""
        own, further = answer.entries[:1], answer.entries[1:]
        parts = [
            *(self._senses(entry) for entry in own),
            self._paragraph(escape(answer.gloss)) if answer.gloss and not own else "",
            self._quiet(tr("that is: {meaning}", meaning=escape(answer.meant)))
            if answer.meant
            else "",
            *self._lines(further, _FURTHER),
            *self._notes(answer.word),
            *self._others(answer),
        ]
        if not own and not answer.gloss and not answer.others:
            parts.insert(0, self._quiet(f"<i>{tr('no entry')}</i>"))
        return f'<div style="color:{self.settings.theme.ink}">{"".join(parts)}</div>'

    def _senses(self, entry: Entry) -> str:
        senses = [self._linked(sense) for sense in entry.senses[:_SENSES]]
        if len(entry.senses) > _SENSES:
            senses[-1] += " …"
        if len(senses) == 1:
            return self._paragraph(senses[0])
        rows = "".join(self._row(number, sense) for number, sense in enumerate(senses, 1))
        return f'<table cellspacing="0" cellpadding="0">{rows}</table>'

    def _row(self, number: int, sense: str) -> str:
        quiet = f'width="18" style="color:{self.settings.theme.quiet_ink};padding-top:1px"'
        return f'<tr><td {quiet}>{number}</td><td style="padding-top:1px">{sense}</td></tr>'

    def _linked(self, sense: str) -> str:
        """Escape a sense and make the words that it mentions links."""
        parts, last = [], 0
        for match in MENTION.finditer(sense):
            parts.append(escape(sense[last : match.start()]))
            parts.append(self._link(match["traditional"], match["simplified"], 11))
            last = match.end()
        return "".join([*parts, escape(sense[last:])])

    def _lines(self, entries: Sequence[Entry], most: int) -> Iterator[str]:
        for number, entry in enumerate(entries[:most]):
            yield self._line(entry, " …" if number == most - 1 and len(entries) > most else "")

    def _line(self, entry: Entry, more: str) -> str:
        """Tell of an entry in one line."""
        same = entry.traditional == entry.simplified
        room = _LINE - 3 * len(entry.traditional) * (1 if same else 2) - len(entry.pinyin)
        gloss = _cut(gloss_of((entry,)), max(room, _SHORTEST_GLOSS))
        pinyin = self._coloured(escape(entry.pinyin), self.settings.theme.ruby)
        form = self._link(entry.traditional, entry.simplified, 12.5 * self.fonts.scale)
        return self._paragraph(f"{form}&nbsp; {pinyin}&nbsp; {escape(gloss)}{more}", 3)

    def _others(self, answer: Answer) -> Iterator[str]:
        if answer.others:
            size = f"font-size:{8.5 * self.fonts.scale:.1f}pt;color:{self.settings.theme.quiet_ink}"
            heading = tr(answer.heading, character=answer.at)
            label = f'<span style="{size}">{escape(heading.upper())}</span>'
            yield self._paragraph(label, 9 if answer.entries or answer.gloss else 2)
        run = not answer.entries and answer.word is None
        yield from self._lines(answer.others, _OTHERS_OF_RUN if run else _OTHERS)

    def _notes(self, word: Word | None) -> Iterator[str]:
        if word is not None and word.regional is not None:
            told = tr(
                "{word} is called {form} {reading}",
                word=word.written(word.regional.script),
                form=word.regional.form,
                reading=" ".join(word.regional.reading),
            )
            yield self._quiet(escape(told))
        if word is not None and word.guessed:
            doubts = tr(" and ").join(tr(_DOUBTS[guess]) for guess in word.guessed)
            told = tr("Not sure: {doubts}", doubts=doubts)
            yield self._paragraph(self._coloured(told, self.settings.theme.doubt), 5)

    def _characters(
        self, pairs: Sequence[tuple[str, str]], script: Script, points: float, colour: str
    ) -> str:
        """Write one form; of several characters each is a link to what it means alone."""
        which = 0 if script is Script.TRADITIONAL else 1
        alone = len(pairs) == 1
        return "".join(
            self._hanzi(escape(pair[which]), script, points, colour)
            if alone or not is_hanzi(pair[which])
            else self._anchor(pair, self._hanzi(escape(pair[which]), script, points, colour))
            for pair in pairs
        )

    def _link(self, traditional: str, simplified: str | None, points: float) -> str:
        plain, ink = simplified or traditional, self.settings.theme.ink
        forms = self._hanzi(escape(traditional), Script.TRADITIONAL, points, ink)
        if plain != traditional:
            forms += " " + self._hanzi(
                escape(plain), Script.SIMPLIFIED, points, self.settings.theme.quiet_ink
            )
        return self._anchor((traditional, plain), forms)

    def _anchor(self, pair: tuple[str, str], text: str) -> str:
        style = f"color:{self.settings.theme.ink};text-decoration:none"
        return f'<a href="{escape(f"{WORD}:{pair[0]}|{pair[1]}")}" style="{style}">{text}</a>'

    def _hanzi(self, text: str, script: Script, points: float, colour: str) -> str:
        family = self.fonts.family(script, self.variety).replace("'", "")
        style = f"font-family:'{family}';font-size:{points:.1f}pt;color:{colour}"
        return f'<span style="{escape(style)}">{text}</span>'

    def _coloured(self, html: str, colour: str) -> str:
        return f'<span style="color:{colour}">{html}</span>'

    def _quiet(self, html: str) -> str:
        return self._paragraph(self._coloured(html, self.settings.theme.quiet_ink))

    def _paragraph(self, html: str, above: int = 2) -> str:
        return f'<p style="margin:{above}px 0 0 0">{html}</p>'


def forms_of(link: str) -> tuple[str, str] | None:
    """Give the traditional and the simplified form that a link of the card leads to."""
    kind, _, target = link.partition(":")
    traditional, _, simplified = target.partition("|")
    return (traditional, simplified) if kind == WORD and traditional and simplified else None


def _pairs(traditional: str, simplified: str) -> list[tuple[str, str]]:
    """Give the characters of both forms side by side; all in one where they do not correspond."""
    if len(traditional) != len(simplified):
        return [(traditional, simplified)]
    return list(zip(traditional, simplified, strict=True))


def _cut(gloss: str, longest: int) -> str:
    """Cut a gloss between two words, so that it fits into its line."""
    if len(gloss) <= longest:
        return gloss
    head = gloss[:longest]
    end = head.rfind(" ")
    return f"{head[: end if end > 0 else longest - 1].rstrip(' ,;(')} …"

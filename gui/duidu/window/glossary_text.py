"""The glossary as rich text. Whatever comes from a text or a dictionary is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from duidu.dictionary.entry import Entry
from duidu.dictionary.gloss import MENTION, gloss_of
from duidu.language.model import Script, Variety
from duidu.page.fonts import HanziFonts
from duidu.page.theme import Theme
from duidu.page.tongue import tr
from duidu.window.headword import Headword, Sentence

# What the links of the text are called: their target follows the colon.
WORD, PLACE, BACK = "word", "place", "back"
_NO_ENTRY = "The dictionary has no entry for this word."


@dataclass(frozen=True)
class GlossaryText:
    """Writes headwords in the colours of a theme and in each script's own shapes."""

    theme: Theme
    fonts: HanziFonts
    variety: Variety = Variety.TAIWAN
    point_size: float = 11

    def page(self, word: Headword, back: str = "") -> str:
        """Give the whole text of a word; `back` names the word that was shown before it."""
        entries = list(word.entries)
        own = entries.pop(0) if entries and word.agrees(entries[0]) else None
        parts = [
            self._back(back) if back else "",
            self._head(word),
            self._senses(own) if own else "",
            *(self._note(note) for note in word.notes),
            *(self._entry(entry) for entry in entries),
            "" if word.entries else self._quiet_line(tr(_NO_ENTRY)),
            *self._inside(word.inside),
            *self._sentences(word),
        ]
        return f'<div style="color:{self.theme.ink}">{"".join(parts)}</div>'

    def hint(self, text: str) -> str:
        """Give a quiet sentence for when there is no word."""
        return self._quiet_line(text)

    def _span(self, text: str, size: float, colour: str = "", script: Script | None = None) -> str:
        style = f"font-size:{self.point_size * self.fonts.scale * size:.1f}pt;"
        if colour:
            style += f"color:{colour};"
        if script is not None:
            family = self.fonts.family(script, self.variety).replace("'", "")
            style += f"font-family:'{family}';"
        return f'<span style="{escape(style)}">{text}</span>'

    def _forms(self, traditional: str, simplified: str, size: float) -> str:
        """Give both forms, each in its own shapes; the second one tells what differs."""
        first = self._span(escape(traditional), size, "", Script.TRADITIONAL)
        if traditional == simplified:
            return first
        marked = self._differing(traditional, simplified)
        second = self._span(marked, size * 0.8, self.theme.quiet_ink, Script.SIMPLIFIED)
        return f"{first}&nbsp; {second}"

    def _differing(self, traditional: str, simplified: str) -> str:
        if len(traditional) != len(simplified):
            return escape(simplified)
        accent = f'<span style="color:{self.theme.accent}">{{}}</span>'
        return "".join(
            escape(char) if char == other else accent.format(escape(char))
            for other, char in zip(traditional, simplified, strict=True)
        )

    def _head(self, word: Headword) -> str:
        reading = self._span(escape(word.reading), 1.35, self.theme.ruby)
        forms = self._forms(word.traditional, word.simplified, 2.4)
        shown = f'<p style="margin:2px 0 6px 0">{reading}</p>' if word.reading else ""
        return f'<p style="margin:6px 0 0 0">{forms}</p>{shown}'

    def _entry(self, entry: Entry) -> str:
        forms = self._forms(entry.traditional, entry.simplified, 1.45)
        pinyin = self._span(escape(entry.pinyin), 1.05, self.theme.ruby)
        return f'<p style="margin:14px 0 2px 0">{forms}&nbsp; {pinyin}</p>{self._senses(entry)}'

    def _senses(self, entry: Entry) -> str:
        senses = [self._linked(sense) for sense in entry.senses]
        if len(senses) == 1:
            told = f'<p style="margin:2px 0">{senses[0]}</p>'
        else:
            rows = "".join(self._row(number, sense) for number, sense in enumerate(senses, 1))
            told = f'<table cellspacing="0" cellpadding="0" width="100%">{rows}</table>'
        return told + self._taiwan(entry) + self._classifiers(entry)

    def _row(self, number: int, sense: str) -> str:
        quiet = f'width="26" style="color:{self.theme.quiet_ink};padding-top:3px"'
        return f'<tr><td {quiet}>{number}</td><td style="padding-top:3px">{sense}</td></tr>'

    def _linked(self, sense: str) -> str:
        """Escape a sense and make the words that it mentions links."""
        parts, last = [], 0
        for match in MENTION.finditer(sense):
            parts.append(escape(sense[last : match.start()]))
            parts.append(self._mention(match["traditional"], match["simplified"]))
            last = match.end()
        return "".join([*parts, escape(sense[last:])])

    def _mention(self, traditional: str, simplified: str | None) -> str:
        plain = simplified or traditional
        forms = self._forms_of_mention(traditional, plain)
        return self._link(f"{WORD}:{traditional}|{plain}", forms)

    def _forms_of_mention(self, traditional: str, simplified: str) -> str:
        first = self._span(escape(traditional), 1.1, "", Script.TRADITIONAL)
        if traditional == simplified:
            return first
        return f"{first} {self._span(escape(simplified), 1.1, '', Script.SIMPLIFIED)}"

    def _link(self, target: str, text: str) -> str:
        style = f"color:{self.theme.ink};text-decoration:none"
        return f'<a href="{escape(target)}" style="{style}">{text}</a>'

    def _taiwan(self, entry: Entry) -> str:
        if not entry.taiwan:
            return ""
        return self._quiet_line(tr("In Taiwan also read {reading}", reading=" ".join(entry.taiwan)))

    def _classifiers(self, entry: Entry) -> str:
        if not entry.classifiers:
            return ""
        listed = ", ".join(
            f"{self._mention(one.traditional, one.simplified)} {escape(one.pinyin)}"
            for one in entry.classifiers
        )
        return self._quiet_html(tr("Counted with {listed}", listed=listed))

    def _note(self, note: str) -> str:
        text = self._span(escape(note), 0.95, self.theme.doubt)
        return f'<p style="margin:8px 0 0 0">{text}</p>'

    def _quiet_line(self, text: str) -> str:
        return self._quiet_html(escape(text))

    def _quiet_html(self, html: str) -> str:
        text = self._span(html, 0.95, self.theme.quiet_ink)
        return f'<p style="margin:4px 0 2px 0">{text}</p>'

    def _label(self, text: str) -> str:
        label = self._span(escape(text.upper()), 0.85, self.theme.quiet_ink)
        return f'<p style="margin:22px 0 4px 0">{label}</p>'

    def _back(self, word: str) -> str:
        text = self._span(f"← {escape(word)}", 0.95, self.theme.accent)
        return f'<p style="margin:0 0 2px 0">{self._link(f"{BACK}:", text)}</p>'

    def _inside(self, entries: tuple[Entry, ...]) -> Iterator[str]:
        if entries:
            yield self._label(tr("Inside"))
        for entry in entries:
            forms = self._forms(entry.traditional, entry.simplified, 1.3)
            link = self._link(f"{WORD}:{entry.traditional}|{entry.simplified}", forms)
            pinyin = self._span(escape(entry.pinyin), 1, self.theme.ruby)
            yield f'<p style="margin:8px 0 0 0">{link}&nbsp; {pinyin}<br>'
            yield f"{escape(gloss_of((entry,)))}</p>"

    def _sentences(self, word: Headword) -> Iterator[str]:
        if not word.sentences:
            return
        here = tr("In this section")
        if word.occurrences > 1:
            here += f" · {tr('{count} times', count=word.occurrences)}"
        yield self._label(here)
        for sentence in word.sentences:
            text = self._span(self._marked(sentence), 1.15, "", sentence.script)
            target = f"{PLACE}:{sentence.paragraph},{sentence.index}"
            yield f'<p style="margin:6px 0 0 0">{self._link(target, text)}</p>'

    def _marked(self, sentence: Sentence) -> str:
        before, word = sentence.text[: sentence.start], sentence.text[sentence.start : sentence.end]
        accent = f'<span style="color:{self.theme.accent}">{escape(word)}</span>'
        return f"{escape(before)}{accent}{escape(sentence.text[sentence.end :])}"

"""What the program is, and a sheet of its keys."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from duidu import __version__
from duidu.dictionary.store import Release
from duidu.page.tongue import tr
from duidu.window.icons import names_alone

_WHAT = (
    "A reader for Chinese that shows one text in both scripts, word by word. <i>Duìdú</i> means to"
    " read one text against another."
)
_ADDRESS = re.compile(r"(https://[^\s,]+)")
CREDITS = (
    ("jieba", "word counts", "MIT"),
    ("OpenCC (opencc-python-reimplemented)", "conversion", "Apache 2.0"),
    ("pypinyin", "readings of what no dictionary has", "MIT"),
    ("Noto Sans CJK", "the hanzi where the system has none", "SIL Open Font License 1.1"),
    ("Qt for Python", "the window", "LGPL 3.0"),
    ("lxml, trafilatura, charset-normalizer, platformdirs", "opening files", "BSD, Apache, MIT"),
)
# Keys of the page itself, which are no actions because they only count there.
PAGE_KEYS = (
    ("→  ←", "Next word, word before"),
    ("Enter", "Pin the marked word in the glossary"),
    ("↓  ↑  Space  PgDown  PgUp  Home  End", "Move over the page"),
    ("Tab", "From one column to the other"),
    ("P", "Pin the card of a word, or let it go (also Ctrl and a click on the word)"),
    ("Backspace", "In the card, back to the word before"),
    ("Esc", "Close the card of a word"),
    ("Shift+→  Shift+←", "Select characters and look them up"),
)


class Sheet(QDialog):
    """A text to read and to close again."""

    def __init__(self, title: str, html: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.browser = QTextBrowser()
        self.browser.setObjectName("sheet")
        self.browser.setAccessibleName(title)
        self.browser.setOpenExternalLinks(True)
        self.browser.setHtml(html)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        names_alone(buttons)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.browser)
        layout.addWidget(buttons)
        self.resize(520, 480)


def about_text(release: Release) -> str:
    """Say version, licence, dictionary and credits."""
    credits = "<br>".join(
        escape(tr("{name}: {what} ({licence})", name=name, what=tr(what), licence=licence))
        for name, what, licence in CREDITS
    )
    return (
        f"<h2>{tr('Duidu 對讀')} {escape(__version__)}</h2>"
        f"<p>{tr(_WHAT)}</p>"
        f"<p>{tr('Duidu is free software under the MIT licence.')}</p>"
        f"<h3>{tr('Dictionary')}</h3>"
        f"<p>{_told(release)}<br>"
        f"{tr('Licence: {licence}', licence=_linked(release.licence))}<br>"
        f"{tr('Source: {source}', source=_linked(release.source))}</p>"
        f"<h3>{tr('With thanks to')}</h3><p>{credits}</p>"
    )


def _told(release: Release) -> str:
    return tr(
        "{name}, release of {date}, {entries:,} entries",
        name=escape(release.name),
        date=escape(release.date),
        entries=release.entries,
    )


def _linked(text: str) -> str:
    """Escape a text and make its addresses links."""
    return _ADDRESS.sub(r'<a href="\1">\1</a>', escape(text))


def keys_text(actions: Iterable[QAction]) -> str:
    """List every action that has a key, and the keys of the page."""
    rows = [(_keys(action), action.statusTip()) for action in actions if action.shortcuts()]
    here = [(keys, tr(what)) for keys, what in PAGE_KEYS]
    return (
        f"<h3>{tr('On the page')}</h3>{_table(here)}"
        f"<h3>{tr('Everywhere in the window')}</h3>{_table(rows)}"
    )


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(shortcut.toString(native) for shortcut in action.shortcuts())


def _table(rows: Iterable[tuple[str, str]]) -> str:
    cells = "".join(
        f'<tr><td style="padding:2px 18px 2px 0"><b>{escape(keys)}</b></td>'
        f'<td style="padding:2px 0">{escape(what)}</td></tr>'
        for keys, what in rows
    )
    return f"<table>{cells}</table>"

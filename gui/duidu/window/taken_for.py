"""What a text is taken for: script, variety, encoding, as detected or as the reader says."""

from __future__ import annotations

from PySide6.QtCore import QObject

from duidu.language.model import Script
from duidu.page.tongue import tr
from duidu.window.choices import Choice, Option
from duidu.window.loading import Source
from duidu.window.reading import Reading
from duidu.window.status import VARIETY_NAMES

# Python's names, and what readers know them by.
ENCODINGS = (
    ("utf-8", "UTF-8 (Unicode)"),
    ("gb18030", "GB18030, GBK, GB2312 (Mainland)"),
    ("big5", "Big5 (Taiwan)"),
    ("big5hkscs", "Big5-HKSCS (Hong Kong)"),
    ("utf-16", "UTF-16"),
    ("hz", "HZ"),
)


class TakenFor(QObject):
    """Three choices about the open text; each of them opens it again."""

    def __init__(self, reading: Reading, parent: QObject) -> None:
        super().__init__(parent)
        self.script = Choice(tr("Scr&ipt of the Text"), _script_options(), self)
        self.variety = Choice(tr("&Variety of Traditional"), _variety_options(), self)
        self.encoding = Choice(tr("Encoding of the &File"), _encoding_options(), self)
        self.script.chosen.connect(lambda value: reading.reopen(script=value))
        self.variety.chosen.connect(lambda value: reading.reopen(variety=value))
        self.encoding.chosen.connect(lambda value: reading.reopen(encoding=value))
        self.show_source(None)

    def show_source(self, source: Source | None) -> None:
        """Mark what is overruled for the open text; without one nothing can be chosen."""
        shown = source or Source()
        self.script.show_value(shown.script)
        self.variety.show_value(shown.variety)
        self.encoding.show_value(shown.encoding)
        self.script.enable(source is not None)
        self.variety.enable(source is not None)
        self.encoding.enable(source is not None and source.stands_elsewhere)


def _script_options() -> tuple[Option, ...]:
    return (
        Option(None, tr("As &Detected"), tr("Tell the script by the text")),
        Option(
            Script.TRADITIONAL,
            tr("&Traditional"),
            tr("The text is written in traditional script"),
        ),
        Option(
            Script.SIMPLIFIED, tr("&Simplified"), tr("The text is written in simplified script")
        ),
    )


def _variety_options() -> tuple[Option, ...]:
    return (
        Option(None, tr("As &Detected"), tr("Tell the variety by the text")),
        *(
            Option(
                variety,
                tr(name),
                tr("Write the traditional side as in the {name} standard", name=tr(name)),
            )
            for variety, name in VARIETY_NAMES.items()
        ),
    )


def _encoding_options() -> tuple[Option, ...]:
    return (
        Option(None, tr("As &Detected"), tr("Tell the encoding by the file")),
        *(
            Option(name, tr(shown), tr("Read the file as {name}", name=tr(shown)))
            for name, shown in ENCODINGS
        ),
    )

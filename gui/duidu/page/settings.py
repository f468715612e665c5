"""How the reader wants the page: one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from duidu.language.model import Script
from duidu.page.fonts import Face
from duidu.page.theme import LIGHT, Theme


class Columns(StrEnum):
    """Which columns the page shows."""

    BOTH = "both"
    TRADITIONAL = "traditional"
    SIMPLIFIED = "simplified"

    def shows(self, script: Script) -> bool:
        """Say whether the column of a script is on the page."""
        return self is Columns.BOTH or self.value == script.value


class RubyKind(StrEnum):
    """How readings are written."""

    PINYIN = "pinyin"
    ZHUYIN = "zhuyin"


class RubyFor(StrEnum):
    """Which words have their reading above them."""

    ALL = "all"
    ABOVE_LEVEL = "above level"
    DOUBTFUL = "doubtful"


class ToneColours(StrEnum):
    """What is written in the colours of the tones."""

    OFF = "off"
    RUBY = "readings"
    HANZI = "hanzi"


class Arrangement(StrEnum):
    """How the two columns stand to each other."""

    BESIDE = "beside"
    STACKED = "stacked"


class CardDelay(StrEnum):
    """How long the pointer rests on a word before its card comes: milliseconds, or a key."""

    AT_ONCE = "0"
    SHORT = "50"
    MEDIUM = "150"
    LONG = "300"
    SHIFT = "shift"

    @property
    def milliseconds(self) -> int:
        """The time to wait; none for who asks with the Shift key."""
        return 0 if self is CardDelay.SHIFT else int(self)


@dataclass(frozen=True)
class CardSettings:
    """When the card of a word comes, and where it stands while it is pinned.

    `place` is the offset of its corner from that of the page, in pixels, or None until the reader
    has moved it.
    """

    delay: CardDelay = CardDelay.SHORT
    place: tuple[int, int] | None = None


@dataclass(frozen=True)
class PageSettings:
    """The look of the page. `point_size` is that of body text.

    `first_share` is the share of the width that the first column has; `line_height` is in ems of
    the body, `longest_line` in hanzi; `ruby_level` is the level of the HSK up to which a word has
    no reading, where only those above it have.

    With `sandhi` the syllables of 一 and 不 are shown as they are spoken, in another colour.
    """

    theme: Theme = LIGHT
    point_size: float = 16
    ruby: bool = True
    sandhi: bool = False
    ruby_kind: RubyKind = RubyKind.PINYIN
    ruby_for: RubyFor = RubyFor.ALL
    ruby_level: int = 3
    tone_colours: ToneColours = ToneColours.OFF
    tone_scheme: str = "pleco"
    face: Face = Face.SONG
    line_height: float = 2.2
    longest_line: int = 42
    indent: bool = False
    arrangement: Arrangement = Arrangement.BESIDE
    first_share: float = 0.5
    columns: Columns = Columns.BOTH
    traditional_left: bool = True
    doubts: bool = True
    differences: bool = False
    furniture_open: bool = False
    card: CardSettings = CardSettings()

"""What the reader chose for the window: one frozen value, kept in an INI file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QSettings, Signal

from duidu.folders import preferences_folder
from duidu.page.fonts import Face
from duidu.page.settings import (
    Arrangement,
    CardDelay,
    CardSettings,
    Columns,
    PageSettings,
    RubyFor,
    RubyKind,
    ToneColours,
)
from duidu.page.theme import DARK, LIGHT, THEMES, Theme
from duidu.page.tones import SCHEMES
from duidu.page.tongue import Tongue

Number = TypeVar("Number", int, float)
RECENT_FILES = 10
SMALLEST_POINT_SIZE = 8.0
LARGEST_POINT_SIZE = 48.0
# The least and the most of what can be chosen: levels of the HSK, ems, hanzi on a line.
LEVELS = 1, 6
LINE_HEIGHTS = 1.9, 3.2
LONGEST_LINES = 16, 60
SHARES = 0.2, 0.8
# No page is so many pixels wide or high.
_FARTHEST = 100_000


class ThemeChoice(StrEnum):
    """The colours that the reader asks for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    SEPIA = "sepia"
    DARK = "dark"

    def theme(self, system_is_dark: bool) -> Theme:
        """Give the theme that this choice means."""
        if self is ThemeChoice.SYSTEM:
            return DARK if system_is_dark else LIGHT
        return THEMES[self.value]


class TongueChoice(StrEnum):
    """The language of the window that the reader asks for; SYSTEM follows the desktop."""

    SYSTEM = "system"
    ENGLISH = "en"
    SIMPLIFIED = "zh-Hans"
    TRADITIONAL = "zh-Hant"

    def tongue(self, system: Iterable[str]) -> Tongue:
        """Give the language that this choice means; `system` are the desktop's, the best first.

        They are named as in "zh-Hant-HK", "zh-TW" or "en-GB". One that the window does not speak
        is passed over.
        """
        if self is not TongueChoice.SYSTEM:
            return Tongue(self.value)
        for name in system:
            language, *others = name.replace("_", "-").split("-")
            if language == "en":
                return Tongue.ENGLISH
            if language == "zh":
                traditional = {"Hant", "TW", "HK", "MO"} & {*others} and "Hans" not in others
                return Tongue.TRADITIONAL if traditional else Tongue.SIMPLIFIED
        return Tongue.ENGLISH


@dataclass(frozen=True)
class Preferences:
    """The reader's choices. `recent` holds absolute paths, the newest first.

    `keys` holds the actions whose keys the reader changed: the name, a tab, the keys. `card_place`
    is where a pinned card stands, in pixels from the page's corner, once it was moved.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    interface: TongueChoice = TongueChoice.SYSTEM
    point_size: float = 16.0
    ruby: bool = True
    columns: Columns = Columns.BOTH
    traditional_left: bool = True
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
    doubts: bool = True
    differences: bool = False
    taiwan_readings: bool = False
    regional_words: bool = False
    furniture_open: bool = False
    glossary: bool = True
    letter_keys: bool = True
    keys: tuple[str, ...] = ()
    card_delay: CardDelay = CardDelay.SHORT
    card_place: tuple[int, int] | None = None
    recent: tuple[str, ...] = ()
    geometry: bytes = b""
    state: bytes = b""

    def page_settings(self, system_is_dark: bool) -> PageSettings:
        """Give the look of the page that these choices mean."""
        return PageSettings(
            theme=self.theme.theme(system_is_dark),
            point_size=self.point_size,
            ruby=self.ruby,
            sandhi=self.sandhi,
            ruby_kind=self.ruby_kind,
            ruby_for=self.ruby_for,
            ruby_level=self.ruby_level,
            tone_colours=self.tone_colours,
            tone_scheme=self.tone_scheme,
            face=self.face,
            line_height=self.line_height,
            longest_line=self.longest_line,
            indent=self.indent,
            arrangement=self.arrangement,
            first_share=self.first_share,
            columns=self.columns,
            traditional_left=self.traditional_left,
            doubts=self.doubts,
            differences=self.differences,
            furniture_open=self.furniture_open,
            card=CardSettings(self.card_delay, self.card_place),
        )

    def with_recent(self, path: Path) -> Preferences:
        """Put a file at the head of the recent ones, once."""
        newest = str(path.absolute())
        others = [entry for entry in self.recent if entry != newest]
        return replace(self, recent=(newest, *others)[:RECENT_FILES])

    def without_recent(self, path: Path) -> Preferences:
        """Take a file out of the recent ones."""
        gone = str(path.absolute())
        return replace(self, recent=tuple(entry for entry in self.recent if entry != gone))

    def chosen_keys(self) -> dict[str, str]:
        """Give the keys that the reader chose: by the action's name, with "; " between several."""
        pairs = (line.partition("\t") for line in self.keys)
        return {name: keys for name, _, keys in pairs}

    def resized(self, step: float) -> Preferences:
        """Make the text bigger or smaller, within what can be read."""
        size = min(LARGEST_POINT_SIZE, max(SMALLEST_POINT_SIZE, self.point_size + step))
        return replace(self, point_size=size)


def default_path() -> Path:
    """Give the file that keeps the choices of this person."""
    return preferences_folder() / "duidu.ini"


class PreferenceStore(QObject):
    """Keeps the preferences, and tells when they change.

    Without a path nothing is read or written. What the file has wrong is left at its default.
    """

    changed = Signal(object)  # Preferences

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self._file = QSettings(str(path), QSettings.Format.IniFormat) if path else None
        self._value = _read(self._file) if self._file else Preferences()

    @property
    def value(self) -> Preferences:
        """The choices as they are now."""
        return self._value

    def update(self, **changes: object) -> None:
        """Change single choices; the names are those of `Preferences`."""
        self.put(replace(self._value, **changes))  # type: ignore[arg-type]

    def put(self, value: Preferences) -> None:
        """Take a whole value, keep it and tell about it."""
        if value == self._value:
            return
        self._value = value
        if self._file is not None:
            _write(self._file, value)
        self.changed.emit(value)


def _read(file: QSettings) -> Preferences:
    values = {}
    for field in fields(Preferences):
        stored = file.value(field.name)
        if stored is None:
            continue
        try:
            values[field.name] = _PARSERS[field.name](str(stored))
        except (ValueError, KeyError):
            continue
    return Preferences(**values)  # type: ignore[arg-type]


def _write(file: QSettings, value: Preferences) -> None:
    for field in fields(Preferences):
        file.setValue(field.name, _stored(getattr(value, field.name)))
    file.sync()


def _stored(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def _flag(text: str) -> bool:
    return {"yes": True, "no": False}[text]


def _point_size(text: str) -> float:
    size = float(text)
    if not SMALLEST_POINT_SIZE <= size <= LARGEST_POINT_SIZE:
        raise ValueError(text)
    return size


def _within(value: Number, bounds: tuple[Number, Number]) -> Number:
    if not bounds[0] <= value <= bounds[1]:
        raise ValueError(value)
    return value


def _refuse(text: str) -> str:
    raise ValueError(text)


def _paths(text: str) -> tuple[str, ...]:
    if "\0" in text:
        raise ValueError(text)
    return tuple(path for path in text.split("\n") if path)


def _card_place(text: str) -> tuple[int, int]:
    x, y = (int(number) for number in text.split("\n"))
    if not (0 <= x <= _FARTHEST and 0 <= y <= _FARTHEST):
        raise ValueError(text)
    return x, y


_PARSERS: dict[str, Callable[[str], object]] = {
    "theme": ThemeChoice,
    "interface": TongueChoice,
    "point_size": _point_size,
    "ruby": _flag,
    "columns": Columns,
    "traditional_left": _flag,
    "doubts": _flag,
    "differences": _flag,
    "taiwan_readings": _flag,
    "regional_words": _flag,
    "sandhi": _flag,
    "ruby_kind": RubyKind,
    "ruby_for": RubyFor,
    "ruby_level": lambda text: _within(int(text), LEVELS),
    "tone_colours": ToneColours,
    "tone_scheme": lambda text: text if text in SCHEMES else _refuse(text),
    "face": Face,
    "line_height": lambda text: _within(float(text), LINE_HEIGHTS),
    "longest_line": lambda text: _within(int(text), LONGEST_LINES),
    "indent": _flag,
    "arrangement": Arrangement,
    "first_share": lambda text: _within(float(text), SHARES),
    "furniture_open": _flag,
    "glossary": _flag,
    "letter_keys": _flag,
    "keys": lambda text: tuple(line for line in text.split("\n") if "\t" in line),
    "card_delay": CardDelay,
    "card_place": _card_place,
    "recent": lambda text: _paths(text)[:RECENT_FILES],
    "geometry": bytes.fromhex,
    "state": bytes.fromhex,
}

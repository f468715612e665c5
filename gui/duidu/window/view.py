"""How the window and the page look: the reader's preferences, and the actions that change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from duidu.page.settings import CardDelay, Columns, PageSettings
from duidu.page.tongue import tr
from duidu.window.actions import Actions
from duidu.window.choices import Choice, Option
from duidu.window.preferences import Preferences, PreferenceStore, ThemeChoice, TongueChoice

_STEP = 1.0
# Actions that are checked or not, and the preference that each of them is.
_SWITCHES = {
    "pinyin": "ruby",
    "doubts": "doubts",
    "differences": "differences",
    "furniture": "furniture_open",
    "swap": "traditional_left",
    "glossary": "glossary",
    "taiwan_readings": "taiwan_readings",
    "regional_words": "regional_words",
    "sandhi": "sandhi",
}


class View(QObject):
    """Keeps actions and preferences alike, and tells how the page is to look.

    `theme` overrules the preference until the reader chooses a theme.
    """

    changed = Signal(object)  # PageSettings

    def __init__(
        self,
        store: PreferenceStore,
        actions: Actions,
        theme: ThemeChoice | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._actions = actions
        self._overruled = theme
        self.columns = _columns_choice(self)
        self.themes = _themes_choice(self)
        self.delays = _delays_choice(self)
        self.tongues = _tongues_choice(self)
        self._connect()
        self._show(store.value)

    @property
    def settings(self) -> PageSettings:
        """How the page is to look."""
        return self._chosen.page_settings(system_is_dark())

    @property
    def overruled(self) -> ThemeChoice | None:
        """The theme that holds instead of the preference, or None."""
        return self._overruled

    @property
    def _chosen(self) -> Preferences:
        if self._overruled is None:
            return self._store.value
        return replace(self._store.value, theme=self._overruled)

    def zoom(self, steps: int) -> None:
        """Make the text bigger, or smaller."""
        self._store.put(self._store.value.resized(steps * _STEP))

    def change_theme(self) -> None:
        """Change from light to dark, or from dark to light."""
        self.choose_theme(ThemeChoice.LIGHT if self.settings.theme.dark else ThemeChoice.DARK)

    def choose_theme(self, theme: ThemeChoice) -> None:
        """Take the reader's choice of a theme."""
        self._overruled = None
        self._store.update(theme=theme)
        self._show(self._store.value)

    def _connect(self) -> None:
        self._actions.connect_all(
            {
                "bigger": lambda: self.zoom(1),
                "smaller": lambda: self.zoom(-1),
                "usual_size": lambda: self._store.update(point_size=Preferences().point_size),
                "theme": self.change_theme,
            }
        )
        for name, preference in _SWITCHES.items():
            self._actions.on(name).toggled.connect(self._switch(preference))
        self.columns.chosen.connect(lambda columns: self._store.update(columns=columns))
        self.themes.chosen.connect(self.choose_theme)
        self.delays.chosen.connect(lambda delay: self._store.update(card_delay=delay))
        self.tongues.chosen.connect(lambda chosen: self._store.update(interface=chosen))
        self._store.changed.connect(self._show)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def _switch(self, preference: str) -> Callable[[bool], None]:
        return lambda checked: self._store.update(**{preference: checked})

    def _show(self, preferences: Preferences) -> None:
        for name, preference in _SWITCHES.items():
            self._actions.on(name).setChecked(getattr(preferences, preference))
        self.columns.show_value(preferences.columns)
        self.themes.show_value(self._chosen.theme)
        self._actions.take_keys(preferences.chosen_keys(), preferences.letter_keys)
        self.delays.show_value(preferences.card_delay)
        self.tongues.show_value(preferences.interface)
        self.changed.emit(self.settings)

    def _on_scheme_changed(self) -> None:
        self.changed.emit(self.settings)


def system_is_dark() -> bool:
    """Tell whether the desktop asks for dark colours."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _columns_choice(parent: QObject) -> Choice:
    options = (
        Option(Columns.BOTH, tr("&Both Columns"), tr("Show both columns"), "Ctrl+1", "繁 | 简"),
        Option(
            Columns.TRADITIONAL,
            tr("&Traditional"),
            tr("Show the traditional column"),
            "Ctrl+2",
            "繁",
        ),
        Option(
            Columns.SIMPLIFIED,
            tr("&Simplified"),
            tr("Show the simplified column"),
            "Ctrl+3",
            "简",
        ),
    )
    return Choice(tr("&Columns"), options, parent)


def _themes_choice(parent: QObject) -> Choice:
    options = (
        Option(ThemeChoice.SYSTEM, tr("As the &System"), tr("Light or dark as the desktop is")),
        Option(ThemeChoice.LIGHT, tr("&Light"), tr("Dark ink on light paper")),
        Option(ThemeChoice.SEPIA, tr("S&epia"), tr("Brown ink on paper like that of old books")),
        Option(ThemeChoice.DARK, tr("&Dark"), tr("Light ink on dark paper")),
    )
    return Choice(tr("&Theme"), options, parent)


def _delays_choice(parent: QObject) -> Choice:
    at_once = tr("Show the card of a word at once when the pointer has come to it")
    later = "Show the card of a word {time} milliseconds after the pointer has come to it"
    with_shift = tr("Show the card only while Shift is held")
    options = (
        Option(CardDelay.AT_ONCE, tr("&At Once"), at_once),
        Option(CardDelay.SHORT, tr("After &50 ms"), tr(later, time=50)),
        Option(CardDelay.MEDIUM, tr("After &150 ms"), tr(later, time=150)),
        Option(CardDelay.LONG, tr("After &300 ms"), tr(later, time=300)),
        Option(CardDelay.SHIFT, tr("With the &Shift Key"), with_shift),
    )
    return Choice(tr("Card of a &Word"), options, parent)


def _tongues_choice(parent: QObject) -> Choice:
    options = (
        Option(TongueChoice.SYSTEM, tr("As the &System"), tr("Speak as the desktop does")),
        # Each language is called as it calls itself, so that it is found in any other.
        Option(TongueChoice.ENGLISH, "English", "Speak English"),
        Option(TongueChoice.SIMPLIFIED, "简体中文", "使用简体中文"),
        Option(TongueChoice.TRADITIONAL, "繁體中文", "使用繁體中文"),
    )
    return Choice(tr("La&nguage"), options, parent)

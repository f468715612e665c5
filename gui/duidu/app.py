"""The composition root: builds the parts and hands them to each other."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication

from duidu import __version__
from duidu.dictionary.store import Dictionary
from duidu.folders import memory_path
from duidu.language.model import Script, Variety
from duidu.page.fonts import HanziFonts
from duidu.page.tongue import Tongue
from duidu.study.corrections import Corrections
from duidu.study.marks import Marks
from duidu.study.memory import KeepingError, Memory
from duidu.study.places import Places
from duidu.window.icons import application_icon
from duidu.window.loading import LanguageShelf, Source
from duidu.window.main_window import MainWindow
from duidu.window.preferences import (
    PreferenceStore,
    ThemeChoice,
    TongueChoice,
    default_path,
)
from duidu.window.screenshot import Screenshot
from duidu.window.tongues import Interpreter


def run_window(
    path: Path | None = None,
    address: str = "",
    screenshot: Path | None = None,
    size: tuple[int, int] | None = None,
    theme: str | None = None,
    script: Script | None = None,
    variety: Variety | None = None,
) -> int:
    """Open the window, with a file or a page of the web if one is given; give its exit code.

    With `screenshot` the window is saved as a picture once its first page is annotated and
    painted; the reader's preferences are neither read nor written then. Raises DuiduError where
    the dictionary is missing, or where the picture's file cannot be opened or written.
    """
    if screenshot is not None:
        _do_without_display()
    application = _application()
    store = PreferenceStore(None if screenshot else default_path())
    if screenshot is not None:
        # Pictures are the same everywhere.
        store.update(interface=TongueChoice.ENGLISH)
    theme_choice = ThemeChoice(theme) if theme else ThemeChoice.LIGHT if screenshot else None
    windows = Windows(store, theme_choice, None if screenshot else memory_path())
    window = windows.open(theme_choice)
    if size is not None:
        window.resize(*size)
    source = Source(path, address, script=script, variety=variety)
    if screenshot is not None:
        picture = Screenshot(window, screenshot)
        sys.excepthook = picture.on_fault
        return picture.take(source if source.stands_elsewhere else None)
    sys.excepthook = _teller(windows)
    window.show()
    # The window is to be seen before anything heavy is loaded.
    first = window.reading.warm
    QTimer.singleShot(0, lambda: window.open_source(source) if source.stands_elsewhere else first())
    return application.exec()


def build_window(
    store: PreferenceStore, theme: ThemeChoice | None = None, memory_file: Path | None = None
) -> MainWindow:
    """Build the main window; needs a QApplication. Raises DictionaryError.

    Without a path the reader's corrections, marks and places are kept in this process alone.
    """
    return Windows(store, theme, memory_file).open(theme)


class Windows:
    """Makes windows that share what is loaded and what is kept, and knows those that are open."""

    def __init__(
        self, store: PreferenceStore, theme: ThemeChoice | None, memory_file: Path | None
    ) -> None:
        self._fonts = HanziFonts()
        self._interpreter = Interpreter()
        self._store, self._theme = store, theme
        self._speak()
        self._dictionary = Dictionary()
        self._shelf = LanguageShelf(self._dictionary)
        memory, self._failure = _memory(memory_file)
        self._corrections = Corrections(memory)
        self._places, self._marks = Places(memory), Marks(memory)
        self._open: list[MainWindow] = []
        store.changed.connect(lambda _preferences: self._on_preferences_changed())

    def open(self, theme: ThemeChoice | None = None) -> MainWindow:
        """Make another window; what went wrong before is told in the first one.

        `theme` overrules the preference until the reader chooses a theme.
        """
        window = MainWindow(
            self._fonts,
            self._dictionary,
            self._shelf.take,
            self._store,
            self._corrections,
            self._places,
            self._marks,
            theme,
        )
        self._open.append(window)
        window.new_window_wanted.connect(lambda: self._beside(window))
        window.closed.connect(lambda: self._open.remove(window))
        window.correcting.changed.connect(lambda _told: self._tell_others(window))
        if self._failure is not None:
            window.show_failure(self._failure)
            self._failure = None
        return window

    def show_failure(self, error: BaseException) -> None:
        """Tell the reader what went wrong, in the window that they use."""
        active = [window for window in self._open if window.isActiveWindow()]
        for window in [*active, *self._open[-1:]][:1]:
            window.show_failure(error)

    @property
    def _wanted(self) -> Tongue:
        return self._store.value.interface.tongue(QLocale.system().uiLanguages())

    def _speak(self) -> None:
        """Speak the language that the reader wants, in the shapes of its script."""
        self._interpreter.speak(self._wanted)
        scripts = {Tongue.SIMPLIFIED: Script.SIMPLIFIED, Tongue.TRADITIONAL: Script.TRADITIONAL}
        self._fonts.interface = scripts.get(self._wanted)
        QApplication.setFont(self._fonts.interface_font())

    def _on_preferences_changed(self) -> None:
        if self._wanted is not self._interpreter.tongue:
            # The menu in which it was chosen goes with its window, and is to close first.
            QTimer.singleShot(0, self._speak_anew)

    def _speak_anew(self) -> None:
        """Make every window anew in the language that is wanted now."""
        if self._wanted is not self._interpreter.tongue:
            self._speak()
            for window in [*self._open]:
                self._replace(window)

    def _replace(self, old: MainWindow) -> None:
        """Make a window that has what another one has, and close that one."""
        old.whereabouts.keep()
        new = self.open(old.view.overruled)
        new.setGeometry(old.normalGeometry())
        new.restoreState(old.saveState())
        for name in ("full_screen", "sentence"):
            new.actions_by_name.on(name).setChecked(old.actions_by_name.on(name).isChecked())
        new.setWindowState(old.windowState())
        new.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        new.setVisible(old.isVisible())
        new.reading.take_over(old.reading)
        marked = old.page.current_place
        if marked is not None:
            new.page.mark_word((marked.paragraph, marked.index))
        old.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        old.close()

    def _beside(self, window: MainWindow) -> None:
        """Open a window a little lower and to the right of another."""
        another = self.open(self._theme)
        another.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        another.resize(window.size())
        another.move(window.pos() + QPoint(32, 32))
        another.show()

    def _tell_others(self, window: MainWindow) -> None:
        """Let a correction that was made in one window hold in the others."""
        for other in self._open:
            if other is not window:
                other.correcting.refresh()


def _memory(path: Path | None) -> tuple[Memory, KeepingError | None]:
    """Open the reader's memory; without it corrections hold until the window closes."""
    try:
        return Memory(path), None
    except KeepingError as error:
        return Memory(None), error


def _do_without_display() -> None:
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in shown):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _application() -> QApplication:
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(["duidu"])
    application.setApplicationName("duidu")
    application.setApplicationDisplayName("Duidu")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("duidu")
    # One look on every system, which the theme's palette reaches completely.
    application.setStyle("Fusion")
    application.setWindowIcon(application_icon())
    return application


def _teller(
    windows: Windows | MainWindow,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Give a hook that tells the reader of a fault in a slot, which Qt would swallow."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
        else:
            windows.show_failure(error)

    return tell

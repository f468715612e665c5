"""The main window, assembled from its parts."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from duidu.dictionary.store import Dictionary
from duidu.errors import DuiduError
from duidu.language.model import Script
from duidu.page.fonts import HanziFonts
from duidu.page.place import WordPlace
from duidu.page.reading_page import ReadingPage
from duidu.page.settings import PageSettings
from duidu.page.theme import Theme, palette
from duidu.page.tongue import tr
from duidu.study.corrections import Corrections
from duidu.study.marks import Marks
from duidu.study.places import Places
from duidu.window.actions import Actions
from duidu.window.announce import announce
from duidu.window.article_search import ArticleSearch
from duidu.window.correcting import Correcting
from duidu.window.dialogs import Dialogs, Shown
from duidu.window.entrance import Entrance
from duidu.window.find_bar import FindBar
from duidu.window.glossary_dock import GLOSSARY_WIDTH, GlossaryDock
from duidu.window.jobs import JobPool
from duidu.window.loading import OpenArticle, Source
from duidu.window.marking import Marking
from duidu.window.menus import ToolBar, choice_menu, fill_menu_bar
from duidu.window.message_bar import MessageBar, sentence_for
from duidu.window.preferences import PreferenceStore, ThemeChoice
from duidu.window.reading import Reading
from duidu.window.samples import samples
from duidu.window.sections import SectionBar
from duidu.window.sentence_bar import SentenceBar
from duidu.window.sentences import Sentences
from duidu.window.status import StatusLine
from duidu.window.style import style_sheet
from duidu.window.taken_for import TakenFor
from duidu.window.view import View
from duidu.window.welcome import Welcome
from duidu.window.whereabouts import Whereabouts

if TYPE_CHECKING:
    from duidu.language.annotate import Annotator, Language

_log = logging.getLogger(__name__)
_USUAL_SIZE = 1280, 820
_SMALLEST_SIZE = 400, 300
# Narrower than this, in pixels, the glossary goes below the page.
_ROOM_FOR_GLOSSARY = 860


class MainWindow(QMainWindow):
    """Shows what is open, and passes on what the reader wants."""

    new_window_wanted = Signal()
    closed = Signal()

    def __init__(
        self,
        fonts: HanziFonts,
        dictionary: Dictionary,
        language: Callable[[], Language],
        store: PreferenceStore,
        corrections: Corrections,
        places: Places,
        marks: Marks,
        theme: ThemeChoice | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.jobs = JobPool(self)
        self.actions_by_name = Actions(self)
        self.view = View(store, self.actions_by_name, theme, self)
        self.reading = Reading(self.jobs, language, self)
        self.taken_for = TakenFor(self.reading, self)
        self.entrance = Entrance(store, self)
        self.status = StatusLine()
        self.page = ReadingPage(fonts, self.view.settings, dictionary.entries)
        self.glossary = GlossaryDock(
            dictionary, fonts, self.view.settings.theme, self.page.annotated_paragraphs
        )
        self.correcting = Correcting(corrections, self.page, self)
        self.whereabouts = Whereabouts(
            places, self.reading, self.page, self.status, self.actions_by_name, self
        )
        self.marking = Marking(
            marks, self.whereabouts, self.page, self.correcting, self.actions_by_name, self
        )
        self.message = MessageBar()
        self.search = ArticleSearch(self.reading, self.page, self.jobs, language, self)
        self.find_bar = FindBar(self.search)
        self.section_bar = SectionBar()
        self.sentence = SentenceBar(fonts, self.view.settings.theme)
        self.sentences = Sentences(
            self.reading, self.page, self.sentence, self.actions_by_name, self
        )
        self.dialogs = Dialogs(self._shown(fonts, dictionary, language, corrections), self)
        self._theme: Theme | None = None
        self._build()
        self._connect()
        self._apply(self.view.settings)
        self._on_closed()
        self._restore()

    def open_source(self, source: Source) -> None:
        """Open something where it was left; what is open stays until it is there."""
        self.reading.open(source)

    def show_failure(self, error: BaseException) -> None:
        """Tell the reader what went wrong; what is no fault of the input goes to the log too."""
        if not isinstance(error, DuiduError):
            _log.error("an unexpected fault", exc_info=error)
        self.message.show_error(sentence_for(error))

    def _shown(
        self,
        fonts: HanziFonts,
        dictionary: Dictionary,
        language: Callable[[], Language],
        corrections: Corrections,
    ) -> Shown:
        return Shown(
            fonts,
            dictionary,
            language,
            self.store,
            corrections,
            self.actions_by_name,
            self.view,
            self.reading,
            self.entrance,
            self.correcting,
            self.jobs,
        )

    def _build(self) -> None:
        self.setWindowTitle("Duidu")
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.setAcceptDrops(True)
        on = self.actions_by_name.on
        self.welcome = Welcome([on("open"), on("paste")], samples())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.page)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.message, self._stack, self.sentence, self.find_bar, self.section_bar):
            layout.addWidget(part, 1 if part is self._stack else 0)
        self.setCentralWidget(centre)
        self._place_glossary(Qt.DockWidgetArea.RightDockWidgetArea)
        self.setStatusBar(self.status)
        self.addToolBar(ToolBar(self.actions_by_name, self.view.columns.actions, self))
        fill_menu_bar(self.menuBar(), self.actions_by_name, self._submenus())

    def _submenus(self) -> dict[str, QMenu]:
        choices = {
            "columns": self.view.columns,
            "themes": self.view.themes,
            "delays": self.view.delays,
            "tongues": self.view.tongues,
            "script": self.taken_for.script,
            "variety": self.taken_for.variety,
            "encoding": self.taken_for.encoding,
            "colours": self.marking.colours,
        }
        menus = {name: choice_menu(choice, self) for name, choice in choices.items()}
        return menus | {
            "recent": self.entrance.recent_menu,
            "samples": self.entrance.samples_menu,
        }

    def _connect(self) -> None:
        self._connect_actions()
        self.reading.opening.connect(self._on_opening)
        self.reading.progressed.connect(self._on_progressed)
        self.reading.opened.connect(self._on_opened)
        self.reading.failed.connect(self._on_open_failed)
        self.reading.cancelled.connect(self.message.progress_is_over)
        self.reading.section_changed.connect(self._on_section_changed)
        self.reading.closed.connect(self._on_closed)
        self.entrance.wanted.connect(self.open_source)
        self.entrance.refused.connect(self.message.show_error)
        self.welcome.file_chosen.connect(self.entrance.open_path)
        self.section_bar.wanted.connect(self.reading.go_to)
        self.message.focus_released.connect(self._focus_page)
        self.find_bar.closed.connect(self._focus_page)
        self.page.escaped.connect(self.find_bar.close_bar)
        self.search.failed.connect(self.show_failure)
        self.view.changed.connect(self._apply)
        for name in ("taiwan_readings", "regional_words"):
            self.actions_by_name.on(name).toggled.connect(self._annotate_anew)
        self.page.word_pinned.connect(self._on_pinned)
        self.page.annotated.connect(self._on_annotated)
        self.page.failed.connect(self.show_failure)
        self.page.zoom_wanted.connect(self.view.zoom)
        self.page.shared.connect(lambda share: self.store.update(first_share=share))
        self.page.card.moved.connect(lambda x, y: self.store.update(card_place=(x, y)))
        self.page.furniture_toggled.connect(self._on_furniture_toggled)
        self.correcting.changed.connect(self._on_corrected)
        for part in (self.correcting, self.whereabouts, self.marking, self.sentences):
            part.failed.connect(self.show_failure)
        self.marking.told.connect(self._tell_shortly)
        self.dialogs.exported.connect(self._on_exported)
        self.glossary.place_wanted.connect(self._on_place_wanted)
        self.glossary.hide_wanted.connect(lambda: self.store.update(glossary=False))

    def _connect_actions(self) -> None:
        self.actions_by_name.connect_all(
            {
                "open": self.entrance.ask,
                "open_address": self.entrance.ask_address,
                "paste": self.entrance.paste,
                "reload": self.reading.reopen,
                "close": self.reading.close,
                "new_window": self.new_window_wanted.emit,
                "quit": QApplication.closeAllWindows,
                "full_screen": self._change_full_screen,
                "next_word": self.page.next_word,
                "previous_word": self.page.previous_word,
                "pin": self.page.pin_current,
                "correct": self.correcting.correct_current,
                "undo": self.correcting.undo,
                "find": self.find_bar.open,
                "find_next": self.find_bar.next,
                "find_previous": self.find_bar.previous,
                "next_section": lambda: self.reading.go_to(self.reading.section + 1),
                "previous_section": lambda: self.reading.go_to(self.reading.section - 1),
                "sections": self.section_bar.open_list,
                "other_side": self._change_side,
            }
        )

    def _apply(self, settings: PageSettings) -> None:
        reading = self._has_focus(self.page)
        if settings.theme is not self._theme:
            self._recolour(settings.theme)
        if settings != self.page.settings:
            self.page.apply(settings)
        left = Script.TRADITIONAL if settings.traditional_left else Script.SIMPLIFIED
        first = left if settings.columns.shows(left) else left.other
        self.page.setFocusProxy(self.page.pane(first))
        self._show_glossary()
        if reading and not self._has_focus(self.page.pane(first)):
            # The column that had the focus may be hidden now.
            self._focus_page()

    def _recolour(self, theme: Theme) -> None:
        self._theme = theme
        self.marking.recolour(theme)
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        self.actions_by_name.recolour(theme)
        bars = (self.message, self.find_bar, self.section_bar, self.sentence)
        for part in (self.welcome, *bars, self.glossary):
            part.recolour(theme)

    def _place_glossary(self, area: Qt.DockWidgetArea) -> None:
        self.addDockWidget(area, self.glossary)
        beside = area is Qt.DockWidgetArea.RightDockWidgetArea
        size = GLOSSARY_WIDTH if beside else self.height() // 3
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self.resizeDocks([self.glossary], [size], way)

    def _show_glossary(self) -> None:
        wanted = self.reading.article is not None and self.store.value.glossary
        if self.glossary.isHidden() is wanted:
            looked_up = self._has_focus(self.glossary)
            self.glossary.setVisible(wanted)
            if looked_up:
                self._focus_page()

    def _has_focus(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    def _on_opening(self, source: Source) -> None:
        self.message.show_progress(tr("Opening {name} …", name=source.name), self.reading.cancel)

    def _on_progressed(self, source: Source, done: int, whole: int) -> None:
        if done:
            share = f"{100 * done // whole} %" if whole else f"{done / 1_000_000:.1f} MB"
            sentence = tr("Fetching {name}: {share}", name=source.name, share=share)
            self.message.update_progress(sentence)

    def _on_opened(self, opened: OpenArticle) -> None:
        self.message.dismiss()
        self._prepare(opened.annotator)
        self.correcting.show_article(opened)
        self.marking.show_article(opened)
        self.entrance.remember(opened.source)
        self.taken_for.show_source(opened.source)
        self.actions_by_name.article_is_open(True)
        self.actions_by_name.on("undo").setEnabled(False)
        self.actions_by_name.on("reload").setEnabled(opened.source.stands_elsewhere)
        self.glossary.clear()
        self.setWindowTitle(f"{opened.title} – Duidu")
        self._stack.setCurrentWidget(self.page)
        self._show_glossary()
        self._focus_page()

    def _on_section_changed(self, index: int) -> None:
        opened = self.reading.article
        if opened is None:
            return
        several = len(self.reading.sections) > 1
        for name in ("next_section", "previous_section", "sections"):
            self.actions_by_name.on(name).setEnabled(several)
        self.section_bar.show_section(self.reading.sections, index)
        self.status.show_article(opened, index)
        self.correcting.show_section(self.reading.sections[index].paragraphs)
        self.page.show_section(
            self.reading.sections[index].paragraphs,
            opened.annotator.annotate,
            opened.annotator.script,
            opened.annotator.variety,
            self.reading.fields_here(),
        )
        self.marking.show_section()
        self.whereabouts.show_section()

    def _on_open_failed(self, source: Source, error: Exception) -> None:
        self.entrance.forget(source)
        opened = self.reading.article
        self.taken_for.show_source(opened.source if opened else None)
        self.show_failure(error)

    def _on_closed(self) -> None:
        self.page.clear()
        self.glossary.clear()
        self.status.clear()
        self.section_bar.show_section((), 0)
        self.find_bar.hide()
        self.taken_for.show_source(None)
        self.actions_by_name.article_is_open(False)
        self.setWindowTitle("Duidu")
        self.welcome.show_recent(self.store.value.recent)
        self._stack.setCurrentWidget(self.welcome)
        self._show_glossary()

    def _on_annotated(self) -> None:
        self.status.show_counts(self.page.annotated_paragraphs())

    def _on_pinned(self, place: WordPlace) -> None:
        if self.reading.article is not None:
            self._tell(place, self.reading.article.annotator)
            self.store.update(glossary=True)

    def _on_place_wanted(self, paragraph: int, index: int) -> None:
        self.page.select_place(paragraph, index)

    def _on_furniture_toggled(self, is_open: bool) -> None:
        self.store.update(furniture_open=is_open)

    def _on_exported(self, path: Path) -> None:
        self._tell_shortly(tr("Written: {name}", name=path))

    def _tell_shortly(self, told: str) -> None:
        self.status.showMessage(told, 10_000)
        announce(self, told)

    def _on_corrected(self, told: str) -> None:
        self.actions_by_name.on("undo").setEnabled(self.correcting.can_undo)
        self._tell_shortly(told)
        place = self.page.current_place
        if place is not None and self.reading.article is not None and self.glossary.isVisible():
            self._tell(place, self.reading.article.annotator)

    def _tell(self, place: WordPlace, annotator: Annotator) -> None:
        reasons = annotator.reasons(place.annotated, place.index)
        self.glossary.show_place(place, annotator.variety, reasons)

    def _prepare(self, annotator: Annotator) -> None:
        annotator.read_as_in_taiwan(self.store.value.taiwan_readings)
        annotator.regional_words = self.store.value.regional_words

    def _annotate_anew(self) -> None:
        if self.reading.article is not None:
            self._prepare(self.reading.article.annotator)
            self.page.refresh()

    def _focus_page(self) -> None:
        (self.page if self.reading.article else self.welcome).setFocus()

    def _change_side(self) -> None:
        if self.glossary.browser.hasFocus():
            self._focus_page()
        elif self.reading.article is not None:
            self.store.update(glossary=True)
            self.glossary.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _change_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _restore(self) -> None:
        preferences = self.store.value
        if not (preferences.geometry and self.restoreGeometry(QByteArray(preferences.geometry))):
            self.resize(*_USUAL_SIZE)
        if preferences.state:
            self.restoreState(QByteArray(preferences.state))
        self._show_glossary()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the glossary below the page where there is no room beside it."""
        super().resizeEvent(event)
        narrow = event.size().width() < _ROOM_FOR_GLOSSARY
        areas = Qt.DockWidgetArea
        area = areas.BottomDockWidgetArea if narrow else areas.RightDockWidgetArea
        if self.dockWidgetArea(self.glossary) is not area:
            self._place_glossary(area)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where the window was, and end what is running."""
        self.store.update(geometry=self.saveGeometry().data(), state=self.saveState().data())
        self.whereabouts.keep()
        self.hide()
        self.jobs.drain()
        self.closed.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        event.acceptProposedAction()
        self.entrance.take(event.mimeData(), tr("Only a file or a text can be dropped here."))

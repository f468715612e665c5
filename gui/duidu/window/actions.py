"""Everything that the reader can do, each as one action with its key and its sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from duidu.page.theme import Theme
from duidu.page.tongue import tr, without_key
from duidu.window.icons import themed_icon


@dataclass(frozen=True)
class Command:
    """One line of the table. `short` is the name on the toolbar; `needs` an open article.

    `letter` is a key of one letter, as pop-up dictionaries have them, which can be turned off.
    """

    name: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    short: str = ""
    checkable: bool = False
    needs: bool = False
    letter: str = ""


COMMANDS = (
    Command(
        "open",
        "&Open…",
        "Open a text, a page, a book, a document or subtitles",
        ("Ctrl+O",),
        "open",
        "Open",
    ),
    Command(
        "open_address", "Open A&ddress…", "Fetch an article from the web and open it", ("Ctrl+L",)
    ),
    Command(
        "paste",
        "&Paste Text as Article",
        "Read the text on the clipboard as an article",
        ("Ctrl+V",),
        "paste",
        "Paste",
    ),
    Command("new_window", "&New Window", "Open another window for another article", ("Ctrl+N",)),
    Command("reload", "Re&load", "Read the file again from the disk", ("Ctrl+R", "F5"), needs=True),
    Command(
        "export",
        "&Export…",
        "Take the annotated article away as a file",
        ("Ctrl+E",),
        "export",
        "Export",
        needs=True,
    ),
    Command("close", "&Close Article", "Put the article away", ("Ctrl+W",), needs=True),
    Command("quit", "&Quit", "End Duidu", ("Ctrl+Q",)),
    Command(
        "pinyin",
        "&Pinyin",
        "Show the reading above the words",
        ("Ctrl+Shift+P",),
        "pinyin",
        "Pinyin",
        checkable=True,
    ),
    Command(
        "doubts",
        "&Doubts",
        "Underline the words where the program chose among several answers",
        ("Ctrl+Shift+D",),
        "doubts",
        "Doubts",
        checkable=True,
    ),
    Command(
        "differences",
        "D&ifferences",
        "Tint the characters that the two scripts write differently",
        ("Ctrl+Shift+I",),
        checkable=True,
    ),
    Command(
        "furniture",
        "Text &Around the Article",
        "Unfold copyright notices and the like",
        ("Ctrl+Shift+A",),
        checkable=True,
    ),
    Command(
        "swap",
        "Traditional on the &Left",
        "Put the traditional column on the left, or on the right",
        checkable=True,
    ),
    Command(
        "bigger",
        "&Bigger Text",
        "Make the text bigger",
        ("Ctrl++", "Ctrl+="),
        "bigger",
        "Bigger",
    ),
    Command("smaller", "&Smaller Text", "Make the text smaller", ("Ctrl+-",), "smaller", "Smaller"),
    Command("usual_size", "&Usual Text Size", "Give the text its usual size", ("Ctrl+0",)),
    Command(
        "theme",
        "Change Light and Dark",
        "Change between the light and the dark theme",
        ("Ctrl+Shift+L",),
        "theme",
        "Theme",
    ),
    Command(
        "page_settings",
        "Page S&ettings…",
        "Choose readings, type and colours of the page",
        ("Ctrl+,",),
    ),
    Command("full_screen", "&Full Screen", "Fill the screen", ("F11",), checkable=True),
    Command(
        "glossary",
        "&Glossary",
        "Show the glossary at the side",
        ("F9",),
        "glossary",
        "Glossary",
        checkable=True,
        letter="G",
    ),
    Command(
        "next_word",
        "&Next Word",
        "Mark the next word (→ on the page)",
        ("Ctrl+Right",),
        needs=True,
        letter="N",
    ),
    Command(
        "back", "Bac&k", "Go back to the place before the last jump", ("Alt+Left",), needs=True
    ),
    Command("forward", "F&orward", "Go forward again", ("Alt+Right",), needs=True),
    Command(
        "article_start",
        "Beg&inning of the Article",
        "Go to the beginning of the article (Home goes to that of the section)",
        ("Ctrl+Home",),
        needs=True,
    ),
    Command(
        "article_end",
        "End of &the Article",
        "Go to the end of the article (End goes to that of the section)",
        ("Ctrl+End",),
        needs=True,
    ),
    Command(
        "bookmark",
        "Book&mark",
        "Set a bookmark at the marked word or the top line, or take it away",
        ("Ctrl+B",),
        needs=True,
    ),
    Command(
        "marks",
        "Bookmarks an&d Highlights…",
        "See, search, go to, remove and take away what is marked in the article",
        ("Ctrl+Shift+B",),
        needs=True,
    ),
    Command(
        "highlight",
        "&Highlight",
        "Colour the selected text or the marked word, or take the colour away",
        ("Ctrl+H",),
        needs=True,
    ),
    Command(
        "note",
        "&Note…",
        "Write a note to the selected text, the marked word or its highlight",
        ("Ctrl+Shift+H",),
        needs=True,
    ),
    Command(
        "previous_word",
        "P&revious Word",
        "Mark the word before (← on the page)",
        ("Ctrl+Left",),
        needs=True,
        letter="B",
    ),
    Command(
        "pin",
        "&Pin Word",
        "Show the marked word in the glossary (Enter on the page)",
        ("Ctrl+Return",),
        needs=True,
    ),
    Command(
        "copy",
        "Cop&y",
        "Copy the selected text, or the current sentence, without the pinyin",
        ("Ctrl+C",),
        needs=True,
    ),
    Command(
        "copy_other_script",
        "Copy in the Other &Script",
        "Copy the selection or the sentence as the other column has it",
        ("Ctrl+Shift+C",),
        needs=True,
    ),
    Command(
        "copy_with_readings",
        "Copy with &Pinyin",
        "Copy the selection or the sentence with a line of pinyin below it",
        needs=True,
    ),
    Command(
        "copy_words",
        "Copy as a &Word Table",
        "Copy the words of the selection or the sentence: both forms, pinyin, meaning, by tabs",
        needs=True,
    ),
    Command(
        "next_sentence",
        "Next S&entence",
        "Mark the first word of the next sentence",
        ("Ctrl+Down",),
        needs=True,
        letter="S",
    ),
    Command(
        "previous_sentence",
        "Senten&ce Before",
        "Mark the first word of the sentence before",
        ("Ctrl+Up",),
        needs=True,
        letter="A",
    ),
    Command(
        "sentence",
        "Sentence, Word by Wo&rd",
        "Show the current sentence with reading and meaning under every word",
        ("Ctrl+J",),
        checkable=True,
        needs=True,
        letter="J",
    ),
    Command(
        "correct",
        "&Correct Word…",
        "Choose another reading, form or border for the marked word",
        ("Ctrl+.", "F2"),
        needs=True,
        letter="C",
    ),
    Command(
        "speak_word",
        "Say the Wor&d",
        "Read the marked word aloud",
        ("Ctrl+Space",),
        needs=True,
        letter="V",
    ),
    Command(
        "speak_sentence",
        "Say the Sent&ence",
        "Read the current sentence aloud",
        ("Ctrl+Shift+Space",),
        needs=True,
    ),
    Command(
        "read_aloud",
        "&Read Aloud",
        "Read one sentence after the other aloud, until it is switched off",
        ("Ctrl+Shift+R",),
        checkable=True,
        needs=True,
    ),
    Command(
        "taiwan_readings",
        "Readings of &Taiwan",
        "Read words as they are read in Taiwan, where that differs (垃圾 lèsè)",
        checkable=True,
    ),
    Command(
        "regional_words",
        "Words of the &Other Region",
        "Put the other region's word where it has its own: 计程车 and 出租车, 软件 and 軟體",
        checkable=True,
    ),
    Command(
        "sandhi",
        "Sp&oken Tones of 一 and 不",
        "Show 一 and 不 in the tone that the next syllable gives them (yí gè, bú shì)",
        checkable=True,
    ),
    Command("undo", "&Undo Correction", "Take the last correction back", ("Ctrl+Z",), needs=True),
    Command("corrections", "&All Corrections…", "See, remove and share corrections"),
    Command("find", "&Find…", "Look for hanzi or pinyin in the article", ("Ctrl+F",), needs=True),
    Command("find_next", "Find Ne&xt", "Go to the next place of it", ("F3",), needs=True),
    Command(
        "find_previous",
        "Find &Before",
        "Go to the place of it before",
        ("Shift+F3",),
        needs=True,
    ),
    Command(
        "next_section", "Next &Section", "Go to the next section", ("Ctrl+PgDown",), needs=True
    ),
    Command(
        "previous_section",
        "Pre&vious Section",
        "Go to the section before",
        ("Ctrl+PgUp",),
        needs=True,
    ),
    Command("sections", "Section &List", "Choose a section", ("Ctrl+G",), needs=True),
    Command(
        "other_side",
        "Page or &Glossary",
        "Move the keyboard between the page and the glossary",
        ("F6", "Shift+F6"),
    ),
    Command("keys", "&Keys", "Show every key", ("F1",)),
    Command("change_keys", "C&hange Keys…", "Choose other keys, or none of one letter"),
    Command("about", "&About Duidu", "Show the version, the dictionary and the licences"),
)


class Actions(QObject):
    """The actions of a window by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions = {command.name: _action(command, window) for command in COMMANDS}
        self.on("quit").setMenuRole(QAction.MenuRole.QuitRole)
        self.on("about").setMenuRole(QAction.MenuRole.AboutRole)
        window.addActions(list(self._actions.values()))

    def __iter__(self) -> Iterator[QAction]:
        """Give the actions in the order of the table."""
        return iter(self._actions.values())

    def on(self, name: str) -> QAction:
        """Give the action of that name; raises KeyError."""
        return self._actions[name]

    def take_keys(self, chosen: Mapping[str, str], letters: bool) -> None:
        """Give every action its keys: the chosen ones, or else its own.

        `chosen` holds keys as text, several with "; " between them; with `letters` the keys of one
        letter hold too, where nothing else was chosen.
        """
        for command in COMMANDS:
            own = (*command.keys, command.letter) if letters and command.letter else command.keys
            keys = chosen[command.name].split("; ") if command.name in chosen else own
            action = self.on(command.name)
            action.setShortcuts([QKeySequence(key) for key in keys if key])
            action.setToolTip(_tip(command, action))

    def connect_all(self, slots: dict[str, Callable[[], object]]) -> None:
        """Connect actions by name; a slot is called without arguments."""
        for name, slot in slots.items():
            self.on(name).triggered.connect(lambda _checked=False, slot=slot: slot())

    def recolour(self, theme: Theme) -> None:
        """Draw the icons in the ink of a theme."""
        for command in COMMANDS:
            if command.icon:
                self.on(command.name).setIcon(themed_icon(command.icon, theme))

    def article_is_open(self, is_open: bool) -> None:
        """Enable what needs an article, or not."""
        for command in COMMANDS:
            if command.needs:
                self.on(command.name).setEnabled(is_open)


def _action(command: Command, window: QWidget) -> QAction:
    action = QAction(tr(command.text), window)
    action.setObjectName(command.name)
    action.setCheckable(command.checkable)
    action.setShortcuts([QKeySequence(key) for key in command.keys])
    action.setStatusTip(tr(command.tip))
    action.setToolTip(_tip(command, action))
    action.setIconVisibleInMenu(False)
    action.setIconText(tr(command.short) if command.short else without_key(action.text()))
    return action


def _tip(command: Command, action: QAction) -> str:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    tip = tr(command.tip)
    return f"{tip} ({key})" if key else tip

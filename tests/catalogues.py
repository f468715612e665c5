"""What the window says, read from its source: the English texts that are to be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path

import duidu
from duidu.article import errors
from duidu.article.errors import OpenError
from duidu.export.formats import WRITERS
from duidu.page import card_text, linked_panes, lookup
from duidu.page.tones import SCHEME_NAMES
from duidu.window import about, correcting, corrections_dialog, note_dialog, page_dialog
from duidu.window.actions import COMMANDS
from duidu.window.menus import MENUS
from duidu.window.samples import samples
from duidu.window.status import VARIETY_NAMES
from duidu.window.taken_for import ENCODINGS

ROOT = Path(duidu.__file__).parent
TRANSLATIONS = Path(__file__).parents[1] / "resources" / "translations"
_TEXTS = [one.text for one in COMMANDS]
_LABELS = [one.label for one in WRITERS.values()]
_COLOURS = list(note_dialog.COLOURS.values())
_LOOKS = (
    *(page_dialog.THEMES, page_dialog.KINDS, page_dialog.FOR, page_dialog.TONES),
    *(page_dialog.FACES, page_dialog.ARRANGEMENTS, SCHEME_NAMES),
)
# What is handed to `tr` and is neither a literal nor a name for one, by module and expression.
TABLES: dict[str, Iterable[str]] = {
    "about: what": [*(one[1] for one in about.CREDITS), *(one[1] for one in about.PAGE_KEYS)],
    "actions: command.text": _TEXTS,
    "actions: command.tip": [one.tip for one in COMMANDS],
    "actions: command.short": [one.short for one in COMMANDS if one.short],
    "card_text: answer.heading": [lookup.AROUND, lookup.APART, lookup.FROM],
    "card_text: _DOUBTS[guess]": card_text._DOUBTS.values(),
    "correcting: name": correcting._SCOPES.values(),
    "corrections_dialog: heading": corrections_dialog._HEADINGS,
    "entrance: sample.name": [one.name for one in samples()],
    "export_dialog: self.writer.label": _LABELS,
    "export_dialog: writer.label": _LABELS,
    "keys_dialog: command.text": _TEXTS,
    "keys_dialog: command.tip": [one.tip for one in COMMANDS],
    "keys_dialog: taken.text": _TEXTS,
    "linked_panes: _VARIETY_NAMES[variety]": linked_panes._VARIETY_NAMES.values(),
    "mark_list: name": ["&Go There", "&Note…", "&Delete", "&Export…", "&Close"],
    "marking: COLOURS[colour]": _COLOURS,
    "marking: COLOURS[one]": _COLOURS,
    "menus: title": [title for title, _ in MENUS],
    "note_dialog: COLOURS[colour]": _COLOURS,
    "page_dialog: name": [name for look in _LOOKS for name in look.values()],
    "status: VARIETY_NAMES[annotator.variety]": VARIETY_NAMES.values(),
    "taken_for: name": VARIETY_NAMES.values(),
    "taken_for: shown": [shown for _, shown in ENCODINGS],
    "welcome: sample.name": [one.name for one in samples()],
    # Errors are read by themselves.
    "message_bar: error.template": [],
    "message_bar: value": [],
}
# What systems give most often as the reason of a failure.
REASONS = (
    "Permission denied",
    "No space left on device",
    "Read-only file system",
    "File name too long",
    "Input/output error",
    "No such file or directory",
    "Not a directory",
    "database is locked",
    "disk I/O error",
    "database or disk is full",
    "attempt to write a readonly database",
    "unable to open database file",
    "file is not a database",
)
_BUILT_IN = frozenset(
    {"IndexError", "KeyError", "LookupError", "TypeError", "UnicodeDecodeError", "ValueError"}
)
# Written where nothing of the window is shown.
_COMMAND_LINE = ("cli.py",)


def texts() -> set[str]:
    """Give every English text that the window may show, as the catalogues have to know it."""
    found = {*REASONS, *_of_opening(), *_kinds()}
    for path in sorted(ROOT.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        if path.relative_to(ROOT).parts[0] in ("page", "window"):
            found.update(_told(path.stem, tree))
        if path.name not in _COMMAND_LINE:
            found.update(_failures(tree))
    return found


def _calls(tree: ast.AST, *ends: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args
        if named and node.func.id.endswith(ends):
            yield node


def _told(module: str, tree: ast.Module) -> Iterator[str]:
    """Give what is handed to `tr`, with the tables that it comes from."""
    for call in _calls(tree, "tr"):
        if call.func.id == "tr":
            listed = TABLES.get(f"{module}: {ast.unparse(call.args[0])}")
            found = list(_strings(call.args[0], tree) if listed is None else listed)
            assert found or listed is not None, f"{module}: {ast.unparse(call.args[0])}"
            yield from found


def _strings(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    """Give the texts that an expression may be: a literal, one of two, a name, or in a table."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from chain(_strings(node.body, tree), _strings(node.orelse, tree))
    elif isinstance(node, ast.Subscript):
        yield from _strings(node.value, tree)
    elif isinstance(node, ast.Dict):
        yield from chain.from_iterable(_strings(one, tree) for one in node.values)
    elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Term":
        yield from _strings(node.args[0], tree)
    elif isinstance(node, ast.Name):
        for value in _assigned(node.id, tree):
            yield from _strings(value, tree)


def _assigned(name: str, tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            yield from _bound(node.targets[0], node.value, name)
        elif isinstance(node, ast.ImportFrom) and name in {one.name for one in node.names}:
            value = getattr(import_module(str(node.module)), name)
            yield ast.Constant(str(value) if isinstance(value, str) else None)


def _bound(target: ast.expr, value: ast.expr, name: str) -> Iterator[ast.expr]:
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, its in zip(target.elts, value.elts, strict=True):
            yield from _bound(one, its, name)


def _failures(tree: ast.Module) -> Iterator[str]:
    """Give the templates of errors, and the program's own terms in them."""
    for call in _calls(tree, "Error"):
        # What comes first in an error of opening is the name of what could not be opened.
        if call.func.id not in _BUILT_IN and not hasattr(errors, call.func.id):
            yield from _strings(call.args[0], tree)
    for call in _calls(tree, "Term"):
        inside = [one for one in ast.walk(call.args[0]) if isinstance(one, ast.Constant)]
        yield from (one.value for one in inside if one.value and one.value != "strerror")


def _of_opening() -> Iterator[str]:
    """Give the sentences about what cannot be opened."""
    for value in vars(errors).values():
        if isinstance(value, type) and issubclass(value, OpenError):
            sentences = (value.sentence, getattr(value, "sentence_of_kind", ""))
            yield from (f"{{name}} {sentence}" for sentence in sentences if sentence)


def _kinds() -> Iterator[str]:
    """Give the kinds of files that are named in a sentence."""
    tree = ast.parse((ROOT / "article" / "kinds.py").read_text("utf-8"))
    for node in ast.walk(tree):
        named = isinstance(node, ast.Constant) and isinstance(node.value, str)
        if named and node.value.startswith(("a ", "an ")):
            yield node.value


# What puts a text onto the screen, or before a screen reader.
_SHOWING = frozenset(
    {
        *("setText", "setToolTip", "setStatusTip", "setWindowTitle", "setTitle", "addTab"),
        *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "addAction"),
        *("addMenu", "addRow", "addButton", "addItem", "addItems", "setHorizontalHeaderLabels"),
        *("setInformativeText", "setSpecialValueText", "setPrefix", "setSuffix", "showMessage"),
        *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QMenu", "QAction"),
        *("Option", "Choice", "announce", "show_error"),
    }
)
_WORD = re.compile(r"[A-Za-z]{3,}")


def shown_as_it_is() -> Iterator[tuple[str, str]]:
    """Give the literals with a word in them that are shown without being translated."""
    for part in ("page", "window"):
        for path in sorted((ROOT / part).glob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
                for literal in _literals(node.args) if name in _SHOWING else ():
                    yield f"{path.name}:{node.lineno}", literal


def _literals(arguments: Iterable[ast.expr]) -> Iterator[str]:
    """Give the texts in arguments; what stands inside another call is looked at there."""
    for one in arguments:
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and _WORD.search(one.value):
            yield one.value
        elif not isinstance(one, ast.Call | ast.Lambda | ast.Constant):
            yield from _literals(
                part for part in ast.iter_child_nodes(one) if isinstance(part, ast.expr)
            )

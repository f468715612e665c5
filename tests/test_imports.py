"""The direction of imports, and each third-party library in one module."""

import ast
import sys
from collections import defaultdict
from pathlib import Path

import duidu

ROOT = Path(duidu.__file__).parent
# Whom each part may import besides itself and the ground.
ALLOWED = {
    "article": set(),
    "dictionary": set(),
    "language": {"article", "dictionary"},
    "export": {"article", "language", "dictionary"},
    "study": {"article", "language", "dictionary"},
    "page": {"article", "language", "dictionary", "study"},
    "window": {"article", "language", "dictionary", "study", "export", "page"},
}
GROUND = {"errors", "folders", "hanzi", "resources"}
QT = {"page", "window", "app.py"}


def imports():
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path.relative_to(ROOT), alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{path}: relative import"
                yield path.relative_to(ROOT), node.module


def test_imports_run_one_way():
    wrong = []
    for path, name in imports():
        part, *rest = name.split(".")
        if part != "duidu" or path.parts[0] not in ALLOWED or not rest:
            continue
        if rest[0] not in ALLOWED[path.parts[0]] | GROUND | {path.parts[0]}:
            wrong.append(f"{path} imports {name}")
    assert wrong == []


def test_every_part_has_its_rule():
    parts = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert parts <= set(ALLOWED) | {"resources"}


def test_qt_is_imported_by_the_page_and_above_only():
    found = {path.parts[0] for path, name in imports() if name.split(".")[0] == "PySide6"}
    assert found <= QT


def test_each_library_is_imported_in_one_module():
    modules = defaultdict(set)
    for path, name in imports():
        library = name.split(".")[0]
        if library not in sys.stdlib_module_names and library not in ("duidu", "PySide6"):
            modules[library].add(str(path))
    assert {name: paths for name, paths in modules.items() if len(paths) > 1} == {}

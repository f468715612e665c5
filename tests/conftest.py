"""One application for all tests; a warning of Qt's fails the test in which it comes."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# What the window says is read in English, whatever the language of the machine is.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)

from PySide6.QtCore import QEventLoop, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.site import site

__all__ = ["site"]

# Said by the offscreen platform of every window; it has no window manager to tell.
_HARMLESS = ("This plugin does not support",)


@pytest.fixture(scope="session")
def application() -> QApplication:
    found = QApplication.instance()
    return found if isinstance(found, QApplication) else QApplication([])


@pytest.fixture(autouse=True)
def qt_warnings() -> Iterator[None]:
    """Fail the test if Qt warns."""
    messages: list[str] = []

    def take(kind: QtMsgType, _context: object, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_HARMLESS):
            messages.append(message)

    before = qInstallMessageHandler(take)
    yield
    qInstallMessageHandler(before)
    assert messages == []


@pytest.fixture
def spin(application):
    """Let the event loop run for some milliseconds, or until a condition holds (at most 20 s)."""

    def run(milliseconds: int = 0, until=None) -> None:
        loop = QEventLoop()
        if until is None:
            QTimer.singleShot(milliseconds, loop.quit)
            loop.exec()
            return
        for _ in range(4_000):
            if until():
                return
            QTimer.singleShot(5, loop.quit)
            loop.exec()
        raise AssertionError("what was waited for did not happen")

    return run

"""Take every picture anew."""

from __future__ import annotations

import os
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QApplication

from tests.page.pictures import FOLDER, NAMES, take


def _wait(until: Callable[[], bool]) -> None:
    while not until():
        QCoreApplication.processEvents()


def main() -> None:
    """Write the pictures and the version of Qt that painted them."""
    application = QApplication([])
    for name in NAMES:
        take(name, _wait).save(str(FOLDER / f"{name}.png"))
    (FOLDER / "QT_VERSION").write_text(f"{qVersion()}\n", "utf-8")
    application.quit()


if __name__ == "__main__":
    main()

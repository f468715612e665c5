"""The page is painted as the pictures show it, to the pixel."""

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from tests.page.pictures import FOLDER, NAMES, take

PAINTED_BY = (FOLDER / "QT_VERSION").read_text("utf-8").strip()


@pytest.mark.skipif(
    qVersion() != PAINTED_BY,
    reason=f"The pictures were painted by Qt {PAINTED_BY}; another Qt may smooth glyphs otherwise.",
)
@pytest.mark.parametrize("name", NAMES)
def test_the_page_looks_as_it_did(application, spin, tmp_path, name):
    now = take(name, lambda until: spin(until=until))
    before = QImage(str(FOLDER / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    if now != before:
        now.save(str(tmp_path / f"{name}.png"))
    assert now == before, f"{tmp_path / name}.png is not like {FOLDER / name}.png"

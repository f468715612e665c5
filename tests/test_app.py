import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from duidu.app import _teller
from duidu.page.theme import DARK, LIGHT
from duidu.window.samples import samples
from tests.window.conftest import slot_faults, store, window

__all__ = ["slot_faults", "store", "window"]


def duidu(*arguments, cwd):
    """Run the program as a person without a display would."""
    environment = {"PATH": "", "HOME": str(cwd), "XDG_CONFIG_HOME": str(cwd / "config")}
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "duidu", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=cwd,
        env=environment,
    )


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_screenshot_is_a_picture_of_that_size_and_theme(tmp_path, theme):
    target = tmp_path / "out.png"
    sample = Path(samples()[0].path)
    run = duidu(
        sample, "--screenshot", target, "--size", "900x600", "--theme", theme.name, cwd=tmp_path
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    image = QImage(str(target))
    assert (image.width(), image.height()) == (900, 600)
    colours = {image.pixelColor(x, y).name() for x in range(900) for y in range(0, 600, 3)}
    assert {theme.paper, theme.ink, theme.accent_paper} <= colours
    assert not (tmp_path / "config").exists()


def test_pictures_are_the_same_each_time(tmp_path):
    sample = samples()[0].path
    for name in ("a.png", "b.png"):
        assert duidu(sample, "--screenshot", tmp_path / name, cwd=tmp_path).returncode == 0
    assert QImage(str(tmp_path / "a.png")) == QImage(str(tmp_path / "b.png"))


def test_the_empty_window_can_be_photographed(tmp_path):
    assert duidu("--screenshot", tmp_path / "out.png", cwd=tmp_path).returncode == 0
    assert (tmp_path / "out.png").stat().st_size > 1000


def test_a_file_that_cannot_be_opened_is_told_in_one_line(tmp_path):
    run = duidu("missing.txt", "--screenshot", tmp_path / "out.png", cwd=tmp_path)
    assert run.returncode == 1
    assert run.stderr == "duidu: missing.txt does not exist.\n"
    assert not (tmp_path / "out.png").exists()


def test_a_picture_that_cannot_be_written_is_told(tmp_path):
    run = duidu("--screenshot", tmp_path / "no" / "out.png", cwd=tmp_path)
    assert run.returncode == 1
    assert run.stderr == "duidu: The picture out.png could not be written.\n"


def test_a_fault_in_a_slot_is_told_in_the_window(window, caplog):
    fault = ZeroDivisionError("by zero")
    _teller(window)(ZeroDivisionError, fault, None)
    assert "ZeroDivisionError" in window.message.text and "by zero" in caplog.text


def test_a_fault_behind_a_picture_is_told_and_no_picture_is_taken(
    application, tmp_path, monkeypatch
):
    from pathlib import Path

    import pytest

    from duidu.app import run_window
    from duidu.errors import DuiduError
    from duidu.window.main_window import MainWindow

    def broken(window, opened):
        raise ValueError("a broken slot")

    monkeypatch.setattr("sys.excepthook", print)
    monkeypatch.setattr(MainWindow, "_on_opened", broken)
    article = tmp_path / "a.txt"
    article.write_text("今天天气很好。", "utf-8")
    picture = Path(tmp_path, "out.png")
    with pytest.raises(DuiduError, match="a broken slot"):
        run_window(path=article, screenshot=picture)
    assert not picture.exists()

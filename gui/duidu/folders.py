"""Where the program keeps what belongs to the reader. platformdirs is imported here alone."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path, user_data_path


def preferences_folder() -> Path:
    """Give the folder of the preferences; it may not exist yet."""
    return user_config_path("duidu", appauthor=False)


def memory_path() -> Path:
    """Give the file of the reader's memory; it may not exist yet."""
    return user_data_path("duidu", appauthor=False) / "memory.sqlite"

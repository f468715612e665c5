"""Start to a usable window, with nothing opened, as `duidu` does; then the language's data."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from duidu.cli import main

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(main(["--screenshot", str(Path(folder, "window.png"))]))

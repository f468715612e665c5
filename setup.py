"""Build the dictionary into the package; everything else stands in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
SCRIPT = ROOT / "packaging" / "build_dictionary.py"


class BuildWithDictionary(build_py):
    """Compile the dictionary where the package data is: the source tree, or the wheel's folder."""

    def run(self) -> None:
        """Build the packages and the dictionary."""
        output = ROOT / "resources" / "dictionary"
        subprocess.run([sys.executable, str(SCRIPT), "--output", str(output)], check=True)
        super().run()


setup(cmdclass={"build_py": BuildWithDictionary})

"""Run a module of this folder with its arguments and tell the peak of its memory."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path


def main() -> None:
    """Run the module, then print the high-water mark of this process's memory in MB."""
    name, *arguments = sys.argv[1:]
    sys.argv = [name, *arguments]
    try:
        runpy.run_module(f"tests.benchmarks.{name}", run_name="__main__")
    except SystemExit as end:
        if end.code:
            raise
    # The mark of this process alone; what the parent used before it started us is not in it.
    status = Path("/proc/self/status").read_text("utf-8")
    match = re.search(r"VmHWM:\s+(\d+) kB", status)
    print(f"peak {int(match[1]) / 1024 if match else 0:.1f}")


if __name__ == "__main__":
    main()

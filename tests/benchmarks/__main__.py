"""Measure speed and memory as ratios in one run: python -m tests.benchmarks [--characters N].

Each figure is a median of runs in processes of their own, the two sides of a ratio by turns.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from duidu.article.formats import read_file
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from tests.benchmarks.chain import plain_chain
from tests.benchmarks.odd_text import slowest
from tests.benchmarks.text import make_text


def run(module: str, *arguments: str) -> tuple[float, float]:
    """Run a module of this folder; give seconds and peak memory in MB."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.peak", module, *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"{module} failed: {done.stderr}")
    return seconds, float(done.stdout.split()[-1])


def by_turns(ours: Sequence[str], bare: Sequence[str], runs: int = 5) -> None:
    """Compare two modules and print both and the ratios."""
    pairs = [(run(*ours), run(*bare)) for _ in range(runs)]
    for index, unit in enumerate(("s", "MB")):
        mine = statistics.median(pair[0][index] for pair in pairs)
        theirs = statistics.median(pair[1][index] for pair in pairs)
        row(f"{ours[0]} / {bare[0]} ({unit})", mine, theirs)


def row(name: str, ours: float, theirs: float) -> None:
    """Print one line of the table."""
    print(f"{name:<44} {ours:>9.3f} {theirs:>9.3f}   ratio {ours / theirs:.3f}", flush=True)


def throughput(path: Path, runs: int = 5) -> None:
    """Compare the whole annotation with the plain chain on the same lines, both warm."""
    article = read_file(path)
    paragraphs = list(article.paragraphs())
    lines = [paragraph.text for paragraph in paragraphs]
    language, plain = Language(Dictionary()), Language(Dictionary(), model=False)
    plain_chain(lines[:20])
    times: dict[str, list[float]] = {"model": [], "plain": [], "chain": []}
    for _ in range(runs):
        # A new annotator each time: its memory of words begins empty.
        for name, one in (("model", language), ("plain", plain)):
            annotator = one.annotator(article)
            times[name].append(_seconds(lambda a=annotator: [*map(a.annotate, paragraphs)]))
        times["chain"].append(_seconds(lambda: plain_chain(lines)))
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    row("annotation / plain chain (s)", medians["model"], medians["chain"])
    row("  without the model of polyphones (s)", medians["plain"], medians["chain"])


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--characters", type=int, default=1_000_000)
    characters = parser.parse_args().characters
    print(f"{'':<44} {'duidu':>9} {'bare':>9}")
    with tempfile.TemporaryDirectory() as folder:
        long, short = Path(folder, "long.txt"), Path(folder, "short.txt")
        long.write_text(make_text(characters), "utf-8")
        short.write_text(make_text(characters // 5, seed=2), "utf-8")
        throughput(short)
        by_turns(("first_page", str(long)), ("chain", str(long)), runs=3)
        by_turns(("start",), ("bare_window",))
        by_turns(("language_core",), ("chain_core",))
    name, short, long = slowest()
    row(f"40,000 / 10,000 characters (µs each): {name}", long, short)


if __name__ == "__main__":
    main()

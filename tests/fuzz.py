"""Damage real documents at random and open them: python -m tests.fuzz [--inputs N] [--seed N].

Counts for each format how many inputs were read and how many were refused in a sentence, the
slowest one, and what memory grew by. Anything but a sentence ends the run with the input kept.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import time
import zipfile
from pathlib import Path

from duidu.article.errors import OpenError
from duidu.article.formats import read_bytes

FILES = Path(__file__).parent / "article" / "files"
SLOWEST = 5.0


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Give the bytes with one to eight damages: changed, lost, repeated, cut off.

    Of a zip archive every second time one member is damaged and packed again, so that what is
    inside is read at all.
    """
    if data[:2] == b"PK" and rng.random() < 0.5:
        return _with_one_damaged(data, rng)
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        if not changed:
            break
        at = rng.randrange(len(changed))
        size = min(len(changed) - at, rng.choice((1, 1, 1, 4, 32, 400)))
        kind = rng.randrange(6)
        if kind == 0:
            changed[at : at + size] = rng.randbytes(size)
        elif kind == 1:
            del changed[at : at + size]
        elif kind == 2:
            changed[at:at] = changed[at : at + size] * rng.choice((1, 2, 50))
        elif kind == 3:
            changed[at] ^= 1 << rng.randrange(8)
        elif kind == 4:
            changed[at : at + size] = bytes(rng.choice((0, 0xFF, 0x3C, 0x26)) for _ in range(size))
        elif rng.random() < 0.2:
            del changed[at:]
    return bytes(changed)


def _with_one_damaged(data: bytes, rng: random.Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        chosen = rng.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated(content, rng) if name == chosen else content)
    return packed.getvalue()


def _peak() -> float:
    """Give the peak of the memory of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print a line a format."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("names", nargs="*", help="only these files of tests/article/files")
    options = parser.parse_args()
    for path in sorted(FILES.iterdir()):
        if path.suffix == ".py" or (options.names and path.name not in options.names):
            continue
        rng, data = random.Random(options.seed), path.read_bytes()
        read_bytes(data, path.name)
        before, counts, slowest = _peak(), [0, 0], 0.0
        for number in range(options.inputs):
            damaged = mutated(data, rng)
            start = time.perf_counter()
            try:
                read_bytes(damaged, path.name)
                counts[0] += 1
            except OpenError:
                counts[1] += 1
            except BaseException:
                Path(f"fuzz-{number}-{path.name}").write_bytes(damaged)
                raise
            taken = time.perf_counter() - start
            slowest = max(slowest, taken)
            if taken > SLOWEST:
                Path(f"fuzz-slow-{number}-{path.name}").write_bytes(damaged)
        print(
            f"{path.name:<20} read {counts[0]:>6}  refused {counts[1]:>6}"
            f"  slowest {slowest:.3f} s  memory +{_peak() - before:.0f} MiB",
            flush=True,
        )


if __name__ == "__main__":
    main()

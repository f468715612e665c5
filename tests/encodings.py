"""Score the detection of encodings: python -m tests.encodings [--excerpts N].

Excerpts of our own texts in both scripts, in every Chinese encoding that Python writes, at
lengths from 20 to 20,000 characters; an answer is right where the text comes out as it went in.
Beside ours, charset-normalizer and, where it is installed, chardet, each as it comes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator

from charset_normalizer import from_bytes

from duidu.article.encoding import decode
from duidu.article.errors import OpenError
from duidu.language.model import Variety
from duidu.language.script import to_simplified
from tests.benchmarks.text import make_text

LENGTHS = (20, 50, 100, 200, 1_000, 5_000, 20_000)
SIMPLIFIED = ("gb2312", "gbk", "gb18030", "hz")
TRADITIONAL = ("big5", "big5hkscs", "gbk", "gb18030")
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le")


def ours(data: bytes) -> str:
    """Give the text as Duidu reads it."""
    try:
        return decode(data).text
    except OpenError:
        return ""


def normalizer(data: bytes) -> str:
    """Give the text as charset-normalizer reads it."""
    best = from_bytes(data).best()
    return str(best) if best is not None else ""


def with_chardet() -> Callable[[bytes], str] | None:
    """Give a reader by chardet, or None where it is not installed."""
    try:
        import chardet
    except ImportError:
        return None

    def read(data: bytes) -> str:
        name = chardet.detect(data)["encoding"]
        try:
            return data.decode(name, "replace") if name else ""
        except LookupError:
            return ""

    return read


def cases(excerpts: int) -> Iterator[tuple[str, int, str, bytes]]:
    """Give encoding, length, text and bytes of each excerpt."""
    traditional = make_text(400_000, seed=5).replace("\n", "")
    simplified = to_simplified(traditional, Variety.TAIWAN)
    rng = random.Random(3)
    for whole, names in ((simplified, SIMPLIFIED), (traditional, TRADITIONAL)):
        for name in (*names, *UNICODE):
            for length in LENGTHS:
                for _ in range(excerpts):
                    start = rng.randrange(len(whole) - length)
                    text = whole[start : start + length]
                    # What the encoding cannot write is left out, as its writers had to.
                    text = text.encode(name.removesuffix("-sig"), "ignore").decode(
                        name.removesuffix("-sig")
                    )
                    yield name, length, text, text.encode(name)


def main() -> None:
    """Print the share of right answers for each encoding and each length."""
    parser = argparse.ArgumentParser(prog="python -m tests.encodings", description=__doc__)
    parser.add_argument("--excerpts", type=int, default=5)
    excerpts = parser.parse_args().excerpts
    readers = {"duidu": ours, "charset-normalizer": normalizer}
    other = with_chardet()
    if other is not None:
        readers["chardet"] = other
    right: dict[tuple[str, object], list[int]] = {}
    for name, length, text, data in cases(excerpts):
        for reader, read in readers.items():
            got = read(data).removeprefix("\ufeff") == text
            for key in (name, length, "all"):
                score = right.setdefault((reader, key), [0, 0])
                score[0] += got
                score[1] += 1
    print(f"{'':<12}" + "".join(f"{reader:>20}" for reader in readers))
    for key in (*dict.fromkeys((*SIMPLIFIED, *TRADITIONAL, *UNICODE)), *LENGTHS, "all"):
        shares = (right[reader, key] for reader in readers)
        print(f"{key!s:<12}" + "".join(f"{good / whole:>20.3f}" for good, whole in shares))


if __name__ == "__main__":
    main()

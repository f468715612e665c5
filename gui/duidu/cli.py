"""The command line: read, annotate, lookup, dictionary.

Every failure is one line on standard error and an exit code that is not 0: 1 for what went wrong
with the input, 2 for a call that makes no sense, 130 for an interruption.
"""

from __future__ import annotations

import argparse
import os
import re
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from duidu import __version__
from duidu.errors import DuiduError
from duidu.language.model import Script, Variety

if TYPE_CHECKING:
    from duidu.article.model import Article, Paragraph
    from duidu.language.choice import Choices

_WEB = ("http://", "https://")
_VARIETIES = [variety.value for variety in Variety]


class Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call, and end."""
        self.exit(2, f"{self.prog}: {one_line(message)} (see {self.prog} --help)\n")


def one_line(message: str) -> str:
    """Fold a message into one line without control characters."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+", " ", message).strip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give the exit code."""
    arguments = sys.argv[1:] if arguments is None else list(arguments)
    command = _COMMANDS.get(arguments[0]) if arguments else None
    try:
        if command is not None:
            return command(arguments[1:])
        return _read(arguments)
    except DuiduError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader of the pipe has seen enough.
        _drop_output()
        return 1
    except OSError as error:
        _drop_output()
        return _fail(f"Reading or writing failed: {error.strerror or error}.")
    except MemoryError:
        return _fail("There is not enough memory for this text.")


def _drop_output() -> None:
    """Let nothing be flushed at the end into an output that takes nothing."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str) -> int:
    print(f"duidu: {one_line(message)}", file=sys.stderr)  # noqa: T201
    return 1


def _read(arguments: Sequence[str]) -> int:
    options = _window_parser().parse_args(arguments)
    if sys.platform == "linux" and not options.screenshot and not _has_display():
        raise DuiduError(
            "There is no display to open a window on; 'duidu annotate FILE' works without one."
        )
    if sys.platform == "linux" and not _has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if options.screenshot and options.screenshot.exists() and not options.screenshot.is_file():
        raise DuiduError(f"{options.screenshot.name} is no file that a picture can be written to.")
    try:
        from duidu.app import run_window
    except ImportError as error:
        raise DuiduError(
            f"The window cannot start: {error}. 'duidu annotate FILE' works without it."
        ) from error
    is_address = bool(options.file) and options.file.startswith(_WEB)
    return run_window(
        path=None if is_address or not options.file else Path(options.file),
        address=options.file if is_address else "",
        screenshot=options.screenshot,
        size=options.size,
        theme=options.theme,
        script=options.script,
        variety=options.variety,
    )


def _has_display() -> bool:
    """Tell whether a window can be opened; Qt ends the process where one cannot."""
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    match = re.fullmatch(r"(?:unix|[\w.-]*):(\d+)(?:\.\d+)?", os.environ.get("DISPLAY", ""))
    if match is None:
        return False
    host = os.environ["DISPLAY"].rpartition(":")[0]
    if host not in ("", "unix"):
        return True
    path = f"/tmp/.X11-unix/X{match[1]}"  # noqa: S108 - where every X server listens
    return any(_listens(address) for address in (path, f"\0{path}"))


def _listens(address: str) -> bool:
    with socket.socket(socket.AF_UNIX) as one, suppress(OSError):
        one.connect(address)
        return True
    return False


def _window_parser() -> Parser:
    parser = Parser(
        prog="duidu",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Read a Chinese article in traditional and simplified script side by side.",
        epilog=(
            "other commands (each has its own --help):\n"
            "  duidu annotate FILE      write the annotated text as HTML or JSON Lines\n"
            "  duidu lookup WORD        look a word up in the dictionary\n"
            "  duidu dictionary info    tell which dictionary is built in\n\n"
            "A file that has the name of a command is opened as ./NAME."
        ),
    )
    parser.add_argument(
        "file", nargs="?", metavar="FILE", help="the article to open, or the address of a web page"
    )
    parser.add_argument(
        "--screenshot",
        type=Path,
        metavar="OUT.png",
        help="save a picture of the window once the first page is annotated, and end",
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window in pixels")
    parser.add_argument("--theme", choices=["light", "sepia", "dark"], help="overrule the theme")
    parser.add_argument("--version", action="version", version=f"duidu {__version__}")
    _add_script_options(parser)
    return parser


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2,5})[xX×](\d{2,5})", text)
    if match is None or not all(100 <= int(side) <= 10_000 for side in match.groups()):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size like 1280x800")
    return int(match[1]), int(match[2])


def _add_script_options(parser: Parser) -> None:
    parser.add_argument(
        "--from",
        dest="script",
        type=_script,
        metavar="auto|traditional|simplified",
        help="the script that the text is written in (default: auto)",
    )
    parser.add_argument(
        "--variety",
        type=_variety,
        metavar="|".join(_VARIETIES),
        help="the standard of the traditional side (default: as the text, else taiwan)",
    )


def _script(text: str) -> Script | None:
    if text == "auto":
        return None
    with suppress(ValueError):
        return Script(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not auto, traditional or simplified")


def _variety(text: str) -> Variety:
    with suppress(ValueError):
        return Variety(text)
    raise argparse.ArgumentTypeError(f"'{text}' is not one of {', '.join(_VARIETIES)}")


def _annotate(arguments: Sequence[str]) -> int:
    options = _annotate_parser().parse_args(arguments)
    from duidu.article.formats import LARGEST, read_bytes, read_file, read_lines_bytes
    from duidu.article.web import fetch
    from duidu.dictionary.store import Dictionary
    from duidu.export.annotated import AnnotatedArticle
    from duidu.export.formats import WRITERS, export_article
    from duidu.language.annotate import Language

    if (options.output != "-" and not Path(options.output).name) or options.output.endswith("/"):
        raise DuiduError(f"'{options.output}' names no file to write to.")
    if options.file == "-":
        if sys.stdin is None:
            raise DuiduError("There is no standard input to read from.")
        article = read_lines_bytes(sys.stdin.buffer.read(LARGEST + 1), encoding=options.encoding)
    elif options.file.startswith(_WEB):
        data = fetch(options.file, lambda done, whole: None)
        article = read_bytes(data, options.file, options.encoding)
    else:
        article = read_file(Path(options.file), encoding=options.encoding)
    annotator = Language(Dictionary()).annotator(article, options.script, options.variety)
    is_file = options.file != "-" and not options.file.startswith(_WEB)
    path = Path(options.file) if is_file else None
    try:
        annotator.choices = _kept_choices(article, path, annotator.script_of)
    except (DuiduError, OSError) as error:
        # What the reader corrected is wanted, but the article can be annotated without it.
        print(f"duidu: without corrections: {one_line(str(error))}", file=sys.stderr)  # noqa: T201
    annotator.read_as_in_taiwan(options.taiwan_readings)
    annotator.regional_words = options.regional_words
    annotated = AnnotatedArticle(
        article,
        annotator.annotate,
        annotator.script,
        annotator.variety,
        sandhi=options.sandhi,
    )
    writer = WRITERS[options.format]
    if options.output == "-":
        with _standard_output() as out:
            writer.write(annotated, out)
    else:
        export_article(annotated, writer, Path(options.output))
    return 0


def _kept_choices(
    article: Article, path: Path | None, script_of: Callable[[Paragraph], Script]
) -> Choices:
    """Give the corrections that the reader keeps for an article, if there are any."""
    from duidu.folders import memory_path
    from duidu.language.choice import no_choices
    from duidu.study.corrections import Corrections, PlacedCorrections
    from duidu.study.document import document_of
    from duidu.study.memory import Memory

    if not memory_path().is_file():
        return no_choices
    memory = Memory(memory_path())
    try:
        kept = Corrections(memory).of(document_of(article, path))
    finally:
        memory.close()
    return PlacedCorrections(article, script_of, kept) if kept else no_choices


def _standard_output() -> TextIOWrapper:
    """Give standard output as UTF-8 with plain line ends, whatever the locale is."""
    if sys.stdout is None:
        raise DuiduError("There is no standard output to write to.")
    return open(sys.stdout.fileno(), "w", encoding="utf-8", newline="\n", closefd=False)


def _annotate_parser() -> Parser:
    parser = Parser(
        prog="duidu annotate",
        description="Write the annotated text of an article: both scripts, readings, glosses.",
        epilog="Of standard input (-), each line that is not blank is one paragraph.",
    )
    parser.add_argument(
        "file", metavar="FILE|-", help="the article: a file, a web address, or - for standard input"
    )
    parser.add_argument(
        "--format", choices=["html", "jsonl"], default="jsonl", help="(default: jsonl)"
    )
    parser.add_argument(
        "--output", default="-", metavar="OUT|-", help="the file to write (default: -)"
    )
    parser.add_argument(
        "--encoding", metavar="NAME", help="overrule the detected encoding: gb18030, big5, ..."
    )
    parser.add_argument(
        "--taiwan-readings", action="store_true", help="read words as in Taiwan, where that differs"
    )
    parser.add_argument(
        "--regional-words",
        action="store_true",
        help="put the other region's word where it has its own (计程车: 出租车, 软件: 軟體)",
    )
    parser.add_argument(
        "--sandhi",
        action="store_true",
        help="mark 一 and 不 with the tones in which they are spoken (yí gè, bú shì)",
    )
    _add_script_options(parser)
    return parser


def _lookup(arguments: Sequence[str]) -> int:
    parser = Parser(prog="duidu lookup", description="Look a word up, in either script.")
    parser.add_argument("word", metavar="WORD")
    word = parser.parse_args(arguments).word
    from duidu.dictionary.store import Dictionary

    entries = Dictionary().find(word)
    if not entries:
        return _fail(f"The dictionary has no entry '{word}'.")
    with _standard_output() as out:
        for entry in entries:
            heads = dict.fromkeys((entry.traditional, entry.simplified))
            out.write(f"{' '.join(heads)}  {entry.pinyin}\n")
            out.writelines(f"  {n}. {sense}\n" for n, sense in enumerate(entry.senses, 1))
            for classifier in entry.classifiers:
                forms = dict.fromkeys((classifier.traditional, classifier.simplified))
                out.write(f"  classifier: {' '.join(forms)} {classifier.pinyin}\n")
    return 0


def _dictionary(arguments: Sequence[str]) -> int:
    parser = Parser(prog="duidu dictionary", description="Tell about the built-in dictionary.")
    parser.add_argument("what", choices=["info"], help="name, release date, entries, licence")
    parser.parse_args(arguments)
    from duidu.dictionary.store import Dictionary

    release = Dictionary().release
    with _standard_output() as out:
        out.write(f"name     {release.name}\n")
        out.write(f"date     {release.date}\n")
        out.write(f"entries  {release.entries:,}\n")
        out.write(f"licence  {release.licence}\n")
        out.write(f"source   {release.source}\n")
    return 0


_COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "annotate": _annotate,
    "lookup": _lookup,
    "dictionary": _dictionary,
}

import json
import os
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from duidu.cli import main, one_line

SAMPLES = Path(str(files("duidu.resources").joinpath("samples")))
MARKET = SAMPLES / "morning-market.txt"


def run(*arguments, data=b"", **environment):
    unset = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    own = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "-m", "duidu", *map(str, arguments)],
        input=data,
        capture_output=True,
        env=own | environment,
        timeout=120,
    )


def fails(result, code=1):
    """Hold that a run failed in one line without a traceback, and give the line."""
    message = result.stderr.decode()
    assert result.returncode == code, message
    assert message.count("\n") == 1, message
    assert "Traceback" not in message
    assert result.stdout == b""
    return message


def test_annotate_writes_the_contract_of_the_readme():
    result = run("annotate", MARKET, "--format", "jsonl")
    assert (result.returncode, result.stderr) == (0, b"")
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["paragraph"] for one in objects] == list(range(len(objects)))
    assert {one["script"] for one in objects} == {"traditional"}
    assert objects[0]["simplified"].startswith("清晨的鱼市场")
    lines = [line.strip() for line in MARKET.read_text("utf-8").splitlines() if line.strip()]
    assert [one["source"] for one in objects] == lines
    for one in objects:
        assert "".join(w["traditional"] for w in one["words"]) == one["traditional"]
        assert "".join(w["simplified"] for w in one["words"]) == one["simplified"]
        ends = [0, *(w["end"] for w in one["words"])]
        assert [w["start"] for w in one["words"]] == ends[:-1]
        assert ends[-1] == len(one["source"])


def test_lines_of_standard_input_are_paragraphs():
    text = "第一行。\n\n  第二行，頭髮。 \r\nNo hanzi here\n" + "長" * 5_003
    result = run("annotate", "-", data=text.encode())
    objects = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["source"] for one in objects[:3]] == ["第一行。", "第二行，頭髮。", "No hanzi here"]
    assert [one.get("continues", False) for one in objects[2:]] == [False, True, False]
    assert "".join(one["source"] for one in objects[3:]) == "長" * 5_003


def test_the_script_and_the_variety_can_be_overruled():
    result = run(
        "annotate", "-", "--from", "simplified", "--variety", "hongkong", data="里面说".encode()
    )
    assert json.loads(result.stdout)["traditional"] == "裏面説"


def test_a_file_is_written_and_an_old_one_survives_a_failure(tmp_path):
    target = tmp_path / "out.html"
    target.write_text("the old one")
    fails(run("annotate", tmp_path / "none.txt", "--format", "html", "--output", target))
    assert target.read_text() == "the old one"
    result = run("annotate", MARKET, "--format", "html", "--output", target)
    assert result.returncode == 0
    assert "<ruby>" in target.read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out.html"]
    assert "folder" in fails(run("annotate", MARKET, "--output", tmp_path))
    fails(run("annotate", MARKET, "--output", tmp_path / "no" / "such" / "folder.jsonl"))


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"", "empty"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"English only", "no Chinese")],
)
def test_bad_files_fail_in_one_line(tmp_path, content, says):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    assert says in fails(run("annotate", path))


def test_bad_calls_fail_in_one_line(tmp_path):
    fails(run("annotate"), 2)
    fails(run("annotate", MARKET, "--format", "docx"), 2)
    fails(run("--size", "huge", MARKET), 2)
    fails(run("annotate", MARKET, "--variety", "moon"), 2)
    fails(run("annotate", "-", data=b""))
    fails(run("annotate", tmp_path))
    fails(run("annotate", MARKET, "--encoding", "no-such-encoding"))


@pytest.mark.parametrize("output", ["", ".", "new/"])
def test_an_output_without_a_name_fails_in_one_line(tmp_path, output):
    source = tmp_path / "a.txt"
    source.write_text("你好", "utf-8")
    assert f"'{output}' names no file" in fails(run("annotate", source, "--output", output))


def test_words_are_looked_up_in_either_script():
    for word in ("瀋陽市", "沈阳市"):
        result = run("lookup", word)
        assert result.returncode == 0
        assert "Shěn yáng Shì" in result.stdout.decode()
    assert "no entry" in fails(run("lookup", "xyzzy"))


def test_the_dictionary_tells_its_release():
    told = run("dictionary", "info").stdout.decode()
    assert "CC-CEDICT" in told
    assert "CC BY-SA 4.0" in told


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_window_says_what_works():
    assert "duidu annotate" in fails(run(MARKET))
    assert "duidu annotate" in fails(run(MARKET, DISPLAY=":987"))


def test_a_screenshot_is_taken_without_a_display(tmp_path):
    picture = tmp_path / "window.png"
    result = run(MARKET, "--screenshot", picture, "--size", "900x600", HOME=str(tmp_path))
    assert result.returncode == 0, result.stderr
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert "no-such.txt" in fails(run("no-such.txt", "--screenshot", picture, HOME=str(tmp_path)))


def test_a_closed_pipe_is_no_traceback():
    command = f"{sys.executable} -m duidu annotate {MARKET} | head -c 10"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60)
    assert result.stderr == b""


@pytest.mark.parametrize(
    ("shell", "says"),
    [
        ("annotate - <&-", "standard input"),
        ("annotate {market} >&-", "standard output"),
        ("annotate {market} >/dev/full", "No space left"),
        ("lookup 好 >/dev/full", "No space left"),
    ],
)
def test_missing_and_full_outputs_fail_in_one_line(shell, says):
    command = f"{sys.executable} -m duidu {shell.format(market=MARKET)}"
    result = subprocess.run(command, shell=True, capture_output=True, timeout=60)
    assert says in fails(result)


def test_help_is_for_people(capsys):
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    assert "annotate" in capsys.readouterr().out
    assert one_line("a\nb\x00c") == "a b c"


def test_a_name_of_any_bytes_is_opened(tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
    path.write_text("今天天气很好。", "utf-8")
    for form in ("html", "jsonl"):
        assert run("annotate", path, "--format", form).returncode == 0
    picture = tmp_path / "window.png"
    result = run(path, "--screenshot", picture, HOME=str(tmp_path))
    assert (result.returncode, result.stderr) == (0, b"")


def test_hanzi_as_character_references_are_hanzi(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>&#20170;&#22825;&#22825;&#27668;</p>")
    assert json.loads(run("annotate", page).stdout)["source"] == "今天天气"
    page.write_text('<html><script>var 中文="中国";</script><p>hello world</p></html>', "utf-8")
    assert "no Chinese" in fails(run("annotate", page))


def test_corrections_that_cannot_be_read_do_not_hinder(tmp_path):
    memory = tmp_path / ".local" / "share" / "duidu" / "memory.sqlite"
    memory.parent.mkdir(parents=True)
    memory.write_bytes(b"no database " * 400)
    result = run("annotate", MARKET, HOME=str(tmp_path), XDG_DATA_HOME="")
    assert result.returncode == 0
    assert result.stderr.count(b"\n") == 1
    assert len(result.stdout.splitlines()) > 10


def test_a_loop_of_links_and_a_pipe_fail_in_one_line(tmp_path):
    loop, pipe = tmp_path / "loop", tmp_path / "pipe"
    loop.symlink_to("loop")
    os.mkfifo(pipe)
    fails(run("annotate", MARKET, "--output", loop))
    fails(run(MARKET, "--screenshot", pipe, HOME=str(tmp_path)))

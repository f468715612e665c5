import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph, Section
from duidu.dictionary.store import Dictionary
from duidu.language.annotate import Language
from duidu.language.choice import Choice, Piece, recut
from duidu.language.model import Script, Variety
from duidu.study.anchor import SourcePlaces
from duidu.study.corrections import (
    Correction,
    Corrections,
    PlacedCorrections,
    Scope,
    SharedFileError,
)
from duidu.study.document import Document, document_of
from duidu.study.memory import KeepingError, Memory

TEXTS = ("他還沒有還。", "張開的門，長長的路。", "他還沒有還。")
EVERYWHERE = Document("", "")


@pytest.fixture(scope="module")
def language():
    return Language(Dictionary())


@pytest.fixture
def corrections(tmp_path):
    return Corrections(Memory(tmp_path / "memory.sqlite"))


def article(*texts):
    return Article("", (Section("", tuple(Paragraph(text) for text in texts)),))


def annotated(language, opened, kept, script=Script.TRADITIONAL):
    annotator = language.annotator(opened, script, Variety.TAIWAN)
    annotator.choices = PlacedCorrections(opened, annotator.script_of, kept)
    return [annotator.annotate(paragraph) for paragraph in opened.paragraphs()]


def words(paragraph):
    return [word.traditional for word in paragraph.words if word.reading]


def always(text, *pieces, simplified=None):
    return Correction(Scope.ALWAYS, EVERYWHERE, text, simplified or text, pieces)


def here(opened, index, start, end, *pieces, simplified):
    paragraph = list(opened.paragraphs())[index]
    before, after, place = SourcePlaces(opened).surroundings(paragraph, start, end)
    text = paragraph.text[start:end]
    document = document_of(opened, None)
    return Correction(Scope.HERE, document, text, simplified, pieces, before, after, place)


def test_a_reading_is_chosen_wherever_the_word_stands(language):
    fixed = always("還", Piece(1, reading=("xuán",)), simplified="还")
    for paragraph in annotated(language, article(*TEXTS), [fixed]):
        for word in paragraph.words:
            if word.traditional == "還":
                assert (word.reading, word.guessed, word.corrected) == (("xuán",), (), True)


def test_a_word_is_cut_and_words_are_joined(language):
    cut = always("沒有", Piece(1), Piece(1), simplified="没有")
    (one, _, _) = annotated(language, article(*TEXTS), [cut])
    assert words(one) == ["他", "還", "沒", "有", "還"]
    joined = always("的路", Piece(2))
    _, two, _ = annotated(language, article(*TEXTS), [joined])
    assert "的路" in words(two)


def test_a_correction_never_reaches_into_another_word(language):
    (one,) = annotated(
        language, article("他張開了手。"), [always("張", Piece(1, reading=("x",)), simplified="张")]
    )
    assert words(one)[1] == "張開"
    assert one.words[1].reading == ("zhāng", "kāi")


def test_a_name_is_read_and_written_as_a_name(language):
    opened = article("单志伟来了。")
    name = always("單志偉", Piece(3, name=True), simplified="单志伟")
    (one,) = annotated(language, opened, [name], Script.SIMPLIFIED)
    assert one.words[0].traditional == "單志偉"
    assert one.words[0].reading == ("Shàn", "Zhì", "wěi")


def test_a_form_chosen_in_one_script_holds_in_the_other(language):
    form = always("颱", Piece(1, form="颱"), simplified="台")
    (one,) = annotated(language, article("台 "), [form], Script.SIMPLIFIED)
    assert (one.words[0].traditional, one.words[0].overruled) == ("颱", True)
    (other,) = annotated(language, article("颱 "), [form], Script.TRADITIONAL)
    assert other.words[0].simplified == "台"


def test_one_place_alone_is_corrected_though_others_read_alike(language):
    opened = article(*TEXTS)
    fixed = here(opened, 2, 1, 2, Piece(1, reading=("xuán",)), simplified="还")
    found = annotated(language, opened, [fixed])
    assert [p.words[1].corrected for p in found] == [False, False, True]


def test_a_place_is_found_again_after_an_edit_elsewhere(language):
    opened = article("開頭。", "這是門前的路，很長。", "結尾。")
    fixed = here(opened, 1, 2, 3, Piece(1, reading=("xx",)), simplified="门")
    edited = article(
        "新的開頭，比以前長得多了，長得多了。", "開頭。", "這是門前的路，很長。", "結尾。"
    )
    found = annotated(language, edited, [fixed])
    assert [w.traditional for p in found for w in p.words if w.corrected] == ["門"]


def test_a_place_that_is_gone_is_kept_and_not_applied_elsewhere(language):
    opened = article("這是門前的路，很長。")
    fixed = here(opened, 0, 2, 3, Piece(1, reading=("xx",)), simplified="门")
    changed = article("門前沒有路。", "後門前的路。")
    placed = PlacedCorrections(changed, lambda paragraph: Script.TRADITIONAL, [fixed])
    assert placed.lost == [fixed]
    assert not any(w.corrected for p in annotated(language, changed, [fixed]) for w in p.words)


def test_the_particular_wins_over_the_general(language):
    opened = article(*TEXTS)
    general = always("還", Piece(1, reading=("aa",)), simplified="还")
    document = replace(
        general,
        scope=Scope.DOCUMENT,
        document=document_of(opened, None),
        pieces=(Piece(1, reading=("bb",)),),
    )
    particular = here(opened, 0, 1, 2, Piece(1, reading=("cc",)), simplified="还")
    found = annotated(language, opened, [general, document, particular])
    assert found[0].words[1].reading == ("cc",)
    assert found[2].words[1].reading == ("bb",)


def test_corrections_survive_closing_and_a_newer_one_takes_the_place_of_an_older(tmp_path):
    path = tmp_path / "memory.sqlite"
    memory = Memory(path)
    kept = Corrections(memory)
    kept.add(always("還", Piece(1, reading=("hái",)), simplified="还"))
    second = kept.add(always("還", Piece(1, reading=("huán",)), simplified="还"))
    memory.close()
    again = Corrections(Memory(path))
    assert again.all() == [second]
    again.remove(second)
    assert again.all() == []


def test_a_document_is_known_by_its_path_or_its_beginning(tmp_path, corrections):
    opened = article(*TEXTS)
    known = document_of(opened, tmp_path / "a.txt")
    fixed = replace(always("還", Piece(1), simplified="还"), scope=Scope.DOCUMENT, document=known)
    fixed = corrections.add(fixed)
    assert corrections.of(document_of(opened, None)) == [fixed]
    assert corrections.of(document_of(article("另一個"), tmp_path / "a.txt")) == [fixed]
    assert corrections.of(document_of(article("另一個"), tmp_path / "b.txt")) == []


def test_corrections_can_be_shared_as_a_plain_file(tmp_path, corrections):
    fixed = always("還", Piece(1, reading=("huán",)), simplified="还")
    corrections.add(fixed)
    path = tmp_path / "shared.json"
    assert corrections.export(path) == 1
    other = Corrections(Memory(None))
    assert other.import_file(path) == 1
    assert [replace(one, id=0) for one in other.all()] == [fixed]


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"format": "duidu-corrections", "version": 2, "corrections": []}', "\x00\xff",
     json.dumps({"format": "duidu-corrections", "version": 1, "corrections": [
         {"traditional": "還", "simplified": "还", "pieces": [
             {"length": 7, "form": None, "reading": None, "name": False}]}]}),
     "[" * 100_000],
)  # fmt: skip
def test_a_bad_shared_file_is_told(tmp_path, corrections, content):
    path = tmp_path / "bad.json"
    path.write_text(content, "utf-8")
    with pytest.raises(SharedFileError, match=r"bad\.json"):
        corrections.import_file(path)
    assert corrections.all() == []


def test_a_damaged_or_newer_file_is_left_as_it_is(tmp_path):
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"no database at all " * 500)
    newer = tmp_path / "newer.sqlite"
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    for path in (damaged, newer):
        content = path.read_bytes()
        with pytest.raises(KeepingError, match=path.name):
            Memory(path)
        assert path.read_bytes() == content
    folder = tmp_path / "file"
    folder.write_text("")
    with pytest.raises(KeepingError):
        Memory(folder / "memory.sqlite")


WRITER = """
import sys
from pathlib import Path
from duidu.language.choice import Piece
from duidu.study.corrections import *
from duidu.study.document import Document
from duidu.study.memory import Memory
kept = Corrections(Memory(Path(sys.argv[1])))
for number in range(100_000):
    text = chr(0x4E00 + number % 20_000)
    kept.add(Correction(Scope.ALWAYS, Document("", ""), text, text, (Piece(1),)))
    print(number, flush=True)
"""


def test_no_acknowledged_correction_is_lost_when_the_program_is_killed(tmp_path):
    path = tmp_path / "memory.sqlite"
    for wait in (0.05, 0.15, 0.3):
        before = len(Corrections(Memory(path)).all())
        process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE
        )
        process.stdout.readline()
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged = 1 + len(process.stdout.read().splitlines())
        process.wait()
        process.stdout.close()
        memory = Memory(path)
        assert memory.read("PRAGMA integrity_check") == [("ok",)]
        assert len(Corrections(memory).all()) >= max(before, acknowledged)


SPANS = st.lists(st.integers(1, 4), min_size=1, max_size=10)


@given(SPANS, st.data())
def test_recutting_keeps_a_partition_and_has_every_piece(lengths, data):
    borders = [0]
    for length in lengths:
        borders.append(borders[-1] + length)
    start = data.draw(st.integers(0, borders[-1] - 1))
    pieces = []
    place = start
    while place < borders[-1] and len(pieces) < 3:
        size = data.draw(st.integers(1, borders[-1] - place))
        pieces.append(Piece(size))
        place += size
    found = recut(borders, [Choice(start, tuple(pieces))])
    assert found == sorted(set(found))
    assert (found[0], found[-1]) == (0, borders[-1])
    inside = [border for border in found if start <= border <= place]
    assert len(inside) == len(pieces) + 1


@given(st.text(alphabet="還张門長的路，A ", min_size=1, max_size=20), st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_words_partition_the_source_whatever_is_chosen(language, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    opened = article("前一段。", text)
    piece = Piece(end - start, reading=("x",), name=data.draw(st.booleans()))
    fixed = here(opened, 1, start, end, piece, simplified=text[start:end])
    one = annotated(language, opened, [fixed])[1]
    assert one.traditional == text
    assert "".join(text[w.start : w.end] for w in one.words) == text
    assert any(w.start == start and w.end == end and w.corrected for w in one.words)

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph, Section
from duidu.study.anchor import SourcePlaces
from duidu.study.document import Document, document_of
from duidu.study.marks import Colour, Kind, Mark, Marks, PlacedMark, PlacedMarks, union
from duidu.study.memory import Memory

TEXTS = (
    "天還沒亮，漁夫的頭髮已經濕了。",
    "他發現船上只有三隻貓，貓不說話。",
    "「你們從哪裡來？」他問。",
)


def article(*texts):
    return Article("", (Section("", tuple(Paragraph(text) for text in texts)),))


def mark(opened, start, end, kind=Kind.HIGHLIGHT, path=None, **others):
    anchor = SourcePlaces(opened).anchor(start, end)
    return Mark(kind, document_of(opened, path), anchor, **others)


def placed(opened, marks, path=None):
    return PlacedMarks(document_of(opened, path), SourcePlaces(opened), marks)


def test_marks_survive_with_colour_and_note(tmp_path):
    opened, path = article(*TEXTS), tmp_path / "memory.sqlite"
    memory = Memory(path)
    kept = Marks(memory)
    one = kept.add(mark(opened, 5, 20, colour=Colour.ROSE, note="一行\n兩行"))
    two = kept.add(mark(opened, 3, 3, Kind.BOOKMARK))
    memory.close()
    again = Marks(Memory(path))
    assert again.of(document_of(opened, None)) == [one, two]
    assert "\n" in one.anchor.text
    changed = replace(one, note="", colour=Colour.BLUE)
    again.change([changed])
    again.remove([two])
    assert again.of(document_of(opened, None)) == [changed]
    joined = again.add(replace(one, id=0), [changed])
    assert again.of(document_of(opened, None)) == [joined]


def test_marks_are_placed_in_the_order_of_the_text_and_what_is_gone_is_kept():
    opened = article(*TEXTS)
    marks = [mark(opened, 40, 44), mark(opened, 5, 7), mark(opened, 16, 18, Kind.BOOKMARK)]
    found = placed(article("新的開頭。", TEXTS[0], TEXTS[2]), marks)
    assert [one.start for one in found.placed] == sorted(one.start for one in found.placed)
    assert [one.mark.anchor.text for one in found.of(Kind.HIGHLIGHT)] == [
        "漁夫",
        marks[0].anchor.text,
    ]
    assert found.lost == [marks[2]]


def test_a_mark_of_another_file_that_begins_alike_is_no_loss(tmp_path):
    opened = article(*TEXTS)
    other = tmp_path / "other.txt"
    other.write_text("")
    strange = replace(mark(opened, 5, 20), document=Document(str(other), "x"))
    assert placed(article("別的。"), [strange]).lost == []
    other.unlink()
    assert placed(article("別的。"), [strange]).lost == [strange]


def test_marks_are_anchored_anew_so_that_many_edits_do_not_lose_them(tmp_path):
    marked = "三隻貓"
    kept = mark(article("甲" * 30 + marked + "乙" * 30), 30, 33)
    for before, after in (("丙" * 30, "乙" * 30), ("丙" * 30, "丁" * 30), ("戊" * 30, "丁" * 30)):
        opened = article(before + marked + after)
        found = placed(opened, [kept])
        assert found.lost == []
        (kept,) = found.moved()
    assert placed(opened, [kept]).moved() == []


@given(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_overlapping_is_sharing_a_character(start, length, other, size):
    one = PlacedMark(mark(article("字" * 30), start, start + length), start, start + length)
    mine = set(range(start, start + max(1, length)))
    theirs = set(range(other, other + max(1, size)))
    assert one.overlaps(other, other + size) == bool(mine & theirs)


def test_a_highlight_takes_up_those_that_it_overlaps():
    opened = article("字" * 30)
    absorbed = [
        PlacedMark(mark(opened, 2, 6, note="一"), 2, 6),
        PlacedMark(mark(opened, 8, 12), 8, 12),
        PlacedMark(mark(opened, 13, 20, note="二"), 13, 20),
    ]
    assert union(4, 15, absorbed) == (2, 20, "一\n二")
    assert union(4, 15, []) == (4, 15, "")

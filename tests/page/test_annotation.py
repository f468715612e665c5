import pytest

from duidu.article.model import Paragraph
from duidu.language.model import AnnotatedParagraph, Script
from duidu.page.annotation import SectionAnnotation

PARAGRAPHS = [Paragraph(f"第{n}段") for n in range(6)]


def plain(paragraph):
    return AnnotatedParagraph(paragraph.text, paragraph.role, Script.TRADITIONAL, ())


@pytest.fixture
def annotation(application):
    return SectionAnnotation()


def test_what_is_needed_comes_first_and_each_comes_once(annotation, spin):
    arrived, finished = [], []
    annotation.arrived.connect(arrived.append)
    annotation.finished.connect(lambda: finished.append(list(arrived)))
    annotation.start(PARAGRAPHS, plain)
    annotation.need([4, 2])
    assert arrived == [4, 2]
    annotation.go_on()
    assert arrived == [4, 2]
    spin(until=lambda: finished)
    assert finished == [[4, 2, 0, 1, 3, 5]]


def test_a_paragraph_that_fails_is_told_once_and_the_others_come(annotation, spin):
    failed, finished = [], []

    def broken(paragraph):
        if paragraph is PARAGRAPHS[1]:
            raise ValueError("no words")
        return plain(paragraph)

    annotation.failed.connect(failed.append)
    annotation.finished.connect(lambda: finished.append(True))
    annotation.start(PARAGRAPHS, broken)
    annotation.need([1])
    annotation.go_on()
    spin(until=lambda: finished)
    assert [str(error) for error in failed] == ["no words"]
    assert [n for n, one in enumerate(annotation.done) if one is None] == [1]


def test_another_section_drops_what_is_left_of_the_first(annotation, spin):
    arrived, finished = [], []
    annotation.start(PARAGRAPHS, plain)
    annotation.go_on()
    annotation.start(PARAGRAPHS[:2], plain)
    annotation.arrived.connect(arrived.append)
    annotation.finished.connect(lambda: finished.append(True))
    spin(20)
    assert arrived == []
    annotation.go_on()
    spin(until=lambda: finished)
    assert arrived == [0, 1]

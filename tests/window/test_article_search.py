"""The search over all sections, with the real window around it."""

import threading

import pytest

from duidu.language.model import Script, Variety
from duidu.page.search import hits, parse
from duidu.window import article_search
from duidu.window.article_search import Found, count_in
from duidu.window.find_bar import sentence_for

LINE = "天還沒亮，漁夫的頭髮已經濕了。\n"
QUIET = "風很大，他沒有說話。\n"
# How often 頭髮 stands in each section.
COUNTS = (2, 0, 3, 0, 1)


@pytest.fixture
def book(window, open_file, tmp_path):
    """Open a book of five sections, two of them without a hit."""
    path = tmp_path / "book.txt"
    chapters = (
        f"第{n}回　某事\n" + QUIET * 5 + LINE * count + QUIET * 300
        for n, count in zip("一二三四五", COUNTS, strict=True)
    )
    path.write_text("\n".join(chapters), "utf-8")
    assert open_file(path) == "annotated"
    assert len(window.reading.sections) == len(COUNTS)
    return window


@pytest.fixture
def settled(window, spin):
    def wait():
        spin(
            until=lambda: (
                window.search.found.article is not None and window.search.found.progress is None
            )
        )
        spin(until=lambda: window.page.finding.complete)

    return wait


@pytest.mark.parametrize("typed", ["頭髮", "头发", "toufa", "tóu fa"])
def test_the_whole_article_is_counted(book, settled, typed):
    book.search.look_for(typed)
    settled()
    assert book.search.found == Found(1, 2, True, 5, sum(COUNTS))
    book.search.stop()
    assert book.search.found is None and not book.page.finding.count


def test_steps_go_over_the_borders_and_around(book, settled, spin):
    book.search.look_for("头发")
    settled()
    met = []
    for backward in (False,) * 6 + (True,) * 6:
        book.search.step(backward)
        spin(until=lambda: book.page.finding.complete)
        met.append((book.reading.section, book.page.finding.number))
    forth = [(0, 2), (2, 1), (2, 2), (2, 3), (4, 1), (0, 1)]
    assert met[:6] == forth
    assert met[6:] == [(4, 1), (2, 3), (2, 2), (2, 1), (0, 2), (0, 1)]


def test_a_step_waits_for_the_count(book, spin):
    book.search.look_for("头发")
    book.search.step(backward=True)
    spin(until=lambda: book.reading.section == 4)
    spin(until=lambda: book.page.finding.complete)
    assert book.page.finding.number == 1


def test_one_job_runs_and_another_search_ends_it(book, spin, settled, monkeypatch):
    gate, running = threading.Event(), []

    def slow(paragraph, query, annotator):
        running.append(query.text)
        gate.wait(10)
        return count_in(paragraph, query, annotator)

    monkeypatch.setattr(article_search, "count_in", slow)
    book.search.look_for("頭")
    spin(until=lambda: running)
    assert book.search.found.progress == 0 and book.search.found.article is None
    book.search.look_for("頭髮")
    gate.set()
    settled()
    assert running.count("頭") == 1
    assert book.search.found.article == sum(COUNTS)
    spin(until=lambda: not book.jobs.busy)


def test_a_cancelled_count_is_taken_up_where_a_step_needs_it(book, spin, settled):
    book.search.look_for("头发")
    book.search.cancel_count()
    spin(until=lambda: book.page.finding.complete)
    assert book.search.found == Found(1, 2, True, 5)
    book.search.step(backward=False)
    book.search.step(backward=False)
    spin(until=lambda: book.reading.section == 2)
    settled()
    assert book.search.found.article == sum(COUNTS)


def test_the_search_goes_on_in_another_section_and_article(book, settled, open_file, article_file):
    book.search.look_for("头发")
    settled()
    book.reading.go_to(2)
    settled()
    assert book.search.found == Found(0, 3, True, 5, sum(COUNTS))
    open_file(article_file)
    settled()
    assert book.search.found == Found(0, 1, True, 1, 1)
    book.reading.close()
    assert book.search.found is None


def test_what_is_counted_follows_furniture_and_words(window, open_file, tmp_path, settled, spin):
    path = tmp_path / "page.txt"
    last = "版權所有，未經授權請勿轉載。\n"
    path.write_text("\n".join(f"第{n}回　某事\n{QUIET * 90}{last}" for n in "一二三"), "utf-8")
    open_file(path)
    window.search.look_for("版权")
    settled()
    folded = window.search.found.article
    window.store.update(furniture_open=True)
    settled()
    spin(until=lambda: window.search.found.article != folded)
    window.store.update(regional_words=True)
    settled()
    assert window.search.found.article > folded


def test_paragraphs_of_the_other_script_are_counted_too(window, open_file, tmp_path, settled):
    path = tmp_path / "mixed.txt"
    plain = "风很大，他没有说话，只看着远处。\n"
    chapters = (f"第{n}回　某事\n{plain * 250}" + LINE * (n == "二") for n in "一二三")
    path.write_text("\n".join(chapters), "utf-8")
    open_file(path)
    assert window.reading.article.annotator.script is Script.SIMPLIFIED
    for typed in ("头发", "頭髮", "tou2fa"):
        window.search.look_for(typed)
        settled()
        assert window.search.found == Found(0, 0, True, 3, 1)


def test_a_fault_of_the_count_is_told(book, spin, monkeypatch):
    def broken(*_):
        raise RuntimeError("no count")

    monkeypatch.setattr(article_search, "count_in", broken)
    book.search.look_for("头发")
    spin(until=book.message.isVisible)
    assert "no count" in book.message.text and book.search.found.progress is None


@pytest.mark.parametrize("typed", ["頭髮", "头发", "发", "沒", "toufa", "没有", "ta1"])
@pytest.mark.parametrize("regional", [False, True])
def test_the_count_is_what_the_page_would_find(book, typed, regional):
    annotator = book.reading.article.annotator
    annotator.regional_words = regional
    assert (annotator.script, annotator.variety) == (Script.TRADITIONAL, Variety.TAIWAN)
    query = parse(typed)
    for paragraph in book.reading.sections[0].paragraphs:
        assert count_in(paragraph, query, annotator) == len(
            hits(annotator.annotate(paragraph), query)
        )


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (None, ""),
        (Found(3, 17, True, 1, 17), "3 of 17"),
        (Found(3, 17, False, 1), "3 of 17 so far"),
        (Found(0, 17, True, 1), "17 here"),
        (Found(0, 0, False, 1), "Looking…"),
        (Found(0, 0, True, 1, 0), "Not in this article"),
        (Found(0, 0, True, 4, 0), "Not in this article"),
        (Found(0, 0, True, 4, 12), "Not in this section  ·  12 in all"),
        (Found(3, 17, True, 4, 1234), "3 of 17  ·  1,234 in all"),
        (Found(3, 17, True, 4, None, 0.4), "3 of 17  ·  counting…"),
        (Found(3, 17, True, 4), "3 of 17"),
    ],
)
def test_the_bar_says_what_is_known(found, sentence):
    assert sentence_for(found) == sentence

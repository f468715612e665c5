from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from duidu.article.model import Article, Paragraph, Role, Section
from duidu.study.anchor import SourcePlaces
from duidu.study.document import Document, document_of
from duidu.study.memory import Memory
from duidu.study.places import KEPT, LeftAt, Places, Progress, found_again

ROLES = st.sampled_from([Role.BODY, Role.FURNITURE, Role.TITLE])
PARAGRAPHS = st.lists(
    st.builds(Paragraph, st.text(alphabet="天地，𠮟", max_size=9), ROLES), min_size=1, max_size=8
)


def article(*texts):
    return Article("", (Section("", tuple(Paragraph(text) for text in texts)),))


def left(source, progress, number, offset):
    place = source.place(number, offset)
    share = progress.share(number, offset)
    return LeftAt(number, offset, share, share, source.anchor(place, place))


@given(PARAGRAPHS, st.data())
def test_the_share_grows_from_nothing_to_all(paragraphs, data):
    progress = Progress(paragraphs)
    shares = [
        progress.share(number, offset)
        for number, paragraph in enumerate(paragraphs)
        for offset in range(len(paragraph.text) + 1)
    ]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    assert progress.share(len(paragraphs), 0) == 1
    number, offset = progress.place(data.draw(st.floats(-1, 2)))
    assert 0 <= number < len(paragraphs) and 0 <= offset <= len(paragraphs[number].text)


@given(PARAGRAPHS, st.data())
def test_a_share_leads_to_its_place(paragraphs, data):
    progress = Progress(paragraphs)
    number = data.draw(st.integers(0, len(paragraphs) - 1))
    offset = data.draw(st.integers(0, len(paragraphs[number].text)))
    share = progress.share(number, offset)
    assert progress.share(*progress.place(share)) == share


def test_furniture_counts_only_where_there_is_nothing_else():
    body, furniture = Paragraph("四個字的"), Paragraph("版權所有", Role.FURNITURE)
    assert Progress([furniture, body]).share(1, 2) == 0.5
    assert Progress([body, furniture]).share(1, 0) == 1
    assert Progress([furniture, furniture]).share(1, 0) == 0.5


def test_a_place_outlives_an_edit_and_falls_back_to_the_share():
    texts = ["第一段，說的是開頭的事情。", "第二段，說的是中間的事情，很長。", "第三段，結尾。"]
    source, progress = SourcePlaces(article(*texts)), None
    progress = Progress(source.paragraphs)
    kept = left(source, progress, 1, 4)
    edited = SourcePlaces(article("新的一段，比別的都長得多。", *texts))
    assert found_again(kept, edited, Progress(edited.paragraphs), False) == (2, 4)
    other = SourcePlaces(article("完全不同的文字。" * 10))
    assert found_again(kept, other, Progress(other.paragraphs), False) is None
    number, offset = found_again(kept, other, Progress(other.paragraphs), True)
    assert number == 0 and abs(offset / 80 - kept.top) < 0.02


def test_places_survive_and_the_newest_counts(tmp_path):
    opened = article("一段。", "又一段。")
    source, document = SourcePlaces(opened), document_of(opened, tmp_path / "a.txt")
    progress = Progress(source.paragraphs)
    memory = Memory(tmp_path / "memory.sqlite")
    Places(memory).keep(document, left(source, progress, 0, 1))
    newest = left(source, progress, 1, 2)
    Places(memory).keep(document, newest)
    memory.close()
    places = Places(Memory(tmp_path / "memory.sqlite"))
    assert places.of(document) == (newest, True)
    assert places.of(replace(document, path="/moved")) == (newest, False)
    assert places.of(replace(document, signature="other")) == (newest, True)
    assert places.of(Document("/other", "other")) is None
    assert places.of(Document("", "other")) is None


def test_a_text_without_a_file_is_known_by_its_beginning():
    places, opened = Places(Memory(None)), article("貼上的文字。")
    source = SourcePlaces(opened)
    kept = left(source, Progress(source.paragraphs), 0, 2)
    places.keep(document_of(opened, None), kept)
    places.keep(Document("", "other"), replace(kept, offset=1))
    assert places.of(document_of(opened, None)) == (kept, True)


def test_old_places_go():
    memory = Memory(None)
    places, source = Places(memory), SourcePlaces(article("字"))
    kept = left(source, Progress(source.paragraphs), 0, 0)
    for number in range(KEPT + 5):
        places.keep(Document(f"/{number}", str(number)), kept)
    assert memory.read("SELECT count(*) FROM places") == [(KEPT,)]
    assert places.of(Document("/0", "0")) is None
    assert places.of(Document(f"/{KEPT + 4}", "x")) is not None

import pytest

from duidu.article import web
from duidu.article.errors import (
    NoAddressError,
    OpenError,
    RefusedPageError,
    TooLargeError,
    UnreachableError,
)
from duidu.article.web import address_of, fetch
from tests.site import PAGE


def nothing(done, whole):
    pass


def test_a_page_is_fetched_with_progress(site):
    told = []
    assert fetch(f"{site}/a", lambda *step: told.append(step)) == PAGE
    assert told[-1] == (len(PAGE), len(PAGE))


def test_redirections_are_followed_in_the_web_alone(site):
    assert fetch(f"{site}/to//a", nothing) == PAGE
    for elsewhere in ("file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/html,x"):
        with pytest.raises(OpenError):
            fetch(f"{site}/to/{elsewhere}", nothing)


def test_what_does_not_come_is_told_in_a_sentence(site):
    with pytest.raises(RefusedPageError, match="the server answers 404"):
        fetch(f"{site}/missing", nothing)
    with pytest.raises(UnreachableError, match="could not be fetched"):
        fetch("http://127.0.0.1:1/", nothing)


def test_a_page_without_end_is_stopped(site, monkeypatch):
    monkeypatch.setattr(web, "LARGEST", 200_000)
    with pytest.raises(TooLargeError):
        fetch(f"{site}/endless", nothing)


def test_the_reader_can_stop_it(site):
    class Stopped(Exception):
        pass

    def stop(done, whole):
        raise Stopped

    with pytest.raises(Stopped):
        fetch(f"{site}/endless", stop)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("example.org", "https://example.org/"),
        (" http://example.org/a b?q=雪#x ", "http://example.org/a%20b?q=%E9%9B%AA"),
        ("https://例子.中国/山", "https://xn--fsqu00a.xn--fiqs8s/%E5%B1%B1"),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x"),
    ],
)
def test_addresses_are_made_whole(typed, address):
    assert address_of(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "雪", "file:///etc/passwd", "javascript:x", "http://", "http://a b/", "http://[x"]
)
def test_what_is_no_address_is_told(typed):
    with pytest.raises(NoAddressError):
        address_of(typed)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duidu.article.tags import MOST_ATTRIBUTES, is_crowded

FEW, MANY = MOST_ATTRIBUTES, MOST_ATTRIBUTES + 1


def attributes(number, value=""):
    return " ".join(f"a{index}{value}" for index in range(number))


@pytest.mark.parametrize("value", ["", "=x", "='x y'", '="x > y"', " = x"])
def test_attributes_are_counted_however_they_are_written(value):
    assert is_crowded(f"<p {attributes(MANY, value)}>字</p>")
    assert not is_crowded(f"<p {attributes(FEW, value)}>字</p>")


@pytest.mark.parametrize(
    "before",
    ['x=">"', "x='>'", '"', "'", '" x=">"', "/", "x=/", "<", "x=<"],
)
def test_no_sign_before_them_hides_attributes(before):
    assert is_crowded(f"<p {before} {attributes(MANY)}>字</p>")


@pytest.mark.parametrize("tag", ["script", "STYLE", "title", "unknown", "p"])
def test_any_tag_can_be_crowded(tag):
    assert is_crowded(f"<html><{tag} {attributes(MANY)}>字")


@pytest.mark.parametrize(
    "text",
    [
        f"<!-- <p {attributes(MANY)}> --><p>字",
        f"<script>if (i<n {attributes(MANY)}) i=1</script><p>字",
        f"<style>{attributes(MANY)}",
        f"<p>字 {attributes(MANY)}</p>",
        '<img src="data:' + "a/b+c = " * MANY + '">',
        "<p>字" + "<" * MANY,
        "<a" * MANY,
        "<p>字" + "<p a=1>" * MANY,
    ],
    ids=range(8),
)
def test_what_is_no_attribute_does_not_count(text):
    assert not is_crowded(text)


@given(st.text(alphabet="<>ap='\"/! -", max_size=200))
def test_short_markup_is_never_crowded(text):
    assert not is_crowded(text)

import pytest

from duidu.article import errors
from duidu.article.errors import OpenError, shown

CLASSES = [
    value
    for value in vars(errors).values()
    if isinstance(value, type) and issubclass(value, OpenError)
]


@pytest.mark.parametrize("name", ["a\nb.txt", "a\u2028b", "\ud800", "a\u202eb", "", "字.txt"])
def test_each_message_is_one_line_that_can_be_written(name):
    made = [
        errors.TooLargeError(name, 64 << 20),
        errors.UnreadableFileError(name, "no\npermission"),
        errors.NoSuchEncodingError(name),
        errors.BinaryError(name, "a PDF file"),
        errors.MissingFileError(name),
        errors.NoHanziError(name),
    ]
    for error in made:
        message = str(error)
        assert message.splitlines() == [message]
        assert message.encode()
        assert message.endswith(".")
        assert shown(name) in message or name == ""


def test_the_limit_is_told_in_mebibytes():
    assert "64 MiB" in str(errors.TooLargeError("book.txt", 64 << 20))


@pytest.mark.parametrize("kind", CLASSES)
def test_every_class_has_a_sentence(kind):
    assert kind.__doc__
    assert kind.sentence.endswith(".")

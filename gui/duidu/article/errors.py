"""Why an article could not be opened, each told in one sentence that names the file."""

from __future__ import annotations

import re

from duidu.errors import DuiduError, Term

_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(origin: str) -> str:
    """Give a name that is safe inside one line: no line break, no lone surrogate, no bidi mark."""
    if isinstance(origin, Term):
        return origin
    return _UNPRINTABLE.sub("\ufffd", origin) or Term("The text")


class OpenError(DuiduError):
    """An article could not be opened. `sentence` is what follows the name of the file.

    It may have placeholders, which `values` fill.
    """

    sentence = "could not be opened."

    def __init__(self, origin: str = "", sentence: str = "", **values: object) -> None:
        super().__init__(f"{{name}} {sentence or self.sentence}", name=shown(origin), **values)
        self.origin = origin


class MissingFileError(OpenError):
    """Nothing stands at the path."""

    sentence = "does not exist."


class DirectoryError(OpenError):
    """The path is a folder."""

    sentence = "is a folder, not a file."


class SpecialFileError(OpenError):
    """The path is a device, a pipe or a socket."""

    sentence = "is a device or a pipe, not a file."


class UnreadableFileError(OpenError):
    """The system refused to read the file; `reason` is in the system's words."""

    sentence = "could not be read: {reason}."

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, reason=Term(shown(reason or "unknown reason")))


class TooLargeError(OpenError):
    """The file is larger than what can be shown; `limit` is in bytes."""

    sentence = "is larger than {limit} MiB, which is more than Duidu opens."

    def __init__(self, origin: str, limit: int) -> None:
        super().__init__(origin, limit=limit >> 20)


class EmptyError(OpenError):
    """There is no text, or nothing but white space."""

    sentence = "is empty."


class BinaryError(OpenError):
    """The content is not text; `kind` names what it is, where that is known."""

    sentence = "is not a text file."
    sentence_of_kind = "is {kind}, which Duidu cannot open yet."

    def __init__(self, origin: str = "", kind: str = "") -> None:
        super().__init__(origin, self.sentence_of_kind if kind else "", kind=Term(kind))


class UnknownEncodingError(OpenError):
    """The bytes make no sense in any encoding that Chinese is written in."""

    sentence = "is in an encoding that Duidu does not know."


class NoSuchEncodingError(OpenError):
    """The reader asked for an encoding that there is not."""

    sentence = "is not the name of a text encoding."

    def __init__(self, encoding: str) -> None:
        super().__init__(encoding or "“”")


class NoHanziError(OpenError):
    """The text was read, and has no Chinese character."""

    sentence = "has no Chinese characters."


class BrokenPageError(OpenError):
    """Markup in which no text could be found."""

    sentence = "is a page without any text."


class BrokenDocumentError(OpenError):
    """The content says that it is a document of some kind, and is damaged or cut off."""

    sentence = "is damaged and cannot be read."


class ProtectedError(OpenError):
    """The content is encrypted: a password or digital rights management."""

    sentence = "is protected by a password or by DRM; Duidu opens only what is not."


class OvergrownError(OpenError):
    """An archive that unpacks to more than could be shown, as bombs do."""

    sentence = "unpacks to far more than a document holds, and is not opened."


class OverlongError(OpenError):
    """Text or markup of more paragraphs than memory should be given for."""

    sentence = "is longer than anything that Duidu opens."


class NoTextLayerError(OpenError):
    """A PDF that holds pictures of pages, or fonts without a character map."""

    sentence = "has no text layer: its pages are pictures, or its fonts have no character map."


class NoAddressError(OpenError):
    """What was typed is no address of a page."""

    sentence = "is no address of a web page."


class UnreachableError(OpenError):
    """The page did not come; `reason` tells why."""

    sentence = "could not be fetched: {reason}."

    def __init__(self, origin: str, reason: str) -> None:
        super().__init__(origin, reason=Term(shown(reason)))


class RefusedPageError(OpenError):
    """The server has no such page, or does not give it; `code` is that of HTTP."""

    sentence = "could not be fetched: the server answers {code}."

    def __init__(self, origin: str, code: int) -> None:
        super().__init__(origin, code=code)

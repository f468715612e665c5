"""The base of every failure that a reader may see: its text is a sentence for them."""

from __future__ import annotations

# What is said of a file by several parts.
NOT_WRITTEN = "{name} was not written: {reason}."


class Term(str):
    """A word of the program's own, or of the system's, that stands inside a sentence.

    It is translated with the sentence, which the name of a file is not.
    """

    __slots__ = ()


class DuiduError(Exception):
    """Something went wrong in a way that can be told in one line.

    The line is `template` with `values` in it, so that it can be told in other languages too.
    """

    def __init__(self, template: str = "", /, **values: object) -> None:
        super().__init__(template.format(**values) if values else template)
        self.template, self.values = template, values

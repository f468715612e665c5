"""The base of every failure that a reader may see: its text is a sentence for them."""

from __future__ import annotations


class DuiduError(Exception):
    """Something went wrong in a way that can be told in one line."""

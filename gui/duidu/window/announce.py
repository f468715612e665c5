"""Telling a screen reader what happened; the page does it in the same way."""

from __future__ import annotations

from duidu.page.announce import announce

__all__ = ["announce"]

"""How an article is known again when it is opened another time."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from duidu.article.model import Article


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the reader's memory knows it: by its path, or by how it begins."""

    path: str
    signature: str


def document_of(article: Article, path: Path | None) -> Document:
    """Tell a document by its path and by its first three paragraphs."""
    beginning = "\n".join(p.text for _, p in zip(range(3), article.paragraphs(), strict=False))
    signature = hashlib.sha256(beginning.encode("utf-8", "replace")).hexdigest()[:32]
    name = os.fsencode(path.resolve()).decode("utf-8", "replace") if path else ""
    return Document(name, signature)

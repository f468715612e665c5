"""What a writer sees: an article whose paragraphs are annotated one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from duidu.article.model import Article, Paragraph
from duidu.errors import DuiduError
from duidu.language.model import AnnotatedParagraph, Script, Variety

Progress = Callable[[float], bool]


class ExportCancelled(DuiduError):
    """The reader stopped an export; nothing was written."""

    def __init__(self) -> None:
        super().__init__("The export was cancelled; nothing was written.")


@dataclass(frozen=True)
class AnnotatedArticle:
    """An article with the function that annotates it.

    Paragraphs are annotated as a writer asks for them, so that memory is bounded by one paragraph
    and not by the book. `progress` is told the share that is done and answers whether to go on.
    With `sandhi` 一 and 不 are marked with the tones in which they are spoken.
    """

    article: Article
    annotate: Callable[[Paragraph], AnnotatedParagraph]
    script: Script
    variety: Variety
    progress: Progress | None = None
    sandhi: bool = False

    def sections(self) -> Iterator[tuple[str, Iterator[AnnotatedParagraph]]]:
        """Give title and paragraphs of each section; consume the one before asking for the next.

        Raises ExportCancelled when `progress` says so.
        """
        total = sum(len(section.paragraphs) for section in self.article.sections) or 1
        done = 0
        for section in self.article.sections:
            yield section.title, self._annotated(section.paragraphs, done, total)
            done += len(section.paragraphs)

    def paragraphs(self) -> Iterator[AnnotatedParagraph]:
        """Give every annotated paragraph in order, furniture included."""
        for _title, paragraphs in self.sections():
            yield from paragraphs

    def _annotated(
        self, paragraphs: tuple[Paragraph, ...], done: int, total: int
    ) -> Iterator[AnnotatedParagraph]:
        for count, paragraph in enumerate(paragraphs, done):
            if self.progress is not None and not self.progress(count / total):
                raise ExportCancelled
            yield self.annotate(paragraph)

"""The quiet line behind which the text around an article is folded away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from duidu.article.model import Paragraph, Role
from duidu.page.tongue import tr


def unfolded(paragraphs: Sequence[Paragraph], wanted_open: bool) -> list[int]:
    """Give the paragraphs of a section that are not folded away.

    A section that is nothing but furniture is always open.
    """
    body = [n for n, one in enumerate(paragraphs) if one.role is not Role.FURNITURE]
    return body if body and not wanted_open else list(range(len(paragraphs)))


class FurnitureFold(QPushButton):
    """A button that folds and unfolds a section's furniture; hidden where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setObjectName("furnitureFold")
        self.setCheckable(True)
        self.setAccessibleName(tr("Text around the article"))

    def tell(self, paragraphs: Sequence[Paragraph], wanted_open: bool) -> bool:
        """Say how much is folded or unfolded; give whether the furniture is open.

        A section that is nothing but furniture is always open.
        """
        count = sum(paragraph.role is Role.FURNITURE for paragraph in paragraphs)
        self.setVisible(0 < count < len(paragraphs))
        self.setChecked(wanted_open)
        one, several = (
            "{count} paragraph around the article",
            "{count} paragraphs around the article",
        )
        told = tr(one if count == 1 else several, count=count)
        self.setText(f"{'▾' if wanted_open else '▸'} {told}")
        return wanted_open or count == len(paragraphs)

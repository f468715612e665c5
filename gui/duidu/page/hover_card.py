"""The card that tells about the word under the pointer, and about the words that it mentions."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from duidu.language.model import Variety
from duidu.page.announce import announce
from duidu.page.card_head import CardHead
from duidu.page.card_place import BORDER, Side, Spot, best_side, corner, inside, room
from duidu.page.card_text import CardText, forms_of
from duidu.page.fonts import HanziFonts
from duidu.page.lookup import Answer, LookUp
from duidu.page.settings import CardDelay, PageSettings
from duidu.page.style import card_style
from duidu.page.tongue import tr

# How long the card waits after the pointer left, so that the pointer can walk onto it, and how
# long the pointer rests on a word inside the card before that one is shown. Milliseconds.
HIDE_AFTER = 250
REST = 400
# The pointer has to come so far, in pixels, before it can rest on a word of a card that has
# just changed under it.
_COME = 12
_WIDEST = 420
_LEAST = 170
_LOWEST = 60
_MARGINS = (14, 9, 10, 11)
_SPACING = 3
_POINTS = 10.5

Ask = Callable[[], Answer]


class HoverCard(QFrame):
    """A frame inside the page, near a word and never over it.

    A pinned card stays where it is until the reader closes it, and tells about the word that is
    hovered or marked. A held card tells about a selection and heeds no hovering.
    """

    shown = Signal(object)  # the Answer that the card tells
    gone = Signal()  # it was taken away, or the pointer left before it came
    moved = Signal(int, int)  # where the reader put it, as pixels from the page's corner

    def __init__(self, fonts: HanziFonts, look_up: LookUp, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._fonts, self._look_up = fonts, look_up
        self._settings = PageSettings()
        self._writer = CardText(self._settings, fonts)
        self._pending: tuple[Ask, Spot] | None = None
        self._trail: list[Answer] = []
        self._spot, self._side = Spot(QRect()), Side.BELOW
        self._pinned = self._held = False
        self._changed_at = self._pinned_at = QPoint()
        self._rested = ""
        self._head, self._body = CardHead(self), QTextBrowser(self)
        self._measure = QTextDocument(self)
        self._least = QSize(0, 0)
        self._prepare()
        self._connect()
        self._show_timer = self._timer(0, self.show_now)
        self._hide_timer = self._timer(HIDE_AFTER, self.dismiss)
        self._rest_timer = self._timer(REST, self._on_rested)
        self.hide()

    def _prepare(self) -> None:
        self.setObjectName("hoverCard")
        self.setAccessibleName(tr("Look-up"))
        self._body.setObjectName("cardBody")
        self._body.setAccessibleName(tr("Meanings"))
        self._body.setFrameShape(QFrame.Shape.NoFrame)
        self._body.setOpenLinks(False)
        self._body.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._body.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body.document().setDocumentMargin(0)
        self._measure.setDocumentMargin(0)

    def _connect(self) -> None:
        self._body.anchorClicked.connect(lambda url: self.follow(_link(url)))
        self._body.highlighted.connect(lambda url: self._on_link_hovered(_link(url)))
        self._head.link_activated.connect(self.follow)
        self._head.back_wanted.connect(self.back)
        self._head.pin_wanted.connect(self.change_pinned)
        self._head.close_wanted.connect(self.take_away)
        self._head.dragged.connect(self._on_dragged)
        self._head.dropped.connect(self._on_dropped)

    def _timer(self, wait: int, then: Callable[[], object]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.setInterval(wait)
        timer.timeout.connect(then)
        return timer

    @property
    def text(self) -> str:
        """What the card says, without markup."""
        return f"{self._head.text}\n{self._body.toPlainText()}".replace("\xa0", " ")

    @property
    def answer(self) -> Answer | None:
        """What the card tells, or None while it has told nothing."""
        return self._trail[-1] if self._trail else None

    @property
    def pinned(self) -> bool:
        """Whether the card stays until the reader closes it."""
        return self._pinned

    @property
    def head(self) -> CardHead:
        """The line by which the card is moved, with its buttons."""
        return self._head

    @property
    def body(self) -> QTextBrowser:
        """The text below the head."""
        return self._body

    def apply(self, settings: PageSettings, variety: Variety) -> None:
        """Take over colours, sizes, and the place of a pinned card."""
        self._settings = settings
        self._writer = CardText(settings, self._fonts, variety)
        self.setStyleSheet(card_style(settings.theme))
        font = self._fonts.interface_font(_POINTS)
        self._body.setFont(font)
        self._measure.setDefaultFont(font)
        self._head.apply(settings.theme, font)
        if self.isVisible():
            self._render()

    def want(self, ask: Ask, spot: Spot, asked_for: bool = False) -> None:
        """Show an answer soon, at the spot where its word stands.

        What is `asked_for` needs no Shift key. The answer is only worked out when it is shown.
        """
        if self._held:
            return
        self._hide_timer.stop()
        self._pending = (ask, spot)
        by_key = self._settings.card.delay is CardDelay.SHIFT and not asked_for
        if self.isVisible() and (self._pinned or not by_key):
            self.show_now()
        elif self.isVisible():
            self._hide_timer.start()
        elif not by_key:
            self._start_showing()

    def _start_showing(self) -> None:
        wait = self._settings.card.delay.milliseconds
        if wait:
            self._show_timer.start(wait)
        else:
            self.show_now()

    def show_now(self) -> None:
        """Show what is wanted without waiting any longer."""
        if self._pending is None:
            return
        self._show_timer.stop()
        self._hide_timer.stop()
        ask, self._spot = self._pending
        self._pending = None
        self._trail = [ask()]
        self._least = QSize(0, 0)
        self._render()
        self.shown.emit(self._trail[-1])

    def hold(self, ask: Ask, spot: Spot) -> None:
        """Show the answer for a selection at once, and keep it until `let_go`."""
        self._held = True
        self._pending = (ask, spot)
        self.show_now()

    def let_go(self) -> None:
        """Take the card of a selection away; do nothing to another one."""
        if self._held:
            self._held = False
            self.dismiss()

    def leave(self) -> None:
        """Go soon, unless the pointer walks onto the card."""
        self._show_timer.stop()
        self._pending = None
        stays = self._pinned or self._held or self._head.dragging
        if self.isVisible() and not stays:
            self._hide_timer.start()
        else:
            self.gone.emit()

    def dismiss(self) -> None:
        """Go at once, unless the card is pinned."""
        self._stop()
        if not self._pinned:
            self.put_away()
        else:
            self.gone.emit()

    def put_away(self) -> None:
        """Go at once; a card that is pinned comes back at its place with the next word."""
        self._stop()
        self._held = False
        self.hide()
        self.gone.emit()

    def take_away(self) -> None:
        """Go at once, pinned or not, as the reader wants it."""
        self._pinned = False
        self.put_away()

    def change_pinned(self) -> None:
        """Pin the card that is shown, or let it go with its word again."""
        if self.isVisible():
            self._pinned, self._pinned_at = not self._pinned, self.pos()
            self._hide_timer.stop()
            self._render()

    def follow(self, link: str) -> None:
        """Show the word of a link, with a way back."""
        forms = forms_of(link)
        here = self.answer
        if forms is None or here is None or forms == (here.traditional, here.simplified):
            return
        self._trail.append(self._look_up.of_name(*forms))
        self._turn()

    def back(self) -> None:
        """Show the word before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            self._turn()

    def page_moved(self) -> None:
        """Go with the text that has moved away under the card; stay where it is pinned."""
        if self._pinned and self.isVisible():
            self._render()
        else:
            self.dismiss()

    def _turn(self) -> None:
        """Show another word of the trail; the card stays under the pointer."""
        self._stop()
        size, under = self.size(), self.underMouse()
        self._least = QSize(0, 0)
        self._render()
        if under and not self.geometry().contains(self._page.mapFromGlobal(QCursor.pos())):
            self._least = size
            self._render()
        announce(self, f"{self._trail[-1].traditional} {self._trail[-1].aloud}")

    def _stop(self) -> None:
        self._show_timer.stop()
        self._hide_timer.stop()
        self._rest_timer.stop()
        self._pending = None

    def _render(self) -> None:
        answer = self._trail[-1]
        before = self._trail[-2].traditional if len(self._trail) > 1 else ""
        self._changed_at = QCursor.pos()
        self._head.show_word(self._writer.head(answer), before, self._pinned)
        html = self._writer.body(answer)
        size = self._measured(html)
        self._body.setHtml(html)
        page = self._page.rect()
        if self._pinned:
            self._take(size, page.height() - 2 * BORDER)
            self.move(inside(self._wanted_corner(), self.size(), page))
        else:
            if len(self._trail) == 1:
                self._side = best_side(size, self._spot, page)
            self._take(size, max(_LOWEST, room(self._side, self._spot, page)))
            self.move(corner(self._side, self.size(), self._spot, page))
        self.setAccessibleDescription(self.text)
        self.show()
        self.raise_()

    def _wanted_corner(self) -> QPoint:
        """Give where a pinned card is to stand; a high one may have to stand farther up."""
        if self._head.dragging:
            return self.pos()
        place = self._settings.card.place
        return self._pinned_at if place is None else QPoint(*place)

    def _measured(self, html: str) -> QSize:
        """Give the size that the whole text needs, within the widest that there is room for."""
        left, top, right, bottom = _MARGINS
        widest = min(_WIDEST, max(_LEAST, self._page.width() - 2 * BORDER)) - left - right
        document = self._measure
        document.setHtml(html)
        document.setTextWidth(widest)
        ideal = math.ceil(document.idealWidth()) + 1
        least = min(widest, max(ideal, max(_LEAST, self._least.width()) - left - right))
        width = self._head.fit(widest, least)
        document.setTextWidth(width)
        height = self._head.height() + _SPACING + math.ceil(document.size().height())
        return QSize(width + left + right, max(height + top + bottom, self._least.height()))

    def _take(self, size: QSize, tallest: int) -> None:
        """Take a size; where it is too high, the text below the head scrolls."""
        left, top, right, bottom = _MARGINS
        # A bar that came by itself would take room from the lines, which then break anew.
        bars = Qt.ScrollBarPolicy
        scrolls = size.height() > tallest
        self._body.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOn if scrolls else bars.ScrollBarAlwaysOff
        )
        self.resize(size.width(), min(size.height(), tallest))
        above = top + self._head.height() + _SPACING
        self._head.move(left, top)
        self._body.setGeometry(
            left, above, size.width() - left - right, max(20, self.height() - above - bottom)
        )

    def _on_link_hovered(self, link: str) -> None:
        """Wait whether the pointer rests on a word; not on one that came under it by itself."""
        self._rest_timer.stop()
        come = (QCursor.pos() - self._changed_at).manhattanLength()
        if link and come >= _COME:
            self._rested = link
            self._rest_timer.start()

    def _on_rested(self) -> None:
        if self._body.underMouse():
            self.follow(self._rested)

    def _on_dragged(self, moved: QPoint) -> None:
        self.move(inside(self.pos() + moved, self.size(), self._page.rect()))

    def _on_dropped(self) -> None:
        """Keep a card open that was put somewhere."""
        self._hide_timer.stop()
        self._pinned = True
        self._head.pin.setChecked(True)
        card = replace(self._settings.card, place=(self.x(), self.y()))
        self._settings = replace(self._settings, card=card)
        self.moved.emit(self.x(), self.y())

    # Qt's overrides.

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the pointer is on the card."""
        super().enterEvent(event)
        self._hide_timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Go when the pointer has left the card."""
        super().leaveEvent(event)
        self._rest_timer.stop()
        self.leave()


def _link(url: QUrl) -> str:
    return f"{url.scheme()}:{url.path(QUrl.ComponentFormattingOption.FullyDecoded)}"

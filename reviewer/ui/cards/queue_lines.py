"""The lines of the queue, painted: a score or a verdict's sign, and two names under each other."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QStaticText, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.parts import words
from reviewer.ui.parts.facts import QueueItem
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.items import Index, ItemModel
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import BODY, HAIR, NAME, RADIUS, SMALL, SNUG, STRONG, TIGHT
from reviewer.ui.parts.shortening import cut_around, first_difference
from reviewer.ui.parts.tick import box_size, paint_tick

_SCORE_WIDTH = 40
"""Pixels for a score of 10 points."""
_IN_SIGHT = 128
"""Items whose lines are kept laid out."""


class _Line(NamedTuple):
    """A text of an item, laid out: where it begins in the item's box, and how it looks."""

    at: QPointF
    text: QStaticText
    font: QFont
    colour: QColor


class QueueDelegate(QStyledItemDelegate):
    """Paints a score or a verdict's sign, and two names under each other, each in its own direction.

    Items that can be ticked (`ticks`) have their box before it. The lines of an item are laid out once, for after each
    verdict most of what is in sight stands one row higher.
    """

    ticks = False

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._scores_hidden = False
        self._laid = lru_cache(_IN_SIGHT)(self._lay_out)
        look.changed.connect(self._laid.cache_clear)

    def hide_scores(self, hidden: bool) -> None:
        """Tell the scores of what waits, or don't."""
        self._scores_hidden = hidden
        self._laid.cache_clear()

    def height(self) -> int:
        """Return the height of two lines."""
        tall = QFontMetrics(self._look.font()).height() + QFontMetrics(self._look.font(SMALL)).height()
        return tall + HAIR + 2 * TIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(120, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        box: QRect = option.rect.adjusted(0, 0, -2, 0)
        direction: Qt.LayoutDirection = option.direction
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, option.state)
        start = TIGHT
        if self.ticks:
            ticked, side = index.data(Qt.ItemDataRole.CheckStateRole), box_size(self._look)
            tick = QRect(box.left() + TIGHT, box.center().y() - side // 2, side, side)
            tick = QStyle.visualRect(direction, box, tick)
            paint_tick(painter, self._look, QRectF(tick), ticked=ticked == Qt.CheckState.Checked)
            start += side + TIGHT
        corner = QPointF(box.topLeft())
        for line in self._laid(index.data(ItemModel.WHOLE), box.width(), box.height(), start, direction):
            painter.setFont(line.font)
            painter.setPen(line.colour)
            painter.drawStaticText(corner + line.at, line.text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        if not state & QStyle.StateFlag.State_Selected:
            return
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(self._look.colour("soft"))
        painter.setPen(self._look.colour("same") if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _lay_out(self, item: QueueItem, width: int, height: int, start: int, side: Qt.LayoutDirection) -> list[_Line]:
        """Return the lines of an item in a box of this size, in which they have the room from `start` on."""
        box = QRect(0, 0, width, height)
        lead = QRect(start, 0, round(_SCORE_WIDTH * self._look.points() / 10), height)
        left = lead.right() + TIGHT
        names = QRect(left, TIGHT, width - left - SNUG - 1, height - 2 * TIGHT)
        lead, names = (QStyle.visualRect(side, box, each) for each in (lead, names))
        return [self._lead(lead, item), *self._names(names, item)]

    def _lead(self, box: QRect, item: QueueItem) -> _Line:
        if item.verdict:
            text, colour = words.SIGNS[item.verdict], item.verdict.value
        elif self._scores_hidden:
            text, colour = "·", "quiet"
        else:
            text, colour = f"{words.percent(item.score)}", "same" if item.score >= words.LIKELY else "quiet"
        font = self._look.font(NAME if item.verdict else 1.15, STRONG)
        return _line(text, font, self._look.colour(colour), box, Qt.AlignmentFlag.AlignHCenter)

    def _names(self, box: QRect, item: QueueItem) -> Iterator[_Line]:
        first, second = self._look.font(BODY), self._look.font(SMALL)
        half = QFontMetrics(first).height() + HAIR // 2
        at = first_difference(item.first, item.second)
        upper, lower = QRect(box.left(), box.top(), box.width(), half), box.adjusted(0, half + HAIR // 2, 0, 0)
        yield _name(item.first, "", at, first, self._look.colour("ink"), upper)
        yield _name(item.second, item.more, at, second, self._look.colour("quiet"), lower)


def _name(text: str, more: str, at: int, font: QFont, colour: QColor, box: QRect) -> _Line:
    """Return a name cut so that its character `at` is seen, and `more` behind it."""
    right_to_left = is_right_to_left(text)
    metrics = QFontMetrics(font)
    shown = cut_around(metrics, text, at, box.width() - metrics.horizontalAdvance(more))
    shown = words.isolate(shown) + more if more else shown
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    return _line(shown, font, colour, box, side)


def _line(text: str, font: QFont, colour: QColor, box: QRect, side: Qt.AlignmentFlag) -> _Line:
    """Return a text in the middle of the height of a box, at one side of it; that is the side it begins at."""
    laid, option = QStaticText(text.replace("\t", " ")), QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
    right = side is Qt.AlignmentFlag.AlignRight
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    laid.setTextOption(option)
    laid.setTextFormat(Qt.TextFormat.PlainText)
    laid.setTextWidth(box.width())
    laid.prepare(font=font)
    return _Line(QPointF(box.left(), box.top() + (box.height() - laid.size().height()) / 2), laid, font, colour)

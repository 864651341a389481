"""The queue: tabs for what waits, what was put off and what is done, over a list that knows no markup."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6 import QtWidgets  # for QStyle: what it brings takes as long as a page, and is not needed to begin
from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QStaticText, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reviewer.ui.parts import words
from reviewer.ui.parts.facts import QueueItem
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import BODY, HAIR, NAME, RADIUS, SMALL, SNUG, STRONG, TIGHT
from reviewer.ui.parts.pieces import Button, column, set_tone
from reviewer.ui.parts.shortening import cut_around, first_difference
from reviewer.ui.parts.tables import Index, ItemModel
from reviewer.ui.parts.tick import box_size, paint_tick

_SCORE_WIDTH = 40
"""Pixels for a score of 10 points."""
_IN_SIGHT = 128
"""Items whose lines are kept laid out."""
_AHEAD = 2
"""Items below the one in hand that are kept in sight."""


def _said(item: QueueItem) -> str:
    """Return what a screen reader says of an item."""
    verdict = words.VERDICTS[item.verdict] if item.verdict else words.percent(item.score)
    return f"{verdict}: {words.isolate(item.first)}, {words.isolate(item.second)}{item.more}"


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
            tick = QtWidgets.QStyle.visualRect(direction, box, tick)
            paint_tick(painter, self._look, QRectF(tick), ticked=ticked == Qt.CheckState.Checked)
            start += side + TIGHT
        corner = QPointF(box.topLeft())
        for line in self._laid(index.data(ItemModel.WHOLE), box.width(), box.height(), start, direction):
            painter.setFont(line.font)
            painter.setPen(line.colour)
            painter.drawStaticText(corner + line.at, line.text)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: "QtWidgets.QStyle.StateFlag") -> None:
        if not state & QtWidgets.QStyle.StateFlag.State_Selected:
            return
        focused = bool(state & QtWidgets.QStyle.StateFlag.State_HasFocus)
        painter.setBrush(self._look.colour("soft"))
        painter.setPen(self._look.colour("same") if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _lay_out(self, item: QueueItem, width: int, height: int, start: int, side: Qt.LayoutDirection) -> list[_Line]:
        """Return the lines of an item in a box of this size, in which they have the room from `start` on."""
        box = QRect(0, 0, width, height)
        lead = QRect(start, 0, round(_SCORE_WIDTH * self._look.points() / 10), height)
        left = lead.right() + TIGHT
        names = QRect(left, TIGHT, width - left - SNUG - 1, height - 2 * TIGHT)
        lead, names = (QtWidgets.QStyle.visualRect(side, box, each) for each in (lead, names))
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


class QueueView(QTableView):
    """The list itself, as a table of one column: a list view asks the model about every row at each change.

    Space in it means the card.
    """

    space_pressed = Signal()

    def __init__(self, look: Look, model: ItemModel[QueueItem]) -> None:
        super().__init__()
        self.setModel(model)
        self._look = look
        self._delegate = QueueDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Questions")
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.height())
        self.viewport().update()

    def hide_scores(self, hidden: bool) -> None:
        """Tell the scores of what waits, or don't."""
        self._delegate.hide_scores(hidden)
        self.viewport().update()

    def keyboardSearch(self, _typed: str) -> None:
        """Do nothing: letters are commands here, and one that means nothing for a card must not turn to another."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Space to the card; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        else:
            super().keyPressEvent(event)


class QueuePanel(QFrame):
    """Tabs and list, between them what narrows the list, once it is added.

    Says `picked` with (tab, row) when another item becomes current by the user's hand, `turned` (tab) for a tab.
    """

    picked = Signal(int, int)
    turned = Signal(int)
    space_pressed = Signal()

    def __init__(self, look: Look, tabs: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._names = tabs
        self._lists: list[Sequence[QueueItem]] = [() for _ in tabs]
        self._tab = 0
        self._by_hand = True
        self._strip: QWidget | None = None
        self._model = ItemModel[QueueItem](lambda item: item.first, _said)
        self.view = QueueView(look, self._model)
        self.view.space_pressed.connect(self.space_pressed)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.tabs = [self._tab_button(i, name) for i, name in enumerate(tabs)]
        self._layout = column(self, TIGHT)
        head, side_by_side = QWidget(), FlowLayout(HAIR)
        for button in self.tabs:
            side_by_side.addWidget(button)
        head.setLayout(side_by_side)
        self._layout.addWidget(head)
        self._layout.addWidget(self.view, 1)

    def add_strip(self, strip: QWidget) -> None:
        """Put what narrows the list between tabs and list, for the eye and for the Tab key."""
        self._strip = strip
        self._layout.insertWidget(1, strip)
        before: QWidget = self.tabs[-1]
        for each in strip.findChildren(QWidget):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus:
                self.setTabOrder(before, each)
                before = each

    def narrows_with(self, widget: QWidget) -> bool:
        """Tell whether a widget is part of what narrows the list."""
        return self._strip is not None and self._strip.isAncestorOf(widget)

    @property
    def tab(self) -> int:
        """Which tab is open."""
        return self._tab

    @property
    def current(self) -> int:
        """The row in hand, -1 where the list is empty."""
        return self.view.currentIndex().row()

    def items(self, tab: int) -> Sequence[QueueItem]:
        """Return the items under a tab."""
        return self._lists[tab]

    def show_items(self, lists: Sequence[Sequence[QueueItem]]) -> None:
        """Show other items under the tabs. Which one is current is for `open` to say."""
        self._lists = list(lists)
        for button, name, items in zip(self.tabs, self._names, lists, strict=True):
            button.setText(f"{name}  {len(items):,}")
        self._fill()

    def open(self, tab: int, row_: int) -> None:
        """Open a tab at a row, without saying `picked`."""
        if tab != self._tab:
            self._tab = tab
            self._fill()
        self.tabs[tab].setChecked(True)
        index = self._model.index(row_, 0)
        self._by_hand = False
        self.view.setCurrentIndex(index)
        self._by_hand = True
        self.view.scrollTo(self._model.index(min(row_ + _AHEAD, len(self._model.items) - 1), 0))
        self.view.scrollTo(index)

    def _fill(self) -> None:
        self._model.replace(self._lists[self._tab])

    def _tell(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self._by_hand:
            self.picked.emit(self._tab, current.row())

    def _tab_button(self, number: int, name: str) -> QPushButton:
        button = Button(name)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.turned.emit(number))
        set_tone(button, "minor")
        return button

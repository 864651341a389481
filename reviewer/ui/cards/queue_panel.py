"""The queue: tabs for what waits, what was put off and what is done, over a list that knows no markup."""

from collections.abc import Sequence

from PySide6 import QtWidgets  # for QStyle: what it brings takes as long as a page, and is not needed to begin
from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
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
_AHEAD = 2
"""Items below the one in hand that are kept in sight."""


def _said(item: QueueItem) -> str:
    """Return what a screen reader says of an item."""
    verdict = words.VERDICTS[item.verdict] if item.verdict else words.percent(item.score)
    return f"{verdict}: {words.isolate(item.first)}, {words.isolate(item.second)}{item.more}"


class QueueDelegate(QStyledItemDelegate):
    """Paints a score or a verdict's sign, and two names under each other, each in its own direction.

    Items that can be ticked have their box before it. Where `scores_hidden` the score of what waits is not told.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.scores_hidden = False

    def height(self) -> int:
        """Return the height of two lines."""
        tall = QFontMetrics(self._look.font()).height() + QFontMetrics(self._look.font(SMALL)).height()
        return tall + HAIR + 2 * TIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(120, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one item."""
        item: QueueItem = index.data(ItemModel.WHOLE)
        box: QRect = option.rect.adjusted(0, 0, -2, 0)
        direction: Qt.LayoutDirection = option.direction
        state: QtWidgets.QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state)
        ticked, side = index.data(Qt.ItemDataRole.CheckStateRole), box_size(self._look)
        if ticked is not None:
            tick = QRect(box.left() + TIGHT, box.center().y() - side // 2, side, side)
            tick = QtWidgets.QStyle.visualRect(direction, box, tick)
            paint_tick(painter, self._look, QRectF(tick), ticked=ticked == Qt.CheckState.Checked)
        start = box.left() + TIGHT + (side + TIGHT if ticked is not None else 0)
        lead = QRect(start, box.top(), round(_SCORE_WIDTH * self._look.points() / 10), box.height())
        self._paint_lead(painter, QtWidgets.QStyle.visualRect(direction, box, lead), item)
        left = lead.right() + TIGHT
        text = QRect(left, box.top() + TIGHT, box.right() - left - SNUG, box.height() - 2 * TIGHT)
        self._paint_names(painter, QtWidgets.QStyle.visualRect(direction, box, text), item)
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRect, state: "QtWidgets.QStyle.StateFlag") -> None:
        if not state & QtWidgets.QStyle.StateFlag.State_Selected:
            return
        focused = bool(state & QtWidgets.QStyle.StateFlag.State_HasFocus)
        painter.setBrush(self._look.colour("soft"))
        painter.setPen(self._look.colour("same") if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_lead(self, painter: QPainter, box: QRect, item: QueueItem) -> None:
        if item.verdict:
            text, colour = words.SIGNS[item.verdict], item.verdict.value
        elif self.scores_hidden:
            text, colour = "·", "quiet"
        else:
            text, colour = f"{words.percent(item.score)}", "same" if item.score >= words.LIKELY else "quiet"
        painter.setFont(self._look.font(NAME if item.verdict else 1.15, STRONG))
        painter.setPen(self._look.colour(colour))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_names(self, painter: QPainter, box: QRect, item: QueueItem) -> None:
        first, second = self._look.font(BODY), self._look.font(SMALL)
        half = QFontMetrics(first).height() + HAIR // 2
        at = first_difference(item.first, item.second)
        painter.setPen(self._look.colour("ink"))
        _paint_name(painter, first, QRect(box.left(), box.top(), box.width(), half), item.first, at)
        painter.setPen(self._look.colour("quiet"))
        _paint_name(painter, second, box.adjusted(0, half + HAIR // 2, 0, 0), item.second, at, item.more)


def _paint_name(painter: QPainter, font: QFont, box: QRect, text: str, at: int, more: str = "") -> None:
    """Paint a name so that its character `at` is seen, and `more` behind it."""
    right_to_left = is_right_to_left(text)
    painter.setFont(font)
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    metrics = QFontMetrics(font)
    shown = cut_around(metrics, text, at, box.width() - metrics.horizontalAdvance(more))
    shown = words.isolate(shown) + more if more else shown
    side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, int(flags) | int(Qt.TextFlag.TextSingleLine), shown)


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
        self._delegate.scores_hidden = hidden
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

"""The queue: tabs for what waits, what was put off and what is done, over a list that knows no markup."""

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QPushButton, QTableView, QWidget

from reviewer.ui.parts import words
from reviewer.ui.parts.facts import QueueItem
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.items import ItemModel
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import HAIR, TIGHT
from reviewer.ui.parts.pieces import Button, column, set_tone

if TYPE_CHECKING:
    from reviewer.ui.cards.queue_lines import QueueDelegate

_AHEAD = 2
"""Items below the one in hand that are kept in sight."""


def _said(item: QueueItem) -> str:
    """Return what a screen reader says of an item."""
    verdict = words.VERDICTS[item.verdict] if item.verdict else words.percent(item.score)
    return f"{verdict}: {words.isolate(item.first)}, {words.isolate(item.second)}{item.more}"


class QueueView(QTableView):
    """The list itself, as a table of one column: a list view asks the model about every row at each change.

    Space in it means the card.
    """

    space_pressed = Signal()

    def __init__(self, look: Look, model: ItemModel[QueueItem]) -> None:
        super().__init__()
        self.setModel(model)
        self._look = look
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName("Questions")

    @cached_property
    def lines(self) -> "QueueDelegate":
        """What paints the items: made before the first are shown, for a start needs none of what it brings."""
        from reviewer.ui.cards.queue_lines import QueueDelegate

        lines = QueueDelegate(self._look)
        self.setItemDelegate(lines)
        self.verticalHeader().setDefaultSectionSize(lines.height())
        self._look.changed.connect(self._dress)
        return lines

    def _dress(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.lines.height())
        self.viewport().update()

    def hide_scores(self, hidden: bool) -> None:
        """Tell the scores of what waits, or don't."""
        self.lines.hide_scores(hidden)
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

    def prepare(self) -> None:
        """Have ready what paints the items."""
        _ = self.view.lines

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
        if self._lists[self._tab]:
            self.prepare()
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

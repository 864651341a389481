"""Accept many cards in one go: exactly what will be merged, ticked one by one, one undo for all."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QListView, QPushButton, QStyleOptionViewItem, QWidget

from reviewer.ui.cards.queue_lines import QueueDelegate
from reviewer.ui.parts import words
from reviewer.ui.parts.facts import QueueItem
from reviewer.ui.parts.histogram import ThresholdSlider
from reviewer.ui.parts.items import Index
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import SNUG, WIDE
from reviewer.ui.parts.pieces import column, label, row, set_tone

_START = 95
_CHECK = Qt.ItemDataRole.CheckStateRole


class BatchModel(QAbstractListModel):
    """Queue items with a tick each."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.items: Sequence[QueueItem] = ()
        self._off: set[object] = set()

    def replace(self, items: Sequence[QueueItem]) -> None:
        """Show other items; what was unticked stays so."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def chosen(self) -> list[object]:
        """Return the keys of the ticked items."""
        return [item.key for item in self.items if item.key not in self._off]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of items."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every item be ticked."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an item, one line about it, or its tick."""
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return item
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{words.percent(item.score)}   {words.isolate(item.first)}   =   {words.isolate(item.second)}"
        if role == _CHECK:
            return Qt.CheckState.Unchecked if item.key in self._off else Qt.CheckState.Checked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick."""
        if not index.isValid() or role != _CHECK:
            return False
        key = self.items[index.row()].key
        (self._off.discard if Qt.CheckState(value) is Qt.CheckState.Checked else self._off.add)(key)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked.emit()
        return True


class _Delegate(QueueDelegate):
    """Ticks on a click anywhere in the line, and on Space."""

    ticks = True

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, _option: QStyleOptionViewItem, index: Index
    ) -> bool:
        spaced = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if event.type() != QEvent.Type.MouseButtonRelease and not (spaced and event.type() == QEvent.Type.KeyPress):
            return False
        ticked = index.data(_CHECK) == Qt.CheckState.Checked
        return model.setData(index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, _CHECK)


class BatchSheet(QDialog):
    """Says `accepted_all` (keys of the cards). `narrowed` where `items` are only those that fit a filter."""

    accepted_all = Signal(object)

    def __init__(self, parent: QWidget, look: Look, items: Sequence[QueueItem], *, narrowed: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle("Accept all above")
        self._items = items
        self.model = BatchModel()
        self.slider = ThresholdSlider(look)
        self.slider.show_scores(lambda least: bisect_right(items, -least, key=lambda item: -item.score))
        self.slider.setValue(_START)
        self._told = label("", "strong")
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = _Delegate(look)
        self.view.setItemDelegate(self._delegate)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName("Cards to merge")
        self.accept_button, leave = QPushButton(), QPushButton("Leave")
        set_tone(self.accept_button, "primary")
        self.accept_button.clicked.connect(self._accept_all)
        leave.clicked.connect(self.reject)
        self.slider.valueChanged.connect(self._fill)
        self.model.ticked.connect(self._count)
        layout = column(self, WIDE, SNUG)
        layout.addWidget(label("Call all of these the same?", "heading"))
        outside = " Nor are those outside of what you filtered for." if narrowed else ""
        told = f"Cards with a warning are not among them.{outside} One undo takes all of it back."
        layout.addWidget(label(told, "quiet", wrap=True))
        for part in (self.slider, self._told, self.view):
            layout.addWidget(part)
        layout.addLayout(row(self.accept_button, None, leave))
        self.resize(860, 560)
        self._fill()
        self.view.setFocus()

    def _fill(self) -> None:
        least = self.slider.value() / 100
        self.model.replace([item for item in self._items if item.score >= least])
        self.view.setCurrentIndex(self.model.index(0))  # for Space to have something to tick
        self._count()

    def _count(self) -> None:
        chosen = len(self.model.chosen())
        above = len(self.model.items)
        self._told.setText(words.sides(self.slider.value(), above, len(self._items) - above))
        self.accept_button.setText(f"Merge {words.count(chosen, 'card')}")
        self.accept_button.setEnabled(bool(chosen))

    def _accept_all(self) -> None:
        self.accepted_all.emit(self.model.chosen())
        self.accept()

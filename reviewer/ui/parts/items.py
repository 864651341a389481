"""Items of a list: their model, and which is in hand."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

Index = QModelIndex | QPersistentModelIndex
Item = TypeVar("Item")


def take_in_hand(view: QAbstractItemView, index: QModelIndex) -> None:
    """Make an item current and the only one chosen; Qt would add it to those that are while Shift or Ctrl is held."""
    chosen = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, chosen.ClearAndSelect | chosen.Rows)


class ItemModel(QAbstractListModel, Generic[Item]):
    """Items of a list, whole for who paints them: `text` is what one reads, `said` what a screen reader says of it."""

    WHOLE = Qt.ItemDataRole.UserRole

    def __init__(self, text: Callable[[Item], str], said: Callable[[Item], str]) -> None:
        super().__init__()
        self._told = {int(Qt.ItemDataRole.DisplayRole): text, int(Qt.ItemDataRole.AccessibleTextRole): said}
        self.items: Sequence[Item] = ()

    def replace(self, items: Sequence[Item]) -> None:
        """Show other items."""
        self.beginResetModel()
        self.items = items
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of items."""
        return 0 if parent is not None and parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an item (`WHOLE`), its text, or what a screen reader says of it."""
        told = self._told.get(role)
        if not index.isValid() or (told is None and role != self.WHOLE):
            return None  # an item may be made when it is asked for: a dozen other roles need none
        item = self.items[index.row()]
        return told(item) if told else item

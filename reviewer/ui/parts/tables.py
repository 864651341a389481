"""Tables of plain text: one model and one view for all."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.items import Index, take_in_hand
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import HAIR, SNUG, TIGHT
from reviewer.ui.parts.pieces import plain_tooltip

Row = tuple[str | int, ...]
_BAR = 3
_LONG = 16
_IN_SIGHT = 128
_ROLES = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole
_LEAST_STRETCHED = 220
"""Pixels, for text of 10 points, that the stretched column keeps before any spare one is shown."""


class RowsModel(QAbstractTableModel):
    """Rows of texts and numbers under headings.

    `ours` are the columns in our own words: these stand at the side where the window begins, right if it is `mirrored`.
    """

    def __init__(self, headings: Sequence[str], ours: Collection[int] = ()) -> None:
        super().__init__()
        self._headings, self._ours = headings, ours
        self.mirrored = False
        self.replace(())

    def replace(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self._row = lru_cache(_IN_SIGHT)(rows.__getitem__)  # rows may be made when asked for, and each is for each cell
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, all of it as a tooltip where it is long, or how it is aligned.

        A name stands at the side its own direction begins, a number at the end.
        """
        if not index.isValid() or role not in _ROLES:
            return None
        value = self._row(index.row())[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{value:,}" if isinstance(value, int) else value
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(value) if isinstance(value, str) and len(value) > _LONG else None
        if isinstance(value, int):
            return _at_side(right=True)
        return _at_side(right=self.mirrored if index.column() in self._ours else is_right_to_left(value))

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a heading, aligned as its column is."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            number = bool(self.rows) and isinstance(self.rows[0][section], int)
            return _at_side(right=number or self.mirrored)
        return None


def _at_side(*, right: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Paints rows: the chosen one tinted, with a bar at its side while the table has the focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one cell."""
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, self._look.colour("soft"))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), self._look.colour("line"))
        table = option.widget
        if index.column() == 0 and chosen and table and table.hasFocus():
            bar = QRect(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(QStyle.visualRect(option.direction, box, bar), self._look.colour("same"))
        plain = QStyleOptionViewItem(option)
        plain.rect = box.adjusted(TIGHT, 0, -TIGHT, 0)
        right_to_left = is_right_to_left(str(index.data()))
        plain.direction = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        plain.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        super().paint(painter, plain, index)


class Table(QTableView):
    """A quiet table, one row at a time. Says `picked` (row) when another becomes current, `entered` on Return.

    `heading_pressed` (column) by the mouse.
    """

    picked = Signal(int)
    entered = Signal(int)
    heading_pressed = Signal(int)

    def __init__(
        self, look: Look, name: str, headings: Sequence[str], stretched: int = 0, ours: Collection[int] = ()
    ) -> None:
        super().__init__()
        self._look = look
        self._widths: dict[int, int] = {}
        self._spare: tuple[int, ...] = ()
        self._left_out: frozenset[int] = frozenset()
        self.rows_model = RowsModel(headings, ours)
        self.rows_model.mirrored = self.isRightToLeft()
        self.setModel(self.rows_model)
        self._delegate = RowDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + SNUG + HAIR)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.sectionPressed.connect(self.heading_pressed)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(lambda current, _before: self._tell(current))

    def show_rows(self, rows: Sequence[Row], current: int = 0) -> None:
        """Show other rows with one of them current."""
        self.rows_model.replace(rows)
        take_in_hand(self, self.rows_model.index(max(0, min(current, len(rows) - 1)), 0))

    def set_widths(self, widths: Mapping[int, int], spare: Sequence[int] = ()) -> None:
        """Give columns their widths, in pixels for text of 10 points; the stretched one has the rest.

        Where little would be left of it, `spare` columns are hidden, first to last, but for those that fit beside it.
        """
        scale = self._look.points() / 10
        self._widths, self._spare = {column: round(width * scale) for column, width in widths.items()}, tuple(spare)
        for column, width in self._widths.items():
            self.setColumnWidth(column, width)
        self._fit()

    def leave_out(self, columns: Iterable[int]) -> None:
        """Hide columns that have nothing to tell, and show the others."""
        self._left_out = frozenset(columns)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.rows_model.mirrored = self.isRightToLeft()

    def _fit(self) -> None:
        least = _LEAST_STRETCHED * self._look.points() / 10
        left = self.viewport().width() - sum(w for column, w in self._widths.items() if column not in self._left_out)
        hidden = set(self._left_out)
        spare = [column for column in self._spare if column not in hidden]
        for column in spare:
            if left < least:
                hidden.add(column)
                left += self._widths[column]
        for column in reversed([each for each in spare if each in hidden]):  # a wide one went: another fits after all
            if left - self._widths[column] >= least:
                hidden.remove(column)
                left -= self._widths[column]
        for column in self._spare:
            if self.isColumnHidden(column) is not (column in hidden):
                self.setColumnHidden(column, column in hidden)

    def chosen(self) -> list[int]:
        """Return the rows that are selected, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say `entered` on Return; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.picked.emit(current.row())

"""How the lines of a document are kept and painted: a model that looks them up as they are painted, and a delegate."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reviewer.ui.lists.paper import Paper, Row
from reviewer.ui.lists.standing import ADDED, APART, REMOVED, RESPELLED
from reviewer.ui.parts import words
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.items import Index
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import HAIR, REGULAR, SMALL, SNUG, STRONG, TIGHT
from reviewer.ui.parts.pieces import plain_tooltip
from reviewer.ui.parts.tick import box_size, paint_tick

ROW = Qt.ItemDataRole.UserRole
CHECK = Qt.ItemDataRole.CheckStateRole
_BAR = 3
_TINTS = {ADDED: "soft", RESPELLED: "mark", APART: "mark", REMOVED: "chip"}
_SPOKEN = {ADDED: "added", RESPELLED: "respelled", APART: "another signatory", REMOVED: "removed"}


class PaperModel(QAbstractListModel):
    """The rows of a `Paper`; says `ticked` after the reviewer changed any."""

    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.paper: Paper | None = None

    def show(self, paper: Paper | None) -> None:
        """Show another document, or other rows of the same."""
        self.beginResetModel()
        self.paper = paper
        self.endResetModel()

    def repaint(self) -> None:
        """Say that every row may look different."""
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def change(self, verb: Callable[[Paper], object]) -> None:
        """Have something done to the document that changes how its rows look."""
        if self.paper:
            verb(self.paper)
            self.repaint()
            self.ticked.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if self.paper is None or (parent is not None and parent.isValid()) else len(self.paper.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every line be ticked that is in the document."""
        can = index.isValid() and self.paper is not None and self.paper.rows[index.row()] >= 0
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if can else Qt.ItemFlag(0))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row, its text, its tick, or all of it for a screen reader."""
        if not index.isValid() or self.paper is None:
            return None
        if role not in (ROW, CHECK, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None if role != Qt.ItemDataRole.ToolTipRole else self._tip(self.paper.row(index.row()))
        row = self.paper.row(index.row())
        if role == ROW:
            return row
        if role == CHECK:
            if not row.number or self.paper.is_unread:
                return None
            return Qt.CheckState.Checked if row.number in self.paper.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return ", ".join(filter(None, (words.isolate(row.text), _SPOKEN.get(row.sign, ""), row.parts, row.told)))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a line."""
        if not index.isValid() or self.paper is None or role != CHECK:
            return False
        number = self.paper.row(index.row()).number
        if not number:
            return False
        self.paper.tick([number], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _tip(self, row: Row) -> str:
        return plain_tooltip("\n".join(filter(None, (row.text, row.parts, row.told))))


def tick_width(look: Look) -> int:
    """Return the width of the stretch at a row's beginning in which a press ticks it."""
    return TIGHT + box_size(look) + TIGHT


class PaperDelegate(QStyledItemDelegate):
    """Paints a row: tick, sign, list mark, the text in its own direction, and quietly what is said of it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.signed = False
        self.mark_width = 0

    def editorEvent(
        self, _event: QEvent, _model: QAbstractItemModel, _option: QStyleOptionViewItem, _index: Index
    ) -> bool:
        """Leave ticking to the list: it knows which lines are chosen."""
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: Row = index.data(ROW)
        ticked, side = index.data(CHECK), box_size(self._look)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if ticked is not None:
            tick = QRect(box.left() + TIGHT, box.center().y() - side // 2, side, side)
            on = ticked == Qt.CheckState.Checked
            paint_tick(painter, self._look, QRectF(QStyle.visualRect(option.direction, box, tick)), ticked=on)
        at = box.left() + tick_width(self._look)
        if self.signed:
            at = self._paint_sign(painter, option, at, row)
        quiet = ticked != Qt.CheckState.Checked
        told = self._paint_told(painter, option, row)
        self._paint_text(painter, option, QRect(at, box.top(), told - at, box.height()), row, quiet=quiet)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        if not option.state & QStyle.StateFlag.State_Selected:
            return
        box: QRect = option.rect
        painter.fillRect(box, self._look.colour("soft"))
        if option.widget and option.widget.hasFocus() and option.state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(box.left(), box.top(), _BAR, box.height())
            painter.fillRect(QStyle.visualRect(option.direction, box, bar), self._look.colour("same"))

    def _paint_sign(self, painter: QPainter, option: QStyleOptionViewItem, at: int, row: Row) -> int:
        """Paint the sign and return where the rest begins."""
        box: QRect = option.rect
        side = box_size(self._look)
        place = QRect(at, box.top(), side, box.height())
        if row.sign:
            painter.setFont(self._look.font(weight=STRONG))
            painter.setPen(self._look.colour("ink"))
            painter.drawText(QStyle.visualRect(option.direction, box, place), Qt.AlignmentFlag.AlignCenter, row.sign)
        return at + side + TIGHT

    def _paint_told(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> int:
        """Paint what is said of a row at its end and return where the room for its text ends."""
        box: QRect = option.rect
        if not row.told:
            return box.right() - SNUG
        font = self._look.font(SMALL)
        wide = min(QFontMetrics(font).horizontalAdvance(row.told) + HAIR, box.width() * 2 // 5)
        place = QRect(box.right() - SNUG - wide, box.top(), wide, box.height())
        painter.setFont(font)
        painter.setPen(self._look.colour("quiet"))
        end = Qt.AlignmentFlag.AlignLeft if _is_mirrored(option) else Qt.AlignmentFlag.AlignRight
        _draw(painter, QStyle.visualRect(option.direction, box, place), row.told, end)
        return place.left() - SNUG

    def _paint_text(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, row: Row, *, quiet: bool
    ) -> None:
        """Paint mark and text at the side where the document's lines begin."""
        box: QRect = option.rect
        start = Qt.AlignmentFlag.AlignRight if _is_mirrored(option) else Qt.AlignmentFlag.AlignLeft
        end = Qt.AlignmentFlag.AlignLeft if _is_mirrored(option) else Qt.AlignmentFlag.AlignRight
        painter.setFont(self._look.font())
        painter.setPen(self._look.colour("quiet"))
        if row.mark:
            mark = QRect(place.left(), box.top(), self.mark_width, box.height())
            _draw(painter, QStyle.visualRect(option.direction, box, mark), row.mark, end, right=_is_mirrored(option))
        place.setLeft(place.left() + (self.mark_width + TIGHT if self.mark_width else 0))
        if row.parts:
            place.setRight(self._paint_parts(painter, option, place, row))
        font = self._look.font(weight=STRONG if row.is_heading else REGULAR)
        font.setStrikeOut(row.sign == REMOVED)
        painter.setFont(font)
        if row.sign:
            wide = min(QFontMetrics(font).horizontalAdvance(row.text) + HAIR, place.width())
            tint = QRect(place.left() - HAIR, box.top() + 2, wide + HAIR, box.height() - 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour(_TINTS[row.sign]))
            painter.drawRoundedRect(QStyle.visualRect(option.direction, box, tint), 3, 3)
        painter.setPen(self._look.colour("quiet" if quiet else "ink"))
        _draw(painter, QStyle.visualRect(option.direction, box, place), row.text, start)

    def _paint_parts(self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, row: Row) -> int:
        """Paint the parts proposed, from the middle on where the name leaves it free; return where its room ends."""
        name = QFontMetrics(self._look.font()).horizontalAdvance(row.text) + SNUG
        wide = QFontMetrics(self._look.font(SMALL)).horizontalAdvance(row.parts) + HAIR
        share = option.rect.width() * 2 // 5
        middle, latest = option.rect.left() + share, place.right() - min(wide, share)
        at = min(max(middle, place.left() + name), latest)
        room = QRect(at, option.rect.top(), place.right() - at, option.rect.height())
        painter.setFont(self._look.font(SMALL))
        painter.setPen(self._look.colour("quiet"))
        start = Qt.AlignmentFlag.AlignRight if _is_mirrored(option) else Qt.AlignmentFlag.AlignLeft
        _draw(painter, QStyle.visualRect(option.direction, option.rect, room), row.parts, start)
        return at - TIGHT


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


def _draw(painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag, *, right: bool | None = None) -> None:
    """Draw a line of plain text at a side, in its own direction unless told, cut short where it has no room."""
    right = is_right_to_left(text) if right is None else right
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), shown)

"""The lines of a document, ticked or not: a model that looks them up as they are painted, so that many cost nothing."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from reviewer.ui import words
from reviewer.ui.hidden import is_right_to_left
from reviewer.ui.look import Look
from reviewer.ui.palette import HAIR, MEDIUM, REGULAR, SMALL, SNUG, STRONG, TIGHT
from reviewer.ui.paper import ADDED, APART, REMOVED, RESPELLED, Paper, Row
from reviewer.ui.pieces import plain_tooltip
from reviewer.ui.tables import Index
from reviewer.ui.tick import BOX, paint_tick

ROW = Qt.ItemDataRole.UserRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_BAR = 3
_TICK = TIGHT + BOX + TIGHT
_TINTS = {ADDED: "soft", RESPELLED: "mark", APART: "mark", REMOVED: "chip"}
_SPOKEN = {ADDED: "added", RESPELLED: "respelled", APART: "another signatory", REMOVED: "removed"}
_D, _M = ("D", "ي"), ("M", "ة")


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
        if role not in (ROW, _CHECK, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None if role != Qt.ItemDataRole.ToolTipRole else self._tip(self.paper.row(index.row()))
        row = self.paper.row(index.row())
        if role == ROW:
            return row
        if role == _CHECK:
            if not row.number:
                return None
            return Qt.CheckState.Checked if row.number in self.paper.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        return ", ".join(filter(None, (words.isolate(row.text), _SPOKEN.get(row.sign, ""), row.told)))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a line."""
        if not index.isValid() or self.paper is None or role != _CHECK:
            return False
        number = self.paper.row(index.row()).number
        if not number:
            return False
        self.paper.tick([number], on=Qt.CheckState(value) is Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True

    def _tip(self, row: Row) -> str:
        return plain_tooltip(f"{row.text}\n{row.told}" if row.told else row.text)


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
        ticked = index.data(_CHECK)
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        if ticked is not None:
            tick = QRect(box.left() + TIGHT, box.center().y() - BOX // 2, BOX, BOX)
            on = ticked == Qt.CheckState.Checked
            paint_tick(painter, self._look, QRectF(QStyle.visualRect(option.direction, box, tick)), ticked=on)
        at = box.left() + _TICK
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
        place = QRect(at, box.top(), BOX, box.height())
        if row.sign:
            painter.setFont(self._look.font(weight=STRONG))
            painter.setPen(self._look.colour("ink"))
            painter.drawText(QStyle.visualRect(option.direction, box, place), Qt.AlignmentFlag.AlignCenter, row.sign)
        return at + BOX + TIGHT

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


class PaperView(QTableView):
    """The list. Space ticks what is chosen, F3 goes to what is worth a look, D and M tell respelled lines apart.

    A table of one column: a `QListView` asks for the place of every line whenever one changes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.lines = PaperModel()
        self.setModel(self.lines)
        self._look = look
        self._delegate = PaperDelegate(look)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Lines of the document")
        self.setMouseTracking(False)
        look.changed.connect(self.viewport().update)

    def show_paper(self, paper: Paper | None) -> None:
        """Show another document from where its ticks begin."""
        self.lines.show(paper)
        if paper:
            self._lay_out(paper)
            self.go_to(0 if self.is_worth_stopping(0) else self._next(0, 1))

    def show_rows(self) -> None:
        """Show the document's rows anew where some came or went, without moving."""
        paper, current = self.lines.paper, self.currentIndex()
        row = current.data(ROW) if current.isValid() else None
        at = self.verticalScrollBar().value()
        self.lines.show(paper)
        if paper:
            self._lay_out(paper)
            places = range(len(paper.rows))
            self.setCurrentIndex(self.lines.index(next((i for i in places if row and _is_same(paper.row(i), row)), 0)))
            self.verticalScrollBar().setValue(at)

    def go_to(self, at: int) -> None:
        """Make a row current and show what stands around it."""
        index = self.lines.index(at)
        self.setCurrentIndex(index)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def is_worth_stopping(self, at: int) -> bool:
        """Tell whether a row is a place to go to: a ticked first line, or one where something begins or changed."""
        paper = self.lines.paper
        if not paper or not self.lines.rowCount():
            return False
        return paper.is_worth_a_look(at) and (at > 0 or paper.replaces or paper.row(at).number in paper.ticked)

    def chosen(self) -> list[int]:
        """Return the numbers of the lines that are selected."""
        paper = self.lines.paper
        if not paper:
            return []
        selection = self.selectionModel().selection()
        found = [selection.at(i) for i in range(selection.count())]
        spans = [range(span.top(), span.bottom() + 1) for span in found]
        places = (paper.rows[at] for span in spans for at in span)
        return [paper.part.lines[place].number for place in places if place >= 0]

    def toggle(self, on: bool | None = None) -> None:
        """Tick the chosen lines or untick them; without a wish untick them where all are ticked."""
        paper, chosen = self.lines.paper, self.chosen()
        if paper and chosen:
            wish = not paper.ticked.issuperset(chosen) if on is None else on
            self.lines.change(lambda paper: paper.tick(chosen, on=wish))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the list do; Return and Escape are the page's."""
        key, typed = event.key(), event.text().upper()
        if key == Qt.Key.Key_Space:
            self.toggle()
        elif key == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.go_to(self._next(self.currentIndex().row(), -1 if back else 1))
        elif typed in _D or typed in _M:
            chosen = self.chosen()
            self.lines.change(lambda paper: paper.tell_apart(chosen, apart=typed in _D))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first line on Home and to the last on End, as in a list."""
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.lines.index(0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.lines.index(self.lines.rowCount() - 1)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, _typed: str) -> None:
        """Stay: letters are keys here."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tick on a press on a box: all the chosen lines where it is one of them."""
        index = self.indexAt(event.position().toPoint())
        on_box = index.isValid() and event.button() == Qt.MouseButton.LeftButton and self._is_on_box(event)
        if not on_box or not self.selectionModel().isSelected(index) or event.modifiers():
            super().mousePressEvent(event)
        if on_box:
            self.selectionModel().setCurrentIndex(index, self.selectionModel().SelectionFlag.NoUpdate)
            self.toggle(index.data(_CHECK) == Qt.CheckState.Unchecked)

    def _is_on_box(self, event: QMouseEvent) -> bool:
        x = event.position().x()
        return (self.viewport().width() - x if self.isRightToLeft() else x) < _TICK

    def _next(self, start: int, step: int) -> int:
        """Return the next row worth a look, `start` where there is none."""
        end = self.lines.rowCount() if step > 0 else -1
        return next((at for at in range(start + step, end, step) if self.is_worth_stopping(at)), max(0, start))

    def _lay_out(self, paper: Paper) -> None:
        """Give the document its direction, and its marks the room they need."""
        tall = max(BOX, QFontMetrics(self._look.font()).height()) + TIGHT
        self.verticalHeader().setDefaultSectionSize(tall)
        right = paper.runs_right_to_left
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        longest = max((line.mark for line in paper.part.lines), key=len, default="")
        metrics = QFontMetrics(self._look.font(weight=MEDIUM))
        self._delegate.mark_width = metrics.horizontalAdvance(longest.replace("1", "0")) + HAIR if longest else 0
        self._delegate.signed = paper.replaces


def _is_same(one: Row, other: Row) -> bool:
    return (one.number, one.text) == (other.number, other.text)


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return bool(option.direction == Qt.LayoutDirection.RightToLeft)


def _draw(painter: QPainter, box: QRect, text: str, side: Qt.AlignmentFlag, *, right: bool | None = None) -> None:
    """Draw a line of plain text at a side, in its own direction unless told, cut short where it has no room."""
    right = is_right_to_left(text) if right is None else right
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(box, int(flags), shown)

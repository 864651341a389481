"""The signatures of an entry, each with where it stands; however many, those in sight alone are made."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from reviewer.ui.parts.facts import SignatureFacts
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.items import Index, ItemModel, take_in_hand
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import BODY, HAIR, RADIUS, SMALL, TIGHT
from reviewer.ui.parts.pieces import elided, plain_tooltip

_MOST_WRAPPED = 500
"""Signatures up to which long names are told in several lines; of more, each has one and is cut."""
_TALLEST = 1200
_KEYS = "Return names the entry as this signature reads, Delete takes what is chosen out of it"
_GAP = 2


def model_of_signatures() -> ItemModel[SignatureFacts]:
    """Return a model that holds none yet."""
    return ItemModel[SignatureFacts](lambda facts: facts.text, lambda facts: f"{facts.text}, {facts.where}")


class _Delegate(QStyledItemDelegate):
    """Paints a name, wrapped and in its own direction, over where it stands."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for the name in as many lines as it takes, and one more."""
        view: QListView = option.widget  # type: ignore[assignment]
        width = view.viewport().width() - 2 * HAIR - _GAP
        small = QFontMetrics(self._look.font(SMALL)).height()
        return QSize(width, self._name_height(index, width) + small + HAIR + TIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one signature."""
        facts: SignatureFacts = index.data(ItemModel.WHOLE)
        state: QStyle.StateFlag = option.state
        box: QRect = option.rect.adjusted(0, 0, -_GAP, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus):
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            selected = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(self._look.colour("soft") if selected else Qt.BrushStyle.NoBrush)
            painter.setPen(self._look.colour("same") if has_focus else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        inside = box.adjusted(HAIR, HAIR, -HAIR, -HAIR)
        right = is_right_to_left(facts.text)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._look.font(BODY))
        painter.setPen(self._look.colour("ink"))
        wraps = index.model().rowCount() <= _MOST_WRAPPED
        room = inside.width()
        shown = facts.text if wraps else painter.fontMetrics().elidedText(facts.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inside, flags | int(Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine), shown)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self._look.font(SMALL))
        painter.setPen(self._look.colour("quiet"))
        line = QRect(inside.left(), 0, room, painter.fontMetrics().height())
        line.moveBottom(inside.bottom())
        where = elided(painter.fontMetrics(), facts.where, room)
        painter.drawText(line, flags | int(Qt.TextFlag.TextSingleLine), where)
        painter.restore()

    def _name_height(self, index: Index, width: int) -> int:
        metrics = QFontMetrics(self._look.font(BODY))
        if index.model().rowCount() > _MOST_WRAPPED:
            return metrics.height()
        return metrics.boundingRect(QRect(0, 0, width, 1 << 16), int(Qt.TextFlag.TextWordWrap), index.data()).height()


class SignatureList(QListView):
    """Signatures to choose from, several at once.

    Says `chosen` when the choice changes, `out_asked` on Delete, `preferred` (text) on Return or a double click.
    """

    chosen = Signal()
    out_asked = Signal()
    preferred = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = model_of_signatures()
        self.setModel(self._model)
        self._delegate = _Delegate(look)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName("Signatures")
        self.setAccessibleDescription(_KEYS)
        self.setToolTip(plain_tooltip(_KEYS))
        self.doubleClicked.connect(lambda index: self.preferred.emit(index.data()))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        look.changed.connect(self._fit)

    def show_signatures(self, signatures: Sequence[SignatureFacts], *, again: bool = False) -> None:
        """Show other signatures, none of them chosen; `again` those of the same entry: the one in hand stays so."""
        row = min(self.currentIndex().row(), len(signatures) - 1) if again else 0
        self._model.replace(signatures)
        self.setUniformItemSizes(len(signatures) > _MOST_WRAPPED)
        take_in_hand(self, self._model.index(max(0, row)))
        if not (again and self.hasFocus()):
            self.clearSelection()
        self._fit()

    @property
    def every(self) -> Sequence[SignatureFacts]:
        """All that are shown."""
        return self._model.items

    def signatures(self) -> list[SignatureFacts]:
        """Return those that are chosen, in order."""
        return [self._model.items[index.row()] for index in sorted(self.selectedIndexes())]

    def sizeHint(self) -> QSize:
        """Return room for all, within reason."""
        tall = 0
        for row in range(self._model.rowCount()):
            tall += self.sizeHintForRow(row)
            if tall > _TALLEST:
                break
        return QSize(200, min(tall, _TALLEST) + HAIR)

    def minimumSizeHint(self) -> QSize:
        """Return room for a few."""
        return QSize(120, min(self.sizeHint().height(), 120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the one in hand, so that a key has something to act on."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            take_in_hand(self, self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take out what is chosen on Delete, take the text in hand as the name on Return; the rest is Qt's."""
        if event.key() == Qt.Key.Key_Delete:
            self.out_asked.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.preferred.emit(self.currentIndex().data())
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

"""One member of a card: tick, number, name with its marks, where it stands."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from reviewer.ui.parts.facts import RowFacts
from reviewer.ui.parts.hidden import has_hidden, is_right_to_left, reveal
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.parts.palette import BODY, GAP, HAIR, ROUND, SNUG, STRONG, TIGHT, WIDE
from reviewer.ui.parts.pieces import ElidedLabel, label, plain_tooltip, row
from reviewer.ui.parts.tick import box_size, paint_tick

_WITH_WINDOW, _AGAINST_WINDOW = QHBoxLayout.Direction.LeftToRight, QHBoxLayout.Direction.RightToLeft
"""Qt mirrors either with the window."""
_NUMBER_KEYS = 9


class MemberRow(QCheckBox):
    """A check box that looks like a row. Space and a click tick it, as any check box.

    Says `reached` in focus, `chosen` on Return.
    """

    reached = Signal()
    chosen = Signal()

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look, self._number, self._box = look, number, box_size(look)
        self._facts: RowFacts | None = None
        self._tickable = True
        self._digit = label(str(number), "label")
        key = number if number <= _NUMBER_KEYS else "Return"
        self.setToolTip(plain_tooltip(f"Space takes it out of the question or back in, {key} takes its name"))
        digits = "0" * max(2, len(str(number)))  # names begin below each other at 10 too
        needed = QFontMetrics(look.font(BODY, STRONG)).horizontalAdvance(digits) + 2
        self._digit.setMinimumWidth(max(WIDE - HAIR, needed))
        self._name = NameText(look)
        self._where, self._also, self._around = ElidedLabel(), ElidedLabel(), ElidedLabel()
        short = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._where.setSizePolicy(short)  # what is beside it stands right behind it
        self._where.setMinimumWidth(WIDE)
        self._hidden = label("hidden characters  H", "hint")
        self._pill = label("entry name", "pill")
        keeping = self._pill.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)  # names stay where they are when the pill moves
        self._pill.setSizePolicy(keeping)
        self._inside = self._arranged()
        self.setLayout(self._inside)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in self.findChildren(QLabel) + self.findChildren(NameText):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._where.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, False)
        look.changed.connect(self.update)

    @property
    def facts(self) -> RowFacts | None:
        """What the row shows, None while it is not in use."""
        return self._facts

    def show_member(self, facts: RowFacts, *, tickable: bool, hidden_shown: bool) -> None:
        """Show a member, ticked. Where the card is answered it can't be unticked."""
        self._facts, self._tickable = facts, tickable
        lines = (self._where, facts.where), (self._also, facts.also), (self._around, facts.around)
        for line, text in lines:
            line.setText(text)
            line.set_side(is_right_to_left(facts.text))
        self._also.setVisible(bool(facts.also))
        self._hidden.setVisible(has_hidden(facts.text))
        with_window = is_right_to_left(facts.text) is self.isRightToLeft()
        self._beside.setDirection(_WITH_WINDOW if with_window else _AGAINST_WINDOW)
        self.show_hidden(hidden_shown)
        self.setChecked(True)
        self.setAccessibleName(f"{self._number}: {facts.text}")
        self.setAccessibleDescription(facts.where)

    def show_hidden(self, shown: bool) -> None:
        """Spell out hidden characters, or mark what differs."""
        if self._facts:
            text, spans = (
                reveal(self._facts.text, self._facts.spans) if shown else (self._facts.text, self._facts.spans)
            )
            self._name.show_name(text, spans)

    def show_around(self, shown: bool) -> None:
        """Show the lines around the signature, or put them away."""
        self._around.setVisible(shown and bool(self._around.text()))

    def show_pill(self, shown: bool) -> None:
        """Say that the entry will bear this name."""
        self._pill.setVisible(shown)

    def nextCheckState(self) -> None:
        """Tick or untick, where there is something to decide."""
        if self._tickable:
            super().nextCheckState()

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere in the row."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Return what the layout needs."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the layout needs at least."""
        return self._inside.minimumSize()

    def hasHeightForWidth(self) -> bool:
        """Names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the wrapped name needs."""
        return self._inside.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the name, as it was signed, to look it up elsewhere, or take it on Return; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
            return
        if self._facts and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self._facts.text)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys go here now."""
        super().focusInEvent(event)
        self.reached.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame, heavier in focus, and the box."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._look.colour("same" if self.hasFocus() else "line"), width))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), ROUND, ROUND)
        if self._tickable:
            self._paint_box(painter)

    def _paint_box(self, painter: QPainter) -> None:
        side = self._box
        left = self.width() - GAP - side if self.isRightToLeft() else GAP
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_tick(painter, self._look, box, ticked=self.isChecked())

    def _arranged(self) -> QHBoxLayout:
        self._digit.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self._name)
        self._beside = row(self._where, self._hidden, None, spacing=SNUG)
        text.addLayout(self._beside)
        text.addWidget(self._also)
        text.addWidget(self._around)
        inside = QHBoxLayout()
        inside.setSpacing(SNUG)
        inside.addSpacing(self._box + SNUG)  # the box is painted there
        inside.addWidget(self._digit)
        inside.setContentsMargins(GAP, TIGHT + 2, GAP, TIGHT + 2)
        inside.addLayout(text, 1)
        inside.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        return inside

"""What narrows and orders the queue: a text, a least score, an order. Hidden until asked for."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reviewer.ui.cards.questions import Order, View
from reviewer.ui.parts import words
from reviewer.ui.parts.choice import Choice
from reviewer.ui.parts.histogram import ThresholdSlider
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import HAIR, TIGHT
from reviewer.ui.parts.pieces import column, label, plain_tooltip

_HINT = "Every word typed must stand in the card: its names, lists and reasons, Arabic or Latin"


class _Field(QLineEdit):
    """Says `left` on Escape and Return."""

    left = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit(event.key() == Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)


class FilterStrip(QWidget):
    """Says `viewed` (view) as the reviewer changes it, `left` when the keys should go back to the card."""

    viewed = Signal(object)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = _Field()
        self.field.setPlaceholderText("Name, list, reason, script…")
        self.field.setAccessibleName("Filter")
        self.field.setToolTip(plain_tooltip(_HINT))
        self.slider = ThresholdSlider(look)
        self._told = label("", "small", wrap=True)
        self.order = Choice("Order", Order)
        self.order.picked.connect(self._tell)
        self.field.textChanged.connect(self._tell)
        self.field.left.connect(self._leave)
        self.slider.valueChanged.connect(self._tell)
        layout = column(self, 0, HAIR)
        layout.setContentsMargins(HAIR, TIGHT, HAIR, TIGHT)
        for part in (self.field, self.slider, self._told, self.order):
            layout.addWidget(part)
        self.hide()

    @property
    def view(self) -> View:
        """What is wanted."""
        return View(self.field.text(), self.slider.value() / 100, self.order.chosen)

    def show_scores(self, at_least: Callable[[float], int]) -> None:
        """Show the scores of all cards that wait; `at_least` returns how many have a score (0..1) or more."""
        self.slider.show_scores(at_least)
        above = at_least(self.slider.value() / 100)
        self._told.setText(words.sides(self.slider.value(), above, at_least(0) - above))

    def begin(self) -> None:
        """Open and go to the field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def clear(self) -> None:
        """Narrow nothing, sort as ever and go away: what is not seen must not be at work."""
        with QSignalBlocker(self.field), QSignalBlocker(self.slider):
            self.field.clear()
            self.slider.setValue(0)
        self.hide()
        self.order.choose(Order.SCORE)
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away on Escape, whatever of it has the focus, back to the card on Return."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave(event.key() == Qt.Key.Key_Escape)
        else:
            super().keyPressEvent(event)

    def _leave(self, escaped: bool) -> None:
        if escaped:
            self.clear()
        self.left.emit()

    def _tell(self) -> None:
        self.viewed.emit(self.view)

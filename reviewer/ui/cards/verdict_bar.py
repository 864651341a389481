"""The buttons under a question: to decide, or to take a verdict back, and to undo."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from reviewer.model import Verdict
from reviewer.ui.parts.palette import SNUG
from reviewer.ui.parts.pieces import KeyButton, row


class VerdictBar(QWidget):
    """Says `decided` (verdict), `withdraw_asked` and `undo_asked`. `beside` are buttons that stand before Undo."""

    decided = Signal(object)
    withdraw_asked = Signal()
    undo_asked = Signal()

    def __init__(self, same: str, different: str, *beside: QWidget) -> None:
        super().__init__()
        self.same = KeyButton("Same", "M", "primary", same)
        self.different = KeyButton("Different", "D", "different", different)
        self.unsure = KeyButton("Not sure", "S", "unsure", "Put this question off")
        self.withdraw = KeyButton("Withdraw verdict", "Delete", "", "Take this verdict back and decide anew")
        self.undo = KeyButton("Undo", "Ctrl+Z", "", "Take back what was done last")
        self.same.clicked.connect(lambda: self.decided.emit(Verdict.SAME))
        self.different.clicked.connect(lambda: self.decided.emit(Verdict.DIFFERENT))
        self.unsure.clicked.connect(lambda: self.decided.emit(Verdict.UNSURE))
        self.withdraw.clicked.connect(self.withdraw_asked)
        self.undo.clicked.connect(self.undo_asked)
        buttons: QHBoxLayout = row(*self._deciding, self.withdraw, None, *beside, self.undo, spacing=SNUG - 2)
        self.setLayout(buttons)

    @property
    def _deciding(self) -> tuple[KeyButton, ...]:
        return self.same, self.different, self.unsure

    def show_waiting(self, waiting: bool) -> None:
        """Offer to decide, or to withdraw what was decided."""
        for button in self._deciding:
            button.setVisible(waiting)
        self.withdraw.setVisible(not waiting)

    def allow(self, allowed: bool) -> None:
        """Let the question be decided, or not yet."""
        for button in self._deciding:
            button.setEnabled(allowed)

    def focus_first(self) -> None:
        """Put the focus on the first button there is."""
        (self.withdraw if self.same.isHidden() else self.same).setFocus(Qt.FocusReason.OtherFocusReason)

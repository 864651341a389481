"""Finding words in the lines of a document: a field, how many there are, and the way to the next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from reviewer.ui.parts.name_edit import NameEdit
from reviewer.ui.parts.palette import TIGHT
from reviewer.ui.parts.pieces import Button, label, row, set_tone


class FindStrip(QWidget):
    """Says `typed` (text) with every letter, `next_asked` (1, or -1 for the one before), and `left` at the end."""

    typed = Signal(str)
    next_asked = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = _Field()
        self.found = label("", "quiet")
        self.steps = [Button("Next  Return"), Button("Before  Shift+Return"), Button("Done  Escape")]
        for button in self.steps:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            set_tone(button, "minor")
        inside = row(label("Find", "quiet"), spacing=TIGHT)
        inside.addWidget(self.field, 1)
        inside.addWidget(self.found, 1)
        for button in self.steps:
            inside.addWidget(button)
        self.setLayout(inside)
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self.next_asked)
        self.field.escaped.connect(self.close_strip)
        for button, step in zip(self.steps, (1, -1), strict=False):
            button.clicked.connect(lambda _checked=False, step=step: self.next_asked.emit(step))
        self.steps[2].clicked.connect(self.close_strip)
        self.hide()

    def begin(self) -> None:
        """Show, and take what is typed."""
        self.show()
        self.field.begin()

    def close_strip(self) -> None:
        """Disappear, and forget what was looked for."""
        self.field.clear()
        self.hide()
        self.left.emit()

    def show_found(self, at: int, of: int) -> None:
        """Say which place of how many is shown; `at` counts from 1, and is 0 where another line is."""
        wanted = self.field.text().strip()
        told = f"{at:,} of {of:,}" if at else f"{of:,} found" if of else "Not in this document"
        self.found.setText(told if wanted else "")
        for button in self.steps[:2]:
            button.setEnabled(of > 1)


class _Field(NameEdit):
    """Return goes on, Shift+Return back, Escape ends it."""

    stepped = Signal(int)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__("Find in the document")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from place to place without leaving the field."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.stepped.emit(-1 if back else 1)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

"""The field that holds the name an entry will have. Return accepts, Escape leaves it as it was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from reviewer.ui.parts.hidden import is_right_to_left


class NameEdit(QLineEdit):
    """Says `left` when Return or Escape ends the editing, `accepted` before it when it was Return."""

    accepted = Signal(str)
    left = Signal()

    def __init__(self, name: str = "Name of the entry") -> None:
        super().__init__()
        self._before = ""
        self.setAccessibleName(name)
        self.textChanged.connect(self._turn)

    def show_text(self, text: str) -> None:
        """Show another name from its beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def begin(self) -> None:
        """Take the focus with everything selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what Escape goes back to."""
        self._before = self.text()
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Up, Down and Delete from meaning the card while a name is typed."""
        mine = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in mine:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Return and on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._before = self.text()
            self.accepted.emit(self.text())
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.show_text(self._before)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _turn(self, text: str) -> None:
        right_to_left = is_right_to_left(text)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)

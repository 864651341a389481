"""The field that holds the name an entry will have. Return accepts, Escape leaves it as it was."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit

from reviewer.ui.parts.hidden import is_right_to_left

_STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class NameEdit(QLineEdit):
    """Says `left` when Return or Escape ends the editing, `accepted` before it when it was Return.

    Where it `keeps`, what was typed is accepted too when the focus goes elsewhere: nothing that was written is lost.
    Where it `rests`, coming by with the Tab key is not typing yet: letters mean the card still, and would be the whole
    new name. F2, Return or a click begins.
    """

    accepted = Signal(str)
    left = Signal()

    def __init__(self, name: str = "Name of the entry", *, rests: bool = False, keeps: bool = False) -> None:
        super().__init__()
        self._before, self._rests, self._keeps = "", rests, keeps
        self.setAccessibleName(name)
        self.textChanged.connect(self._turn)

    def show_text(self, text: str) -> None:
        """Show another name from its beginning."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def follow(self, text: str) -> None:
        """Show what it is now, unless something else is being typed; that stays, and Escape goes back to `text`."""
        if not self.hasFocus() or self.text() == self._before:
            self.show_text(text)
        self._before = text

    def begin(self) -> None:
        """Take the focus with everything selected."""
        self.setReadOnly(False)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what Escape goes back to."""
        self._before = self.text()
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setReadOnly(self._rests and by_tab)
        super().focusInEvent(event)
        if self.isReadOnly():
            self.deselect()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Accept what was typed, where it keeps; another window or a menu is no leaving."""
        super().focusOutEvent(event)
        if self._keeps and event.reason() not in _STAYING and self.text() != self._before:
            self._before = self.text()
            self.accepted.emit(self.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin."""
        self.setReadOnly(False)
        super().mousePressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Up, Down and Delete from meaning the card while a name is typed."""
        mine = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in mine:
            event.setAccepted(not self.isReadOnly())
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Return and on Escape; where it rests, begin on Return."""
        returned = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if returned and self.isReadOnly():
            self.begin()
        elif returned:
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

"""The line at the top: pages with their counts, the field to find a name in, export."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from reviewer.ui.parts.palette import GAP, HAIR, SNUG, TIGHT
from reviewer.ui.parts.pieces import Button, plain_tooltip, row, set_tone


class FindField(QLineEdit):
    """Says `left` when Escape empties it and `entered` on Return or Down."""

    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Find a name    Ctrl+F")
        self.setAccessibleName("Find a name")
        self.setToolTip(plain_tooltip("Narrows the entries as you type (Ctrl+F)"))
        self.setFixedWidth(256)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape, go to what was found on Return."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """Says `picked` (page from 0), `find_asked` (text) as one types, `export_asked`."""

    picked = Signal(int)
    find_asked = Signal(str)
    export_asked = Signal()

    def __init__(self, pages: Sequence[str]) -> None:
        super().__init__()
        self._names = pages
        self.tabs = [self._tab(i) for i in range(len(pages))]
        self.find_field = FindField()
        self.find_field.textEdited.connect(self.find_asked)
        self.export = Button("Export…")
        self.export.setToolTip(plain_tooltip("Write the entries to a file (Ctrl+E)"))
        self.export.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.export.clicked.connect(self.export_asked)
        layout = row(*self.tabs, None, self.find_field, self.export, spacing=HAIR)
        layout.setContentsMargins(GAP, HAIR, GAP, SNUG)
        layout.setSpacing(TIGHT)
        self.setLayout(layout)

    def show_counts(self, counts: Sequence[int | None]) -> None:
        """Write a number behind each page's name; None for none."""
        for button, name, number in zip(self.tabs, self._names, counts, strict=True):
            button.setText(name if number is None else f"{name}  {number:,}")

    def show_page(self, page: int) -> None:
        """Mark the page that is open."""
        self.tabs[page].setChecked(True)

    def show_open(self, is_open: bool) -> None:
        """Offer what needs an open review, or not."""
        widgets: tuple[QWidget, ...] = (*self.tabs, self.find_field, self.export)
        for widget in widgets:
            widget.setVisible(is_open)

    def _tab(self, number: int) -> QPushButton:
        button = Button(self._names[number])
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(plain_tooltip(f"{self._names[number]} (Ctrl+{number + 1})"))
        button.clicked.connect(lambda: self.picked.emit(number))
        set_tone(button, "tab")
        return button

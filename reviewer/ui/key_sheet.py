"""All keys on one sheet. Any key puts it away, but for those that scroll it where it is longer than the window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.parts.commands import ALSO, KEYS
from reviewer.ui.parts.palette import BROAD, GAP, HAIR, WIDE
from reviewer.ui.parts.pieces import label, row

_KEY = "strong"


class KeySheet(QDialog):
    """Lists the table of `commands` by section."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        lines: dict[str, list[tuple[str, str]]] = {}
        for key in (key for key in KEYS if key.keys):
            lines.setdefault(key.section, []).append((key.label, key.text))
        for section, keys, text in ALSO:
            lines[section].append((keys, text))
        sections = self._grids = [_section(name, keys) for name, keys in lines.items()]
        inside = QWidget()
        inside.setObjectName("clear")
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(BROAD * 2)
        for pair in (sections[:2], sections[2:]):
            side = QVBoxLayout()
            side.setSpacing(WIDE)
            for section_layout in pair:
                side.addLayout(section_layout)
            side.addStretch(1)
            columns.addLayout(side)
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(BROAD, BROAD, BROAD, WIDE)
        layout.setSpacing(WIDE)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("clear")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(row(None, close))
        self._inside, self._columns, self._room = inside, columns, parent.window().size() - QSize(4 * BROAD, 5 * BROAD)

    def showEvent(self, event: QShowEvent) -> None:
        """Take no more room than the window has, the columns below each other if need be."""
        for each in self._inside.findChildren(QWidget):
            each.ensurePolished()  # before that it does not know its font
        keys = (each for each in self._inside.findChildren(QLabel) if each.property("tone") == _KEY)
        widest = max(key.sizeHint().width() for key in keys)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, widest)
        for layout in (*self._columns.findChildren(QLayout), self._columns):
            layout.invalidate()  # each remembers what those within it needed
        if self._inside.sizeHint().width() > self._room.width():
            self._columns.setDirection(QBoxLayout.Direction.TopToBottom)
        bar = QSize(GAP, 0)  # what scrolls it covers no word
        self._scroll.setMinimumSize((self._inside.sizeHint() + bar).boundedTo(self._room))
        self.adjustSize()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away, or scroll."""
        bar = self._scroll.verticalScrollBar()
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0) * WIDE
        page = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}.get(Qt.Key(event.key()), 0) * bar.pageStep()
        if bar.maximum() and (step or page):
            bar.setValue(bar.value() + step + page)
        else:
            self.accept()


def _section(name: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE)
    grid.setVerticalSpacing(HAIR)
    grid.addWidget(label(name, "heading"), 0, 0, 1, 2)
    for i, (key, text) in enumerate(keys, 1):
        grid.addWidget(label(key, _KEY), i, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(text), i, 1)
    grid.setColumnStretch(1, 1)
    return grid

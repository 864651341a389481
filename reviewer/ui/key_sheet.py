"""All keys on one sheet. Any key puts it away."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.commands import ALSO, KEYS
from reviewer.ui.palette import BROAD, SNUG, TIGHT, WIDE
from reviewer.ui.pieces import label, row


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
        sections = [_section(name, keys) for name, keys in lines.items()]
        columns = QHBoxLayout()
        columns.setSpacing(BROAD * 2)
        for pair in (sections[:1] + sections[2:3], sections[1:2] + sections[3:]):
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
        layout.addLayout(columns)
        layout.addLayout(row(None, close))

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        """Go away."""
        self.accept()


def _section(name: str, keys: list[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE)
    grid.setVerticalSpacing(TIGHT)
    grid.addWidget(label(name, "heading"), 0, 0, 1, 2)
    for i, (key, text) in enumerate(keys, 1):
        grid.addWidget(label(key, "strong"), i, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(text), i, 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, SNUG * 13)
    return grid

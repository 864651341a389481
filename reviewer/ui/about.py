"""What this program is, and which version."""

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from reviewer import __version__
from reviewer.ui.parts.palette import BROAD, SNUG
from reviewer.ui.parts.pieces import column, label, row

_TOLD = (
    "Finds the many spellings of the same signatory, and asks you about them. "
    "It works offline: nothing leaves this machine."
)
_LETTERS = 50
"""About how many fit on a line."""


class AboutWindow(QDialog):
    """Tells the name, the version and the purpose."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Signatory Reviewer")
        close = QPushButton("Close")
        close.clicked.connect(self.accept)
        layout = column(self, BROAD, SNUG)
        layout.addWidget(label("Signatory Reviewer", "heading"))
        layout.addWidget(label(f"Version {__version__}, Qt {qVersion()}", "quiet"))
        told = label(_TOLD, wrap=True)
        layout.addWidget(told)
        layout.addLayout(row(None, close))
        layout.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as the wrapped lines need
        told.ensurePolished()  # before that it does not know its font
        told.setMinimumWidth(told.fontMetrics().averageCharWidth() * _LETTERS)

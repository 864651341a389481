"""A fault of ours: one window with what happened, that the work is safe and where, and a report to copy."""

import platform
import traceback

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from reviewer import __version__
from reviewer.ui.parts.palette import SNUG, WIDE
from reviewer.ui.parts.pieces import column, label


def report(error: BaseException) -> str:
    """Return what someone who mends the program needs to know."""
    where = (
        f"Signatory Reviewer {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    return f"{where}\n\n{''.join(traceback.format_exception(error))}"


class FaultWindow(QDialog):
    """Shows one fault. Not modal: the program goes on."""

    def __init__(self, parent: QWidget, error: BaseException, safe: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Something went wrong")
        self._report = report(error)
        text = QPlainTextEdit(self._report)
        text.setReadOnly(True)
        text.setAccessibleName("Report")
        copy, close = QPushButton("Copy the report"), QPushButton("Go on")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(copy)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = column(self, WIDE, SNUG)
        layout.addWidget(label("Something went wrong that should not have.", "heading"))
        layout.addWidget(label(f"{safe} You can go on working.", "quiet", wrap=True))
        layout.addWidget(text, 1)
        layout.addLayout(buttons)
        self.resize(640, 420)
        close.setFocus()

"""The window. The only home of Qt in this program."""

from collections.abc import Sequence
from pathlib import Path

_STARTED = 1000  # milliseconds after which a start is over, whatever was opened


def run(paths: Sequence[Path]) -> int:
    """Open the window with the lists and the project at `paths`; return the exit code when it is closed.

    `display.check_display` must have been asked before.
    """
    # Here and not above: `reviewer.ui.display` is asked before Qt may be loaded.
    from reviewer.ui.parts import collector

    collector.rest("start")  # what a start makes stays: looking through it for waste takes as long as a page
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reviewer import places
    from reviewer.ui import fault
    from reviewer.ui.desk import Desk
    from reviewer.ui.memory import Memory
    from reviewer.ui.window import Window

    app = QApplication(["reviewer"])
    app.setApplicationName("Signatory Reviewer")
    app.setStyle("Fusion")
    desk = Desk(places.reviewer_name())
    desk.open(paths)  # read while the window is built
    shown = Window(desk, Memory())
    fault.catch(shown.doing.show_fault)
    shown.show()
    QTimer.singleShot(_STARTED, lambda: collector.wake("start"))
    return int(app.exec())

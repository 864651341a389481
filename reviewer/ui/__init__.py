"""The window. The only home of Qt in this program."""

from collections.abc import Sequence
from pathlib import Path


def run(paths: Sequence[Path]) -> int:
    """Open the window with the lists and the project at `paths`; return the exit code when it is closed.

    `display.check_display` must have been asked before.
    """
    # Here and not above: `reviewer.ui.display` is asked before Qt may be loaded. The matcher first: it loads meanwhile.
    from reviewer.apart import Matcher

    matcher = Matcher()
    matcher.warm()
    from PySide6.QtWidgets import QApplication

    from reviewer import places
    from reviewer.ui import fault, window
    from reviewer.ui.desk import Desk
    from reviewer.ui.memory import Memory

    app = QApplication(["reviewer"])
    app.setApplicationName("Signatory Reviewer")
    app.setStyle("Fusion")
    shown = window.Window(Desk(places.reviewer_name(), matcher), Memory())
    fault.catch(shown.doing.show_fault)
    shown.show()
    shown.open(paths)
    return int(app.exec())

"""The window. The only home of Qt in this program."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.ui.window import Window

_STARTED = 1000
"""Milliseconds after which a start is over, whatever was opened."""

_AT_ONCE = 0.05
"""Seconds in which lists are open for which no window need be painted that says they are being opened."""


def run(paths: Sequence[Path]) -> int:
    """Open the window with the lists and the project at `paths`; return the exit code when it is closed.

    `display.check_display` must have been asked before.
    """
    # Here and not above: `reviewer.ui.display` is asked before Qt may be loaded. And in this order: the thread that
    # opens works while the rest is loaded, but waits for PySide, which looks through all modules as it sets itself up
    # and aborts when another is loaded meanwhile; the other process, which on two processors would slow this one down,
    # waits for what the window needs.
    from reviewer.ui.loading import load_qt
    from reviewer.ui.parts import collector

    collector.rest("start")  # what a start makes stays: looking through it for waste takes as long as a page
    load_qt()
    from reviewer.opening import Begun
    from reviewer.ui import places

    reviewer = places.reviewer_name()
    begun = Begun(paths, reviewer=reviewer, drafts=places.drafts()) if paths else None
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from reviewer.apart import Matcher
    from reviewer.ui.desk import Desk
    from reviewer.ui.memory import Memory
    from reviewer.ui.window import Window

    app = QApplication(["reviewer", "-style", "Fusion"])
    app.setApplicationName("Signatory Reviewer")
    matcher = Matcher()
    matcher.prepare()
    if begun:
        begun.wait(_AT_ONCE)
    shown = Window(Desk(reviewer, matcher, begun), Memory())
    catch(shown.doing.show_fault)
    shown.show()
    QTimer.singleShot(_STARTED, lambda: collector.wake("start"))
    return until_closed(shown)


def catch(show: Callable[[BaseException], None]) -> None:
    """Have everything nobody caught shown in a window, and printed as before."""

    def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
        sys.__excepthook__(kind, error, error.__traceback__)
        if isinstance(error, Exception):
            show(error)

    sys.excepthook = hook


def until_closed(_window: "Window") -> int:
    """Let the window work until it is closed; return the exit code."""
    from PySide6.QtWidgets import QApplication

    return int(QApplication.exec())

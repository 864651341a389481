"""What the tests of documents before they count share: choosing files, and what is shown of them."""

from collections.abc import Sequence
from pathlib import Path

from desks import BOLD, is_idle, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import KAWAKIBI

from reviewer.model import Source
from reviewer.ui.window import Window

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)

PROSE = "We, the undersigned, call on the Council to open the road that the villages of the valley depend on."
LETTER = f"{PROSE}\n\nOrganizations\n1. Centre for Water\n2. {KAWAKIBI}\n3. {BOLD}\n\nIndividuals\n4. Ann Farmer\n"


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding)
    return path


def look(window: Window, qtbot: QtBot, monkeypatch: Patch, *paths: Path) -> None:
    """Choose files with Ctrl+O, and wait until the first is shown."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(path) for path in paths], ""))
    press(window, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))


def add(window: Window, qtbot: QtBot, *modifiers: Qt.KeyboardModifier) -> None:
    """Press Return, with modifiers, and wait until the window rests."""
    press(window, Qt.Key.Key_Return, *modifiers)
    qtbot.waitUntil(lambda: is_idle(window))


def rows(window: Window) -> list[str]:
    """Return the rows as they are shown: sign or tick, list mark, text, what is told."""
    paper = window.preview.paper
    assert paper
    shown = [paper.row(at) for at in range(len(paper.rows))]
    return [" ".join(filter(None, (r.sign or "x" * (r.number in paper.ticked), r.mark, r.text))) for r in shown]


def told(window: Window) -> list[str]:
    """Return what is said of each row, without marks of direction."""
    paper = window.preview.paper
    assert paper
    return [paper.row(at).told.replace("\u2068", "").replace("\u2069", "") for at in range(len(paper.rows))]


def texts(source: Source) -> list[str]:
    return [signature.text for signature in source.signatures]


def sources(window: Window) -> Sequence[Source]:
    assert window.desk.review
    return window.desk.review.sources


def choose(window: Window, qtbot: QtBot, key: Qt.Key, text: str) -> None:
    """Open a menu of the document with its key, go down to what holds `text`, and press Return."""
    press(window, key, ALT)
    menu = window.preview.choices.findChildren(QMenu)[("S", "C", "E").index(chr(key))]
    qtbot.waitUntil(menu.isVisible)
    QApplication.processEvents()  # a menu that is gone before it is activated keeps the focus here
    for _ in range(1 + next(i for i, action in enumerate(menu.actions()) if text in action.text())):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_idle(window))

"""A window over two small lists with candidates made by hand; closed again after each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from desks import BADAEL, ICC, NAMES, SOCHI, SPELLINGS, give, is_idle, new_window, write_list
from documents import LETTER, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.ui.window import Window


@pytest.fixture
def empty_window(qtbot: QtBot) -> Iterator[Window]:
    """A window with nothing open."""
    shown = new_window()
    shown.show()
    shown.activateWindow()
    yield shown
    shown.close()
    shown.deleteLater()
    QGuiApplication.clipboard().clear()  # what a test left there outlives Python and crashes the process at its end


@pytest.fixture
def large_text(qtbot: QtBot) -> Iterator[Callable[[Window], None]]:
    """What gives a window text of 18 points, as a system may, on a screen of 1366 by 768."""
    before = QApplication.font()

    def enlarge(window: Window) -> None:
        font = QApplication.font()
        font.setPointSizeF(18)
        QApplication.setFont(font)
        window.look.changed.emit()
        window.resize(1366, 768)

    yield enlarge
    QApplication.setFont(before)


@pytest.fixture
def mirrored(qtbot: QtBot) -> Iterator[None]:
    """Every window runs from right to left."""
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(empty_window: Window, qtbot: QtBot, tmp_path: Path) -> Window:
    """A window over two lists, with the candidates of `desks`."""
    lists = [write_list(tmp_path, "sochi", SOCHI), write_list(tmp_path, "icc", ICC, date="2019")]
    empty_window.open(lists)
    qtbot.waitUntil(lambda: is_idle(empty_window))
    give(empty_window, (*NAMES, BADAEL), SPELLINGS)
    for page in (empty_window.review, empty_window.spellings):
        page.go_to(0, 0)
    return empty_window


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter with prose, headings and four signatures."""
    return write(tmp_path, "letter.txt", LETTER)

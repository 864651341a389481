"""Pages are made before they are turned to, while nobody does anything."""

from pathlib import Path

import pytest
from desks import ICC, SOCHI, is_idle, new_window, write_list
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reviewer.ui.window import Window

PARTS = ("spellings", "spelling", "strip", "entries", "lists", "preview", "matrix")


@pytest.fixture
def reviewing(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Window:
    """A window over two lists that makes pages ahead after so many milliseconds."""
    monkeypatch.setattr("reviewer.ui.window._IDLE", request.param)
    window = new_window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.open([write_list(tmp_path, "sochi", SOCHI), write_list(tmp_path, "icc", ICC, date="2019")])
    qtbot.waitUntil(lambda: is_idle(window) and window.review.has_card)
    return window


@pytest.mark.parametrize("reviewing", [1], indirect=True)
def test_every_page_is_made_while_the_first_card_is_read(reviewing: Window, qtbot: QtBot) -> None:
    focused, shown = reviewing.focusWidget(), reviewing.stack.currentWidget()
    qtbot.waitUntil(lambda: all(map(reviewing.made, PARTS)))
    assert reviewing.focusWidget() is focused
    assert reviewing.stack.currentWidget() is shown
    assert not reviewing.strip.isVisible()
    assert not reviewing.spelling.isVisible()
    QTest.keyClick(reviewing.windowHandle(), Qt.Key.Key_Shift)
    assert not reviewing._ahead.isActive()


@pytest.mark.parametrize("reviewing", [60_000], indirect=True)
def test_a_key_puts_it_off(reviewing: Window, qtbot: QtBot) -> None:
    timer = reviewing._ahead
    timer.setTimerType(Qt.TimerType.PreciseTimer)  # else its end is rounded to seconds
    timer.start()
    qtbot.wait(100)
    before = timer.remainingTime()
    QTest.keyClick(reviewing.windowHandle(), Qt.Key.Key_Shift)  # as one comes from outside
    assert timer.remainingTime() > before
    assert not any(map(reviewing.made, PARTS))

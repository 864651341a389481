"""What screen readers hear: the role of what paints itself, and sentences when they are said."""

import os

import pytest
from desks import is_idle, press
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.parts import spoken
from reviewer.ui.window import Window


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was said, in order."""
    sentences: list[str] = []

    class Listening(QAccessible):
        @staticmethod
        def updateAccessibility(event: QAccessibleEvent) -> None:  # noqa: N802  # Qt's name
            assert isinstance(event, QAccessibleAnnouncementEvent)
            sentences.append(event.message())

    monkeypatch.setattr(spoken, "QAccessible", Listening)
    return sentences


def test_what_was_done_is_said(window: Window, heard: list[str]) -> None:
    press(window, Qt.Key.Key_M)
    assert heard == [window.status.message.text()]
    assert "Undo with Ctrl+Z" in heard[0]
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard[1:] == [window.status.message.text()]


def test_a_refusal_is_said(window: Window, heard: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", no_room)
    press(window, Qt.Key.Key_M)
    assert heard == [window.card.notice.text]
    assert "No space left" in heard[0]


def no_room(_descriptor: int) -> None:
    """Be a full disk."""
    raise OSError(28, "No space left on device")


def test_a_cell_that_is_taken_in_hand_by_key_is_said(window: Window, qtbot: QtBot, heard: list[str]) -> None:
    press(window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: is_idle(window))
    assert heard == []
    press(window, Qt.Key.Key_Down)
    assert heard == ["  ".join(window.matrix.facts)]


def test_a_role_is_given_to_one_widget_and_goes_with_it(qtbot: QtBot) -> None:
    plain, table = QWidget(), QWidget()
    spoken.give_role(table, QAccessible.Role.Table)
    table.setAccessibleName("Who signed what")
    told = QAccessible.queryAccessibleInterface(table)
    assert told.role() == QAccessible.Role.Table
    assert told.text(QAccessible.Text.Name) == "Who signed what"
    assert QAccessible.queryAccessibleInterface(plain).role() == QAccessible.Role.Client
    for widget in (plain, table):
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

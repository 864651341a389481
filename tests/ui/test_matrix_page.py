"""Who signed what in the window: worked out, left for the entry, saved."""

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from xml.etree import ElementTree

import pytest
from desks import BOLD, CIVIL, ICC, SOCHI, is_idle, press, write_list
from matrices import entries_shown, menu_action, shown_matrix
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.model import Entry
from reviewer.register import Register
from reviewer.ui.showing import MATRIX
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def turn_to(window: Window, qtbot: QtBot) -> None:
    """Press the key of the page and wait until it is worked out."""
    press(window, Qt.Key.Key_5, CTRL)
    qtbot.waitUntil(lambda: not window.matrix.is_working)


def test_the_page_opens_by_key_with_a_cell_in_hand(window: Window, qtbot: QtBot) -> None:
    turn_to(window, qtbot)
    assert window.matrix.isVisible()
    assert window.matrix.signed.hasFocus()
    of, sentence = window.matrix.facts
    assert of in {*SOCHI, *ICC}
    assert "no. " in sentence


def test_return_opens_the_entry_whatever_was_searched_for(window: Window, qtbot: QtBot) -> None:
    window.top.find_field.setText("nobody")
    window.showing.find_name("nobody")
    turn_to(window, qtbot)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    asked = window.matrix.facts[0]
    press(window, Qt.Key.Key_Return)
    assert window.entries.isVisible()
    assert window.entries.entry.name_edit.text() == asked
    assert window.top.find_field.text() == ""


def test_it_follows_what_is_decided_and_undone(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_M)
    turn_to(window, qtbot)
    before = entries_shown(window.matrix)
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not window.matrix.is_working)
    assert entries_shown(window.matrix) == before + 2
    assert CIVIL in [entry.name for entry in shown_matrix(window.matrix).entries]


def test_the_window_goes_on_while_it_is_worked_out(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    snapshot = Register.snapshot

    def slow(register: Register) -> Iterator[Entry]:
        go_on.wait(10)
        yield from snapshot(register)

    monkeypatch.setattr(Register, "snapshot", slow)
    press(window, Qt.Key.Key_5, CTRL)
    page = window.matrix
    qtbot.waitUntil(lambda: "Working it out" in page.told)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    assert page.isVisible()
    assert page.facts == ("", "")
    assert not page.save.isEnabled()
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_5, CTRL)
    go_on.set()
    qtbot.waitUntil(lambda: not page.is_working)
    assert entries_shown(page) == len({*SOCHI, *ICC}) - 2
    assert "Working it out" not in page.told
    assert page.save.isEnabled()
    assert page.signed.hasFocus()


def test_it_is_worked_out_once_while_nothing_changes(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(window, qtbot)
    before = shown_matrix(window.matrix)
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_5, CTRL)
    assert not window.matrix.is_working
    assert shown_matrix(window.matrix) is before


def test_a_fault_while_it_is_worked_out_is_told_and_it_can_be_asked_again(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_register: Register) -> Iterator[Entry]:
        raise RuntimeError("an example")

    told: list[Exception] = []
    with monkeypatch.context() as patched:
        patched.setattr(Register, "snapshot", broken)
        patched.setattr(window.doing, "show_fault", told.append)
        turn_to(window, qtbot)
    assert [str(error) for error in told] == ["an example"]
    turn_to(window, qtbot)
    assert entries_shown(window.matrix) == len({*SOCHI, *ICC})


def test_with_one_list_it_says_what_is_missing_and_offers_it(
    empty_window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_window.open([write_list(tmp_path, "sochi", SOCHI)])
    qtbot.waitUntil(lambda: is_idle(empty_window))
    empty_window.show_page(MATRIX)
    assert "Two lists are needed to compare" in empty_window.matrix.empty.text
    qtbot.waitUntil(lambda: QApplication.focusWidget() in empty_window.matrix.empty.findChildren(QPushButton))
    other = str(write_list(tmp_path, "icc", ICC))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([other], ""))
    press(empty_window, Qt.Key.Key_Space)
    qtbot.waitUntil(empty_window.preview.add.isEnabled)
    press(empty_window, Qt.Key.Key_Return)
    qtbot.waitUntil(empty_window.matrix.signed.isVisible)


@pytest.mark.parametrize(("line", "suffix"), [("PNG", ".png"), ("SVG", ".svg"), ("CSV", ".csv")])
def test_picture_and_table_are_saved(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, suffix: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "out"), ""))
    turn_to(window, qtbot)
    menu_action(window.matrix.save, line)()
    path = tmp_path / f"out{suffix}"
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in window.status.message.text())
    if suffix == ".png":
        assert QImage(str(path)).width() > 100
    elif suffix == ".svg":
        assert BOLD in {text.strip() for text in ElementTree.parse(path).getroot().itertext()}
    else:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        assert {row[1] for row in rows[1:]} == {*SOCHI, *ICC}


def test_a_place_that_can_not_be_written_is_told(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "out.png"), ""))
    turn_to(window, qtbot)
    menu_action(window.matrix.save, "PNG")()
    qtbot.waitUntil(lambda: "can't be written" in window.status.message.text())

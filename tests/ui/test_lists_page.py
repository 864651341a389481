"""Lists looked at again as they were read: the same lines, and what is said where their file is another or gone."""

from pathlib import Path

import pytest
from desks import is_idle, press, write_list
from documents import ALT, CTRL, add, choose, look, rows, sources, texts, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot

from reviewer.ui.whereabouts import Whereabouts
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)


def look_again(window: Window, qtbot: QtBot, row: int = -1) -> None:
    """Go to a list and look at how it was read."""
    press(window, Qt.Key.Key_4, CTRL)
    table = window.lists.table
    table.setCurrentIndex(table.rows_model.index(row % len(table.rows_model.rows), 0))
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_idle(window))


def test_a_list_is_shown_as_it_was_read_and_stays_so(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    table = "Organisation,Town\nبيتنا,حلب\nدولتي,حمص\nبدائل,إدلب\n"
    look(window, qtbot, monkeypatch, write(tmp_path, "table.csv", table, "cp1256"))
    choose(window, qtbot, Qt.Key.Key_C, "Town")
    press(window, Qt.Key.Key_End)
    press(window, Qt.Key.Key_Space)
    add(window, qtbot)
    look_again(window, qtbot)
    shown = ["Organisation | Town", "x حلب", "x حمص", "إدلب"]
    assert rows(window) == shown
    assert "was read" in window.preview.changes
    assert window.preview.count.text() == "2 of 4 lines are in the list"
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_A, ALT)
    add(window, qtbot)
    assert rows(window) == shown
    press(window, Qt.Key.Key_Escape)
    assert window.lists.isVisible()
    assert window.lists.table.hasFocus()
    assert [texts(source) for source in sources(window)[2:]] == [["حلب", "حمص"]]
    assert window.lists.table.rows_model.rows[-1][5] == "CSV, windows-1256"


def test_what_was_read_otherwise_is_told(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, write(tmp_path, "t.csv", "Name,Town\nAnn Farmer,Homs\nBob Miller,Hama\n"))
    choose(window, qtbot, Qt.Key.Key_C, "Town")
    add(window, qtbot)
    look_again(window, qtbot)
    assert "stand in no line" not in window.preview.changes
    choose(window, qtbot, Qt.Key.Key_C, "Name")
    assert "2 signatures of it stand in no line" in window.preview.changes


def test_a_file_that_changed_or_is_gone_is_said_to_be(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    for row, told in ((0, "has changed since"), (1, "can't be read (No such file")):
        path = tmp_path / ("sochi.json", "icc.json")[row]
        path.write_text('["Somebody else", "And another"]') if row == 0 else path.unlink()
        look_again(window, qtbot, row)
        assert window.lists.isVisible()
        assert told in window.lists.notices[0].text
        assert str(tmp_path) in window.lists.notices[0].text
    assert len(sources(window)) == 2


def test_what_was_pasted_has_no_file(window: Window, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Kesh Malek\nDawlaty\n")
    press(window, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: is_idle(window))
    add(window, qtbot)
    look_again(window, qtbot)
    assert "is not known here" in window.lists.notices[0].text


def test_a_file_beside_the_review_is_found(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr(Whereabouts, "of", lambda _self, _source: None)
    look_again(window, qtbot, 0)
    assert "is not known here" in window.lists.notices[0].text
    window.desk.keep_as(tmp_path / "review.json")
    qtbot.waitUntil(lambda: is_idle(window))
    look_again(window, qtbot, 0)
    assert window.preview.isVisible()
    assert len(rows(window)) == 8


def test_what_comes_meanwhile_waits_behind_it(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look_again(window, qtbot, 0)
    look(window, qtbot, monkeypatch, write_list(tmp_path, "third", ["One", "Two"]))
    assert (window.arrivals.at, window.arrivals.of) == (1, 2)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_idle(window))
    assert rows(window) == ["x One", "x Two"]
    add(window, qtbot)
    assert len(sources(window)) == 3

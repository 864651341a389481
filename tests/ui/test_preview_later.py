"""A document that is a later state of a list the review has, or that list again."""

from pathlib import Path

import pytest
from desks import BOLD, ICC, NAMAR, NAMES, SOCHI, give, is_idle, press, write_list
from documents import ALT, CTRL, add, look, rows, sources, told, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.model import Name, Verdict
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
STORY = "It rained.\n\n" + "A story about the weather, in which nobody signed anything at all. " * 9 + "\n"


def later(folder: Path) -> Path:
    """Write a later state of the first list: one name respelled, one gone, one new."""
    lines = [KAWAKBY, *(text for text in SOCHI[1:] if text != NAMAR), "Kesh Malek"]
    return write_list(folder, "sochi2", lines, "sochi statement")


def test_a_later_state_takes_the_place_of_the_list(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    assert window.desk.review
    window.desk.decide(Verdict.SAME, [Name(SOCHI[1]), Name(ICC[1])], 0.9)
    look(window, qtbot, monkeypatch, later(tmp_path))
    assert "1 line added, 1 removed, 1 respelled" in window.preview.changes
    marked = [row for row in rows(window) if row[0] in "+−≈"]
    assert marked == [f"≈ {KAWAKBY}", f"− {NAMAR}", "+ Kesh Malek"]
    assert rows(window).index(f"− {NAMAR}") == SOCHI.index(NAMAR)
    assert told(window)[0] == f"was “{KAWAKIBI}”"
    stops = []
    for _ in range(3):
        stops.append(window.preview.view.currentIndex().data()[0])
        press(window, Qt.Key.Key_F3)
    assert stops == ["K", "L", "K"]
    assert window.preview.add.accessibleName() == "Take 8 signatures"
    add(window, qtbot)
    assert [len(source.signatures) for source in sources(window)] == [8, 5]
    review = window.desk.review
    standing = review.ledger.standing.names
    assert standing.joined(Name(KAWAKIBI), Name(KAWAKBY))
    assert standing.joined(Name(SOCHI[1]), Name(ICC[1]))
    assert "anew: 1 line added, 1 removed, 1 respelled; every verdict stays" in window.status.message.text()


def test_a_respelled_line_may_be_another_signatory(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_Home)
    for key, sign in ((Qt.Key.Key_D, "≠"), (Qt.Key.Key_M, "≈"), (Qt.Key.Key_D, "≠")):
        press(window, key)
        assert rows(window)[0] == f"{sign} {KAWAKBY}"
    add(window, qtbot)
    assert window.desk.review
    assert not window.desk.review.ledger.standing.names.joined(Name(KAWAKIBI), Name(KAWAKBY))


def test_a_line_that_only_looks_alike_begins_as_another_signatory(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    hama, homs = "Local Council of Hama", "Local Council of Homs"
    window.open([write_list(tmp_path, "third", (homs, "Dawlaty"), "Third")])
    qtbot.waitUntil(lambda: is_idle(window))
    for join in (False, True):
        look(window, qtbot, monkeypatch, write_list(tmp_path, f"third{join}", (hama, "Dawlaty", f"{join}"), "Third"))
        assert rows(window)[0] == f"≠ {hama}"
        assert told(window)[0] == f"was “{homs}”; two signatories"
        press(window, Qt.Key.Key_Home)
        if join:
            press(window, Qt.Key.Key_M)
        add(window, qtbot)
        assert window.desk.review
        assert window.desk.review.ledger.standing.names.joined(Name(homs), Name(hama)) is join
        press(window, Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: is_idle(window))


def test_a_later_state_may_be_another_list(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_R, ALT)
    assert window.preview.another.isChecked()
    assert len(rows(window)) == 8
    assert all(row.startswith("x ") for row in rows(window))
    add(window, qtbot)
    assert len(sources(window)) == 3


def test_the_line_in_hand_stays_when_lines_that_are_gone_come_and_go(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    for text, then in (("Kesh Malek", "Kesh Malek"), (NAMAR, KAWAKBY)):
        view = window.preview.view
        view.go_to([row[2:] for row in rows(window)].index(text))
        press(window, Qt.Key.Key_R, ALT)
        assert view.currentIndex().data() == then
        press(window, Qt.Key.Key_R, ALT)
        assert view.currentIndex().data() == then


def test_unticking_a_line_of_a_later_state_tells_it_is_gone(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_idle(window))
    assert "2 removed" in window.preview.changes
    assert f"− {SOCHI[1]}" in rows(window)
    assert window.preview.view.currentIndex().data() == SOCHI[1]


def test_what_was_found_stays_found_while_the_lists_are_compared(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, later(tmp_path))
    press(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.preview.strip.field, "badael")
    window.preview.take_focus()
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: is_idle(window))
    assert window.preview.view.currentIndex().data() == KAWAKBY
    assert window.preview.strip.found.text() == "2 found"
    press(window, Qt.Key.Key_F3)
    assert window.preview.view.currentIndex().data() == "Badael"


def test_a_title_tells_which_list_it_is_a_later_state_of(
    window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, letter)
    assert window.preview.changes == ""
    window.preview.title.begin()
    qtbot.keyClicks(window.preview.title, "icc statement")
    qtbot.waitUntil(lambda: is_idle(window))
    assert "A later state of" in window.preview.changes


def test_the_same_file_is_not_added_twice(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, tmp_path / "sochi.json")
    assert window.preview.changes.startswith("This file is in the review already, as “")
    assert not window.preview.add.isEnabled()
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Escape)
    assert window.review.isVisible()
    assert len(sources(window)) == 2


def test_lines_are_a_model_and_say_what_they_are(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    model = window.preview.view.lines
    tester = QAbstractItemModelTester(model, FATAL)
    look(window, qtbot, monkeypatch, later(tmp_path), write(tmp_path, "story.txt", STORY))
    assert tester.model() is model
    role = Qt.ItemDataRole.AccessibleTextRole
    spoken = str(model.data(model.index(0), role))
    assert spoken == f"\u2068{KAWAKBY}\u2069, respelled, was “\u2068{KAWAKIBI}\u2069”"
    bold = rows(window).index(f"x {BOLD}")
    assert model.data(model.index(bold)) == BOLD
    assert "&lt;b&gt;" in str(model.data(model.index(bold), Qt.ItemDataRole.ToolTipRole))
    assert model.setData(model.index(bold), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    gone = rows(window).index(f"− {NAMAR}")
    assert not model.setData(model.index(gone), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    press(window, Qt.Key.Key_R, ALT)
    press(window, Qt.Key.Key_Escape)
    give(window, NAMES)


def test_nothing_is_cut_off_on_the_smallest_screen(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    window.resize(1366, 768)
    look(window, qtbot, monkeypatch, later(tmp_path), write(tmp_path, "table.csv", "Name,Town\nAnn,Ta\nBob,To\n"))
    for _ in range(2):
        QApplication.processEvents()
        assert (window.width(), window.height()) == (1366, 768)
        for button in window.preview.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.accessibleName() or button.text()
        press(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: is_idle(window))

"""The lines of a document before it counts: ticked, found and gone through by keys and clicks."""

from pathlib import Path

import pytest
from desks import BOLD, is_idle, press
from documents import ALT, CTRL, SHIFT, add, look, rows, sources, texts, write
from PySide6.QtCore import QPoint, Qt
from pytest import MonkeyPatch as Patch  # noqa: PT013  # the long name breaks every line
from pytestqt.qtbot import QtBot
from support import KAWAKIBI

from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)
STORY = "It rained.\n\n" + "A story about the weather, in which nobody signed anything at all. " * 9 + "\n"


def test_what_is_taken_is_what_is_ticked(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Down)
    for _ in range(2):
        press(window, Qt.Key.Key_Down, SHIFT)
    press(window, Qt.Key.Key_Space)
    assert [row[:2] == "x " for row in rows(window)] == [False, True, True, True, True, False, True]
    press(window, Qt.Key.Key_Space)
    assert [row[:2] == "x " for row in rows(window)] == [False, False, False, False, True, False, True]
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_End)
    press(window, Qt.Key.Key_Space)
    assert window.preview.count.text() == "4 of 7 lines will be added; 2 of them are known already"
    add(window, qtbot)
    assert texts(sources(window)[2]) == ["Organizations", "Centre for Water", KAWAKIBI, BOLD]
    assert window.desk.undoable


def test_all_none_and_as_proposed(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    paper = window.preview.paper
    assert paper
    counts = []
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_P):
        press(window, key, ALT)
        counts.append(len(paper.ticked))
        assert window.preview.add.isEnabled() is (key != Qt.Key.Key_N)
    assert counts == [7, 0, 4]
    qtbot.mouseClick(window.preview.ticks[1], Qt.MouseButton.LeftButton)
    assert window.preview.count.text() == "None of 7 lines is ticked; Space ticks those that are chosen"
    press(window, Qt.Key.Key_Return)
    assert window.arrivals.paper is paper


def test_a_box_is_ticked_with_the_mouse(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    look(window, qtbot, monkeypatch, letter)
    view = window.preview.view
    for row, dx in ((0, 14), (3, 14), (6, 200)):
        place = view.visualRect(view.lines.index(row))
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(dx, place.center().y()))
    assert [row[:2] == "x " for row in rows(window)] == [True, False, True, False, True, False, True]
    assert view.currentIndex().row() == 6


def test_lines_of_a_document_without_a_list_can_be_ticked(empty_window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    window = empty_window
    window.open([write(tmp_path, "story.txt", STORY)])
    qtbot.waitUntil(lambda: window.preview.isVisible() and is_idle(window))
    assert "story.txt holds no list of signatories" in window.preview.nothing.text
    assert window.preview.count.text().startswith("None of 2 lines")
    assert not window.preview.add.isEnabled()
    press(window, Qt.Key.Key_Home)
    press(window, Qt.Key.Key_Space)
    add(window, qtbot)
    assert [texts(source) for source in sources(window)] == [["It rained."]]
    assert window.review.isVisible()


def test_words_are_found_as_one_types(window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch) -> None:
    names = ["Badael", "Local Council of Homs", "شبكة المرأة", "LOCAL COUNCIL OF HAMA", "Dawlaty"]
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "\n".join(names)))
    view, strip = window.preview.view, window.preview.strip

    def standing() -> tuple[str, str]:
        return view.currentIndex().data(), strip.found.text()

    press(window, Qt.Key.Key_F, CTRL)
    assert strip.field.hasFocus()
    qtbot.keyClicks(strip.field, "local")
    assert standing() == (names[1], "1 of 2")
    for keys, place in (((Qt.Key.Key_Return,), 3), ((Qt.Key.Key_Return,), 1), ((Qt.Key.Key_Return, SHIFT), 3)):
        press(window, *keys)
        assert standing()[0] == names[place]
    strip.field.setText("المرأه")
    assert standing() == (names[2], "1 of 1")
    qtbot.keyClicks(strip.field, "xx")
    assert standing() == (names[2], "Not in this document")
    assert len(sources(window)) == 2
    press(window, Qt.Key.Key_Escape)
    assert view.hasFocus()
    assert strip.isHidden()
    assert window.preview.isVisible()


def test_found_lines_can_be_unticked_on_the_way(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "Badael\nCouncil A\nDawlaty\nCouncil B\nBaytna\n"))
    press(window, Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(window.preview.strip.field, "council")
    window.preview.take_focus()
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_F3)
    press(window, Qt.Key.Key_Space)
    assert rows(window) == ["x Badael", "Council A", "x Dawlaty", "Council B", "x Baytna"]
    assert window.preview.strip.found.text() == "2 of 2"


def test_f3_goes_to_where_ticks_begin_and_end_and_back_again(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: Patch
) -> None:
    names = ["Badael", "Dawlaty", "Baytna", "Kesh Malek", "Huquqyat"]
    look(window, qtbot, monkeypatch, write(tmp_path, "names.txt", "\n".join(names) + "\n"))
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Home)
    stops = []
    for shift in (False, False, False, True, True, True):
        press(window, Qt.Key.Key_F3, *([SHIFT] if shift else []))
        stops.append(names.index(window.preview.view.currentIndex().data()))
        assert len(window.preview.view.chosen()) == 1
    assert stops == [1, 2, 2, 1, 0, 0]


def test_ctrl_z_takes_back_a_tick_not_a_verdict(window: Window, qtbot: QtBot, letter: Path, monkeypatch: Patch) -> None:
    press(window, Qt.Key.Key_D)
    look(window, qtbot, monkeypatch, letter)
    press(window, Qt.Key.Key_Space)
    for _ in range(2):
        press(window, Qt.Key.Key_Z, CTRL)
    assert window.preview.count.text().startswith("4 of 7")
    assert window.desk.undoable

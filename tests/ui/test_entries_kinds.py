"""Narrowing the entries to a kind, and sorting them."""

from desks import candidate, give
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI, names

from reviewer.model import Verdict
from reviewer.ui.showing import ENTRIES
from reviewer.ui.window import Window


def shown(window: Window) -> list[object]:
    return [row[0] for row in window.entries.table.rows_model.rows]


def test_entries_of_a_kind_alone_and_an_empty_kind_explains_itself(window: Window, qtbot: QtBot) -> None:
    window.desk.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94, "")
    window.show_page(ENTRIES)
    everything = len(shown(window))
    kinds = {button.text(): button for button in window.entries.which.buttons}
    qtbot.mouseClick(kinds["merged"], Qt.MouseButton.LeftButton)
    assert shown(window) == [KAWAKIBI]
    qtbot.mouseClick(kinds["noted"], Qt.MouseButton.LeftButton)
    assert shown(window) == []
    assert "No noted entries" in window.entries.empty.text
    kinds["noted"].setFocus()
    qtbot.keyClick(kinds["noted"], Qt.Key.Key_Left)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert len(shown(window)) < everything


def test_entries_are_sorted_on_demand(window: Window, qtbot: QtBot) -> None:
    give(window, [candidate(KAWAKIBI, KAWAKBY, 0.9)])
    window.show_page(ENTRIES)
    listed = shown(window)
    by_name = window.entries.order.buttons[1]
    qtbot.mouseClick(by_name, Qt.MouseButton.LeftButton)
    assert shown(window) == sorted(listed, key=lambda name: str(name).casefold())


def test_little_room_hides_columns_before_names_and_cuts_no_button(window: Window, qtbot: QtBot) -> None:
    window.show_page(ENTRIES)
    table = window.entries.table
    for width, hidden in ((1366, ["Flags"]), (1100, ["Flags"]), (960, ["Also written", "Flags"])):
        window.resize(width, 700)
        qtbot.waitUntil(lambda width=width: window.width() == width)  # type: ignore[misc]
        QApplication.processEvents()
        headings = [table.model().headerData(i, Qt.Orientation.Horizontal) for i in range(5) if table.isColumnHidden(i)]
        assert headings == hidden, width
        assert table.columnWidth(0) >= 220
        for choice in (window.entries.which, window.entries.order):
            assert all(button.width() >= button.sizeHint().width() for button in choice.buttons)
    assert window.desk.review
    window.desk.write_note(window.desk.review.register.entries()[0], "asked")
    assert not table.isColumnHidden(2)

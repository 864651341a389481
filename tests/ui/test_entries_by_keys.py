"""An entry worked on by keys: what is typed is kept, any signature names it, flags and signatures are a key away."""

import pytest
from desks import ICC, SOCHI, press
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.model import Entry, Flag
from reviewer.ui.showing import ENTRIES
from reviewer.ui.window import Window

ALT = Qt.KeyboardModifier.AltModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def entries(window: Window) -> Window:
    """The window on Entries, the first two of which are merged and in hand."""
    while window.card.rows[0].facts and window.card.rows[0].facts.text != KAWAKIBI:
        press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_M)
    window.show_page(ENTRIES)
    return window


def first(window: Window) -> Entry:
    assert window.desk.review
    return window.desk.review.register.entries()[0]


def test_a_note_is_kept_when_tab_leaves_it(entries: Window, qtbot: QtBot) -> None:
    press(entries, Qt.Key.Key_N)
    qtbot.keyClicks(entries.entries.entry.note_edit, "Ask Amal")
    press(entries, Qt.Key.Key_Tab)
    assert first(entries).note == "Ask Amal"
    assert entries.entries.entry.flags[Flag.WITHDRAWN].hasFocus()
    press(entries, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first(entries).note == ""


def test_a_note_is_kept_when_another_entry_is_clicked(entries: Window, qtbot: QtBot) -> None:
    table = entries.entries.table
    press(entries, Qt.Key.Key_N)
    qtbot.keyClicks(entries.entries.entry.note_edit, "Ask Amal")
    row = table.visualRect(table.rows_model.index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert first(entries).note == "Ask Amal"
    assert table.currentIndex().row() == 3
    assert entries.entries.entry.note_edit.text() == ""


def test_escape_leaves_a_note_unwritten(entries: Window, qtbot: QtBot) -> None:
    press(entries, Qt.Key.Key_N)
    qtbot.keyClicks(entries.entries.entry.note_edit, "Ask Amal")
    press(entries, Qt.Key.Key_Escape)
    assert (first(entries).note, entries.entries.entry.note_edit.text()) == ("", "")


def test_a_name_emptied_and_left_is_the_name_there_was(entries: Window) -> None:
    press(entries, Qt.Key.Key_F2)
    press(entries, Qt.Key.Key_Backspace)
    press(entries, Qt.Key.Key_Tab)
    assert entries.entries.entry.name_edit.text() == first(entries).name == KAWAKIBI
    assert entries.entries.entry.notice.text == ""


def test_what_is_typed_stays_whatever_comes_meanwhile(entries: Window, qtbot: QtBot) -> None:
    edit = entries.entries.entry.note_edit
    press(entries, Qt.Key.Key_N)
    qtbot.keyClicks(edit, "Ask")
    entries.desk.changed.emit(frozenset())
    qtbot.keyClicks(edit, " Amal")
    press(entries, Qt.Key.Key_Return)
    assert first(entries).note == "Ask Amal"


def test_a_note_that_comes_meanwhile_is_shown_where_nothing_is_typed(entries: Window) -> None:
    press(entries, Qt.Key.Key_N)
    entries.desk.write_note(first(entries), "Ask Amal")
    assert entries.entries.entry.note_edit.text() == "Ask Amal"
    press(entries, Qt.Key.Key_Escape)
    assert first(entries).note == entries.entries.entry.note_edit.text() == "Ask Amal"


def test_any_signature_names_the_entry_with_one_key(entries: Window) -> None:
    press(entries, Qt.Key.Key_F6)
    assert entries.entries.entry.signatures.hasFocus()
    press(entries, Qt.Key.Key_Down)
    press(entries, Qt.Key.Key_Return)
    assert first(entries).name == KAWAKBY
    assert entries.entries.entry.signatures.currentIndex().row() == 1
    assert entries.entries.entry.out.accessibleName() == "Take out 1"
    press(entries, Qt.Key.Key_F6)
    assert entries.entries.table.hasFocus()
    press(entries, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert first(entries).name == KAWAKIBI


def test_flags_are_set_and_taken_off_with_one_key(entries: Window) -> None:
    for key, flag in ((Qt.Key.Key_1, Flag.WITHDRAWN), (Qt.Key.Key_3, Flag.NEEDS_EXPERT)):
        press(entries, key, ALT)
        assert flag in first(entries).flags
        assert entries.entries.entry.flags[flag].isChecked()
    press(entries, Qt.Key.Key_1, ALT)
    assert first(entries).flags == (Flag.NEEDS_EXPERT,)
    assert entries.entries.table.hasFocus()


def test_a_heading_sorts_by_its_column_and_pressed_again_as_listed(entries: Window, qtbot: QtBot) -> None:
    table, header = entries.entries.table, entries.entries.table.horizontalHeader()
    listed = [str(row[0]) for row in table.rows_model.rows]
    for column, found in ((0, sorted(listed, key=str.casefold)[1]), (0, listed[1]), (3, listed[0])):
        at = QPoint(header.sectionViewportPosition(column) + 40, header.height() // 2)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert found in [row[0] for row in table.rows_model.rows][:2]
    assert set(listed) <= {*SOCHI, *ICC}


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_history_stands_at_the_side_where_the_window_begins(
    entries: Window, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    entries.setLayoutDirection(direction)
    QApplication.processEvents()
    entries.desk.changed.emit(frozenset())
    history = entries.entries.entry.history
    assert history.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight
    image = history.viewport().grab().toImage()
    ground = image.pixelColor(image.width() // 2, image.height() - 2)
    inked = [x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in range(4, 30))]
    left, right = inked[0], image.width() - 1 - inked[-1]
    assert (left < right) is (direction is Qt.LayoutDirection.LeftToRight)

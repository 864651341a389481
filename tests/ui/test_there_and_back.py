"""From a name on a card to its entry, and from an entry to what is asked of it, by one key or a press."""

from desks import CIVIL, NAMAR, give, press, queue
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from support import KAWAKBY, KAWAKIBI

from reviewer.model import Name
from reviewer.ui.showing import ENTRIES, REVIEW
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


def to(window: Window, text: str) -> None:
    """Take the card that shows a text in hand."""
    window.show_page(REVIEW)
    window.review.go_to(0, queue(window).index(text))


def card(window: Window) -> list[str]:
    return [row.facts.text for row in window.card.rows if row.facts and not row.isHidden()]


def test_from_the_member_in_focus_to_its_entry_and_back(window: Window) -> None:
    to(window, KAWAKIBI)
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_G, CTRL)
    assert window.entries.isVisible()
    assert window.entries.table.hasFocus()
    assert window.entries.entry.name_edit.text() == KAWAKBY
    press(window, Qt.Key.Key_G, CTRL)
    assert window.review.isVisible()
    assert card(window) == [KAWAKIBI, KAWAKBY]
    assert window.card.rows[0].hasFocus()


def test_what_waits_is_told_on_the_entry_and_opens_by_a_press(window: Window, qtbot: QtBot) -> None:
    to(window, NAMAR)
    press(window, Qt.Key.Key_G, CTRL)
    button = window.entries.entry.question
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert NAMAR in card(window)


def test_what_is_put_off_is_found_under_its_tab(window: Window) -> None:
    to(window, NAMAR)
    press(window, Qt.Key.Key_S)
    window.showing.show_page(ENTRIES)
    window.entries.table.selectRow([row[0] for row in window.entries.table.rows_model.rows].index(NAMAR))
    press(window, Qt.Key.Key_G, CTRL)
    assert window.review.queue.tab == 1
    assert NAMAR in card(window)


def test_a_narrowed_queue_hides_nothing_that_is_gone_to(window: Window, qtbot: QtBot) -> None:
    to(window, CIVIL)
    press(window, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.strip.field, "civil")
    press(window, Qt.Key.Key_3, CTRL)
    window.entries.table.selectRow([row[0] for row in window.entries.table.rows_model.rows].index(NAMAR))
    press(window, Qt.Key.Key_G, CTRL)
    assert NAMAR in card(window)
    assert len(queue(window)) > 1


def test_of_an_entry_nothing_is_asked_about_it_says_so(window: Window) -> None:
    give(window)
    press(window, Qt.Key.Key_3, CTRL)
    assert window.entries.entry.question.isHidden()
    press(window, Qt.Key.Key_G, CTRL)
    assert window.entries.isVisible()
    assert "Nothing is asked of" in window.status.message.text()


def test_who_comes_with_ctrl_held_finds_one_entry_chosen(window: Window) -> None:
    window.show_page(ENTRIES)
    to(window, KAWAKIBI)
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
        press(window, Qt.Key.Key_G, CTRL)
        assert len(window.entries.table.chosen()) == 1
        press(window, Qt.Key.Key_G, CTRL)
    QTest.keyPress(window.focusWidget() or window, Qt.Key.Key_Control, CTRL)
    window.showing.show_entry_of(Name(CIVIL))
    assert len(window.entries.table.chosen()) == 1
    QTest.keyRelease(window.focusWidget() or window, Qt.Key.Key_Control)


def test_escape_shows_all_entries_again_with_the_one_that_was_found_in_hand(window: Window) -> None:
    press(window, Qt.Key.Key_F, CTRL)
    QTest.keyClicks(window.top.find_field, "namar")
    press(window, Qt.Key.Key_Down)
    assert window.entries.table.hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert window.top.find_field.text() == ""
    assert window.entries.entry.name_edit.text() == NAMAR
    assert window.entries.table.hasFocus()
    assert window.desk.review
    assert window.entries.table.rows_model.rowCount() == window.desk.review.register.count

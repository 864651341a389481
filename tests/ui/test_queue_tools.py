"""What narrows and orders the queue, and what decides many cards at once."""

import pytest
from desks import ARABIC, BOLD, CIVIL, NAMAR, SYRIA_CIVIL, press, queue
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from support import KAWAKIBI

from reviewer.model import Accepted
from reviewer.ui.cards.batch_sheet import BatchSheet
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def test_slash_opens_the_filter_and_escape_ends_it(window: Window, qtbot: QtBot) -> None:
    every = queue(window)
    press(window, Qt.Key.Key_Slash)
    for letter in "KAWAKB":
        assert window.strip.field.hasFocus()
        qtbot.keyClicks(window.focusWidget(), letter)
    assert window.strip.field.text() == "KAWAKB"
    assert queue(window) == [KAWAKIBI]
    press(window, Qt.Key.Key_Return)
    assert window.card.rows[0].hasFocus()
    assert window.top.tabs[0].text() == f"Review  {len(every)}"
    press(window, Qt.Key.Key_Slash)
    press(window, Qt.Key.Key_Escape)
    assert queue(window) == every
    assert not window.strip.isVisible()
    press(window, Qt.Key.Key_Slash)
    window.strip.order.buttons[2].click()
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    assert window.strip.order.buttons[2].hasFocus()
    press(window, Qt.Key.Key_Escape)
    assert not window.strip.isVisible()
    assert queue(window) == every


@pytest.mark.parametrize(
    ("typed", "first"), [("arabic", ARABIC), ("same list", NAMAR), ("bold", BOLD), ("vowels icc", SYRIA_CIVIL)]
)
def test_a_filter_asks_for_names_lists_reasons_and_scripts(
    window: Window, qtbot: QtBot, typed: str, first: str
) -> None:
    press(window, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.strip.field, typed)
    assert queue(window)[0] in (first, CIVIL)


def test_a_threshold_says_how_many_stand_on_each_side(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Slash)
    window.strip.slider.setFocus()
    for _ in range(9):
        qtbot.keyClick(window.strip.slider, Qt.Key.Key_PageUp)
    assert window.strip.slider.value() == 90
    assert queue(window) == queue(window)[:2]
    assert window.strip._told.text() == "2 cards score 90 and more, 4 less"
    window.strip.field.setText("nobody")
    assert "No card fits" in window.review.empty.text
    window.strip.clear()
    assert len(queue(window)) == 6


def test_in_another_order_one_begins_at_the_top_and_return_goes_to_the_card(window: Window, qtbot: QtBot) -> None:
    for _ in range(3):
        press(window, Qt.Key.Key_J)
    press(window, Qt.Key.Key_Slash)
    for _ in range(2):
        press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Right)
    assert window.strip.order.buttons[1].hasFocus()
    assert (window.review.queue.current, queue(window)[0]) == (0, KAWAKIBI)
    window.strip.slider.setFocus()
    press(window, Qt.Key.Key_Return)
    assert window.card.rows[0].hasFocus()
    assert queue(window)[0] == KAWAKIBI
    press(window, Qt.Key.Key_J)
    in_hand = queue(window)[1]
    press(window, Qt.Key.Key_Slash)
    press(window, Qt.Key.Key_Escape)
    assert queue(window)[window.review.queue.current] == in_hand


def test_a_batch_holds_what_the_filter_shows(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_Slash)
    qtbot.keyClicks(window.strip.field, "kawak")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_B, CTRL)
    sheet = window.findChild(BatchSheet)
    assert sheet
    sheet.slider.setValue(0)
    assert [item.first for item in sheet.model.items] == [KAWAKIBI]
    assert any("filtered" in label.text() for label in sheet.findChildren(QLabel))
    press(window, Qt.Key.Key_N)
    sheet.accept_button.click()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert queue(window) == []


def test_the_queue_can_be_ordered_by_list_and_by_effect(window: Window) -> None:
    window.strip.order.buttons[1].click()
    assert queue(window)[0] == KAWAKIBI
    window.strip.order.buttons[2].click()
    assert queue(window)[0] in (CIVIL, SYRIA_CIVIL)
    window.strip.order.buttons[0].click()
    assert queue(window)[-1] == "Badael"


def test_many_are_accepted_with_one_undo_but_none_with_a_warning(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_B, CTRL)
    sheet = window.findChild(BatchSheet)
    assert sheet
    tester = QAbstractItemModelTester(sheet.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sheet.slider.setValue(40)
    listed = [item.first for item in sheet.model.items]
    assert KAWAKIBI in listed
    assert not {NAMAR, "Badael"} & set(listed)
    assert sheet.view.currentIndex().row() == 0
    bold = sheet.model.index(listed.index(BOLD), 0)
    sheet.view.setCurrentIndex(bold)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Space)
    assert sheet.accept_button.text() == "Merge 3 cards"
    sheet.accept_button.click()
    assert tester.model() is sheet.model
    assert window.desk.review
    event = window.desk.review.ledger.undoable()
    assert isinstance(event, Accepted)
    assert len(event.groups) == 3
    assert BOLD in queue(window)
    assert KAWAKIBI not in queue(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(window, Qt.Key.Key_Z, CTRL)
    assert KAWAKIBI in queue(window)
    assert "Merged 3 cards in one go" in window.status.message.text()


def test_scores_can_be_hidden_until_decided(window: Window) -> None:
    assert window.card._pill.isVisible()
    press(window, Qt.Key.Key_H, CTRL)
    press(window, Qt.Key.Key_W)
    assert not window.card._pill.isVisible()
    told = [each for each in window.card.reasons.findChildren(QLabel) if each.isVisible()]
    assert "same words" in [each.text() for each in told]
    assert not [each for each in told if any(sign in each.text() + each.toolTip() for sign in "+−")]
    assert {each.property("tone") for each in told if each.property("tone") != "why"} <= {"chip", "quiet", None}
    press(window, Qt.Key.Key_D)
    window.review.queue.tabs[2].click()
    assert window.card._pill.isVisible()
    press(window, Qt.Key.Key_H, CTRL)
    window.review.queue.tabs[0].click()
    assert window.card._pill.isVisible()

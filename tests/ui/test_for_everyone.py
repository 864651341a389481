"""Every page and state for those who see nothing or use no mouse: names, roles, and a way to everything by keys."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from desks import CIVIL, NAMAR, give, is_idle, press, queue
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support import KAWAKIBI

from reviewer.ui.cards import questions
from reviewer.ui.cards.batch_sheet import BatchSheet
from reviewer.ui.cards.member_row import MemberRow
from reviewer.ui.cards.question_page import DONE
from reviewer.ui.cards.questions import View
from reviewer.ui.fault import FaultWindow
from reviewer.ui.key_sheet import KeySheet
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.name_lines import NameLines
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.parts.pieces import ElidedLabel
from reviewer.ui.showing import ENTRIES, LISTS, MATRIX, REVIEW, SPELLINGS
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "This plugin does not support", extend=True)

TAB = Qt.FocusPolicy.TabFocus
ROLE = QAccessible.Role
ROLES = (
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.CheckBox,
    ROLE.RadioButton,
    ROLE.EditableText,
    ROLE.Slider,
    ROLE.List,
    ROLE.Table,
)


def card(window: Window, text: str) -> None:
    window.show_page(REVIEW)
    window.review.go_to(0, queue(window).index(text))


def done(window: Window) -> None:
    window.show_page(REVIEW)
    press(window, Qt.Key.Key_D)
    window.review.queue.tabs[DONE].click()


def batch_done(window: Window) -> None:
    assert window.desk.review
    window.desk.accept([item.key for item in questions.for_batch(window.desk.review, View())][:2])
    window.review.queue.tabs[DONE].click()


def refused(window: Window) -> None:
    card(window, KAWAKIBI)
    window.card.show_notice("amal said that they are different.", 3)


def noted(window: Window) -> None:
    card(window, KAWAKIBI)
    window.perform(Command.NOTE)


def narrowed(window: Window) -> None:
    window.show_page(REVIEW)
    window.perform(Command.FILTER)


def all_done(window: Window) -> None:
    give(window)
    window.show_page(REVIEW)


def not_found(window: Window) -> None:
    window.show_page(ENTRIES)
    window.entries.narrow("nobody")


def document(window: Window) -> None:
    window.arrivals.look([Path(__file__).parents[1] / "reading" / "files" / "letter.docx"])
    until = time.monotonic() + 10
    while not window.paper and time.monotonic() < until:
        QApplication.processEvents()
    press(window, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)


STATES: dict[str, Callable[[Window], object]] = {
    "card": lambda window: card(window, KAWAKIBI),
    "group": lambda window: card(window, CIVIL),
    "warning": lambda window: card(window, NAMAR),
    "refused": refused,
    "noted": noted,
    "narrowed": narrowed,
    "done": done,
    "batch done": batch_done,
    "all done": all_done,
    "spellings": lambda window: window.show_page(SPELLINGS),
    "entries": lambda window: window.show_page(ENTRIES),
    "not found": not_found,
    "lists": lambda window: window.show_page(LISTS),
    "document": document,
    "matrix": lambda window: window.show_page(MATRIX),
    "start": lambda window: window.desk.close(),
}
SHEETS: dict[str, Callable[[Window], QDialog]] = {
    "keys": KeySheet,
    "batch": lambda window: BatchSheet(window, window.look, questions.for_batch(window.desk.review, View())),  # type: ignore[arg-type]
    "fault": lambda window: FaultWindow(window, RuntimeError("an example"), "Your work is safe."),
}


def reachable(shown: QWidget) -> set[QWidget]:
    """Return what Tab should lead to: every control that can be used now, of several exclusive ones the chosen one."""
    seen = (w for w in shown.findChildren(QWidget) if w.isVisibleTo(shown) and w.isEnabled() and w.window() is shown)
    return {w for w in seen if w.focusPolicy() & TAB == TAB and not w.focusProxy()}


def walk(shown: QWidget) -> list[QWidget]:
    """Press Tab until it comes round; return where the focus was, in order."""
    passed: list[QWidget] = []
    while (focused := shown.focusWidget()) and focused not in passed:
        passed.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        QApplication.processEvents()
    return passed


def check(shown: QWidget) -> None:
    """Check names and roles of all controls, that Tab leads to each, and that it goes down each panel."""
    passed = walk(shown)
    assert reachable(shown) <= set(passed)
    for control in passed:
        told = QAccessible.queryAccessibleInterface(control)
        assert told.text(QAccessible.Text.Name).strip(), control
        assert told.role() in ROLES, control
    for holder in {control.parentWidget() for control in passed}:
        inside = [control for control in passed if control.parentWidget() is holder]
        first = inside.index(min(inside, key=lambda each: (each.y() // 24, each.x())))
        turned = inside[first:] + inside[:first]  # the walk may have begun in the middle of it
        assert turned == sorted(turned, key=lambda each: (each.geometry().center().y() // 24, each.x()))


def assert_whole(window: Window) -> None:
    """Check that no label and no button lacks the room it needs."""
    width = window.width()
    for label in window.findChildren(QLabel):
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel):
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            assert label.height() >= needed, (width, label.text())
            assert label.wordWrap() or label.width() >= label.sizeHint().width(), (width, label.text())
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), (width, button.accessibleName() or button.text())


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_name_and_role_and_is_reached_in_order(window: Window, qtbot: QtBot, state: str) -> None:
    STATES[state](window)
    qtbot.waitUntil(lambda: bool(window.focusWidget()) and is_idle(window))
    QApplication.processEvents()
    check(window)


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_cut_at_any_size(window: Window, qtbot: QtBot, state: str) -> None:
    STATES[state](window)
    qtbot.waitUntil(lambda: is_idle(window))
    for width, height in ((1366, 768), (1100, 700), (960, 600)):
        window.resize(width, height)
        qtbot.waitUntil(lambda size=(width, height): (window.width(), window.height()) == size)  # type: ignore[misc]
        for _ in range(3):  # sheets, sizes, layouts
            QApplication.processEvents()
        assert_whole(window)


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_cut_in_large_text(
    window: Window, qtbot: QtBot, state: str, large_text: Callable[[Window], None]
) -> None:
    STATES[state](window)
    qtbot.waitUntil(lambda: is_idle(window))
    large_text(window)
    for _ in range(3):  # sheets, sizes, layouts
        QApplication.processEvents()
    assert window.width() <= 1366
    assert_whole(window)


def test_in_large_text_marks_and_numbers_are_whole(window: Window, large_text: Callable[[Window], None]) -> None:
    large_text(window)
    window.show_page(SPELLINGS)
    for _ in range(3):  # sheets, sizes, layouts
        QApplication.processEvents()
    for name in (*window.spelling.findChildren(NameText), *window.spelling.findChildren(NameLines)):
        assert name.height() >= name.heightForWidth(name.width()) > 0, name.accessibleName()
    row = MemberRow(window.look, 60)
    window.look.dress(row)
    row.show()
    assert all(label.width() >= label.sizeHint().width() for label in row.findChildren(QLabel) if label.text() == "60")
    row.close()


def test_in_large_text_a_warning_and_the_reckoning_asked_for_are_seen(
    window: Window, qtbot: QtBot, large_text: Callable[[Window], None]
) -> None:
    large_text(window)
    card(window, NAMAR)
    QApplication.processEvents()
    assert not window.card.warnings[0].visibleRegion().isEmpty()
    below = window.card.reasons
    press(window, Qt.Key.Key_W)
    qtbot.waitUntil(lambda: below.visibleRegion().boundingRect().bottom() >= below.height() - 1)


def test_the_name_in_focus_is_copied_as_it_was_signed(window: Window) -> None:
    ctrl = Qt.KeyboardModifier.ControlModifier
    for page, name in ((REVIEW, queue(window)[0]), (ENTRIES, KAWAKIBI)):
        window.show_page(page)
        press(window, Qt.Key.Key_C, ctrl)
        assert QApplication.clipboard().text() == name


@pytest.mark.parametrize("sheet", SHEETS)
def test_sheets_hold_to_it_too(window: Window, qtbot: QtBot, sheet: str) -> None:
    shown = SHEETS[sheet](window)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(lambda: bool(shown.focusWidget()))
    check(shown)


def test_tab_goes_to_the_chosen_of_several_and_arrows_to_the_others(window: Window) -> None:
    tabs = window.review.queue.tabs
    done(window)
    assert [bool(tab.focusPolicy() & TAB) for tab in tabs] == [False, False, True]
    tabs[DONE].setFocus()
    press(window, Qt.Key.Key_Left)
    assert window.focusWidget() is tabs[1]


def test_every_page_can_be_worked_without_a_mouse(window: Window, qtbot: QtBot) -> None:
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press(window, Qt.Key.Key_3, ctrl)
    before = len(window.entries.table.rows_model.rows)
    press(window, Qt.Key.Key_Down, ctrl)
    press(window, Qt.Key.Key_Down, ctrl)
    press(window, Qt.Key.Key_Space, ctrl)
    press(window, Qt.Key.Key_M)
    assert len(window.entries.table.rows_model.rows) == before - 1
    press(window, Qt.Key.Key_Home, ctrl)
    while not window.entries.entry.signatures.hasFocus():
        press(window, Qt.Key.Key_Tab)
    assert window.entries.entry.out.accessibleName() == "Take out 1"
    press(window, Qt.Key.Key_Delete)
    assert len(window.entries.table.rows_model.rows) == before
    while not window.entries.which.buttons[0].hasFocus():
        press(window, Qt.Key.Key_Tab, shift)
    press(window, Qt.Key.Key_Right)
    assert window.entries.which.chosen.value == "merged"

"""The menu bar: every command in it, its letters, the reviews to go on with, and what this program is."""

from collections.abc import Callable

import pytest
from desks import is_idle, press
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu
from pytestqt.qtbot import QtBot

from reviewer import __version__
from reviewer.ui.about import AboutWindow
from reviewer.ui.parts.commands import KEYS, MENUS, RECENT, Command
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_menu_bar_holds_every_command_once(window: Window) -> None:
    held = [action for menu in menus(window) for action in menu.actions()]
    for key in KEYS:
        for action in window.actions_.of(key.command):
            assert held.count(action) == 1, key.text
            assert [each.toString() for each in action.shortcuts()] or not key.keys


def test_no_letter_of_the_menu_bar_is_a_key_of_a_page(window: Window) -> None:
    letters = [title[title.index("&") + 1].upper() for title, _groups in MENUS]
    assert len(set(letters)) == len(letters)
    shortcuts = [each.key() for each in window.preview.findChildren(QShortcut)]
    buttons = [each.shortcut() for each in window.preview.findChildren(QAbstractButton)]
    fields = [QKeySequence.mnemonic(each.text()) for each in window.preview.findChildren(QLabel) if each.buddy()]
    keys = [key.toString() for key in (*shortcuts, *buttons, *fields) if key.toString()]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & {f"Alt+{letter}" for letter in letters}


def test_f10_goes_to_the_menu_bar(window: Window) -> None:
    press(window, Qt.Key.Key_F10)
    first = window.menuBar().actions()[0]
    assert window.menuBar().activeAction() is first
    menu = first.menu()
    assert isinstance(menu, QMenu)
    menu.close()


def test_a_review_is_gone_on_with_from_the_menu(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_D)
    press(window, Qt.Key.Key_W, CTRL)
    recent = next(menu for menu in menus(window) if menu.title() == RECENT)
    recent.aboutToShow.emit()
    assert "sochi" in recent.actions()[0].text()
    recent.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.desk.review is not None and is_idle(window))
    assert window.desk.review
    assert len(window.desk.review.answers.latest_first()) == 1


def test_about_tells_the_version(window: Window) -> None:
    window.perform(Command.ABOUT)
    about = window.findChild(AboutWindow)
    assert about
    assert any(__version__ in label.text() for label in about.findChildren(QLabel))
    about.close()


def test_about_is_read_whole_in_large_text(window: Window, large_text: Callable[[Window], None]) -> None:
    large_text(window)
    about = AboutWindow(window)
    about.show()
    for label in about.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    about.close()


def test_in_a_mirrored_menu_words_and_keys_keep_apart(window: Window, mirrored: None) -> None:
    menu = opened(window, "&File")
    first = menu.actions()[1]  # the longest of them, behind a separator
    within = menu.actionGeometry(first)
    painted = menu.grab(within).toImage()
    ground = painted.pixel(2, 2)
    columns = [any(painted.pixel(x, y) != ground for y in range(painted.height())) for x in range(painted.width())]
    inked = "".join(".#"[column] for column in columns).strip(".")
    assert max(map(len, inked.split("#"))) >= 10


def menus(window: Window) -> list[QMenu]:
    """Return all menus, those within others too, as they are once the bar was gone through."""
    for menu in window.menuBar().findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
        menu.aboutToShow.emit()
    return window.menuBar().findChildren(QMenu)


def opened(window: Window, title: str) -> QMenu:
    """Return a menu as it is when it opens, closed again."""
    menu = next(menu for menu in menus(window) if menu.title() == title)
    menu.popup(window.mapToGlobal(window.rect().center()))
    menu.close()
    return menu


def marked(window: Window) -> list[str]:
    return [action.text() for action in opened(window, "&View").actions() if action.isChecked()]


def test_the_view_menu_marks_what_is_on(window: Window) -> None:
    assert marked(window) == ["Review"]
    for key in (Qt.Key.Key_W, Qt.Key.Key_L, Qt.Key.Key_H):
        press(window, key)
    on = ["All reasons with their weight", "The lines around each signature", "Hidden characters"]
    assert marked(window) == ["Review", *on]
    press(window, Qt.Key.Key_L)
    press(window, Qt.Key.Key_H, CTRL)
    assert marked(window) == ["Review", on[0], on[2], "Hide scores until decided"]
    press(window, Qt.Key.Key_2, CTRL)
    assert marked(window) == ["Spellings", "Hide scores until decided"]


def names_offered(window: Window) -> tuple[bool, int]:
    """Return whether "Take the name of" is on, and how many rows can be taken."""
    menu = opened(window, "Revie&w")
    within = next(action for action in menu.actions() if action.text() == "Take the name of")
    rows = window.actions_.of(Command.CHOOSE)
    return within.isEnabled(), sum(action.isEnabled() for action in rows)


def test_names_can_be_taken_of_the_rows_there_are(window: Window) -> None:
    assert names_offered(window) == (True, 3)
    press(window, Qt.Key.Key_J)
    assert names_offered(window) == (True, 2)
    press(window, Qt.Key.Key_D)
    window.review.go_to(2, 0)
    assert names_offered(window) == (False, 0)
    press(window, Qt.Key.Key_3, CTRL)
    assert names_offered(window) == (False, 0)


def test_a_letter_without_meaning_for_a_card_turns_to_no_other(window: Window) -> None:
    for _ in range(3):
        press(window, Qt.Key.Key_D)
    window.review.go_to(2, 0)
    window.review.queue.view.setFocus()
    first = window.review.queue.items(2)[1].first[0].upper()
    press(window, Qt.Key(ord(first)))
    press(window, Qt.Key.Key_M)
    assert window.review.queue.current == 0

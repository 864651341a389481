"""The menu bar: every command in it, its letters, the reviews to go on with, and what this program is."""

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
    held = [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]
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
    recent = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == RECENT)
    recent.aboutToShow.emit()
    assert "sochi" in recent.actions()[0].text()
    recent.actions()[0].trigger()
    qtbot.waitUntil(lambda: window.desk.review is not None and is_idle(window))
    assert window.desk.review
    assert len(window.desk.review.done()) == 1


def test_about_tells_the_version(window: Window) -> None:
    window.perform(Command.ABOUT)
    about = window.findChild(AboutWindow)
    assert about
    assert any(__version__ in label.text() for label in about.findChildren(QLabel))
    about.close()

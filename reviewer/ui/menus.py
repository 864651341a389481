"""The menu bar: every command with its keys, the reviews to go on with, and light or dark."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu

from reviewer.ui.actions import Actions
from reviewer.ui.parts.commands import COLOURS, KEYS, MENUS, RECENT, TOGGLES, Command
from reviewer.ui.parts.look import Look, Theme

if TYPE_CHECKING:
    from reviewer.ui.start_page import Draft

_THEMES = {Theme.SYSTEM: "As the system", Theme.LIGHT: "Light", Theme.DARK: "Dark"}


def fill_bar(
    window: QMainWindow,
    actions: Actions,
    look: Look,
    recent: "Callable[[], Sequence[Draft]]",
    go_on: Callable[[Path], None],
    is_on: Callable[[Command, int], bool],
) -> None:
    """Fill the menu bar of `window` as `MENUS` has it: at the top of the window, or of the screen on macOS.

    A menu is filled when it first opens; the keys work without. `recent` is asked when its menu opens, `go_on` called
    with the review chosen there. When a menu opens, `is_on` is asked of each command of `TOGGLES`, and a menu within it
    is off where all it holds is. F10 goes to the first menu, Alt with the underlined letter to each.
    """

    def fill(menu: QMenu, groups: Sequence[Sequence[str | Command]]) -> None:
        for group in groups:
            menu.addSeparator()
            for part in group:
                if part == COLOURS:
                    _offer_colours(menu.addMenu(part), look)
                elif part == RECENT:
                    _offer_recent(menu.addMenu(part), recent, go_on)
                elif isinstance(part, Command):
                    if briefly[part] and len(actions.of(part)) > 1:
                        _offer_numbered(menu.addMenu(briefly[part]), actions.of(part), menu)
                    else:
                        menu.addActions(actions.of(part))

    bar = window.menuBar()
    briefly = {key.command: key.brief for key in KEYS}
    for title, groups in MENUS:
        menu = bar.addMenu(title)
        held = [part for group in groups for part in group if isinstance(part, Command)]
        menu.aboutToShow.connect(partial(fill, menu, groups), Qt.ConnectionType.SingleShotConnection)
        menu.aboutToShow.connect(partial(_check, held, actions, is_on))
    first = bar.actions()[0]
    QShortcut("F10", window, lambda: bar.setActiveAction(first))


def _offer_numbered(menu: QMenu, actions: Sequence[QAction], within: QMenu) -> None:
    def follow() -> None:
        menu.menuAction().setEnabled(any(each.isEnabled() for each in actions))

    menu.addActions(actions)
    follow()
    within.aboutToShow.connect(follow)


def _check(held: Sequence[Command], actions: Actions, is_on: Callable[[Command, int], bool]) -> None:
    for command in TOGGLES.intersection(held):
        for number, action in actions.numbered(command):
            action.setChecked(is_on(command, number))


def _offer_colours(menu: QMenu, look: Look) -> None:
    themes = QActionGroup(menu)
    for theme, text in _THEMES.items():
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(look.theme is theme)
        action.triggered.connect(lambda _checked=False, theme=theme: look.set_theme(theme))
        themes.addAction(action)


def _offer_recent(menu: QMenu, recent: "Callable[[], Sequence[Draft]]", go_on: Callable[[Path], None]) -> None:
    def fill() -> None:
        menu.clear()
        for draft in recent():
            action = menu.addAction(draft.text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, path=draft.path: go_on(path))
        if menu.isEmpty():
            menu.addAction("Nothing yet").setEnabled(False)

    menu.aboutToShow.connect(fill)

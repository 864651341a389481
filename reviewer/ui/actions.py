"""The table of keys as Qt actions, and the menu made of them."""

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from reviewer.ui.commands import KEYS, Command, Key
from reviewer.ui.look import Look, Theme

_MENU = (
    (Command.OPEN, Command.PASTE, Command.KEEP, Command.EXPORT, Command.CLOSE),
    (Command.UNDO, Command.REDO),
    (Command.FILTER, Command.BATCH, Command.LOOK_AGAIN),
    (Command.HIDDEN, Command.AROUND, Command.WHY, Command.SCORES),
    (Command.KEYS, Command.QUIT),
)


class Actions:
    """Actions by command; `perform` is called with (command, number from 1, 0 where it has none)."""

    def __init__(self, window: QWidget, perform: Callable[[Command, int], None]) -> None:
        self._window, self._perform = window, perform
        self._made: dict[Command, list[QAction]] = {key.command: self._actions(key) for key in KEYS}

    def enable(self, command: Command, enabled: bool) -> None:
        """Let the keys of a command work, or leave them to whoever has the focus."""
        for action in self._made[command]:
            action.setEnabled(enabled)

    def of(self, command: Command) -> list[QAction]:
        """Return the actions of a command; one but for numbered ones."""
        return self._made[command]

    def menu(self, look: Look) -> QMenu:
        """Return the menu of the window."""
        menu = QMenu(self._window)
        for group in _MENU:
            for command in group:
                menu.addActions(self._made[command])
            menu.addSeparator()
        self._add_themes(menu, look)
        return menu

    def _actions(self, key: Key) -> list[QAction]:
        if not key.numbered:
            return [self._action(key, (*key.keys, *key.others), 0)]
        others = key.others or ("",) * len(key.keys)
        pairs = enumerate(zip(key.keys, others, strict=True), 1)
        return [self._action(key, tuple(filter(None, pair)), number) for number, pair in pairs]

    def _action(self, key: Key, sequences: tuple[str, ...], number: int) -> QAction:
        action = QAction(key.text, self._window)
        action.setShortcuts([QKeySequence(each) for each in sequences])
        action.setAutoRepeat(key.command in (Command.NEXT, Command.PREVIOUS, Command.UNDO, Command.REDO))
        action.triggered.connect(lambda: self._perform(key.command, number))
        self._window.addAction(action)
        return action

    def _add_themes(self, menu: QMenu, look: Look) -> None:
        themes = QActionGroup(menu)
        for theme in Theme:
            action = QAction(f"Colours: {theme.value}", menu)
            action.setCheckable(True)
            action.setChecked(look.theme is theme)
            action.triggered.connect(lambda _checked=False, theme=theme: look.set_theme(theme))
            themes.addAction(action)
            menu.insertAction(self._made[Command.KEYS][0], action)
        menu.insertSeparator(self._made[Command.KEYS][0])

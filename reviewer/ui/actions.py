"""The table of commands as Qt actions."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from reviewer.ui.parts import words
from reviewer.ui.parts.commands import KEYS, REASONS, TOGGLES, Command, Key

_REPEATED = (Command.NEXT, Command.PREVIOUS, Command.UNDO, Command.REDO)


class Actions:
    """Actions by command; `perform` is called with (command, number from 1, 0 where it has none).

    `pages` are the names of what `Command.PAGE` opens.
    """

    def __init__(self, window: QWidget, pages: Sequence[str], perform: Callable[[Command, int], None]) -> None:
        self._window, self._pages, self._perform = window, pages, perform
        self._made: dict[Command, list[QAction]] = {key.command: self._actions(key) for key in KEYS}

    def enable(self, command: Command, enabled: bool) -> None:
        """Let the keys of a command work, or leave them to whoever has the focus."""
        for action in self._made[command]:
            action.setEnabled(enabled)

    def of(self, command: Command) -> list[QAction]:
        """Return the actions of a command; one but for numbered ones."""
        return self._made[command]

    def numbered(self, command: Command) -> Iterable[tuple[int, QAction]]:
        """Return the actions of a command with their numbers from 1, 0 where it has none."""
        made = self._made[command]
        return enumerate(made, 1 if len(made) > 1 else 0)

    def _actions(self, key: Key) -> list[QAction]:
        if not key.numbered:
            return [self._action(key, key.brief or key.text, (*key.keys, *key.others), 0)]
        rows = [f"Row {n}" for n in range(1, len(key.keys) + 1)]
        names = {Command.PAGE: self._pages, Command.REASON: REASONS}.get(key.command, rows)
        others = key.others or ("",) * len(key.keys)
        each = enumerate(zip(names, key.keys, others, strict=True), 1)
        return [self._action(key, name, tuple(filter(None, keys)), number) for number, (name, *keys) in each]

    def _action(self, key: Key, text: str, sequences: tuple[str, ...], number: int) -> QAction:
        action = QAction(self._window)  # and the text by itself: beside one Qt asks for an icon, with 150 names to load
        action.setText(words.in_order(text))
        action.setMenuRole(_ROLES.get(key.command, QAction.MenuRole.NoRole))
        action.setShortcuts([QKeySequence(each) for each in sequences])
        action.setCheckable(key.command in TOGGLES)
        action.setAutoRepeat(key.command in _REPEATED)
        action.triggered.connect(lambda: self._perform(key.command, number))
        self._window.addAction(action)
        return action


_ROLES = {Command.QUIT: QAction.MenuRole.QuitRole, Command.ABOUT: QAction.MenuRole.AboutRole}
"""What macOS moves into the menu of the program."""

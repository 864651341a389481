"""One of a few things, as buttons side by side: the kinds of an enum, shown by their values."""

from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.pieces import Button, set_tone

Kind = TypeVar("Kind", bound=StrEnum)


class Choice(QWidget, Generic[Kind]):
    """Says `picked` when the user chooses another kind. The arrow keys move between the buttons.

    `name` is what is chosen, for who can't see where the buttons stand.
    """

    picked = Signal()

    def __init__(self, name: str, kinds: type[Kind]) -> None:
        super().__init__()
        self._name, self._kinds = name, list(kinds)
        self._group = QButtonGroup(self)
        self.buttons = [self._button(kind) for kind in self._kinds]
        side_by_side = FlowLayout(0)
        for button in self.buttons:
            side_by_side.addWidget(button)
        self.setLayout(side_by_side)
        self.buttons[0].setChecked(True)
        self._group.buttonClicked.connect(lambda _button: self.picked.emit())

    @property
    def chosen(self) -> Kind:
        """The kind that is chosen."""
        return self._kinds[self._group.checkedId()]

    def choose(self, kind: Kind) -> None:
        """Choose a kind without saying so."""
        self.buttons[self._kinds.index(kind)].setChecked(True)

    def _button(self, kind: Kind) -> QPushButton:
        button = Button(kind.value)
        button.setCheckable(True)
        button.setAccessibleName(f"{self._name}: {kind.value}")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tone(button, "minor")
        self._group.addButton(button, self._kinds.index(kind))
        return button

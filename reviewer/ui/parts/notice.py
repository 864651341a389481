"""A sentence that must be seen where the eye is, with at most one thing to do about it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QLabel

from reviewer.ui.parts.icons import picture
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import SNUG, TIGHT
from reviewer.ui.parts.pieces import Button, label, row

_ICON = 18


class Notice(QFrame):
    """A warning (`tone` "warning") or a refusal ("refused"). Says `answered` when its button is pressed."""

    answered = Signal()

    def __init__(self, look: Look, tone: str) -> None:
        super().__init__()
        self.setProperty("tone", tone)
        self._look, self._tone = look, tone
        self._icon = QLabel()
        self._size = round(_ICON * look.points() / 10)
        self._icon.setFixedSize(QSize(self._size, self._size))
        self._text = label(wrap=True)
        self.button = Button()
        self.button.clicked.connect(self.answered)
        inside = row(self._icon, spacing=SNUG)
        inside.setContentsMargins(SNUG, TIGHT, SNUG, TIGHT)
        inside.addWidget(self._text, 1)
        inside.addWidget(self.button)
        self.setLayout(inside)
        self.hide()
        look.changed.connect(self._draw)
        self._draw()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, button: str = "") -> None:
        """Say something, or nothing and disappear."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(text))
        if text and self._tone == "refused":
            from reviewer.ui.parts import spoken  # brings all roles that screen readers know: not at the start

            spoken.say(self, text)

    def _draw(self) -> None:
        name, colour = ("refused", "different") if self._tone == "refused" else ("warning", "ink")
        self._icon.setPixmap(picture(name, self._look.colour(colour), self._size, 3))

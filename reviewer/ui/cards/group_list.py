"""What was decided in one go: groups of names, each in a frame of its own, to be read alone."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from reviewer.ui.parts import words
from reviewer.ui.parts.facts import GroupFacts
from reviewer.ui.parts.hidden import reveal
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.parts.palette import BODY, GAP, HAIR, SNUG, TIGHT
from reviewer.ui.parts.pieces import ElidedLabel, column, empty, label

_MOST = 100


class GroupList(QWidget):
    """Shows the first hundred groups, and how many more there are; `texts` are the names shown, in order."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._inside = column(self, 0, SNUG)
        self.texts: list[str] = []
        self._shown: list[tuple[NameText, str]] = []

    def show_groups(self, groups: Sequence[GroupFacts], *, hidden_shown: bool) -> None:
        """Show other groups; hidden where there are none. Hidden characters are spelled out where they are to be."""
        empty(self._inside)
        self._shown = []
        self.texts = [text for group in groups[:_MOST] for text, _ in group.names]
        for group in groups[:_MOST]:
            self._inside.addWidget(self._framed(group))
        if len(groups) > _MOST:
            self._inside.addWidget(label(f"and {words.count(len(groups) - _MOST, 'more card')}", "small"))
        self.show_hidden(hidden_shown)
        self.setVisible(bool(groups))

    def show_hidden(self, shown: bool) -> None:
        """Spell out hidden characters, or stop it."""
        for name, text in self._shown:
            name.show_name(*(reveal(text) if shown else (text, ())))

    def _framed(self, group: GroupFacts) -> QFrame:
        frame = QFrame()
        frame.setProperty("tone", "boxed")
        inside = column(frame, 0, HAIR)
        inside.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        if group.caption:
            inside.addWidget(label(group.caption, "label"))
        for text, where in group.names:
            shown = NameText(self._look, BODY)
            self._shown.append((shown, text))
            inside.addWidget(shown)
            if where:
                place = ElidedLabel()
                place.setText(where)
                inside.addWidget(place)
        return frame

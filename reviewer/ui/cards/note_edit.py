"""The field for a note with a verdict. While it is empty one key gives a usual reason."""

from PySide6.QtGui import QKeyEvent

from reviewer.ui.parts.commands import REASONS
from reviewer.ui.parts.name_edit import NameEdit


class NoteEdit(NameEdit):
    """A field whose empty line names the reasons and their keys, 1 to 6; anything else is typed as it is."""

    def __init__(self) -> None:
        super().__init__("Note", rests=True)
        self.setPlaceholderText("   ".join(f"{key} {reason}" for key, reason in enumerate(REASONS, 1)))

    def begin(self) -> None:
        """Go on behind what is written: a reason given with one key may be added to."""
        super().begin()
        self.end(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give a reason for its number while nothing is written."""
        key = event.text()
        if not self.text() and not self.isReadOnly() and key.isdecimal() and 0 < int(key) <= len(REASONS):
            self.give(int(key))
        else:
            super().keyPressEvent(event)

    def give(self, number: int) -> None:
        """Give a usual reason (from 1) in the place of another one, behind what was written by hand."""
        reason = REASONS[number - 1]
        written = "" if self.text() in REASONS else self.text().strip()
        self.setText(f"{written}; {reason}" if written else reason)

"""The quiet line at the bottom: how far the review is, what was done last, where it is kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from reviewer.ui.parts.palette import GAP, HAIR, SNUG
from reviewer.ui.parts.pieces import Button, ElidedLabel, label, set_tone
from reviewer.ui.parts.time_left import TimeLeft, in_words

_BAR = 220
_ANY = (1 << 24) - 1
"""The width of a widget that has none of its own choosing, as Qt counts."""


class StatusLine(QFrame):
    """Says `cancelled` when the reviewer cancels what runs in the background."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_unspoken = False
        self._time_left = TimeLeft()
        self._reviewed = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR)
        self._bar.setRange(0, _BAR)  # in pixels: a bar paints at once, out of turn, at each new value
        self._bar.setAccessibleName("Reviewed")
        self.message = ElidedLabel()
        self.message.setAccessibleName("What was done last")
        self._working, self._saved, self._held = label("", "small"), label("", "small"), label("", "small")
        self._cancel = Button("Cancel  Escape")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kept = self._cancel.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # its height: else the page above jumps when it comes and goes
        self._cancel.setSizePolicy(kept)
        set_tone(self._cancel, "minor")
        self._cancel.clicked.connect(self.cancelled)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GAP, HAIR, GAP, HAIR)
        layout.setSpacing(SNUG)
        for widget, stretch in (
            (self._reviewed, 0),
            (self._bar, 0),
            (self.message, 1),
            (self._working, 0),
            (self._cancel, 0),
            (self._saved, 0),
            (self._held, 0),
        ):
            layout.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)
        self.show_work("")

    @property
    def reviewed(self) -> str:
        """How far the review is, as said."""
        return self._reviewed.text()

    @property
    def saved(self) -> str:
        """Where the review is kept, as said."""
        return self._saved.text()

    def show_state(self, done: int, of: int, saved: str, held: str) -> None:
        """Show how many questions of how many are answered, where the review is kept and what it holds."""
        self._reviewed.setText(f"{done:,} of {of:,} reviewed" if of else "")
        self._bar.setValue(round(_BAR * done / max(1, of)))
        self._bar.setVisible(bool(of))
        self._saved.setText(saved)
        self._held.setText(held)

    def say(self, sentence: str) -> None:
        """Say what was done last."""
        self.message.setText(sentence)
        self.message.set_side(self.isRightToLeft())
        self._is_unspoken = True
        if self.isVisible():
            self.speak()

    def speak(self) -> None:
        """Have a screen reader say what was said last, where it hasn't."""
        from reviewer.ui.parts import spoken  # brings all roles that screen readers know: not before one may listen

        if self._is_unspoken:
            self._is_unspoken = False
            spoken.say(self.message, self.message.text())

    def cancel(self) -> bool:
        """Cancel what runs, and tell whether there was anything one can cancel."""
        can = self._cancel.isVisible()
        if can:
            self.cancelled.emit()
        return can

    def show_work(self, what: str, share: float = 0, *, cancellable: bool = False) -> None:
        """Show what runs in the background, nothing when `what` is empty; `share` is of its time, 0..1."""
        left = self._time_left.after(share)
        done = f" {share:.0%}" if share else "…"
        self._working.setText(f"{what}{done}{f', {in_words(left)}' if left is not None else ''}" if what else "")
        self._working.setVisible(bool(what))
        shown = bool(what) and cancellable
        self._cancel.setMaximumWidth(_ANY if shown else 0)  # its width is the sentence's while nothing runs
        self._cancel.setVisible(shown)

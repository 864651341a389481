"""What a page says when it has nothing to show: why, and what to do next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QProgressBar, QWidget

from reviewer.ui.parts.palette import SNUG
from reviewer.ui.parts.pieces import Button, column, empty, label, set_tone

Step = tuple[str, Callable[[], None]]


class EmptyState(QFrame):
    """A heading, a sentence, and buttons for the next steps."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._heading, self._sentence = label("", "heading", wrap=True), label("", "quiet", wrap=True)
        self._buttons, self._steps = QWidget(), QHBoxLayout()
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._buttons.setLayout(self._steps)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(280)
        self._elsewhere: QWidget | None = None
        layout = column(self, 48, SNUG)
        layout.addStretch(2)
        for each in (self._heading, self._sentence):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(each)  # as wide as the page: a line that wraps needs its height
        for widget in (self.progress, self._buttons):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._heading.text()}\n{self._sentence.text()}"

    def say(self, heading: str, sentence: str, steps: Sequence[Step] = (), *, working: bool = False) -> None:
        """Say something; `steps` are (text, what it does), `working` shows that something is under way."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.progress.setVisible(working)
        focused = QApplication.focusWidget()
        held = self._buttons.isAncestorOf(focused or self) or (focused is not None and focused is self._elsewhere)
        empty(self._steps)
        for i, (text, act) in enumerate(steps):
            button = Button(text)
            set_tone(button, "" if i or working else "primary")
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._steps.addWidget(button)
        self._buttons.setVisible(bool(steps))
        self._elsewhere = None
        if held:
            self.focus_first()

    def focus_first(self, meanwhile: QWidget | None = None) -> None:
        """Put the focus on the next step, so that Return goes on.

        Where there is none, or work is under way, the focus waits on `meanwhile`, or where Qt put it.
        """
        item = self._steps.itemAt(0)
        first = item.widget() if item else None
        if first and self.progress.isHidden():
            first.show()  # the layout shows it later, and what is not shown takes no focus
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if meanwhile:
            meanwhile.setFocus(Qt.FocusReason.OtherFocusReason)
        self._elsewhere = QApplication.focusWidget()

    def show_progress(self, share: float) -> None:
        """Show how far the work is, 0..1; 0 is "under way"."""
        self.progress.setRange(0, 1000 if share else 0)
        self.progress.setValue(round(share * 1000))

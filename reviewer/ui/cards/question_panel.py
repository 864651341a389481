"""What the card of a name and that of a spelling have in common: a question, reasons, a verdict and its way back."""

from typing import Generic

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from reviewer.ui.cards.questions import Facts
from reviewer.ui.cards.reasons import Reasons
from reviewer.ui.cards.verdict_bar import VerdictBar
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.facts import Verdicted
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import GAP
from reviewer.ui.parts.pieces import label, row, set_tone

_VERDICTS = frozenset({Command.SAME, Command.DIFFERENT, Command.UNSURE})


class QuestionPanel(QFrame, Generic[Facts]):
    """Shows one question. `withdrawn` (event id) when a verdict is to be taken back, `undo_asked` for the button."""

    withdrawn = Signal(int)
    undo_asked = Signal()

    def __init__(self, look: Look, verdicts: VerdictBar) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._facts: Facts | None = None
        self._against, self._hidden_shown = 0, False
        self._title, self._pill = label("", "title", wrap=True), label("", "pill")
        self.reasons = Reasons()
        self.notice = Notice(look, "refused")
        self._said = label("", "quiet", wrap=True)
        self._effect = label("", "quiet", wrap=True)
        self.verdicts = verdicts
        self._scroll = QScrollArea()
        verdicts.withdraw_asked.connect(self.withdraw_verdict)
        verdicts.undo_asked.connect(self.undo_asked)
        self.notice.answered.connect(self._withdraw_earlier)

    @property
    def facts(self) -> Facts | None:
        """The card in hand."""
        return self._facts

    @property
    def title(self) -> str:
        """The question, or what was said to it."""
        return self._title.text()

    @property
    def effect(self) -> str:
        """What deciding would do, as said on the card."""
        return self._effect.text()

    def can(self, command: Command, number: int = 0) -> bool:
        """Tell whether a key (with its number, from 1) would do something to the card in hand."""
        if not self._facts:
            return False
        if command is Command.WITHDRAW:
            return self._facts.said is not None
        return command in (Command.WHY, Command.HIDDEN) or (self._facts.said is None and command in _VERDICTS)

    def is_on(self, command: Command) -> bool:
        """Tell whether what a key shows and puts away is shown."""
        return {Command.WHY: self.reasons.is_open, Command.HIDDEN: self._hidden_shown}.get(command, False)

    def show_notice(self, sentence: str, earlier: int = 0) -> None:
        """Say why a verdict was refused; `earlier` is the event that stands against it."""
        self._against = earlier
        self.notice.say(sentence, "Withdraw that verdict" if earlier else "")

    def withdraw_verdict(self) -> None:
        """Ask to take back the verdict shown."""
        if self._facts and self._facts.said:
            self.withdrawn.emit(self._facts.said.event)

    def _show_question(self, question: str, said: Verdicted | None) -> None:
        """Ask, or tell what was decided, by whom and when."""
        self._title.setText(f"{words.SIGNS[said.verdict]}  {said.words}" if said else question)
        set_tone(self._title, f"title-{said.verdict}" if said else "title")
        self._said.setText(said.sentence if said else "")
        self._said.setVisible(said is not None)
        self._effect.setVisible(said is None)
        self.verdicts.show_waiting(said is None)

    def _show_likelihood(self, score: float) -> None:
        self._pill.setText(f"{words.percent(score)}  {words.likelihood(score)}")
        set_tone(self._pill, "pill" if score >= words.LIKELY else "pill-quiet")

    def _withdraw_earlier(self) -> None:
        earlier, self._against = self._against, 0
        self.show_notice("")
        self.withdrawn.emit(earlier)

    def _head(self) -> QHBoxLayout:
        """Return the line of the question and how likely it is."""
        head = row(self._title, spacing=GAP)
        head.setStretch(0, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _scrolled(self, inside: QWidget) -> QScrollArea:
        """Return what scrolls `inside` up and down."""
        inside.setObjectName("clear")
        self._scroll.setObjectName("clear")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        return self._scroll

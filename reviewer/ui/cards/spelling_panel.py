"""The card of a spelling: two words, why they may be one, and every name that deciding touches."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from reviewer.model import Verdict
from reviewer.ui.cards.question_panel import QuestionPanel
from reviewer.ui.cards.verdict_bar import VerdictBar
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.facts import SpellingFacts
from reviewer.ui.parts.hidden import Spans, reveal
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_lines import NameLines
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.parts.palette import BROAD, GAP, HAIR, MEDIUM, SNUG, TIGHT, TITLE, WIDE
from reviewer.ui.parts.pieces import Button, column, label, plain_tooltip, row, set_tone

_MOST_NAMES = 20
_QUESTION = "Are these spellings of one word?"
_PREFER, _PREFERRED = "prefer", "preferred form"


class _Side:
    """One spelling: the word in a frame with the pill that prefers it, and apart from it the names it stands in."""

    def __init__(self, look: Look, number: int) -> None:
        self._look, self._number = look, number
        self._text = ""
        self._spans: Spans = ()
        self._hidden_shown = False
        self._word = NameText(look, TITLE, MEDIUM)
        self._count = label("", "small")
        self.pill = _pill(number)
        self.frame, self.names = QFrame(), QWidget()
        self.frame.setProperty("tone", "boxed")
        text = QVBoxLayout()
        text.setSpacing(HAIR)
        text.addWidget(self._word)
        text.addLayout(row(self._count, None, self.pill))
        inside = row(label(str(number), "label"), spacing=GAP)
        inside.setContentsMargins(GAP, SNUG, GAP, TIGHT)
        inside.addLayout(text, 1)
        self.frame.setLayout(inside)
        self._names = column(self.names, 0, HAIR + 2)
        self._names.setContentsMargins(GAP, 0, GAP, 0)
        self._lines, self._more = NameLines(look), label("", "small")
        self._names.addWidget(self._lines)
        self._names.addWidget(self._more)
        self._names.addStretch(1)

    def show_word(self, text: str, spans: Spans, names: Sequence[str]) -> None:
        self._text, self._spans = text, spans
        self.show_hidden(self._hidden_shown)
        self._count.setText(f"in {words.count(len(names), 'name')}")
        self._lines.show_names([*names[:_MOST_NAMES]])
        self._more.setText(f"and {len(names) - _MOST_NAMES:,} more")
        self._more.setVisible(len(names) > _MOST_NAMES)

    def show_preferred(self, preferred: int, *, waiting: bool) -> None:
        """Show which side is preferred, and let the reviewer prefer this one or not while the card waits."""
        chosen = preferred == self._number
        self.pill.setChecked(chosen)
        self.pill.setText(_PREFERRED if chosen else _PREFER)
        self.pill.setAccessibleName(f"{_PREFERRED}: {self._text}")
        self.pill.setVisible(waiting or chosen)
        self.pill.setEnabled(waiting)

    def show_hidden(self, shown: bool) -> None:
        self._hidden_shown = shown
        self._word.show_name(*(reveal(self._text, self._spans) if shown else (self._text, self._spans)))


class SpellingPanel(QuestionPanel[SpellingFacts]):
    """Shows one spelling card: `decided` (verdict, candidate, preferred form or "")."""

    decided = Signal(object, object, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, VerdictBar("Both are spellings of one word", "These are two words"))
        self._preferred = 0
        self._sides = _Side(look, 1), _Side(look, 2)
        self._arrange()
        self._connect()

    def show_card(self, facts: SpellingFacts, *, again: bool = False) -> None:
        """Show a card; `again` when it is the one in hand with fresh facts."""
        self._facts = facts
        candidate = facts.candidate
        self._show_likelihood(candidate.score)
        self._sides[0].show_word(candidate.a, facts.spans_a, facts.names_a)
        self._sides[1].show_word(candidate.b, facts.spans_b, facts.names_b)
        # The two words stand right above: said once more they would only be in the way.
        bare = [msgspec.structs.replace(each, a="", b="") for each in candidate.evidence]
        self.reasons.show_evidence("Why", bare)
        if not again:
            self.show_notice("")
            self._scroll.verticalScrollBar().setValue(0)
            self._preferred = facts.preferred
        self._show_preferred(facts)
        self._show_question(_QUESTION, facts.said)

    def focus_first(self) -> None:
        """Put the focus on the first button."""
        self.verdicts.focus_first()

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key asks for."""
        match command:
            case Command.SAME | Command.DIFFERENT | Command.UNSURE:
                self.decide(Verdict[command.name])
            case Command.CHOOSE:
                self.prefer(number)
            case Command.WHY:
                self.reasons.toggle()
            case Command.HIDDEN:
                self._toggle_hidden()
            case Command.WITHDRAW:
                self.withdraw_verdict()

    def can(self, command: Command, number: int = 0) -> bool:
        """Tell whether a key (with its number, from 1) would do something to the card in hand."""
        if command is Command.CHOOSE:
            return self._facts is not None and self._facts.said is None and number <= len(self._sides)
        return super().can(command, number)

    def decide(self, verdict: Verdict) -> None:
        """Ask for a verdict."""
        if self._facts and not self._facts.said:
            preferred = self._form() if verdict is Verdict.SAME else ""
            self.decided.emit(verdict, self._facts.candidate, preferred)

    def prefer(self, number: int) -> None:
        """Prefer the form of a side (1 or 2), or neither where it is preferred already."""
        if self._facts and not self._facts.said and number <= len(self._sides):
            self._preferred = 0 if self._preferred == number else number
            self._show_preferred(self._facts)

    def _toggle_hidden(self) -> None:
        self._hidden_shown = not self._hidden_shown
        for side in self._sides:
            side.show_hidden(self._hidden_shown)

    def _form(self) -> str:
        """Return the form that is preferred, as written, or nothing."""
        forms = (self._facts.candidate.a, self._facts.candidate.b) if self._facts else ()
        return forms[self._preferred - 1] if self._preferred else ""

    def _show_preferred(self, facts: SpellingFacts) -> None:
        for side in self._sides:
            side.show_preferred(self._preferred, waiting=facts.said is None)
        touched = words.count(facts.touched, "name is", "names are")
        cards = f", and {words.count(facts.waiting, 'card that waits is', 'cards that wait are')} scored anew"
        alike = f"Same: {touched} compared as if written alike{cards if facts.waiting else ''}."
        self._effect.setText(f"{alike} {self._preference(facts)} No signature changes.")

    def _preference(self, facts: SpellingFacts) -> str:
        """Return what preferring a form does, or would do, where names are shown or exported harmonised."""
        changed = [words.count(number, "name") for number in facts.changed]
        if self._preferred:
            return f"Harmonised, {changed[self._preferred - 1]} will read {words.quoted(self._form())} instead."
        return f"Harmonised, form 1 would change {changed[0]}, form 2 would change {changed[1]}."

    def _connect(self) -> None:
        self.verdicts.decided.connect(self.decide)
        for number, side in enumerate(self._sides, 1):
            side.pill.clicked.connect(lambda _checked=False, number=number: self.prefer(number))

    def _arrange(self) -> None:
        layout = column(self, 0, GAP)
        layout.setContentsMargins(BROAD, WIDE, BROAD, GAP + HAIR)
        layout.addLayout(self._head())
        layout.addLayout(row(*(side.frame for side in self._sides), spacing=SNUG))
        layout.addWidget(self.reasons)
        layout.addWidget(self.notice)
        layout.addWidget(label("Stands in", "label"))
        names = self._scrolled(self._names())
        names.setMinimumHeight(BROAD)  # in large text these give way, not the words above
        layout.addWidget(names, 1)
        layout.addWidget(self._said)
        layout.addWidget(self._effect)
        layout.addWidget(self.verdicts)

    def _names(self) -> QWidget:
        """Return the names that either side stands in, beside each other."""
        inside = QWidget()
        beside = row(*(side.names for side in self._sides), spacing=SNUG)
        for at in range(len(self._sides)):
            beside.setStretch(at, 1)
        inside.setLayout(beside)
        return inside


def _pill(number: int) -> QPushButton:
    pill = Button(_PREFERRED)
    keeping = pill.sizePolicy()
    keeping.setRetainSizeWhenHidden(True)  # what stands below stays where it is on an answered card
    pill.setSizePolicy(keeping)
    pill.setCheckable(True)
    pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    pill.setToolTip(plain_tooltip(f"Let both read so where spellings are harmonised ({number})"))
    set_tone(pill, "prefer")
    return pill

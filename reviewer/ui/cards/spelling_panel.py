"""The card of a spelling: two words, why they may be one, and every name that deciding touches."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.model import Verdict
from reviewer.ui.cards.reasons import Reasons
from reviewer.ui.cards.verdict_bar import VerdictBar
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.facts import SpellingFacts
from reviewer.ui.parts.hidden import Spans, reveal
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_text import NameText
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import BODY, BROAD, GAP, HAIR, MEDIUM, SNUG, TIGHT, TITLE, WIDE
from reviewer.ui.parts.pieces import Button, column, empty, label, plain_tooltip, row, set_tone

_MOST_NAMES = 40
_QUESTION = "Are these two spellings of one word?"
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

    def show_word(self, text: str, spans: Spans, names: Sequence[str]) -> None:
        self._text, self._spans = text, spans
        self.show_hidden(self._hidden_shown)
        self._count.setText(f"in {words.count(len(names), 'name')}")
        empty(self._names)
        for name in names[:_MOST_NAMES]:
            shown = NameText(self._look, BODY)
            shown.show_name(name)
            self._names.addWidget(shown)
        if len(names) > _MOST_NAMES:
            self._names.addWidget(label(f"and {len(names) - _MOST_NAMES:,} more", "small"))
        self._names.addStretch(1)

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
        self._word.show_name(*(reveal(self._text) if shown else (self._text, self._spans)))


class SpellingPanel(QFrame):
    """Shows one spelling card.

    `decided` (verdict, candidate, preferred form or ""), `withdrawn` (event id), `undo_asked`.
    """

    decided = Signal(object, object, str)
    withdrawn = Signal(int)
    undo_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._facts: SpellingFacts | None = None
        self._against, self._hidden_shown = 0, False
        self._preferred = 0
        self._title, self._pill = label("", "title", wrap=True), label("", "pill")
        self._sides = _Side(look, 1), _Side(look, 2)
        self.reasons = Reasons()
        self.notice = Notice(look, "refused")
        self._said = label("", "quiet", wrap=True)
        self._effect = label("", "quiet", wrap=True)
        self.verdicts = VerdictBar("Both are spellings of one word", "These are two words")
        self._arrange()
        self._connect()

    @property
    def facts(self) -> SpellingFacts | None:
        """The card in hand."""
        return self._facts

    @property
    def effect(self) -> str:
        """What deciding would do, as said on the card."""
        return self._effect.text()

    def show_card(self, facts: SpellingFacts, *, again: bool = False) -> None:
        """Show a card; `again` when it is the one in hand with fresh facts."""
        self._facts = facts
        candidate = facts.candidate
        self._pill.setText(f"{words.percent(candidate.score)}  {words.likelihood(candidate.score)}")
        set_tone(self._pill, "pill" if candidate.score >= words.LIKELY else "pill-quiet")
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
        self._show_answer(facts)

    def show_notice(self, sentence: str, earlier: int = 0) -> None:
        """Say why a verdict was refused; `earlier` is the event that stands against it."""
        self._against = earlier
        self.notice.say(sentence, "Withdraw that verdict" if earlier else "")

    def show_undoable(self, undoable: bool) -> None:
        """Offer undo, or not."""
        self.verdicts.undo.setEnabled(undoable)

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

    def withdraw_verdict(self) -> None:
        """Ask to take back the verdict shown."""
        if self._facts and self._facts.said:
            self.withdrawn.emit(self._facts.said.event)

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
        touched = words.count(len({*facts.names_a, *facts.names_b}), "name is", "names are")
        cards = f", and {words.count(facts.waiting, 'card that waits is', 'cards that wait are')} scored anew"
        alike = f"Same: {touched} compared as if written alike{cards if facts.waiting else ''}."
        self._effect.setText(f"{alike} {self._preference(facts)} No signature changes.")

    def _preference(self, facts: SpellingFacts) -> str:
        """Return what preferring a form does, or would do, where names are shown or exported harmonised."""
        changed = [words.count(number, "name") for number in facts.changed]
        if self._preferred:
            return f"Harmonised, {changed[self._preferred - 1]} will read {words.quoted(self._form())} instead."
        return f"Harmonised, form 1 would change {changed[0]}, form 2 would change {changed[1]}."

    def _show_answer(self, facts: SpellingFacts) -> None:
        waiting = facts.said is None
        self._said.setText(facts.said.sentence if facts.said else "")
        self._said.setVisible(not waiting)
        self._title.setText(f"{words.SIGNS[facts.said.verdict]}  {facts.said.words}" if facts.said else _QUESTION)
        set_tone(self._title, f"title-{facts.said.verdict}" if facts.said else "title")
        self._effect.setVisible(waiting)
        self.verdicts.show_waiting(waiting)

    def _withdraw_earlier(self) -> None:
        earlier, self._against = self._against, 0
        self.show_notice("")
        self.withdrawn.emit(earlier)

    def _connect(self) -> None:
        self.verdicts.decided.connect(self.decide)
        self.verdicts.withdraw_asked.connect(self.withdraw_verdict)
        self.verdicts.undo_asked.connect(self.undo_asked)
        for number, side in enumerate(self._sides, 1):
            side.pill.clicked.connect(lambda _checked=False, number=number: self.prefer(number))
        self.notice.answered.connect(self._withdraw_earlier)

    def _arrange(self) -> None:
        head = row(self._title, spacing=GAP)
        head.setStretch(0, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = column(self, 0, GAP)
        layout.setContentsMargins(BROAD, WIDE, BROAD, GAP + HAIR)
        layout.addLayout(head)
        layout.addLayout(row(*(side.frame for side in self._sides), spacing=SNUG))
        layout.addWidget(self.reasons)
        layout.addWidget(self.notice)
        layout.addWidget(label("Stands in", "label"))
        layout.addWidget(self._scrolled(), 1)
        layout.addWidget(self._said)
        layout.addWidget(self._effect)
        layout.addWidget(self.verdicts)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("clear")
        layout = QHBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for side in self._sides:
            layout.addWidget(side.names, 1)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("clear")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        return self._scroll


def _pill(number: int) -> QPushButton:
    pill = Button(_PREFERRED)
    keeping = pill.sizePolicy()
    keeping.setRetainSizeWhenHidden(True)  # what stands below stays where it is on an answered card
    pill.setSizePolicy(keeping)
    pill.setCheckable(True)
    pill.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    pill.setToolTip(plain_tooltip(f"Let both read so where spellings are harmonised ({number})"))
    set_tone(pill, "minor")
    return pill

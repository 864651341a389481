"""The card: one question, its members, the reasons, what deciding would do, and the keys to decide with."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from reviewer.model import Name, Verdict
from reviewer.ui.cards.group_list import GroupList
from reviewer.ui.cards.member_row import MemberRow
from reviewer.ui.cards.note_edit import NoteEdit
from reviewer.ui.cards.question_panel import QuestionPanel
from reviewer.ui.cards.verdict_bar import VerdictBar
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import REASONS, Command
from reviewer.ui.parts.facts import CardFacts
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_edit import NameEdit
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import BROAD, GAP, SNUG, TIGHT, WIDE
from reviewer.ui.parts.pieces import KeyButton, column, label

_AT_FIRST, _MOST_ROWS = 3, 100
"""Rows that are made with the panel, and at most: a merge by hand may hold any number of names."""

_TOO_FEW = "Tick at least two to decide about them."
_MORE = frozenset({Command.AROUND, Command.GO, Command.CHOOSE, Command.EDIT_NAME, Command.NOTE, Command.REASON})
"""What this card knows beyond what any does."""


class CardPanel(QuestionPanel[CardFacts]):
    """Shows one card: `decided` (verdict, names, preferred name or "", note), `ticked` (names) when ticks change.

    `entry_asked` (name) to see the entry that holds it.
    """

    decided = Signal(object, object, str, str)
    entry_asked = Signal(object)
    ticked = Signal(object)

    def __init__(self, look: Look) -> None:
        note = KeyButton("Note", "N", "", f"Write a note with the verdict. Alt and {_usual()}")
        what = "The ticked ones are one signatory", "No two of the ticked ones are one signatory"
        super().__init__(look, VerdictBar(*what, note))
        self.note = note
        self._proposal = ""
        self._around_shown = self._scores_hidden = False
        self._look = look
        self.rows: list[MemberRow] = []
        self._row_column, self._more = QVBoxLayout(), label("", "small")
        self.groups = GroupList(look)
        self.warnings = [Notice(look, "warning") for _ in range(3)]
        self.name_edit = NameEdit(rests=True)
        self.note_edit = NoteEdit()
        self._name_line = label("The entry will read", "quiet"), self.name_edit, label("F2", "quiet")
        self._note_line = label("Note", "quiet"), self.note_edit, label("N", "quiet")
        self._arrange()
        self._connect()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def ticked_names(self) -> tuple[Name, ...]:
        """Return the names that are ticked, in order."""
        return tuple(r.facts.name for r in self.rows if r.facts and not r.isHidden() and r.isChecked())

    def show_card(self, facts: CardFacts, *, again: bool = False) -> None:
        """Show a card with everything ticked; `again` when it is the same card with fresh facts."""
        unticked = {r.facts.name for r in self.rows if again and r.facts and not r.isChecked()}
        self._facts = facts
        self._show_score(facts)
        self._show_rows(facts, unticked)
        self.groups.show_groups(facts.groups, hidden_shown=self._hidden_shown)
        self._show_why(next((i for i, r in enumerate(self.rows) if again and r.hasFocus()), 0))
        for i, notice in enumerate(self.warnings):
            notice.say(facts.warnings[i] if i < len(facts.warnings) else "")
        if not again:
            self.show_notice("")
            self.note_edit.clear()
            self._scroll.verticalScrollBar().setValue(0)
            self._proposal = self.name_edit.text()  # nothing typed yet, whatever the last card left there
        self._show_answer(facts)

    def show_effect(self, sentence: str, proposal: str) -> None:
        """Show what merging the ticked ones would do, and what the entry would be called."""
        typed = self.name_edit.text() if self.preferred() else ""
        self._effect.setText(sentence)
        self._proposal = proposal
        self.name_edit.show_text(typed or proposal)
        self._show_pills()

    def show_notice(self, sentence: str, earlier: int = 0) -> None:
        """Say why a verdict was refused, in sight; see `QuestionPanel`."""
        super().show_notice(sentence, earlier)
        if sentence:
            self._scroll.ensureWidgetVisible(self.notice)

    def hide_scores(self, hidden: bool) -> None:
        """Tell the score of a card that waits, or don't: one decides more freely without."""
        self._scores_hidden = hidden
        if self._facts:
            self._show_score(self._facts)

    def focus_first(self) -> None:
        """Put the focus on the first member, or where there is none on what can be done."""
        is_plain = self._facts is not None and bool(self._facts.groups)
        (self.verdicts.withdraw if is_plain else self.rows[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the reviewer does --------------------------------------------------------------------------------------

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key asks for."""
        match command:
            case Command.SAME | Command.DIFFERENT | Command.UNSURE:
                self.decide(Verdict[command.name])
            case Command.CHOOSE:
                self.choose(number)
            case Command.EDIT_NAME:
                self.edit_name()
            case Command.WHY:
                self.toggle_why()
            case Command.HIDDEN:
                self.toggle_hidden()
            case Command.AROUND:
                self._show_around(not self._around_shown)
            case Command.NOTE:
                self.write_note()
            case Command.REASON:
                self.give_reason(number)
            case Command.WITHDRAW:
                self.withdraw_verdict()
            case Command.TICK:
                self.tick_focused()
            case Command.GO:
                self.ask_entry()

    def can(self, command: Command, number: int = 0) -> bool:
        """Tell whether a key (with its number, from 1) would do something to the card in hand."""
        facts = self._facts
        if facts is None or command not in _MORE:
            return super().can(command, number)
        if command in (Command.AROUND, Command.GO):
            return bool(facts.rows)
        named = not facts.repeat or command in (Command.NOTE, Command.REASON)
        return facts.said is None and named and (command is not Command.CHOOSE or number <= len(facts.rows))

    def is_on(self, command: Command) -> bool:
        """Tell whether what a key shows and puts away is shown."""
        return self._around_shown if command is Command.AROUND else super().is_on(command)

    def decide(self, verdict: Verdict) -> None:
        """Ask for a verdict on the ticked ones, where there is something to decide."""
        if self._facts and not self._facts.said and len(self.ticked_names()) > 1:
            preferred = self.preferred() if verdict is Verdict.SAME else ""
            self.decided.emit(verdict, self.ticked_names(), preferred, self.note_edit.text())

    def preferred(self) -> str:
        """Return the name the reviewer chose, "" where it is the proposal."""
        text = self.name_edit.text().strip()
        return "" if text == self._proposal else text

    def choose(self, number: int) -> None:
        """Take the text of a member (from 1) as the entry's name."""
        row_ = self.rows[number - 1]
        if row_.facts and not row_.isHidden() and self._facts and not self._facts.said:
            self.name_edit.show_text(row_.facts.text)
            self._show_pills()

    def edit_name(self) -> None:
        """Go to the field with the entry's name."""
        if self.name_edit.isVisible():
            self.name_edit.begin()

    def write_note(self) -> None:
        """Go to the field for a note."""
        if self._facts and not self._facts.said:
            _show(self._note_line, True)
            self.note_edit.begin()

    def give_reason(self, number: int) -> None:
        """Put a usual reason (from 1) into the note."""
        if self._facts and not self._facts.said:
            self.note_edit.give(number)
            _show(self._note_line, True)

    def toggle_why(self) -> None:
        """Show the whole reckoning, in sight, or put it away."""
        self.reasons.toggle()
        if self.reasons.is_open:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # until it has its place
            self._scroll.ensureWidgetVisible(self.reasons.reckoning, 0, 0)

    def toggle_hidden(self) -> None:
        """Spell out hidden characters, or stop it."""
        self._hidden_shown = not self._hidden_shown
        for row_ in self.rows:
            row_.show_hidden(self._hidden_shown)
        self.groups.show_hidden(self._hidden_shown)

    def tick_focused(self) -> None:
        """Tick or untick the member in focus, the first where none is."""
        if focused := self._row_in_hand():
            focused.click()

    def ask_entry(self) -> None:
        """Ask to see the entry of the member in focus, of the first where none is."""
        row_ = self._row_in_hand()
        if row_ and row_.facts:
            self.entry_asked.emit(row_.facts.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by the page; the rest is Qt's."""
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if not pages:
            super().keyPressEvent(event)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    # --- inside ------------------------------------------------------------------------------------------------------

    def _row_in_hand(self) -> MemberRow | None:
        shown = [r for r in self.rows if not r.isHidden()]
        return next((r for r in shown if r.hasFocus()), next(iter(shown), None))

    def _show_score(self, facts: CardFacts) -> None:
        told = bool(facts.said) or not self._scores_hidden
        self.reasons.show_weights(told)
        self._pill.setVisible(told and facts.score is not None)
        if facts.score is not None:
            self._show_likelihood(facts.score)

    def _show_why(self, row_: int) -> None:
        """Show the reasons for a row (from 0), which in a group of many is the one in focus."""
        whys = self._facts.whys if self._facts else ()
        why = whys[row_] if row_ < len(whys) else None
        lead = "Why" if why is None or len(whys) == 2 else f"Why {why.pair[0]} and {why.pair[1]}"
        self.reasons.show_evidence(lead, why.evidence if why else ())

    def _make_rows(self, number: int) -> None:
        """Have `number` rows at least: those of a card of many are made when it comes."""
        for at in range(len(self.rows), number):
            row_ = MemberRow(self._look, at + 1)
            row_.toggled.connect(self._tell_ticks)
            row_.reached.connect(lambda at=at: self._reach(at))
            row_.chosen.connect(lambda at=at: self.choose(at + 1))
            self._row_column.addWidget(row_)
            if self.rows:
                self.setTabOrder(self.rows[-1], row_)
            self.rows.append(row_)

    def _show_rows(self, facts: CardFacts, unticked: set[Name]) -> None:
        self._make_rows(min(len(facts.rows), _MOST_ROWS))
        self._more.setText(f"and {words.count(len(facts.rows) - len(self.rows), 'more name')}")
        self._more.setVisible(len(facts.rows) > len(self.rows))
        for i, row_ in enumerate(self.rows):
            row_.setVisible(i < len(facts.rows))
            if i < len(facts.rows):
                row_.blockSignals(True)
                row_.show_member(facts.rows[i], tickable=not facts.said, hidden_shown=self._hidden_shown)
                row_.show_around(self._around_shown)
                row_.setChecked(facts.rows[i].name not in unticked)
                row_.blockSignals(False)

    def _show_answer(self, facts: CardFacts) -> None:
        """Offer to decide, or tell what was decided."""
        waiting = facts.said is None
        self._show_question(_question(facts), facts.said)
        self.note.setVisible(waiting)
        _show(self._note_line, waiting and bool(self.note_edit.text()))
        _show(self._name_line, waiting and not facts.repeat)
        if waiting:
            self._tell_ticks()
        else:
            self._show_pills()

    def _tell_ticks(self) -> None:
        names = self.ticked_names()
        enough = len(names) > 1
        self.verdicts.allow(enough)
        if enough:
            self.ticked.emit(names)
        else:
            self._effect.setText(_TOO_FEW)
            self._show_pills()

    def _show_pills(self) -> None:
        text = self.name_edit.text().strip()
        waiting = bool(self._facts and not self._facts.said and not self._facts.repeat)
        shown = waiting and len(self.ticked_names()) > 1
        for row_ in self.rows:
            row_.show_pill(shown and row_.facts is not None and row_.facts.text == text)

    def _reach(self, row_: int) -> None:
        """Follow the focus: bring the row into sight, and in a group tell why it is there."""
        self._scroll.ensureWidgetVisible(self.rows[row_])
        if self._facts and len(self._facts.rows) > 2:
            self._show_why(row_)

    def _leave_note(self) -> None:
        _show(self._note_line, bool(self.note_edit.text()))
        self.focus_first()

    def _show_around(self, shown: bool) -> None:
        self._around_shown = shown
        for row_ in self.rows:
            row_.show_around(shown)

    def _connect(self) -> None:
        self.verdicts.decided.connect(self.decide)
        self.note.clicked.connect(self.write_note)
        self.note_edit.left.connect(self._leave_note)
        self.name_edit.textChanged.connect(self._show_pills)
        self.name_edit.left.connect(self.focus_first)

    def _arrange(self) -> None:
        layout = column(self, 0, GAP)
        layout.setContentsMargins(BROAD, WIDE, BROAD, GAP + 4)
        layout.addLayout(self._head())
        layout.addWidget(self._scrolled(self._members()), 1)
        for notice in self.warnings:  # not among what scrolls: a warning is always seen
            layout.addWidget(notice)
        layout.addWidget(self._said)
        layout.addLayout(self._fields())
        layout.addWidget(self._effect)
        layout.addWidget(self.verdicts)

    def _members(self) -> QWidget:
        """Return the rows and what is said of them, under each other."""
        inside = QWidget()
        layout = column(inside, 0, SNUG)
        self._row_column.setSpacing(SNUG)
        layout.addWidget(self.notice)
        layout.addLayout(self._row_column)
        self._make_rows(_AT_FIRST)
        for widget in (self._more, self.groups, self.reasons):
            layout.addWidget(widget)
        layout.addStretch(1)
        return inside

    def _fields(self) -> QGridLayout:
        """Return the lines of the name and the note, their fields under each other."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SNUG)
        grid.setVerticalSpacing(TIGHT)
        for line, (caption, field, key) in enumerate((self._name_line, self._note_line)):
            caption.setBuddy(field)
            for at, widget in enumerate((caption, field, key)):
                grid.addWidget(widget, line, at)
        return grid


def _usual() -> str:
    return ", ".join(f"{number}: {reason}" for number, reason in enumerate(REASONS, 1))


def _question(facts: CardFacts) -> str:
    if facts.repeat:
        return (
            "Listed twice: one signatory or two?" if len(facts.rows) == 2 else "Listed again and again: one signatory?"
        )
    return "Are these the same signatory?"


def _show(widgets: Iterable[QWidget], shown: bool) -> None:
    for widget in widgets:
        widget.setVisible(shown)

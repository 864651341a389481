"""A page of questions: the queue beside the card in hand. Review and Spellings are two of them."""

from collections.abc import Callable
from functools import cached_property
from typing import Generic, Protocol, cast

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QStackedWidget, QWidget

from reviewer.ui.cards.questions import About, Facts, Questions
from reviewer.ui.cards.queue_panel import QueuePanel
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.empty_state import EmptyState
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.pieces import beside, column

TABS = ("To review", "Not sure", "Done")
_QUEUE, _LARGEST = 330, 1.25
"""Pixels of the queue's width beside text of 10 points, and how often that at most beside larger text."""
TO_REVIEW, NOT_SURE, DONE = range(3)


class Card(Protocol[Facts]):
    """What the page needs of the panel that shows a card."""

    @property
    def facts(self) -> Facts | None:
        """The card in hand."""

    def show_card(self, facts: Facts, *, again: bool = False) -> None:
        """Show a card; `again` when it is the one in hand with fresh facts."""

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key asks for."""

    def can(self, command: Command, number: int = 0) -> bool:
        """Tell whether a key would do something."""

    def is_on(self, command: Command) -> bool:
        """Tell whether what a key shows and puts away is shown."""

    def focus_first(self) -> None:
        """Put the focus where deciding begins."""


class QuestionPage(QWidget, Generic[Facts]):
    """Queue and card. The card shown follows the queue; the queue keeps its place when a card leaves it."""

    shown = Signal(int)

    def __init__(self, look: Look, make_card: Callable[[], Card[Facts]]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._make_card: Callable[[], Card[Facts]] = make_card
        self._panel = QWidget()
        self._questions: Questions[Facts] | None = None
        self._left: object = None
        self.queue = QueuePanel(look, TABS)
        self.empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._panel)
        widths = round(_QUEUE * min(_LARGEST, look.points() / 10)), 1000
        self.splitter = beside(self.queue, self._stack, widths)
        self.splitter.setStretchFactor(1, 1)
        column(self).addWidget(self.splitter)
        self.queue.setMinimumWidth(240)
        self.queue.picked.connect(self.go_to)
        self.queue.turned.connect(self.turn_to)
        self.queue.space_pressed.connect(lambda: self.perform(Command.TICK))

    @cached_property
    def card(self) -> Card[Facts]:
        """The panel for the card in hand, made with the first one: `make_card` returns a widget."""
        card = self._make_card()
        panel = cast(QWidget, card)
        column(self._panel).addWidget(panel)
        panel.show()  # the layout would show it later, and what is not shown takes no focus
        return card

    @property
    def has_card(self) -> bool:
        """Whether a card is in hand."""
        return self._stack.currentWidget() is self._panel

    def show_questions(self, questions: Questions[Facts], about: About = frozenset()) -> None:
        """Show what waits, was put off and is done.

        The card in hand stays while it is there, or the one that speaks of `about` comes to hand; else the one that
        takes its place in the queue.
        """
        tab, row = self.queue.tab, self.queue.current
        facts = self.card.facts if self.has_card else None
        self._questions = questions
        self.queue.show_items(questions.lists)
        back = questions.find(about) if about else None
        kept = questions.find(facts.key) if facts else None
        if back:
            tab, row = back
        elif kept and kept[0] == tab:
            row = kept[1]
        self.go_to(tab, row)

    def go_to(self, tab: int, row: int) -> None:
        """Take a card in hand; the nearest where there is none at that row."""
        count = len(self.queue.items(tab))
        row = max(0, min(row, count - 1))
        was_on_card = self._panel.isAncestorOf(QApplication.focusWidget() or self)
        self.queue.open(tab, row)
        self._stack.setCurrentWidget(self._panel if count else self.empty)
        if count and self._questions:
            self._show(self._questions.fetch((tab, row)))
        self.shown.emit(tab)
        if was_on_card and not count:
            self.take_focus()

    def turn_to(self, tab: int) -> None:
        """Open another tab at its top; what waits where one had left it."""
        if self.queue.tab == TO_REVIEW and self.has_card and self.card.facts:
            self._left = self.card.facts.key
        left = self._questions.find(self._left) if self._questions and tab == TO_REVIEW and self._left else None
        self.go_to(tab, left[1] if left and left[0] == tab else 0)

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key asks for."""
        if command is Command.TURN:
            self.turn_to((self.queue.tab + 1) % len(TABS))
        elif command is Command.NEXT:
            self.go_to(self.queue.tab, self.queue.current + 1)
        elif command is Command.PREVIOUS:
            self.go_to(self.queue.tab, self.queue.current - 1)
        elif self.has_card:
            self.card.perform(command, number)

    def can(self, command: Command, number: int = 0) -> bool:
        """Tell whether a key (with its number, from 1) would do something."""
        if command is Command.TURN:
            return True
        return self.has_card and (command in (Command.NEXT, Command.PREVIOUS) or self.card.can(command, number))

    def is_on(self, command: Command) -> bool:
        """Tell whether what a key shows and puts away is shown."""
        return self.has_card and self.card.is_on(command)

    def take_focus(self) -> None:
        """Put the focus where deciding begins."""
        if self.has_card:
            self.card.focus_first()
        else:
            self.empty.focus_first(meanwhile=self.queue.tabs[self.queue.tab])

    def minimumSizeHint(self) -> QSize:
        """Fit the smallest screen."""
        return QSize(800, 480)

    def _show(self, facts: Facts) -> None:
        before = self.card.facts
        again = before is not None and before.key == facts.key
        self.card.show_card(facts, again=again)
        if not again and self.isVisible() and not self._works_elsewhere():
            self.card.focus_first()

    def _works_elsewhere(self) -> bool:
        """Tell whether something is typed, slid or browsed outside of the card: the focus stays there then."""
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not self.window() or self._panel.isAncestorOf(focused):
            return False
        return isinstance(focused, QLineEdit | QAbstractItemView) or self.queue.narrows_with(focused)

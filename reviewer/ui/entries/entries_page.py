"""All entries in a table that narrows as one types, beside the entry in hand."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from reviewer.harmony import harmonised_entry
from reviewer.lazily import Lazily
from reviewer.model import Entry, Flag, Verdict
from reviewer.register import Listed, Order, Which
from reviewer.ui.entries.entry_panel import EntryPanel
from reviewer.ui.parts import words
from reviewer.ui.parts.choice import Choice
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.empty_state import EmptyState
from reviewer.ui.parts.facts import EntryFacts
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.items import take_in_hand
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import SNUG, TIGHT, WIDE
from reviewer.ui.parts.pieces import Button, ElidedLabel, beside, column, label, panel, plain_tooltip, row, set_tone
from reviewer.ui.parts.tables import Row, Table

_HEADINGS = ("Name", "Also written", "Flags", "Signatures", "Lists")
_FLAGS = 2
_SORTED = {0: Order.NAME, 3: Order.SIGNATURES}
"""What columns sort by."""
_HARMONISED = "Show names with the preferred forms of their words; nothing is changed by it"
_NO_FORMS = "No spelling has a preferred form yet: choose one on the Spellings page"


Find = Callable[[str, Which, Order, Mapping[str, str]], Listed]
"""What is typed, the kind, the order, the forms names are shown with -> the entries."""


class EntriesPage(QWidget):
    """Table and entry.

    Says `renamed` and `noted` (entry, text), `flagged` (entry, flag, on), `taken_out` (names), `question_asked` (entry)
    to see what is asked of it and, for entries selected together, `judged` (verdict, entries).
    """

    renamed = Signal(object, str)
    noted = Signal(object, str)
    flagged = Signal(object, object, bool)
    taken_out = Signal(object)
    judged = Signal(object, object)
    question_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._find: Find | None = None
        self._shown: Listed | None = None
        self._fetch: Callable[[Entry], EntryFacts] | None = None
        self._wanted = ""
        self._forms: Mapping[str, str] = {}
        self.table = Table(look, "Entries", _HEADINGS, ours=(_FLAGS,))
        self.entry = EntryPanel(look)
        self.empty = EmptyState()
        self.which, self.order = Choice("Show", Which), Choice("Order", Order)
        self.which.picked.connect(self._narrow)
        self.order.picked.connect(self._narrow)
        self.harmonised = Button("harmonised names")
        self.harmonised.setCheckable(True)
        self.harmonised.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tone(self.harmonised, "minor")
        self.harmonised.toggled.connect(self._narrow)
        self._count, self._hint = label("", "strong"), ElidedLabel()
        self.table.picked.connect(self._open)
        self.table.heading_pressed.connect(self._sort)
        self.table.entered.connect(lambda _row: self.entry.name_edit.begin())
        self.entry.renamed.connect(self.renamed)
        self.entry.noted.connect(self.noted)
        self.entry.flagged.connect(self.flagged)
        self.entry.taken_out.connect(self.taken_out)
        self.entry.question_asked.connect(self.question_asked)
        self.entry.note_edit.left.connect(self.take_focus)
        self.table.selectionModel().selectionChanged.connect(self._show_count)
        self.entry.name_edit.left.connect(self.take_focus)
        self._arrange()
        self._key("F6", self._turn)
        for number, flag in enumerate(self.entry.flags, 1):
            self._key(f"Alt+{number}", partial(self._flag, flag))

    def show_entries(
        self,
        find: Find,
        fetch: Callable[[Entry], EntryFacts],
        forms: Mapping[str, str],
    ) -> None:
        """Show other entries; `find` returns those that fit what is typed, `fetch` the facts of one.

        `forms` are the preferred forms that harmonised names are made with (see `harmony.harmonised`); names are
        sorted as they are shown.
        """
        self._find, self._fetch, self._forms = find, fetch, forms
        flagged = any(find("", which, Order.LISTED, {}) for which in (Which.NOTED, Which.FLAGGED))
        self.table.leave_out(() if flagged else (_FLAGS,))
        self.harmonised.setEnabled(bool(forms))
        self.harmonised.setToolTip(plain_tooltip(_HARMONISED if forms else _NO_FORMS))
        self._narrow()

    def narrow(self, wanted: str) -> None:
        """Show the entries alone in which every typed word begins a word, in any of their texts."""
        self._wanted = wanted
        self._narrow()

    def go_to(self, entry: Entry) -> None:
        """Take an entry in hand, whatever the entries were narrowed to."""
        self.which.choose(Which.ALL)
        self.narrow("")
        row_ = max(0, self._shown.row_of(entry)) if self._shown else 0
        take_in_hand(self.table, self.table.rows_model.index(row_, 0))

    def perform(self, command: Command, _number: int = 0) -> None:
        """Do what a key asks for."""
        if command in (Command.SAME, Command.DIFFERENT):
            self._judge(Verdict[command.name])
        elif command is Command.EDIT_NAME and self._shown:
            self.entry.name_edit.begin()
        elif command is Command.NOTE and self._shown:
            self.entry.note_edit.begin()
        elif command is Command.GO and (entry := self._current()):
            self.question_asked.emit(entry)

    def _judge(self, verdict: Verdict) -> None:
        chosen = [self._shown[row_] for row_ in self.table.chosen()] if self._shown else []
        if len(chosen) > 1:
            self.judged.emit(verdict, chosen)

    def take_focus(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sort(self, column_: int) -> None:
        """Sort by the column whose heading was pressed; pressed again, stand as listed."""
        if wanted := _SORTED.get(column_):
            self.order.choose(Order.LISTED if self.order.chosen is wanted else wanted)
            self._narrow()

    def _flag(self, flag: Flag) -> None:
        if self._shown:
            self.entry.flags[flag].click()

    def _turn(self) -> None:
        """Go to the signatures of the entry in hand, or back."""
        if self.entry.signatures.hasFocus():
            self.take_focus()
        elif self._shown:
            self.entry.signatures.setFocus(Qt.FocusReason.TabFocusReason)

    def _narrow(self) -> None:
        if self._find is None:
            return
        before = self._current()
        forms = self._forms if self.harmonised.isChecked() else {}
        self._shown = self._find(self._wanted, self.which.chosen, self.order.chosen, forms)
        kept = self._shown.row_of(before) if before else 0
        self.table.show_rows(Lazily(self._shown, lambda entry: _row(harmonised_entry(entry, forms))), max(0, kept))
        self._show_count()
        self._stack.setCurrentWidget(self.entry if self._shown else self.empty)
        if not self._shown:
            self.empty.say(*self._nothing())

    def _nothing(self) -> tuple[str, str]:
        kind = "" if self.which.chosen is Which.ALL else f"{self.which.chosen} "
        if not self._wanted.strip():
            return f"No {kind}entries", "Choose “all” above to see the others."
        holds = f"No {kind}entry, however written, holds {words.quoted(self._wanted)}."
        return "No such name", f"{holds} Escape shows all again."

    def _show_count(self) -> None:
        chosen = len(self.table.chosen())
        found = words.count(len(self._shown or ()), "entry", "entries")
        narrowed = self._wanted.strip() or self.which.chosen is not Which.ALL
        all_ = f"{found} found" if narrowed else found
        hint = "M: same, D: different" if chosen > 1 else "Shift or Ctrl with a click or an arrow selects several"
        self._count.setText(f"{chosen} of {all_} selected" if chosen > 1 else all_)
        self._hint.setText(hint)

    def _current(self) -> Entry | None:
        row_ = self.table.currentIndex().row()
        return self._shown[row_] if self._shown and 0 <= row_ < len(self._shown) else None

    def _open(self, row_: int) -> None:
        if self._fetch and self._shown and 0 <= row_ < len(self._shown):
            self.entry.show_entry(self._fetch(self._shown[row_]))

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def _arrange(self) -> None:
        left = panel()
        inside = column(left, TIGHT)
        head = row(self._count, spacing=SNUG)
        head.addWidget(self._hint, 1)
        head.addWidget(self.harmonised)
        head.setContentsMargins(TIGHT, TIGHT, TIGHT, 0)
        inside.addLayout(head)
        chips, side_by_side = QWidget(), FlowLayout(WIDE)
        side_by_side.addWidget(self.which)
        side_by_side.addWidget(self.order)
        side_by_side.setContentsMargins(TIGHT, 0, TIGHT, 0)
        chips.setLayout(side_by_side)
        inside.addWidget(chips)
        inside.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.entry)
        self._stack.addWidget(self.empty)
        self.splitter = beside(left, self._stack, (840, 500))
        column(self).addWidget(self.splitter)
        self.table.set_widths({1: 170, _FLAGS: 168, 3: 92, 4: 56}, spare=(1, 4, _FLAGS))


def _row(entry: Entry) -> Row:
    lists = len({signature.source for signature in entry.signatures})
    return (entry.name, "  ·  ".join(map(words.isolate, entry.variants)), _flags(entry), len(entry.signatures), lists)


def _flags(entry: Entry) -> str:
    """Return an entry's flags, and whether there is a note."""
    return ", ".join((*entry.flags, "note") if entry.note else entry.flags)

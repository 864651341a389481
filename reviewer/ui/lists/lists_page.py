"""The lists in this review with their facts, and what was refused when files were opened last."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from reviewer.model import Source
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import TIGHT
from reviewer.ui.parts.pieces import KeyButton, column, label, panel, row
from reviewer.ui.parts.tables import Table

_HEADINGS = ("Title", "Date", "Signatures", "Joined", "New", "Read as", "File", "Address")
_OURS = (1, 5)
"""Columns of dates and formats: in our words, whatever the list is written in."""
_SPARE = (7, 6, 5)
_MOST_REFUSALS = 4
_NONE = "No lists: add some with Ctrl+O, or paste one with Ctrl+V"


class ListsPage(QWidget):
    """Table of lists. Says `open_asked`, or of one (source) `look_asked` for its document, `removed` to take it out."""

    open_asked = Signal()
    look_asked = Signal(object)
    removed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.table = Table(look, "Lists", _HEADINGS, ours=_OURS)
        self._count = label("", "strong")
        self.notices = [Notice(look, "warning") for _ in range(_MOST_REFUSALS)]
        self._sources: Sequence[Source] = ()
        remove = KeyButton("Take out", "Delete", "", "Take this list out; what was decided of its names stays said")
        remove.clicked.connect(self._remove)
        add = KeyButton("Add lists…", "Ctrl+O")
        add.clicked.connect(self.open_asked)
        look_ = KeyButton("How it was read", "Return", "", "Show the document of this list, with the lines taken")
        look_.clicked.connect(self._look_at)
        self._for_one = (look_, remove)
        self.table.entered.connect(lambda _row: self._look_at())
        head = row(self._count, None, look_, remove, add)
        head.setContentsMargins(TIGHT, TIGHT, TIGHT, 0)
        frame = panel()
        inside = column(frame, TIGHT)
        inside.addLayout(head)
        for notice in self.notices:
            inside.addWidget(notice)
        inside.addWidget(self.table, 1)
        column(self).addWidget(frame)
        self.table.set_widths({1: 130, 2: 96, 3: 72, 4: 72, 5: 150, 6: 170, 7: 240}, spare=_SPARE)

    def show_lists(
        self, sources: Sequence[Source], met: Mapping[str, tuple[int, int]], refusals: Sequence[str]
    ) -> None:
        """Show other lists, and sentences on what was refused.

        `met` tells of each, by its id, how many of its names an earlier one has already, and how many are new with it.
        """
        self._sources = sources
        names = sum(len(source.signatures) for source in sources)
        held = f"{words.count(len(sources), 'list')}, {words.count(names, 'signature')}"
        self._count.setText(held if sources else _NONE)
        for button in self._for_one:
            button.setEnabled(bool(sources))
        rows = [(s.title, words.day(s.date), len(s.signatures), *met[s.id], s.read_as, s.file, s.url) for s in sources]
        self.table.leave_out(column for column in _SPARE if rows and not any(row_[column] for row_ in rows))
        self.table.show_rows(rows, self.table.currentIndex().row())
        self._show_refusals(refusals)

    def perform(self, command: Command, _number: int = 0) -> None:
        """Do what a key asks for."""
        if command is Command.WITHDRAW:
            self._remove()

    def _remove(self) -> None:
        if source := self._chosen:
            self.removed.emit(source)

    def _look_at(self) -> None:
        if source := self._chosen:
            self.look_asked.emit(source)

    @property
    def _chosen(self) -> Source | None:
        row_ = self.table.currentIndex().row()
        return self._sources[row_] if 0 <= row_ < len(self._sources) else None

    def take_focus(self) -> None:
        """Put the focus on the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_refusals(self, refusals: Sequence[str]) -> None:
        said = list(refusals[:_MOST_REFUSALS])
        if len(refusals) > _MOST_REFUSALS:
            said[-1] = f"{len(refusals) - _MOST_REFUSALS + 1} more files were refused: {refusals[_MOST_REFUSALS - 1]}"
        for i, notice in enumerate(self.notices):
            notice.say(said[i] if i < len(said) else "")

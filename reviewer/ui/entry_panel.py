"""One entry opened: its name, how else it is written, where it signed, who decided what about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from reviewer.model import Entry
from reviewer.ui import words
from reviewer.ui.facts import EntryFacts
from reviewer.ui.look import Look
from reviewer.ui.name_edit import NameEdit
from reviewer.ui.name_text import NameText
from reviewer.ui.notice import Notice
from reviewer.ui.palette import BODY, GAP, HAIR, SNUG, TIGHT, WIDE
from reviewer.ui.pieces import ElidedLabel, column, empty, label, row

_MOST = 200


class EntryPanel(QFrame):
    """Shows one entry. Says `renamed` (entry, text) when Return ends the editing of its name."""

    renamed = Signal(object, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._look = look
        self._entry: Entry | None = None
        self.name_edit = NameEdit()
        self.notice = Notice(look, "refused")
        self._inside = QVBoxLayout()
        self._inside.setSpacing(HAIR)
        self.name_edit.accepted.connect(self._tell)
        layout = column(self, WIDE, SNUG)
        layout.addWidget(label("The entry reads", "quiet"))
        layout.addLayout(row(self.name_edit, label("F2", "quiet"), spacing=SNUG))
        layout.addWidget(self.notice)
        layout.addWidget(self._scrolled(), 1)

    def show_entry(self, facts: EntryFacts) -> None:
        """Show another entry."""
        self._entry = facts.entry
        self.name_edit.show_text(facts.entry.name)
        self.notice.say("")
        empty(self._inside)
        self._add_signatures(facts)
        self._add_history(facts.history)

    def _add_signatures(self, facts: EntryFacts) -> None:
        self._inside.addWidget(label(words.count(len(facts.signatures), "signature"), "label"))
        for text, where in facts.signatures[:_MOST]:
            place = ElidedLabel()
            place.setText(where)
            self._add_name(text)
            self._inside.addWidget(place)
            self._inside.addSpacing(HAIR)
        if len(facts.signatures) > _MOST:
            self._inside.addWidget(label(f"and {len(facts.signatures) - _MOST:,} more", "small"))

    def _add_history(self, history: Sequence[str]) -> None:
        self._inside.addSpacing(SNUG)
        self._inside.addWidget(label("what was decided", "label"))
        for sentence in history or ("nothing yet",):
            self._inside.addWidget(label(sentence, "quiet", wrap=True))

    def _add_name(self, text: str) -> None:
        name = NameText(self._look, BODY)
        name.show_name(text)
        self._inside.addWidget(name)

    def _tell(self, text: str) -> None:
        if self._entry:
            self.renamed.emit(self._entry, text)

    def _scrolled(self) -> QScrollArea:
        inside = QWidget()
        inside.setObjectName("clear")
        layout = column(inside, 0, 0)
        layout.setContentsMargins(0, TIGHT, GAP, 0)
        layout.addLayout(self._inside)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("clear")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        return scroll

"""One entry opened: its name, flags and note, where it signed, who decided what about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reviewer.model import Entry, Flag
from reviewer.ui import words
from reviewer.ui.facts import EntryFacts, SignatureFacts
from reviewer.ui.look import Look
from reviewer.ui.name_edit import NameEdit
from reviewer.ui.name_text import NameText
from reviewer.ui.notice import Notice
from reviewer.ui.palette import BODY, GAP, HAIR, SNUG, TIGHT, WIDE
from reviewer.ui.pieces import Button, ElidedLabel, column, empty, label, plain_tooltip, row, set_tone

_MOST = 200


class EntryPanel(QFrame):
    """Shows one entry.

    `renamed` and `noted` (entry, text) when Return ends the editing, `flagged` (entry, flag, on), `taken_out` (name).
    """

    renamed = Signal(object, str)
    noted = Signal(object, str)
    flagged = Signal(object, object, bool)
    taken_out = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._look = look
        self._entry: Entry | None = None
        self.name_edit, self.note_edit = NameEdit(), NameEdit("Note")
        self.note_edit.setPlaceholderText("Note")
        self.flags = {flag: self._flag_button(flag) for flag in Flag}
        self.notice = Notice(look, "refused")
        self._inside = QVBoxLayout()
        self._inside.setSpacing(HAIR)
        self.name_edit.accepted.connect(lambda text: self.renamed.emit(self._entry, text))
        self.note_edit.accepted.connect(lambda text: self.noted.emit(self._entry, text))
        layout = column(self, WIDE, SNUG)
        layout.addWidget(label("The entry reads", "quiet"))
        layout.addLayout(row(self.name_edit, label("F2", "quiet"), spacing=SNUG))
        layout.addLayout(row(self.note_edit, label(" N", "quiet"), spacing=SNUG))
        layout.addLayout(row(*self.flags.values(), None, spacing=HAIR))
        layout.addWidget(self.notice)
        layout.addWidget(self._scrolled(), 1)

    def show_entry(self, facts: EntryFacts) -> None:
        """Show another entry."""
        self._entry = facts.entry
        self.name_edit.show_text(facts.entry.name)
        self.note_edit.show_text(facts.entry.note)
        for flag, button in self.flags.items():
            button.setChecked(flag in facts.entry.flags)
        self.notice.say("")
        empty(self._inside)
        self._add_signatures(facts.signatures)
        self._add_history(facts.history)

    def _add_signatures(self, signatures: Sequence[SignatureFacts]) -> None:
        self._inside.addWidget(label(words.count(len(signatures), "signature"), "label"))
        for each in signatures[:_MOST]:
            self._inside.addWidget(self._signature(each, several=len(signatures) > 1))
        if len(signatures) > _MOST:
            self._inside.addWidget(label(f"and {len(signatures) - _MOST:,} more", "small"))

    def _signature(self, facts: SignatureFacts, *, several: bool) -> QWidget:
        name, where = NameText(self._look, BODY), ElidedLabel()
        name.show_name(facts.text)
        where.setText(facts.where)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(name)
        texts.addWidget(where)
        shown, beside = QWidget(), row(spacing=TIGHT)
        beside.setContentsMargins(0, HAIR, 0, HAIR)
        beside.addLayout(texts, 1)
        if several:
            beside.addWidget(self._out_button(facts))
        shown.setLayout(beside)
        return shown

    def _out_button(self, facts: SignatureFacts) -> QPushButton:
        button = Button("Take out")
        set_tone(button, "minor")
        button.setAccessibleName(f"Take out {facts.text}")
        button.setToolTip(plain_tooltip("Make it an entry of its own; it is not asked about again"))
        button.clicked.connect(lambda: self.taken_out.emit(facts.name))
        return button

    def _add_history(self, history: Sequence[str]) -> None:
        self._inside.addSpacing(SNUG)
        self._inside.addWidget(label("What was decided", "label"))
        for sentence in history or ("Nothing yet.",):
            self._inside.addWidget(label(sentence, "quiet", wrap=True))

    def _flag_button(self, flag: Flag) -> QPushButton:
        button = Button(flag.value)
        button.setCheckable(True)
        set_tone(button, "flag")
        button.clicked.connect(lambda on: self.flagged.emit(self._entry, flag, on))
        return button

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

"""One entry opened: its name, flags and note, where it signed, who decided what about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QPushButton

from reviewer.model import Entry, Flag, Name
from reviewer.ui.entries.signature_list import SignatureList
from reviewer.ui.parts import words
from reviewer.ui.parts.facts import EntryFacts
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_edit import NameEdit
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import HAIR, SNUG, WIDE
from reviewer.ui.parts.pieces import Button, KeyButton, column, label, plain_tooltip, row, set_tone

_FLAGS = {
    Flag.WITHDRAWN: "This signatory withdrew its signature",
    Flag.AT_RISK: "To be named may put this signatory at risk",
    Flag.NEEDS_EXPERT: "Somebody who knows this signatory should look at it",
}
_START = {False: Qt.AlignmentFlag.AlignLeft, True: Qt.AlignmentFlag.AlignRight}
_OUT = "Make what is chosen an entry of its own; it is not asked about again"


class EntryPanel(QFrame):
    """Shows one entry. `question_asked` (entry) to see what is asked of it.

    `renamed` and `noted` (entry, text) when Return ends the editing, `flagged` (entry, flag, on), `taken_out` (names).
    """

    renamed = Signal(object, str)
    noted = Signal(object, str)
    flagged = Signal(object, object, bool)
    taken_out = Signal(object)
    question_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._entry: Entry | None = None
        self.name_edit, self.note_edit = NameEdit(keeps=True), NameEdit("Note", keeps=True)
        self.note_edit.setPlaceholderText("Note")
        self.flags = {flag: self._flag_button(flag) for flag in Flag}
        self.notice = Notice(look, "refused")
        self.question = Button("a question waits  Ctrl+G")
        self.question.setToolTip(plain_tooltip("Go to what is asked of this entry"))
        self.question.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_tone(self.question, "minor")
        self.question.clicked.connect(lambda: self.question_asked.emit(self._entry))
        self.signatures = SignatureList(look)
        self.out = KeyButton("Take out", "Delete", "", _OUT)
        self.history = QPlainTextEdit()
        self.history.setReadOnly(True)
        self.history.setAccessibleName("What was decided")
        self.history.setObjectName("clear")
        self.history.document().setDocumentMargin(HAIR)
        self._count = label("", "label")
        self.name_edit.accepted.connect(self._rename)
        self.signatures.preferred.connect(lambda text: self.renamed.emit(self._entry, text))
        self.note_edit.accepted.connect(lambda text: self.noted.emit(self._entry, text))
        self.signatures.chosen.connect(self._show_chosen)
        self.signatures.out_asked.connect(self._take_out)
        self.out.clicked.connect(self._take_out)
        layout = column(self, WIDE, SNUG)
        layout.addLayout(row(label("The entry reads", "quiet"), None, self.question))
        layout.addLayout(row(self.name_edit, label("F2", "quiet"), spacing=SNUG))
        layout.addLayout(row(self.note_edit, label(" N", "quiet"), spacing=SNUG))
        layout.addLayout(row(*self.flags.values(), None, spacing=HAIR))
        layout.addWidget(self.notice)
        layout.addLayout(row(self._count, None, self.out))
        layout.addWidget(self.signatures, 3)
        layout.addWidget(label("What was decided", "label"))
        layout.addWidget(self.history, 1)

    def show_entry(self, facts: EntryFacts) -> None:
        """Show another entry."""
        again = self._entry is not None and self._entry.id == facts.entry.id
        self._entry = facts.entry
        for edit, text in ((self.name_edit, facts.entry.name), (self.note_edit, facts.entry.note)):
            (edit.follow if again else edit.show_text)(text)
        for flag, button in self.flags.items():
            button.setChecked(flag in facts.entry.flags)
        self.notice.say("")
        self.question.setVisible(facts.is_asked)
        self.signatures.show_signatures(facts.signatures, again=again)
        self._show_history(facts.history)
        self._show_chosen()

    def _show_history(self, history: Sequence[str]) -> None:
        """Tell what was decided, at the side where the window begins; Qt would go by each line."""
        lines = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _START[self.isRightToLeft()])
        lines.setTextDirection(Qt.LayoutDirection.LeftToRight)  # as our words run: a full stop stays behind them
        self.history.document().setDefaultTextOption(lines)
        self.history.setPlainText("\n".join(history) or "Nothing yet.")

    def _chosen(self) -> tuple[Name, ...]:
        return tuple(dict.fromkeys(facts.name for facts in self.signatures.signatures()))

    def _show_chosen(self) -> None:
        """Say how many signatures there are, and how many would go: those of a text go together."""
        every = self.signatures.every
        chosen = set(self._chosen())
        going = sum(facts.name in chosen for facts in every)
        self._count.setText(words.count(len(every), "signature"))
        self.out.set_text(f"Take out {going:,}" if going else "Take out")
        self.out.setEnabled(0 < going < len(every))
        self.out.setVisible(len(every) > 1)

    def _rename(self, text: str) -> None:
        """Ask for another name; a field left empty shows the one there is."""
        if self._entry and not text.strip() and not self.name_edit.hasFocus():
            self.name_edit.show_text(self._entry.name)
        else:
            self.renamed.emit(self._entry, text)

    def _take_out(self) -> None:
        if self.out.isEnabled():
            self.taken_out.emit(self._chosen())

    def _flag_button(self, flag: Flag) -> QPushButton:
        button = Button(flag.value)
        button.setCheckable(True)
        button.setToolTip(plain_tooltip(f"{_FLAGS[flag]} (Alt+{list(Flag).index(flag) + 1})"))
        set_tone(button, "flag")
        button.clicked.connect(lambda on: self.flagged.emit(self._entry, flag, on))
        return button

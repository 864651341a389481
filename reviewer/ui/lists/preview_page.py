"""A document before it counts: its lines, which of them will be taken, and what is known of the list."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from reviewer.ui.lists import paper as told
from reviewer.ui.lists import standing
from reviewer.ui.lists.paper import Paper
from reviewer.ui.lists.paper_view import PaperView
from reviewer.ui.lists.reading_choices import ReadingChoices
from reviewer.ui.parts import words
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.find_strip import FindStrip
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_edit import NameEdit
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import GAP, HAIR, SNUG, TIGHT
from reviewer.ui.parts.pieces import Button, ElidedLabel, KeyButton, column, label, panel, plain_tooltip, row, set_tone

_HINT = "Tick the lines that are names, if there are any."
_APART = "Lines with ≈ stay one signatory with the old line, those with ≠ don't: M joins them, D parts them."
_DATE_WIDTH, _HEAD_HEIGHT = 170, 34


class PreviewPage(QWidget):
    """Shows one `Paper`, and changes its ticks and facts.

    Says `taken`, `all_taken` or `left_out` of it, `read_asked` (options) to have it read otherwise, and `edited` after
    a change that may make it another list than it was.
    """

    taken = Signal()
    all_taken = Signal()
    left_out = Signal()
    read_asked = Signal(object)
    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self.view = PaperView(look)
        self.title, self.date, self.link = NameEdit("Title"), NameEdit("Date"), NameEdit("Link")
        self.choices, self.strip = ReadingChoices(), FindStrip()
        self.refusal, self.nothing = Notice(look, "refused"), Notice(look, "warning")
        self.again = QFrame()
        self.replace, self.another = _minor("Take the new reading in its place", "Alt+R"), _minor("Add as another list")
        self.ticks = [_minor("All", "Alt+A"), _minor("None", "Alt+N"), _minor("As proposed", "Alt+P")]
        self.find_ = _minor("Find", "Ctrl+F")
        self.add = KeyButton("Add", "Return", "primary", "Bring the ticked lines into the review")
        self.leave = KeyButton("Leave out", "Escape", "", "Go on without this document; nothing is changed")
        self.add_all = KeyButton("Add all as proposed", "Ctrl+Shift+Return", "", "Those that need a look stay")
        self.count, self._which, self._kind = label("", "strong", wrap=True), ElidedLabel("strong"), label("", "quiet")
        self._tick = label("Tick", "quiet")
        self._earlier = label("", wrap=True)
        self._arrange()
        self._connect()
        self.show_paper(None)

    @property
    def paper(self) -> Paper | None:
        """The document that is shown."""
        return self.view.lines.paper

    @property
    def changes(self) -> str:
        """What is said of an earlier reading."""
        return "" if self.again.isHidden() else self._earlier.text()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def show_paper(self, paper: Paper | None, at: int = 1, of: int = 1) -> None:
        """Show another document, the `at`th of `of`, or none."""
        if paper is not self.paper:
            self.view.show_paper(paper)
        self.refusal.say("")
        if not paper:
            self.add.setEnabled(False)
            return
        self._show_name(paper, at, of)
        for edit, text in ((self.title, paper.title), (self.date, paper.date), (self.link, paper.url)):
            with QSignalBlocker(edit):
                edit.show_text(text)
            edit.setEnabled(not paper.is_fixed)
        sentence = paper.refusal
        self.nothing.say(sentence if paper.is_unread or not sentence else f"{sentence}. {_HINT}")
        self.add_all.setVisible(of - at > 0 and not paper.kept)
        self.choices.show_choices(paper)
        self.show_standing(rows_changed=False)

    def _show_name(self, paper: Paper, at: int, of: int) -> None:
        name = words.isolate(paper.shown.file)
        self._which.setText(f"{at:,} of {of:,}:  {name}" if of > 1 else name)
        self._which.set_side(self.isRightToLeft())
        self._kind.setText(paper.shown.format)

    def _show_verbs(self, paper: Paper) -> None:
        """Offer what can be done with a document."""
        for widget in (self.add, self._tick, *self.ticks):
            widget.setVisible(not paper.is_fixed)
        self.leave.set_text("Back" if paper.kept else "Leave out")

    def show_standing(self, *, rows_changed: bool) -> None:
        """Show how the document stands to the review."""
        paper = self.paper
        if not paper:
            return
        if rows_changed and self.again.isHidden():
            self.view.show_paper(paper)
        elif rows_changed:
            self.view.show_rows()
        else:
            self.view.lines.repaint()
        self._show_verbs(paper)
        said = _said_before(paper)
        self._earlier.setText(said)
        self.again.setVisible(bool(said))
        for button, on in ((self.replace, not paper.as_another), (self.another, paper.as_another)):
            button.setVisible(paper.standing.earlier is not None)
            button.setChecked(on)
        self._count()
        if self.strip.isVisible():
            self._find(self.strip.field.text(), going=False)

    def refuse(self, sentences: Sequence[str]) -> None:
        """Say why files could not be read or a choice not be followed."""
        self.refusal.say("\n".join(sentences))

    def take_focus(self) -> None:
        """Put the focus on the lines."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def perform(self, command: Command, _number: int = 0) -> None:
        """Nothing here is done by a key of the window's own."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the document on Return, leave it on Escape; Return on a button presses that."""
        held = self.focusWidget()
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and isinstance(held, QPushButton):
            held.click()
        elif is_return:
            self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self.left_out.emit()
        else:
            super().keyPressEvent(event)

    def _count(self) -> None:
        paper = self.paper
        if paper:
            self.count.setText(told.of_ticks(paper))
            can = paper.ticked and not paper.standing.already
            taken = words.count(len(paper.ticked), "signature") if can else ""
            self.add.set_text(f"{'Take' if paper.replaces else 'Add'} {taken}".strip())
            self.add.setEnabled(paper.is_ready)
            self.add.updateGeometry()

    # --- what is done ------------------------------------------------------------------------------------------------

    def _take(self) -> None:
        if self.paper and self.paper.is_ready:
            self.taken.emit()

    def _note_ticks(self) -> None:
        self._count()
        if self.paper and self.paper.standing.earlier:
            self.edited.emit()

    def _edit(self) -> None:
        if self.paper:
            self.paper.title, self.paper.date, self.paper.url = self.title.text(), self.date.text(), self.link.text()
            self.edited.emit()

    def _choose(self, another: bool) -> None:
        paper = self.paper
        if paper and paper.standing.earlier:
            paper.as_another = another
            paper.stand(paper.standing)
            self.show_standing(rows_changed=True)
            self.take_focus()

    def _find(self, wanted: str, *, going: bool = True) -> None:
        self.view.look_for(wanted, going=going)
        self._tell_found()

    def _tell_found(self) -> None:
        self.strip.show_found(*self.view.found)

    # --- putting together --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        frame = panel()
        self.date.setFixedWidth(_DATE_WIDTH)
        head = row(spacing=TIGHT)
        head.addWidget(self._which, 1)
        head.addStrut(_HEAD_HEIGHT)
        head.addWidget(self._kind)
        head.addWidget(self.choices)
        facts = row(spacing=TIGHT)
        for text, edit, share in (("T&itle", self.title, 3), ("Da&te", self.date, 0), ("Lin&k", self.link, 2)):
            facts.addWidget(_buddy(text, edit))
            facts.addWidget(edit, share)
        self.again.setProperty("tone", "boxed")
        again = row(spacing=TIGHT)
        again.setContentsMargins(SNUG, TIGHT, TIGHT, TIGHT)
        again.addWidget(self._earlier, 1)
        again.addWidget(self.replace)
        again.addWidget(self.another)
        self.again.setLayout(again)
        inside = column(frame, SNUG, TIGHT)
        inside.addLayout(head)
        inside.addLayout(facts)
        for notice in (self.refusal, self.nothing, self.again):
            inside.addWidget(notice)
        ticking = row(self.count, self.find_, spacing=HAIR)
        ticking.setStretch(0, 1)
        ticking.addSpacing(GAP)
        for widget in (self._tick, *self.ticks):
            ticking.addWidget(widget)
        inside.addLayout(ticking)
        inside.addWidget(self.strip)
        inside.addWidget(self.view, 1)
        inside.addLayout(row(self.add, self.leave, None, self.add_all, spacing=GAP))
        column(self).addWidget(frame)
        chosen = self.choices
        choices = (chosen.sheet, chosen.column, chosen.header, chosen.encoding, chosen.other)
        facts_ = (self.title, self.date, self.link, self.replace, self.another)
        lines = (self.find_, *self.ticks, self.strip.field, *self.strip.steps, self.view)
        for one, other in pairwise((*choices, *facts_, *lines, self.add, self.leave, self.add_all)):
            self.setTabOrder(one, other)

    def _connect(self) -> None:
        self.view.lines.ticked.connect(self._note_ticks)
        self.choices.asked.connect(self.read_asked)
        self.choices.left.connect(self.take_focus)
        self.strip.typed.connect(self._find)
        self.strip.next_asked.connect(self.view.step_found)
        self.strip.left.connect(self.take_focus)
        self.view.selectionModel().currentChanged.connect(lambda _now, _before: self._tell_found())
        self.find_.clicked.connect(self.strip.begin)
        self._key("Ctrl+F", self.strip.begin)
        verbs: Sequence[tuple[Callable[[Paper], None], str]] = (
            (Paper.tick_all, "Alt+A"),
            (Paper.untick_all, "Alt+N"),
            (Paper.tick_proposed, "Alt+P"),
        )
        for button, (verb, key) in zip(self.ticks, verbs, strict=True):
            button.clicked.connect(lambda _checked=False, verb=verb: self.view.lines.change(verb))
            self._key(key, button.click)
        for button, another in ((self.replace, False), (self.another, True)):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked=False, another=another: self._choose(another))
        self._key("Ctrl+Z", lambda: self.view.lines.change(Paper.undo))
        self._key("Alt+R", lambda: self._choose(not (self.paper and self.paper.as_another)))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._key(keys, self._take)
        self._key("Ctrl+Shift+Return", self.add_all.click)
        self.add.clicked.connect(self._take)
        self.leave.clicked.connect(self.left_out)
        self.add_all.clicked.connect(self.all_taken)
        for edit in (self.title, self.date, self.link):
            edit.setAcceptDrops(False)  # a file dropped here is a list, no title
            edit.textChanged.connect(self._edit)
            edit.left.connect(self.take_focus)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)


def _said_before(paper: Paper) -> str:
    """Return what is said of the list that a document was, or is an earlier state of."""
    if paper.kept:
        return standing.of_kept(paper.kept, len(paper.ticked))
    changes = paper.standing.changes
    apart = changes and changes.respelled and not paper.as_another
    return f"{standing.of_earlier(paper.standing)} {_APART}" if apart else standing.of_earlier(paper.standing)


def _buddy(text: str, edit: NameEdit) -> QLabel:
    """Return the label of a field, with the letter that leads to it."""
    made = label(text, "quiet")
    made.setBuddy(edit)
    return made


def _minor(text: str, key: str = "") -> Button:
    button = Button(f"{text}  {key}" if key else text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tone(button, "minor")
    if key:
        button.setToolTip(plain_tooltip(f"{text} ({key})"))
    return button

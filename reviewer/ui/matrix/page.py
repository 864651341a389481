"""Who signed what, as a picture: entries by statements, or what each two statements share."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from reviewer.errors import Cancelled
from reviewer.matrix import Matrix, matrix
from reviewer.model import Entry, Progress, Source
from reviewer.ui.matrix.grids import OverlapGrid, SignedGrid
from reviewer.ui.matrix.view import MatrixView
from reviewer.ui.parts import spoken, words
from reviewer.ui.parts.background import Runner
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.empty_state import EmptyState
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import GAP, SNUG, TIGHT
from reviewer.ui.parts.pieces import Button, ElidedLabel, KeyButton, column, label, panel, plain_tooltip, row, set_tone

_LEAST = (1, 2, 3, 4, 5, 10, 20, 50, 100)
"""How many statements an entry must have signed to be shown: what there is to choose from."""

_WORKING = "Working it out…"
_CALM = 150  # milliseconds of work before it is told: less would only flicker
_HEARD = 1000  # entries between two looks at whether to stop

_NUMBERS = "numbers are lines"
_SHARES = "numbers are entries that signed both"

_SIZES = (
    ("−", -1, "Smaller cells (Ctrl+−)"),
    ("+", 1, "Larger cells (Ctrl++)"),
    ("Fit", 0, "Fit the columns into the window (Ctrl+0)"),
)


class MatrixPage(QWidget):
    """Two pictures, one at a time: `signed` has entries and statements, `overlap` statements alone.

    Says `entry_asked` (entry) to have it opened, `save_asked` ("png", "svg" or the name of an export format),
    `open_asked` for more lists, and `faulted` (exception) on a fault of ours.
    """

    entry_asked = Signal(object)
    save_asked = Signal(str)
    open_asked = Signal()
    faulted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("page")
        self._all = self._rows = matrix((), ())
        self._runner, self._calm = Runner(self), QTimer(self)
        self._is_fresh = False
        self._least = 1
        self._pair: tuple[str, ...] = ()
        self.signed, self.overlap = MatrixView(look), MatrixView(look)
        self.tabs = [_minor("Entries and statements"), _minor("What statements share")]
        self.filter, self.save = Button(), Button("Save ▾")
        self.sizes = [_minor(text, tip) for text, _, tip in _SIZES]
        self.back = Button("Show all entries")
        self.enter = KeyButton("Open the entry", "Return")
        self.empty = EmptyState()
        self._count, self._narrowed = ElidedLabel("quiet"), label("", wrap=True)
        self._of, self._sentence = ElidedLabel("strong"), ElidedLabel("quiet")
        self._arrange()
        self._connect()
        self._show()

    @property
    def view(self) -> MatrixView:
        """The picture in view."""
        return self.signed if self.tabs[0].isChecked() else self.overlap

    @property
    def told(self) -> str:
        """What is said of all that is shown, or that it is under way."""
        return self._count.text() or self.view.waiting

    @property
    def facts(self) -> tuple[str, str]:
        """What is said of the cell in hand: of what, and the sentence."""
        return self._of.text(), self._sentence.text()

    def work_out(self, entries: Callable[[], Iterable[Entry]], sources: Sequence[Source]) -> None:
        """Show other entries and lists once it is worked out in another thread, where `entries` is called.

        Till then what there was is shown, unless it speaks of other lists. Does nothing where nothing was forgotten.
        """
        if self._is_fresh:
            return
        self._is_fresh = True
        if len(sources) < 2:
            self.show_matrix(matrix((), sources))
            return
        self._calm.start()
        self._runner.run(lambda progress: matrix(_heard(entries(), progress), sources), self._done, self._failed)
        if not {s.id for s in sources} & {s.id for s in self._all.sources}:
            self.show_matrix(matrix((), ()))

    def forget(self) -> None:
        """Note that something changed: what is under way is dropped, and the next `work_out` begins anew."""
        self._is_fresh = False
        self._runner.cancel()

    def stop(self) -> None:
        """Stop all threads: before the window goes."""
        self._runner.stop()

    @property
    def is_working(self) -> bool:
        """Whether it is being worked out."""
        return self._runner.is_busy

    def show_matrix(self, shown: Matrix) -> None:
        """Show another matrix."""
        self._all = shown
        self._show()

    def picture(self, kind: str) -> Callable[[], bytes]:
        """Return what makes the picture in view, all of it, "png" or "svg"; see `MatrixView.saved`."""
        return self.view.saved(kind)

    def perform(self, command: Command, _number: int = 0) -> None:
        """Nothing here is done by a key of the window's own."""

    def take_focus(self) -> None:
        """Put the focus on the picture, or on the way out of an empty page."""
        is_empty = self._stack.currentWidget() is self.empty
        there = self.empty.findChildren(QPushButton)[-1] if is_empty else self.view
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is shown -----------------------------------------------------------------------------------------------

    def _show(self) -> None:
        """Show the rows asked for; what was asked of lists or entries that are gone is forgotten."""
        ids = [source.id for source in self._all.sources]
        self._rows = self._all.at_least(self._least)
        if self._least > 1 and not self._rows.entries:
            self._least, self._rows = 1, self._all
        if self._pair and set(self._pair) <= set(ids):
            self._rows = self._all.signed_both(*map(ids.index, self._pair))
        else:
            self._pair = ()
        self._stack.setCurrentWidget(self._work if len(ids) > 1 or self.is_working else self.empty)
        self._say()
        self.signed.show_grid(SignedGrid(self._rows))
        self.overlap.show_grid(OverlapGrid(self._all))
        self._tell("", "")
        self.view.tell()

    def _done(self, made: Matrix) -> None:
        """Show what was worked out, and go there where the focus was on an empty page."""
        self._rest()
        held = self.empty.isAncestorOf(QApplication.focusWidget() or self)
        self.show_matrix(made)
        if held:
            self.take_focus()

    def _failed(self, error: Exception) -> None:
        if not self.is_working:
            self._rest()
        if not isinstance(error, Cancelled):
            self._is_fresh = False
            self.faulted.emit(error)

    def _wait(self) -> None:
        """Say that it takes a while, beside what is shown or in its place."""
        self._count.setText(_WORKING if self._all.sources else "")
        for view in (self.signed, self.overlap):
            view.wait(_WORKING)
        spoken.say(self.view, _WORKING)

    def _rest(self) -> None:
        self._calm.stop()
        for view in (self.signed, self.overlap):
            view.wait("")
        self._say()

    def _say(self) -> None:
        """Put into words what is shown."""
        signed = self.tabs[0].isChecked()
        entries = words.count(len(self._rows.entries), "entry", "entries")
        statements = words.count(len(self._all.sources), "statement")
        self._views.setCurrentWidget(self.view)
        told = f"{entries}, {statements}; {_NUMBERS}" if signed else f"{statements}; {_SHARES}"
        self._count.setText(told if self._all.sources else "")
        self._count.set_side(self.isRightToLeft())
        self.filter.setText(f"{_asked(self._least)} ▾")
        self.filter.setVisible(signed and not self._pair)
        self._notice.setVisible(signed and bool(self._pair))
        if self._pair:
            titles = [words.quoted(words.shortened(s.title)) for s in self._all.sources if s.id in self._pair]
            self._narrowed.setText(f"{entries} signed {'both ' if len(titles) > 1 else ''}{' and '.join(titles)}.")
        for button in (self.save, self.enter):
            button.setEnabled(bool(self._all.sources))
        self.enter.set_text("Open the entry" if signed else "Show who signed")
        nothing = _nothing(len(self._all.sources))
        if self.empty.text != "\n".join(nothing):  # its button may have the focus, and is made anew
            self.empty.say(*nothing, steps=[("Add lists…", self.open_asked.emit)])

    # --- what is done ------------------------------------------------------------------------------------------------

    def _turn(self, tab: int) -> None:
        """Show one of the pictures and go there."""
        self.tabs[tab].setChecked(True)
        self._say()
        self.view.tell()
        self.take_focus()

    def _open(self, row_: int, _column: int) -> None:
        if row_ < len(self._rows.entries):
            self.entry_asked.emit(self._rows.entries[row_])

    def _narrow(self, one: int, other: int) -> None:
        """Show the entries that signed two statements, or the one."""
        if self._all.shared[one, other]:
            self._pair = tuple(self._all.sources[i].id for i in (one, other))
            self._show()
            self._turn(0)

    def _show_all(self) -> None:
        self._pair = ()
        self._show()
        self.take_focus()

    def _ask_least(self, least: int) -> None:
        self._least = least
        self._show()
        self.take_focus()

    def _offer_least(self) -> None:
        """Fill the menu with what there is: how many entries signed so many statements."""
        self._menu.clear()
        for least in _LEAST:
            number = self._all.number_at_least(least)
            if number:
                action = self._menu.addAction(words.in_order(f"{_asked(least)}  ({number:,})"))
                action.setCheckable(True)
                action.setChecked(least == self._least)
                action.triggered.connect(lambda _checked=False, least=least: self._ask_least(least))

    # --- putting together --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._stack, self._views, self._work, self._notice = QStackedWidget(), QStackedWidget(), panel(), QFrame()
        self._views.addWidget(self.signed)
        self._views.addWidget(self.overlap)
        self._notice.setProperty("tone", "boxed")
        inside = row(spacing=SNUG)
        inside.setContentsMargins(SNUG, TIGHT, TIGHT, TIGHT)
        inside.addWidget(self._narrowed, 1)
        inside.addWidget(self.back)
        self._notice.setLayout(inside)
        head = row(*self.tabs, spacing=TIGHT)
        head.addWidget(self._count, 1)
        for widget in (self.filter, *self.sizes, self.save):
            head.addWidget(widget)
        foot = row(spacing=GAP)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._of)
        told.addWidget(self._sentence)
        foot.addLayout(told, 1)
        foot.addWidget(self.enter)
        layout = column(self._work, SNUG, TIGHT)
        layout.addLayout(head)
        layout.addWidget(self._notice)
        layout.addWidget(self._views, 1)
        layout.addLayout(foot)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self.empty)
        column(self).addWidget(self._stack)
        order = (*self.tabs, self.filter, *self.sizes, self.save, self.back, self.signed, self.overlap, self.enter)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._wait)
        for i, tab in enumerate(self.tabs):
            tab.setCheckable(True)
            tab.setAutoExclusive(True)
            tab.clicked.connect(lambda _checked=False, i=i: self._turn(i))
        self.tabs[0].setChecked(True)
        for button, (_, steps, _tip) in zip(self.sizes, _SIZES, strict=True):
            button.clicked.connect(lambda _checked=False, steps=steps: self.view.zoom(steps))
        self.signed.entered.connect(self._open)
        self.overlap.entered.connect(self._narrow)
        for view in (self.signed, self.overlap):
            view.told.connect(self._tell)
        self.back.clicked.connect(self._show_all)
        self.enter.clicked.connect(lambda: self.view.entered.emit(*self.view.spot))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._offer_least)
        self.filter.setMenu(self._menu)
        self.filter.setToolTip(plain_tooltip("Show only entries that signed more than one statement"))
        self._offer_ways()

    def _offer_ways(self) -> None:
        menu = QMenu(self)
        for text, kind in (("Picture (PNG)…", "png"), ("Picture, sharp at any size (SVG)…", "svg")):
            menu.addAction(words.in_order(text)).triggered.connect(
                lambda _checked=False, kind=kind: self.save_asked.emit(kind)
            )
        table = menu.addAction(words.in_order("The table behind it (CSV)…"))
        table.triggered.connect(lambda: self.save_asked.emit("matrix" if self.tabs[0].isChecked() else "overlap"))
        self.save.setMenu(menu)
        self.save.setToolTip(plain_tooltip("Save the picture or the table behind it"))

    def _tell(self, of: str, sentence: str) -> None:
        for line, text in ((self._of, of), (self._sentence, sentence)):
            line.setText(text)
            line.set_side(self.isRightToLeft())


def _heard(entries: Iterable[Entry], progress: Progress) -> Iterator[Entry]:
    """Yield entries, and stop where nobody waits for them any more."""
    for number, entry in enumerate(entries):
        if number % _HEARD == 0:
            progress(_WORKING, 0.0)
        yield entry


def _asked(least: int) -> str:
    return "All entries" if least == 1 else f"Signed at least {least} statements"


def _nothing(lists: int) -> tuple[str, str]:
    """Return what an empty page says."""
    if lists == 1:
        return "Two lists are needed to compare", "Everybody in one list signed it. Add another one."
    return "No lists", "Add lists to see who signed what."


def _minor(text: str, tip: str = "") -> QPushButton:
    button = Button(text)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_tone(button, "minor")
    if tip:
        button.setToolTip(plain_tooltip(tip))
        button.setAccessibleName(tip.split(" (")[0])
    return button

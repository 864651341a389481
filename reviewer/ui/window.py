"""The window: its frame, and its pages, each made and wired to the desk when it is first turned to."""

from collections.abc import Iterable
from functools import cached_property
from importlib import import_module
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QWidget

from reviewer.model import Name, Verdict
from reviewer.ui.actions import Actions
from reviewer.ui.cards.question_page import QuestionPage
from reviewer.ui.desk import Desk
from reviewer.ui.doing import Doing
from reviewer.ui.memory import Memory
from reviewer.ui.menus import fill_bar
from reviewer.ui.parts.commands import Command
from reviewer.ui.parts.facts import CardFacts, SpellingFacts
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import GAP
from reviewer.ui.parts.pieces import column
from reviewer.ui.showing import PAGES, REVIEW, Showing
from reviewer.ui.status_line import StatusLine
from reviewer.ui.top_bar import TopBar

if TYPE_CHECKING:
    from reviewer.ui.cards.card_panel import CardPanel
    from reviewer.ui.cards.filter_strip import FilterStrip
    from reviewer.ui.cards.spelling_panel import SpellingPanel
    from reviewer.ui.entries.entries_page import EntriesPage
    from reviewer.ui.lists.arrivals import Arrivals
    from reviewer.ui.lists.lists_page import ListsPage
    from reviewer.ui.lists.paper import Paper
    from reviewer.ui.lists.preview_page import PreviewPage
    from reviewer.ui.matrix.page import MatrixPage
    from reviewer.ui.start_page import StartPage

Page = TypeVar("Page", bound=QWidget)

_PAINTED, _SETTLED = 30, 300
"""Milliseconds after which a window that is shown has been painted, and is at rest."""
_IDLE = 300
"""Milliseconds without a key or a click after which a page is made ahead."""
_OF_ENTRIES, _OF_CARD = "reviewer.ui.entries.entries_page", "reviewer.ui.cards.card_panel"
_AHEAD = ("spellings", "spellings.card", "strip", _OF_ENTRIES, "entries", "lists", "arrivals", "preview", "matrix")
"""What is made ahead, bit by bit; a module by itself where with what is made of it, it would be one long stop."""
_AT_WORK = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Window(QMainWindow):
    """The main window of one desk. `showing` turns and fills its pages, `doing` performs its commands."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__()
        self.desk, self.memory = desk, memory
        self.look = Look(memory.theme)
        self.status, self.stack = StatusLine(), QStackedWidget()
        self.showing, self.doing = Showing(self), Doing(self)
        self.actions_ = Actions(self, PAGES, self.perform)
        self.top = TopBar(PAGES)
        self._splitters: dict[str, QSplitter] = {}
        self._dress()
        self._arrange()
        self._connect()
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._settle)
        self._ahead = QTimer(self, singleShot=True, interval=_IDLE)
        self._ahead.timeout.connect(self._make_ahead)
        self._left_to_make = list(_AHEAD)
        memory.restore(self)
        desk.begin()

    def open(self, paths: Iterable[Path]) -> None:
        """Open lists and projects."""
        self.desk.open(list(paths))

    def show_page(self, page: int) -> None:
        """Open a page and go to where one works on it."""
        self.showing.show_page(page)

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key or a menu asks for; `number` counts from 1, 0 where the command has none."""
        self.doing.perform(command, number)

    def made(self, part: str) -> bool:
        """Tell whether a page, or another part that is made when first asked for, is there."""
        return part in vars(self)

    # --- pages and what stands on them, made when first asked for ----------------------------------------------------

    @cached_property
    def start(self) -> "StartPage":
        """What one sees with nothing open."""
        from reviewer.ui.start_page import StartPage

        page = self._add(StartPage(self.look))
        page.open_asked.connect(self.doing.ask_open)
        page.example_asked.connect(self.doing.open_example)
        page.draft_asked.connect(lambda path: self.open([path]))
        return page

    @cached_property
    def review(self) -> QuestionPage[CardFacts]:
        """The questions about names."""
        page: QuestionPage[CardFacts] = self._add(QuestionPage(self.look, lambda: self.card))
        page.shown.connect(lambda tab: self.showing.follow(page, tab))
        self._remember("review", page.splitter)
        return page

    @cached_property
    def card(self) -> "CardPanel":
        """One question about names."""
        from reviewer.ui.cards.card_panel import CardPanel

        panel = CardPanel(self.look)
        panel.ticked.connect(self.showing.show_effect)
        panel.entry_asked.connect(self.showing.show_entry_of)
        panel.decided.connect(self._decide)
        panel.withdrawn.connect(self.desk.withdraw)
        panel.undo_asked.connect(self.desk.undo)
        return panel

    @cached_property
    def strip(self) -> "FilterStrip":
        """What narrows and orders the questions about names."""
        from reviewer.ui.cards.filter_strip import FilterStrip

        strip = FilterStrip(self.look)
        self.review.queue.add_strip(strip)
        strip.viewed.connect(self.showing.narrow)
        strip.left.connect(self.review.take_focus)
        return strip

    @cached_property
    def spellings(self) -> QuestionPage[SpellingFacts]:
        """The questions about spellings."""
        page: QuestionPage[SpellingFacts] = self._add(QuestionPage(self.look, lambda: self.spelling))
        page.shown.connect(lambda tab: self.showing.follow(page, tab))
        self._remember("spellings", page.splitter)
        return page

    @cached_property
    def spelling(self) -> "SpellingPanel":
        """One question about spellings."""
        from reviewer.ui.cards.spelling_panel import SpellingPanel

        panel = SpellingPanel(self.look)
        panel.decided.connect(self.desk.decide_spelling)
        panel.withdrawn.connect(self.desk.withdraw)
        panel.undo_asked.connect(self.desk.undo)
        return panel

    @cached_property
    def entries(self) -> "EntriesPage":
        """All entries."""
        from reviewer.ui.entries.entries_page import EntriesPage

        page = self._add(EntriesPage(self.look))
        page.renamed.connect(self.desk.rename)
        page.noted.connect(self.desk.write_note)
        page.flagged.connect(self.desk.set_flag)
        page.taken_out.connect(self.desk.split_off)
        page.judged.connect(self.desk.judge)
        page.question_asked.connect(self.showing.show_question)
        self.top.find_field.entered.connect(page.take_focus)
        self._remember("entries", page.splitter)
        return page

    @cached_property
    def lists(self) -> "ListsPage":
        """The lists of the review."""
        from reviewer.ui.lists.lists_page import ListsPage

        page = self._add(ListsPage(self.look))
        page.removed.connect(self.desk.remove)
        page.open_asked.connect(self.doing.ask_open)
        page.look_asked.connect(self.doing.look_again)
        return page

    @cached_property
    def matrix(self) -> "MatrixPage":
        """Who signed what."""
        from reviewer.ui.matrix.page import MatrixPage

        page = self._add(MatrixPage(self.look))
        page.entry_asked.connect(self.showing.show_entry)
        page.save_asked.connect(self.doing.ask_save)
        page.open_asked.connect(self.doing.ask_open)
        page.faulted.connect(self.doing.show_fault)
        return page

    @cached_property
    def preview(self) -> "PreviewPage":
        """A document before any of it counts."""
        from reviewer.ui.lists.preview_page import PreviewPage

        page, arrivals = self._add(PreviewPage(self.look)), self.arrivals
        arrivals.stood.connect(lambda rows_changed: page.show_standing(rows_changed=rows_changed))
        page.taken.connect(arrivals.take)
        page.all_taken.connect(arrivals.take_all)
        page.left_out.connect(arrivals.leave_out)
        page.read_asked.connect(arrivals.read_with)
        page.edited.connect(arrivals.compare_soon)
        return page

    @cached_property
    def arrivals(self) -> "Arrivals":
        """The documents on their way into the review."""
        from reviewer.ui.lists.arrivals import Arrivals

        arrivals = Arrivals(self)
        arrivals.changed.connect(self.showing.show_paper)
        arrivals.refused.connect(self.showing.refuse_files)
        arrivals.projects_found.connect(self.open)
        arrivals.finished.connect(self.desk.bring)
        arrivals.said.connect(self.status.say)
        arrivals.working.connect(self.showing.show_work)
        arrivals.rested.connect(lambda: self.status.show_work(""))
        arrivals.faulted.connect(self.doing.show_fault)
        self.status.cancelled.connect(arrivals.cancel)
        arrivals.meet(self.desk.review.sources if self.desk.review else ())
        return arrivals

    @property
    def paper(self) -> "Paper | None":
        """The document that waits to be looked at."""
        return self.arrivals.paper if self.made("arrivals") else None

    def _add(self, page: Page) -> Page:
        self.stack.addWidget(page)
        return page

    def _remember(self, name: str, splitter: QSplitter) -> None:
        """Put a splitter to where it was left, and remember it when the window goes."""
        self._splitters[name] = splitter
        self.memory.restore_splitter(name, splitter)

    def _decide(self, verdict: Verdict, names: tuple[Name, ...], preferred: str, note: str) -> None:
        if self.card.facts:
            self.desk.decide(verdict, names, self.card.facts.score, preferred, note)

    # --- the frame ---------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        fill_bar(self, self.actions_, self.look, self.doing.recent, lambda path: self.open([path]), self.doing.is_on)
        self.stack.setContentsMargins(GAP, 0, GAP, 0)
        middle = QWidget()
        layout = column(middle, 0, 0)
        layout.addWidget(self.top)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 560)
        self.resize(QSize(1366, 768).boundedTo(self.screen().availableSize()))
        self.top.show_page(REVIEW)

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(self.showing.refresh)
        desk.changed.connect(lambda: QTimer.singleShot(_PAINTED, self, self._expect_card))
        desk.changed.connect(self._begin_ahead)
        desk.said.connect(self.status.say)
        desk.refused.connect(self.showing.refuse)
        desk.nameless.connect(lambda paths: self.arrivals.look(paths))
        desk.brought.connect(lambda arrivals: self.memory.whereabouts.note(arrivals))
        desk.working.connect(self.showing.show_work)
        desk.rested.connect(lambda: self.status.show_work(""))
        desk.faulted.connect(self.doing.show_fault)
        self.status.cancelled.connect(desk.cancel)
        self.look.changed.connect(self._dress)
        self.look.changed.connect(self._show_icon)
        self.top.picked.connect(self.showing.show_page)
        self.top.find_asked.connect(self.showing.find_name)
        self.top.find_field.left.connect(self.showing.leave_find)
        self.top.export_asked.connect(self.doing.ask_export)

    def _dress(self) -> None:
        self.look.dress(self)

    def _expect_card(self) -> None:
        """Make the panel of the first card while it is looked for: with its answer it would be one long stop."""
        if self.desk.is_matching and not self.made("card"):
            self._make(_OF_CARD)
            QTimer.singleShot(_PAINTED, self, lambda: self._make("review.card"))
            QTimer.singleShot(2 * _PAINTED, self, self.review.queue.prepare)

    def _begin_ahead(self) -> None:
        """Begin to make pages ahead when the first card is there."""
        if self._left_to_make and self.isVisible() and self.made("card") and self.review.has_card:
            self.windowHandle().installEventFilter(self)  # what comes from outside; to hear all there is slows each key
            self._ahead.start()

    def _make_ahead(self) -> None:
        """Make the next page while nobody does anything: when it is first turned to one would wait for it."""
        self._make(self._left_to_make.pop(0))
        if self._left_to_make:
            self._ahead.start()
        else:
            self.windowHandle().removeEventFilter(self)

    def _make(self, part: str) -> None:
        """Make a part of the window, or load the module that it comes from."""
        if part.startswith("reviewer."):
            import_module(part)
        else:
            attrgetter(part)(self)

    def _settle(self) -> None:
        """Do what nobody misses while the window appears."""
        self._show_icon()
        self.status.speak()
        self.desk.load()

    def _show_icon(self) -> None:
        from reviewer.ui.parts.icons import icon

        self.setWindowIcon(icon("reviewer", self.look.colour("same"), 64))

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make nothing ahead while somebody is at work."""
        if event.type() in _AT_WORK:
            self._ahead.start()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Do in a moment what can wait until the window is there."""
        super().showEvent(event)
        QTimer.singleShot(_PAINTED, self, self._expect_card)
        self._settling.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at files."""
        self.doing.look_at_files(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On Escape cancel what runs in the background, or show all entries again, where it means nothing nearer."""
        if event.key() != Qt.Key.Key_Escape or not (self.status.cancel() or self.showing.widen()):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything in order. Nothing is asked: every decision is on the disk already."""
        self._settling.stop()
        self._ahead.stop()
        self.memory.save(self, self._splitters, self.look.theme)
        self.hide()
        if self.made("arrivals"):
            self.arrivals.stop()
        if self.made("matrix"):
            self.matrix.stop()
        self.desk.shut()
        super().closeEvent(event)

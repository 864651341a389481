"""The window: puts panels and desk together, and shows fresh values when the desk says that something changed."""

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reviewer.export import FORMATS
from reviewer.model import Name, Source, Verdict
from reviewer.reading import Options
from reviewer.resources import resource
from reviewer.review import Review
from reviewer.ui import dialogs, empty_text, facts, questions, words
from reviewer.ui.actions import Actions
from reviewer.ui.arrivals import Arrivals
from reviewer.ui.batch_sheet import BatchSheet
from reviewer.ui.card_panel import CardPanel
from reviewer.ui.commands import ON_CARDS, Command
from reviewer.ui.desk import Desk
from reviewer.ui.empty_state import Step
from reviewer.ui.empty_text import Situation
from reviewer.ui.entries_page import EntriesPage
from reviewer.ui.facts import CardFacts, SpellingFacts
from reviewer.ui.fault import FaultWindow
from reviewer.ui.filter_strip import FilterStrip
from reviewer.ui.icons import icon
from reviewer.ui.key_sheet import KeySheet
from reviewer.ui.lists_page import ListsPage
from reviewer.ui.look import Look
from reviewer.ui.memory import Memory
from reviewer.ui.palette import GAP
from reviewer.ui.pieces import column
from reviewer.ui.preview_page import PreviewPage
from reviewer.ui.question_page import DONE, NOT_SURE, TO_REVIEW, QuestionPage
from reviewer.ui.spelling_panel import SpellingPanel
from reviewer.ui.start_page import StartPage, describe
from reviewer.ui.status_line import StatusLine
from reviewer.ui.top_bar import TopBar

PAGES = ("Review", "Spellings", "Entries", "Lists", "Who signed what")
REVIEW, SPELLINGS, ENTRIES, LISTS, MATRIX = range(5)
PROGRAM = "Signatory Reviewer"

if TYPE_CHECKING:
    from reviewer.ui.matrix_page import MatrixPage

    _Page: TypeAlias = QuestionPage[Any] | EntriesPage | ListsPage | MatrixPage | PreviewPage


class Window(QMainWindow):
    """The main window of one desk."""

    def __init__(self, desk: Desk, memory: Memory) -> None:
        super().__init__()
        self.desk, self._memory = desk, memory
        self.look = Look(memory.theme)
        self.card, self.spelling = CardPanel(self.look), SpellingPanel(self.look)
        self.strip = FilterStrip(self.look)
        self.review: QuestionPage[CardFacts] = QuestionPage(self.look, self.card, self.card, self.strip)
        self.spellings: QuestionPage[SpellingFacts] = QuestionPage(self.look, self.spelling, self.spelling)
        self.entries, self.lists = EntriesPage(self.look), ListsPage(self.look)
        self.preview, self.arrivals = PreviewPage(self.look), Arrivals(self)
        self.start = StartPage(self.look)
        self.status = StatusLine()
        self.actions_ = Actions(self, self.perform)
        self.top = TopBar(self.look, PAGES, self.actions_.menu(self.look))
        self._pages: dict[int, _Page] = dict(enumerate((self.review, self.spellings, self.entries, self.lists)))
        self._page = REVIEW
        self._before_find = self._before_paper = REVIEW
        self._scores_hidden = False
        self._arrange()
        self._connect()
        self._dress()
        self._memory.restore(self, self._splitters())
        self.refresh()
        self.start.take_focus()

    # --- what is shown -----------------------------------------------------------------------------------------------

    def refresh(self, about: frozenset[Name] = frozenset()) -> None:
        """Show everything as it is now; `about` are the names of what was just undone."""
        review = self.desk.review
        if self.arrivals.paper and not self.desk.project and self._page != LISTS:
            self.show_paper()
            self._before_paper = REVIEW
        self._turn(self._workspace if self.desk.project or self.arrivals.paper else self.start)
        self._hold(self.desk.is_opening)
        self.top.show_open(self.desk.project is not None)
        if review or not self.desk.project:
            self.arrivals.meet(review.sources if review else ())
        if review:
            self._show_page_values(review, about)
            self._show_counts(review)
        elif not self.desk.project:
            left = filter(None, map(describe, self._memory.left_behind()))
            self.start.show_start(list(left), self.desk.refusals)
            self.status.show_state(0, 0, "", "")
        for panel in (self.card, self.spelling):
            panel.show_undoable(self.desk.undoable)
        self.setWindowTitle(self._title())
        if self.desk.project and not self.desk.is_draft:
            self._memory.note_kept(self.desk.project.path)
        self._enable()

    def _hold(self, held: bool) -> None:
        """Keep hands off the pages while another thread has the review."""
        if self._page_stack.isEnabled() is held:
            self._page_stack.setEnabled(not held)
            if not held and self.desk.review:
                self._pages[self._page].take_focus()

    def _turn(self, side: QWidget) -> None:
        """Show the start page or the workspace, and go there."""
        turned = self._stack.currentWidget() is not side
        self._stack.setCurrentWidget(side)
        if turned and side is self.start:
            self.start.take_focus()

    def show_page(self, page: int) -> None:
        """Open a page and go to where one works on it."""
        if page == MATRIX:
            self._pages[page] = self.matrix
        self._page = page
        self.top.show_page(page)
        self._page_stack.setCurrentWidget(self._pages[page])
        if self.desk.review:
            self._show_page_values(self.desk.review)
            self._show_counts(self.desk.review)
        self._enable()
        self._pages[page].take_focus()

    def _show_page_values(self, review: Review, about: frozenset[Name] = frozenset()) -> None:
        """Fill the page that is looked at; the others are filled when they are."""
        if self._page == REVIEW:
            self.review.show_questions(questions.of_names(review, self.strip.view), about)
            if self.strip.isVisible():
                self.strip.show_scores([card.score for card in review.queue.to_review])
        elif self._page == SPELLINGS:
            self.spellings.show_questions(questions.of_spellings(review))
        elif self._page == ENTRIES:
            self.entries.show_entries(review.find, lambda entry: facts.of_entry(entry, review), review.forms())
        elif self._page == LISTS:
            self.lists.show_lists(review.sources, self.desk.refusals)
        elif self._page == MATRIX:
            self.matrix.show_matrix(review.register.entries(), review.sources)

    def _show_counts(self, review: Review) -> None:
        """Show how many there are of everything, and how far the page in hand is."""
        names, spellings = len(review.queue.to_review), len(review.spellings.to_review)
        self.top.show_counts((names, spellings, review.register.count, len(review.sources), None))
        if self._page == SPELLINGS:
            done, left = len(self.spellings.queue.items(DONE)), spellings + len(review.spellings.unsure)
        else:
            done, left = review.answered(), names + len(review.queue.unsure)
        signatures = sum(len(source.signatures) for source in review.sources)
        held = f"{words.count(len(review.sources), 'list')}, {words.count(signatures, 'name')}"
        self.status.show_state(done, done + left, self._saved(), held)

    def _saved(self) -> str:
        project = self.desk.project
        if not project:
            return ""
        return "Saved as a draft" if self.desk.is_draft else f"Saved in {words.isolate(project.path.name)}"

    def _title(self) -> str:
        project = self.desk.project
        if not project:
            return PROGRAM
        return f"{'Draft' if self.desk.is_draft else project.path.name} – {PROGRAM}"

    def _show_empty(self, page: QuestionPage[Any], tab: int) -> None:
        if not page.has_card:
            told = empty_text.of_names if page is self.review else empty_text.of_spellings
            working = self.desk.is_matching or self.desk.is_opening
            page.empty.say(*told(self._situation(page), tab), steps=self._steps(page, tab), working=working)

    def _situation(self, page: QuestionPage[Any]) -> Situation:
        sources = self.desk.review.sources if self.desk.review else ()
        return Situation(
            names=sum(len(source.signatures) for source in sources),
            lists=len(sources),
            done=len(page.queue.items(DONE)),
            unsure=len(page.queue.items(NOT_SURE)),
            is_opening=self.desk.is_opening,
            is_matching=self.desk.is_matching,
            was_cancelled=self.desk.match_cancelled,
            hidden=len(self.desk.review.queue.to_review) if self.desk.review else 0,
        )

    def _steps(self, page: QuestionPage[Any], tab: int) -> list[Step]:
        """Return what one may do next where a list is empty."""
        if self.desk.is_matching:
            return [("Cancel", self.desk.cancel)]
        if self.desk.match_cancelled:
            return [("Look for candidates", self.desk.match)]
        if page is self.review and tab == TO_REVIEW and self.strip.view.narrows:
            return [("Clear the filter", self.strip.clear)]
        if tab != TO_REVIEW:
            return [("Back to review", lambda: page.go_to(TO_REVIEW, 0))]
        if page is self.spellings:
            return [("Review names", lambda: self.show_page(REVIEW))]
        waiting = len(self.desk.review.spellings.to_review) if self.desk.review else 0
        spellings: list[Step] = [
            (words.count(waiting, "spelling waits", "spellings wait"), lambda: self.show_page(SPELLINGS))
        ]
        return [*(spellings if waiting else ()), ("Add lists…", self.ask_open), ("Export…", self.ask_export)]

    # --- what the reviewer does --------------------------------------------------------------------------------------

    def perform(self, command: Command, number: int = 0) -> None:
        """Do what a key or a menu asks for."""
        if command in ON_CARDS:
            if self.desk.ready():
                self._pages[self._page].perform(command, number)
        elif command is Command.PAGE:
            self.show_page(number - 1)
        else:
            self._performed[command]()

    def open(self, paths: Iterable[Path]) -> None:
        """Open lists and projects."""
        self.desk.open(list(paths))

    def open_example(self) -> None:
        """Open the lists that come with the program."""
        self.open(sorted(resource("examples").glob("*.json")))

    def ask_open(self) -> None:
        """Let the reviewer choose files to look at."""
        self.arrivals.look(dialogs.ask_files(self))

    def paste(self) -> None:
        """Look at what the clipboard holds: files, or a text with a list."""
        held = QGuiApplication.clipboard().mimeData()
        if held and held.hasUrls():
            self.arrivals.look(_files(held))
        elif held and (held.text().strip() or held.hasHtml()):
            self.arrivals.look_at_text(held.text(), held.html())
        else:
            self.status.say("There is no text to paste; copy the list first")

    def look_again(self, source: Source) -> None:
        """Show how a list was read, where its file is still to be found."""
        name, project = source.file or source.title, self.desk.project
        beside = (project.path.parent / source.file, Options()) if project and source.file else None
        found = self._memory.where_read(source.id) or (beside if beside and beside[0].is_file() else None)
        if found:
            self.arrivals.look_again(source, *found)
        else:
            self._refuse_files((f"Where {words.quoted(name)} was read is not known here: open it to look at it.",))

    def show_paper(self) -> None:
        """Show the document that waits in the place of the lists, or go back to where the reviewer was."""
        paper = self.arrivals.paper
        if paper and (self._page != LISTS or self._pages[LISTS] is self.lists):
            self._before_paper = self._page
        self._pages[LISTS] = self.preview if paper else self.lists
        self._turn(self._workspace if self.desk.project or paper else self.start)
        self.show_page(LISTS if paper else self._before_paper)
        self.preview.show_paper(paper, self.arrivals.at, self.arrivals.of)

    def ask_keep(self) -> None:
        """Let the reviewer choose a place for the review."""
        if self.desk.project and (path := dialogs.ask_place_of_review(self)):
            self.desk.keep_as(path)

    def ask_export(self) -> None:
        """Let the reviewer choose a format and a place to export to."""
        if self.desk.project and (chosen := dialogs.ask_export(self)):
            self.desk.export(*chosen)

    def ask_save(self, kind: str) -> None:
        """Let the reviewer choose a place for the matrix: "png", "svg", or the export format of the table behind it."""
        path = dialogs.ask_place_of_matrix(self, FORMATS[kind].suffix if kind in FORMATS else f".{kind}")
        if path and kind in FORMATS:
            self.desk.export(path, kind)
        elif path:
            self.desk.save(path, self.matrix.picture(kind))

    def show_entry(self, entry_id: str) -> None:
        """Open an entry on its page."""
        self.top.find_field.clear()
        self.show_page(ENTRIES)
        self.entries.go_to(entry_id)

    def ask_batch(self) -> None:
        """Show what could be accepted in one go."""
        if self.desk.review:
            sheet = BatchSheet(self, self.look, questions.for_batch(self.desk.review))
            sheet.accepted_all.connect(self.desk.accept)
            sheet.open()

    def toggle_scores(self) -> None:
        """Hide the scores of what waits, or show them again."""
        self._scores_hidden = not self._scores_hidden
        self.card.hide_scores(self._scores_hidden)
        self.review.queue.view.hide_scores(self._scores_hidden)
        self.status.say("Scores are hidden until you have decided" if self._scores_hidden else "Scores are shown")

    def show_keys(self) -> None:
        """Show the sheet with all keys."""
        KeySheet(self).open()

    def show_fault(self, error: BaseException) -> None:
        """Show a fault of ours, and that the work is safe."""
        project = self.desk.project
        safe = f"Your work is safe in {project.path}." if project else "No review was open."
        FaultWindow(self, error, safe).show()

    def find_name(self, text: str) -> None:
        """Narrow the entries to a name as it is typed."""
        if self._page != ENTRIES:
            self._before_find = self._page
            self._page = ENTRIES
            self.top.show_page(ENTRIES)
            self._page_stack.setCurrentWidget(self.entries)
            if self.desk.review:
                self._show_page_values(self.desk.review)
            self._enable()
        self.entries.narrow(text)

    def _leave_find(self) -> None:
        self.entries.narrow("")
        self.show_page(self._before_find)

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at files."""
        self.arrivals.look(_files(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave everything in order. Nothing is asked: every decision is on the disk already."""
        self._memory.save(self, self._splitters(), self.look.theme)
        self.hide()
        self.arrivals.stop()
        self.desk.shut()
        super().closeEvent(event)

    # --- putting together --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._page_stack, self._stack, self._workspace = QStackedWidget(), QStackedWidget(), QWidget()
        for page in (*self._pages.values(), self.preview):
            self._page_stack.addWidget(page)
        inside = QVBoxLayout(self._workspace)
        inside.setContentsMargins(GAP, 0, GAP, 0)
        inside.addWidget(self._page_stack)
        self._stack.addWidget(self.start)
        self._stack.addWidget(self._workspace)
        middle = QWidget()
        layout = column(middle, 0, 0)
        layout.addWidget(self.top)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 560)
        self.resize(1366, 768)
        self.top.show_page(REVIEW)

    def _connect(self) -> None:
        desk = self.desk
        desk.changed.connect(self.refresh)
        desk.said.connect(self.status.say)
        desk.refused.connect(self._refuse)
        desk.working.connect(self._show_work)
        desk.rested.connect(lambda: self.status.show_work(""))
        desk.faulted.connect(self.show_fault)
        self.status.cancelled.connect(desk.cancel)
        self.status.cancelled.connect(self.arrivals.cancel)
        desk.brought.connect(self._memory.note_read)
        self._connect_preview()
        self.look.changed.connect(self._dress)
        self.top.picked.connect(self.show_page)
        self.top.find_asked.connect(self.find_name)
        self.top.export_asked.connect(self.ask_export)
        self.strip.viewed.connect(lambda _view: self.refresh())
        self.strip.left.connect(self.review.take_focus)
        self.top.find_field.left.connect(self._leave_find)
        self.top.find_field.entered.connect(self.entries.take_focus)
        self.review.shown.connect(lambda tab: self._show_empty(self.review, tab))
        self.spellings.shown.connect(lambda tab: self._show_empty(self.spellings, tab))
        self.card.ticked.connect(self._show_effect)
        self.card.decided.connect(self._decide)
        self.spelling.decided.connect(desk.decide_spelling)
        for panel in (self.card, self.spelling):
            panel.withdrawn.connect(desk.withdraw)
            panel.undo_asked.connect(desk.undo)
        self.entries.renamed.connect(desk.rename)
        self.entries.noted.connect(desk.write_note)
        self.entries.flagged.connect(desk.set_flag)
        self.entries.taken_out.connect(desk.split_off)
        self.entries.judged.connect(desk.judge)
        self.lists.removed.connect(desk.remove)
        self.lists.open_asked.connect(self.ask_open)
        self.lists.look_asked.connect(self.look_again)
        self.start.open_asked.connect(self.ask_open)
        self.start.example_asked.connect(self.open_example)
        self.start.draft_asked.connect(lambda path: self.open([path]))
        self._performed: dict[Command, Callable[[], object]] = {
            Command.UNDO: desk.undo,
            Command.REDO: desk.redo,
            Command.OPEN: self.ask_open,
            Command.PASTE: self.paste,
            Command.KEEP: self.ask_keep,
            Command.EXPORT: self.ask_export,
            Command.CLOSE: desk.close,
            Command.LOOK_AGAIN: desk.match,
            Command.FIND: self.top.find_field.setFocus,
            Command.KEYS: self.show_keys,
            Command.FILTER: self.strip.begin,
            Command.SCORES: self.toggle_scores,
            Command.BATCH: self.ask_batch,
            Command.QUIT: self.close,
        }

    def _connect_preview(self) -> None:
        arrivals, preview = self.arrivals, self.preview
        self.desk.nameless.connect(arrivals.look)
        arrivals.changed.connect(self.show_paper)
        arrivals.stood.connect(lambda rows_changed: preview.show_standing(rows_changed=rows_changed))
        arrivals.refused.connect(self._refuse_files)
        arrivals.projects_found.connect(self.open)
        arrivals.finished.connect(self.desk.bring)
        arrivals.working.connect(self._show_work)
        arrivals.rested.connect(lambda: self.status.show_work(""))
        arrivals.faulted.connect(self.show_fault)
        preview.taken.connect(arrivals.take)
        preview.all_taken.connect(arrivals.take_all)
        preview.left_out.connect(arrivals.leave_out)
        preview.read_asked.connect(arrivals.read_with)
        preview.edited.connect(arrivals.compare_soon)

    def _refuse_files(self, sentences: tuple[str, ...]) -> None:
        """Say why files were not read: beside the document in hand, else on the page in hand and under Lists."""
        if self.arrivals.paper:
            self.preview.refuse(sentences)
        else:
            self.desk.refuse_files(sentences)

    @cached_property
    def matrix(self) -> "MatrixPage":
        """The page of who signed what, made when it is first looked at: it brings numpy, which takes long to load."""
        from reviewer.ui.matrix_page import MatrixPage

        page = MatrixPage(self.look)
        page.entry_asked.connect(self.show_entry)
        page.save_asked.connect(self.ask_save)
        page.open_asked.connect(self.ask_open)
        self._page_stack.addWidget(page)
        return page

    def _decide(self, verdict: Verdict, names: tuple[Name, ...], preferred: str, note: str) -> None:
        if self.card.facts:
            self.desk.decide(verdict, names, self.card.facts.score, preferred, note)

    def _show_effect(self, names: tuple[Name, ...]) -> None:
        shown = self.card.facts
        if self.desk.review and shown:
            effect = self.desk.review.register.effect(names)
            chosen = [s for r in shown.rows if r.name in names for s in r.signatures]
            told = words.effect_of_repeat(effect) if shown.repeat else words.effect_of_same(effect, chosen)
            self.card.show_effect(told, effect.name)

    def _refuse(self, sentence: str, earlier: int) -> None:
        """Say why something was not done, where the eye is."""
        page = self._pages[self._page]
        if page is self.review and self.review.has_card:
            self.card.show_notice(sentence, earlier)
        elif page is self.spellings and self.spellings.has_card:
            self.spelling.show_notice(sentence, earlier)
        elif page is self.entries:
            self.entries.entry.notice.say(sentence)
        else:
            self.status.say(sentence)

    def _show_work(self, what: str, share: float) -> None:
        self.status.show_work(what, share, cancellable=self.desk.is_matching or self.arrivals.is_reading)
        for page in (self.review, self.spellings):
            page.empty.show_progress(share)

    def _enable(self) -> None:
        """Let a key work only where it means something; elsewhere it is left to what has the focus."""
        is_open = self.desk.project is not None
        on_cards = is_open and self._page in (REVIEW, SPELLINGS)
        for command in ON_CARDS:
            self.actions_.enable(command, on_cards)
        for command in (Command.EDIT_NAME, Command.NOTE):
            self.actions_.enable(command, is_open and self._page in (REVIEW, ENTRIES))
        for command in (Command.SAME, Command.DIFFERENT):
            self.actions_.enable(command, on_cards or (is_open and self._page == ENTRIES))
        self.actions_.enable(Command.WITHDRAW, on_cards or (is_open and self._page == LISTS))
        for command in (Command.KEEP, Command.EXPORT, Command.CLOSE, Command.LOOK_AGAIN, Command.PAGE):
            self.actions_.enable(command, is_open)
        self.actions_.enable(Command.FILTER, is_open and self._page == REVIEW)
        self.actions_.enable(Command.BATCH, is_open and self._page == REVIEW)
        on_paper = self._pages[self._page] is self.preview
        self.actions_.enable(Command.FIND, is_open and not on_paper)
        self.actions_.enable(Command.UNDO, self.desk.undoable and not on_paper)
        self.actions_.enable(Command.REDO, self.desk.redoable and not on_paper)

    def _dress(self) -> None:
        self.look.dress(self)
        self.setWindowIcon(icon("reviewer", self.look.colour("same"), 64))

    def _splitters(self) -> dict[str, QSplitter]:
        return {
            "review": self.review.splitter,
            "spellings": self.spellings.splitter,
            "entries": self.entries.splitter,
        }


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]

"""Which page is in hand and what it shows: fresh values whenever the desk says that something changed."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from reviewer.model import Entry, Name
from reviewer.review import Review
from reviewer.ui.cards import empty_text, questions
from reviewer.ui.cards.empty_text import Situation
from reviewer.ui.cards.question_page import DONE, NOT_SURE, TO_REVIEW, QuestionPage
from reviewer.ui.cards.questions import About, View, Viewed
from reviewer.ui.parts import facts, words
from reviewer.ui.parts.commands import ON_CARDS, Command
from reviewer.ui.parts.empty_state import Step

if TYPE_CHECKING:
    from reviewer.ui.entries.entries_page import EntriesPage
    from reviewer.ui.lists.lists_page import ListsPage
    from reviewer.ui.lists.preview_page import PreviewPage
    from reviewer.ui.matrix.page import MatrixPage
    from reviewer.ui.window import Window

    _Page: TypeAlias = QuestionPage[Any] | EntriesPage | ListsPage | MatrixPage | PreviewPage

PAGES = ("Review", "Spellings", "Entries", "Lists", "Who signed what")
REVIEW, SPELLINGS, ENTRIES, LISTS, MATRIX = range(5)
PROGRAM = "Signatory Reviewer"

_ELSEWHERE = {
    ENTRIES: (Command.SAME, Command.DIFFERENT, Command.EDIT_NAME, Command.NOTE, Command.GO),
    LISTS: (Command.WITHDRAW,),
}
"""What pages without questions understand of the keys for cards."""


class Showing:
    """Turns the pages of one window and fills the one in hand; the others are filled when they are turned to.

    A document that waits to be looked at stands in the place of the lists.
    """

    def __init__(self, window: "Window") -> None:
        self._window, self._desk = window, window.desk
        self._page = self._before_find = self._before_paper = REVIEW
        self._is_on_paper = False
        self._viewed = Viewed(View())
        self._pages: tuple[Callable[[], _Page], ...] = (
            lambda: window.review,
            lambda: window.spellings,
            lambda: window.entries,
            lambda: window.preview if window.paper else window.lists,
            lambda: window.matrix,
        )

    @property
    def page_in_hand(self) -> "_Page":
        """The page that is worked on."""
        return self._pages[self._page]()

    @property
    def questions(self) -> QuestionPage[Any] | None:
        """The page in hand where it asks questions of a review."""
        page = self.page_in_hand if self._desk.project else None
        return page if isinstance(page, QuestionPage) else None

    def is_at(self, page: int) -> bool:
        """Tell whether a page is in hand."""
        return self._page == page

    @property
    def view(self) -> View:
        """What the reviewer wants to see of the queue of names."""
        return self._viewed.view

    # --- turning -----------------------------------------------------------------------------------------------------

    def show_page(self, page: int) -> None:
        """Open a page and go to where one works on it."""
        self._turn_to(page)
        self.page_in_hand.take_focus()

    def show_paper(self) -> None:
        """Show the document that waits in the place of the lists, or go back to where the reviewer was."""
        window, paper = self._window, self._window.paper
        if paper and not self._is_on_paper:
            self._before_paper = self._page
        self._is_on_paper = paper is not None
        self.show_page(LISTS if paper else self._before_paper)
        if not paper and not self._desk.project:
            self._show_start()
        window.preview.show_paper(paper, window.arrivals.at, window.arrivals.of)

    def show_entry(self, entry: Entry) -> None:
        """Open an entry on its page."""
        self._window.top.find_field.clear()
        self.show_page(ENTRIES)
        self._window.entries.go_to(entry)

    def show_entry_of(self, name: Name) -> None:
        """Open the entry that holds a name."""
        if review := self._desk.review:
            self.show_entry(review.register.entry(review.register.holder(name)))

    def show_question(self, entry: Entry) -> None:
        """Open the best card that asks about an entry, whatever the queue was narrowed to, or say that none does."""
        review, window = self._desk.review, self._window
        names = review.register.names(entry) if review else ()
        card = next(filter(None, (review.queue.about(frozenset({name})) for name in names)), None) if review else None
        if not review or not card:
            window.status.say(f"Nothing is asked of {words.quoted(words.shortened(entry.name))}")
            return
        if self.view.narrows:
            window.strip.clear()
        self._turn_to(REVIEW)
        window.review.show_questions(questions.of_names(review, self._viewed), card.key)
        window.review.take_focus()

    def find_name(self, text: str) -> None:
        """Narrow the entries to a name as it is typed."""
        if self._page != ENTRIES:
            self._before_find = self._page
            self._turn_to(ENTRIES)
        self._window.entries.narrow(text)

    def widen(self) -> bool:
        """Show all entries again, with the one in hand still in hand; False where they are not narrowed to a name."""
        if self._page != ENTRIES or not self._window.top.find_field.text():
            return False
        self._window.top.find_field.clear()
        self._window.entries.narrow("")
        return True

    def leave_find(self) -> None:
        """Show all entries again and go back to where the reviewer was."""
        self._window.entries.narrow("")
        self.show_page(self._before_find)

    def narrow(self, view: View) -> None:
        """Narrow and order the queue of names; in another order one begins at its top."""
        window, reordered = self._window, view.order is not self.view.order
        self._viewed = Viewed(view)
        self.refresh()
        if reordered and window.strip.isVisible():
            window.review.go_to(TO_REVIEW, 0)

    def _turn_to(self, page: int) -> None:
        self._page = page
        self._window.top.show_page(page)
        self._window.stack.setCurrentWidget(self.page_in_hand)
        if self._desk.review:
            self._fill(self._desk.review)
            self._show_counts(self._desk.review)
        self._enable()

    def _show_start(self) -> None:
        window = self._window
        window.start.show_start(window.doing.recent(), self._desk.refusals)
        if window.stack.currentWidget() is not window.start:
            window.stack.setCurrentWidget(window.start)
            window.start.take_focus()

    # --- filling -----------------------------------------------------------------------------------------------------

    def refresh(self, about: About = frozenset()) -> None:
        """Show everything as it is now; `about` are the names, or folded words, of what was just undone."""
        window, desk, review = self._window, self._desk, self._desk.review
        window.top.show_open(desk.project is not None or desk.is_opening)
        if window.made("matrix"):
            window.matrix.forget()
        self._hold(desk.is_opening)
        if window.paper and not desk.project and self._page != LISTS:
            self._before_paper = REVIEW
            self.show_page(LISTS)
        if desk.project or desk.is_opening or window.paper:
            window.stack.setCurrentWidget(self.page_in_hand)
        else:
            self._show_start()
            window.status.show_state(0, 0, "", "")
        if review:
            self._fill(review, about)
            self._show_counts(review)
        elif desk.is_opening and not desk.project:
            self.show_empty(window.review, TO_REVIEW)
        if window.made("arrivals") and (review or not desk.project):
            window.arrivals.meet(review.sources if review else ())
        if desk.project and not desk.is_draft:
            window.memory.note_kept(desk.project.path)
        window.setWindowTitle(self._title())
        self._enable()

    def _hold(self, held: bool) -> None:
        """Keep hands and eyes off the pages while another thread has the review: even to paint one is to read it."""
        stack, preview = self._window.stack, self._window.preview if self._window.paper else None
        for page in filter(None, map(stack.widget, range(stack.count()))):
            page.setUpdatesEnabled(not (held and self._desk.project and page is not preview))
        if stack.isEnabled() is held:
            stack.setEnabled(not held)
            if not held and self._desk.review:
                self.page_in_hand.take_focus()

    def _fill(self, review: Review, about: About = frozenset()) -> None:
        """Fill the page that is looked at; the others are filled when they are."""
        window, page = self._window, self._page
        if page == REVIEW:
            window.review.show_questions(questions.of_names(review, self._viewed), about)
            if window.made("strip") and window.strip.isVisible():
                window.strip.show_scores(review.queue.at_least)
        elif page == SPELLINGS:
            window.spellings.show_questions(questions.of_spellings(review), about)
        elif page == ENTRIES:
            window.entries.show_entries(review.find, lambda entry: facts.of_entry(entry, review), review.forms())
        elif page == MATRIX:
            window.matrix.work_out(review.register.snapshot, review.sources)
        elif not window.paper:
            window.lists.show_lists(review.sources, review.register.met, self._desk.refusals)

    def _show_counts(self, review: Review) -> None:
        """Show how many there are of everything, and how far the page in hand is."""
        window = self._window
        names, spellings = len(review.queue.to_review), len(review.spellings.to_review)
        window.top.show_counts((names, spellings, review.register.count, len(review.sources), None))
        if self._page == SPELLINGS:
            done, left = len(window.spellings.queue.items(DONE)), spellings + len(review.spellings.unsure)
        else:
            done, left = review.answers.cards, names + len(review.queue.unsure)
        signatures = sum(len(source.signatures) for source in review.sources)
        held = f"{words.count(len(review.sources), 'list')}, {words.count(signatures, 'name')}"
        window.status.show_state(done, done + left, self._saved(), held)

    def _saved(self) -> str:
        project = self._desk.project
        if not project:
            return ""
        return "Saved as a draft" if self._desk.is_draft else f"Saved in {words.isolate(project.path.name)}"

    def _title(self) -> str:
        project = self._desk.project
        if not project:
            return PROGRAM
        return f"{'Draft' if self._desk.is_draft else project.path.name} – {PROGRAM}"

    def _enable(self) -> None:
        """Let a key work only where it means something; elsewhere it is left to what has the focus."""
        is_open, page, enable = self._desk.project is not None, self._page, self._window.actions_.enable
        self._enable_card()
        for command in (Command.KEEP, Command.EXPORT, Command.CLOSE, Command.LOOK_AGAIN, Command.PAGE):
            enable(command, is_open)
        for command in (Command.FILTER, Command.BATCH, Command.SCORES):
            enable(command, is_open and page == REVIEW)
        on_paper = page == LISTS and self._window.paper is not None
        enable(Command.FIND, is_open and not on_paper)
        self._window.top.find_field.setEnabled(not on_paper)  # there Ctrl+F finds in the document
        enable(Command.UNDO, self._desk.undoable and not on_paper)
        enable(Command.REDO, self._desk.redoable and not on_paper)

    def _enable_card(self) -> None:
        """Let the keys work that would do something to the card in hand, or to what is chosen on another page."""
        questions, actions = self.questions, self._window.actions_
        others = _ELSEWHERE.get(self._page, ()) if self._desk.project else ()
        for command in ON_CARDS:
            for number, action in actions.numbered(command):
                action.setEnabled(questions.can(command, number) if questions else command in others)

    # --- where there is nothing to show ------------------------------------------------------------------------------

    def follow(self, page: QuestionPage[Any], tab: int) -> None:
        """Go along with a page of questions that has turned to another card, or to none."""
        self.show_empty(page, tab)
        self._enable_card()

    def show_empty(self, page: QuestionPage[Any], tab: int) -> None:
        """Tell why a list of questions is empty, and what may be done next."""
        if not page.has_card:
            told = empty_text.of_names if page is self._window.review else empty_text.of_spellings
            working = self._desk.is_matching or self._desk.is_opening
            page.empty.say(*told(self._situation(page), tab), steps=self._steps(page, tab), working=working)

    def _situation(self, page: QuestionPage[Any]) -> Situation:
        desk, review = self._desk, self._desk.review
        sources = review.sources if review else ()
        return Situation(
            names=sum(len(source.signatures) for source in sources),
            lists=len(sources),
            done=len(page.queue.items(DONE)),
            unsure=len(page.queue.items(NOT_SURE)),
            is_opening=desk.is_opening,
            is_matching=desk.is_matching,
            was_cancelled=desk.match_cancelled,
            hidden=len(review.queue.to_review) if review else 0,
        )

    def _steps(self, page: QuestionPage[Any], tab: int) -> list[Step]:
        window, desk = self._window, self._desk
        if desk.is_opening:
            return []
        if desk.is_matching:
            return [("Cancel", desk.cancel)]
        if desk.match_cancelled:
            return [("Look for candidates", desk.match)]
        if page is window.review and tab == TO_REVIEW and self.view.narrows:
            return [("Clear the filter", window.strip.clear)]
        if tab != TO_REVIEW:
            return [("Back to review", lambda: page.turn_to(TO_REVIEW))]
        put_off, waiting = len(page.queue.items(NOT_SURE)), len(desk.review.spellings.to_review) if desk.review else 0
        again: Step = (words.count(put_off, "put off", "put off"), lambda: page.turn_to(NOT_SURE))
        spellings: Step = (
            words.count(waiting, "spelling waits", "spellings wait"),
            lambda: self.show_page(SPELLINGS),
        )
        if page is not window.review:
            return [("Review names", lambda: self.show_page(REVIEW)), *([again] if put_off else ())]
        more: list[Step] = [("Add lists…", window.doing.ask_open), ("Export…", window.doing.ask_export)]
        return [*([spellings] if waiting else ()), *([again] if put_off else ()), *more]

    # --- what is said ------------------------------------------------------------------------------------------------

    def show_effect(self, names: tuple[Name, ...]) -> None:
        """Show on the card what merging `names` would do."""
        shown, review = self._window.card.facts, self._desk.review
        if review and shown:
            effect = review.register.effect(names)
            chosen = [s for r in shown.rows if r.name in names for s in r.signatures]
            told = words.effect_of_repeat(effect, len(names)) if shown.repeat else words.effect_of_same(effect, chosen)
            self._window.card.show_effect(told, effect.name)

    def refuse(self, sentence: str, earlier: int) -> None:
        """Say why something was not done, where the eye is."""
        window, page = self._window, self.page_in_hand
        if page is self._window.review and window.review.has_card:
            window.card.show_notice(sentence, earlier)
        elif self._page == SPELLINGS and window.spellings.has_card:
            window.spelling.show_notice(sentence, earlier)
        elif self._page == ENTRIES:
            window.entries.entry.notice.say(sentence)
        else:
            window.status.say(sentence)

    def refuse_files(self, sentences: tuple[str, ...]) -> None:
        """Say why files were not read: beside the document in hand, else on the page in hand and under Lists."""
        if self._window.paper:
            self._window.preview.refuse(sentences)
        else:
            self._desk.refuse_files(sentences)

    def show_work(self, what: str, share: float) -> None:
        """Show how far the work in the background is."""
        is_reading = self._window.made("arrivals") and self._window.arrivals.is_reading
        self._window.status.show_work(what, share, cancellable=self._desk.is_matching or is_reading)
        page = self.page_in_hand
        if isinstance(page, QuestionPage):
            page.empty.show_progress(share)

"""The one controller: holds the project, performs the verbs, has candidates found in the background.

Panels never see it: the window connects their signals to its verbs, and shows them fresh values when it says `changed`.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reviewer.apart import Matcher
from reviewer.errors import BadInput, Cancelled, Contradiction, ReviewerError
from reviewer.files import write_atomically
from reviewer.matching.found import Found
from reviewer.model import (
    Candidate,
    Decided,
    Entry,
    Flag,
    Name,
    Progress,
    Said,
    Source,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    Verdict,
)
from reviewer.review import Arranged, Review
from reviewer.ui import places
from reviewer.ui.finding import COMPARING, Finding, prepare
from reviewer.ui.parts import collector, telling, words
from reviewer.ui.parts.background import Job, Runner

if TYPE_CHECKING:
    from reviewer.opening import Arrival, Begun, Opened
    from reviewer.project import Project

# What reads, writes and matches is imported where it is first used: nothing of it is needed to show the window.

_OF_LISTS = SourceAdded | SourceRemoved | SourceReplaced
_BUSY = "One moment: lists are being read."


class Desk(QObject):
    """Holds at most one project.

    `changed` after anything changed, with the names, or folded words, it was about (a frozenset, to go back to after an
    undo); `said` (sentence) what was done; `refused` (sentence, event id or 0) what was not; `nameless` (paths) files
    to be looked at, as `Opened` has it; `brought` (arrivals) the lists that came in; `working` (what, share 0..1)
    while something slow runs and `rested` when nothing does; `faulted` (exception) on a fault of ours.
    """

    changed = Signal(object)
    said = Signal(str)
    refused = Signal(str, int)
    nameless = Signal(object)
    brought = Signal(object)
    working = Signal(str, float)
    rested = Signal()
    faulted = Signal(object)

    def __init__(self, reviewer: str, matcher: Matcher | None = None, begun: "Begun | None" = None) -> None:
        super().__init__()
        self.reviewer = reviewer
        self._begun = begun
        self.project: Project | None = None
        self.refusals: tuple[str, ...] = ()
        self._runner = Runner(self)
        self._runner.progressed.connect(self.working)
        self._runner.rested.connect(self.rested)
        self._finding = Finding(self._runner, matcher or Matcher(), self._take_answer, self._not_found)
        self._opening: Job | None = None
        self._waiting: list[Arrival] = []

    # --- what the window asks ----------------------------------------------------------------------------------------

    @property
    def review(self) -> Review | None:
        """The review in hand. None while another thread has it."""
        return self.project.review if self.project and not self._opening else None

    @property
    def is_draft(self) -> bool:
        """Whether the review has no place of its own yet."""
        return bool(self.project and self.project.path.parent == places.drafts())

    @property
    def is_opening(self) -> bool:
        """Whether files are being read."""
        return self._opening is not None

    @property
    def is_matching(self) -> bool:
        """Whether candidates are being looked for."""
        return self._finding.is_under_way

    @property
    def match_cancelled(self) -> bool:
        """Whether looking for candidates was cancelled since it was last begun."""
        return self._finding.was_cancelled

    @property
    def undoable(self) -> bool:
        """Whether there is anything to undo."""
        return bool(self.review and self.review.ledger.undoable())

    @property
    def redoable(self) -> bool:
        """Whether there is anything to redo."""
        return bool(self.review and self.review.ledger.redoable() is not None)

    def ready(self) -> Review | None:
        """Return the review where it can be worked on; say why not while lists are being read into it."""
        if self.is_opening:
            self.said.emit(_BUSY)
        return self.review

    # --- opening and closing -----------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Say `changed` for the first time, with what was begun to be opened before there was a window."""
        begun, self._begun = self._begun, None
        if begun is None:
            self.changed.emit(frozenset())
            return
        if not begun.is_over:
            self._open(lambda _progress: begun.result())
            return
        try:
            opened = begun.result()
        except Exception as error:
            self._open_failed(error)
        else:
            self._opened(opened)

    def open(self, paths: Sequence[Path]) -> None:
        """Open projects and lists in the background."""
        current = self.project
        paths = [path for path in paths if not (current and _same(path, current.path))]
        if self._opening or not paths:
            return

        def work(_progress: Progress) -> "Opened":
            from reviewer.opening import open_paths

            opened = open_paths(paths, reviewer=self.reviewer, drafts=places.drafts(), current=current)
            if current and opened.project and opened.project is not current:
                current.close()
            return opened

        self._open(work)

    def bring(self, arrivals: "Sequence[Arrival]") -> None:
        """Bring lists into the review in the background, after what is being opened."""
        if self._opening:
            self._waiting += arrivals
            return
        current = self.project

        def work(_progress: Progress) -> "Opened":
            from reviewer.opening import bring

            return bring(arrivals, reviewer=self.reviewer, drafts=places.drafts(), current=current)

        self._open(work)

    def refuse_files(self, sentences: Sequence[str]) -> None:
        """Say why files could not be read."""
        self.refusals = tuple(sentences)
        self.changed.emit(frozenset())
        self.refused.emit("  ".join(sentences), 0)

    def close(self) -> None:
        """Leave the project with one clean file, written in the background: of many names that takes a second."""
        self._finding.drop()
        project, self.project, self.refusals = self.project, None, ()
        if project:
            self._runner.run(lambda _progress: project.close(), lambda _done: collector.forget(), self._failed)
            self.working.emit("Saving", 0.0)
        self.changed.emit(frozenset())

    def shut(self) -> None:
        """Stop all threads and leave the project: before the window goes."""
        self._runner.stop()
        self._finding.close()
        self._opening = None
        if self.project:
            with suppress(BadInput):  # the journal holds what the file could not take
                self.project.close()
            self.project = None
        collector.forget()

    def keep_as(self, path: Path) -> None:
        """Go on at a place the reviewer chose."""
        project = self.project
        if project and _same(path, project.path):
            self.said.emit("It is kept there already; every decision is saved as you go")
        elif project and self.ready():
            was_matching = self.is_matching

            def kept() -> None:
                self.said.emit(f"Kept as {words.isolate(str(path))}. Every decision is saved there as you go.")
                if was_matching:
                    self.match()
                else:
                    self.changed.emit(frozenset())

            self._with_review_away("Saving", lambda: project.move(path), kept)

    def export(self, path: Path, format_: str) -> None:
        """Write an export in the background, of what is on the disk: deciding goes on meanwhile."""
        if not self.project:
            return
        kept = self.project.path

        def work(_progress: Progress) -> int:
            from reviewer.project import load

            review = load(kept)
            review.export(format_, path)
            return review.register.count

        def done(count: int) -> None:
            self.said.emit(f"Exported {words.count(count, 'entry', 'entries')} to {words.isolate(str(path))}")

        self._runner.run(work, done, self._failed)

    def save(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write in the background what `make` returns: a large picture takes seconds to paint."""
        self._runner.run(
            lambda _progress: write_atomically(path, make()),
            lambda _done: self.said.emit(f"Saved {words.isolate(str(path))}"),
            self._failed,
        )
        self.working.emit("Saving", 0.0)

    def load(self) -> None:
        """Load in the background what finding names and telling who signed what need: numpy, which takes a while."""

        def work(_progress: Progress) -> None:
            from reviewer import listing, matrix, postings  # noqa: F401

        self._runner.run(work, lambda _done: None, self._failed)

    # --- deciding ----------------------------------------------------------------------------------------------------

    def decide(
        self, verdict: Verdict, names: Sequence[Name], score: float | None, preferred: str = "", note: str = ""
    ) -> None:
        """Record a verdict on names; `score` (0..1) is None where the reviewer picked them."""
        self._do(lambda review: review.decide(verdict, names, score, preferred, note))

    def decide_spelling(self, verdict: Verdict, candidate: Candidate, preferred: str = "") -> None:
        """Record a verdict on two spellings with the form to prefer, if any, and have the names compared anew."""
        self._do(lambda review: review.decide_spelling(verdict, candidate, preferred))

    def rename(self, entry: Entry, text: str) -> None:
        """Give an entry its preferred name."""
        self._do(lambda review: review.choose_name(entry, text))

    def write_note(self, entry: Entry, text: str) -> None:
        """Put a note on an entry."""
        self._do(lambda review: review.write_note(entry, text))

    def set_flag(self, entry: Entry, flag: Flag, on: bool) -> None:
        """Set a flag on an entry or take it off."""
        self._do(lambda review: review.set_flag(entry, flag, on=on))

    def split_off(self, names: Sequence[Name]) -> None:
        """Take names out of their entry; they stay together."""
        self._do(lambda review: review.split_off(names))

    def judge(self, verdict: Verdict, entries: Sequence[Entry]) -> None:
        """Record a verdict on entries the reviewer picked without being asked."""
        self._do(lambda review: review.decide(verdict, [review.register.names(entry)[0] for entry in entries]))

    def accept(self, keys: Collection[object]) -> None:
        """Call all cards with these keys the same, with one undo for all."""
        self._do(lambda review: review.accept([card for card in review.queue.to_review if card.key in keys]))

    def remove(self, source: Source) -> None:
        """Take a list out; verdicts on its names stay said."""
        if review := self.ready():
            self._change_lists(lambda: review.remove(source), lambda: self._tell_new(review))

    def withdraw(self, event: int) -> None:
        """Take back one verdict, wherever it stands."""
        review = self.ready()
        said = review.ledger.standing.events.get(event) if review else None
        if review and said:
            self._step(review, lambda: review.withdraw(event), said, "Withdrawn. Ctrl+Shift+Z brings it back")

    def undo(self) -> None:
        """Take back the latest event."""
        review = self.ready()
        event = review.ledger.undoable() if review else None
        if review and event:
            self._step(review, review.undo, event, "Undone: {}. Redo with Ctrl+Shift+Z")

    def redo(self) -> None:
        """Bring back what was undone last."""
        review = self.ready()
        undone = review.ledger.redoable() if review else None
        event = review.ledger.said(undone.target) if review and undone else None
        if review and isinstance(event, Said):
            self._step(review, review.redo, event, "Done again: {}. Undo with Ctrl+Z")

    # --- finding candidates ------------------------------------------------------------------------------------------

    def match(self) -> None:
        """Have candidates found in the background; an answer under way to an older question is dropped.

        Says `changed` at once, and again with the answer.
        """
        if self.review:
            self._finding.begin(self.review)
            self.working.emit(COMPARING, 0.0)
        self.changed.emit(frozenset())

    def cancel(self) -> None:
        """Cancel what runs in the background; reading files is not, it is over soon."""
        self._finding.cancel()

    # --- inside ------------------------------------------------------------------------------------------------------

    def _try(self, verb: Callable[[], object]) -> bool:
        """Perform a verb; where it is refused, say so and return False."""
        try:
            verb()
        except (BadInput, Contradiction) as error:
            self._failed(error)
            return False
        return True

    def _do(self, verb: Callable[[Review], None]) -> None:
        """Perform a verb that says one thing, or nothing where nothing changes, and tell what it was."""
        review = self.ready()
        before = review.ledger.undoable() if review else None
        if review and self._try(lambda: verb(review)) and review.ledger.undoable() is not before:
            self._tell_new(review)

    def _tell_new(self, review: Review) -> None:
        """Tell what was done just now."""
        if event := review.ledger.undoable():
            self.said.emit(f"{_of_new(event, review)}. Undo with Ctrl+Z")
            self._after(event, is_new=True)

    def _step(self, review: Review, verb: Callable[[], object], event: Said, told: str) -> None:
        """Perform a verb that takes `event` back or brings it back; `told` says so, with what it was in its braces."""

        def done() -> None:
            self.said.emit(told.format(telling.of_event(event, review)))
            self._after(event)

        if isinstance(event, _OF_LISTS):
            self._change_lists(verb, done)
        elif self._try(verb):
            done()

    def _change_lists(self, verb: Callable[[], object], done: Callable[[], None]) -> None:
        """Perform in the background what changes which lists there are: all entries are made anew, which takes long."""

        def work() -> None:
            verb()
            if self.project:
                prepare(self.project.review)

        self._with_review_away("Updating", work, done)

    def _with_review_away(self, what: str, verb: Callable[[], object], done: Callable[[], None]) -> None:
        """Perform in the background what takes long and needs the review for itself; `what` says so meanwhile."""

        def back(_nothing: object) -> None:
            self._opening = None
            done()
            self._bring_waiting()

        self._finding.drop()
        self.working.emit(what, 0.0)
        self._opening = self._runner.run(lambda _progress: verb(), back, self._open_failed)
        self.changed.emit(frozenset())

    def _take_answer(self, review: Review, found: Found, arranged: Arranged) -> None:
        if self.review is review:
            review.take(found, arranged)
            self.changed.emit(frozenset())

    def _not_found(self, error: Exception) -> None:
        self._failed(error)
        self.changed.emit(frozenset())

    def _after(self, event: Said, *, is_new: bool = False) -> None:
        """Tell that an event came or went; one that came back or went brings its card back in hand."""
        if isinstance(event, SpellingDecided) and not is_new:
            self.changed.emit(frozenset((event.a, event.b)))
        if isinstance(event, _OF_LISTS | SpellingDecided):
            self.match()
        else:
            self.changed.emit(frozenset(event.names) if isinstance(event, Decided) and not is_new else frozenset())

    def _open(self, work: "Callable[[Progress], Opened]") -> None:
        def prepared(progress: Progress) -> "Opened":
            opened = work(progress)
            if opened.project:
                prepare(opened.project.review)
            return opened

        self._finding.drop()
        self.working.emit("Reading", 0.0)
        self._opening = self._runner.run(prepared, self._opened, self._open_failed)
        self.changed.emit(frozenset())

    def _opened(self, opened: "Opened") -> None:
        self._opening = None
        self.project = opened.project or self.project
        self.refusals = opened.refused
        told = telling.of_arrived(opened.arrived)
        self.said.emit(".  ".join(filter(None, (told, *opened.refused))))
        if opened.project:
            self.match()
        else:
            self.changed.emit(frozenset())
        self.brought.emit([each.arrival for each in opened.arrived])
        if opened.nameless:
            self.nameless.emit(opened.nameless)
        self._bring_waiting()

    def _bring_waiting(self) -> None:
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.bring(waiting)

    def _open_failed(self, error: Exception) -> None:
        self._opening = None
        self._failed(error)
        self.match()
        self._bring_waiting()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if isinstance(error, ReviewerError):
            self.refused.emit(str(error), error.earlier if isinstance(error, Contradiction) else 0)
        else:
            self.faulted.emit(error)


def _of_new(event: Said, review: Review) -> str:
    if isinstance(event, Decided) and event.verdict is Verdict.SAME:
        return telling.of_merge(event, review)
    return telling.of_event(event, review)


def _same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()

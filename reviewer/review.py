"""The review desk without its furniture: sources and ledger in, queue, entries and statistics out.

A window, a command or a test drives it through the same few verbs. Each verb appends one event to the ledger; all that
is shown is computed from sources, events and the candidates last found.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import BinaryIO

import msgspec

from reviewer import harmony, matching
from reviewer.answers import Answers
from reviewer.cards import Card
from reviewer.errors import AlreadyAdded, BadInput
from reviewer.ledger import Ledger, names_of
from reviewer.matching.found import Changes, Question, changes
from reviewer.model import (
    Accepted,
    AnyEvent,
    Candidate,
    Decided,
    Entry,
    Flag,
    Flagged,
    Name,
    NameChosen,
    Noted,
    Redone,
    Said,
    Source,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    SplitOff,
    Undone,
    Verdict,
)
from reviewer.queue import Queue, Spellings, spelled_by, words_of
from reviewer.register import Listed, Order, Register, Which
from reviewer.search import Index, holds

_FEW = 300
"""So many candidates that have changed are asked or dropped one by one; for more a new queue is made."""


class SpellingCard(msgspec.Struct, frozen=True):
    """One question: whether these are two spellings of one word. With the texts each of them stands in.

    `touched` tells how many texts either stands in, `changed_by_a` and `changed_by_b` how many would read otherwise
    harmonised, were that form preferred; `waiting` how many cards that wait ask about both spellings, and are scored
    anew once this is decided.
    """

    candidate: Candidate
    names_a: Sequence[str]
    names_b: Sequence[str]
    touched: int
    changed_by_a: int
    changed_by_b: int
    waiting: int


class Arranged(msgspec.Struct, frozen=True):
    """What a matcher's answer asks, and the kinds of its reasons.

    `queue` is None where the one in use needs only the `changes` since the `last` answer.
    """

    queue: Queue | None
    last: matching.Found
    changes: Changes
    spellings: Spellings
    reasons: frozenset[str]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Review:
    """Sources, ledger and candidates of one project.

    `queue` and `spellings` hold the questions that wait, `answers` what was decided, `reasons` the kinds of evidence
    there are, `register` the entries as they stand, `index` finds texts; all follow every verb by themselves.
    `write` is called with each event before it counts, to make it durable; what it raises is let through and the event
    does not count. `reviewer` is who decides, `now` tells the time (ISO 8601, UTC).
    """

    def __init__(
        self,
        sources: Iterable[Source] = (),
        events: Iterable[AnyEvent] = (),
        *,
        reviewer: str,
        write: Callable[[AnyEvent], None] = lambda _event: None,
        now: Callable[[], str] = _now,
    ) -> None:
        self.reviewer = reviewer
        self.ledger = Ledger(events)
        self.found = matching.Found((), ())
        self._known = {source.id: source for source in sources}
        self._texts: dict[str, tuple[str, ...]] = {}
        self.index = Index(())
        self.queue = Queue(())
        self.reasons: frozenset[str] = frozenset()
        self._write = write
        self._now = now
        self._first = 0
        self._read_sources()

    # --- sources ---------------------------------------------------------------------------------------------------

    @property
    def sources(self) -> tuple[Source, ...]:
        """The sources in use, in the order they came."""
        return tuple(self._known[source] for source in self.ledger.standing.sources)

    @property
    def all_sources(self) -> tuple[Source, ...]:
        """Every source ever added, those taken back by undo included: redo needs them."""
        return tuple(self._known.values())

    def keep(self, source: Source) -> None:
        """Hold a source ready for `add`; raises `AlreadyAdded` where it is in use."""
        if source.id in self.ledger.standing.sources:
            raise AlreadyAdded(f"“{source.title}” is already in this review, nothing was added.")
        self._known[source.id] = source
        self._texts.pop(source.id, None)

    def add(self, source: Source) -> None:
        """Bring in a source; raises `AlreadyAdded` where the same file is in use."""
        self.keep(source)
        self._say(SourceAdded, source=source.id, came_with=self._came_with)

    def replace(self, old: Source, new: Source, respelled: Iterable[tuple[str, str]]) -> None:
        """Let a new reading of a source take the place of the old one; every verdict stays.

        `respelled` pairs texts of lines that were only written anew, old and new; they become one entry. Raises
        `AlreadyAdded` where the new reading is in use, `Contradiction` where a verdict stands against a pair.
        """
        self.keep(new)
        said = {"respelled": tuple(respelled), "came_with": self._came_with}
        self._say(SourceReplaced, source=new.id, old=old.id, **said)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let the sources that come in meanwhile be undone and redone as one; the register follows at the end."""
        self._first = self.ledger.next_id
        try:
            yield
        finally:
            self._first = 0
            self._take_sources()

    @property
    def _came_with(self) -> int:
        """The event that the next is to be undone with, 0 where it stands alone or is the first."""
        return 0 if self._first == self.ledger.next_id else self._first

    def remove(self, source: Source) -> None:
        """Take a source out of use; verdicts on its names stay said, and it can be added again."""
        self._say(SourceRemoved, source=source.id)

    def question(self) -> Question:
        """Return what the matcher must be asked now."""
        spellings = self.ledger.standing.spellings
        same = [(a, b, True) for cluster in spellings.clusters() for a, b in combinations(sorted(cluster), 2)]
        apart = [(a, b) for x, y in spellings.blocks() for a in spellings.members(x) for b in spellings.members(y)]
        different = [(min(pair), max(pair), False) for pair in apart]
        return Question(self._lists(), tuple(sorted(same + different)))

    def _lists(self) -> tuple[tuple[str, ...], ...]:
        """Return the texts of each source; they are the same objects from question to question."""
        for source in self.sources:
            if source.id not in self._texts:
                self._texts[source.id] = tuple([s.text for s in source.signatures])
        return tuple(self._texts[source.id] for source in self.sources)

    # --- deciding --------------------------------------------------------------------------------------------------

    def decide(
        self,
        verdict: Verdict,
        names: Iterable[Name],
        score: float | None = None,
        preferred: str = "",
        note: str = "",
    ) -> None:
        """Say that two or more names are the same, are all different, or that it is not sure.

        `score` is what was shown, None where the reviewer picked the names; `preferred` names the entry where it is not
        the proposal; `note` says why. Raises `Contradiction`, having changed nothing, where an earlier verdict stands
        against it.
        """
        shown = None if score is None else round(score, 4)
        said = {"score": shown, "preferred": preferred.strip(), "note": note.strip()}
        self._say(Decided, verdict=verdict, names=tuple(names), **said)

    def accept(self, cards: Sequence[Card]) -> None:
        """Call every one of `cards` the same, with one undo for all; raises `Contradiction` as `decide` does."""
        score = min(card.score for card in cards)
        self._say(Accepted, groups=tuple(card.names for card in cards), score=round(score, 4))

    def split_off(self, names: Iterable[Name]) -> None:
        """Take names of one entry, or single signatures by their places, out of it; they stay together.

        Raises `BadInput` where nothing would be left in the entry.
        """
        out = tuple(names)
        entry_names = self.ledger.standing.names.members(self.register.holder(out[0]))
        left = tuple(name for name in entry_names if name not in out and self.register.stands(name))
        if not left:
            raise BadInput("An entry can't be split off from itself; leave at least one of its names in it.")
        self._say(SplitOff, names=out, left=left)

    def decide_spelling(self, verdict: Verdict, candidate: Candidate, preferred: str = "") -> None:
        """Say whether two spellings are of one word; raises `Contradiction` as `decide` does.

        `preferred` is the form both are to read where spellings are harmonised.
        """
        a, b = words_of(candidate)
        said = {"score": round(candidate.score, 4), "preferred": preferred.strip()}
        self._say(SpellingDecided, verdict=verdict, a=a, b=b, **said)

    def choose_name(self, entry: Entry, text: str) -> None:
        """Give an entry its preferred name: one of its texts or free text; raises `BadInput` where it is blank."""
        if not text.strip():
            raise BadInput("An entry needs a name; type one or press Escape.")
        if text.strip() != entry.name:
            self._say(NameChosen, name=self.register.names(entry)[0], text=text.strip())

    def write_note(self, entry: Entry, text: str) -> None:
        """Put a note on an entry, in the place of the one there was; blank text takes it off."""
        if text.strip() != entry.note:
            self._say(Noted, names=self.register.names(entry), text=text.strip())

    def set_flag(self, entry: Entry, flag: Flag, *, on: bool) -> None:
        """Set a flag on an entry or take it off."""
        if (flag in entry.flags) is not on:
            self._say(Flagged, names=self.register.names(entry), flag=flag, on=on)

    def withdraw(self, event: int) -> None:
        """Take one event back, wherever it stands; the later ones stay.

        Raises `Contradiction` where later verdicts can't stand without it.
        """
        self._say(Undone, target=event)

    def undo(self) -> Said | None:
        """Take back the latest event that counts, with what came in one go with it; return it, None without one."""
        event = self.ledger.undoable()
        if event:
            others = (each.id for each in self.ledger.together(event) if each.id != event.id)
            self._say(Undone, target=event.id, more=tuple(i for i in others if i not in self.ledger.undone))
        return event

    def redo(self) -> Said | None:
        """Bring back the event last undone, with what was undone with it; return it, None where there is none."""
        undone = self.ledger.redoable()
        if undone is None:
            return None
        self._say(Redone, target=undone.target, more=undone.more)
        return self.ledger.standing.events[undone.target]

    def _say(self, kind: Callable[..., AnyEvent], **what: object) -> None:
        event = kind(id=self.ledger.next_id, by=self.reviewer, at=self._now(), **what)
        about = self.ledger.said(event.target) if isinstance(event, Undone | Redone) else event
        places = {name.text for name in names_of(about) if name.source}
        names = {*names_of(about), *map(Name, places)}  # a place set apart leaves its text with one signature fewer
        before = self._entries_of(names)
        entries_before = self.register.entries_among(before)
        self.ledger.append(event, self._write)
        self.answers.follow(event)
        if isinstance(about, SourceAdded | SourceRemoved | SourceReplaced):
            if isinstance(event, SourceAdded) and not self._first:
                self._take_sources()
            elif not self._first:
                self._read_sources()
        else:
            touched = before | self._entries_of(names)
            self._regroup(places)
            self.register.forget(touched, entries_before)
            self.queue.update(self.ledger.standing, touched)
            self.spellings.update(self.ledger.standing, spelled_by(about))

    def _entries_of(self, names: Iterable[Name]) -> set[Name]:
        """Return all names of the entries that `names` belong to."""
        return {each for name in names for each in self.ledger.standing.names.members(name)}

    def _regroup(self, texts: Collection[str]) -> None:
        """Follow verdicts on places: what was asked of these texts is asked of the names they now make."""
        gone = self.queue.asking(name for text in texts for name in self.register.askable(text))
        self.register.regroup(texts)
        fresh = self.register.pairings(dict.fromkeys(pairing.candidate for pairing in gone))
        self.queue.revise(self.ledger.standing, gone, fresh)

    def _take_sources(self) -> None:
        """Follow sources that came. What was found before asks nothing of them, unless they had been there before."""
        asked = {text for candidate in self.found.names for text in (candidate.a, candidate.b)}
        if self.register.grow(self.sources, asked):
            self.index = Index(self.register.texts, self.index)
        else:
            self._read_sources()

    def _read_sources(self) -> None:
        self.answers = Answers(self.ledger)
        self.register = Register(self.sources, self.ledger)
        self.index = Index(self.register.texts, self.index)
        self.take(self.found, self.arrange(self.found, anew=True))

    def prepare(self) -> None:
        """Make what is asked and what entries are found by: slow for many, and done at first use without this."""
        self._lists()
        self.index.fill()
        self.register.listing.sort()

    # --- what is to be reviewed ------------------------------------------------------------------------------------

    def arrange(self, found: matching.Found, *, anew: bool = False) -> Arranged:
        """Return the questions that the matcher's answer asks: where few have changed, how they differ, unless `anew`.

        Slow for many candidates; safe in another thread while the sources stay, for it looks at no verdict.
        """
        more = changes(self.found.names, found.names)
        few = not anew and len(more.fresh) + len(more.gone) <= _FEW
        queue = None if few else Queue(self.register.pairings(found.names))
        told = more.fresh if few else found.names
        said = frozenset(evidence.kind for candidate in told for evidence in candidate.evidence)
        return Arranged(queue, self.found, more, Spellings(found.spellings), self.reasons | said if few else said)

    def take(self, found: matching.Found, arranged: Arranged) -> None:
        """Take the matcher's answer to `question` and what `arrange` made of it."""
        pairings, standing = self.register.pairings, self.ledger.standing
        if arranged.queue is None and arranged.last is self.found:
            self.queue.revise(standing, pairings(arranged.changes.gone), pairings(arranged.changes.fresh))
        else:
            self.queue = arranged.queue or Queue(pairings(found.names))
            self.queue.follow(standing)
        self.found, self.spellings, self.reasons = found, arranged.spellings, arranged.reasons
        self.spellings.follow(self.ledger.standing)

    def history(self, entry: Entry) -> list[Said]:
        """Return the events that count and speak of any name of an entry, oldest first."""
        names = set(self.register.names(entry))
        return [event for event in self.ledger.counting() if not names.isdisjoint(names_of(event))]

    def find(
        self,
        wanted: str = "",
        which: Which = Which.ALL,
        order: Order = Order.LISTED,
        forms: Mapping[str, str] | None = None,
    ) -> Listed:
        """Return the entries of a kind in one of whose texts every word of `wanted` begins a word, however written.

        Sorted by name they stand as `forms` harmonise them, where those are given.
        """
        found = self.index.starting(wanted) if wanted.strip() else None
        shown = partial(harmony.harmonised, forms=forms) if forms else str
        changed = self.index.with_words(forms) if forms and order is Order.NAME else None
        return self.register.find(which, order, found, self._asked, shown, changed)

    def _asked(self) -> Iterator[Name]:
        """Yield the names that cards ask about."""
        return (name for card in (*self.queue.to_review, *self.queue.unsure) for name in card.names)

    def is_open(self, candidate: Candidate) -> bool:
        """Tell whether no verdict joins or blocks the names of `candidate`; what waits unsure is open."""
        pairings = self.register.pairings([candidate])
        return any(self.ledger.standing.names.undecided(p.a, p.b) for p in pairings)

    def is_open_spelling(self, candidate: Candidate) -> bool:
        """Tell the same of two spellings."""
        return self.ledger.standing.spellings.undecided(*words_of(candidate))

    def spelling_card(self, candidate: Candidate) -> SpellingCard:
        """Return the question with the texts it touches."""
        members = self.ledger.standing.spellings.members
        spellings = [spelling for word in words_of(candidate) for spelling in members(word)]
        a, b = self.index.holding(candidate.a), self.index.holding(candidate.b)
        names_a, names_b, either = map(self.index.texts, (a, b, a | b))
        few, other = (names_a, candidate.b) if len(names_a) < len(names_b) else (names_b, candidate.a)
        cards = self.queue.waiting(name for text in few for name in self.register.askable(text))
        return SpellingCard(
            candidate,
            names_a,
            names_b,
            touched=len(either),
            changed_by_a=self._changed_by(harmony.to_form(spellings, candidate.a)),
            changed_by_b=self._changed_by(harmony.to_form(spellings, candidate.b)),
            waiting=sum(any(holds(name.text, other) for name in card.names) for card in cards),
        )

    def _changed_by(self, forms: Mapping[str, str]) -> int:
        """Return how many texts `forms` make read otherwise."""
        changed = self.index.with_words(forms, lambda piece: harmony.harmonised(piece, forms) != piece)
        return len(self.index.texts(changed))

    # --- harmonised spellings --------------------------------------------------------------------------------------

    def forms(self) -> dict[str, str]:
        """Return the preferred forms of spellings as they stand, for `harmony.harmonised`."""
        return harmony.forms(self.ledger.standing)

    def export(self, format_: str, out: Path | BinaryIO) -> None:
        """Write the entries to `out`, under their harmonised names where the format has them; see `export.export`."""
        from reviewer import export  # brings every writer: not before one is needed

        entries: Sequence[Entry] = self.register.entries()
        if format_ in export.HARMONISED:
            forms = self.forms()
            entries = [harmony.harmonised_entry(entry, forms) for entry in entries]
        export.export(entries, self.sources, format_, out)

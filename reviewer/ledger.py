"""The append-only sequence of events, and what follows from it.

The events are the truth. Which names are one, which are blocked, what waits unsure: all of it is computed from the
events that count, so that a reopened project is the same as one never closed. To undo is to go back to before the
event and on from there without it: it costs in proportion to what was said since.
"""

from collections.abc import Callable, Container, Iterable, Sequence
from itertools import combinations, product, takewhile

from reviewer.errors import Contradiction
from reviewer.model import (
    Accepted,
    AnyEvent,
    Decided,
    Flag,
    Flagged,
    Name,
    NameChosen,
    Noted,
    Redone,
    Said,
    Signature,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    SplitOff,
    Undone,
    Verdict,
)
from reviewer.partition import Node, Partition, Trail

_KEPT = 1000
"""Events that can be gone back one by one, for at most a kilobyte or two each; before them all is replayed, once."""


class Standing:
    """What follows from the events that count.

    Attributes: `names` and `spellings` say what is one and what is kept apart; `sources` are the ids of the sources in
    use, in order; `unsure_names` and `unsure_spellings` the pairs that wait, with the event that said so; `preferred`
    the chosen names with their event, a later one outdoing an earlier, `preferred_forms` the same for spellings;
    `notes` and `flags` what was put on a name; `events` what counted, by id.
    """

    def __init__(self, events: Iterable[Said] = ()) -> None:
        self._trail = Trail(_KEPT)
        self.names: Partition[Name] = Partition(self._trail)
        self.spellings: Partition[str] = Partition(self._trail)
        self.sources: list[str] = []
        self.unsure_names: dict[frozenset[Name], int] = {}
        self.unsure_spellings: dict[frozenset[str], int] = {}
        self.preferred: dict[Name, tuple[int, str]] = {}
        self.preferred_forms: dict[str, tuple[int, str]] = {}
        self.notes: dict[Name, tuple[int, str]] = {}
        self.flags: dict[Name, frozenset[Flag]] = {}
        self.events: dict[int, Said] = {}
        self._placed: dict[Name, int] = {}
        for event in events:
            self.check(event)
            self.take(event)

    def node(self, signature: Signature) -> Name:
        """Return the name that `signature` counts under: its own place where a verdict speaks of it, else its text."""
        placed = Name(signature.text, signature.source, signature.position)
        return placed if placed in self._placed else Name(signature.text)

    def check(self, event: Said) -> None:
        """Raise `Contradiction` where `event` goes against a verdict that counts."""
        match event:
            case Decided(verdict=verdict, names=names):
                self._check_pairs(verdict, names, self.names)
            case SpellingDecided(verdict=verdict, a=a, b=b):
                self._check_pairs(verdict, (a, b), self.spellings)
            case Accepted() | SourceReplaced():  # what it says first may go against what it says later
                try:
                    self.take(event)
                finally:
                    self._trail.go_back()

    def take(self, event: Said) -> None:
        """Carry on by one event that `check` has let through."""
        self._trail.begin()
        put = self._trail.put
        put(self.events, event.id, event)
        match event:
            case SourceAdded(source=source):
                put(vars(self), "sources", [*self.sources, source])
            case SourceRemoved(source=source):
                put(vars(self), "sources", [each for each in self.sources if each != source])
            case SourceReplaced(source=source, old=old, respelled=respelled):
                put(vars(self), "sources", [source if each == old else each for each in self.sources])
                for before, now in respelled:
                    self._check_pairs(Verdict.SAME, (Name(before), Name(now)), self.names)
                    self.names.link(Name(before), Name(now), event.id)
            case Decided(verdict=verdict, names=names, preferred=preferred):
                self._judge_names(event.id, verdict, names)
                if preferred:
                    put(self.preferred, names[0], (event.id, preferred))
            case Accepted(groups=groups):
                for names in groups:
                    self._check_pairs(Verdict.SAME, names, self.names)
                    self._judge_names(event.id, Verdict.SAME, names)
            case SplitOff(names=names, left=left):
                self._split(event.id, names, left)
            case SpellingDecided(verdict=verdict, a=a, b=b, preferred=preferred):
                self._judge(event.id, verdict, (a, b), self.spellings, self.unsure_spellings)
                if preferred:
                    put(self.preferred_forms, a, (event.id, preferred))
            case NameChosen(name=name, text=text):
                put(self.preferred, name, (event.id, text))
            case Noted(names=names, text=text):
                for name in names:
                    put(self.notes, name, (event.id, text if name == names[0] else ""))
            case Flagged(names=names, flag=flag, on=on):
                for name in names:
                    left_on = self.flags.get(name, frozenset()) - {flag}
                    put(self.flags, name, left_on | {flag} if on and name == names[0] else left_on)

    def since(self, first: int) -> list[Said]:
        """Return the events from `first` on that count."""
        return [self.events[i] for i in takewhile(lambda i: i >= first, reversed(self.events))][::-1]

    def go_back(self, first: int) -> bool:
        """Take back the events from `first` on; False, having done nothing, where that is too far back."""
        far = len(self.since(first))
        if far > len(self._trail):
            return False
        for _ in range(far):
            self._trail.go_back()
        return True

    def _judge_names(self, event: int, verdict: Verdict, names: Sequence[Name]) -> None:
        if verdict is not Verdict.UNSURE:
            self._place(event, names)
        self._judge(event, verdict, names, self.names, self.unsure_names)

    def _judge(
        self,
        event: int,
        verdict: Verdict,
        nodes: Sequence[Node],
        partition: Partition[Node],
        unsure: dict[frozenset[Node], int],
    ) -> None:
        if verdict is Verdict.SAME:
            for node in nodes[1:]:
                partition.link(nodes[0], node, event)
        for a, b in combinations(nodes, 2):
            if verdict is Verdict.DIFFERENT:
                partition.block(a, b, event)
            if verdict is Verdict.UNSURE:
                self._trail.put(unsure, frozenset((a, b)), event)
            else:
                self._trail.pop(unsure, frozenset((a, b)), event)

    def _split(self, event: int, names: Sequence[Name], left: Sequence[Name]) -> None:
        self._place(event, names)
        self.names.part(names, event)
        for a, b in product(names, left):
            self.names.block(a, b, event)

    def _place(self, event: int, names: Iterable[Name]) -> None:
        for name in names:
            if name.source:
                self._trail.put(self._placed, name, event)

    def _check_pairs(self, verdict: Verdict, nodes: Sequence[Node], partition: Partition[Node]) -> None:
        if verdict is Verdict.UNSURE:
            return
        against = partition.block_between if verdict is Verdict.SAME else partition.link_between
        for a, b in combinations(nodes, 2):
            earlier = against(a, b)
            if earlier is not None:
                raise Contradiction(_earlier_verdict(self.events[earlier]), earlier)


def _earlier_verdict(event: Said) -> str:
    match event:
        case SpellingDecided(verdict=verdict, a=a, b=b):
            words = f"the spellings “{a}” and “{b}”"
        case Decided(verdict=verdict, names=names):
            words = " and ".join(f"“{name.text}”" for name in names)
        case Accepted(groups=groups):
            verdict, words = Verdict.SAME, f"{len(groups)} cards accepted in one go"
        case SourceReplaced():
            verdict, words = Verdict.SAME, "two writings of one line of a list that was read again"
        case SplitOff(names=names, left=left):
            verdict, words = Verdict.DIFFERENT, f"“{names[0].text}” and “{left[0].text}”"
        case _:
            raise AssertionError(event)
    said = "the same" if verdict is Verdict.SAME else "different"
    return f"{event.by} said on {event.at[:10]} that {words} are {said}. Withdraw that verdict to decide otherwise."


def names_of(event: AnyEvent) -> tuple[Name, ...]:
    """Return the names an event is about; none where it is about a source, a spelling or another event."""
    match event:
        case Decided(names=names) | Noted(names=names) | Flagged(names=names):
            return names
        case SplitOff(names=names, left=left):
            return (*names, *left)
        case Accepted(groups=groups):
            return tuple(name for names in groups for name in names)
        case NameChosen(name=name):
            return (name,)
    return ()


def _counting(events: Iterable[AnyEvent], undone: Container[int]) -> list[Said]:
    return [e for e in events if not isinstance(e, Undone | Redone) and e.id not in undone]


class Ledger:
    """The events so far, in order, and where they leave things.

    `events` only ever grows. `standing` is what follows from those that count.
    """

    def __init__(self, events: Iterable[AnyEvent] = ()) -> None:
        self.events: list[AnyEvent] = []
        self.undone: set[int] = set()
        self._redoable: list[Undone] = []
        for event in events:
            self._note(event)
        self.standing = Standing(_counting(self.events, self.undone))

    @property
    def next_id(self) -> int:
        """The id that the next event must bear."""
        return self.events[-1].id + 1 if self.events else 1

    def counting(self) -> list[Said]:
        """Return the events that count: everything said and not undone, in order."""
        return list(self.standing.events.values())

    def said(self, event: int) -> AnyEvent:
        """Return an event by its id; raises `LookupError` where there is none."""
        if not 0 < event <= len(self.events):
            raise LookupError(f"there is no event {event}")
        return self.events[event - 1]

    def undoable(self) -> Said | None:
        """Return the event that undo would take back: the latest that counts."""
        return next(reversed(self.standing.events.values()), None)

    def together(self, event: Said) -> tuple[Said, ...]:
        """Return the events that came in one go with `event`, itself among them, whether they count or not."""
        if not isinstance(event, SourceAdded | SourceReplaced):
            return (event,)
        first = event.came_with or event.id
        each = (e for e in self.events if isinstance(e, SourceAdded | SourceReplaced))
        return tuple(e for e in each if first in (e.id, e.came_with))

    def redoable(self) -> Undone | None:
        """Return the undo that redo would take back: the last since anything new was said."""
        return self._redoable[-1] if self._redoable else None

    def append(self, event: AnyEvent, write: Callable[[AnyEvent], None]) -> None:
        """Check one event, have it written, then follow it.

        `write` makes the event durable. Raises `Contradiction` before it is called where the event goes against what
        counts, and lets through what `write` raises; in both cases all is as it was.
        """
        first = min((event.target, *event.more)) if isinstance(event, Undone | Redone) else event.id
        before = self.standing.since(first)
        self._go_back(first)
        try:
            for each in self._counting_after(event, first):
                self.standing.check(each)
                self.standing.take(each)
            write(event)
        except BaseException:
            self._go_back(first)
            for each in before:
                self.standing.take(each)
            raise
        self._note(event)

    def _go_back(self, first: int) -> None:
        if not self.standing.go_back(first):
            self.standing = Standing(each for each in self.counting() if each.id < first)

    def _counting_after(self, event: AnyEvent, first: int) -> list[Said]:
        """Return what counts from `first` on once `event` is there."""
        if isinstance(event, Undone | Redone):
            return _counting(self.events[first - 1 :], self._undone_after(event))
        return [event]

    def _undone_after(self, event: Undone | Redone) -> set[int]:
        about = {event.target, *event.more}
        return self.undone | about if isinstance(event, Undone) else self.undone - about

    def _note(self, event: AnyEvent) -> None:
        self.events.append(event)
        if isinstance(event, Undone | Redone):
            self.undone = self._undone_after(event)
            self._redoable = [undone for undone in self._redoable if undone.target != event.target]
            if isinstance(event, Undone):
                self._redoable.append(event)
        else:
            self._redoable.clear()

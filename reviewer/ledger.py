"""The append-only sequence of events, and what follows from it.

The events are the truth. Which names are one, which are blocked, what waits unsure: all of it is computed from the
events that count, so that undoing is replaying without, and a reopened project is the same as one never closed.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, product

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
from reviewer.partition import Node, Partition


class Standing:
    """What follows from the events that count.

    Attributes: `names` and `spellings` say what is one and what is kept apart; `sources` are the ids of the sources in
    use, in order; `unsure_names` and `unsure_spellings` the pairs that wait, with the event that said so; `preferred`
    the chosen names with their event, a later one outdoing an earlier, `preferred_forms` the same for spellings;
    `notes` and `flags` what was put on a name; `events` what counted, by id.
    """

    def __init__(self, events: Iterable[Said] = ()) -> None:
        self.names: Partition[Name] = Partition()
        self.spellings: Partition[str] = Partition()
        self.sources: list[str] = []
        self.unsure_names: dict[frozenset[Name], int] = {}
        self.unsure_spellings: dict[frozenset[str], int] = {}
        self.preferred: dict[Name, tuple[int, str]] = {}
        self.preferred_forms: dict[str, tuple[int, str]] = {}
        self.notes: dict[Name, tuple[int, str]] = {}
        self.flags: dict[Name, set[Flag]] = {}
        self.events: dict[int, Said] = {}
        self._placed: set[Name] = set()
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
            case SourceReplaced(respelled=respelled):
                for old, new in respelled:
                    self._check_pairs(Verdict.SAME, (Name(old), Name(new)), self.names)

    def take(self, event: Said) -> None:
        """Carry on by one event that `check` has let through."""
        self.events[event.id] = event
        match event:
            case SourceAdded(source=source):
                self.sources.append(source)
            case SourceRemoved(source=source):
                self.sources.remove(source)
            case SourceReplaced(source=source, old=old, respelled=respelled):
                self.sources[self.sources.index(old)] = source
                for before, now in respelled:
                    self.names.link(Name(before), Name(now), event.id)
            case Decided(verdict=verdict, names=names, preferred=preferred):
                self._judge(event.id, verdict, names)
                if preferred:
                    self.preferred[names[0]] = (event.id, preferred)
            case Accepted(groups=groups):
                for names in groups:
                    self._check_pairs(Verdict.SAME, names, self.names)
                    self._judge(event.id, Verdict.SAME, names)
            case SplitOff(names=names, left=left):
                self._split(event.id, names, left)
            case SpellingDecided(verdict=verdict, a=a, b=b, preferred=preferred):
                _judge(event.id, verdict, (a, b), self.spellings, self.unsure_spellings)
                if preferred:
                    self.preferred_forms[a] = (event.id, preferred)
            case NameChosen(name=name, text=text):
                self.preferred[name] = (event.id, text)
            case Noted(names=names, text=text):
                self.notes |= dict.fromkeys(names, (event.id, "")) | {names[0]: (event.id, text)}
            case Flagged(names=names, flag=flag, on=on):
                for name in names:
                    self.flags.setdefault(name, set()).discard(flag)
                if on:
                    self.flags[names[0]].add(flag)

    def _judge(self, event: int, verdict: Verdict, names: Sequence[Name]) -> None:
        if verdict is not Verdict.UNSURE:
            self._placed.update(name for name in names if name.source)
        _judge(event, verdict, names, self.names, self.unsure_names)

    def _split(self, event: int, names: Sequence[Name], left: Sequence[Name]) -> None:
        self._placed.update(name for name in names if name.source)
        self.names.part(names, event)
        for a, b in product(names, left):
            self.names.block(a, b, event)

    def _check_pairs(self, verdict: Verdict, nodes: Sequence[Node], partition: Partition[Node]) -> None:
        if verdict is Verdict.UNSURE:
            return
        against = partition.block_between if verdict is Verdict.SAME else partition.link_between
        for a, b in combinations(nodes, 2):
            earlier = against(a, b)
            if earlier is not None:
                raise Contradiction(_earlier_verdict(self.events[earlier]), earlier)


def _judge(
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
            unsure[frozenset((a, b))] = event
        else:
            unsure.pop(frozenset((a, b)), None)


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
        self.standing = Standing(self.counting())

    @property
    def next_id(self) -> int:
        """The id that the next event must bear."""
        return self.events[-1].id + 1 if self.events else 1

    def counting(self) -> list[Said]:
        """Return the events that count: everything said and not undone, in order."""
        return self._counting(self.undone)

    def said(self, event: int) -> AnyEvent:
        """Return an event by its id; raises `LookupError` where there is none."""
        if not 0 < event <= len(self.events):
            raise LookupError(f"there is no event {event}")
        return self.events[event - 1]

    def undoable(self) -> Said | None:
        """Return the event that undo would take back: the latest that counts."""
        for event in reversed(self.events):
            if not isinstance(event, Undone | Redone) and event.id not in self.undone:
                return event
        return None

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
        counts, and lets through what `write` raises; in both cases nothing has changed.
        """
        if isinstance(event, Undone | Redone | Accepted | SourceReplaced):
            standing = Standing(self._counting_with(event))
            write(event)
            self.standing = standing
        else:
            self.standing.check(event)
            write(event)
            self.standing.take(event)
        self._note(event)

    def _counting_with(self, event: AnyEvent) -> list[Said]:
        if isinstance(event, Undone | Redone):
            return self._counting(self._undone_after(event))
        return [*self.counting(), event]

    def _counting(self, undone: set[int]) -> list[Said]:
        return [e for e in self.events if not isinstance(e, Undone | Redone) and e.id not in undone]

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

"""The review desk without its furniture: sources and ledger in, queue, entries and statistics out.

A window, a command or a test drives it through the same few verbs. Each verb appends one event to the ledger; all that
is shown is computed from sources, events and the candidates last found.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from itertools import combinations, product

import msgspec

from reviewer import matching, naming
from reviewer.cards import MOST_MEMBERS, Card, Member, Pairing, group
from reviewer.errors import AlreadyAdded, BadInput
from reviewer.ledger import Ledger, Said
from reviewer.model import (
    AnyEvent,
    Candidate,
    Decided,
    Entry,
    Name,
    NameChosen,
    Progress,
    Redone,
    Signature,
    Source,
    SourceAdded,
    SpellingDecided,
    Undone,
    Verdict,
    no_progress,
)


class SpellingCard(msgspec.Struct, frozen=True):
    """One question: whether these are two spellings of one word. With the texts each of them stands in."""

    candidate: Candidate
    names_a: tuple[str, ...]
    names_b: tuple[str, ...]


class Effect(msgspec.Struct, frozen=True):
    """What merging would do: the number of entries before and after, and how many signatories each source loses.

    `name` is what the merged entry would read by itself. `losing` holds (source title, how many fewer), for those
    sources alone in which two of the names both stand.
    """

    before: int
    after: int
    name: str
    losing: tuple[tuple[str, int], ...]


class Question(msgspec.Struct, frozen=True):
    """What the matcher needs to know; the answer is a `matching.Found`. Plain values, fit for another thread."""

    lists: tuple[tuple[str, ...], ...]
    decided: tuple[tuple[str, str, bool], ...]

    def answer(
        self, progress: Progress = no_progress, *, min_score: float = matching.DEFAULT_MIN_SCORE
    ) -> matching.Found:
        """Return the candidates from `min_score` (0..1) up; slow, see `matching.find`."""
        return matching.find(self.lists, decided=self.decided, min_score=min_score, progress=progress)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Review:
    """Sources, ledger and candidates of one project.

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
        self._write = write
        self._now = now
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

    def add(self, source: Source) -> None:
        """Bring in a source; raises `AlreadyAdded` where the same file is in use."""
        self.keep(source)
        self._say(SourceAdded, source=source.id)

    def question(self) -> Question:
        """Return what the matcher must be asked now."""
        spellings = self.ledger.standing.spellings
        same = [(a, b, True) for cluster in spellings.clusters() for a, b in combinations(sorted(cluster), 2)]
        apart = [(a, b) for x, y in spellings.blocks() for a in spellings.members(x) for b in spellings.members(y)]
        different = [(min(pair), max(pair), False) for pair in apart]
        lists = tuple(tuple(s.text for s in source.signatures) for source in self.sources)
        return Question(lists, tuple(sorted(same + different)))

    # --- deciding --------------------------------------------------------------------------------------------------

    def decide(self, verdict: Verdict, names: Iterable[Name], score: float, preferred: str = "") -> None:
        """Say that two or more names are the same, are all different, or that it is not sure.

        `score` is what was shown. `preferred` names the entry where it is not the proposal. Raises `Contradiction`,
        having changed nothing, where an earlier verdict stands against it.
        """
        self._say(Decided, verdict=verdict, names=tuple(names), score=round(score, 4), preferred=preferred.strip())

    def decide_spelling(self, verdict: Verdict, candidate: Candidate) -> None:
        """Say whether two spellings are of one word; raises `Contradiction` as `decide` does."""
        a, b = _words(candidate)
        self._say(SpellingDecided, verdict=verdict, a=a, b=b, score=round(candidate.score, 4))

    def choose_name(self, entry: Entry, text: str) -> None:
        """Give an entry its preferred name: one of its texts or free text; raises `BadInput` where it is blank."""
        if not text.strip():
            raise BadInput("An entry needs a name; type one or press Escape.")
        if text.strip() != entry.name:
            self._say(NameChosen, name=self.ledger.standing.node(entry.signatures[0]), text=text.strip())

    def withdraw(self, event: int) -> None:
        """Take one event back, wherever it stands; the later ones stay.

        Raises `Contradiction` where later verdicts can't stand without it.
        """
        self._say(Undone, target=event)

    def undo(self) -> Said | None:
        """Take back the latest event that counts and return it, or None where there is none."""
        event = self.ledger.undoable()
        if event:
            self._say(Undone, target=event.id)
        return event

    def redo(self) -> Said | None:
        """Bring back the event last undone and return it, or None where there is none."""
        target = self.ledger.redoable()
        if target is None:
            return None
        self._say(Redone, target=target)
        return self.ledger.standing.events[target]

    def _say(self, kind: Callable[..., AnyEvent], **what: object) -> None:
        event = kind(id=self.ledger.next_id, by=self.reviewer, at=self._now(), **what)
        self.ledger.append(event, self._write)
        if isinstance(event, Decided) and not any(name.source for name in event.names):
            self._forget(event.names)
        elif isinstance(event, NameChosen):
            self._forget((event.name,))
        elif not isinstance(event, SpellingDecided):
            self._read_sources()

    # --- what is to be reviewed ------------------------------------------------------------------------------------

    def take(self, found: matching.Found) -> None:
        """Take the matcher's answer to `question`."""
        self.found = found

    def to_review(self) -> list[Card]:
        """Return the open questions, best first."""
        return self._cards(unsure=False)

    def unsure(self) -> list[Card]:
        """Return the questions a reviewer put off, best first."""
        return self._cards(unsure=True)

    def done(self) -> list[Decided]:
        """Return the verdicts that count and decided something, latest first."""
        events = reversed(self.ledger.counting())
        return [e for e in events if isinstance(e, Decided) and e.verdict is not Verdict.UNSURE]

    def spellings_to_review(self) -> list[SpellingCard]:
        """Return the spellings not decided yet, best first."""
        return [self.spelling_card(candidate) for candidate in self.open_spellings()]

    def open_spellings(self, *, unsure: bool = False) -> list[Candidate]:
        """Return what `spellings_to_review` asks, or what was put off, without the names: quick for any number."""
        waiting = self.ledger.standing.unsure_spellings
        open_ones = [c for c in self.found.spellings if self.is_open_spelling(c)]
        return [c for c in open_ones if (frozenset(_words(c)) in waiting) is unsure]

    def is_open(self, candidate: Candidate) -> bool:
        """Tell whether no verdict joins or blocks the names of `candidate`; what waits unsure is open."""
        return any(self._apart(a, b) for a, b in self._pairs(candidate))

    def is_open_spelling(self, candidate: Candidate) -> bool:
        """Tell whether no verdict joins or blocks the spellings of `candidate`; what waits unsure is open."""
        spellings, (a, b) = self.ledger.standing.spellings, _words(candidate)
        return not spellings.joined(a, b) and spellings.block_between(a, b) is None

    def member(self, name: Name) -> Member:
        """Return the row of a card for `name`: with its entry as it stands, or its one signature where it is placed."""
        if name.source and name not in self._signatures:
            signature = self._known[name.source].signatures[name.position - 1]
            return Member(name, Entry(_entry_id(signature), name.text, (), (signature,)))
        return Member(name, self._entry(self.ledger.standing.names.root(name)))

    def holds(self, name: Name) -> bool:
        """Tell whether anything reads `name` now: its sources may have been taken back."""
        return any(each in self._signatures for each in self.ledger.standing.names.members(name))

    def effect(self, names: Iterable[Name]) -> Effect:
        """Return what saying `same` of `names` would do."""
        members = [self.member(name) for name in names]
        distinct = {member.entry.id: member.entry for member in members}
        stands_in = Counter(s for entry in distinct.values() for s in {s.source for s in entry.signatures})
        losing = tuple((self._known[s].title, n - 1) for s, n in stands_in.items() if n > 1)
        every = [name for member in members for name in self.ledger.standing.names.members(member.name)]
        uses = Counter(s.text for entry in distinct.values() for s in entry.signatures)
        return Effect(self.entry_count, self.entry_count - len(distinct) + 1, self._entry_name(every, uses), losing)

    def _cards(self, *, unsure: bool) -> list[Card]:
        names = self.ledger.standing.names
        waiting = {frozenset(map(names.root, pair)) for pair in self.ledger.standing.unsure_names}
        best: dict[tuple[Name, Name], Pairing] = {}
        for candidate in self.found.names:
            for a, b in self._pairs(candidate):
                roots = names.root(a), names.root(b)
                if self._apart(a, b) and (frozenset(roots) in waiting) is unsure:
                    best.setdefault((min(roots), max(roots)), Pairing(a, b, candidate))
        return [self._card(roots, pairings) for roots, pairings in group(best)]

    def _apart(self, a: Name, b: Name) -> bool:
        names = self.ledger.standing.names
        return not names.joined(a, b) and names.block_between(a, b) is None

    def _pairs(self, candidate: Candidate) -> Iterable[tuple[Name, Name]]:
        if candidate.a != candidate.b:
            return product(self._names.get(candidate.a, ()), self._names.get(candidate.b, ()))
        return ((Name(candidate.a), placed) for placed in self._repeats.get(candidate.a, ()))

    def _card(self, roots: tuple[Name, ...], pairings: tuple[Pairing, ...]) -> Card:
        root = self.ledger.standing.names.root
        shown = {root(name): name for p in reversed(pairings) for name in (p.a, p.b)}
        members = tuple(self.member(shown[r]) for r in roots)
        placed = {s for m in members if m.name.source for s in m.entry.signatures}
        members = tuple(m if m.name.source else _without(m, placed) for m in members)
        return Card(members, pairings, min(p.candidate.score for p in pairings))

    def spelling_card(self, candidate: Candidate) -> SpellingCard:
        """Return the question with the texts it touches."""
        a, b = (tuple(matching.names_with(word, self._names)) for word in (candidate.a, candidate.b))
        return SpellingCard(candidate, a, b)

    # --- entries ---------------------------------------------------------------------------------------------------

    @property
    def entry_count(self) -> int:
        """The number of signatories as they stand."""
        present = ((name for name in c if name in self._signatures) for c in self.ledger.standing.names.clusters())
        return len(self._signatures) - sum(max(0, sum(1 for _ in names) - 1) for names in present)

    def entries(self) -> list[Entry]:
        """Return all entries in the order of their first signatures."""
        root = self.ledger.standing.names.root
        return [self._entry(r) for r in dict.fromkeys(root(name) for name in self._signatures)]

    def _entry(self, root: Name) -> Entry:
        if root not in self._entries:
            self._entries[root] = self._make_entry(self.ledger.standing.names.members(root))
        return self._entries[root]

    def _make_entry(self, names: Sequence[Name]) -> Entry:
        order = {source: i for i, source in enumerate(self.ledger.standing.sources)}
        signatures = [s for name in names for s in self._signatures.get(name, ())]
        signatures.sort(key=lambda s: (order[s.source], s.position))
        uses = Counter(s.text for s in signatures)
        name = self._entry_name(names, uses)
        variants = tuple(text for text, _ in uses.most_common() if text != name)
        return Entry(_entry_id(signatures[0]), name, variants, tuple(signatures))

    def _entry_name(self, names: Iterable[Name], uses: Mapping[str, int]) -> str:
        chosen = max((p for n in names if (p := self.ledger.standing.preferred.get(n))), default=None)
        return chosen[1] if chosen else naming.propose(uses)

    # --- what is computed once and forgotten when it changes -------------------------------------------------------

    def _read_sources(self) -> None:
        self._signatures: dict[Name, list[Signature]] = {}
        self._repeats: dict[str, list[Name]] = {}
        self._entries: dict[Name, Entry] = {}
        seen: set[tuple[str, str]] = set()
        for signature in (s for source in self.sources for s in source.signatures):
            self._signatures.setdefault(self.ledger.standing.node(signature), []).append(signature)
            if (signature.source, signature.text) in seen:
                placed = self._repeats.setdefault(signature.text, [])
                if len(placed) < MOST_MEMBERS - 1:
                    placed.append(Name(signature.text, signature.source, signature.position))
            seen.add((signature.source, signature.text))
        self._names: dict[str, list[Name]] = {}
        for name in self._signatures:
            self._names.setdefault(name.text, []).append(name)

    def _forget(self, names: Iterable[Name]) -> None:
        for name in names:
            self._entries.pop(self.ledger.standing.names.root(name), None)


def _words(candidate: Candidate) -> tuple[str, str]:
    """Return the folded words a spelling candidate is about; spelling verdicts are keyed by them."""
    return matching.fold(candidate.a), matching.fold(candidate.b)


def _without(member: Member, placed: set[Signature]) -> Member:
    """Take out of a member what another row of the same card asks about by its place."""
    left = tuple(s for s in member.entry.signatures if s not in placed)
    return Member(member.name, msgspec.structs.replace(member.entry, signatures=left)) if placed else member


def _entry_id(first: Signature) -> str:
    return sha256(f"{first.source}:{first.position}".encode()).hexdigest()[:10]

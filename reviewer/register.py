"""Signatures -> entries, as the ledger stands."""

from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from itertools import chain, combinations, product
from typing import TYPE_CHECKING

import msgspec

from reviewer import naming
from reviewer.cards import MOST_MEMBERS, Card, Pairing
from reviewer.lazily import Lazily
from reviewer.ledger import Ledger
from reviewer.model import Candidate, Entry, Name, Signature, Source

if TYPE_CHECKING:
    from reviewer.listing import Held, Listing, Mask, Rows


_AT_ONCE = 4096
"""Names looked up in one call: all of 100,000 would keep the interpreter from the window for too long."""


class Member(msgspec.Struct, frozen=True):
    """One row of a card: the name in question and the entry it belongs to so far."""

    name: Name
    entry: Entry


class Effect(msgspec.Struct, frozen=True):
    """What merging would do: the number of entries before and after, and how many signatories each source loses.

    `name` is what the merged entry would read by itself. `losing` holds (source title, how many fewer), for those
    sources alone in which two of the names both stand.
    """

    before: int
    after: int
    name: str
    losing: tuple[tuple[str, int], ...]


class Which(StrEnum):
    """Entries of one kind."""

    ALL = "all"
    MERGED = "merged"
    SINGLE = "single"
    OPEN = "undecided"
    NOTED = "noted"
    FLAGGED = "flagged"


class Order(StrEnum):
    """How entries are sorted; ties stand as listed."""

    LISTED = "as listed"
    NAME = "by name"
    SIGNATURES = "most signatures"


class Register:
    """The entries of the sources in use. Made anew when sources come or go; entries are made when first asked for.

    `met` tells of each source (by id) how many of its distinct texts an earlier one has, and how many are new with it.
    """

    def __init__(self, sources: Iterable[Source], ledger: Ledger) -> None:
        self._ledger = ledger
        self._sources: dict[str, Source] = {}
        self._order: dict[str, int] = {}
        self._signatures: dict[Name, list[Signature]] = {}
        self._repeats: dict[str, list[Name]] = {}
        self._entries: dict[Name, Entry] = {}
        self._names: dict[str, list[Name]] = {}
        self._apart: set[str] = set()
        self.met: dict[str, tuple[int, int]] = {}
        for source in sources:
            self._take_in(source)
        self.count = len(self._signatures) - sum(self._joins(c) for c in ledger.standing.names.clusters())

    def grow(self, sources: Sequence[Source], asked: Container[str]) -> bool:
        """Take in what came behind the sources there are, at a cost in proportion to that.

        Returns False, having done nothing, where that is not all: other sources changed, a verdict speaks of a place in
        a new one, or texts that only now are there were `asked` about already.
        """
        node = self._ledger.standing.node
        more = sources[len(self._sources) :]
        nodes = {node(signature) for source in more for signature in source.signatures}
        same = [source.id for source in sources[: len(self._sources)]] == list(self._sources)
        if not same or any(n.source or (n.text in asked and n.text not in self._names) for n in nodes):
            return False
        touched = {each for name in nodes for each in self._cluster(name)}
        before = self.entries_among(touched)
        for source in more:
            self._take_in(source)
        if self._is_listed:
            self.listing.put(self._held({node.text for node in nodes}))
        self.forget(touched, before)
        return True

    def _take_in(self, source: Source) -> None:
        self._order[source.id] = len(self._sources)
        self._sources[source.id] = source
        node = self._ledger.standing.node
        known = len(self._names)
        seen: set[str] = set()
        for signature in source.signatures:
            name = node(signature)
            if name not in self._signatures:
                self._signatures[name] = []
                self._names.setdefault(name.text, []).append(name)
                self._apart.update([name.text] if name.source else ())
            self._signatures[name].append(signature)
            if signature.text in seen:
                self._note_repeat(signature)
            seen.add(signature.text)
        new = len(self._names) - known
        self.met[source.id] = len(seen) - new, new

    def regroup(self, texts: Collection[str]) -> None:
        """Group the signatures of these texts anew: verdicts speak of the place of one now, or no longer."""
        before = [name for text in texts for name in self._names.get(text, ())]
        for text in texts:
            signatures = [s for name in self._names.get(text, ()) for s in self._signatures.pop(name)]
            signatures.sort(key=self._place)
            for signature in signatures:
                self._signatures.setdefault(self._ledger.standing.node(signature), []).append(signature)
            self._names[text] = list(dict.fromkeys(map(self._ledger.standing.node, signatures)))
        self._apart.update(texts)
        if texts and self._is_listed:
            self.listing.put(self._held(texts, before))

    def askable(self, text: str) -> list[Name]:
        """Return the names by which the signatures of a text may be asked about: as it stands, and by later places."""
        return list(dict.fromkeys((*self._names.get(text, ()), Name(text), *self._repeats.get(text, ()))))

    @property
    def texts(self) -> Iterable[str]:
        """The distinct texts of all signatures."""
        return self._names

    def holds(self, name: Name) -> bool:
        """Tell whether anything reads `name` now: its sources may have been taken back."""
        return any(each in self._signatures for each in self._cluster(name))

    def stands(self, name: Name) -> bool:
        """Tell whether any signature counts under exactly `name`."""
        return name in self._signatures

    def holder(self, name: Name) -> Name:
        """Return the name that the signatures of `name` count under: for a place not set apart, its text."""
        return name if name in self._signatures else Name(name.text)

    def names(self, entry: Entry) -> tuple[Name, ...]:
        """Return the names of an entry in the order of their first signatures."""
        return tuple(dict.fromkeys(map(self._ledger.standing.node, entry.signatures)))

    def entries(self) -> Sequence[Entry]:
        """Return all entries as listed."""
        names = list(chain.from_iterable(self._names.values()))
        if self._apart:  # else texts stand in the order of their first signatures already
            names.sort(key=lambda name: self._place(self._signatures[name][0]))
        roots: dict[Name, None] = {}
        for at in range(0, len(names), _AT_ONCE):
            roots.update(dict.fromkeys(self._ledger.standing.names.roots(names[at : at + _AT_ONCE])))
        return Lazily(tuple(roots), self.entry)

    def find(
        self,
        which: Which = Which.ALL,
        order: Order = Order.LISTED,
        found: "tuple[Mask, Mask] | None" = None,
        waiting: Callable[[], Iterable[Name]] = tuple,
        shown: Callable[[str], str] = str,
        changed: "Mask | None" = None,
    ) -> "Listed":
        """Return the entries of a kind, where `found` is given those that hold any of its texts.

        `found` are texts by their numbers, in the order of `texts`; those of its second mask come first. `waiting`
        returns the names that are asked about. Sorted by name entries stand by what `shown` makes of it, for the eye
        looks for what it reads: `shown` leaves alone all names but those in `changed` texts.
        """
        listing = self.listing
        entries = foremost = self._of_kind(which, waiting)
        if found:
            entries, foremost = (entries & listing.with_texts(texts) for texts in found)
        if order is Order.NAME:
            touched = listing.of(()) if changed is None else listing.with_texts(changed)
            return Listed(self, listing.by_name(listing.listed(entries, entries), shown, touched))
        rows = listing.listed(entries, foremost)
        return Listed(self, listing.by_signatures(rows) if order is Order.SIGNATURES else rows)

    def _of_kind(self, which: Which, waiting: Callable[[], Iterable[Name]]) -> "Mask":
        listing, standing = self.listing, self._ledger.standing
        match which:
            case Which.MERGED:
                return listing.merged()
            case Which.SINGLE:
                return listing.every() & ~listing.merged()
            case Which.OPEN:
                return listing.of(waiting())
            case Which.NOTED:
                return listing.of(name for name, (_event, text) in standing.notes.items() if text)
            case Which.FLAGGED:
                return listing.of(name for name, flags in standing.flags.items() if flags)
        return listing.every()

    @cached_property
    def listing(self) -> "Listing":
        """The entries as arrays, kept in line with the verdicts once it is made, which is slow for many."""
        from reviewer.listing import Listing  # brings numpy: not before entries are looked at

        listing = Listing(self._held(self._names), lambda name: self.entry(name).name)
        standing = self._ledger.standing
        for name in (*(cluster[0] for cluster in standing.names.clusters()), *standing.preferred):
            self._join(listing, name)
        return listing

    def _held(self, texts: Container[str], gone: Iterable[Name] = ()) -> "Iterator[Held]":
        from reviewer.listing import Held

        lost = [name for name in gone if name not in self._signatures]
        for number, (text, names) in enumerate(self._names.items()):
            if text in texts:
                for name in names:
                    order, position = self._place(self._signatures[name][0])
                    yield Held(name, number, (order << 32) + position, len(self._signatures[name]))
                yield from (Held(name, number, 0, 0) for name in lost if name.text == text)

    def _join(self, listing: "Listing", name: Name) -> None:
        cluster = self._cluster(name)
        listing.join(cluster, is_plain=len(cluster) == 1 and name not in self._ledger.standing.preferred)

    @property
    def _is_listed(self) -> bool:
        return "listing" in vars(self)

    def snapshot(self) -> Iterator[Entry]:
        """Yield all entries as listed without keeping those that are made: for another thread, while verdicts come in.

        What is yielded across a change may be half before it and half after, or fail; it is to be dropped.
        """
        for root in map(self._ledger.standing.names.root, self.find().values):
            yield self._entries.get(root) or self._make_entry(self._cluster(root))

    def entry(self, name: Name) -> Entry:
        """Return the entry that holds `name`."""
        root = self._ledger.standing.names.root(name)
        if root not in self._entries:
            self._entries[root] = self._make_entry(self._cluster(root))
        return self._entries[root]

    def member(self, name: Name) -> Member:
        """Return the row of a card for `name`: with its entry as it stands, or its one signature where it is placed."""
        if name.source and name not in self._signatures:
            signature = self._sources[name.source].signatures[name.position - 1]
            return Member(name, Entry(_entry_id(signature), name.text, (), (signature,)))
        return Member(name, self.entry(name))

    def signatures(self, name: Name) -> Iterable[Signature]:
        """Yield the signatures of the entry that holds `name`, in no order: for many entries, `entry` takes long."""
        if name.source and name not in self._signatures:
            return iter((self._sources[name.source].signatures[name.position - 1],))
        return chain.from_iterable(self._of_cluster(self._ledger.standing.names.root(name)))

    def by_itself(self, name: Name) -> Member:
        """Return the row of `name` with its own signatures alone, whatever it was joined with."""
        held = self.holder(name)
        if name.source or held not in self._signatures:
            return self.member(name)
        return Member(name, Entry("", name.text, (), tuple(self._signatures[held])))

    def listed(self, names: Iterable[Name]) -> list[Name]:
        """Return names in the order of their first signatures."""
        return sorted(names, key=lambda name: self._place(self.member(name).entry.signatures[0]))

    def members(self, card: Card) -> tuple[Member, ...]:
        """Return the rows of a card, as listed: the eye finds the earlier list above the later one on every card."""
        members = tuple(map(self.member, self.listed(card.names)))
        placed = {s for m in members if m.name.source for s in m.entry.signatures}
        return tuple(m if m.name.source else _without(m, placed) for m in members) if placed else members

    def pairings(self, candidates: Iterable[Candidate]) -> Iterable[Pairing]:
        """Yield what candidates ask of the names there are; a repeat asks of a text and its later places in a list."""
        for candidate in candidates:
            for a, b in self._pairs(candidate):
                yield Pairing(a, b, candidate)

    def effect(self, names: Sequence[Name]) -> Effect:
        """Return what saying `same` of `names` would do."""
        distinct = {entry.id: entry for entry in (self.member(name).entry for name in names)}
        stands_in = Counter(s for entry in distinct.values() for s in {s.source for s in entry.signatures})
        losing = tuple((self._sources[s].title, n - 1) for s, n in stands_in.items() if n > 1)
        uses = Counter(s.text for entry in distinct.values() for s in entry.signatures)
        name = self._entry_name([each for name in names for each in self._cluster(name)], uses)
        return Effect(self.count, self.count - len(distinct) + 1, name, losing)

    def forget(self, names: Collection[Name], entries_before: int) -> None:
        """Make the entries of `names` anew when next asked for: a verdict has changed how many they are."""
        for name in names:
            self._entries.pop(name, None)
        for root in set(map(self._ledger.standing.names.root, names)) if self._is_listed else ():
            self._join(self.listing, root)
        self.count += self.entries_among(names) - entries_before

    def entries_among(self, names: Iterable[Name]) -> int:
        """Return how many entries `names` make."""
        root = self._ledger.standing.names.root
        return len({root(name) for name in names if name in self._signatures})

    def _pairs(self, candidate: Candidate) -> Iterable[tuple[Name, Name]]:
        if candidate.a != candidate.b:
            return product(self._names.get(candidate.a, ()), self._names.get(candidate.b, ()))
        return combinations((Name(candidate.a), *self._repeats.get(candidate.a, ())), 2)

    def _note_repeat(self, signature: Signature) -> None:
        placed = self._repeats.setdefault(signature.text, [])
        if len(placed) < MOST_MEMBERS - 1:
            placed.append(Name(signature.text, signature.source, signature.position))

    def _cluster(self, name: Name) -> tuple[Name, ...]:
        return self._ledger.standing.names.members(name)

    def _of_cluster(self, name: Name) -> Iterable[list[Signature]]:
        return (self._signatures[each] for each in self._cluster(name) if each in self._signatures)

    def _place(self, signature: Signature) -> tuple[int, int]:
        return self._order[signature.source], signature.position

    def _joins(self, names: Iterable[Name]) -> int:
        return max(0, sum(name in self._signatures for name in names) - 1)

    def _make_entry(self, names: Sequence[Name]) -> Entry:
        signatures = [s for name in names for s in self._signatures.get(name, ())]
        signatures.sort(key=self._place)
        uses = Counter(s.text for s in signatures)
        name = self._entry_name(names, uses)
        variants = tuple(text for text, _ in uses.most_common() if text != name)
        standing = self._ledger.standing
        notes = dict.fromkeys(text for _, text in sorted(standing.notes[n] for n in names if n in standing.notes))
        flags = {flag for name in names for flag in standing.flags.get(name, ())}
        return Entry(
            _entry_id(signatures[0]),
            name,
            variants,
            tuple(signatures),
            "\n".join(filter(None, notes)),
            tuple(sorted(flags)),
        )

    def _entry_name(self, names: Iterable[Name], uses: Mapping[str, int]) -> str:
        preferred = self._ledger.standing.preferred
        chosen = max((preferred[name] for name in names if name in preferred), default=None)
        return chosen[1] if chosen else naming.propose(uses)


class Listed(Lazily[Name, Entry]):
    """Entries that were found, in the order asked for, each by the name in it that is listed first."""

    def __init__(self, register: Register, rows: "Rows") -> None:
        super().__init__(rows, register.entry)
        self._register, self._rows = register, rows

    def row_of(self, entry: Entry) -> int:
        """Return where the entry stands that now holds the first signature of `entry`, or -1."""
        return self._register.listing.row_of(self._register.names(entry)[0], self._rows)


def _without(member: Member, placed: set[Signature]) -> Member:
    """Take out of a member what another row of the same card asks about by its place."""
    left = tuple(s for s in member.entry.signatures if s not in placed)
    return Member(member.name, msgspec.structs.replace(member.entry, signatures=left))


def _entry_id(first: Signature) -> str:
    return sha256(f"{first.source}:{first.position}".encode()).hexdigest()[:10]

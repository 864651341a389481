"""Candidates -> cards: small groups of names that hang together, each pair asked once."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from math import inf

import msgspec

from reviewer.model import Candidate, Evidence, Name

MOST_MEMBERS = 99
"""Names a card may have: as many as one may look through with one verdict in mind."""

_LEEWAY = 0.2
"""How far below the best pair of a card every other pair may score. Keeps `a ~ b ~ c` with `a !~ c` apart."""


class Pairing(msgspec.Struct, frozen=True):
    """A candidate as a question about two names."""

    a: Name
    b: Name
    candidate: Candidate

    @property
    def rank(self) -> tuple[float, Name, Name]:
        """Best first, ties by name."""
        return (-self.candidate.score, self.a, self.b)


class Card(msgspec.Struct, frozen=True, cache_hash=True):
    """One question: whether these are the same signatory.

    `names` are those of different entries that are shown. Every two entries are paired by a candidate; `pairings`
    holds them best first.
    """

    names: tuple[Name, ...]
    pairings: tuple[Pairing, ...]

    @property
    def score(self) -> float:
        """The score (0..1) of the weakest pair, so that it speaks for the whole card."""
        return self.pairings[-1].candidate.score

    @property
    def rank(self) -> tuple[float, tuple[Name, ...]]:
        """Best first, ties by name."""
        return (-self.score, self.names)

    @property
    def key(self) -> frozenset[Name]:
        """What makes this the same card after something else was decided."""
        return frozenset(self.names)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the best pair."""
        return self.pairings[0].candidate.evidence

    @property
    def warnings(self) -> tuple[str, ...]:
        """What must not be overlooked, each once, over all pairs."""
        said = [e.warning for p in self.pairings for e in p.candidate.evidence if e.warning]
        return tuple(dict.fromkeys(said))


def group(pairings: Iterable[Pairing], root: Callable[[Name], Name]) -> list[Card]:
    """Return cards in which every two entries are paired, best first; each two entries stand on exactly one card.

    `root` tells which entry a name belongs to: the name that stands for its cluster. Of several pairings between two
    entries the best asks. A card grows from its best pairing outwards, and takes an entry in only where that is paired
    with every member about as well: no chains.
    """
    ranked = sorted(pairings, key=lambda pairing: pairing.rank)
    near: dict[Name, dict[Name, Pairing]] = defaultdict(dict)
    for pairing in ranked:
        a, b = root(pairing.a), root(pairing.b)
        near[a].setdefault(b, pairing)
        near[b].setdefault(a, pairing)
    cards = []
    for best in ranked:
        a, b = root(best.a), root(best.b)
        if b in near[a]:
            cards.append(_take_out(_grow(a, b, near), near, root))
    return sorted(cards, key=lambda card: card.rank)


Near = dict[Name, dict[Name, Pairing]]


def _grow(a: Name, b: Name, near: Near) -> list[Name]:
    roots = [a, b]
    floor = near[a][b].candidate.score - _LEEWAY
    common = near[a].keys() & near[b].keys()
    for score, other in sorted((-_weakest(other, roots, near), other) for other in common):
        if len(roots) == MOST_MEMBERS or -score < floor:
            break
        if _weakest(other, roots, near) >= floor:
            roots.append(other)
    return roots


def _weakest(name: Name, roots: Iterable[Name], near: Near) -> float:
    """Return the least score of `name` with any of `roots`, below any score where it is not paired with one."""
    return min(near[name][root].candidate.score if root in near[name] else -inf for root in roots)


def _take_out(roots: list[Name], near: Near, root: Callable[[Name], Name]) -> Card:
    """Return the card of `roots` and strike its pairings, so that no other card asks them."""
    inside = [near[a].pop(b) for a, b in combinations(roots, 2)]
    for a, b in combinations(roots, 2):
        del near[b][a]
    inside.sort(key=lambda pairing: pairing.rank)
    shown: dict[Name, Name] = {}
    for pairing in inside:
        shown.setdefault(root(pairing.a), pairing.a)
        shown.setdefault(root(pairing.b), pairing.b)
    return Card(tuple(shown[each] for each in roots), tuple(inside))

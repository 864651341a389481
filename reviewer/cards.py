"""Candidates -> cards: small groups of entries that hang together, each pair asked once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from reviewer.model import Candidate, Entry, Evidence, Name

MOST_MEMBERS = 9
"""Members a card may have: as many as there are number keys to choose the preferred name with."""

_LEEWAY = 0.2
"""How far below the best pair of a card every other pair may score. Keeps `a ~ b ~ c` with `a !~ c` apart."""


class Pairing(msgspec.Struct, frozen=True):
    """A candidate between two entries as they stand now, `a` and `b` being the names it speaks of."""

    a: Name
    b: Name
    candidate: Candidate


class Member(msgspec.Struct, frozen=True):
    """One row of a card: the name in question and the entry it belongs to so far."""

    name: Name
    entry: Entry


class Card(msgspec.Struct, frozen=True):
    """One question: whether these are the same signatory.

    Every two members are paired by a candidate; `pairings` holds them best first, `score` (0..1) is the weakest of
    them, so that it speaks for the whole card.
    """

    members: tuple[Member, ...]
    pairings: tuple[Pairing, ...]
    score: float

    @property
    def key(self) -> frozenset[Name]:
        """What makes this the same card after something else was decided."""
        return frozenset(member.name for member in self.members)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of the best pair."""
        return self.pairings[0].candidate.evidence

    @property
    def warnings(self) -> tuple[str, ...]:
        """What must not be overlooked, each once, over all pairs."""
        said = [e.warning for p in self.pairings for e in p.candidate.evidence if e.warning]
        return tuple(dict.fromkeys(said))


Group = tuple[tuple[Name, ...], tuple[Pairing, ...]]


def group(pairings: Mapping[tuple[Name, Name], Pairing]) -> list[Group]:
    """Return groups in which every two names are paired, best first; each pairing is in exactly one group.

    `pairings` maps two cluster roots to the best pairing between them. Grows from the best pairing outwards, and takes
    a name in only where it is paired with every member about as well: no chains.
    """
    near: dict[Name, dict[Name, Pairing]] = defaultdict(dict)
    for (a, b), pairing in pairings.items():
        near[a][b] = near[b][a] = pairing
    groups: list[Group] = []
    for (a, b), best in sorted(pairings.items(), key=lambda item: _rank(item[1])):
        if b not in near[a]:
            continue
        roots = [a, b]
        floor = best.candidate.score - _LEEWAY
        for other in _fitting(near[a].keys() & near[b].keys(), roots, near, floor):
            if len(roots) < MOST_MEMBERS and _weakest(other, roots, near) >= floor:
                roots.append(other)
        inside = [near[x].pop(y) for i, x in enumerate(roots) for y in roots[i + 1 :]]
        for i, x in enumerate(roots):
            for y in roots[:i]:
                del near[x][y]
        groups.append((tuple(roots), tuple(sorted(inside, key=_rank))))
    return groups


def _rank(pairing: Pairing) -> tuple[float, Name, Name]:
    return (-pairing.candidate.score, pairing.a, pairing.b)


def _weakest(name: Name, roots: Iterable[Name], near: Mapping[Name, Mapping[Name, Pairing]]) -> float:
    return min(near[name][root].candidate.score if root in near[name] else 0.0 for root in roots)


def _fitting(
    others: Iterable[Name], roots: list[Name], near: Mapping[Name, Mapping[Name, Pairing]], floor: float
) -> list[Name]:
    scored = [(_weakest(other, roots, near), other) for other in others]
    return [other for score, other in sorted(scored, key=lambda item: (-item[0], item[1])) if score >= floor]

"""What lies around pairs of names: the lists both stand in, and who else each of the two could be."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reviewer.matching.arrays import Bools, Floats, Ints, begins, distinct, within
from reviewer.matching.coefficients import COEFFICIENTS

NEAR = 1.0
"""A rival counts from this many log-odds behind the pair on."""

SAME_LIST = "Both names stand in the same list: usually two signatories."

_MOST = 6.0
_SILENT = -8.0
"""Below these log-odds a pair says nothing of others."""


class Pairs(NamedTuple):
    """Pairs of names (numbers) and what their words add up to, in log-odds, as columns."""

    a: Ints
    b: Ints
    raw: Floats

    def at(self, rows: Ints | Bools) -> "Pairs":
        """Return some of the rows."""
        return Pairs._make(column[rows] for column in self)

    def touching(self, names: Bools) -> Bools:
        """Tell which pairs hold any of some names."""
        return names[self.a] | names[self.b]

    def names(self) -> list[tuple[int, int]]:
        """Return the names of each pair."""
        return list(zip(self.a.tolist(), self.b.tolist(), strict=True))


class Context(NamedTuple):
    """A step outside the words of the names, with the sentence a reviewer reads; `side` 0 speaks of a, 1 of b."""

    kind: str
    side: int
    effect: float
    measures: tuple[tuple[str, float], ...]
    warning: str


class Around(NamedTuple):
    """What lies around pairs.

    Whether both names stand in one list; then, for either name (2, pairs), who has a better claim to it, -1 for nobody,
    and by how much, in log-odds.
    """

    together: Bools
    rival: Ints
    closer: Floats

    @classmethod
    def of(cls, pairs: Pairs, stands: Ints, sets: Sequence[frozenset[int]]) -> "Around":
        """Look around pairs, all that their names have; `stands` and `sets` as in `Collection`.

        One list holds a signatory once as a rule: the best partner of a name in a list stands against all others there.
        Other lists have no say, so that adding one changes little.
        """
        own, other, raw = np.concatenate(pairs[:2]), np.concatenate(pairs[1::-1]), np.tile(pairs.raw, 2)
        kind = stands[other] * len(sets) + stands[own]
        kinds = distinct(kind)
        both = [(sets[k // len(sets)], sets[k % len(sets)]) for k in kinds.tolist()]
        meeting = np.array([not theirs.isdisjoint(ours) for theirs, ours in both], bool)
        kind = np.searchsorted(kinds, kind)
        end, number = _spread(kind, [sorted(theirs - ours) for theirs, ours in both])
        key = own[end] * (1 + int(number.max(initial=0))) + number
        row, loss, name = _rivals(key, np.where(raw < _SILENT, np.inf, -raw)[end], other[end])
        amount = np.minimum(NEAR - loss - raw[end[row]], _MOST)
        better = np.flatnonzero(amount > 0)
        better = better[np.lexsort((name[better], loss[better]))[::-1]]  # the best last: that stays of several
        rival, closer = np.full(len(own), -1), np.zeros(len(own))
        rival[end[row[better]]], closer[end[row[better]]] = name[better], amount[better]
        return cls(meeting[kind[: len(pairs.a)]], rival.reshape(2, -1), closer.reshape(2, -1))

    def at(self, rows: Ints) -> "Around":
        """Return what lies around some of the pairs."""
        return Around(self.together[rows], self.rival[:, rows], self.closer[:, rows])

    def effects(self) -> Floats:
        """Return what it adds to the score of each pair, in log-odds; never more than nothing."""
        closer: Floats = self.closer.sum(axis=0)
        return COEFFICIENTS["closer"] * closer + COEFFICIENTS["same list"] * self.together

    def told(self, pairs: Pairs, names: Sequence[str]) -> list[list[Context]]:
        """Return the steps that lie around each of the pairs."""
        found: list[list[Context]] = [[] for _ in pairs.a]
        for row in np.flatnonzero(self.together).tolist():
            found[row].append(_context("both stand in the same list", 0, ("same list", 1.0), SAME_LIST))
        for side, own in enumerate(pairs[:2]):
            for row in np.flatnonzero(self.rival[side] >= 0).tolist():
                says = f"“{names[own[row]]}” has a closer partner: “{names[self.rival[side, row]]}”."
                found[row].append(_context("closer partner", side, ("closer", float(self.closer[side, row])), says))
        return found


def _spread(kind: Ints, numbers: Sequence[Sequence[int]]) -> tuple[Ints, Ints]:
    """Return for each row all the numbers its kind has: the row and the number."""
    size = np.array(list(map(len, numbers)), np.int64)
    flat = np.array([number for some in numbers for number in some], np.int64)
    begin, many = (np.cumsum(size) - size)[kind], size[kind]
    return np.repeat(np.arange(len(kind)), many), flat[np.repeat(begin, many) + within(many)]


def _rivals(key: Ints, loss: Floats, name: Ints) -> tuple[Ints, Floats, Ints]:
    """Return, for each row that is not alone with its key, the best of the others: row, its loss, its name."""
    order = np.lexsort((name, loss, key))
    key = key[order]
    first = np.append(begins(key), True)
    best = np.maximum.accumulate(np.where(first[:-1], np.arange(len(key)), 0))
    rows = np.flatnonzero(~(first[:-1] & first[1:]))
    others = order[np.where(first[rows], rows + 1, best[rows])]
    return order[rows], loss[others], name[others]


def _context(kind: str, side: int, measure: tuple[str, float], warning: str) -> Context:
    return Context(kind, side, COEFFICIENTS[measure[0]] * measure[1], (measure,), warning)

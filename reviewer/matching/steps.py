"""Steps of many alignments at once, as columns of numbers, and one by one as `align` has them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reviewer.matching.align import Places, Step
from reviewer.matching.arrays import Bools, Floats, Ints, within
from reviewer.matching.coefficients import AGREEING_FADES, COEFFICIENTS
from reviewer.matching.lexicon import KINDS

SAME, SIMILAR, DECIDED, REORDERED, WHOLE, ONLY_A, ONLY_B, APART = range(8)
"""Kinds of steps; words told apart go by what tells them: that of `lexicon.KINDS`, counted from `APART` on."""
_SAID = ["same words", "similar", "decided", "word order", "only small things differ", "only in A", "only in B", *KINDS]


class Rows(NamedTuple):
    """Steps found, by pair.

    Their kind, their places on either side (-1 for none; there is a second for two words written as one), what agrees
    in nats, and what else the step adds to the score, in log-odds.
    """

    pair: Ints
    kind: Ints
    a: Ints
    second_a: Ints
    b: Ints
    second_b: Ints
    agreeing: Floats
    other: Floats

    @classmethod
    def alone(cls, pair: Ints, kind: Ints, a: Ints, b: Ints, effect: Floats) -> "Rows":
        """Return steps of one word a side at most to which nothing is added for what agrees."""
        none = np.full(len(pair), -1)
        return cls(pair, kind, a, none, b, none, np.zeros(len(pair)), effect)

    @classmethod
    def together(cls, rows: "Sequence[Rows]") -> "Rows":
        """Return rows one after the other."""
        return cls._make(np.concatenate(column) for column in zip(*rows, strict=True))

    def at(self, rows: Ints | Bools) -> "Rows":
        """Return some of the rows."""
        return Rows._make(column[rows] for column in self)

    def flipped(self) -> "Rows":
        """Return the same steps with the two sides changed over."""
        return self._replace(a=self.b, second_a=self.second_b, b=self.a, second_b=self.second_a)

    def taken(self, free_a: Bools, free_b: Bools) -> "Rows":
        """Take, of each pair, the first row, then the first of those whose words are still free, and so on.

        Rows stand by pair, the better first; what is taken is free no longer.
        """
        taken, rows = [], self
        while len(rows.pair):
            first = np.ones(len(rows.pair), bool)
            first[1:] = rows.pair[1:] != rows.pair[:-1]
            now = rows.at(first)
            taken.append(now)
            for free, place, second in ((free_a, now.a, now.second_a), (free_b, now.b, now.second_b)):
                free[now.pair, place] = False
                two = second >= 0
                free[now.pair[two], second[two]] = False
            ready = free_a[rows.pair, rows.a] & free_b[rows.pair, rows.b]
            ready &= (rows.second_a < 0) | free_a[rows.pair, rows.second_a]
            rows = rows.at(ready & ((rows.second_b < 0) | free_b[rows.pair, rows.second_b]))
        return Rows.together(taken) if taken else rows

    def effects(self) -> Floats:
        """Return what each step adds to the score of its pair; each further one that agrees counts a little less."""
        order = np.lexsort((self.kind != SAME, -self.agreeing, self.pair))
        rank = np.empty(len(order), np.int64)
        rank[order] = within(np.bincount(self.pair))
        return self._weighed(self.agreeing * AGREEING_FADES**rank)

    def speaks(self) -> Bools:
        """Tell which steps, each by itself, speak for the pair."""
        found: Bools = self._weighed(self.agreeing) > 0
        return found

    def _weighed(self, agreeing: Floats) -> Floats:
        return np.where(self.kind == SAME, COEFFICIENTS["same"], COEFFICIENTS["similar"]) * agreeing + self.other


class Left(NamedTuple):
    """Words of one side, the heaviest first: their places, which are left over, as what, and what each adds then."""

    places: Ints
    free: Bools
    kind: Ints
    effect: Floats


class Reckoned(NamedTuple):
    """For each pair its score without context, in log-odds, and whether `align` would find the same.

    `unlike` are the words left over in the better pairs, each of one name with each of the other: pair, word, word.
    The others are what the score is made of: what agrees, whether in another order, whether nothing else matters, and
    what is left over on either side.
    """

    raw: Floats
    exact: Bools
    unlike: tuple[Ints, Ints, Ints]
    agreeing: Rows
    reordered: Bools
    whole: Bools
    left: tuple[Left, Left]

    def steps(self) -> Iterator[list[Step]]:
        """Yield the steps of each pair one by one, in the order of `align`."""
        rows = self._rows()
        effects = rows.effects()
        order = np.argsort(rows.pair, kind="stable")
        _, kind, a, second_a, b, second_b, *_ = (column.tolist() for column in rows.at(order))
        said, places_a, places_b = map(_SAID.__getitem__, kind), map(_places, a, second_a), map(_places, b, second_b)
        steps = list(map(Step, said, places_a, places_b, effects[order].tolist()))
        ends = np.cumsum(np.bincount(rows.pair, minlength=len(self.raw))).tolist()
        return (steps[begin:end] for begin, end in pairwise([0, *ends]))

    def _rows(self) -> Rows:
        found = [self.agreeing]
        for kind, name, where in ((REORDERED, "word order", self.reordered), (WHOLE, "whole", self.whole)):
            pair = np.flatnonzero(where)
            none = np.full(len(pair), -1)
            found.append(Rows.alone(pair, np.full(len(pair), kind), none, none, np.full(len(pair), COEFFICIENTS[name])))
        for left, side in zip(self.left, (0, 1), strict=True):
            pair, k = np.nonzero(left.free)
            places = (left.places[pair, k], np.full(len(pair), -1))
            found.append(Rows.alone(pair, left.kind[pair, k], places[side], places[1 - side], left.effect[pair, k]))
        return Rows.together(found)


def _places(first: int, second: int) -> Places:
    return () if first < 0 else (first,) if second < 0 else (first, second)

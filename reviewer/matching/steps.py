"""What is found of many pairs of names, as columns of numbers: words that agree, and all steps of their alignments."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from reviewer.matching.align import Places, Step
from reviewer.matching.arrays import Bools, Floats, Ints, begins, within
from reviewer.matching.coefficients import AGREEING_FADES, COEFFICIENTS
from reviewer.matching.lexicon import KINDS

SAME, SIMILAR, DECIDED, REORDERED, WHOLE, ONLY_A, ONLY_B, APART = range(8)
"""Kinds of steps; words told apart go by what tells them: that of `lexicon.KINDS`, counted from `APART` on."""
_SAID = ["same words", "similar", "decided", "word order", "only small things differ", "only in A", "only in B", *KINDS]


class Rows(NamedTuple):
    """Words that agree, by pair.

    Their kind, their places on either side (`second_a`, `second_b` -1 but for two words written as one), what agrees in
    nats, and what else that adds to the score, in log-odds.
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
    def together(cls, rows: "Sequence[Rows]") -> "Rows":
        """Return rows one after the other."""
        return cls._make(np.concatenate(column) for column in zip(*rows, strict=True))

    def at(self, rows: Ints | Bools) -> "Rows":
        """Return some of the rows."""
        return Rows._make(column[rows] for column in self)

    def flipped(self) -> "Rows":
        """Return the same with the two sides changed over."""
        return self._replace(a=self.b, second_a=self.second_b, b=self.a, second_b=self.second_a)

    def taken(self, free_a: Bools, free_b: Bools) -> "Rows":
        """Take, of each pair, the first row, then the first of those whose words are still free, and so on.

        Rows stand by pair, the better first; what is taken is free no longer.
        """
        taken, rows = [], self
        while len(rows.pair):
            now = rows.at(begins(rows.pair))
            taken.append(now)
            for free, place, second in ((free_a, now.a, now.second_a), (free_b, now.b, now.second_b)):
                free[now.pair, place] = False
                two = second >= 0
                free[now.pair[two], second[two]] = False
            ready = free_a[rows.pair, rows.a] & free_b[rows.pair, rows.b]
            ready &= (rows.second_a < 0) | free_a[rows.pair, rows.second_a]
            rows = rows.at(ready & ((rows.second_b < 0) | free_b[rows.pair, rows.second_b]))
        return Rows.together(taken) if taken else rows

    def speaks(self) -> Bools:
        """Tell which rows, each by itself, speak for the pair."""
        found: Bools = self._effects(self.agreeing) > 0
        return found

    def steps(self) -> "Steps":
        """Return them as steps; of a pair each further one counts a little less."""
        order = np.lexsort((self.kind != SAME, -self.agreeing, self.pair))
        rank = np.empty(len(order), np.int64)
        rank[order] = within(np.bincount(self.pair))
        pair, kind, a, second_a, b, second_b, *_ = self
        return Steps(pair, kind, a, second_a, b, second_b, self._effects(self.agreeing * AGREEING_FADES**rank))

    def _effects(self, agreeing: Floats) -> Floats:
        return np.where(self.kind == SAME, COEFFICIENTS["same"], COEFFICIENTS["similar"]) * agreeing + self.other


class Steps(NamedTuple):
    """All steps of many pairs: the pair, the kind, places on either side (-1 for none), and the effect in log-odds."""

    pair: Ints
    kind: Ints
    a: Ints
    second_a: Ints
    b: Ints
    second_b: Ints
    effect: Floats

    @classmethod
    def of(
        cls, pair: Ints, kind: Ints | int, effect: Floats | float, a: Ints | int = -1, b: Ints | int = -1
    ) -> "Steps":
        """Return steps with no words, or one on a side."""
        none, *columns = (np.broadcast_to(column, pair.shape) for column in (-1, kind, a, b))
        return cls(pair, columns[0], columns[1], none, columns[2], none, np.broadcast_to(effect, pair.shape))

    @classmethod
    def together(cls, steps: "Sequence[Steps]") -> "Steps":
        """Return steps one after the other."""
        return cls._make(np.concatenate(column) for column in zip(*steps, strict=True))

    def listed(self, size: int) -> Iterator[list[Step]]:
        """Yield the steps of each of so many pairs, one by one, as `align` has them."""
        order = np.argsort(self.pair, kind="stable")
        _, kind, a, second_a, b, second_b, effect = (column[order].tolist() for column in self)
        steps = list(map(Step, map(_SAID.__getitem__, kind), _places(a, second_a), _places(b, second_b), effect))
        ends = np.cumsum(np.bincount(self.pair, minlength=size)).tolist()
        return (steps[begin:end] for begin, end in pairwise([0, *ends]))


def _places(first: Sequence[int], second: Sequence[int]) -> list[Places]:
    one: list[Places] = [*((place,) for place in range(max(first, default=0) + 1)), ()]  # the last is that of -1
    return [one[i] if j < 0 else (i, j) for i, j in zip(first, second, strict=True)]

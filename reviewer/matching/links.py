"""Similar words as a table: which two words may be one, looked up for many pairs of words at once."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from reviewer.matching.align import Link
from reviewer.matching.arrays import Bools, Floats, Ints
from reviewer.matching.similar import Similar

_BITS = 22
_SIZE = np.int64(1 << 31)
"""More than there are words."""
_SPREAD = np.int64(0x9E3779B97F4A7C1)


class Columns(NamedTuple):
    """Links as columns: `code` of the two words (smaller first), and what a `Link` holds."""

    code: Ints
    cost: Floats
    length: Floats
    across: Bools
    decided: Bools

    def at(self, rows: Ints | Bools) -> "Columns":
        """Return some of the rows."""
        return Columns._make(column[rows] for column in self)


def _both(one: Columns, other: Columns) -> Columns:
    return Columns._make(np.concatenate(columns) for columns in zip(one, other, strict=True))


class Links:
    """Links by pairs of word numbers."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns.at(np.argsort(columns.code, kind="stable"))
        self._present = np.zeros(1 << _BITS, bool)
        self._present[self._bucket(self.columns.code)] = True

    @classmethod
    def of(cls, arabic: Bools, similar: Similar) -> "Links":
        """Take similar words for links; `arabic` tells for each word number its script."""
        code = similar.a * _SIZE + similar.b
        across = arabic[similar.a] != arabic[similar.b]
        cost, length = similar.cost.astype(np.float64), similar.length.astype(np.float64)
        return cls(Columns(code, cost, length, across, np.zeros(len(code), bool)))

    def _bucket(self, code: Ints) -> Ints:
        return ((code * _SPREAD) >> 20) & ((1 << _BITS) - 1)

    @staticmethod
    def code(u: Ints, v: Ints) -> Ints:
        """Return the code of two words in either order."""
        return np.minimum(u, v) * _SIZE + np.maximum(u, v)

    @staticmethod
    def words(code: Ints) -> tuple[Ints, Ints]:
        """Return the two words of each code, the smaller number first."""
        return code // _SIZE, code % _SIZE

    def find(self, code: Ints) -> Ints:
        """Return the row of each code in `columns`, -1 where there is none."""
        found = np.full(len(code), -1, np.int64)
        if len(self.columns.code):
            likely = np.flatnonzero(self._present[self._bucket(code)])
            at = np.minimum(np.searchsorted(self.columns.code, code[likely]), len(self.columns.code) - 1)
            hit = self.columns.code[at] == code[likely]
            found[likely[hit]] = at[hit]
        return found

    def with_others(self, other: "Links") -> "Links":
        """Return these links and those of `other` that they don't know."""
        fresh = other.columns.at(self.find(other.columns.code) < 0)
        return Links(_both(self.columns, fresh))

    def decided(self, classes: Sequence[Sequence[int]], different: Sequence[tuple[int, int]]) -> "Links":
        """Return the links with words a reviewer called the same (`classes`) or `different` (pairs, smaller first)."""
        same = [pair for members in classes for pair in combinations(sorted(members), 2)]
        asked = np.array([*same, *different], np.int64).reshape(-1, 2)
        code = self.code(asked[:, 0], asked[:, 1])
        kept = self.columns.at(~np.isin(self.columns.code, code))
        new = np.setdiff1d(code[: len(same)], code[len(same) :])
        flags = np.zeros(len(new), bool)
        added = Columns(new, np.zeros(len(new)), np.full(len(new), 99.0), flags, ~flags)
        return Links(_both(kept, added))

    def table(self, code: Ints) -> dict[tuple[int, int], Link]:
        """Return the links among the given codes by their two words."""
        rows = self.find(code)
        found = self.columns.at(rows[rows >= 0])
        columns = (*self.words(found.code), *found[1:])
        return {(a, b): Link(*link) for a, b, *link in zip(*(c.tolist() for c in columns), strict=True)}

"""Similar words as a table: which two words may be one, looked up for many pairs of words at once."""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from reviewer.matching.align import Link
from reviewer.matching.arrays import Bools, Floats, Ints, among, distinct
from reviewer.matching.growing import Growing, Index
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


_NONE = Columns(*np.zeros((1, 0), np.int64), *np.zeros((2, 0)), *np.zeros((2, 0), bool))


class Links:
    """Links by pairs of word numbers: those of similar words, and laid over them what a reviewer decided."""

    def __init__(self) -> None:
        self._columns = [Growing(column) for column in _NONE]
        self._similar, self._same = Index(), Index()
        self._decided = self._decided_rows = np.zeros(0, np.int64)
        self._present = np.zeros(1 << _BITS, bool)

    @property
    def columns(self) -> Columns:
        """All links there are, or were decided once."""
        return Columns._make(column.rows for column in self._columns)

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
        likely = self._likely(code)
        rows = self._similar.row(code[likely])
        if len(self._decided):
            at = np.minimum(np.searchsorted(self._decided, code[likely]), len(self._decided) - 1)
            rows = np.where(self._decided[at] == code[likely], self._decided_rows[at], rows)
        found = np.full(len(code), -1, np.int64)
        found[likely] = rows
        return found

    def is_similar(self, code: Ints) -> Bools:
        """Tell which codes are of similar words, whatever was decided of them."""
        likely = self._likely(code)
        found = np.zeros(len(code), bool)
        found[likely] = self._similar.row(code[likely]) >= 0
        return found

    def add(self, arabic: Bools, similar: Similar) -> None:
        """Take in similar words; those that are known stay. `arabic` tells for each word number its script."""
        code = self.code(similar.a, similar.b)
        new = np.flatnonzero(~self.is_similar(code))
        across = arabic[similar.a] != arabic[similar.b]
        cost, length = similar.cost.astype(np.float64), similar.length.astype(np.float64)
        columns = Columns(code, cost, length, across, np.zeros(len(code), bool))
        self._put(columns if len(new) == len(code) else columns.at(new), self._similar)

    def decide(self, classes: Sequence[Sequence[int]], different: Sequence[tuple[int, int]]) -> None:
        """Go by these decisions alone: words a reviewer called the same (`classes`), and `different` (pairs)."""
        same = [pair for members in classes for pair in combinations(members, 2)]
        asked = np.array([*same, *different], np.int64).reshape(-1, 2)
        code = self.code(asked[:, 0], asked[:, 1])
        linked = distinct(code[: len(same)])
        linked = linked[~among(linked, distinct(code[len(same) :]))]
        new = linked[self._same.row(linked) < 0]
        flags = np.ones(len(new), bool)
        self._put(Columns(new, np.zeros(len(new)), np.full(len(new), 99.0), ~flags, flags), self._same)
        self._decided = distinct(code)
        self._decided_rows = np.where(among(self._decided, linked), self._same.row(self._decided), -1)

    def _bucket(self, code: Ints) -> Ints:
        return ((code * _SPREAD) >> 20) & ((1 << _BITS) - 1)

    def _likely(self, code: Ints) -> Ints:
        """Return where a link can be: most codes have none, and to look them up takes longer."""
        return np.flatnonzero(self._present[self._bucket(code)])

    def _put(self, columns: Columns, index: Index) -> None:
        size = len(self.columns.code)
        index.add(columns.code, np.arange(size, size + len(columns.code)))
        index.settle()
        self._present[self._bucket(columns.code)] = True
        for column, more in zip(self._columns, columns, strict=True):
            column.extend(more)

    def table(self, code: Ints) -> dict[tuple[int, int], Link]:
        """Return the links among the given codes by their two words."""
        rows = self.find(code)
        found = self.columns.at(rows[rows >= 0])
        columns = (*self.words(found.code), *found[1:])
        return {(a, b): Link(*link) for a, b, *link in zip(*(c.tolist() for c in columns), strict=True)}

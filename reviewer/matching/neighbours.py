"""Rows that stand under keys, in an order of their own: who stands beside whom is told without looking at the rest."""

import numpy as np

from reviewer.matching.arrays import Ints, Whole
from reviewer.matching.growing import Index

_MIX = np.int64(0x9E3779B97F4A7C1)


def mixed(values: Ints) -> Ints:
    """Spread values over 60 bits (a fixed multiplicative hash, the same in every run)."""
    x = values * _MIX
    x ^= (x >> 31) & 0x1FFFFFFFF
    x = x * np.int64(0x3F58476D1CE4E5B9)
    return (x ^ ((x >> 29) & 0x7FFFFFFFF)) & ((1 << 60) - 1)


_PLACES, _CUT = 32, 29
"""Bits of a place in the order, and those that a key loses beside it: two keys may be taken for one."""


class Neighbours:
    """Rows by their keys, those of one key in the order of their `rank`.

    The ranks that `put_in_order` is given tell a place for any other.
    """

    def __init__(self) -> None:
        self._in_order: Ints | None = None
        self._index = Index()

    @property
    def are_in_order(self) -> bool:
        """Whether there is an order to stand in."""
        return self._in_order is not None

    def put_in_order(self, rank: Ints) -> None:
        """Let rows stand in the order of such ranks."""
        self._in_order = np.sort(rank)

    def add(self, rows: Ints, keys: Whole, rank: Ints) -> None:
        """Take in rows with their keys (rows, kinds), -1 for none, and their rank."""
        at, kinds = np.nonzero(keys >= 0)
        self._index.add(self._place(keys[at, kinds], rank[at]), rows[at])

    def settle(self) -> None:
        """Sort what has come; looking up does so too."""
        self._index.settle()

    def beside(self, keys: Whole, rank: Ints, reach: int) -> Ints:
        """Return rows that share a key (rows, kinds) with any of some, within `reach` places; some several times."""
        at, kinds = np.nonzero(keys >= 0)
        return self._index.beside(self._place(keys[at, kinds], rank[at]), reach + 1, _PLACES)

    def _place(self, keys: Whole, rank: Ints) -> Ints:
        assert self._in_order is not None
        return (mixed(keys.astype(np.int64)) >> _CUT << _PLACES) + np.searchsorted(self._in_order, rank)

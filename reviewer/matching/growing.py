"""Columns and look-ups to which more comes: that costs what it brings, not what is there."""

from itertools import islice
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from reviewer.matching.arrays import Ints, within

Number = TypeVar("Number", bound=np.generic)

_ROOM = 8
"""Where a column grows, room is left for so great a part of it."""


class Growing(Generic[Number]):
    """A column of numbers that begins with `rows`, or a table that does; what comes is put behind them."""

    def __init__(self, rows: npt.NDArray[Number]) -> None:
        self._room, self._size = rows, len(rows)

    @property
    def rows(self) -> npt.NDArray[Number]:
        """What is there by now."""
        return self._room[: self._size]

    def extend(self, more: npt.NDArray[Number]) -> None:
        """Put more rows behind the others. Those that are the first are taken as they are, to be changed from here."""
        begin, self._size = self._size, self._size + len(more)
        if not begin:
            self._room = more
            return
        if self._size > len(self._room):
            room = np.empty((self._size + begin // _ROOM, *self._room.shape[1:]), self._room.dtype)
            room[:begin] = self._room[:begin]
            self._room = room
        self._room[begin : self._size] = more


class Index:
    """Which rows bear a key, for many keys at once; several rows may bear one.

    Rows come in portions. When next looked up, a portion is sorted and joined with those before it that are not much
    longer: there are few, each row is sorted a few times in all, and nothing is sorted that is never looked up.
    """

    def __init__(self) -> None:
        self._portions: list[tuple[Ints, Ints]] = []
        self._waiting: list[tuple[Ints, Ints]] = []

    def add(self, keys: Ints, rows: Ints) -> None:
        """Take in rows with the key of each."""
        self._waiting.append((keys, rows))

    def settle(self) -> None:
        """Sort what has come; looking up does so too, but must not in two threads at a time."""
        waiting, self._waiting = self._waiting, []
        for keys, rows in waiting:
            while self._portions and len(self._portions[-1][0]) < 2 * len(keys):
                known, others = self._portions.pop()
                keys, rows = np.concatenate([known, keys]), np.concatenate([others, rows])
            if len(keys):
                if np.any(keys[1:] < keys[:-1]):
                    order = np.argsort(keys)
                    keys, rows = keys[order], rows[order]
                self._portions.append((keys, rows))

    def row(self, keys: Ints) -> Ints:
        """Return a row that bears each key, -1 where none does."""
        found = np.full(len(keys), -1, np.int64)
        for known, rows in self._settled(keys):
            at = np.minimum(np.searchsorted(known, keys), len(known) - 1)
            hit = np.flatnonzero(known[at] == keys)
            found[hit] = rows[at[hit]]
        return found

    def rows(self, keys: Ints) -> tuple[Ints, Ints]:
        """Return all rows that bear any of these keys, with the place of its key among them."""
        places, found = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for known, rows in self._settled(keys):
            first = np.searchsorted(known, keys)
            times = np.searchsorted(known, keys, "right") - first
            places.append(np.repeat(np.arange(len(keys)), times))
            found.append(rows[np.repeat(first, times) + within(times)])
        return np.concatenate(places), np.concatenate(found)

    def times(self, keys: Ints) -> Ints:
        """Return how many rows bear each key."""
        found = np.zeros(len(keys), np.int64)
        for known, _ in self._settled(keys):
            found += np.searchsorted(known, keys, "right") - np.searchsorted(known, keys)
        return found

    def beside(self, keys: Ints, reach: int, bits: int) -> Ints:
        """Return the rows whose keys stand next to any of these, `reach` on either side, and differ in the last `bits`.

        Of each portion; some come several times.
        """
        found = [np.zeros(0, np.int64)]
        for known, rows in self._settled(keys):
            at = np.searchsorted(known, keys)[:, None] + np.arange(-reach, reach + 1)
            at = np.clip(at, 0, len(known) - 1)
            found.append(rows[at[known[at] >> bits == (keys >> bits)[:, None]]])
        return np.concatenate(found)

    def _settled(self, keys: Ints) -> list[tuple[Ints, Ints]]:
        """Return the portions to look up keys in."""
        if len(keys):
            self.settle()
        return self._portions if len(keys) else []


def since(numbers: dict[str, int], known: int) -> list[str]:
    """Return what was numbered last, in order, when so many were `known`; costs what came."""
    return list(islice(reversed(numbers), len(numbers) - known))[::-1]

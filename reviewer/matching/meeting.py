"""Which words meet at all: those whose sounds share a key, never all with all.

Two words meet where they agree in all units of sound but one, in all consonants, in all but one, or roughly (`_WAYS`).
Words that share a key stand sorted, and each meets the next few of them, the nearest first: neither a key that is
common nor many crowded ones cost more than that.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reviewer.matching.abreast import by_parts
from reviewer.matching.arrays import Ints, Whole, distinct, following, paired, spread
from reviewer.matching.neighbours import Neighbours
from reviewer.matching.romanise import CODE, UNITS
from reviewer.matching.shares import Told, untold

FINE = ("b p", "f v", "m", "n", "l", "r", "t tt th", "d dd dh", "s ss", "z zz", "j", "sh ch", "k q g gh c", "kh x H h")
_ROUGH = ("b p f v", "m", "n", "l", "r", "t tt th d dd dh s ss z zz", "j sh ch", "k q g gh c kh x")
MOST = 12
"""So many consonants of a word are looked at."""
_UNITS = 16
"""So many units of a word may be the one left out."""
_ODD = 0x2545F4914F6CDD1D
"""Any large odd number: its powers tell the places of units in a key."""
_BITS = 31
"""A key has so many bits: now and then two are taken for one, and words meet that share none."""


class _Way(NamedTuple):
    """A way for words to meet: columns of keys, and a share of the window.

    Where one `leads`, two words meet only where the first column is the key of one of them and not of the other.
    """

    keys: slice
    share: float
    leads: bool = False

    def reach(self, window: int) -> int:
        """Return how many of the next rows each meets."""
        return max(1, int(self.share * window))


_WAYS = (
    _Way(slice(0, 1), 0.25),  # roughly the same consonants
    _Way(slice(1, 2), 2.0),  # the same consonants
    _Way(slice(1, MOST + 2), 0.5, leads=True),  # one consonant more
    _Way(slice(2, MOST + 2), 0.1),  # one consonant for another: many meet so, few of them are one
    _Way(slice(MOST + 2, MOST + _UNITS + 3), 1.0),  # the same units but for one
)


def _classes(groups: Iterable[str]) -> npt.NDArray[np.uint8]:
    table = np.zeros(len(UNITS), np.uint8)
    groups = list(groups)
    for number, members in enumerate(groups, 1):
        for unit in members.split():
            table[CODE[unit]] = number
    for code, unit in enumerate(UNITS):
        if unit.isdigit() or unit.startswith("?"):
            table[code] = len(groups) + 1 + code % (30 - len(groups))
    return table


def skeletons(packed: npt.NDArray[np.uint8], groups: Iterable[str]) -> tuple[Ints, Ints]:
    """Return for each row of packed units the classes of its first 12 consonants as one number, and how many.

    Each class takes five bits, the first the highest of 60.
    """
    classes = classes_of(packed, groups)
    key, size = np.zeros((2, len(packed)), np.int64)
    for column in np.ascontiguousarray(classes.T):
        if column.any():
            taken = (column != 0) & (size < MOST)
            key = np.where(taken, (key << 5) + column, key)
            size += taken
    return key << (5 * (MOST - size)), size


def classes_of(packed: npt.NDArray[np.uint8], groups: Iterable[str]) -> npt.NDArray[np.uint8]:
    """Return for each unit (rows, units) which of the groups of consonants it is of; 0 for none, or the one before."""
    classes = _classes(groups)[packed]
    classes[:, 1:][packed[:, 1:] == packed[:, :-1]] = 0
    return classes


def rough_keys(packed: npt.NDArray[np.uint8]) -> Ints:
    """Return a key for each row of packed units that most spellings of one word share."""
    return skeletons(packed, _ROUGH)[0]


def word_keys(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    """Return all keys of every row (rows, kinds), those of `_WAYS`; -1 is no key."""
    return by_parts(_word_keys, packed)


def _word_keys(packed: npt.NDArray[np.uint8]) -> npt.NDArray[np.int32]:
    fine, size = skeletons(packed, FINE)
    found = np.full((len(packed), 2 + MOST + 1 + _UNITS), -1, np.int32)
    found[:, 0], found[:, 1] = _short(rough_keys(packed)), _short(fine)
    for at in range(MOST):
        behind = 5 * (MOST - at)  # bits of the consonant left out and those after it
        without = (fine >> behind << behind) + ((fine & ((1 << (behind - 5)) - 1)) << 5)
        found[:, 2 + at] = np.where((at < size) & (size > 1), _short(without), -1)
    _all_but_one(packed, found[:, 2 + MOST :])
    return found


def _all_but_one(packed: npt.NDArray[np.uint8], found: npt.NDArray[np.int32]) -> None:
    """Put in a key for all units of each row, and one without each of the first `_UNITS`, where there is one."""
    here = packed * np.cumprod(np.full(packed.shape[1], _ODD, np.uint64))
    upto = np.cumsum(here, axis=1)
    behind = (upto[:, -1:] - upto) * np.uint64(pow(_ODD, -1, 1 << 64))  # each moves up a place
    without = np.where(packed > 0, _highest(upto - here + behind), -1)[:, :_UNITS]
    found[:, 0] = _highest(upto[:, -1])
    found[:, 1 : 1 + without.shape[1]] = without


def _short(keys: Ints) -> npt.NDArray[np.int32]:
    return spread(keys, _BITS).astype(np.int32)


def _highest(numbers: npt.NDArray[np.uint64]) -> npt.NDArray[np.int32]:
    return (numbers >> np.uint64(64 - _BITS)).astype(np.int32)


def meeting(keys: Whole, rank: Ints, window: int, since: int = 0, told: Told = untold) -> Ints:
    """Return pairs of rows of which one or both stand from `since` on, as one number each (`paired`), in order.

    `keys` are what `word_keys` returns. In each of the `_WAYS` rows meet that share a key and stand within a share of
    the window of each other in the order of `rank`, the nearest first, until each has met half a window on average.
    `told` is called with the share done, 0..1.
    """
    order = np.argsort(rank, kind="stable")
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    found = []
    for number, way in enumerate(_WAYS, 1):
        found.append(_met(way, keys[:, way.keys], order, place, window, since))
        told(number / len(_WAYS))
    return distinct(np.concatenate(found))


class Around:
    """Words by their keys in each of the `_WAYS`: whom new ones can meet is told without looking at the rest."""

    def __init__(self) -> None:
        self._ways = [Neighbours() for _ in _WAYS]
        self._size = 0

    def take(self, keys: Whole, rank: Ints) -> None:
        """Take in what came behind the rows there are; `keys` and `rank` are of all, as for `meeting`."""
        rows = np.arange(self._size, len(keys))
        for way, neighbours in zip(_WAYS, self._ways, strict=True):
            if not neighbours.are_in_order:
                neighbours.put_in_order(rank)
            neighbours.add(rows, keys[rows, way.keys], rank[rows])
            neighbours.settle()
        self._size = len(keys)

    def of(self, keys: Whole, rank: Ints, window: int) -> Ints:
        """Return rows, in order, that these can meet, themselves among them; `window` as for `meeting`."""
        pairs = zip(_WAYS, self._ways, strict=True)
        return distinct(
            np.concatenate([near.beside(keys[:, way.keys], rank, way.reach(window)) for way, near in pairs])
        )


def _met(way: _Way, keys: Whole, order: Ints, place: Ints, window: int, since: int) -> Ints:
    bits = len(order).bit_length() + 1

    def standing(rows: Ints) -> Ints:
        mine = keys[rows]
        stands = (mine.astype(np.int64) << bits) + (place[rows] << 1)[:, None]
        stands[:, 0] += 1
        return stands[mine >= 0]

    stands = by_parts(standing, np.arange(len(order)))
    stands.sort()
    most = len(order) * window // 2
    found = [np.zeros(0, np.int64)]
    for step, at in following(stands >> bits, way.reach(window)):
        first, second = stands[at], stands[at + step]
        a, b = (order[(each & ((1 << bits) - 1)) >> 1] for each in (first, second))
        meet = (a != b) & (np.maximum(a, b) >= since)
        if way.leads:
            meet &= (first ^ second) & 1 > 0
        found.append(paired(a[meet], b[meet]))
        most -= len(found[-1])
        if most <= 0:
            break
    return distinct(np.concatenate(found))

"""The rough score of pairs that met: by the words they share, those that are similar, and what is left over."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reviewer.matching.arrays import Floats, Ints, distinct, least_pair, unpaired, within

Single = npt.NDArray[np.float32]

SHARED, LEFT = 0.6, 0.4
"""What a nat of words that sound alike adds to the rough score, and of words left over takes away."""
_MOST_LEFT = 12.0
_WIDTH = 14
"""So many words of a name count."""
_PART = 1 << 14
"""So many pairs are weighed at a time."""


class Met(NamedTuple):
    """Pairs of names found by one rule (`paired`), once each, in order.

    `gained` is what that adds to their rough score, in log-odds, `freed` the weight of words no longer left over.
    """

    pairs: Ints
    gained: Single | np.float32 = np.float32(0)
    freed: Single | np.float32 = np.float32(0)

    def of(self, first: slice) -> "Met":
        """Return the pairs with one of some names as the first."""
        some = slice(*np.searchsorted(self.pairs, [least_pair(first.start), least_pair(first.stop)]))
        return Met(self.pairs[some], _some(self.gained, some), _some(self.freed, some))


def _some(values: Single | np.float32, some: slice) -> Single | np.float32:
    return values[some] if isinstance(values, np.ndarray) else values


class Rough:
    """The rough score of names that met.

    Holds of each name, by its number, the first words and their weights: (words, names), -1 for none.
    """

    def __init__(self, holder: Ints, words: Ints, weights: Floats, size: int) -> None:
        """Take words and their weights as they stand in `size` names, one name after the other."""
        lengths = np.bincount(holder, minlength=size)
        place = within(lengths)
        inside = place < _WIDTH
        shape = int(place[inside].max(initial=0)) + 1, size
        self._lengths = np.minimum(lengths, _WIDTH)
        self._words, self._weights = np.full(shape, -1, np.int32), np.zeros(shape, np.float32)
        self._words[place[inside], holder[inside]] = words[inside]
        self._weights[place[inside], holder[inside]] = weights[inside]

    def best(self, met: Sequence[Met], first: slice, least: float) -> tuple[Ints, Single]:
        """Return the pairs with one of some names as the first, once each, in order, and their score if `least`."""
        some = [found.of(first) for found in met]
        every = distinct(np.concatenate([found.pairs for found in some]))
        effect, otherwise = np.zeros((2, len(every)), np.float32)
        for found in some:
            if np.any(found.gained):
                at = np.searchsorted(every, found.pairs)
                effect[at] += found.gained
                otherwise[at] += found.freed
        a, b = unpaired(every)
        width = np.maximum(self._lengths[a], self._lengths[b]).astype(np.uint8)
        order = np.argsort(width, kind="stable")
        for begin in range(0, len(order), _PART):
            part = order[begin : begin + _PART]
            effect[part] += self._weigh(a[part], b[part], int(width[part[-1]]), otherwise[part])
        kept = np.flatnonzero(effect >= least)
        return every[kept], effect[kept]

    def _weigh(self, a: Ints, b: Ints, width: int, found_otherwise: Single) -> Single:
        """Return the score of each pair by its first words: what they share weighs, less a part of what is left over.

        `found_otherwise` is the weight of words that met as similar ones.
        """
        one, other, heavy = self._words[:width, a], self._words[:width, b], self._weights[:width, a]
        shared = np.zeros(len(a), np.float32)
        for mine, weight in zip(one, heavy, strict=True):  # where there is no word its weight is 0
            met = other[0] == mine
            for theirs in other[1:]:
                met |= theirs == mine
            shared += met * weight
        left = np.maximum(heavy.sum(axis=0) + self._weights[:width, b].sum(axis=0) - 2 * shared - found_otherwise, 0)
        rough: Single = np.float32(SHARED) * shared - np.float32(LEFT) * np.minimum(left, _MOST_LEFT)
        return rough

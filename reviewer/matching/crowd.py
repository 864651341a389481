"""Names among which pairs are looked for: who stands beside whom where they are sorted by a key."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reviewer.matching.arrays import Bools, Floats, Ints, following, paired, spread

Places = npt.NDArray[np.int32]


class Crowd(NamedTuple):
    """Names among which pairs are looked for, by their own numbers (places in `names`, which are in order).

    `fresh` tells which of them one of each pair must be, None for any; `holder`, `tokens`, `weights` and `follows` as
    of a vocabulary and its `WrittenAsOne`; `two`, `every` and `initials` are keys; `in_order` are the names in the
    order of their rarest sounds, `place` is where each stands in it.
    """

    names: Ints
    fresh: Bools | None
    holder: Ints
    tokens: Ints
    weights: Floats
    follows: Ints
    two: Ints
    every: Ints
    initials: Ints
    in_order: Places
    place: Places

    def standing(self, keys: Ints, names: Ints) -> Ints:
        """Return where names stand: by their keys, then in order."""
        stands: Ints = (keys << self._bits) + (self.place[names] << 2)
        return stands

    def short(self, keys: Ints) -> Ints:
        """Return keys so short that there is room for a place beside them; now and then two are taken for one."""
        return spread(keys, 63 - self._bits)

    def meet(self, stands: Ints, window: int) -> tuple[Ints, Ints]:
        """Pairs of names that share a key within the window, as one number each (`paired`), with the key.

        `stands` are of `standing`, with a side, 1 or 2, added where there are two of each key: names on one side don't
        meet. Nor do two names neither of which is fresh, where some are. A name may bear several keys, so a pair may
        come several times.
        """
        stands.sort()
        bits = self._bits
        found, keys = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for step, at in following(stands >> bits, window):
            one, other = stands[at], stands[at + step]
            a, b = (self.in_order[(each & ((1 << bits) - 1)) >> 2] for each in (one, other))
            meet = (a != b) & ((one & 3 == 0) | ((one ^ other) & 3 > 0))
            if self.fresh is not None:
                meet &= self.fresh[a] | self.fresh[b]
            found.append(paired(a[meet], b[meet]))
            keys.append(one[meet] >> bits)
        return np.concatenate(found), np.concatenate(keys)

    @property
    def _bits(self) -> int:
        """How many bits tell a name's place and its side."""
        return len(self.names).bit_length() + 2


def in_order(rank: Ints) -> tuple[Places, Places]:
    """Return names in the order of their rank, and the place of each in it."""
    order = np.argsort(rank, kind="stable").astype(np.int32)
    place = np.empty_like(order)
    place[order] = np.arange(len(order))
    return order, place

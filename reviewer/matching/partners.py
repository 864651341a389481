"""Which of a name's many partners are worth telling: the best few, and whoever no better one stands for."""

import numpy as np

from reviewer.matching.arrays import Bools, Floats, Ints, within

MOST = 4
"""So many partners of each name are told in any case."""


def worth_telling(a: Ints, b: Ints, score: Floats, size: int, slack: float) -> Bools:
    """Tell which pairs of names (numbers below `size`) are worth telling.

    A pair is where it is one of the `MOST` best of either name, or where no third name is closer to both. Whatever is
    left out joins by what is told: names that pairs connect stay connected, however many spell one signatory. Scores
    that differ by `slack` are equal. Sorts the pairs; looks at the others of a name only where it has more than `MOST`.
    """
    bar = _bars(a, b, score, size) - slack
    found: Bools = score >= np.minimum(bar[a], bar[b])
    others: dict[int, dict[int, float]] = {}
    beyond = np.flatnonzero(~found)
    crowded = np.zeros(size, bool)
    crowded[a[beyond]] = crowded[b[beyond]] = True
    near = np.flatnonzero(crowded[a] | crowded[b])
    for x, y, value in zip(a[near].tolist(), b[near].tolist(), (score[near] - slack).tolist(), strict=True):
        others.setdefault(x, {})[y] = value
        others.setdefault(y, {})[x] = value
    for row, x, y, value in zip(beyond.tolist(), a[beyond].tolist(), b[beyond].tolist(), score[beyond].tolist(),
                                strict=True):  # fmt: skip
        one, other = others[x], others[y]
        found[row] = not any(one[third] > value and other[third] > value for third in one.keys() & other.keys())
    return found


def _bars(a: Ints, b: Ints, score: Floats, size: int) -> Floats:
    """Return for each name the score of the last of its `MOST` best pairs; -inf where it has no more than those."""
    both, scores = np.concatenate([a, b]), np.tile(score, 2)
    order = np.lexsort((-scores, both))
    both, scores = both[order], scores[order]
    last = within(np.bincount(both, minlength=size)) == MOST - 1
    found = np.full(size, -np.inf)
    found[both[last]] = scores[last]
    return found

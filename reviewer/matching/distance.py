"""How far apart two words sound: a weighted edit distance over units, for many pairs at once."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from reviewer.matching import letter_costs
from reviewer.matching.romanise import CODE, DIGITS, FIRST, SOUNDS, UNITS, WIDEST, spelled

Floats = npt.NDArray[np.float32]
_BATCH = 1 << 13
"""So many pairs at a time stay in the processor's cache."""
_FORBIDDEN = 1e6


@cache
def _tables() -> tuple[Floats, Floats]:
    """Costs of units side by side, flat (2, units * units), and alone (2, units): one script, across scripts."""
    size = len(UNITS)
    side = np.full((2, size, size), letter_costs.DEAR, np.float32)
    alone = np.full((2, size), letter_costs.DEAR_GAP, np.float32)
    for table, costs in enumerate((letter_costs.LATIN, letter_costs.ACROSS)):
        for key, cost in costs.items():
            x, y = key.split()
            if y == "-":
                alone[table, CODE[x]] = cost
            else:
                side[table, CODE[x], CODE[y]] = side[table, CODE[y], CODE[x]] = cost
    side[:, np.arange(size), np.arange(size)] = 0
    side[:, 0, 1:] = side[:, 1:, 0] = _FORBIDDEN
    alone[:, 0] = 0
    return side.reshape(2, -1), alone


_SOUNDS = np.array([sound + (0,) * (max(map(len, SOUNDS)) - len(sound)) for sound in SOUNDS], np.uint8)
_IS_DIGIT = np.array([unit in DIGITS for unit in UNITS])


_SPELLED: dict[str, str] = {}
_MOST_SPELLED = 1 << 18
"""So many words are remembered as `romanise.spelled` has them: a word is packed several times, in one form or other."""


def pack(words: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Return what `romanise.units` finds for folded words as one array (words, longest), filled up with 0."""
    known = _SPELLED if len(_SPELLED) < _MOST_SPELLED else {}
    fresh = [word for word in words if word not in known]
    known.update(zip(fresh, spelled("\n".join(fresh)).split("\n"), strict=True) if fresh else ())
    letters = np.frombuffer("\n".join(map(known.__getitem__, words)).encode("utf-16-le"), np.uint16)
    between = letters < FIRST
    sounds = _SOUNDS[letters[~between] - FIRST]
    there = sounds > 0
    owner = np.repeat(np.cumsum(between)[~between], there.sum(axis=1))
    code = sounds[there]
    kept = np.ones(len(code), bool)
    kept[1:] = (code[1:] != code[:-1]) | (owner[1:] != owner[:-1]) | _IS_DIGIT[code[1:]]
    code, owner = code[kept], owner[kept]
    lengths = np.bincount(owner, minlength=len(words))
    place = np.arange(len(code)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found = np.zeros((len(words), min(WIDEST, max(1, int(lengths.max(initial=1))))), np.uint8)
    inside = place < WIDEST
    found[owner[inside], place[inside]] = code[inside]
    return found


def distances(
    a: npt.NDArray[np.uint8], b: npt.NDArray[np.uint8], across: npt.NDArray[np.bool_], longest: Floats
) -> Floats:
    """Return the distance in nats of row i of `a` from row i of `b`, 0 for equal ones.

    `a` and `b` are packed units (pairs, width); `across` tells which pairs are of two scripts, `longest` how many units
    the longer row of each holds. Time grows with pairs x length x length, inner loops run over the pairs.
    """
    found = np.zeros(len(a), np.float32)
    order = np.argsort((across * np.uint8(128) + longest).astype(np.uint8), kind="stable")  # by counting, being bytes
    alike = int(np.searchsorted(across[order], True))  # first those of one script
    for table, begin, end in ((0, 0, alike), (1, alike, len(order))):
        for at in range(begin, end, _BATCH):
            rows = order[at : min(at + _BATCH, end)]
            width = int(longest[rows[-1]])
            one, other = (np.ascontiguousarray(units[rows, :width].T) for units in (a, b))
            found[rows] = _batch(one, other, table)
    return found


def _batch(a: npt.NDArray[np.uint8], b: npt.NDArray[np.uint8], table: int) -> Floats:
    side, alone = _tables()[0][table], _tables()[1][table]
    gap_a, gap_b = alone[a], alone[b]
    rows, columns = a.astype(np.intp) * len(UNITS), b.astype(np.intp)
    above = np.concatenate([np.zeros((1, a.shape[1]), np.float32), np.cumsum(gap_b, axis=0, dtype=np.float32)])
    here = np.empty_like(above)
    at = np.empty(a.shape[1], np.intp)
    cell, other = np.empty((2, a.shape[1]), np.float32)
    for i in range(len(a)):
        np.add(above[0], gap_a[i], out=here[0])
        for j in range(len(b)):
            np.add(rows[i], columns[j], out=at)
            np.take(side, at, out=cell, mode="clip")
            cell += above[j]
            np.minimum(cell, np.add(above[j + 1], gap_a[i], out=other), out=cell)
            np.minimum(cell, np.add(here[j], gap_b[j], out=other), out=here[j + 1])
        above, here = here, above
    last: Floats = above[-1]
    return last

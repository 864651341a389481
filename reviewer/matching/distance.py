"""How far apart two words sound: a weighted edit distance over units, for many pairs at once."""

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from reviewer.matching import letter_costs
from reviewer.matching.abreast import abreast, by_parts, parted
from reviewer.matching.romanise import CODE, DIGITS, FIRST, SOUNDS, UNITS, WIDEST, spelled

Bytes = npt.NDArray[np.uint8]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
_BATCH = 1 << 13
"""So many pairs at a time stay in the processor's cache."""
_FORBIDDEN = 1e6
_SLACK = 1e-6


@cache
def _tables() -> tuple[Floats, Floats, npt.NDArray[np.bool_]]:
    """Costs of units side by side, flat (2, units * units), and alone (2, units): one script, across scripts.

    And which units of one script, side by side with themselves, are never better off alone: where no unit costs more
    alone than beside them, while they are alone in turn. A u is none of those: a w is a u and another one left out.
    """
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
    sure = (alone[0] <= alone[0][:, None] + side[0] + _SLACK)[:, 1:].all(axis=1)
    return side.reshape(2, -1), alone, sure


_SOUNDS = np.array([sound + (0,) * (max(map(len, SOUNDS)) - len(sound)) for sound in SOUNDS], np.uint8)
_MANY = np.array(list(map(len, SOUNDS)), np.int64)
_IS_DIGIT = np.array([unit in DIGITS for unit in UNITS])


def pack(words: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Return what `romanise.units` finds for folded words as one array (words, WIDEST), filled up with 0."""
    return by_parts(_packed, spelled(words))


def _packed(words: Sequence[str]) -> npt.NDArray[np.uint8]:
    letters = np.frombuffer("\n".join(words).encode("utf-16-le"), np.uint16)
    between = letters < FIRST
    signs = letters[~between] - FIRST
    owner = np.repeat(np.cumsum(between)[~between], _MANY[signs])
    sounds = _SOUNDS[signs]
    code = sounds[sounds > 0]
    kept = np.ones(len(code), bool)
    kept[1:] = (code[1:] != code[:-1]) | (owner[1:] != owner[:-1]) | _IS_DIGIT[code[1:]]
    code, owner = code[kept], owner[kept]
    lengths = np.bincount(owner, minlength=len(words))
    place = np.arange(len(code)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found = np.zeros((len(words), WIDEST), np.uint8)
    inside = place < WIDEST
    found[owner[inside], place[inside]] = code[inside]
    return found


class Sounding(NamedTuple):
    """Words as packed units, with what tells quickly where two of them begin and end alike.

    `units` (words, WIDEST) filled up with 0, `length` how many there are; `first` and `last` hold eight of them as one
    number each, the outermost highest. Of so many units alike at either end, 0 to 8, `skipped` (ends, words, 9) tells
    how many may be passed over.
    """

    units: Bytes
    length: Bytes
    first: Ints
    last: Ints
    skipped: npt.NDArray[np.uint8]

    @classmethod
    def of(cls, packed: Bytes) -> "Sounding":
        """Take what `pack` returns."""
        return _together(list(abreast(_sounding, parted(packed))))

    def and_of(self, other: "Sounding") -> "Sounding":
        """Return these words and others behind them."""
        return _together([self, other])


def _together(parts: Sequence[Sounding]) -> Sounding:
    tables: Sequence[tuple[npt.NDArray[Any], ...]] = parts
    return Sounding._make(
        np.concatenate(columns, axis=-2 if columns[0].ndim > 1 else 0) for columns in zip(*tables, strict=True)
    )


_AT_ONCE = 8


def _sounding(units: Bytes) -> Sounding:
    length = (units != 0).sum(axis=1, dtype=np.uint8)
    behind = np.arange(1, _AT_ONCE + 1)
    back = np.take_along_axis(units, np.maximum(length[:, None] - behind, 0), 1) * (behind <= length[:, None])
    ends = [np.ascontiguousarray(units[:, :_AT_ONCE]), np.ascontiguousarray(back)]
    first, last = (end.view(">u8")[:, 0].astype(np.int64) for end in ends)
    return Sounding(units, length, first, last, np.stack([_skipped(end) for end in ends]))


def _skipped(units: Bytes) -> npt.NDArray[np.uint8]:
    found = np.zeros((len(units), _AT_ONCE + 1), np.uint8)
    for size in range(1, _AT_ONCE + 1):
        found[:, size] = np.where(_tables()[2][units[:, size - 1]], size, found[:, size - 1])
    return found


def distances(one: Sounding, a: Ints, other: Sounding, b: Ints, across: npt.NDArray[np.bool_]) -> Floats:
    """Return the distance in nats of words `a` of one table from words `b` of another, pair by pair, 0 for equal ones.

    `across` tells which pairs are of two scripts. Units alike at the beginning and at the end of words of one script
    are passed over, but where those beside them may go with other ones for less (see `_tables`). Time grows with
    pairs x length x length of what is left, inner loops run over the pairs.
    """
    begin, end = _ends(one, a, other, b, across)
    left = [(one.units, a, one.length[a] - begin - end), (other.units, b, other.length[b] - begin - end)]
    short, long = (np.minimum(left[0][2], left[1][2]), np.maximum(left[0][2], left[1][2]))
    found = np.zeros(len(a), np.float32)
    order = np.argsort((across * np.uint16(1 << 10)) + (long.astype(np.uint16) << 5) + short, kind="stable")  # by radix
    alike = len(across) - int(across.sum())  # first those of one script
    for table, start, stop in ((0, 0, alike), (1, alike, len(order))):
        for at in range(start, stop, _BATCH):
            rows = order[at : min(at + _BATCH, stop)]
            x, y = (_middle(units, words[rows], begin[rows], size[rows]) for units, words, size in left)
            found[rows] = measured(x, y, table)
    return found


def _ends(one: Sounding, a: Ints, other: Sounding, b: Ints, across: npt.NDArray[np.bool_]) -> tuple[Bytes, Bytes]:
    """Return how many units of each pair may be passed over at the beginning and at the end."""
    most = np.where(across, np.uint8(0), np.minimum(one.length[a], other.length[b]))
    begin = np.minimum(_alike(one.first[a], other.first[b]), most)
    begin = one.skipped[0, a, begin]
    end = np.minimum(_alike(one.last[a], other.last[b]), most - begin)
    return begin, one.skipped[1, a, end]


def _alike(x: Ints, y: Ints) -> Bytes:
    """Return how many of eight bytes are alike, the highest first."""
    apart = x ^ y
    found = np.zeros(len(x), np.uint8)
    for byte in range(_AT_ONCE):
        found += apart < 1 << (8 * byte)
    return found


def _middle(units: Bytes, words: Ints, begin: Bytes, size: Bytes) -> Bytes:
    """Return so many units of each word (longest, words), filled up with 0."""
    place = np.arange(int(size.max(initial=0)))[:, None]
    found = np.take(units.ravel(), words * WIDEST + begin + place, mode="clip")
    found[place >= size] = 0
    return found


def measured(a: Bytes, b: Bytes, table: int) -> Floats:
    """Return the distances of words, unit by unit (longest, words), filled up with 0; by the costs of a table."""
    side, alone = _tables()[0][table], _tables()[1][table]
    gap_a, gap_b = alone[a], alone[b]
    rows, columns = a.astype(np.intp) * len(UNITS), b.astype(np.intp)
    above = np.zeros((len(b) + 1, a.shape[1]), np.float32)
    for j in range(len(b)):
        np.add(above[j], gap_b[j], out=above[j + 1])
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

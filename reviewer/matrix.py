"""Who signed what: entries by sources, in an order that brings what belongs together side by side."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from reviewer.model import Entry, Signature, Source

Ints = NDArray[np.int64]

_BLOCK = 2048
"""Rows made dense at a time: a few megabytes for 500 sources, however many entries there are."""


class Overlap(NamedTuple):
    """What two sources have in common: the entries that signed both, as a number and as shares 0..1.

    `of_smaller` is the share of the source with fewer entries, `jaccard` of all entries that signed either.
    """

    shared: int
    of_smaller: float
    jaccard: float


class Matrix(msgspec.Struct, frozen=True, eq=False):
    """Rows are `entries`, columns `sources`; a cell says how often the entry signed the source.

    Cells that hold anything are kept row by row: those of row r are `columns[starts[r]:starts[r + 1]]`, ascending, with
    as many signatures as `counts` says there. `shared` is square: at [i, j] the number of entries that signed sources i
    and j both, at [i, i] those that signed i; it is always that of all entries, also where rows were left out. No array
    may be written to.
    """

    entries: tuple[Entry, ...]
    sources: tuple[Source, ...]
    starts: Ints
    columns: Ints
    counts: Ints
    shared: Ints

    def signed(self, row: int) -> list[int]:
        """Return the columns a row has signed, ascending."""
        return [int(c) for c in self.columns[self.starts[row] : self.starts[row + 1]]]

    def signatures(self, row: int, column: int) -> tuple[Signature, ...]:
        """Return the signatures of a cell in the order of their positions; none where the entry did not sign."""
        wanted = self.sources[column].id
        return tuple(s for s in self.entries[row].signatures if s.source == wanted)

    def overlap(self, one: int, other: int) -> Overlap:
        """Return what the sources of two columns have in common."""
        both, a, b = (int(self.shared[i, j]) for i, j in ((one, other), (one, one), (other, other)))
        return Overlap(both, both / max(1, min(a, b)), both / max(1, a + b - both))

    def at_least(self, number: int) -> "Matrix":
        """Return the rows that signed `number` sources and more."""
        return self._only(np.diff(self.starts) >= number)

    def number_at_least(self, number: int) -> int:
        """Return how many rows signed `number` sources and more."""
        return int(np.count_nonzero(np.diff(self.starts) >= number))

    def signed_both(self, one: int, other: int) -> "Matrix":
        """Return the rows that signed the sources of both columns."""
        rows = np.repeat(np.arange(len(self.entries)), np.diff(self.starts))
        return self._only(np.logical_and(*(_among(rows[self.columns == c], len(self.entries)) for c in (one, other))))

    def _only(self, kept: NDArray[np.bool_]) -> "Matrix":
        if kept.all():
            return self
        lengths = np.diff(self.starts)
        cells = np.repeat(kept, lengths)
        entries = tuple(self.entries[i] for i in np.flatnonzero(kept))
        starts, columns, counts = map(_frozen, (_starts(lengths[kept]), self.columns[cells], self.counts[cells]))
        return Matrix(entries, self.sources, starts, columns, counts, self.shared)


def matrix(entries: Iterable[Entry], sources: Sequence[Source]) -> Matrix:
    """Return who signed what, by overlap.

    Sources with many signatories in common stand beside each other. Entries that signed most come first; among equals
    those that signed the same sources stand together, those of the first columns before the others. The same entries
    and sources in the same order give the same matrix. `sources` holds the source of every signature.
    """
    held = tuple(entries)
    rows, columns, counts = _cells(held, sources)
    lengths = np.bincount(rows, minlength=len(held))
    shared = _shared(rows, columns, len(sources))
    order = seriate(_jaccard(shared))
    columns = _ranks(order)[columns]
    row_order = _by_pattern(_starts(lengths), columns, len(sources))
    rows = _ranks(row_order)[rows]
    sorted_ = np.lexsort((columns, rows))
    return Matrix(
        tuple(held[i] for i in row_order),
        tuple(sources[i] for i in order),
        _frozen(_starts(lengths[row_order])),
        _frozen(columns[sorted_]),
        _frozen(counts[sorted_]),
        _frozen(shared[np.ix_(order, order)]),
    )


def seriate(likeness: NDArray[np.float64]) -> Ints:
    """Return an order of things in which like ones are neighbours.

    `likeness` is square and symmetric, 0..1. The two groups that are most alike on average are joined first, each as a
    chain, end to end where the ends are most alike (average linkage). What is like nothing else stays apart; the
    longest chains come first. Ties go to what comes first, so that the order depends on nothing but the numbers.
    """
    chains = {i: [i] for i in range(len(likeness))}
    near = likeness.astype(np.float64, copy=True)
    np.fill_diagonal(near, -1.0)
    while len(chains) > 1:
        a, b = sorted(map(int, np.unravel_index(np.argmax(near), near.shape)))
        if near[a, b] <= 0:
            break
        size_a, size_b = len(chains[a]), len(chains[b])
        near[a] = (near[a] * size_a + near[b] * size_b) / (size_a + size_b)
        near[:, a] = near[a]
        near[b], near[:, b], near[a, a] = -1.0, -1.0, -1.0
        chains[a] = _joined(chains[a], chains.pop(b), likeness)
    ordered = sorted((min(chain, chain[::-1]) for chain in chains.values()), key=lambda chain: (-len(chain), chain[0]))
    return np.array([each for chain in ordered for each in chain], dtype=np.int64)


def _joined(a: list[int], b: list[int], likeness: NDArray[np.float64]) -> list[int]:
    """Return two chains as one, turned so that the ends that meet are most alike."""
    ways = product((a, a[::-1]), (b, b[::-1]))
    first, second = max(ways, key=lambda way: likeness[way[0][-1], way[1][0]])
    return first + second


def _cells(entries: Sequence[Entry], sources: Sequence[Source]) -> tuple[Ints, Ints, Ints]:
    """Return row, column and number of signatures of each cell that holds any, row by row."""
    place = {source.id: i for i, source in enumerate(sources)}
    lengths = np.fromiter((len(entry.signatures) for entry in entries), np.int64, len(entries))
    signed = np.fromiter((place[s.source] for entry in entries for s in entry.signatures), np.int64, lengths.sum())
    width = max(1, len(sources))
    keys, counts = np.unique(np.repeat(np.arange(len(entries)), lengths) * width + signed, return_counts=True)
    return keys // width, keys % width, counts.astype(np.int64)


def _dense(starts: Ints, columns: Ints, width: int) -> Iterator[NDArray[np.bool_]]:
    """Yield the rows as truth values, some at a time."""
    for first in range(0, len(starts) - 1, _BLOCK):
        ends = starts[first : first + _BLOCK + 1]
        block = np.zeros((len(ends) - 1, width), dtype=np.bool_)
        block[np.repeat(np.arange(len(ends) - 1), np.diff(ends)), columns[ends[0] : ends[-1]]] = True
        yield block


def _shared(rows: Ints, columns: Ints, width: int) -> Ints:
    """Return how many rows hold each two columns.

    Each cell is met with the one that follows it in its row, then with the second next, until no row is that long: the
    work grows with the pairs there are, not with the square of anything.
    """
    shared = np.diag(np.bincount(columns, minlength=width)).astype(np.int64)
    first, step = np.arange(len(rows)), 1
    while len(first := first[first + step < len(rows)]) and len(first := first[rows[first] == rows[first + step]]):
        pairs = np.bincount(columns[first] * width + columns[first + step], minlength=width * width)
        upper = pairs.reshape(width, width)
        shared += upper + upper.T
        step += 1
    return shared


def _jaccard(shared: Ints) -> NDArray[np.float64]:
    each = np.diag(shared)
    return np.asarray(shared / np.maximum(1, each[:, None] + each[None, :] - shared), dtype=np.float64)


def _by_pattern(starts: Ints, columns: Ints, width: int) -> Ints:
    """Return the rows in the order of how many columns they hold, most first, then of which, leftmost first."""
    padded = -(-max(1, width) // 64) * 64
    packed = [np.packbits(block, axis=1) for block in _dense(starts, columns, padded)]
    words = np.concatenate(packed).view(">u8").astype(np.uint64) if packed else np.zeros((0, 1), np.uint64)
    lacking: list[NDArray[Any]] = [~word for word in words.T[::-1]]
    return np.lexsort((*lacking, -np.diff(starts))).astype(np.int64)


def _ranks(order: Ints) -> Ints:
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _starts(lengths: Ints) -> Ints:
    return np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)


def _among(rows: Ints, count: int) -> NDArray[np.bool_]:
    return np.bincount(rows, minlength=count) > 0


def _frozen(array: Ints) -> Ints:
    array.setflags(write=False)
    return array

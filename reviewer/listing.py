"""The entries in order, as arrays: to narrow and sort 100,000 of them as one types costs a few milliseconds."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from heapq import merge
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from reviewer.lazily import Chosen
from reviewer.model import Name

Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]

_NONE = -1
_RUN = 4096
"""Names sorted at a time: to sort 100,000 at once keeps the interpreter from the window for 70 ms."""


class Held(NamedTuple):
    """A name, the number of its text, the place of its first signature, and how many it has: 0 where it is gone.

    Places only tell what comes first.
    """

    name: Name
    text: int
    place: int
    signatures: int


Rows = Chosen[Name]
"""Entries in some order, each by the name in it that is listed first."""


class Listing:
    """Which names make one entry, and where it is listed.

    `put` and `join` keep it in line with the verdicts. Entries are chosen as masks over their names: those that are
    listed first stand for them. `name_of` returns what the entry reads that holds a name.
    """

    def __init__(self, names: Iterable[Held], name_of: Callable[[Name], str]) -> None:
        self._name_of = name_of
        self._names: list[Name] = []
        self._number: dict[Name, int] = {}
        self._text, self._place, self._signatures, self._first, self._total = (np.zeros(0, np.int64) for _ in range(5))
        self._sorted, self._rank = np.zeros(0, np.int64), np.zeros(0, np.float64)
        self._reads: dict[int, str | None] = {}
        self.put(names)

    # --- keeping in line ---------------------------------------------------------------------------------------------

    def put(self, names: Iterable[Held]) -> None:
        """Take in names, each as an entry by itself, or what has changed about them."""
        every = list(names)
        fresh = [each.name for each in every if each.name not in self._number]
        self._number.update(zip(fresh, range(len(self._names), len(self._names) + len(fresh)), strict=True))
        self._names += fresh
        numbers = np.fromiter((self._number[each.name] for each in every), np.int64, len(every))
        self._text, self._place, self._signatures = (
            _put(array, len(fresh), numbers, np.fromiter((each[field] for each in every), np.int64, len(every)))
            for field, array in enumerate((self._text, self._place, self._signatures), 1)
        )
        self._first = _put(self._first, len(fresh), numbers[:0], numbers[:0])
        self._total = _put(self._total, len(fresh), numbers[:0], numbers[:0])
        new = self._first[numbers] == _NONE
        self._total[numbers[new]] = self._signatures[numbers[new]]
        alone = np.where(new, numbers, self._first[numbers])
        self._first[numbers] = np.where(self._signatures[numbers] > 0, alone, _NONE)

    def join(self, names: Iterable[Name], *, is_plain: bool) -> None:
        """Take the names of one entry together; `is_plain` where it is a single name and reads so."""
        numbers = [n for n in map(self._number_of, names) if n != _NONE]
        live = [n for n in numbers if self._signatures[n]]
        for number in numbers:
            self._reads.pop(number, None)
        if live:
            first = min(live, key=self._place.__getitem__)
            self._first[numbers] = first
            self._total[first] = self._signatures[live].sum()
            if not is_plain:
                self._reads[first] = None

    # --- which entries -----------------------------------------------------------------------------------------------

    def every(self) -> Mask:
        """Return all of them."""
        is_first: Mask = self._first == np.arange(len(self._first))
        return is_first

    def merged(self) -> Mask:
        """Return those of several names."""
        is_merged: Mask = np.bincount(self._first[self._signatures > 0], minlength=len(self._first)) > 1
        return is_merged

    def of(self, names: Iterable[Name]) -> Mask:
        """Return those that hold any of these names."""
        return self._firsts(np.fromiter((n for n in map(self._number_of, names) if n != _NONE), np.int64))

    def with_texts(self, texts: Mask) -> Mask:
        """Return those that hold any of these texts; one that came when `texts` was made already is none of them."""
        known = np.flatnonzero((self._text < len(texts)) & (self._signatures > 0))
        return self._firsts(known[texts[self._text[known]]])

    def _firsts(self, numbers: Ints) -> Mask:
        firsts = self._first[numbers]
        found = np.zeros(len(self._first), np.bool_)
        found[firsts[firsts != _NONE]] = True
        return found

    def _number_of(self, name: Name) -> int:
        return self._number.get(name, _NONE)

    # --- of groups of names ------------------------------------------------------------------------------------------

    def places(self, groups: Sequence[Sequence[Name]]) -> list[int]:
        """Return for each group of names where the first signature of their entries stands."""
        firsts, starts = self._entries_of(groups)
        places = np.where(firsts == _NONE, np.iinfo(np.int64).max, self._place[firsts])
        return np.minimum.reduceat(places, starts).tolist() if groups else []

    def totals(self, groups: Sequence[Sequence[Name]]) -> list[int]:
        """Return for each group of names how many signatures their entries have; a place not set apart is one."""
        firsts, starts = self._entries_of(groups)
        totals = np.where(firsts == _NONE, 1, self._total[firsts])
        return np.add.reduceat(totals, starts).tolist() if groups else []

    def _entries_of(self, groups: Sequence[Sequence[Name]]) -> tuple[Ints, Ints]:
        """Return for each name of the groups the first of its entry, and where among these each group begins."""
        numbers = np.fromiter((self._number.get(name, _NONE) for names in groups for name in names), np.int64)
        starts = np.cumsum([0, *map(len, groups)])[:-1]
        return np.where(numbers == _NONE, _NONE, self._first[numbers]), starts

    # --- in order ----------------------------------------------------------------------------------------------------

    def listed(self, entries: Mask, foremost: Mask) -> Rows:
        """Return those entries that are `foremost` as they are listed, then the others."""
        rows = np.flatnonzero(entries)
        rows = rows[np.argsort(self._place[rows], kind="stable")]
        return Rows(self._names, np.concatenate((rows[foremost[rows]], rows[~foremost[rows]])))

    def by_signatures(self, rows: Rows) -> Rows:
        """Return these entries with the most signatures first; of equal ones the order stays."""
        return Rows(self._names, rows.numbers[np.argsort(-self._total[rows.numbers], kind="stable")])

    def by_name(self, rows: Rows, shown: Callable[[str], str], changed: Mask) -> Rows:
        """Return these entries by what `shown` makes of their names; it leaves those as they are that aren't `changed`.

        Of equal ones the order stays.
        """
        self.sort()
        rank = np.full(len(self._first), float(_NONE))
        rank[: len(self._rank)] = self._rank
        odd = changed.copy()
        odd[len(self._rank) :] = True
        odd[list(self._reads)] = True
        keys = {number: shown(self._read(number)).casefold() for number in rows.numbers[odd[rows.numbers]].tolist()}
        for i, (number, key) in enumerate(sorted(keys.items(), key=lambda each: each[1]), 1):
            at = bisect_left(self._sorted, key, key=self._key)
            is_known = at < len(self._sorted) and self._key(self._sorted[at]) == key
            rank[number] = self._rank[self._sorted[at]] if is_known else at - 1 + i / (len(keys) + 1)
        return Rows(self._names, rows.numbers[np.argsort(rank[rows.numbers], kind="stable")])

    def row_of(self, name: Name, rows: Rows) -> int:
        """Return the row of the entry that holds a name, or -1."""
        first = self._first[self._number[name]] if name in self._number else _NONE
        return next(iter(np.flatnonzero(rows.numbers == first).tolist()), -1)

    def sort(self) -> None:
        """Sort the texts there are, by which entries are sorted by name; slow for many, done by itself at first use."""
        if not len(self._sorted):
            every = range(len(self._names))
            runs = [sorted(every[at : at + _RUN], key=self._key) for at in every[::_RUN]]
            ordered = np.fromiter(merge(*runs, key=self._key), np.int64, len(every))
            rank, last, at = np.zeros(len(every)), None, 0
            for i, number in enumerate(ordered.tolist()):
                key = self._key(number)
                last, at = (last, at) if key == last else (key, i)
                rank[number] = at
            self._rank, self._sorted = rank, ordered

    def _key(self, number: int) -> str:
        return self._names[number].text.casefold()

    def _read(self, number: int) -> str:
        """Return what the entry reads whose first name has this number."""
        if number not in self._reads:
            return self._names[number].text
        read = self._reads[number]
        if read is None:
            read = self._reads[number] = self._name_of(self._names[number])
        return read


def _put(array: Ints, more: int, numbers: Ints, values: Ints) -> Ints:
    """Return the array with room for more at its end, and these values in it."""
    longer = np.concatenate((array, np.full(more, _NONE)))
    longer[numbers] = values
    return longer

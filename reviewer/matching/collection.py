"""The names of all lists and where they stand."""

from collections import Counter
from collections.abc import Sequence
from itertools import count, islice

import numpy as np

from reviewer.matching.arrays import Ints
from reviewer.matching.growing import Growing


class Collection:
    """The distinct texts of all lists, in order within each portion of lists, and where they stand.

    `sets` are all sets of lists that any name stands in, by the numbers of those; `stands` tells the set of each name.
    """

    def __init__(self) -> None:
        self.names: list[str] = []
        self.sets: list[frozenset[int]] = []
        self.repeated: set[str] = set()
        self.texts: tuple[tuple[str, ...], ...] = ()
        self._number: dict[str, int] = {}
        self._stands = Growing(np.zeros(0, np.int64))
        self._set: dict[frozenset[int], int] = {}

    @property
    def stands(self) -> Ints:
        """The set of lists each name stands in, as a place in `sets`."""
        return self._stands.rows

    def add(self, lists: Sequence[Sequence[str]]) -> Ints:
        """Take in a portion of lists; return the numbers of names that were there before and stand in one of them."""
        where: dict[str, int] = {}
        for number, texts in enumerate(lists, len(self.texts)):
            own = frozenset((number,))
            here = dict.fromkeys(texts, self._set_of(own))
            if len(here) < len(texts):
                self.repeated.update(text for text, times in Counter(texts).items() if times > 1)
            for text in here.keys() & where.keys():
                here[text] = self._set_of(self.sets[where[text]] | own)
            where |= here
        numbers = self._numbers()
        known = sorted((numbers[text], text) for text in where.keys() & numbers.keys())
        for name, text in known:
            self.stands[name] = self._set_of(self.sets[self.stands[name]] | self.sets[where.pop(text)])
        new = sorted(where)
        self.names += new
        self._stands.extend(np.fromiter(map(where.__getitem__, new), np.int64, len(new)))
        self.texts += tuple(map(tuple, lists))
        return np.array([name for name, _ in known], np.int64)

    def together(self, a: str, b: str) -> bool:
        """Tell whether two names (texts) stand in one list."""
        numbers = self._numbers()
        one, other = (self.sets[self.stands[numbers[text]]] for text in (a, b))
        return not one.isdisjoint(other)

    def prepare(self) -> None:
        """Get ready to find names again; done by itself when that is needed."""
        self._numbers()

    def _numbers(self) -> dict[str, int]:
        """Return the number of each name by its text: the first answer may do without."""
        known = len(self._number)
        self._number.update(zip(islice(self.names, known, None), count(known), strict=False))
        return self._number

    def _set_of(self, lists: frozenset[int]) -> int:
        number = self._set.setdefault(lists, len(self.sets))
        if number == len(self.sets):
            self.sets.append(lists)
        return number

"""The letters of many words at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reviewer.matching.arrays import Bools, Ints

_ARABIC = 0x0600, 0x06FF


class Letters:
    """The letters of words, none of them empty, one word after the other; `size` tells how many each has."""

    def __init__(self, words: Sequence[str]) -> None:
        self.size: Ints = np.fromiter(map(len, words), np.int64, len(words))
        self._codes = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), np.uint32)
        self._begin = np.cumsum(self.size) - self.size

    @property
    def first(self) -> Ints:
        """The first letter of each word, as a code point."""
        return np.asarray(self._codes[self._begin], np.int64)

    @property
    def last(self) -> Ints:
        """The last letter of each word, as a code point."""
        return np.asarray(self._codes[self._begin + self.size - 1], np.int64)

    @property
    def held(self) -> npt.NDArray[np.uint64]:
        """Which letters each word holds: a bit for each, now and then one for two."""
        bits = np.uint64(1) << (self._codes & 63).astype(np.uint64)
        return np.bitwise_or.reduceat(bits, self._begin) if len(self.size) else bits

    @property
    def arabic(self) -> Bools:
        """Which words hold a letter of Arabic script (as `romanise.is_arabic` tells for one)."""
        begin, end = _ARABIC
        inside = (self._codes >= begin) & (self._codes <= end)
        return np.logical_or.reduceat(inside, self._begin) if len(self.size) else inside

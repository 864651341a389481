"""Two words that some name writes as one: `Abu Kamal` and `Abukamal`."""

import numpy as np

from reviewer.matching.arrays import Ints, among, distinct
from reviewer.matching.distance import pack
from reviewer.matching.meeting import fine_skeletons, joined_keys
from reviewer.matching.vocabulary import Vocabulary, bare

_LEAST = 3
"""So many consonants must agree."""
_SHIFT = 31
_LOW = (1 << _SHIFT) - 1


class WrittenAsOne:
    """Neighbouring words of the names that some name may write as one.

    Only where the consonants of the two, one after the other, are those of a word that stands by itself.

    `number` holds for two such words (their numbers) that of the one word they give; `follows` for each token of the
    names the number of what it and the next give when written as one, or -1.
    """

    def __init__(self) -> None:
        self.number: dict[tuple[int, int], int] = {}
        self.follows: Ints = np.zeros(0, np.int64)
        self._key, self._size, self._single, self._codes, self._keys = np.zeros((5, 0), np.int64)
        self._joined, self._numbers = np.zeros((2, 0), np.int64)

    def add(self, v: Vocabulary) -> Ints:
        """Look at what is new in the vocabulary, and add words to it; return earlier names of which `follows` changed.

        The words it added last time are new to it no more.
        """
        known, tokens = len(self._key), len(self.follows)
        fresh = v.words[known:]
        packed = pack(fresh)
        key, size = fine_skeletons(packed)
        self._key, self._size = np.concatenate([self._key, key]), np.concatenate([self._size, size])
        alone = v.count[known:] > 0
        stripped = [
            short
            for word, itself in zip(fresh, alone.tolist(), strict=True)
            if itself and (short := bare(word)) != word
        ]
        single = distinct(np.concatenate([key[alone], fine_skeletons(pack(stripped))[0]]))
        self._single = distinct(np.concatenate([self._single, single]))
        neighbours = self._neighbours(v, max(0, tokens - 1))
        codes = distinct(neighbours[neighbours >= 0])
        codes = codes[~among(codes, self._codes)]
        keys, sizes = joined_keys(self._key, self._size, codes >> _SHIFT, codes & _LOW)
        keys = np.where(sizes >= _LEAST, keys, -1)
        met = distinct(np.concatenate([self._codes[among(self._keys, single)], codes[among(keys, self._single)]]))
        self._codes, self._keys = np.concatenate([self._codes, codes]), np.concatenate([self._keys, keys])
        order = np.argsort(self._codes, kind="stable")
        self._codes, self._keys = self._codes[order], self._keys[order]
        met = met[~among(met, self._joined)]
        self._join(v, met)
        self.follows = np.concatenate([self.follows, np.full(len(v.tokens) - tokens, -1)])
        changed = self._mark(v, 0, met)
        self._mark(v, max(0, tokens - 1), self._joined)
        return changed[changed < v.holder[tokens]] if tokens < len(v.tokens) else changed

    def _join(self, v: Vocabulary, met: Ints) -> None:
        """Give each two words that one was met for a number."""
        pairs = list(zip((met >> _SHIFT).tolist(), (met & _LOW).tolist(), strict=True))
        texts = [v.words[a] + v.words[b] for a, b in pairs]
        v.add_words(sorted(set(texts) - v.number.keys()))
        numbers = [v.number[text] for text in texts]
        self.number.update(zip(pairs, numbers, strict=True))
        joined = np.concatenate([self._joined, met])
        order = np.argsort(joined, kind="stable")
        self._joined = joined[order]
        self._numbers = np.concatenate([self._numbers, np.array(numbers, np.int64)])[order]

    def _neighbours(self, v: Vocabulary, begin: int) -> Ints:
        """Return for each token from `begin` on, the last one excepted, one number for it and the next; -1 for none."""
        inside = v.holder[begin:-1] == v.holder[begin + 1 :]
        return np.where(inside, (v.tokens[begin:-1] << _SHIFT) + v.tokens[begin + 1 :], -1)

    def _mark(self, v: Vocabulary, begin: int, codes: Ints) -> Ints:
        """Let `follows` tell of neighbours with these codes (distinct, in order); return the names they stand in."""
        neighbours = self._neighbours(v, begin)
        hit = np.flatnonzero(among(neighbours, codes))
        self.follows[begin + hit] = self._numbers[np.searchsorted(self._joined, neighbours[hit])]
        return distinct(v.holder[begin + hit])

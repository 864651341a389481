"""Two words that some name writes as one: `Abu Kamal` and `Abukamal`."""

import numpy as np

from reviewer.matching.arrays import Ints, distinct
from reviewer.matching.distance import pack
from reviewer.matching.growing import Growing, Index
from reviewer.matching.meeting import fine_skeletons, joined_keys
from reviewer.matching.vocabulary import PAIR, Vocabulary, bare

_LEAST = 3
"""So many consonants must agree."""
_SECOND = (1 << PAIR) - 1


class WrittenAsOne:
    """Neighbouring words of the names that some name may write as one.

    Only where the consonants of the two, one after the other, are those of a word that stands by itself.

    `number` holds for two such words (their numbers) that of the one word they give.
    """

    def __init__(self) -> None:
        self.number: dict[tuple[int, int], int] = {}
        self._follows, self._key, self._size, self._pairs = map(Growing, np.zeros((4, 0), np.int64))
        self._single, self._known, self._by_key, self._joined, self._giving = (Index() for _ in range(5))

    @property
    def follows(self) -> Ints:
        """For each token of the names the number of what it and the next give when written as one, or -1."""
        return self._follows.rows

    def add(self, v: Vocabulary) -> Ints:
        """Look at what is new in the vocabulary, and add words to it; return names of which `follows` changed.

        The words it added last time are new to it no more.
        """
        known, tokens = len(self._key.rows), len(self.follows)
        single = self._new_sounds(v.words[known:], (v.count[known:] > 0).tolist())
        earlier = self._pairs.rows[self._by_key.rows(single)[1]]
        self._single.add(single, single)
        pairs = distinct(v.pairs[tokens:])
        pairs = pairs[(self._known.row(pairs) < 0) & (pairs >= 0)]
        keys, sizes = joined_keys(self._key.rows, self._size.rows, pairs >> PAIR, pairs & _SECOND)
        rows = np.flatnonzero(sizes >= _LEAST)
        met = distinct(np.concatenate([earlier, pairs[rows[self._single.row(keys[rows]) >= 0]]]))
        met = met[self._joined.row(met) < 0]
        self._by_key.add(keys[rows], rows + len(self._pairs.rows))
        self._known.add(pairs, pairs)
        self._pairs.extend(pairs)
        self._join(v, met)
        self._follows.extend(np.full(len(v.tokens) - tokens, -1))
        self._mark(v, np.arange(tokens, len(v.tokens)))
        return distinct(v.holder[self._mark(v, v.pair_places.rows(met)[1])]) if tokens else met[:0]

    def _new_sounds(self, words: list[str], alone: list[bool]) -> Ints:
        """Take in words, and which of them stand `alone`; return keys that words had not that stand by themselves."""
        key, size = fine_skeletons(pack(words))
        self._key.extend(key)
        self._size.extend(size)
        stripped = [
            short for word, itself in zip(words, alone, strict=True) if itself and (short := bare(word)) != word
        ]
        single = distinct(np.concatenate([key[np.array(alone, bool)], fine_skeletons(pack(stripped))[0]]))
        return single[self._single.row(single) < 0]

    def _join(self, v: Vocabulary, met: Ints) -> None:
        """Give each two words that one was met for a number."""
        pairs = list(zip((met >> PAIR).tolist(), (met & _SECOND).tolist(), strict=True))
        texts = [v.words[a] + v.words[b] for a, b in pairs]
        v.add_words(sorted(set(texts) - v.number.keys()))
        numbers = [v.number[text] for text in texts]
        self.number.update(zip(pairs, numbers, strict=True))
        self._joined.add(met, np.array(numbers, np.int64))
        self._giving.add(np.array(numbers, np.int64), met)

    def _mark(self, v: Vocabulary, at: Ints) -> Ints:
        """Let `follows` tell of the tokens before some places what they give with those; return the places it does."""
        number = self._joined.row(v.pairs[at])
        hit = np.flatnonzero(number >= 0)
        self.follows[at[hit] - 1] = number[hit]
        return at[hit]

    def holding(self, v: Vocabulary, words: Ints) -> Ints:
        """Return places of tokens that give one of some words when written as one with the token before."""
        return v.pair_places.rows(self._giving.rows(words)[1])[1]

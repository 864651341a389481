"""Two words that some name writes as one: `Abu Kamal` and `Abukamal`."""

import math

import numpy as np
import numpy.typing as npt

from reviewer.matching.abreast import by_parts
from reviewer.matching.arrays import Ints, distinct
from reviewer.matching.distance import pack
from reviewer.matching.growing import Growing, Index
from reviewer.matching.meeting import FINE, MOST, classes_of, skeletons
from reviewer.matching.neighbours import mixed
from reviewer.matching.romanise import UNITS
from reviewer.matching.vocabulary import PAIR, Vocabulary

_LEAST = 3
"""So many consonants must agree, and the vowels between them."""
_ENOUGH = (4.0, 4.5, 5.5), (3, 5, 6)
"""Or so many consonants alone, by the decimal logarithm of all words: the more words, the more agree by chance. With
three it were 9 % more words for 8,000 of them, 35 % for 40,000 and 71 % for 370,000, hardly any of them one."""
_GROUPS = tuple(dict.fromkeys("s ss z zz" if group in ("s ss", "z zz") else group for group in FINE))
"""French writes z as s between vowels, where a word was two (Guiri Zôr, Girisor): they are alike too."""
_VOWEL = np.array([1 if unit and unit[0] in "aAeiy" else 2 if unit and unit[0] in "ouw" else 0 for unit in UNITS])
"""The vowels that are written for each other, as bits: a, e and i; o and u."""
_SECOND = (1 << PAIR) - 1


class WrittenAsOne:
    """Neighbouring words of the names that some name may write as one.

    Only where the two, one after the other, sound like a word that stands by itself: in consonants and vowels roughly,
    or in very many consonants.

    `number` holds for two such words (their numbers) that of the one word they give.
    """

    def __init__(self) -> None:
        self.number: dict[tuple[int, int], int] = {}
        self._follows, self._pairs = map(Growing, np.zeros((2, 0), np.int64))
        self._sounds = Growing(np.zeros((0, 3), np.int64))
        self._single, self._known, self._by_key, self._joined, self._giving = (Index() for _ in range(5))
        self._enough = 0

    @property
    def follows(self) -> Ints:
        """For each token of the names the number of what it and the next give when written as one, or -1."""
        return self._follows.rows

    def add(self, v: Vocabulary) -> Ints:
        """Look at what is new in the vocabulary, and add words to it; return names of which `follows` changed.

        The words it added last time are new to it no more.
        """
        known, tokens = len(self._sounds.rows), len(self.follows)
        self._enough = self._enough or int(np.interp(math.log10(len(v.words) + 1), *_ENOUGH))
        single = self._new_sounds(v, known)
        earlier = self._pairs.rows[self._by_key.rows(single)[1]]
        self._single.add(single, single)
        pairs = distinct(v.pairs[tokens:])
        pairs = pairs[(self._known.row(pairs) < 0) & (pairs >= 0)]
        keys = self._keys(_joined(self._sounds.rows, pairs))
        pair, kind = np.nonzero(keys >= 0)
        keys = keys[pair, kind]
        met = distinct(np.concatenate([earlier, pairs[pair[self._single.row(keys) >= 0]]]))
        met = met[self._joined.row(met) < 0]
        self._by_key.add(keys, pair + len(self._pairs.rows))
        self._known.add(pairs, pairs)
        self._pairs.extend(pairs)
        self._join(v, met)
        self._follows.extend(np.full(len(v.tokens) - tokens, -1))
        self._mark(v, np.arange(tokens, len(v.tokens)))
        return distinct(v.holder[self._mark(v, v.pair_places.rows(met)[1])]) if tokens else met[:0]

    def _new_sounds(self, v: Vocabulary, known: int) -> Ints:
        """Take in words from a number on; return keys that words had not that stand by themselves."""
        sounds = by_parts(_sounds, v.units[known:])
        self._sounds.extend(sounds)
        alone = np.flatnonzero(v.count[known:])
        stripped = [v.bare[i] for i in (alone + known).tolist() if v.bare[i] != v.words[i]]
        single = np.concatenate([sounds[alone], by_parts(_sounds, pack(stripped))])
        keys = distinct(self._keys(single).ravel())
        return keys[(self._single.row(keys) < 0) & (keys >= 0)]

    def _keys(self, sounds: Ints) -> Ints:
        """Return two keys for words by their sounds, with the vowels and without; -1 is no key."""
        key, size, vowels = sounds.T
        return np.stack(
            [
                np.where(size >= _LEAST, mixed(key ^ mixed(vowels)), -1),
                np.where(size >= self._enough, mixed(key), -1),
            ],
            axis=1,
        )

    def _join(self, v: Vocabulary, met: Ints) -> None:
        """Give each two words that one was met for a number."""
        pairs = list(zip((met >> PAIR).tolist(), (met & _SECOND).tolist(), strict=True))
        texts = [v.words[a] + v.words[b] for a, b in pairs]
        numbers = v.numbers(texts)
        self.number.update(zip(pairs, numbers.tolist(), strict=True))
        self._joined.add(met, numbers)
        self._giving.add(numbers, met)

    def _mark(self, v: Vocabulary, at: Ints) -> Ints:
        """Let `follows` tell of the tokens before some places what they give with those; return the places it does."""
        number = self._joined.row(v.pairs[at])
        hit = np.flatnonzero(number >= 0)
        self.follows[at[hit] - 1] = number[hit]
        return at[hit]

    def holding(self, v: Vocabulary, words: Ints) -> Ints:
        """Return places of tokens that give one of some words when written as one with the token before."""
        return v.pair_places.rows(self._giving.rows(words)[1])[1]


def _sounds(packed: npt.NDArray[np.uint8]) -> Ints:
    """Return for each row of packed units its consonants, how many they are, and the vowels around them (rows, 3)."""
    place = np.minimum(np.cumsum(classes_of(packed, _GROUPS) > 0, axis=1), MOST)
    vowels: Ints = np.bitwise_or.reduce(_VOWEL[packed] << 2 * place, axis=1)
    return np.stack([*skeletons(packed, _GROUPS), vowels], axis=1)


def _joined(sounds: Ints, pairs: Ints) -> Ints:
    """Return the sounds (pairs, 3) of two words written as one."""
    (one, many, around), (other, more, beside) = sounds[pairs >> PAIR].T, sounds[pairs & _SECOND].T
    vowels = around | (beside << 2 * many) & ((4 << 2 * MOST) - 1)
    return np.stack([one + (other >> 5 * many), many + more, vowels], axis=1)

"""Which names are compared at all: those that share something telling, never all with all.

Four kinds of key, each a rule by which a pair can be found:

1. a word that stands in few names (`_FEW`), or two similar words that do and bring enough (`_LEAST_GAIN`),
2. two of the four rarest words of a name, by their rough sound,
3. all words of a name, by their rough sound, in any order,
4. an acronym and the initials of a name or of its first words.

Names that share a key stand sorted, and each meets only the next few (the window), so that no key costs more than its
length times that. What met is weighed roughly with arrays, and only the better pairs of each name go on.

A pair is lost where no rule holds, where too many names stand between the two in each key they share, or where its
rough score is low. Measured by tests/benchmarks/bench_matching.py --blocking: of all pairs of 10,000 generated names
that reach the default threshold 2.1 % are lost, 0.3 % of the true ones.
"""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reviewer.matching.abreast import abreast
from reviewer.matching.arrays import (
    Bools,
    Floats,
    Ints,
    Whole,
    among,
    distinct,
    numbered,
    paired,
    shared,
    unpaired,
    within,
)
from reviewer.matching.coefficients import COEFFICIENTS, PER_UNIT
from reviewer.matching.common import FUNCTION
from reviewer.matching.distance import pack
from reviewer.matching.meeting import rough_keys
from reviewer.matching.similar import Similar, Told
from reviewer.matching.vocabulary import Vocabulary, bare

Single = npt.NDArray[np.float32]

_FEW = 40
"""A word in more names than this is no key by itself."""
_SURE, _LONG = 3.7, 3.0
"""Cost up to which, and length from which on, a word counts as a spelling of a frequent one, for the rough score."""
_LEAST_GAIN = ((3.0, 5.0, 6.0), (-1.0, 1.0, 3.5))
"""Two similar words that bring less than this to the rough score, in log-odds, are no key: by the decimal logarithm of
all names."""
_WIDTH = 14
_SHARED, _LEFT = 0.6, 0.4
"""What a nat of words that sound alike adds to the rough score, and of words left over takes away."""
_MOST_LEFT = 12.0
_ACRONYM = 6.0
"""What an acronym adds to the rough score."""
_PART = 1 << 14
"""So many pairs are weighed at a time."""
_FIRST = (3, 4, 5)
"""An acronym may be made of so many first words of a name, small ones left out."""
_MIX = np.int64(0x9E3779B97F4A7C1)


def _mixed(values: Ints) -> Ints:
    """Spread values over 60 bits (a fixed multiplicative hash, the same in every run)."""
    x = values * _MIX
    x ^= (x >> 31) & 0x1FFFFFFFF
    x = x * np.int64(0x3F58476D1CE4E5B9)
    return (x ^ ((x >> 29) & 0x7FFFFFFFF)) & ((1 << 60) - 1)


def sound_numbers(words: list[str]) -> Ints:
    """Return a number for each word that most of its spellings share."""
    keys = rough_keys(pack([bare(w) for w in words]))
    return np.where(keys == 0, text_numbers(words), keys)


def text_numbers(words: Sequence[str]) -> Ints:
    """Return a 60-bit number of each word by its first nine letters."""
    letters = np.array(words, "U9").reshape(-1, 1).view(np.uint32).reshape(len(words), 9) if words else np.zeros((0, 9))
    found = np.full(len(words), 7, np.int64)
    for column in letters.T.astype(np.int64):
        found = np.where(column > 0, _onward(found, column), found)
    return found


def _onward(number: Ints, letter: Ints) -> Ints:
    return (number * 1_000_003 + letter) & ((1 << 60) - 1)


class Met(NamedTuple):
    """Pairs of names found by one rule (`paired`), once each, in order.

    `gained` is what that adds to their rough score, in log-odds, `freed` the weight of words no longer left over.
    """

    pairs: Ints
    gained: Single | np.float32 = np.float32(0)
    freed: Single | np.float32 = np.float32(0)


class Blocks:
    """The keys of all names of a vocabulary; call `update` when it has changed."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.size = 0
        self._sound, self._first, self._short = np.zeros((3, 0), np.int64)
        self._function = np.zeros(0, bool)
        self._rank, self._all = np.zeros((2, 0), np.int64)
        self._two, self._initials = np.zeros((0, 6), np.int64), np.zeros((0, 2 + len(_FIRST)), np.int64)

    def update(self, similar: Similar, joined: Ints, names: Ints) -> None:
        """Make the keys of some names anew, all new ones among them; `joined` as `WrittenAsOne.follows`."""
        self.similar, self.joined = similar, joined
        words = self.vocabulary.words[len(self._sound) :]
        short = np.array([3 <= len(w) <= 9 and w.isascii() and w.isalpha() for w in words], bool)
        self._sound = np.concatenate([self._sound, sound_numbers(words)])
        self._first = np.concatenate([self._first, np.array([ord(w[0]) for w in words], np.int64)])
        self._short = np.concatenate([self._short, np.where(short, text_numbers(words), -1)])
        self._function = np.concatenate([self._function, np.array([w in FUNCTION for w in words], bool)])
        self.stands = self._stands()
        more = len(self.vocabulary.names) - self.size
        self.size += more
        self._rank, self._all, self._two, self._initials = (
            np.concatenate([column, np.full((more, *column.shape[1:]), -1)])
            for column in (self._rank, self._all, self._two, self._initials)
        )
        keys = (self._rarest_sounds, self._of_all, self._of_initials)
        sounds, self._all[names], self._initials[names] = abreast(lambda of: of(names), keys)
        self._rank[names], self._two[names] = sounds[:, 0], _of_two(sounds)

    def _stands(self) -> Ints:
        """For each word a frequent one it is likely a spelling of, or itself.

        A frequent word stands for the most frequent one near it, another for what the nearest frequent one stands for.
        """
        count, s = self.vocabulary.count, self.similar
        near = (s.cost <= _SURE) & (s.length >= _LONG)
        word, other = np.concatenate([s.a[near], s.b[near]]), np.concatenate([s.b[near], s.a[near]])
        cost = np.tile(s.cost[near], 2)
        kept = (count[other] > _FEW) & (count[other] > count[word])
        word, other, cost = word[kept], other[kept], cost[kept]
        few = count[word] <= _FEW
        found = np.arange(len(count))
        for rows, ranked in ((~few, (-other, count[other])), (few, (-other, count[other], -cost))):
            order = np.lexsort([column[rows] for column in (*ranked, word)])
            found[word[rows][order]] = found[other[rows][order]]  # the last of each word holds
        return found

    def _rarest_sounds(self, names: Ints) -> Ints:
        """Return the sounds of the four rarest words of some names, (names, 4), -1 for none.

        By the first of them names stand in order: neighbours in a crowded key are then the likelier ones.
        """
        v = self.vocabulary
        at, row = v.at(names)
        order = np.lexsort((v.tokens[at], -v.weights[at], row))
        place = within(np.bincount(row, minlength=len(names)))
        word = v.tokens[at[order]]
        kept = (place < 4) & ~self._function[word]
        found = np.full((len(names), 4), -1)
        found[row[kept], place[kept]] = self._sound[word[kept]]
        return found

    def _of_all(self, names: Ints) -> Ints:
        """Return a key for the sounds of all words of some names, in any order; -1 for names without words."""
        at, row = self.vocabulary.at(names)
        word = self.vocabulary.tokens[at]
        tell = ~self._function[word]
        key = np.zeros(len(names), np.int64)
        np.add.at(key, row[tell], _mixed(self._sound[word[tell]]) >> 8)
        return np.where(np.bincount(row[tell], minlength=len(names)) > 0, key, -1)

    def _of_initials(self, names: Ints) -> Ints:
        """Return the initials of some names as `text_numbers` has them: with small words, without, of the `_FIRST`.

        -1 for none.
        """
        at, row = self.vocabulary.at(names)
        word = self.vocabulary.tokens[at]
        found = []
        for used in (np.ones(len(word), bool), ~self._function[word]):
            key = np.full(len(names), 7, np.int64)
            lengths = np.bincount(row[used], minlength=len(names))
            place = within(lengths)
            begun = []
            for i in range(9):
                here = place == i
                rows = row[used][here]
                key[rows] = _onward(key[rows], self._first[word[used][here]])
                if i + 1 in _FIRST:
                    begun.append(np.where(lengths > i + 1, key, -1))
            found.append(np.where(lengths >= 3, key, -1))
        return np.stack([*found, *begun], axis=1)

    def by_words(self, window: int, fresh: Bools | None) -> Met:
        """Pairs that share a rare word or two similar ones (rule 1), with what those add (see `_gains`)."""
        v, s = self.vocabulary, self.similar
        hit = np.flatnonzero(self.joined >= 0)
        names, held = np.concatenate([v.holder, v.holder[hit]]), np.concatenate([v.tokens, self.joined[hit]])
        count = np.bincount(held, minlength=len(v.words))
        near = (count[s.a] <= _FEW) & (count[s.b] <= _FEW)
        own = (count > 1) & (count <= _FEW)
        if fresh is not None:
            touched = np.zeros(len(v.words), bool)
            touched[held[fresh[names]]] = True
            near &= touched[s.a] | touched[s.b]
            own &= touched
        near_ = np.flatnonzero(near)
        effect, apart = self._gains(s.a[near_], s.b[near_], s.cost[near_], s.length[near_])
        kept = effect >= self._least_gain()
        one, other, effect, apart = s.a[near_][kept], s.b[near_][kept], effect[kept], apart[kept]
        used = own.copy()
        used[one] = used[other] = True
        rows = np.flatnonzero(used[held])
        rows = rows[np.argsort(held[rows], kind="stable")]
        count[~used] = 0
        begin = np.cumsum(count) - count
        alone = np.flatnonzero(own)
        words = np.concatenate([alone, one, other])
        key = np.concatenate([np.arange(len(alone)), np.tile(np.arange(len(one)) + len(alone), 2)])
        side = np.repeat(np.arange(3, dtype=np.int8), [len(alone), len(one), len(one)])
        lengths = count[words]
        at = np.repeat(begin[words], lengths) + within(lengths)
        codes, key = self._meet(np.repeat(key, lengths), names[rows][at], window, fresh, np.repeat(side, lengths))
        order = np.argsort(codes)
        codes, key = codes[order], key[order]
        first = np.flatnonzero(_first(codes))
        as_one = np.where(among(alone, distinct(self.joined[hit])), v.rarity[alone], 0.0)
        gained = np.concatenate([_SHARED * as_one, effect]).astype(np.float32)[key]
        freed = np.concatenate([2 * as_one, apart]).astype(np.float32)[key]
        return Met(codes[first], np.add.reduceat(gained, first), np.add.reduceat(freed, first))

    def _least_gain(self) -> float:
        """Return what two similar words must bring to be a key: the more names, the more."""
        return float(np.interp(math.log10(self.size + 1), *_LEAST_GAIN))

    def _gains(self, a: Ints, b: Ints, cost: Single, length: Single) -> tuple[Floats, Floats]:
        """Return what each pair of similar words adds to the rough score, and the weight no longer left over."""
        rarity = self.vocabulary.rarity
        least = np.minimum(rarity[a], rarity[b])
        effect = COEFFICIENTS["similar"] * np.minimum(least, PER_UNIT * length) + COEFFICIENTS["cost"] * cost
        apart = rarity[a] + rarity[b]
        none = (self.stands[a] == self.stands[b]) | (effect < -_LEFT * apart)
        return np.where(none, 0.0, effect), np.where(none, 0.0, apart)

    def by_two_sounds(self, window: int, fresh: Bools | None) -> Met:
        """Pairs that share the sounds of two of their four rarest words (rule 2)."""
        return self._by_sound(self._two, window, fresh)

    def by_all_sounds(self, window: int, fresh: Bools | None) -> Met:
        """Pairs that share the sounds of all their words (rule 3)."""
        return self._by_sound(self._all[:, None], window, fresh)

    def _by_sound(self, keys: Ints, window: int, fresh: Bools | None) -> Met:
        names, kinds = np.nonzero(keys >= 0)
        return Met(distinct(self._meet(keys[names, kinds], names, window, fresh)[0]))

    def by_acronym(self, window: int, fresh: Bools | None) -> Met:
        """Pairs of which one holds the initials of the other as a word (rule 4)."""
        v = self.vocabulary
        names, kinds = np.nonzero(among(self._initials, distinct(self._short[self._short >= 0])))
        initials = self._initials[names, kinds]
        held = np.flatnonzero(among(self._short, distinct(initials))[v.tokens])
        keys = np.concatenate([initials, self._short[v.tokens[held]]])
        met = self._meet(keys, np.concatenate([names, v.holder[held]]), window, fresh)[0]
        return Met(distinct(met), np.float32(_ACRONYM))

    def propose(self, window: int, least: float, fresh: Bools | None, told: Told) -> tuple[Ints, Ints, Floats]:
        """All pairs of names (numbers a < b) that share a key, once each, in order, with their rough score.

        Only those that reach the `least` score, in log-odds, and only those with a `fresh` name where some are given.
        `told` is called with the share done, 0..1.
        """
        self._in_order = np.argsort(self._rank, kind="stable").astype(np.int32)
        self._place = np.empty(self.size, np.int32)
        self._place[self._in_order] = np.arange(self.size)
        rules = (self.by_words, self.by_two_sounds, self.by_all_sounds, self.by_acronym)
        met = [rule(window, fresh) for rule in rules]  # two at a time take more memory, and no less time for that
        told(0.5)
        every = distinct(np.concatenate([found.pairs for found in met]))
        effect, otherwise = np.zeros((2, len(every)), np.float32)
        for found in met:
            if np.any(found.gained):
                at = np.searchsorted(every, found.pairs)
                effect[at] += found.gained
                otherwise[at] += found.freed
        del met, found  # of millions of pairs each column counts
        rough = np.empty(len(every), np.float32)
        words, weights = self._table()
        lengths = np.minimum(np.diff(self.vocabulary.starts), _WIDTH).astype(np.uint8)
        width = np.maximum(*(lengths[names] for names in unpaired(every)))
        order = np.argsort(width, kind="stable")

        def weigh(part: Ints) -> tuple[Ints, Single]:
            wide = width[part[-1]]
            return part, _weigh(words[:wide], weights[:wide], *unpaired(every[part]), otherwise[part])

        parts = (order[begin : begin + _PART] for begin in range(0, len(every), _PART))
        for number, (part, weight) in enumerate(abreast(weigh, parts)):
            rough[part] = weight
            if number % 16 == 0:
                told(0.5 + 0.5 * number * _PART / len(every))
        rough += effect
        kept = np.flatnonzero(rough >= least)
        return *unpaired(every[kept]), rough[kept].astype(np.float64)

    def _meet(
        self, key: Ints, name: Whole, window: int, fresh: Bools | None, side: npt.NDArray[np.int8] | None = None
    ) -> tuple[Ints, npt.NDArray[np.int32]]:
        """Pairs of names that share a key within the window, as one number each (`paired`), with the key's number.

        A name may bear several keys, so a pair may come several times. Names on the same `side` (1 or 2, 0 is none)
        don't meet, nor do two names neither of which is `fresh`, where that is given. Where there are sides, keys are
        small numbers.
        """
        rows = np.flatnonzero(shared(key, None if fresh is None else key[fresh[name]]))
        bits = self.size.bit_length() + 2
        stands: Ints = (key[rows] if side is not None else numbered(key[rows])) << bits
        stands += (self._place[name[rows]] << 2) + (0 if side is None else side[rows])
        stands.sort()
        number, side = (stands >> bits).astype(np.int32), (stands & 3).astype(np.int8)
        name = self._in_order[(stands & ((1 << bits) - 1)) >> 2]
        del key, rows, stands
        found: list[Ints] = [np.zeros(0, np.int64)]
        keys = [number[:0]]
        for step in range(1, min(window, len(number) - 1) + 1):
            same = number[step:] == number[:-step]
            if not same.any():
                break
            same &= name[step:] != name[:-step]
            same &= (side[step:] == 0) | (side[step:] != side[:-step])
            if fresh is not None:
                same &= fresh[name[step:]] | fresh[name[:-step]]
            at = np.flatnonzero(same)
            found.append(paired(name[at], name[at + step]))
            keys.append(number[at])
        return np.concatenate(found), np.concatenate(keys)

    def _table(self) -> tuple[npt.NDArray[np.int32], Single]:
        """Return each name's first words, by what they stand for, and their weights: (words, names), -1 for none."""
        v = self.vocabulary
        place = within(np.diff(v.starts))
        inside = place < _WIDTH
        width = int(place[inside].max(initial=0)) + 1
        words = np.full((width, self.size), -1, np.int32)
        weights = np.zeros((width, self.size), np.float32)
        words[place[inside], v.holder[inside]] = self.stands[v.tokens[inside]]
        weights[place[inside], v.holder[inside]] = v.weights[inside]
        return words, weights


def _weigh(words: npt.NDArray[np.int32], weights: Single, a: Ints, b: Ints,
           found_otherwise: Single) -> Single:  # fmt: skip
    """Return a rough score of each pair: weight of the words they share less a part of what is left over.

    `found_otherwise` is the weight of words that met as similar ones.
    """
    one, other, heavy = words[:, a], words[:, b], weights[:, a]
    shared = np.zeros(len(a), np.float32)
    for mine, weight in zip(one, heavy, strict=True):  # where there is no word its weight is 0
        met = other[0] == mine
        for theirs in other[1:]:
            met |= theirs == mine
        shared += met * weight
    left = np.maximum(heavy.sum(axis=0) + weights[:, b].sum(axis=0) - 2 * shared - found_otherwise, 0)
    rough: Single = np.float32(_SHARED) * shared - np.float32(_LEFT) * np.minimum(left, _MOST_LEFT)
    return rough


def _of_two(sounds: Ints) -> Ints:
    """Return a key for each two of four sounds (names, 4), (names, 6), -1 where there are no two."""
    found = []
    for i, j in combinations(range(4), 2):
        a, b = sounds[:, i], sounds[:, j]
        found.append(np.where((a >= 0) & (b >= 0), _mixed(np.minimum(a, b)) ^ (np.maximum(a, b) >> 1), -1))
    return np.stack(found, axis=1)


def _first(values: Ints) -> npt.NDArray[np.bool_]:
    """Tell which of the sorted values are the first of their kind."""
    found = np.ones(len(values), bool)
    found[1:] = values[1:] != values[:-1]
    return found

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
that reach the default threshold 1.1 % are lost, 0.1 % of the true ones.
"""

import math
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from reviewer.matching.abreast import abreast, by_parts
from reviewer.matching.arrays import (
    Bools,
    Floats,
    Ints,
    among,
    begins,
    distinct,
    places_in_order,
    unpaired,
    within,
)
from reviewer.matching.coefficients import COEFFICIENTS, PER_UNIT
from reviewer.matching.crowd import Crowd, in_order
from reviewer.matching.growing import Index
from reviewer.matching.joined import WrittenAsOne
from reviewer.matching.name_keys import NameKeys
from reviewer.matching.rough import LEFT, SHARED, Met, Rough, Single
from reviewer.matching.shares import Told
from reviewer.matching.similar import Similar
from reviewer.matching.vocabulary import Vocabulary

_FEW = 40
"""A word in more names than this is no key by itself."""
_SURE, _LONG = 3.7, 3.0
"""Cost up to which, and length from which on, a word counts as a spelling of a frequent one, for the rough score."""
_LEAST_GAIN = ((3.0, 5.0, 6.0), (-4.0, -0.75, 1.0))
"""Two similar words that bring less than this to the rough score, in log-odds, less the logarithm of how many pairs of
names they make, are no key: by the decimal logarithm of all names."""
_NARROW = 3
"""Of the names that share two sounds or an acronym so many times fewer meet: most are no more alike than that."""
_ACRONYM = 6.0
"""What an acronym adds to the rough score."""
_RULED = 0.65
"""The share of the time after which the rules have found all pairs, and those are weighed."""
_IN_HAND = 1 << 17
"""So many names that bear a word are in hand at a time."""


class Blocks:
    """Which names of a vocabulary are worth comparing; call `update` when it has changed."""

    def __init__(self, vocabulary: Vocabulary, joined: WrittenAsOne) -> None:
        self.vocabulary, self._joined = vocabulary, joined
        self._keys = NameKeys(vocabulary)
        self.similar = Similar.none()
        self._similar_of = Index()

    def add(self, similar: Similar) -> None:
        """Take in more similar words: those that can be a key, however rare they are, or stand for one another."""
        most = _gain(similar.cost, PER_UNIT * similar.length)
        least = self._least_gain()
        kept = similar.at((most >= least) | _stand_in(similar))
        rows = np.arange(len(self.similar.a), len(self.similar.a) + len(kept.a))
        self._similar_of.add(np.concatenate([kept.a, kept.b]), np.tile(rows, 2))
        self.similar = self.similar.and_of(kept)

    def update(self, names: Ints) -> None:
        """Make the keys of some names anew, all new ones among them."""
        self.stands = self._stands()
        self._keys.update(names)

    def prepare(self) -> None:
        """Sort what later names are looked up by; done by itself when they come."""
        self._similar_of.settle()
        self._keys.prepare()

    def _stands(self) -> Ints:
        """For each word a frequent one it is likely a spelling of, or itself.

        A frequent word stands for the most frequent one near it, another for what the nearest frequent one stands for.
        """
        count, s = self.vocabulary.count, self.similar
        near = _stand_in(s)
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

    def _everybody(self) -> Crowd:
        v, keys = self.vocabulary, self._keys
        words = v.holder, v.tokens, v.weights, self._joined.follows
        return Crowd(np.arange(len(v.names)), None, *words, *keys.of(slice(None)), *in_order(keys.rank))

    def _around(self, names: Ints) -> Crowd:
        """Return some names and all others that a rule lets them meet."""
        v, keys = self.vocabulary, self._keys
        words, s = self._words(v.at(names)[0]), self.similar
        rows = self._similar_of.rows(words)[1]
        rare = distinct(np.concatenate([words, s.a[rows], s.b[rows]]))
        rare = rare[v.count[rare] <= _FEW]
        held = v.places.rows(np.concatenate([rare, keys.acronyms(names)]))[1], self._joined.holding(v, rare)
        alike = keys.beside(names, _name_window(len(v.names)))
        near = distinct(np.concatenate([names, v.holder[np.concatenate(held)], alike, keys.with_initials(words)]))
        at, holder = v.at(near)
        fresh = among(near, names)
        words_ = holder, v.tokens[at], v.weights[at], self._joined.follows[at]
        return Crowd(near, fresh, *words_, *keys.of(near), *in_order(keys.rank[near]))

    def _words(self, at: Ints) -> Ints:
        """Return the distinct words at some places, and those they give when written as one with the next."""
        words = distinct(np.concatenate([self.vocabulary.tokens[at], self._joined.follows[at]]))
        return words[words >= 0]

    def _by_words(self, c: Crowd, window: int) -> Iterator[Met]:
        """Pairs that share a rare word or two similar ones (rule 1), with what those add (see `_telling`)."""
        v, s = self.vocabulary, self.similar
        hit = np.flatnonzero(c.follows >= 0)
        names, held = np.concatenate([c.holder, c.holder[hit]]), np.concatenate([c.tokens, c.follows[hit]])
        count = np.bincount(held, minlength=len(v.words))
        rare = (count > 0) & (count <= _FEW) & (v.count <= _FEW)
        own = (count > 1) & rare
        if c.fresh is None:
            near_ = np.flatnonzero(rare[s.a] & rare[s.b])
        else:
            touched = distinct(held[c.fresh[names]])
            own[:] &= among(np.arange(len(own)), touched)
            near_ = distinct(self._similar_of.rows(touched)[1])
            near_ = near_[rare[s.a[near_]] & rare[s.b[near_]]]
        near, effect, apart = self._telling(s.at(near_), count)
        alone = np.flatnonzero(own)
        as_one = np.where(among(alone, distinct(c.follows[hit])), v.rarity[alone], 0.0)
        gained = np.concatenate([SHARED * as_one, effect]).astype(np.float32)
        freed = np.concatenate([2 * as_one, apart]).astype(np.float32)
        rows = np.flatnonzero(rare[held])
        rows = rows[places_in_order(held[rows])]
        names = names[rows]
        count[~rare] = 0
        begin = np.cumsum(count) - count
        words = np.concatenate([alone, near.a]), np.concatenate([alone, near.b])

        def met(keys: slice) -> Met:
            one, other = words[0][keys], words[1][keys]
            two = np.flatnonzero(one != other)
            word = np.concatenate([one, other[two]])
            side = np.concatenate([one != other, np.full(len(two), 2)])
            lengths = count[word]
            at = np.repeat(begin[word], lengths) + within(lengths)
            key = np.repeat(np.concatenate([np.arange(len(one)), two]), lengths)
            codes, key = c.meet(c.standing(key, names[at]) + np.repeat(side, lengths), window)
            order = np.argsort(codes)
            codes, key = codes[order], key[order]
            first = np.flatnonzero(begins(codes))
            return Met(codes[first], *(np.add.reduceat(column[keys][key], first) for column in (gained, freed)))

        yield from abreast(met, _portions(count[words[0]] + count[words[1]]))

    def _least_gain(self) -> float:
        """Return what two similar words must bring to be a key: the more names, the more."""
        return float(np.interp(math.log10(len(self.vocabulary.names) + 1), *_LEAST_GAIN))

    def _telling(self, near: Similar, count: Ints) -> tuple[Similar, Floats, Floats]:
        """Return those similar words that are a key, what each pair adds to the rough score, and the weight it frees.

        `count` tells in how many names each word stands. Weight is free that is no longer left over.
        """
        rarity = self.vocabulary.rarity
        gain = _gain(near.cost, np.minimum(np.minimum(rarity[near.a], rarity[near.b]), PER_UNIT * near.length))
        kept = gain - np.log(count[near.a] * count[near.b]) >= self._least_gain()
        near, gain = near.at(kept), gain[kept]
        apart = rarity[near.a] + rarity[near.b]
        none = (self.stands[near.a] == self.stands[near.b]) | (gain < -LEFT * apart)
        return near, np.where(none, 0.0, gain), np.where(none, 0.0, apart)

    def _by_two_sounds(self, c: Crowd, window: int) -> Iterator[Met]:
        """Pairs that share the sounds of two of their four rarest words (rule 2)."""
        yield _by_sound(c, c.two, max(1, window // _NARROW))

    def _by_all_sounds(self, c: Crowd, window: int) -> Iterator[Met]:
        """Pairs that share the sounds of all their words (rule 3)."""
        yield _by_sound(c, c.every[:, None], window)

    def _by_acronym(self, c: Crowd, window: int) -> Iterator[Met]:
        """Pairs of which one holds the initials of the other as a word (rule 4)."""
        short = self._keys.short
        words = np.flatnonzero(np.bincount(c.tokens, minlength=len(short)))
        names, kinds = np.nonzero(among(c.initials, distinct(short[words][short[words] >= 0])))
        initials = c.initials[names, kinds]
        held = np.flatnonzero(among(short, distinct(initials))[c.tokens])
        keys = np.concatenate([initials, short[c.tokens[held]]])
        stands = c.standing(c.short(keys), np.concatenate([names, c.holder[held]]))
        yield Met(distinct(c.meet(stands, max(1, window // _NARROW))[0]), np.float32(_ACRONYM))

    def propose(self, least: float, names: Ints | None, told: Told) -> tuple[Ints, Ints, Floats]:
        """All pairs of names (numbers a < b) that share a key, once each, in order, with their rough score.

        Only those that reach the `least` score, in log-odds, and only those with one of some `names` where those are
        given: only the names around them are looked at then. `told` is called with the share done, 0..1.
        """
        c = self._everybody() if names is None else self._around(names)
        window = _name_window(len(self.vocabulary.names))
        rules = (self._by_words, self._by_two_sounds, self._by_all_sounds, self._by_acronym)
        met: list[Met] = []
        for number, rule in enumerate(rules, 1):  # two at a time take more memory, and no less time for that
            met += rule(c, window)
            told(_RULED * number / len(rules))
        rough = Rough(c.holder, self.stands[c.tokens], c.weights, len(c.names))
        many = np.zeros(len(c.names), np.int64)
        for found in met:
            many += np.bincount(unpaired(found.pairs)[0], minlength=len(many))
        best = [(np.zeros(0, np.int64), np.zeros(0, np.float32))]
        for part in abreast(lambda some: rough.best(met, some, least), _portions(many)):
            best.append(part)
            told(_RULED + (1 - _RULED) * min(1, len(best) * _IN_HAND / (int(many.sum()) + 1)))
        every, score = (np.concatenate(column) for column in zip(*best, strict=True))
        one, other = unpaired(every)
        return c.names[one], c.names[other], score.astype(np.float64)


def _name_window(size: int) -> int:
    """Return how many neighbours a name meets in each key: fewer the more names, at least 4."""
    return int(np.clip(200_000 // max(1, size), np.clip(2_000_000 // max(1, size), 4, 6), 100))


def _gain(cost: Single, agreeing: Floats | Single) -> Floats:
    """Return what similar words add to the rough score, in log-odds."""
    gain: Floats = COEFFICIENTS["similar"] * agreeing + COEFFICIENTS["cost"] * cost
    return gain


def _stand_in(similar: Similar) -> Bools:
    """Tell which similar words are near enough for one to stand for the other."""
    return (similar.cost <= _SURE) & (similar.length >= _LONG)


def _portions(lengths: Ints) -> Iterator[slice]:
    """Yield slices, one behind the other, of which the lengths add up to some `_IN_HAND` each."""
    starts = np.flatnonzero(np.diff(np.cumsum(lengths) // _IN_HAND, prepend=-1))
    for begin, end in pairwise([*starts.tolist(), len(lengths)]):
        yield slice(begin, end)


def _by_sound(c: Crowd, keys: Ints, window: int) -> Met:
    def standing(names: Ints) -> Ints:
        row, kind = np.nonzero(keys[names] >= 0)
        names = names[row]
        return c.standing(c.short(keys[names, kind]), names)

    return Met(distinct(c.meet(by_parts(standing, np.arange(len(keys))), window)[0]))

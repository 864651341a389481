"""Which names are compared at all: those that share something telling, never all with all.

Four kinds of key, each a rule by which a pair can be found:

1. a word that stands in few names (`_FEW`), or two similar words that do and bring enough (`_LEAST_GAIN`),
2. two of the four rarest words of a name, by their rough sound,
3. all words of a name, by their rough sound, in any order,
4. an acronym and the initials of a name.

Names that share a key stand sorted, and each meets only the next few (the window), so that no key costs more than its
length times that. What met is weighed roughly with arrays, and only the better pairs of each name go on.

A pair is lost where no rule holds, where too many names stand between the two in each key they share, or where its
rough score is low. Measured by tests/benchmarks/bench_matching.py --blocking: of all pairs of 10,000 generated names
that reach the default threshold 1.5 % are lost, 0.4 % of the true ones.
"""

import math

import numpy as np
import numpy.typing as npt

from reviewer.matching.coefficients import COEFFICIENTS, PER_UNIT
from reviewer.matching.common import FUNCTION
from reviewer.matching.distance import pack
from reviewer.matching.similar import Similar, Told, rough_keys
from reviewer.matching.vocabulary import Floats, Ints, Vocabulary, bare, distinct

Whole = npt.NDArray[np.int64] | npt.NDArray[np.int32]

_FEW = 40
"""A word in more names than this is no key by itself."""
_SURE, _LONG = 3.7, 4.0
"""Cost up to which, and length from which on, a word counts as a spelling of a frequent one, for the rough score."""
_LEAST_GAIN = ((3.0, 5.0), (-1.0, 4.0))
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
_CROWDS = (1 << 22) - 1
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
    empty = keys == 0
    vowels = np.array([hash_text(w) for w in np.array(words, object)[empty]], np.int64)
    keys = keys.copy()
    keys[empty] = vowels
    return keys


def hash_text(text: str) -> int:
    """Return a 60-bit number of a text, the same in every run."""
    value = 7
    for letter in text:
        value = (value * 1_000_003 + ord(letter)) & ((1 << 60) - 1)
    return value


class Blocks:
    """The keys of all names, built once for a run.

    `joined` as `joined_tokens` returns it; `words` counts all words, those written as one included.
    """

    def __init__(self, vocabulary: Vocabulary, similar: Similar, joined: Ints, words: int) -> None:
        self.vocabulary = vocabulary
        self.size = len(vocabulary.names)
        self.sound = sound_numbers(vocabulary.words)
        self.function = np.array([w in FUNCTION for w in vocabulary.words], bool)
        self.similar = similar
        self.joined = joined
        self.words = words
        self.stands = self._stands()
        self.rank = self._rank()

    def _stands(self) -> Ints:
        """For each word the frequent word it is likely a spelling of, or itself."""
        count, s = self.vocabulary.count, self.similar
        near = (s.cost <= _SURE) & (s.length >= _LONG) & (np.maximum(s.a, s.b) < len(count))
        word = np.concatenate([s.a[near], s.b[near]])
        other = np.concatenate([s.b[near], s.a[near]])
        kept = (count[other] > _FEW) & (count[other] > count[word])
        word, other = word[kept], other[kept]
        order = np.lexsort((-other, count[other], word))
        found = np.arange(len(count))
        found[word[order]] = other[order]
        return found

    def _rank(self) -> Ints:
        """Order names by their rarest word's sound, then by text: neighbours in a crowded key are the likelier ones."""
        key = np.zeros(self.size, np.int64)
        first = self._rarest(1)
        key[first[0]] = self.sound[first[1]]
        rank = np.empty(self.size, np.int64)
        rank[np.lexsort((np.arange(self.size), key))] = np.arange(self.size)
        return rank

    def _rarest(self, most: int) -> tuple[Ints, Ints, Ints]:
        """Return the `most` rarest words of each name: name, word, place 0..most-1."""
        v = self.vocabulary
        order = np.lexsort((v.tokens, -v.weights, v.holder))
        place = np.arange(len(order)) - v.starts[v.holder[order]]
        kept = (place < most) & ~self.function[v.tokens[order]]
        return v.holder[order][kept], v.tokens[order][kept], place[kept]

    def by_words(self, window: int) -> tuple[Ints, npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Pairs that share a rare word or two similar ones (rule 1), in order, with what those add (see `_gains`)."""
        v = self.vocabulary
        total = self.words
        names, held = v.holder, v.tokens
        hit = np.flatnonzero(self.joined >= 0)
        names, held = np.concatenate([names, names[hit]]), np.concatenate([held, self.joined[hit]])
        count = np.bincount(held, minlength=total)
        order = np.argsort(held, kind="stable")
        names = names[order].astype(np.int32)
        begin = np.concatenate([[0], np.cumsum(count)])
        few = _FEW
        every = self._gains()
        keep = (count[self.similar.a] <= few) & (count[self.similar.b] <= few) & (every[0] >= self._least_gain())
        own = np.flatnonzero((count > 1) & (count <= few))
        words = np.concatenate([own, self.similar.a[keep], self.similar.b[keep]]).astype(np.int32)
        key = np.concatenate([np.arange(len(own)), np.tile(np.arange(int(keep.sum())) + len(own), 2)]).astype(np.int32)
        lengths = count[words]
        rows = np.repeat(begin[words], lengths) + within(lengths)
        side = np.repeat(np.where(np.arange(len(words)) < len(own), np.int32(-1), words), lengths)
        key = np.repeat(key, lengths)
        codes, key = _meet(key, names[rows], self.rank, window, side)
        order = np.argsort(codes)
        codes, key = codes[order], key[order]
        first = np.flatnonzero(_first(codes))
        effect, apart = np.concatenate([np.zeros((2, len(own))), every[:, keep]], axis=1).astype(np.float32)
        return codes[first], np.add.reduceat(effect[key], first), np.add.reduceat(apart[key], first)

    def _least_gain(self) -> float:
        """Return what two similar words must bring to be a key: the more names, the more."""
        return float(np.interp(math.log10(self.size + 1), *_LEAST_GAIN))

    def _gains(self) -> Floats:
        """Return what each pair of similar words adds to the rough score, and the weight no longer left over."""
        v, s = self.vocabulary, self.similar
        rarity = np.concatenate([v.rarity, np.full(self.words - len(v.words), v.rarity.max(initial=0.0))])
        least = np.minimum(rarity[s.a], rarity[s.b])
        effect = COEFFICIENTS["similar"] * np.minimum(least, PER_UNIT * s.length) + COEFFICIENTS["cost"] * s.cost
        apart = rarity[s.a] + rarity[s.b]
        stands = np.concatenate([self.stands, np.arange(len(self.stands), self.words)])
        alike = stands[s.a] == stands[s.b]
        return np.where(alike | (effect < -_LEFT * apart), 0.0, np.stack([effect, apart]))

    def by_two(self, window: int) -> Ints:
        """Pairs that share the sound of two of their four rarest words (rule 2)."""
        name, word, place = self._rarest(4)
        grid = np.full((self.size, 4), -1, np.int64)
        grid[name, place] = self.sound[word]
        keys, names = [], []
        for i in range(4):
            for j in range(i + 1, 4):
                a, b = grid[:, i], grid[:, j]
                both = np.flatnonzero((a >= 0) & (b >= 0))
                keys.append(_mixed(np.minimum(a, b)[both]) ^ (np.maximum(a, b)[both] >> 1))
                names.append(both)
        return _meet(np.concatenate(keys), np.concatenate(names), self.rank, window)[0]

    def by_all(self, window: int) -> Ints:
        """Pairs whose words all sound alike, in any order (rule 3)."""
        v = self.vocabulary
        tell = ~self.function[v.tokens]
        names = v.holder[tell]
        mixed = _mixed(self.sound[v.tokens[tell]])
        key = np.zeros(self.size, np.int64)
        np.add.at(key, names, mixed >> 8)
        present = np.unique(names)
        return _meet(key[present], present, self.rank, window)[0]

    def by_acronym(self, window: int) -> Ints:
        """Pairs of which one holds the initials of the other as a word (rule 4)."""
        v = self.vocabulary
        short = np.array([2 <= len(w) <= 9 and w.isalpha() for w in v.words], bool)
        numbers = np.array([hash_text(w) if s else 0 for w, s in zip(v.words, short, strict=True)], np.int64)
        found_keys, found_names = [], []
        held = np.flatnonzero(short[v.tokens])
        firsts = np.array([ord(w[0]) for w in v.words], np.int64)
        for skip in (False, True):
            key = np.full(self.size, 7, np.int64)
            length = np.zeros(self.size, np.int64)
            used = np.flatnonzero(~self.function[v.tokens]) if skip else np.arange(len(v.tokens))
            place = within(np.bincount(v.holder[used], minlength=self.size))
            for at in range(9):
                here = used[place == at]
                rows = v.holder[here]
                key[rows] = (key[rows] * 1_000_003 + firsts[v.tokens[here]]) & ((1 << 60) - 1)
                length[rows] += 1
            good = np.flatnonzero((length >= 2) & np.isin(key, numbers[short]))
            found_keys.append(key[good])
            found_names.append(good)
        initials = np.unique(np.concatenate(found_keys))
        words = held[np.isin(numbers[v.tokens[held]], initials)]
        found_keys.append(numbers[v.tokens[words]])
        found_names.append(v.holder[words])
        return _meet(np.concatenate(found_keys), np.concatenate(found_names), self.rank, window)[0]

    def propose(self, window: int, least: float, told: Told) -> tuple[Ints, Ints, Floats]:
        """All pairs of names (numbers a < b) that share a key, once each, in order, with their rough score.

        Only those that reach the `least` score, in log-odds. `told` is called with the share done, 0..1.
        """
        by_word, gained, apart = self.by_words(window)
        told(0.4)
        acronyms = distinct(self.by_acronym(window))
        every = distinct(np.concatenate([by_word, self.by_two(window), self.by_all(window), acronyms]))
        effect, otherwise = np.zeros((2, len(every)), np.float32)
        at = np.searchsorted(every, by_word)
        effect[at], otherwise[at] = gained, apart
        effect[np.searchsorted(every, acronyms)] += _ACRONYM
        rough = np.empty(len(every), np.float32)
        words, weights = self._table()
        a, b = every // max(1, self.size), every % max(1, self.size)
        width = np.minimum(np.diff(self.vocabulary.starts), _WIDTH).astype(np.uint8)
        order = np.argsort(np.maximum(width[a], width[b]), kind="stable")
        for begin in range(0, len(every), _PART):
            if begin % (16 * _PART) == 0:
                told(0.5 + 0.5 * begin / len(every))
            part = order[begin : begin + _PART]
            wide = max(width[a[part[-1]]], width[b[part[-1]]])
            rough[part] = _weigh(words[:wide], weights[:wide], a[part], b[part], otherwise[part])
        rough += effect
        kept = rough >= least
        return a[kept], b[kept], rough[kept].astype(np.float64)

    def _table(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
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


def _weigh(words: npt.NDArray[np.int32], weights: npt.NDArray[np.float32], a: Ints, b: Ints,
           found_otherwise: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:  # fmt: skip
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
    rough: npt.NDArray[np.float32] = np.float32(_SHARED) * shared - np.float32(_LEFT) * np.minimum(left, _MOST_LEFT)
    return rough


def _first(values: Ints) -> npt.NDArray[np.bool_]:
    """Tell which of the sorted values are the first of their kind."""
    found = np.ones(len(values), bool)
    found[1:] = values[1:] != values[:-1]
    return found


def within(lengths: Ints) -> Ints:
    """Return 0..n-1 for each n of `lengths`, one after the other."""
    total = int(lengths.sum())
    starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
    return np.arange(total) - starts


def _meet(
    key: Whole, name: Whole, rank: Ints, window: int, side: Whole | None = None
) -> tuple[Ints, npt.NDArray[np.int32]]:
    """Pairs of names that share a key within the window, as one number each (a * names + b), with the key's number.

    A name may bear several keys, so a pair may come several times. Names on the same `side` (not -1) don't meet.
    """
    crowd = np.bincount(key & _CROWDS, minlength=_CROWDS + 1)[key & _CROWDS] > 1
    rows = np.flatnonzero(crowd)  # nearly all others bear a key that nobody shares
    rows = rows[np.lexsort((rank[name[rows]], key[rows]))]
    key, name = key[rows], name[rows]
    side = None if side is None else side[rows]
    size = np.int64(len(rank))
    found, keys = [np.zeros(0, np.int64)], [np.zeros(0, np.int32)]
    for step in range(1, min(window, len(key) - 1) + 1):
        same = key[step:] == key[:-step]
        if not same.any():
            break
        same &= name[step:] != name[:-step]
        if side is not None:
            same &= (side[step:] < 0) | (side[step:] != side[:-step])
        at = np.flatnonzero(same)
        x, y = name[at].astype(np.int64), name[at + step].astype(np.int64)
        found.append(np.minimum(x, y) * size + np.maximum(x, y))
        keys.append(key[at].astype(np.int32))
    return np.concatenate(found), np.concatenate(keys)

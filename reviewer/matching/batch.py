"""What many pairs of names come to at once: the steps of `align` in arrays, and the sum of their effects.

Names of several parts and acronyms are beyond it: such pairs are marked, and what is said of them is a guess.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from reviewer.matching.abreast import abreast
from reviewer.matching.aliases import has_mark
from reviewer.matching.align import CLEAR, LIGHT
from reviewer.matching.arrays import Bools, Floats, Ints, distinct, within
from reviewer.matching.coefficients import AGREEING_FADES, COEFFICIENTS, FADING, PER_UNIT
from reviewer.matching.lexicon import Lexicon
from reviewer.matching.links import Links
from reviewer.matching.steps import APART, DECIDED, ONLY_A, ONLY_B, REORDERED, SAME, SIMILAR, WHOLE, Rows, Steps
from reviewer.matching.vocabulary import Vocabulary

_CELLS = 1 << 19
"""So many pairs of words are in hand at a time."""
HOPELESS = -7.0
"""Log-odds below which a pair isn't looked at twice."""


class Side(NamedTuple):
    """One name of each pair: words (pairs, places) with -1 behind the last, their weights, which are still `free`.

    `joined` is the number of what a word and the next give when written as one, or -1.
    """

    words: Ints
    weights: Floats
    joined: Ints
    free: Bools


class Reckoned(NamedTuple):
    """For each pair its score without context, in log-odds, the steps it is the sum of, and whether `align` agrees.

    `left` are the words left over in the better pairs, each of one name with each of the other: pair, word, word.
    """

    raw: Floats
    steps: Steps
    exact: Bools
    left: tuple[Ints, Ints, Ints]


class Batch:
    """Reckons pairs of the names of a vocabulary; `base` is what every pair begins with, in log-odds.

    `parted` tells which names have any part but the main one.
    """

    def __init__(self, vocabulary: Vocabulary, base: float) -> None:
        self._v, self._base = vocabulary, base
        self._lexicon = Lexicon.of((), ())
        self.parted = self._arabic = np.zeros(0, bool)

    def add(self, lexicon: Lexicon, joined: Ints) -> None:
        """Follow the vocabulary; `lexicon` is of all its words, `joined` as `WrittenAsOne.follows`."""
        v, known = self._v, len(self.parted)
        self._lexicon, self._joined = lexicon, joined
        self._lengths = np.diff(v.starts)
        parted = np.array(
            [
                likely and has_mark(name)
                for name, likely in zip(v.names[known:], v.marked[known:].tolist(), strict=True)
            ],
            bool,
        )
        some = np.flatnonzero(self._lengths[known:] > 0)
        parted[some] |= lexicon.title[v.tokens[v.starts[known + some]]]
        self.parted = np.concatenate([self.parted, parted & (self._lengths[known:] > 0)])
        new = slice(v.starts[known], None)
        arabic = np.bincount(v.holder[new] - known, lexicon.arabic[v.tokens[new]], len(v.names) - known) > 0
        self._arabic = np.concatenate([self._arabic, arabic])

    def parts(self, a: Ints, b: Ints) -> Iterator[Ints]:
        """Yield the rows of the pairs, those of names of like length together, as many as are in hand at a time."""
        width = np.maximum(np.maximum(self._lengths[a], self._lengths[b]), 1) ** 2
        order = np.argsort(width, kind="stable")
        begin = 0
        while begin < len(order):
            rows = order[begin : begin + max(1, _CELLS // int(width[order[begin]]))]
            rows = rows[: max(1, _CELLS // int(width[rows[-1]]))]
            begin += len(rows)
            yield rows

    def reckon(self, a: Ints, b: Ints, links: Links) -> Iterator[tuple[Ints, Reckoned]]:
        """Yield, a part of the pairs at a time, their rows and what they come to."""
        yield from abreast(lambda rows: (rows, self._part(a[rows], b[rows], links)), self.parts(a, b))

    def codes(self, a: Ints, b: Ints, links: Links) -> Ints:
        """Return the distinct codes of all links that the names of these pairs can have."""
        one, other = self._side(a), self._side(b)
        found = []
        for x, y in ((one.words, other.words), (one.joined, other.words), (one.words, other.joined)):
            u, v = np.broadcast_arrays(x[:, :, None], y[:, None, :])
            both = (u >= 0) & (v >= 0)
            found.append(links.code(u[both], v[both]))
        return distinct(np.concatenate(found))

    def _side(self, names: Ints) -> Side:
        lengths = self._lengths[names]
        places = np.arange(max(1, int(lengths.max(initial=1))))
        free = places < lengths[:, None]
        at = np.where(free, self._v.starts[names][:, None] + places, 0)
        joined = np.where(free, self._joined[at], -1)
        return Side(np.where(free, self._v.tokens[at], -1), np.where(free, self._v.weights[at], 0.0), joined, free)

    def _part(self, a: Ints, b: Ints, links: Links) -> Reckoned:
        one, other = self._side(a), self._side(b)
        rows = self._agreeing(one, other, links)
        reordered = np.flatnonzero(_reordered(one, other, rows.at(rows.speaks()), 0.5))
        exact = ~(self.parted[a] | self.parted[b])
        for x, y in ((one, other), (other, one)):
            exact &= ~(self._acronyms(x, y) | self._short_names(x, y))
        opposed = self._opposed(one, other)
        heavy = [_any(side.free & (side.weights > LIGHT)) for side in (one, other)]
        both = heavy[0] & heavy[1]
        whole = ~(heavy[0] | heavy[1] | _reordered(one, other, rows, 0.0) | (_any(one.free) & _any(other.free)))
        whole[rows.pair[rows.kind != SAME]] = False
        across: Bools = self._arabic[a] != self._arabic[b]
        swapped = both & ~_any(~one.free & (one.weights > LIGHT) & ~self._lexicon.common[one.words])
        found = [rows.steps(), Steps.of(reordered, REORDERED, COEFFICIENTS["word order"])]
        found.append(Steps.of(np.flatnonzero(whole), WHOLE, COEFFICIENTS["whole"]))
        for side, (words, apart) in enumerate(zip((one, other), opposed, strict=True)):
            found.append(self._left_over(words, side, both, across, apart, swapped))
        steps = Steps.together(found)
        raw = np.full(len(a), self._base)
        raw += np.bincount(steps.pair, steps.effect, len(a))
        return Reckoned(raw, steps, exact, _left(one, other, *opposed, raw > HOPELESS))

    def _agreeing(self, one: Side, other: Side, links: Links) -> Rows:
        found = [_same(one, other)]
        found.append(self._as_one(one, other, links, CLEAR))
        found.append(self._as_one(other, one, links, CLEAR).flipped())
        found.append(self._similar(one, other, links))
        found.append(self._as_one(one, other, links, np.inf))
        found.append(self._as_one(other, one, links, np.inf).flipped())
        return Rows.together(found)

    def _as_one(self, one: Side, other: Side, links: Links, most: float) -> Rows:
        """Pair two neighbouring words of `one` with one word of `other` at a cost of `most`."""
        ready = (one.joined[:, :-1] >= 0) & one.free[:, :-1] & one.free[:, 1:]
        rows = np.flatnonzero(ready.any(axis=1) & other.free.any(axis=1))
        p, i, j = np.nonzero(ready[rows][:, :, None] & other.free[rows][:, None, :])
        p = rows[p]
        u, v = one.joined[p, i], other.words[p, j]
        at = links.find(links.code(u, v))
        hit = np.flatnonzero((u == v) | (at >= 0))
        p, i, j, u, v, at = p[hit], i[hit], j[hit], u[hit], v[hit], at[hit]
        weight = np.minimum(one.weights[p, i] + one.weights[p, i + 1], other.weights[p, j])
        kind, agreeing, more, cost = self._linked(links, at, u == v, v, weight)
        more = np.where(kind == DECIDED, 0.0, more + COEFFICIENTS["joined"])
        rows_ = Rows(p, kind, i, i + 1, j, np.full(len(p), -1), agreeing, more).at(cost <= most)
        return rows_.taken(one.free, other.free)

    def _linked(
        self, links: Links, at: Ints, same: Bools, v: Ints, weight: Floats
    ) -> tuple[Ints, Floats, Floats, Floats]:
        """Return what kind each link is (row `at`, or the words being the same), what agrees, what else, its cost."""
        if len(links.columns.code):
            found = links.columns.at(at)
            cost, length = np.where(same, 0.0, found.cost), np.where(same, self._lexicon.length[v], found.length)
            across, decided = found.across & ~same, found.decided & ~same
        else:
            cost, length, across = np.zeros(len(at)), self._lexicon.length[v].astype(float), np.zeros(len(at), bool)
            decided = across
        apart = COEFFICIENTS["across"] + COEFFICIENTS["cost across"] * cost
        more = np.where(decided, 0.0, np.where(across, apart, COEFFICIENTS["cost"] * cost))
        agreeing = np.where(decided, weight, np.minimum(weight, PER_UNIT * length))
        return np.where(decided, DECIDED, SIMILAR), agreeing, more, cost

    def _similar(self, one: Side, other: Side, links: Links) -> Rows:
        p, i, j = np.nonzero(one.free[:, :, None] & other.free[:, None, :])
        u, v = one.words[p, i], other.words[p, j]
        at = links.find(links.code(u, v))
        hit = np.flatnonzero(at >= 0)
        p, i, j, u, v, at = p[hit], i[hit], j[hit], u[hit], v[hit], at[hit]
        weight = np.minimum(one.weights[p, i], other.weights[p, j])
        kind, agreeing, more, _ = self._linked(links, at, np.zeros(len(at), bool), v, weight)
        effect = AGREEING_FADES * COEFFICIENTS["similar"] * agreeing + more
        lost = self._lost(u, one.weights[p, i]) + self._lost(v, other.weights[p, j])
        apart = self._tells_apart(u, v) & (kind != DECIDED)
        order = np.lexsort((j, i, np.abs(i - j), -effect, p))
        order = order[(effect > lost)[order] & ~apart[order]]
        none = np.full(len(p), -1)
        return Rows(p, kind, i, none, j, none, agreeing, more).at(order).taken(one.free, other.free)

    def _lost(self, words: Ints, weights: Floats) -> Floats:
        telling = COEFFICIENTS["differing"] * weights + COEFFICIENTS["differing word"]
        return np.where(self._lexicon.common[words], COEFFICIENTS["differing generic"] * weights, telling)

    def _tells_apart(self, u: Ints, v: Ints) -> Bools:
        kind, side = self._lexicon.kind, self._lexicon.side
        found: Bools = (kind[u] > 0) & (kind[u] == kind[v]) & (side[u] != side[v])
        return found

    def _acronyms(self, one: Side, other: Side) -> Bools:
        """Tell where a word left over in `one` may be made of initials of words left over in `other`."""
        found = np.zeros(len(one.free), bool)
        able = one.free & self._lexicon.acronym[one.words]
        rows = np.flatnonzero(able.any(axis=1) & (other.free.sum(axis=1) >= 2))
        p, i = np.nonzero(able[rows])
        p = rows[p]
        words, free = one.words[p, i], other.free[p]
        initials = np.where(free, self._lexicon.first[other.words[p]], -1)
        first = initials == self._lexicon.first[words][:, None]
        last = initials == self._lexicon.last[words][:, None]
        places = np.arange(free.shape[1])
        begin = np.where(first, places, free.shape[1]).min(axis=1, initial=free.shape[1])
        end = np.where(last, places, -1).max(axis=1, initial=-1)
        found[p[end - begin + 1 >= self._lexicon.length[words]]] = True  # each letter begins a word
        return found

    def _short_names(self, one: Side, other: Side) -> Bools:
        """Tell where `one` may be the first word of a longer name."""
        telling = (one.weights > LIGHT) & ~self._lexicon.common[one.words]
        begins = ~self._lexicon.common[other.words[:, 0]] & ~other.free[:, 0]
        alone = (telling.sum(axis=1) == 1) & ~_any(one.free)
        found: Bools = alone & begins & _any(other.free & self._lexicon.common[other.words])
        return found

    def _opposed(self, one: Side, other: Side) -> tuple[Bools, Bools]:
        """Tell which words left over on either side are told apart from one on the other."""
        tells = [side.free & (self._lexicon.kind[side.words] > 0) for side in (one, other)]
        found = np.zeros(one.free.shape, bool), np.zeros(other.free.shape, bool)
        rows = np.flatnonzero(tells[0].any(axis=1) & tells[1].any(axis=1))
        p, i, j = np.nonzero(tells[0][rows][:, :, None] & tells[1][rows][:, None, :])
        p = rows[p]
        apart = self._tells_apart(one.words[p, i], other.words[p, j])
        found[0][p[apart], i[apart]] = True
        found[1][p[apart], j[apart]] = True
        return found

    def _left_over(self, words: Side, side: int, both: Bools, across: Bools, opposed: Bools, swapped: Bools) -> Steps:
        """Account for the words without partner on a side (0 or 1), the heaviest first."""
        order = np.argsort(np.where(words.free, -words.weights, np.inf), axis=1, kind="stable")
        p, k = np.nonzero(np.arange(order.shape[1]) < words.free.sum(axis=1)[:, None])
        i = order[p, k]
        word, weights, apart = words.words[p, i], words.weights[p, i], opposed[p, i]
        common, telling = self._lexicon.common[word], weights > LIGHT
        foreign = across[p] & common & ~apart
        fading = _fading(p, ~apart & ~foreign)
        each, also, generic = (
            np.where(both[p], COEFFICIENTS["differing" + part], COEFFICIENTS["alone" + part])
            for part in ("", " word", " generic")
        )
        effect = fading * np.where(common, generic * weights, each * weights + np.where(telling, also, 0.0))
        effect += np.where(swapped[p] & common & telling, COEFFICIENTS["swapped"] * fading, 0.0)
        effect += np.where(both[p] & self._lexicon.digits[word], 0.5 * COEFFICIENTS["number"], 0.0)
        effect[foreign] = (COEFFICIENTS["other script"] * _fading(p, foreign) * weights)[foreign]
        effect[apart] = (COEFFICIENTS["opposite"] + each * fading * weights + also * fading)[apart]
        kind = np.where(apart, APART + self._lexicon.kind[word], (ONLY_A, ONLY_B)[side])
        return Steps.of(p, kind, effect, *((-1, i) if side else (i, -1)))


def _any(table: Bools) -> Bools:
    found: Bools = np.any(table, axis=1)
    return found


def _same(one: Side, other: Side) -> Rows:
    p, i, j = np.nonzero(one.words[:, :, None] == np.where(other.free, other.words, -2)[:, None, :])
    agreeing, none = np.minimum(one.weights[p, i], other.weights[p, j]), np.full(len(p), -1)
    found = Rows(p, np.full(len(p), SAME), i, none, j, none, agreeing, np.zeros(len(p)))
    return found.taken(one.free, other.free)


def _fading(pair: Ints, counted: Bools) -> Floats:
    """Return how much each row counts by how many of the same pair that are `counted` stand before it."""
    before: Ints = np.cumsum(counted) - counted
    found: Floats = np.power(FADING, before - before[np.arange(len(pair)) - within(np.bincount(pair))])
    return found


def _reordered(one: Side, other: Side, steps: Rows, share: float) -> Bools:
    """Tell where the words that agree stand in another order, those of a share of the heaviest word's weight."""
    least = share * np.maximum(one.weights.max(axis=1, initial=0.0), other.weights.max(axis=1, initial=0.0))
    telling = np.flatnonzero(one.weights[steps.pair, steps.a] >= least[steps.pair])
    order = telling[np.lexsort((steps.a[telling], steps.pair[telling]))]
    pair, place = steps.pair[order], steps.b[order]
    found = np.zeros(len(one.free), bool)
    found[pair[1:][(pair[1:] == pair[:-1]) & (place[1:] < place[:-1])]] = True
    return found


def _left(one: Side, other: Side, opposed_a: Bools, opposed_b: Bools, wanted: Bools) -> tuple[Ints, Ints, Ints]:
    free_a, free_b = one.free & ~opposed_a & wanted[:, None], other.free & ~opposed_b
    p, i, j = np.nonzero(free_a[:, :, None] & free_b[:, None, :])
    return p, one.words[p, i], other.words[p, j]

"""What many pairs of names come to at once: the score of `align` in arrays, step by step, without the words for it.

Tells which pairs are worth aligning one by one. Names of several parts and acronyms are beyond it: such pairs are
marked, and their figure is a guess. For all others it is the sum of the effects of `align`'s steps.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from reviewer.matching.abreast import abreast
from reviewer.matching.aliases import has_mark
from reviewer.matching.align import CLEAR, LIGHT
from reviewer.matching.arrays import Bools, Floats, Ints, distinct, whether
from reviewer.matching.coefficients import AGREEING_FADES, COEFFICIENTS, FADING, PER_UNIT
from reviewer.matching.common import TELLING, TITLES
from reviewer.matching.letters import Letters
from reviewer.matching.links import Links
from reviewer.matching.vocabulary import Vocabulary, bare, generic

_CELLS = 1 << 19
"""So many pairs of words are in hand at a time."""
SIDES = {side: i for i, side in enumerate(["", *sorted({*TELLING.values()})])}
_KINDS = {side: [k.rsplit(" ", 1)[0] for k in SIDES].index(side.rsplit(" ", 1)[0]) for side in SIDES}
HOPELESS = -7.0
"""Log-odds below which a pair isn't looked at twice."""


class Lexicon(NamedTuple):
    """What `align` wants to know of words, by word number: all words of the names, then those written as one.

    `length` in letters, `first` and `last` letter, `acronym` whether it may be one, `digits`, `common` words of
    organisations, `kind` and `side` as numbers of `common.TELLING` (0 for none), `arabic` script, `title` before names.
    """

    length: Ints
    first: Ints
    last: Ints
    acronym: Bools
    digits: Bools
    common: Bools
    kind: Ints
    side: Ints
    arabic: Bools
    title: Bools

    @classmethod
    def of(cls, words: Sequence[str]) -> "Lexicon":
        """Look up folded words."""
        letters = Letters(words)
        sides = [TELLING.get(bare(word), "") for word in words]
        return cls(
            letters.size,
            letters.first,
            letters.last,
            (letters.size >= 3) & (letters.size <= 9) & whether(str.isalpha, words),
            whether(str.isdigit, words),
            whether(generic, words),
            np.array(list(map(_KINDS.__getitem__, sides)), np.int64),
            np.array(list(map(SIDES.__getitem__, sides)), np.int64),
            letters.arabic,
            whether(TITLES.__contains__, words),
        )

    def and_of(self, words: Sequence[str]) -> "Lexicon":
        """Return what is known of words and of those that come behind them."""
        return Lexicon._make(np.concatenate(columns) for columns in zip(self, Lexicon.of(words), strict=True))


class Side(NamedTuple):
    """One name of each pair: words (pairs, places) with -1 behind the last, their weights, which are still `free`.

    `joined` is the number of what a word and the next give when written as one, or -1.
    """

    words: Ints
    weights: Floats
    joined: Ints
    free: Bools


class Rows(NamedTuple):
    """Steps found, by pair.

    Their places on either side (`second_a`, `second_b` -1 but for two words written as one), what agrees in nats, and
    what else the step adds to the score, in log-odds.
    """

    pair: Ints
    a: Ints
    second_a: Ints
    b: Ints
    second_b: Ints
    agreeing: Floats
    other: Floats

    def at(self, rows: Ints | Bools) -> "Rows":
        """Return some of the rows."""
        return Rows._make(column[rows] for column in self)


class Reckoned(NamedTuple):
    """For each pair its score without context, in log-odds, and whether `align` would find the same.

    `left` are the words left over in the better pairs, each of one name with each of the other: pair, word, word.
    """

    raw: Floats
    exact: Bools
    left: tuple[Ints, Ints, Ints]


class Batch:
    """Reckons pairs of the names of a vocabulary; `base` is what every pair begins with, in log-odds.

    `parted` tells which names have any part but the main one.
    """

    def __init__(self, vocabulary: Vocabulary, base: float) -> None:
        self._v, self._base = vocabulary, base
        self._lexicon = Lexicon.of(())
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
        found = [_same(one, other)]
        found.append(self._as_one(one, other, links, CLEAR))
        found.append(_flipped(self._as_one(other, one, links, CLEAR)))
        found.append(self._similar(one, other, links))
        found.append(self._as_one(one, other, links, np.inf))
        found.append(_flipped(self._as_one(other, one, links, np.inf)))
        steps = _together(found)
        similar = np.arange(len(steps.pair)) >= len(found[0].pair)
        raw = self._base + _agreement(steps, similar, len(a))
        speaks = np.where(similar, COEFFICIENTS["similar"], COEFFICIENTS["same"]) * steps.agreeing + steps.other > 0
        reordered = _reordered(one, other, steps.at(speaks), 0.5)
        raw += COEFFICIENTS["word order"] * reordered
        exact = ~(self.parted[a] | self.parted[b])
        for x, y in ((one, other), (other, one)):
            exact &= ~(self._acronyms(x, y) | self._short_names(x, y))
        opposed = self._opposed(one, other)
        heavy = [_any(side.free & (side.weights > LIGHT)) for side in (one, other)]
        both = heavy[0] & heavy[1]
        whole = ~(heavy[0] | heavy[1] | _reordered(one, other, steps, 0.0) | (_any(one.free) & _any(other.free)))
        whole[steps.pair[similar]] = False
        raw += COEFFICIENTS["whole"] * whole
        across: Bools = self._arabic[a] != self._arabic[b]
        swapped = both & ~_any(~one.free & (one.weights > LIGHT) & ~self._lexicon.common[one.words])
        for side, apart in zip((one, other), opposed, strict=True):
            raw += self._left_over(side, both, across, apart, swapped)
        return Reckoned(raw, exact, _left(one, other, *opposed, raw > HOPELESS))

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
        agreeing, more, cost = self._linked(links, at, u == v, v, weight)
        decided = links.columns.decided[at] & (at >= 0) if len(links.columns.code) else np.zeros(len(at), bool)
        more = np.where(decided, 0.0, more + COEFFICIENTS["joined"])
        rows_ = Rows(p, i, i + 1, j, np.full(len(p), -1), agreeing, more).at(cost <= most)
        return _taken(rows_, one.free, other.free)

    def _linked(self, links: Links, at: Ints, same: Bools, v: Ints, weight: Floats) -> tuple[Floats, Floats, Floats]:
        """Return for each link (row `at`, or the words being the same) what agrees, what else it adds, and its cost."""
        if len(links.columns.code):
            found = links.columns.at(at)
            cost, length = np.where(same, 0.0, found.cost), np.where(same, self._lexicon.length[v], found.length)
            across, decided = found.across & ~same, found.decided & ~same
        else:
            cost, length, across = np.zeros(len(at)), self._lexicon.length[v].astype(float), np.zeros(len(at), bool)
            decided = across
        apart = COEFFICIENTS["across"] + COEFFICIENTS["cost across"] * cost
        more = np.where(decided, 0.0, np.where(across, apart, COEFFICIENTS["cost"] * cost))
        return np.where(decided, weight, np.minimum(weight, PER_UNIT * length)), more, cost

    def _similar(self, one: Side, other: Side, links: Links) -> Rows:
        p, i, j = np.nonzero(one.free[:, :, None] & other.free[:, None, :])
        u, v = one.words[p, i], other.words[p, j]
        at = links.find(links.code(u, v))
        hit = np.flatnonzero(at >= 0)
        p, i, j, u, v, at = p[hit], i[hit], j[hit], u[hit], v[hit], at[hit]
        weight = np.minimum(one.weights[p, i], other.weights[p, j])
        agreeing, more, _ = self._linked(links, at, np.zeros(len(at), bool), v, weight)
        effect = AGREEING_FADES * COEFFICIENTS["similar"] * agreeing + more
        lost = self._lost(u, one.weights[p, i]) + self._lost(v, other.weights[p, j])
        apart = self._tells_apart(u, v) & ~links.columns.decided[at]
        order = np.lexsort((j, i, np.abs(i - j), -effect, p))
        order = order[(effect > lost)[order] & ~apart[order]]
        none = np.full(len(p), -1)
        return _taken(Rows(p, i, none, j, none, agreeing, more).at(order), one.free, other.free)

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

    def _left_over(self, side: Side, both: Bools, across: Bools, opposed: Bools, swapped: Bools) -> Floats:
        """Return what the words without partner on one side add to the score, the heaviest first."""
        order = np.argsort(np.where(side.free, -side.weights, np.inf), axis=1, kind="stable")
        words, weights = np.take_along_axis(side.words, order, 1), np.take_along_axis(side.weights, order, 1)
        free, apart = np.take_along_axis(side.free, order, 1), np.take_along_axis(opposed, order, 1)
        common = self._lexicon.common[words]
        foreign = across[:, None] & common & ~apart
        counted = free & ~apart & ~foreign
        fading = FADING ** (np.cumsum(counted, axis=1) - counted)
        abroad = FADING ** (np.cumsum(foreign & free, axis=1) - (foreign & free))
        heavy, word, generic = (
            np.where(both, COEFFICIENTS["differing" + part], COEFFICIENTS["alone" + part])[:, None]
            for part in ("", " word", " generic")
        )
        plain = fading * np.where(common, generic * weights, heavy * weights + np.where(weights > LIGHT, word, 0.0))
        plain += np.where(swapped[:, None] & common & (weights > LIGHT), COEFFICIENTS["swapped"] * fading, 0.0)
        plain += np.where(both[:, None] & self._lexicon.digits[words], 0.5 * COEFFICIENTS["number"], 0.0)
        told = COEFFICIENTS["opposite"] + heavy * fading * weights + word * fading
        effect = np.where(apart, told, np.where(foreign, COEFFICIENTS["other script"] * abroad * weights, plain))
        total: Floats = np.where(free, effect, 0.0).sum(axis=1)
        return total


def _any(table: Bools) -> Bools:
    found: Bools = np.any(table, axis=1)
    return found


def _together(rows: Sequence[Rows]) -> Rows:
    return Rows._make(np.concatenate(column) for column in zip(*rows, strict=True))


def _same(one: Side, other: Side) -> Rows:
    p, i, j = np.nonzero(one.words[:, :, None] == np.where(other.free, other.words, -2)[:, None, :])
    none = np.full(len(p), -1)
    agreeing = np.minimum(one.weights[p, i], other.weights[p, j])
    return _taken(Rows(p, i, none, j, none, agreeing, np.zeros(len(p))), one.free, other.free)


def _taken(rows: Rows, free_a: Bools, free_b: Bools) -> Rows:
    """Take, of each pair, the first row, then the first of those whose words are still free, and so on.

    `rows` stand by pair, the better first; what is taken is free no longer.
    """
    taken = []
    while len(rows.pair):
        first = np.ones(len(rows.pair), bool)
        first[1:] = rows.pair[1:] != rows.pair[:-1]
        now = rows.at(first)
        taken.append(now)
        for free, place, second in ((free_a, now.a, now.second_a), (free_b, now.b, now.second_b)):
            free[now.pair, place] = False
            two = second >= 0
            free[now.pair[two], second[two]] = False
        ready = free_a[rows.pair, rows.a] & free_b[rows.pair, rows.b]
        ready &= (rows.second_a < 0) | free_a[rows.pair, rows.second_a]
        rows = rows.at(ready & ((rows.second_b < 0) | free_b[rows.pair, rows.second_b]))
    return _together(taken) if taken else rows


def _flipped(rows: Rows) -> Rows:
    return Rows(rows.pair, rows.b, rows.second_b, rows.a, rows.second_a, rows.agreeing, rows.other)


def _agreement(steps: Rows, similar: Bools, size: int) -> Floats:
    """Return what all that agrees adds to each pair's score; each further step counts a little less."""
    order = np.lexsort((similar, -steps.agreeing, steps.pair))
    pair = steps.pair[order]
    first = np.ones(len(pair), bool)
    first[1:] = pair[1:] != pair[:-1]
    rank = np.arange(len(pair)) - np.maximum.accumulate(np.where(first, np.arange(len(pair)), 0))
    each = np.where(similar[order], COEFFICIENTS["similar"], COEFFICIENTS["same"])
    effect = each * steps.agreeing[order] * AGREEING_FADES**rank + steps.other[order]
    return np.bincount(pair, effect, size).astype(np.float64)


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

"""The distinct words of all names as arrays: how often each stands, how much it weighs, in which forms it sounds."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from reviewer.matching.arrays import Floats, Ints, begins, distinct, places_in_order, whether, within
from reviewer.matching.common import FUNCTION, GENERIC, SHARES, UNKNOWN, listed
from reviewer.matching.distance import pack
from reviewer.matching.growing import Growing, Index, since
from reviewer.matching.pieces import Pieces
from reviewer.matching.shares import Told, untold

BACKGROUND = 300.0
"""How many names of other lists stand behind the shares of `common`."""

CONTEXT = 3.0
"""How many sightings of a word weigh as much as what follows it, see `_in_context`."""

TOLERANCE = 0.05
"""A word's weight in a name, in nats, that has moved by no more than this since the name was weighed stays."""
_NEWS = 0.01
"""Where what a weight hangs on has moved by less than this, in nats, nobody looks how far the weight has."""

PAIR = 31
"""Two words that follow one another are one number: that of the first, so many bits up, and that of the second."""

_SPLIT = 0.85
"""The share of the time after which names are split into words, and those are weighed."""

_FUNCTION_WEIGHT = 0.1
_PREFIXES = ("وال", "بال", "كال", "فال", "لل", "ال")
_SUN = ("ash", "ach", "ech", "esh", "adh", "ath", *(v + c for v in "ae" for c in "tdrznsj"))

_NO_ARTICLE = frozenset(
    listed("""
    alliance allies allied algeria algerian algerians algerie alternative alternatives alumni aleppo alert alive alpha
    always almost along also albania albanian alaska alabama alberta album election elections elders electric electronic
    elements eleven elite elsewhere assyrian assyrians assist assistance assessment asset assets arrest arrested attack
    attention anniversary announcement address addiction additional
    """)
)
"""Words that begin like the article but bear none."""

_BEGINNINGS = frozenset(article[0] for article in (*_PREFIXES, "al", "el", *_SUN))
"""Letters a word with an article glued to it may begin with: few do, and those alone need a closer look."""


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> str:
    """Return a folded word without the article glued to it, or the word itself where it bears none.

    Whether `al` is an article can't be told from the word (`Aleppo`); the caller compares both forms.
    """
    if word[:1] not in _BEGINNINGS or word in _NO_ARTICLE or (word in SHARES and not word.startswith("ال")):
        return word
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) >= len(prefix) + 2:
            return word[len(prefix) :]
    if len(word) >= 5 and word[:2] in ("al", "el"):
        return word[2:]
    if len(word) >= 6:
        for sun in _SUN:
            if word.startswith(sun) and word[len(sun) :].startswith(sun[1:]):
                return word[len(sun) :]
    return word


_GLUED = "بلو"


def stem(word: str) -> str:
    """Return a folded word without its ending (Syrian, lawyers) or a glued Arabic particle, or the word itself.

    Arabic writes "in", "for" and "and" as one letter in front of the word (`بدرعا`, in Daraa). Whether it is one can't
    be told from the word; the caller compares both forms.
    """
    if word[:-1] in GENERIC or (len(word) >= 6 and word.endswith("s") and word.isascii()):
        return word[:-1]
    return word[1:] if len(word) >= 5 and word[0] in _GLUED and bare(word) == word else word


def generic(word: str) -> bool:
    """Tell whether a folded word says what kind of body something is, with article, conjunction or without."""
    return is_generic(word, bare(word))


def is_generic(word: str, bare: str) -> bool:
    """Tell what `generic` does of a word of which is known what `bare` returns."""
    return (word in GENERIC or bare in GENERIC or word[1:] in GENERIC) and word not in FUNCTION


class Vocabulary:
    """All names' words; names come in portions.

    `names` are the distinct texts as they came, in order within a portion; `words[w]` the distinct folded words as they
    came, those that only two words written as one make among them, `bare[w]` what `bare` returns for each; `number`
    finds them, `pieces` holds how they are written. `places` and `pair_places` tell where a word, or a pair of `pairs`,
    stands in `tokens`. `rarity[w]` is a word's own weight, `count[w]` the number of names it stands in by itself;
    `marked` tells which names may have parts.

    Shares are of `total` names, those of the first portion, so that a later one does not change the weight of every
    word. Where it moves the weight of a word in a name by `TOLERANCE`, that name is weighed anew.
    """

    def __init__(self, names: Sequence[str] = (), told: Told = untold) -> None:
        self.names: list[str] = []
        self.pieces = Pieces()
        self.words: list[str] = []
        self.bare: list[str] = []
        self._units = Growing(pack(()))
        self.number: dict[str, int] = {}
        self._starts = Growing(np.zeros(1, np.int64))
        self._tokens, self._holder, self._pairs = map(Growing, np.zeros((3, 0), np.int64))
        self._weights = Growing(np.zeros(0))
        self.places, self.pair_places = Index(), Index()
        self.count = np.zeros(0, np.int64)
        self.marked = np.zeros(0, bool)
        self.total = len(names) + BACKGROUND
        self._share = np.zeros(0)
        self._small = np.zeros(0, bool)
        self._before = np.zeros(0, np.int64)
        self._looked = np.zeros((2, 0))
        self.add(names, told)

    @property
    def units(self) -> npt.NDArray[np.uint8]:
        """How each word sounds, as `pack` has it."""
        return self._units.rows

    @property
    def starts(self) -> Ints:
        """Where each name's words begin in `tokens`; behind them the end of the last."""
        return self._starts.rows

    @property
    def tokens(self) -> Ints:
        """Each name's words, by their numbers."""
        return self._tokens.rows

    @property
    def holder(self) -> Ints:
        """Whose each of the `tokens` is."""
        return self._holder.rows

    @property
    def pairs(self) -> Ints:
        """For each of the `tokens` one number for the word before it and itself (see `PAIR`), -1 for none before it."""
        return self._pairs.rows

    @property
    def weights(self) -> Floats:
        """What agreeing on each of the `tokens` says, in nats."""
        return self._weights.rows

    def add(self, names: Sequence[str], told: Told = untold) -> Ints:
        """Take in a portion of new names; return the numbers of earlier ones that are weighed anew.

        `told` is called with the share done, 0..1.
        """
        lengths, tokens, marked = self.pieces.add(names, self.numbers)
        told(_SPLIT)
        self.marked = np.concatenate([self.marked, marked])
        holder = np.repeat(np.arange(len(names)) + len(self.names), lengths)
        known, size = len(self.tokens), len(self.words)
        self.count += np.bincount(distinct(holder * size + tokens) % max(1, size), minlength=size)
        pairs = np.full(len(tokens), -1)
        pairs[1:] = np.where(holder[1:] == holder[:-1], (tokens[:-1] << PAIR) + tokens[1:], -1)
        self._before += np.bincount(pairs[pairs >= 0] >> PAIR, minlength=size)
        self.names += names
        self._starts.extend(self.starts[-1] + np.cumsum(lengths))
        for column, more in ((self._tokens, tokens), (self._holder, holder), (self._pairs, pairs)):
            column.extend(more)
        at = np.arange(known, len(self.tokens))
        self.places.add(self.tokens[known:], at)
        self.pair_places.add(self.pairs[known:], at)
        if known:
            anew = self._weigh_anew(known)
            return anew[anew < len(self.names) - len(names)]
        self._looked = self._hang_on(np.arange(len(self.words)))
        self._weights.extend(self._in_context(at, _times(pairs, size)))
        return at[:0]

    def _hang_on(self, words: Ints) -> Floats:
        """Return what weights hang on, in nats, for some words: their own, and how many words they stand before."""
        return np.stack([self.rarity[words], np.log(np.maximum(self._before[words] - 2, 0) + CONTEXT)])

    def _weigh_anew(self, known: int) -> Ints:
        """Weigh and return the names of which the weight of a word has moved, all with tokens from `known` on too."""
        self._weights.extend(np.full(len(self.tokens) - known, np.inf))
        at = self._moved(self.tokens[known:], self.pairs[known:])
        weights = self._in_context(at, self.pair_places.times(self.pairs[at]))
        names = distinct(self.holder[at[np.abs(weights - self.weights[at]) > TOLERANCE]])
        mine, _ = self.at(names)
        self.weights[mine] = self._in_context(mine, self.pair_places.times(self.pairs[mine]))
        return names

    def _moved(self, tokens: Ints, pairs: Ints) -> Ints:
        """Return places of tokens of which what their weight hangs on has moved, with these new tokens and pairs."""
        words = distinct(tokens)
        now = self._hang_on(words)
        far = np.abs(now - self._looked[:, words]).max(axis=0, initial=0.0) > _NEWS
        self._looked[:, words[far]] = now[:, far]
        own = self.places.rows(words[far])[1]
        next_ = own[own + 1 < len(self.tokens)] + 1
        news = distinct(pairs[pairs >= 0])
        came = np.bincount(np.searchsorted(news, pairs[pairs >= 0]), minlength=len(news))
        seen = self.pair_places.rows(news[came > _NEWS * self.pair_places.times(news)])[1]
        new = np.arange(len(self.tokens) - len(tokens), len(self.tokens))
        return distinct(np.concatenate([own, next_[self.pairs[next_] >= 0], seen, new]))

    def numbers(self, words: list[str]) -> Ints:
        """Return the numbers of words; those that are new are taken in, and stand in no name so far."""
        known = len(self.words)
        found = np.fromiter((self.number.setdefault(word, len(self.number)) for word in words), np.int64, len(words))
        fresh = since(self.number, known)
        self.words += fresh
        self.bare += map(bare, fresh)
        self._units.extend(pack(fresh))
        shares = [SHARES.get(w) or SHARES.get(b, UNKNOWN) for w, b in zip(fresh, self.bare[known:], strict=True)]
        self._share = np.concatenate([self._share, np.array(shares)])
        self._small = np.concatenate([self._small, whether(FUNCTION.__contains__, fresh)])
        none = np.zeros(len(fresh), np.int64)
        self.count, self._before = np.concatenate([self.count, none]), np.concatenate([self._before, none])
        self._looked = np.concatenate([self._looked, np.full((2, len(fresh)), np.inf)], axis=1)
        return found

    @property
    def rarity(self) -> Floats:
        """Weigh each word by the share of names that hold it, two of them (the pair under judgement) not counted."""
        rarity = -np.log((np.maximum(self.count - 2, 0) + BACKGROUND * self._share) / self.total)
        return np.where(self._small, _FUNCTION_WEIGHT, np.maximum(rarity, _FUNCTION_WEIGHT))

    def at(self, names: Ints) -> tuple[Ints, Ints]:
        """Return where the tokens of some names are, and for each of them its name's place among `names`."""
        lengths = self.starts[names + 1] - self.starts[names]
        return np.repeat(self.starts[names], lengths) + within(lengths), np.repeat(np.arange(len(names)), lengths)

    def _in_context(self, at: Ints, times: Ints) -> Floats:
        """Weigh words at some places given the word before each: in `Local Council of` the second word is no news.

        The share of names that hold the word among those that hold the one before, two sightings not counted (the pair
        under judgement itself), smoothed by the word's own rarity; `times` is how often the two stand so.
        """
        alone, pairs = self.rarity[self.tokens[at]], self.pairs[at]
        first = np.maximum(self._before[pairs >> PAIR] - 2, 0)
        given = -np.log((np.maximum(times - 2, 0) + CONTEXT * np.exp(-alone)) / (first + CONTEXT))
        return np.where(pairs < 0, alone, np.maximum(np.minimum(alone, given), 0.02))


def _times(pairs: Ints, size: int) -> Ints:
    """Return how often each of the pairs of words, -1 for none, is there; `size` is that of the vocabulary."""
    inside = np.flatnonzero(pairs >= 0)
    dense = (pairs[inside] >> PAIR) * size + (pairs[inside] & ((1 << PAIR) - 1))
    order = places_in_order(dense)
    times = np.diff(np.flatnonzero(begins(dense[order])), append=len(dense))
    found = np.zeros(len(pairs), np.int64)
    found[inside[order]] = np.repeat(times, times)
    return found

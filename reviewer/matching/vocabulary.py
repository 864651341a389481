"""The distinct words of all names as arrays: how often each stands, how much it weighs, in which forms it sounds."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
import numpy.typing as npt

from reviewer.matching.common import FUNCTION, GENERIC, SHARES, UNKNOWN, listed
from reviewer.matching.fold import words

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

BACKGROUND = 100.0
"""How many names of other lists stand behind the shares of `common`."""

CONTEXT = 3.0
"""How many sightings of a word weigh as much as what follows it, see `_in_context`."""

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


@lru_cache(maxsize=1 << 19)
def bare(word: str) -> str:
    """Return a folded word without the article glued to it, or the word itself where it bears none.

    Whether `al` is an article can't be told from the word (`Aleppo`); the caller compares both forms.
    """
    if word in _NO_ARTICLE or (word in SHARES and not word.startswith("ال")):
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


def generic(word: str) -> bool:
    """Tell whether a folded word says what kind of body something is, with article, conjunction or without."""
    return word not in FUNCTION and (word in GENERIC or bare(word) in GENERIC or word[1:] in GENERIC)


def distinct(values: Ints) -> Ints:
    """Return the distinct values in order, by sorting; several times faster than `np.unique` on many numbers."""
    values = np.sort(values)
    first = np.ones(len(values), bool)
    first[1:] = values[1:] != values[:-1]
    return values[first]


class Vocabulary:
    """All names' words.

    `names` are the distinct texts in order; `words[w]` the distinct folded words in order; `starts` (names + 1) and
    `tokens` hold each name's word numbers, `weights` beside them what agreeing on that word there says, in nats;
    `rarity[w]` is a word's own weight, `count[w]` the number of names it stands in.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self.names = names
        folded = [words(name) for name in names]
        self.words: list[str] = sorted(set(chain.from_iterable(folded)))
        self.number: dict[str, int] = {word: i for i, word in enumerate(self.words)}
        lengths = np.fromiter((len(f) for f in folded), np.int64, len(names))
        self.starts: Ints = np.concatenate([[0], np.cumsum(lengths)])
        self.tokens: Ints = np.fromiter(
            (self.number[w] for w in chain.from_iterable(folded)), np.int64, int(self.starts[-1])
        )
        self.holder: Ints = np.repeat(np.arange(len(names)), lengths)
        pairs = distinct(self.holder * max(1, len(self.words)) + self.tokens)
        self.count: Ints = np.bincount(pairs % max(1, len(self.words)), minlength=len(self.words))
        self.rarity = self._rarity()
        self.weights = self._in_context()

    def _rarity(self) -> Floats:
        """Weigh each word by the share of names that hold it, two of them (the pair under judgement) not counted."""
        share = np.array([SHARES.get(w) or SHARES.get(bare(w), UNKNOWN) for w in self.words])
        total = len(self.names) + BACKGROUND
        rarity = -np.log((np.maximum(self.count - 2, 0) + BACKGROUND * share) / total)
        small = np.array([w in FUNCTION for w in self.words], bool)
        return np.where(small, _FUNCTION_WEIGHT, np.maximum(rarity, _FUNCTION_WEIGHT))

    def _in_context(self) -> Floats:
        """Weigh each word of each name given the word before it: in `Local Council of` the second word is no news.

        The share of names that hold the word among those that hold the one before, two sightings not counted (the pair
        under judgement itself), smoothed by the word's own rarity.
        """
        alone = self.rarity[self.tokens]
        if not len(alone):
            return alone
        before = np.concatenate([[-1], self.tokens[:-1]])
        before[self.starts[:-1][self.starts[:-1] < len(before)]] = -1
        codes = before * len(self.words) + self.tokens
        _, where, together = np.unique(codes, return_inverse=True, return_counts=True)
        seen = np.maximum(together[where] - 2, 0)
        first = np.maximum(np.bincount(before + 1, minlength=len(self.words) + 1)[before + 1] - 2, 0)
        given = -np.log((seen + CONTEXT * np.exp(-alone)) / (first + CONTEXT))
        return np.where(before < 0, alone, np.maximum(np.minimum(alone, given), 0.02))

"""The distinct words of all names as arrays: how often each stands, how much it weighs, in which forms it sounds."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from reviewer.matching.arrays import Floats, Ints, distinct, numbered, within
from reviewer.matching.common import FUNCTION, GENERIC, SHARES, UNKNOWN, listed
from reviewer.matching.pieces import Pieces

BACKGROUND = 300.0
"""How many names of other lists stand behind the shares of `common`."""

CONTEXT = 3.0
"""How many sightings of a word weigh as much as what follows it, see `_in_context`."""

TOLERANCE = 0.05
"""A word's weight in a name, in nats, that has moved by no more than this since the name was weighed stays."""

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


@lru_cache(maxsize=1 << 16)
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
    return word not in FUNCTION and (word in GENERIC or bare(word) in GENERIC or word[1:] in GENERIC)


class Vocabulary:
    """All names' words; names come in portions.

    `names` are the distinct texts as they came, in order within a portion; `words[w]` the distinct folded words as they
    came, those that only two words written as one make among them; `number` finds them, `pieces` holds how they are
    written. `starts` (names + 1) and `tokens` hold each name's word numbers, `holder` whose they are, `weights` beside
    them what agreeing on that word there says, in nats; `rarity[w]` is a word's own weight, `count[w]` the number of
    names it stands in by itself; `marked` tells which names may have parts.

    Shares are of `total` names, those of the first portion, so that a later one does not change the weight of every
    word. Where it moves the weight of a word in a name by `TOLERANCE`, that name is weighed anew.
    """

    def __init__(self, names: Sequence[str] = ()) -> None:
        self.names: list[str] = []
        self.pieces = Pieces()
        self.words: list[str] = []
        self.number: dict[str, int] = {}
        self.starts, self.tokens, self.holder = np.zeros(1, np.int64), *np.zeros((2, 0), np.int64)
        self.count = np.zeros(0, np.int64)
        self.weights = np.zeros(0)
        self.marked = np.zeros(0, bool)
        self.total = len(names) + BACKGROUND
        self._share = np.zeros(0)
        self._small = np.zeros(0, bool)
        self.add(names)

    def add(self, names: Sequence[str]) -> Ints:
        """Take in a portion of new names; return the numbers of earlier ones that are weighed anew."""
        found, lengths, tokens, marked = self.pieces.add(names)
        self.marked = np.concatenate([self.marked, marked])
        self.add_words([word for word in found if word not in self.number])
        tokens = np.array([self.number[word] for word in found], np.int64)[tokens]
        holder = np.repeat(np.arange(len(names)) + len(self.names), lengths)
        pairs = distinct(holder * max(1, len(self.words)) + tokens)
        self.count += np.bincount(pairs % max(1, len(self.words)), minlength=len(self.words))
        known = len(self.tokens)
        self.names += names
        self.starts = np.concatenate([self.starts, self.starts[-1] + np.cumsum(lengths)])
        self.tokens, self.holder = np.concatenate([self.tokens, tokens]), np.concatenate([self.holder, holder])
        weights = self._in_context()
        moved = np.abs(weights[:known] - self.weights) > TOLERANCE
        anew = np.zeros(len(self.names), bool)
        anew[self.holder[:known][moved]] = True
        kept = np.flatnonzero(~anew[self.holder[:known]])
        weights[kept], self.weights = self.weights[kept], weights
        return np.flatnonzero(anew)

    def add_words(self, words: Sequence[str]) -> None:
        """Take in new words that stand in no name so far."""
        self.number.update((word, i) for i, word in enumerate(words, len(self.words)))
        self.words += words
        self.count = np.concatenate([self.count, np.zeros(len(words), np.int64)])
        shares = np.array([SHARES.get(w) or SHARES.get(bare(w), UNKNOWN) for w in words])
        self._share = np.concatenate([self._share, shares])
        self._small = np.concatenate([self._small, np.array([w in FUNCTION for w in words], bool)])

    @property
    def rarity(self) -> Floats:
        """Weigh each word by the share of names that hold it, two of them (the pair under judgement) not counted."""
        rarity = -np.log((np.maximum(self.count - 2, 0) + BACKGROUND * self._share) / self.total)
        return np.where(self._small, _FUNCTION_WEIGHT, np.maximum(rarity, _FUNCTION_WEIGHT))

    def at(self, names: Ints) -> tuple[Ints, Ints]:
        """Return where the tokens of some names are, and for each of them its name's place among `names`."""
        lengths = self.starts[names + 1] - self.starts[names]
        return np.repeat(self.starts[names], lengths) + within(lengths), np.repeat(np.arange(len(names)), lengths)

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
        where = numbered(codes)
        seen = np.maximum(np.bincount(where)[where] - 2, 0)
        first = np.maximum(np.bincount(before + 1, minlength=len(self.words) + 1)[before + 1] - 2, 0)
        given = -np.log((seen + CONTEXT * np.exp(-alone)) / (first + CONTEXT))
        return np.where(before < 0, alone, np.maximum(np.minimum(alone, given), 0.02))

"""What scoring wants to know of words, looked up for many at once."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from reviewer.matching.arrays import Bools, Ints, whether
from reviewer.matching.common import TELLING, TITLES
from reviewer.matching.letters import Letters
from reviewer.matching.vocabulary import is_generic

SIDES = {side: i for i, side in enumerate(["", *sorted({*TELLING.values()})])}
KINDS = [side.rsplit(" ", 1)[0] for side in SIDES]
"""What words of each side are that stand against one of another side."""
_KIND = {side: KINDS.index(kind) for side, kind in zip(SIDES, KINDS, strict=True)}


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
    def of(cls, words: Sequence[str], bare: Sequence[str]) -> "Lexicon":
        """Look up folded words; `bare` are the words without article."""
        letters = Letters(words)
        sides = [TELLING.get(word, "") for word in bare]
        return cls(
            letters.size,
            letters.first,
            letters.last,
            (letters.size >= 3) & (letters.size <= 9) & whether(str.isalpha, words),
            whether(str.isdigit, words),
            np.fromiter(map(is_generic, words, bare), bool, len(words)),
            np.array(list(map(_KIND.__getitem__, sides)), np.int64),
            np.array(list(map(SIDES.__getitem__, sides)), np.int64),
            letters.arabic,
            whether(TITLES.__contains__, words),
        )

    def and_of(self, words: Sequence[str], bare: Sequence[str]) -> "Lexicon":
        """Return what is known of words and of those that come behind them."""
        return Lexicon._make(np.concatenate(columns) for columns in zip(self, Lexicon.of(words, bare), strict=True))

"""Names as the aligner sees them, made for many at once."""

import numpy as np

from reviewer.matching.aliases import parts
from reviewer.matching.align import View
from reviewer.matching.arrays import Bools, Ints
from reviewer.matching.fold import parse
from reviewer.matching.lexicon import SIDES, Lexicon
from reviewer.matching.vocabulary import Vocabulary

_SIDES = list(SIDES)


def views(v: Vocabulary, lexicon: Lexicon, parted: Bools, names: Ints) -> dict[int, View]:
    """Return some names (distinct numbers) as views; `lexicon` is of all words, `parted` as in `Batch`."""
    at, row = v.at(names)
    word = v.tokens[at]
    numbers = tuple(word.tolist())
    folded = tuple(map(v.words.__getitem__, numbers))
    weights, common = tuple(v.weights[at].tolist()), tuple(lexicon.common[word].tolist())
    sides = tuple(map(_SIDES.__getitem__, lexicon.side[word].tolist()))
    arabic = (np.bincount(row, lexicon.arabic[word], len(names)) > 0).tolist()
    ends = np.cumsum(np.bincount(row, minlength=len(names))).tolist()
    found = {}
    begin = 0
    for name, end, script, several in zip(names.tolist(), ends, arabic, parted[names].tolist(), strict=True):
        s = slice(begin, end)
        begin = end
        pieces = parts(v.names[name], parse(v.names[name])) if several else None
        found[name] = View(numbers[s], folded[s], weights[s], common[s], sides[s], pieces, script)
    return found

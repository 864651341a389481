"""Names that may be the same: words before names, evidence before scores. Plain functions over strings.

names.find       lists of names -> candidates of names and of spellings, with evidence
words, fold      a name's folded words, by which decisions on spellings are keyed
contains_word,
names_with       which names a spelling stands in
differing        which letters of two names differ

`find` lives in `names.py`, and whoever calls it imports it from there: it brings numpy, which takes as long to load as
the rest of the program.
"""

from reviewer.matching.differing import differing
from reviewer.matching.fold import contains_word, fold, names_with, words
from reviewer.matching.found import DEFAULT_MIN_SCORE, Found

__all__ = ["DEFAULT_MIN_SCORE", "Found", "contains_word", "differing", "fold", "names_with", "words"]

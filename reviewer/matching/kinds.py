"""What the difference between two spellings of a word is called on the card."""

from functools import lru_cache

from rapidfuzz.distance import OSA

from reviewer.matching.common import ABBREVIATED, BRITISH
from reviewer.matching.fold import fold
from reviewer.matching.romanise import CODE, VOWELS, is_arabic, units
from reviewer.matching.vocabulary import bare, stem

_VOWELS = frozenset(CODE[v] for v in VOWELS)
_PLURALS = ("s", "es", "'s", "ات", "ين", "ون")


def american(word: str) -> str:
    """Return a folded word in American spelling and in full."""
    if word in BRITISH or word in ABBREVIATED:
        return BRITISH.get(word) or ABBREVIATED[word]
    for british, other in (
        () if "is" not in word else (("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"))
    ):
        if word.endswith(british) and len(word) > len(british) + 3:
            return word[: -len(british)] + other
    return word


def writing(x: str, y: str, folded: str) -> str:
    """Return how two words, as written, that fold the same are written differently; "" where they aren't.

    Case is no difference.
    """
    if (" " in fold(x)) != (" " in fold(y)):
        return "article al-"
    if x == y or x.casefold() == y.casefold():
        return ""
    if "&" in (x, y):
        return "and/&"
    if is_arabic(folded):
        return "Arabic letter form"
    return "marks and hidden characters"


def _single(word: str) -> str:
    return "".join([letter for letter, following in zip(word, word[1:] + "\n", strict=True) if letter != following])


@lru_cache(maxsize=1 << 14)
def difference(a: str, b: str) -> str:
    """Return the kind of difference between two folded words, in plain words; "" where there is none."""
    if a == b:
        return ""
    if is_arabic(a) != is_arabic(b):
        return "other script"
    if bare(a) in (b, bare(b)) or bare(b) == a:
        return "article al-"
    a, b = (bare(a), bare(b)) if bare(a) != a and bare(b) != b else (a, b)
    if american(a) == american(b):
        return "abbreviation" if a in ABBREVIATED or b in ABBREVIATED else "British/American"
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if long.startswith(short) and long[len(short) :] in _PLURALS:
        return "plural"
    if stem(a) == b or stem(b) == a:
        return "glued particle" if is_arabic(a) else "ending"
    if _single(a) == _single(b):
        return "doubled letter"
    if is_arabic(a):
        return "typing slip" if OSA.distance(a, b) <= 1 else "spelling"
    x, y = units(a), units(b)
    if x == y:
        return "romanisation"
    if [u for u in x if u not in _VOWELS] == [u for u in y if u not in _VOWELS]:
        return "vowels"
    return "typing slip" if OSA.distance(a, b) <= 1 and len(a) > 6 else "romanisation"

"""Which texts hold a word, however it is written."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewer.matching import fold
from reviewer.matching.fold import ARTICLES
from reviewer.matching.romanise import UNITS, units

if TYPE_CHECKING:
    from reviewer.postings import Mask, Postings

_ALIKE = ("b p", "f v", "m", "n", "l", "r", "t tt th", "d dd dh z zz", "s ss", "j", "sh ch", "k q g gh c", "kh x H h")
"""Consonants that one sound is written with, in either script."""

_SOUND = {unit: chr(ord("a") + i) for i, group in enumerate(_ALIKE) for unit in group.split()}
_AROUND = "()[],;:."
_LEAST_BEGINNING = 3
"""Consonants from which on the beginning of a word tells it from others; fewer must be all it has."""

_SLIPS = ((8, 2), (4, 1))
"""Letters a word has at least, and how many of them may be slips of the finger."""


class Index:
    """The words of many texts, told at first use, which is slow for many: call `fill` where slow work belongs.

    Texts are found as masks, in their order. Those that `known` has told already, and that come first here too, are not
    told again.
    """

    def __init__(self, texts: Iterable[str], known: "Index | None" = None) -> None:
        self._texts = texts
        self._known = known._postings if known else None
        self._postings: Postings | None = None
        self._written: dict[str, str] = {}

    def fill(self) -> "Postings":
        """Tell the words of every text now, and return them."""
        if self._postings is None:
            from reviewer.postings import Postings  # brings numpy: not before a name is looked for

            texts, known = list(self._texts), self._known or Postings(_sounds)
            if texts[: len(known.texts)] != known.texts:
                known = Postings(_sounds)
            fresh = texts[len(known.texts) :]
            self._postings, self._known = known.more(fresh, map(fold, fresh)), None
        return self._postings

    def starting(self, wanted: str) -> "tuple[Mask, Mask]":
        """Return the texts in which every word of `wanted` begins a word; all of them where it holds none.

        A word may also be written otherwise in the text: in the other script, with other vowels, with an article or
        without; where nothing sounds like it, with a slip or two. The second mask holds the texts in which every word
        begins just as it is typed.
        """
        postings = self.fill()
        found, exact = postings.every(), postings.every()
        for word in fold(wanted).split():
            fits = found & (self.beginning(word) | self._sounding(postings, word))
            exact &= postings.with_any(postings.beginning(word))
            found = fits if fits.any() else found & postings.with_any(_slipped(postings, word))
        return found, exact

    def beginning(self, word: str) -> "Mask":
        """Return the texts in which a folded word begins a word as it is typed, with an article glued to it or not."""
        postings = self.fill()
        return postings.with_any(postings.beginning(word, behind=ARTICLES))

    def with_words(self, words: Iterable[str]) -> "Mask":
        """Return the texts that hold any of these folded words, also where one is written as two: "al qunaitra"."""
        postings = self.fill()
        known, wanted = postings.words, list(words)
        found = postings.with_any([known[word] for word in wanted if word in known])
        for one, other in ((word[:at], word[at:]) for word in wanted for at in range(1, len(word))):
            if one in known and other in known:
                found |= postings.with_all((one, other))
        return found

    def holding(self, word: str) -> "Mask":
        """Return the texts that hold `word`, with or without an article before it."""
        postings, folded = self.fill(), fold(word)
        found = postings.with_all(folded.split())
        if " " in folded:
            for at in found.nonzero()[0].tolist():
                found[at] = f" {folded} " in f" {fold(postings.texts[at])} "
        return found

    def written(self, word: str) -> str:
        """Return how a folded word is written where it first stands between spaces; as it is where it doesn't."""
        if word not in self._written:
            self._written[word] = self._first_written(word)
        return self._written[word]

    def _first_written(self, word: str) -> str:
        pieces = (piece.strip(_AROUND) for text in self.texts(self.with_words([word])) for piece in text.split())
        return next((piece for piece in pieces if fold(piece) == word), word)

    def texts(self, found: "Mask") -> list[str]:
        """Return the texts that were found, in order."""
        texts = self.fill().texts
        return [texts[at] for at in found.nonzero()[0].tolist()]

    def _sounding(self, postings: "Postings", word: str) -> "Mask":
        found = ~postings.every()
        for sound in _sounds(word):
            found |= postings.with_any(postings.sounding(sound, whole=len(sound) < _LEAST_BEGINNING))
        return found


def _slipped(postings: "Postings", word: str) -> "Sequence[int]":
    """Return the words a slip or two away, none where `word` is too short to tell."""
    slips = next((slips for letters, slips in _SLIPS if len(word) >= letters), 0)
    if not slips:
        return []
    from rapidfuzz.distance import OSA  # not before a name is looked for in vain
    from rapidfuzz.process import extract

    near = extract(word, postings.words.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None, processor=None)
    return [postings.words[each] for each, *_ in near]


def _sounds(word: str) -> tuple[str, ...]:
    """Return the consonants of a folded word, alike ones as one, and those without its article; two and more."""
    bare = next((word[len(each) :] for each in ARTICLES if word.startswith(each)), word)
    both = dict.fromkeys("".join(_SOUND.get(UNITS[code], "") for code in units(each)) for each in (word, bare))
    return tuple(sound for sound in both if len(sound) > 1)

"""Which texts hold a word, however it is written."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reviewer.lazily import Chosen
from reviewer.matching import fold
from reviewer.matching.fold import ARTICLES, ASSIMILATED, piece_words, unnumbered
from reviewer.matching.romanise import UNITS, units

if TYPE_CHECKING:
    from reviewer.postings import Mask, Postings

_ALIKE = ("b p", "f v", "m", "n", "l", "r", "t tt th", "d dd dh z zz", "s ss", "j", "sh ch", "k q g gh c", "kh x H h")
"""Consonants that one sound is written with, in either script."""

_SOUND = {unit: chr(ord("a") + i) for i, group in enumerate(_ALIKE) for unit in group.split()}
_APART = ARTICLES | ASSIMILATED.keys()
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

    def fill(self) -> "Postings":
        """Tell the words of every text now, and return them."""
        if self._postings is None:
            from reviewer.postings import Postings  # brings numpy: not before a name is looked for

            texts, known = list(self._texts), self._known or Postings(_words, _sounds)
            if texts[: len(known.texts)] != known.texts:
                known = Postings(_words, _sounds)
            fresh = texts[len(known.texts) :]
            self._postings, self._known = known.more(fresh, _cut(fresh)), None
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

    def with_words(self, words: Iterable[str], fits: Callable[[str], bool] = bool) -> "Mask":
        """Return the texts that hold any of these folded words in a piece that `fits`, however often it stands.

        A word that begins with an article is also found where that stands apart: "al qunaitra".
        """
        pieces = self._pieces_with(words)
        return self.fill().with_pieces([number for number, piece in pieces.items() if fits(piece)])

    def holding(self, word: str) -> "Mask":
        """Return the texts that hold `word`, with or without an article before it."""
        postings, folded = self.fill(), fold(word)
        found = postings.with_all(folded.split())
        if " " in folded:
            for at in found.nonzero()[0].tolist():
                found[at] = holds(postings.texts[at], word)
        return found

    def written(self, word: str) -> str:
        """Return how a folded word is written where it first stands between spaces; as it is where it doesn't."""
        pieces = (raw.strip(_AROUND) for piece in self._pieces_with([word]).values() for raw in piece.split())
        return next((piece for piece in pieces if fold(piece) == word), word)

    def texts(self, found: "Mask") -> Sequence[str]:
        """Return the texts that were found, in order; each is looked up when it is asked for."""
        return Chosen(self.fill().texts, found.nonzero()[0])

    def _pieces_with(self, words: Iterable[str]) -> dict[int, str]:
        """Return the pieces with any of these folded words, by their numbers: as one word, or behind an article."""
        postings = self.fill()
        found = dict[int, str]()
        for word in words:
            bare = (word[at:] for at in range(len(word)) if not at or word[:at] in _APART)
            numbers = postings.pieces_with([postings.words[each] for each in bare if each in postings.words])
            pieces = ((number, postings.pieces[number]) for number in numbers.tolist())
            found |= {number: piece for number, piece in pieces if word in "".join(_words(piece))}
        return found

    def _sounding(self, postings: "Postings", word: str) -> "Mask":
        found = ~postings.every()
        for sound in _sounds(word):
            found |= postings.with_any(postings.sounding(sound, whole=len(sound) < _LEAST_BEGINNING))
        return found


def _cut(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the pieces of each text: what stands between spaces, articles that stand apart with what is behind them.

    What a word comes to in a piece by itself is what it comes to in the text.
    """
    is_open = cache(_is_open)
    for text in map(unnumbered, texts):
        pieces = text.split()
        if any(map(is_open, pieces)):
            ends = [each.end() for each in re.finditer(r"\S+", text) if not is_open(each.group())]
            apart = (text[begin:end].strip() for begin, end in pairwise((0, *ends, len(text))))
            pieces = list(filter(None, apart))
        yield pieces


def _is_open(piece: str) -> bool:
    """Tell whether what stands between two spaces may end in an article of what is behind it."""
    words = piece_words(piece)
    return not words or words[-1] in _APART


def _words(piece: str) -> Iterator[str]:
    return (word for raw in piece.split() for word in piece_words(raw))


def holds(text: str, word: str) -> bool:
    """Tell whether a text holds a word, with or without an article before it."""
    return f" {fold(word)} " in f" {fold(text)} "


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

"""Which texts hold a word, however it is written."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from reviewer.matching import fold, words
from reviewer.matching.fold import ARTICLES
from reviewer.matching.romanise import UNITS, units

_ALIKE = ("b p", "f v", "m", "n", "l", "r", "t tt th", "d dd dh z zz", "s ss", "j", "sh ch", "k q g gh c", "kh x H h")
"""Consonants that one sound is written with, in either script."""

_SOUND = {unit: chr(ord("a") + i) for i, group in enumerate(_ALIKE) for unit in group.split()}
_LEAST_BEGINNING = 3
"""Consonants from which on the beginning of a word tells it from others; fewer must be all it has."""

_SLIPS = ((8, 2), (4, 1))
"""Letters a word has at least, and how many of them may be slips of the finger."""


class _Line(NamedTuple):
    """A text, its folded words and what they sound like, each with a space before and behind."""

    text: str
    folded: str
    sounds: str


class Index:
    """The folded form of many texts, made at first use, which is slow for many: call `fill` where slow work belongs.

    Texts that `known` has folded already are not folded again.
    """

    def __init__(self, texts: Iterable[str], known: "Index | None" = None) -> None:
        self._texts = texts
        self._known: Index | None = known._known if known and not known._lines else known
        self._lines: dict[str, _Line] = {}
        self._letters: list[str] = []
        self._last: tuple[tuple[str, ...], list[_Line]] = (), []

    def fill(self) -> None:
        """Fold every text now."""
        if not self._lines:
            known = self._known._lines if self._known else {}
            self._lines = {text: known.get(text) or _line(text) for text in self._texts}
            self._letters = [line.folded.replace(" ", "") for line in self._lines.values()]
            self._known, self._last = None, ((), [])

    def folded(self, text: str) -> str:
        """Return the folded words of a text, with a space before each and one at the end."""
        line = self._lines.get(text)
        return line.folded if line else f" {fold(text)} "

    def starting(self, wanted: str) -> list[str]:
        """Return the texts in which every word of `wanted` begins a word; all of them where it holds none.

        A word may also be written otherwise in the text: in the other script, with other vowels, with an article or
        without; where nothing sounds like it, with a slip or two. Such texts come last.
        """
        self.fill()
        wanted_words = tuple(fold(wanted).split())
        *before, last = wanted_words or ("",)
        if self._last[0] != tuple(before) or not before:
            found = list(self._lines.values())
            for word in before:
                found = self._narrowed(found, word)
            self._last = tuple(before), found
        found = self._narrowed(self._last[1], last)
        beginnings = [f" {word}" for word in wanted_words]
        found.sort(key=lambda line: not all(beginning in line.folded for beginning in beginnings))
        return [line.text for line in found]

    def spelling(self, spellings: Iterable[str]) -> list[str]:
        """Return the texts in which any of `spellings` may stand, with an article or without, and perhaps some more."""
        self.fill()
        wanted = re.compile("|".join(re.escape("".join(words(spelling))) for spelling in spellings))
        return [text for text, letters in zip(self._lines, self._letters, strict=True) if wanted.search(letters)]

    def holding(self, word: str) -> tuple[str, ...]:
        """Return the texts that hold `word`, with or without an article before it."""
        self.fill()
        whole = f" {fold(word)} "
        return tuple(line.text for line in self._lines.values() if whole in line.folded)

    def _narrowed(self, lines: list[_Line], word: str) -> list[_Line]:
        beginning = f" {word}"
        heard = [f" {sound}" if len(sound) >= _LEAST_BEGINNING else f" {sound} " for sound in _sounds(word)]
        one, other = (*heard, *heard[:1], *heard[:1], "\n", "\n")[:2]
        found = [line for line in lines if beginning in line.folded or one in line.sounds or other in line.sounds]
        return found or self._slipped(lines, word)

    def _slipped(self, lines: list[_Line], word: str) -> list[_Line]:
        """Return the lines that hold a word a slip or two away, none where `word` is too short to tell."""
        slips = next((slips for letters, slips in _SLIPS if len(word) >= letters), 0)
        if not slips:
            return []
        from rapidfuzz.distance import OSA  # not before a name is looked for in vain
        from rapidfuzz.process import extract

        known = dict.fromkeys(each for line in lines for each in line.folded.split())
        near = extract(word, known.keys(), scorer=OSA.distance, score_cutoff=slips, limit=None, processor=None)
        meant = [f" {each} " for each, *_ in near]
        return [line for line in lines if any(each in line.folded for each in meant)]


def _line(text: str) -> _Line:
    folded = fold(text)
    return _Line(text, f" {folded} ", f" {' '.join(sound for word in folded.split() for sound in _sounds(word))} ")


@lru_cache(maxsize=1 << 16)
def _sounds(word: str) -> tuple[str, ...]:
    """Return the consonants of a folded word, alike ones as one, and those without its article; two and more."""
    bare = next((word[len(each) :] for each in ARTICLES if word.startswith(each)), word)
    both = dict.fromkeys("".join(_SOUND.get(UNITS[code], "") for code in units(each)) for each in (word, bare))
    return tuple(sound for sound in both if len(sound) > 1)

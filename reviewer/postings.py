"""Which of many texts hold which words, as arrays: a question costs in proportion to the texts it finds."""

import re
from array import array
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

_END = "\n"
"""Stands between words that are searched as one text; no word holds it."""


class _Roll:
    """Words written one after another, each with whom it belongs to, so that all are searched at once."""

    def __init__(self, words: Sequence[str], owners: Sequence[int]) -> None:
        self._text = f"{_END}{_END.join(words)}{_END}"
        lengths = np.fromiter(map(len, words), np.int64, len(words))
        self._starts = np.concatenate(([0], np.cumsum(lengths + 1)))[:-1]
        self._owners = np.asarray(owners, np.int64)

    def owners(self, pattern: str) -> Numbers:
        """Return whose words fit a regular expression; `_END` in it is where a word begins or ends."""
        places = np.fromiter((match.start() for match in re.finditer(pattern, self._text)), np.int64)
        return self._owners[np.searchsorted(self._starts, places, side="right") - 1]


class Postings:
    """The words of texts, in order of their first use, and which text holds which.

    `words` numbers the distinct words. `sounds` returns how a word sounds, in none, one or more ways. Never changes:
    `more` makes one that holds further texts.
    """

    def __init__(self, sounds: Callable[[str], Iterable[str]]) -> None:
        self.words: dict[str, int] = {}
        self.texts: list[str] = []
        self._sounds = sounds
        self._heard: list[tuple[str, int]] = []
        self._held, self._of = np.zeros(0, np.int32), np.zeros(0, np.int32)
        self._arrange()

    def more(self, texts: Sequence[str], folded: Iterable[str]) -> "Postings":
        """Return the postings of these texts behind those there are; each comes with its words, a space between."""
        made = Postings(self._sounds)
        made.words = words = self.words.copy()
        known = len(words)
        held, lengths = array("q"), array("q")
        for text in folded:
            numbers = [words.setdefault(word, len(words)) for word in text.split()]
            held.extend(numbers)
            lengths.append(len(numbers))
        fresh = list(words)[known:]
        made._heard = [*self._heard, *((s, i) for i, word in enumerate(fresh, known) for s in self._sounds(word))]
        made.texts = [*self.texts, *texts]
        made._held = np.concatenate((self._held, np.asarray(held, np.int32)))
        of = np.repeat(np.arange(len(self.texts), len(made.texts), dtype=np.int32), lengths)
        made._of = np.concatenate((self._of, of))
        made._arrange()
        return made

    def _arrange(self) -> None:
        self._spelled = _Roll(list(self.words), range(len(self.words)))
        self._spoken = _Roll([sound for sound, _ in self._heard], [word for _, word in self._heard])
        order = np.argsort(self._held, kind="stable")
        self._held, self._of = self._held[order], self._of[order]  # by word
        self._first = np.searchsorted(self._held, np.arange(len(self.words) + 1))

    # --- which words -------------------------------------------------------------------------------------------------

    def beginning(self, beginning: str, *, behind: Iterable[str] = ()) -> Numbers:
        """Return the words that begin so, just so or `behind` any of these beginnings."""
        before = "|".join(map(re.escape, (*behind, "")))
        return self._spelled.owners(f"{_END}(?:{before}){re.escape(beginning)}")

    def sounding(self, sound: str, *, whole: bool) -> Numbers:
        """Return the words that sound so, or where not `whole` begin so."""
        return self._spoken.owners(re.escape(_END + sound) + (f"(?={_END})" if whole else ""))

    # --- which texts -------------------------------------------------------------------------------------------------

    def every(self) -> Mask:
        """Return all texts."""
        return np.ones(len(self.texts), np.bool_)

    def with_any(self, words: Numbers | Sequence[int]) -> Mask:
        """Return the texts that hold any of these words."""
        wanted = np.asarray(words, np.int64)
        first, numbers = self._first[wanted], self._first[wanted + 1] - self._first[wanted]
        begun = np.cumsum(numbers) - numbers  # how many stand before those of each word
        found = np.zeros(len(self.texts), np.bool_)
        found[self._of[np.arange(numbers.sum()) + np.repeat(first - begun, numbers)]] = True
        return found

    def with_all(self, words: Iterable[str]) -> Mask:
        """Return the texts that hold each of these words."""
        found = self.every()
        for word in words:
            found &= self.with_any([self.words[word]] if word in self.words else [])
        return found

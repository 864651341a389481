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


class _Holders:
    """Who holds what, by numbers from 0: `held` and `by` tell it pair by pair."""

    def __init__(self, held: Numbers, by: Numbers) -> None:
        self._by = by[np.argsort(held, kind="stable")].astype(np.int32)
        self._first = np.concatenate(([0], np.cumsum(np.bincount(held))))

    def more(self, held: Sequence[int], by: Sequence[int]) -> "_Holders":
        """Return these and more."""
        before = np.repeat(np.arange(len(self._first) - 1), np.diff(self._first))
        return _Holders(np.concatenate((before, held)), np.concatenate((self._by, by)))

    def of_any(self, wanted: Numbers | Sequence[int]) -> Numbers:
        """Return who holds any of what is wanted, as often as they do."""
        wanted = np.asarray(wanted, np.int64)
        first, numbers = self._first[wanted], self._first[wanted + 1] - self._first[wanted]
        begun = np.cumsum(numbers) - numbers  # how many stand before the holders of each
        holders: Numbers = self._by[np.arange(numbers.sum()) + np.repeat(first - begun, numbers)]
        return holders


class Postings:
    """The words of texts, the pieces that they are written in, and which text holds which.

    `words` and `pieces` number the distinct ones in order of their first use. `folded` returns the words of a piece,
    `sounds` how a word sounds, in none, one or more ways. Never changes: `more` makes one that holds further texts.
    """

    def __init__(self, folded: Callable[[str], Iterable[str]], sounds: Callable[[str], Iterable[str]]) -> None:
        self._folded, self._sounds = folded, sounds
        self.words: dict[str, int] = {}
        self.pieces: list[str] = []
        self.texts: list[str] = []
        self._heard: list[tuple[str, int]] = []
        nothing = np.zeros(0, np.int64)
        self._of_words = self._of_pieces = _Holders(nothing, nothing)
        self._write()

    def more(self, texts: Sequence[str], cut: Iterable[Iterable[str]]) -> "Postings":
        """Return the postings of these texts behind those there are; each comes `cut` into its pieces."""
        made = Postings(self._folded, self._sounds)
        pieces = {piece: number for number, piece in enumerate(self.pieces)}
        held, by = array("i"), array("i")
        for number, each in enumerate(cut, len(self.texts)):
            before = len(held)
            held.extend([pieces.setdefault(piece, len(pieces)) for piece in each])
            by.extend([number] * (len(held) - before))
        made.texts, made.pieces = [*self.texts, *texts], list(pieces)
        made._of_pieces = self._of_pieces.more(held, by)
        made.words, made._heard, made._of_words = self.words.copy(), self._heard.copy(), self._of_words
        made._hear(range(len(self.pieces), len(pieces)))
        made._write()
        return made

    def _hear(self, pieces: Iterable[int]) -> None:
        """Take in the words of pieces."""
        words, known = self.words, len(self.words)
        held, by = array("i"), array("i")
        for number in pieces:
            for word in self._folded(self.pieces[number]):
                held.append(words.setdefault(word, len(words)))
                by.append(number)
        self._of_words = self._of_words.more(held, by)
        fresh = list(words)[known:]
        self._heard += ((sound, number) for number, word in enumerate(fresh, known) for sound in self._sounds(word))

    def _write(self) -> None:
        self._spelled = _Roll(list(self.words), range(len(self.words)))
        self._spoken = _Roll([sound for sound, _ in self._heard], [word for _, word in self._heard])

    # --- which words -------------------------------------------------------------------------------------------------

    def beginning(self, beginning: str, *, behind: Iterable[str] = ()) -> Numbers:
        """Return the words that begin so, just so or `behind` any of these beginnings."""
        before = "|".join(map(re.escape, (*behind, "")))
        return self._spelled.owners(f"{_END}(?:{before}){re.escape(beginning)}")

    def sounding(self, sound: str, *, whole: bool) -> Numbers:
        """Return the words that sound so, or where not `whole` begin so."""
        return self._spoken.owners(re.escape(_END + sound) + (f"(?={_END})" if whole else ""))

    # --- which pieces, and which texts -------------------------------------------------------------------------------

    def pieces_with(self, words: Numbers | Sequence[int]) -> Numbers:
        """Return the pieces that hold any of these words, each once for each of them."""
        return self._of_words.of_any(words)

    def every(self) -> Mask:
        """Return all texts."""
        return np.ones(len(self.texts), np.bool_)

    def with_pieces(self, pieces: Numbers | Sequence[int]) -> Mask:
        """Return the texts that hold any of these pieces."""
        found = np.zeros(len(self.texts), np.bool_)
        found[self._of_pieces.of_any(pieces)] = True
        return found

    def with_any(self, words: Numbers | Sequence[int]) -> Mask:
        """Return the texts that hold any of these words."""
        return self.with_pieces(self._of_words.of_any(words))

    def with_all(self, words: Iterable[str]) -> Mask:
        """Return the texts that hold each of these words."""
        found = self.every()
        for word in words:
            found &= self.with_any([self.words[word]] if word in self.words else [])
        return found

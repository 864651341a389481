"""What stands between white space in names: each distinct piece is folded once, however many names hold it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, count

import numpy as np

from reviewer.matching.aliases import may_begin_part
from reviewer.matching.arrays import Bools, Ints, distinct, whether, within
from reviewer.matching.fold import NUMBERED, holds_article, parse, piece_words, unnumbered, words
from reviewer.matching.growing import Growing, since


class Pieces:
    """The distinct pieces of all names and how often each stands; names come in portions."""

    def __init__(self) -> None:
        self._number: dict[str, int] = defaultdict(count().__next__)
        self._texts: list[str] = []
        self._folded: list[tuple[str, ...]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        self._told = 0
        self._times: Ints = np.zeros(0, np.int64)
        self._articles, self._marks = map(Growing, np.zeros((2, 0), bool))
        self._size, self._begin, self._words = map(Growing, np.zeros((3, 0), np.int64))

    def add(self, names: Sequence[str], numbered: Callable[[list[str]], Ints]) -> tuple[Ints, Ints, Bools]:
        """Take in names; return how many words each has, and which, in a row, as `numbered` has them.

        The words of a name are those that `fold.words` returns. Also tells which names may have parts (see `aliases`).
        """
        texts, holder = _split(names)
        pieces = np.fromiter(map(self._number.__getitem__, texts), np.int64, len(texts))
        self._fold(since(self._number, len(self._texts)), numbered)
        times = np.bincount(pieces, minlength=len(self._folded))
        times[: len(self._times)] += self._times
        self._times = times
        marked = np.zeros(len(names), bool)
        marked[holder[self._marks.rows[pieces]]] = True
        return *self._words_of(names, holder, pieces, numbered), marked

    def _fold(self, fresh: list[str], numbered: Callable[[list[str]], Ints]) -> None:
        """Take in new pieces. The words of those with an article in them are not asked for."""
        folded = list(map(piece_words, fresh))
        articles = whether(holds_article, folded)
        self._texts += fresh
        self._folded += folded
        self._marks.extend(whether(may_begin_part, fresh))
        self._articles.extend(articles)
        size = np.where(articles, 0, np.fromiter(map(len, folded), np.int64, len(folded)))
        self._begin.extend(len(self._words.rows) + np.cumsum(size) - size)
        self._size.extend(size)
        plain = (words for words, article in zip(folded, articles.tolist(), strict=True) if not article)
        self._words.extend(numbered(list(chain.from_iterable(plain))))

    def _words_of(
        self, names: Sequence[str], holder: Ints, pieces: Ints, numbered: Callable[[list[str]], Ints]
    ) -> tuple[Ints, Ints]:
        apart = distinct(holder[self._articles.rows[pieces]])  # whether it is one hangs on what follows: name by name
        by_itself = [words(names[name]) for name in apart.tolist()]
        plain = np.ones(len(names), bool)
        plain[apart] = False
        pieces = pieces[plain[holder]]
        size = self._size.rows[pieces]
        lengths = np.bincount(holder[plain[holder]], size, len(names)).astype(np.int64)
        lengths[apart] = list(map(len, by_itself))
        tokens = np.empty(int(lengths.sum()), np.int64)
        mine = np.repeat(plain, lengths)
        tokens[mine] = self._words.rows[np.repeat(self._begin.rows[pieces], size) + within(size)]
        tokens[~mine] = numbered(list(chain.from_iterable(by_itself)))
        return lengths, tokens

    def written(self, wanted: Iterable[str]) -> dict[str, str]:
        """Return how each of these folded words is most often written, ties by text; a separate article is left out."""
        for number, folded in enumerate(self._folded[self._told :], self._told):
            for word in folded:
                self._with[word].append(number)
        self._told = len(self._folded)
        seen: dict[str, dict[str, int]] = {word: {} for word in wanted}
        for number in {piece for word in seen for piece in self._with.get(word, ())}:
            text = self._texts[number]
            for part in parse(text):
                if part.folded in seen:
                    ways, way = seen[part.folded], text[part.start : part.end]
                    ways[way] = ways.get(way, 0) + int(self._times[number])
        return {word: min(ways, key=lambda way: (-ways[way], way)) for word, ways in seen.items() if ways}


def _split(names: Sequence[str]) -> tuple[list[str], Ints]:
    """Return the pieces of all names, without the numbers they may begin with, and which name each stands in."""
    plain = [unnumbered(name) if name[:1] in NUMBERED else name for name in names]
    many = np.fromiter(map(len, map(str.split, plain)), np.int64, len(plain))
    return " ".join(plain).split(), np.repeat(np.arange(len(plain)), many)

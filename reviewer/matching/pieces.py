"""What stands between white space in names: each distinct piece is folded once, however many names hold it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, count, islice

import numpy as np

from reviewer.matching.aliases import may_begin_part
from reviewer.matching.arrays import Bools, Ints, distinct, within
from reviewer.matching.fold import NUMBERED, holds_article, parse, piece_words, unnumbered, words


class Pieces:
    """The distinct pieces of all names and how often each stands; names come in portions."""

    def __init__(self) -> None:
        self._number: dict[str, int] = defaultdict(count().__next__)
        self._texts: list[str] = []
        self._folded: list[tuple[str, ...]] = []
        self._with: dict[str, list[int]] = defaultdict(list)
        self._told = 0
        self._times: Ints = np.zeros(0, np.int64)
        self._articles, self._marks = np.zeros((2, 0), bool)

    def add(self, names: Sequence[str]) -> tuple[list[str], Ints, Ints, Bools]:
        """Take in names; return their distinct words in order, how many words each name has, and which, in a row.

        The words of a name are those that `fold.words` returns. Also tells which names may have parts (see `aliases`).
        """
        texts, holder = _split(names)
        pieces = np.fromiter(map(self._number.__getitem__, texts), np.int64, len(texts))
        fresh = list(islice(reversed(self._number), len(self._number) - len(self._texts)))[::-1]
        self._texts += fresh
        self._folded += map(piece_words, fresh)
        self._marks = np.concatenate([self._marks, np.array(list(map(may_begin_part, fresh)), bool)])
        articles = map(holds_article, self._folded[len(self._articles) :])
        self._articles = np.concatenate([self._articles, np.array(list(articles), bool)])
        times = np.bincount(pieces, minlength=len(self._folded))
        times[: len(self._times)] += self._times
        self._times = times
        marked = np.zeros(len(names), bool)
        marked[holder[self._marks[pieces]]] = True
        return *self._words(names, holder, pieces), marked

    def _words(self, names: Sequence[str], holder: Ints, pieces: Ints) -> tuple[list[str], Ints, Ints]:
        apart = distinct(holder[self._articles[pieces]])  # whether it is one hangs on what follows: names one by one
        plain = np.ones(len(names), bool)
        plain[apart] = False
        holder, pieces = holder[plain[holder]], pieces[plain[holder]]
        by_itself = {name: words(names[name]) for name in apart.tolist()}
        used = distinct(pieces)
        folded = [self._folded[piece] for piece in used.tolist()]
        found = sorted({*chain.from_iterable(folded), *chain.from_iterable(by_itself.values())})
        number = {word: i for i, word in enumerate(found)}
        size, begin = np.zeros((2, len(self._folded)), np.int64)
        size[used] = np.fromiter(map(len, folded), np.int64, len(used))
        begin[used] = np.cumsum(size[used]) - size[used]
        numbers = np.array([number[word] for some in (*folded, *by_itself.values()) for word in some], np.int64)
        lengths = np.bincount(holder, size[pieces], len(names)).astype(np.int64)
        lengths[apart] = [len(some) for some in by_itself.values()]
        tokens = np.empty(int(lengths.sum()), np.int64)
        mine = np.repeat(plain, lengths)
        tokens[mine] = numbers[np.repeat(begin[pieces], size[pieces]) + within(size[pieces])]
        tokens[~mine] = numbers[len(numbers) - int(lengths[apart].sum()) :]
        return found, lengths, tokens

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

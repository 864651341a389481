"""From lists of names to candidates: the whole way, step by step. `find` is the one entrance."""

import gc
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from reviewer.matching.aliases import has_parts, parts
from reviewer.matching.align import Joined, Step, View, align
from reviewer.matching.batch import Batch, Lexicon
from reviewer.matching.blocking import Blocks, within
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.common import TELLING
from reviewer.matching.context import NEAR, Pair, Rivals
from reviewer.matching.evidence import explain, logistic
from reviewer.matching.fold import parse
from reviewer.matching.found import DEFAULT_MIN_SCORE, Found
from reviewer.matching.joined import joined_tokens, written_as_one
from reviewer.matching.links import Bools, Links
from reviewer.matching.romanise import is_arabic
from reviewer.matching.similar import Sounds, Told
from reviewer.matching.spellings import candidates_of_words, overlay
from reviewer.matching.vocabulary import BACKGROUND, Floats, Ints, Vocabulary, bare, distinct
from reviewer.model import Candidate, Evidence, Progress, no_progress

_PAIRS = 20_000
_FEWEST, _MOST = 8, 16
"""Each name brings its best pairs by their rough score, so many at least and at most; in between, all names together
`_PAIRS`."""
_STEP = 2_000
"""So many pairs are aligned between two calls of progress."""
_FLOORS = ((3.5, 5.0), (-7.0, -5.0))
"""A pair whose rough score stays below this, in log-odds, is left out: by the decimal logarithm of all names."""
_SLACK = 1e-6
"""So far the same sum may differ by the order of its terms."""


class Collection:
    """The distinct texts of all lists in order, and where they stand."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        where: dict[str, tuple[int, ...]] = {}
        repeated: set[str] = set()
        for number, texts in enumerate(lists):
            here = (number,)
            counts = Counter(texts)
            repeated.update(text for text, count in counts.items() if count > 1)
            for text in counts:
                where[text] = where[text] + here if text in where else here
        sets = {numbers: frozenset(numbers) for numbers in set(where.values())}
        self.names = sorted(where)
        self.lists = [sets[where[name]] for name in self.names]
        self.repeated = sorted(repeated)


def find(
    lists: Sequence[Sequence[str]],
    *,
    decided: Iterable[tuple[str, str, bool]] = (),
    min_score: float = DEFAULT_MIN_SCORE,
    progress: Progress = no_progress,
) -> Found:
    """Return the pairs of names, and of spellings of words, that may be the same, from `min_score` (0..1) on.

    `lists` are the sources' verbatim signature texts; their order makes no difference. Texts that are
    equal and stand in different lists join by themselves and are no candidate; one that stands twice in a
    list is (a == b). `decided` are the reviewer's decisions on spellings: word, word, same or not; any
    writing of a word that folds the same will do. `progress` is told what is being done and how far it
    is, and may raise `Cancelled`. Raises nothing of its own.
    """
    with _no_collection():
        found = Run(lists, decided, progress, min_score).found(min_score)
    progress("done", 1.0)
    return found


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back: millions of small tuples and no cycles, it would take a third of the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


class Run:
    """One pass over the lists: `pairs` holds the pairs of names that came to something, `rivals` what lies around them.

    `batch` reckons and `aligned` aligns pairs of names, by `links` between words.

    Pairs that can't reach `min_score`, nor matter to one that does, are left out.
    """

    def __init__(
        self,
        lists: Sequence[Sequence[str]],
        decided: Iterable[tuple[str, str, bool]],
        progress: Progress,
        min_score: float = 0.0,
    ) -> None:
        self._progress = progress
        self.collection = Collection(lists)
        self.decided = sorted(set(decided))
        progress("words", 0.0)
        self.vocabulary = vocabulary = Vocabulary(self.collection.names)
        progress("words", 0.08)
        as_one = written_as_one(vocabulary)
        self._words = vocabulary.words + sorted(set(as_one.values()) - set(vocabulary.number))
        number = {word: i for i, word in enumerate(self._words)}
        self._joined: Joined = {pair: number[word] for pair, word in as_one.items()}
        self._lexicon = Lexicon.of(self._words)
        progress("spellings", 0.2)
        self._sounds = Sounds(self._words)
        self.similar = self._sounds.similar(
            _window(len(self._words)), lambda share: progress("spellings", 0.25 + 0.2 * share)
        )
        self.links = overlay(self._words, Links.of(self._lexicon.arabic, self.similar), self.decided)
        progress("comparing", 0.45)
        follows = joined_tokens(vocabulary, self._joined)
        blocks = Blocks(vocabulary, self.similar, follows, len(self._words))
        a, b = _proposed(blocks, lambda share: progress("comparing", 0.45 + 0.15 * share))
        self._views = Views(vocabulary, self._lexicon.common.tolist())
        self.base = Step(
            "before looking", (), (), (("base", 1.0), ("size", math.log(len(self.collection.names) + BACKGROUND)))
        )
        self.batch = Batch(vocabulary, self._lexicon, follows, self.base.effect)
        self.pairs = self._pairs(a, b, _log_odds(min_score) - NEAR - _SLACK)
        self.rivals = Rivals(self.pairs, self.collection.names, self.collection.lists)

    def _pairs(self, a: Ints, b: Ints, least: float) -> list[Pair]:
        """Return the pairs that come to at least so many log-odds; where reckoning can't tell, they are aligned."""
        raw, exact = self._reckoned(a, b)
        kept = exact & (raw >= least)
        found = list(map(Pair, a[kept].tolist(), b[kept].tolist(), raw[kept].tolist()))
        for x, y, steps in self.aligned(a[~exact], b[~exact]):
            total = sum(s.effect for s in steps)
            if total >= least:
                found.append(Pair(x, y, total))
        return sorted(found)

    def _reckoned(self, a: Ints, b: Ints) -> tuple[Floats, Bools]:
        """Return what each pair comes to, in log-odds, and whether that is sure.

        Words left over in the better pairs are compared directly, however far apart: the rest of the name vouches.
        """
        raw = np.empty(len(a))
        exact = np.empty(len(a), bool)
        asked: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]
        done = 0
        for rows, part in self.batch.reckon(a, b, self.links):
            raw[rows], exact[rows] = part.raw, part.exact
            pair, u, v = part.left
            asked.append((rows[pair], self.links.code(u, v)))
            done += len(rows)
            self._progress("comparing", 0.6 + 0.1 * done / len(a))
        pair, code = (np.concatenate(column) for column in zip(*asked, strict=True))
        fresh = self._fresh(code)
        again = distinct(pair[fresh.find(code) >= 0])
        self.links = self.links.with_others(fresh)
        for rows, part in self.batch.reckon(a[again], b[again], self.links):
            raw[again[rows]], exact[again[rows]] = part.raw, part.exact
        self._progress("comparing", 0.7)
        return raw, exact

    def _fresh(self, code: Ints) -> Links:
        """Return links between words that are no neighbours in sound."""
        code = distinct(code)
        code = code[self.links.find(code) < 0]
        similar = self._sounds.between(code // self.links.size, code % self.links.size)
        return overlay(self._words, Links.of(self._lexicon.arabic, similar), self.decided)

    def aligned(self, a: Ints, b: Ints) -> Iterator[tuple[int, int, list[Step]]]:
        """Align pairs one by one: yield them with the steps that add up to their score."""
        for rows in self.batch.parts(a, b):
            table = self.links.table(self.batch.codes(a[rows], b[rows], self.links))
            for x, y in zip(a[rows].tolist(), b[rows].tolist(), strict=True):
                yield x, y, [self.base, *align(self._views[x], self._views[y], table, self._joined)]

    def found(self, min_score: float) -> Found:
        """Return all candidates."""
        names = self.candidates(min_score)
        return Found(names, candidates_of_words(self.vocabulary, self.similar, self.decided, min_score))

    def candidates(self, min_score: float) -> tuple[Candidate, ...]:
        """Return the pairs that reach the score as candidates, best first."""
        least = _log_odds(min_score) - _SLACK
        around = {}
        for pair in self.pairs:
            context = self.rivals.context(pair) if pair.raw >= least else []  # context never speaks for a pair
            if pair.raw + sum(s.effect for s in context) >= least:
                around[pair.a, pair.b] = context
        asked = np.array(list(around), np.int64).reshape(-1, 2)
        found = []
        for done, (x, y, steps) in enumerate(self.aligned(asked[:, 0], asked[:, 1])):
            if done % _STEP == 0:
                self._progress("scores", 0.75 + 0.2 * done / len(asked))
            told = explain(self.collection.names[x], self.collection.names[y], steps, around[x, y])
            if told.score >= min_score:
                found.append(told)
        for text in self.collection.repeated:
            evidence = Evidence("repeat", text, text, 4.0, "This name stands more than once in one list.")
            found.append(Candidate("name", text, text, logistic(4.0), (evidence,)))
        return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b)))


def _log_odds(score: float) -> float:
    return math.log(score / (1 - score)) if 0 < score < 1 else -math.inf if score <= 0 else math.inf


def _window(size: int) -> int:
    """Return how many neighbours a word meets in each key: fewer the more words, at least 6."""
    return int(np.clip(400_000 // max(1, size), np.clip(1_200_000 // max(1, size), 6, 12), 200))


def _name_window(size: int) -> int:
    """Return how many neighbours a name meets in each key: fewer the more names, at least 4."""
    return int(np.clip(200_000 // max(1, size), np.clip(2_000_000 // max(1, size), 4, 6), 100))


def _proposed(blocks: Blocks, told: Told) -> tuple[Ints, Ints]:
    """Return the pairs worth reckoning: of each name the best few by their rough score."""
    base = COEFFICIENTS["base"] + COEFFICIENTS["size"] * math.log(blocks.size + BACKGROUND)
    floor = float(np.interp(math.log10(blocks.size + 1), *_FLOORS))
    a, b, rough = blocks.propose(_name_window(blocks.size), floor - base, told)
    few = int(np.clip(_PAIRS // max(1, blocks.size), _FEWEST, _MOST))
    both = np.concatenate([a, b])
    row = np.tile(np.arange(len(a)), 2)
    order = np.lexsort((row, -rough[row], both))
    place = within(np.bincount(both, minlength=blocks.size))
    kept = distinct(row[order][place < few])
    return a[kept], b[kept]


class Views(dict[int, View]):
    """Names as the aligner sees them, made when first asked for."""

    def __init__(self, vocabulary: Vocabulary, common: Sequence[bool]) -> None:
        self._vocabulary, self._common = vocabulary, common

    def __missing__(self, name: int) -> View:
        v = self._vocabulary
        begin, end = int(v.starts[name]), int(v.starts[name + 1])
        numbers = tuple(v.tokens[begin:end].tolist())
        folded = tuple(v.words[n] for n in numbers)
        text = v.names[name]
        found = parts(text, parse(text)) if folded and has_parts(text, folded[0]) else None
        self[name] = view = View(
            numbers, folded, tuple(v.weights[begin:end].tolist()), tuple(self._common[n] for n in numbers),
            tuple(TELLING.get(bare(w), "") for w in folded), found, is_arabic("".join(folded)),
        )  # fmt: skip
        return view

"""From lists of names to candidates: the whole way, step by step. `find` is the one entrance."""

import gc
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np

from reviewer.matching.aliases import has_parts, parts
from reviewer.matching.align import Joined, Step, View, align
from reviewer.matching.blocking import Blocks, within
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.common import FUNCTION, GENERIC, TELLING
from reviewer.matching.context import Pair, Rivals
from reviewer.matching.evidence import explain, logistic
from reviewer.matching.fold import parse
from reviewer.matching.found import DEFAULT_MIN_SCORE, Found
from reviewer.matching.joined import written_as_one
from reviewer.matching.romanise import is_arabic
from reviewer.matching.similar import Sounds
from reviewer.matching.spellings import candidates_of_words, make_links, overlay
from reviewer.matching.vocabulary import BACKGROUND, Ints, Vocabulary, bare, distinct
from reviewer.model import Candidate, Evidence, Progress, no_progress

_PAIRS = 20_000
"""So many pairs are aligned for each name together, where names are few; each name brings at least its best two."""
_STEP = 2_000
"""So many pairs are compared between two calls of progress."""
_FLOORS = ((3.5, 4.5), (-7.0, -3.0))
"""A pair whose rough score stays below this, in log-odds, is not aligned: by the decimal logarithm of all names."""
_HOPELESS = -7.0
"""Log-odds below which a pair isn't looked at twice."""


class Collection:
    """The distinct texts of all lists in order, and where they stand."""

    def __init__(self, lists: Sequence[Sequence[str]]) -> None:
        where: dict[str, set[int]] = defaultdict(set)
        repeated: set[str] = set()
        for number, texts in enumerate(lists):
            for text in texts:
                if number in where[text]:
                    repeated.add(text)
                where[text].add(number)
        self.names = sorted(where)
        self.lists = [frozenset(where[name]) for name in self.names]
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
        run = Run(lists, decided, progress)
        names = run.candidates(min_score)
        spellings = candidates_of_words(run.vocabulary, run.similar, run.decided, min_score)
    progress("done", 1.0)
    return Found(names, spellings)


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
    """One pass over the lists: `pairs` holds every pair of names that was aligned, `context` what lies around it."""

    def __init__(
        self, lists: Sequence[Sequence[str]], decided: Iterable[tuple[str, str, bool]], progress: Progress
    ) -> None:
        self.collection = Collection(lists)
        self.decided = sorted(set(decided))
        progress("words", 0.0)
        self.vocabulary = vocabulary = Vocabulary(self.collection.names)
        as_one = written_as_one(vocabulary)
        self._words = vocabulary.words + sorted(set(as_one.values()) - set(vocabulary.number))
        number = {word: i for i, word in enumerate(self._words)}
        self._joined: Joined = {pair: number[word] for pair, word in as_one.items()}
        progress("spellings", 0.2)
        self._sounds = Sounds(self._words)
        self.similar = self._sounds.similar(_window(len(self._words)))
        self._links = overlay(self._words, make_links(self._words, self.similar), self.decided)
        progress("comparing", 0.4)
        blocks = Blocks(vocabulary, self.similar, self._joined)
        a, b = _proposed(blocks)
        self._views = Views(vocabulary)
        self.base = Step(
            "before looking", (), (), (("base", 1.0), ("size", math.log(len(self.collection.names) + BACKGROUND)))
        )
        self.pairs: list[Pair] = []
        for begin in range(0, len(a), _STEP):
            progress("comparing", 0.5 + 0.3 * begin / len(a))
            rows = zip(a[begin : begin + _STEP].tolist(), b[begin : begin + _STEP].tolist(), strict=True)
            self.pairs += [self._pair(x, y) for x, y in rows]
        progress("comparing", 0.8)
        self._look_twice()
        self.rivals = Rivals(self.pairs, self.collection.names, self.collection.lists)
        progress("scores", 0.9)

    def _pair(self, x: int, y: int) -> Pair:
        steps = align(self._views[x], self._views[y], self._links, self._joined)
        return Pair(x, y, steps, self.base.effect + sum(s.effect for s in steps))

    def _look_twice(self) -> None:
        """Compare the words left over in the better pairs directly, however far apart: the rest of the name vouches."""
        wanted: dict[int, list[tuple[int, int]]] = {}
        for k, pair in enumerate(self.pairs):
            if pair.raw > _HOPELESS:
                u = [self._views[pair.a].numbers[s.a[0]] for s in pair.steps if s.kind == "only in A"]
                v = [self._views[pair.b].numbers[s.b[0]] for s in pair.steps if s.kind == "only in B"]
                new = [(min(p, q), max(p, q)) for p in u for q in v]
                if new:
                    wanted[k] = new
        known = self._links.keys()
        asked = sorted({p for new in wanted.values() for p in new} - known)
        if not asked:
            return
        columns = np.array(asked, np.int64)
        fresh = make_links(self._words, self._sounds.between(columns[:, 0], columns[:, 1]))
        fresh = overlay(self._words, fresh, self.decided)
        self._links = {**fresh, **self._links}
        for k, new in wanted.items():
            if any(p in fresh for p in new):
                self.pairs[k] = self._pair(self.pairs[k].a, self.pairs[k].b)

    def candidates(self, min_score: float) -> tuple[Candidate, ...]:
        """Return the pairs that reach the score as candidates, best first."""
        found = []
        for pair in self.pairs:
            context = self.rivals.context(pair)
            if logistic(pair.raw + sum(s.effect for s in context)) >= min_score:
                a, b = self.collection.names[pair.a], self.collection.names[pair.b]
                found.append(explain(a, b, [self.base, *pair.steps], context))
        for text in self.collection.repeated:
            evidence = Evidence("repeat", text, text, 4.0, "This name stands more than once in one list.")
            found.append(Candidate("name", text, text, logistic(4.0), (evidence,)))
        return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b)))


def _window(size: int) -> int:
    return int(np.clip(400_000 // max(1, size), 12, 200))


def _name_window(size: int) -> int:
    return int(np.clip(200_000 // max(1, size), 10, 100))


def _proposed(blocks: Blocks) -> tuple[Ints, Ints]:
    """Return the pairs worth aligning: of each name the best few by their rough score."""
    a, b, rough = blocks.propose(_name_window(blocks.size))
    base = COEFFICIENTS["base"] + COEFFICIENTS["size"] * math.log(blocks.size + BACKGROUND)
    hopeful = rough > float(np.interp(math.log10(blocks.size + 1), *_FLOORS)) - base
    a, b, rough = a[hopeful], b[hopeful], rough[hopeful]
    few = int(np.clip(_PAIRS // max(1, blocks.size), 2, 16))
    both = np.concatenate([a, b])
    row = np.tile(np.arange(len(a)), 2)
    order = np.lexsort((row, -rough[row], both))
    place = within(np.bincount(both, minlength=blocks.size))
    kept = distinct(row[order][place < few])
    return a[kept], b[kept]


class Views(dict[int, View]):
    """Names as the aligner sees them, made when first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._common = [
            w not in FUNCTION and (w in GENERIC or bare(w) in GENERIC or w[1:] in GENERIC) for w in vocabulary.words
        ]

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

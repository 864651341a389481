"""From lists of names to candidates: the whole way, step by step. `find` is the one entrance."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from reviewer.matching.aliases import has_parts, parts
from reviewer.matching.align import Aligner, Step, View
from reviewer.matching.blocking import Blocks
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.evidence import explain, logistic
from reviewer.matching.fold import parse
from reviewer.matching.joined import written_as_one
from reviewer.matching.similar import find_similar
from reviewer.matching.spellings import candidates_of_words, make_links
from reviewer.matching.vocabulary import BACKGROUND, Vocabulary
from reviewer.model import Candidate, Evidence, Progress, no_progress

DEFAULT_MIN_SCORE = 0.2
"""The score from which a pair is worth a reviewer's look."""

_MOST = 25_000


class Found(NamedTuple):
    """What `find` returns: candidates of names and of spellings, each best first, ties by text."""

    names: tuple[Candidate, ...]
    spellings: tuple[Candidate, ...]


class Pair(NamedTuple):
    """Two names (numbers) on the way to a candidate: the steps of their alignment and what those add up to."""

    a: int
    b: int
    steps: list[Step]
    raw: float


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
    """Return the pairs of names, and of spellings of words, that may be the same."""
    collection = Collection(lists)
    decided = sorted(set(decided))
    progress("words", 0.0)
    vocabulary = Vocabulary(collection.names)
    as_one = written_as_one(vocabulary)
    extra = sorted(set(as_one.values()) - set(vocabulary.number))
    every = vocabulary.words + extra
    number = {word: i for i, word in enumerate(every)}
    joined = {pair: number[word] for pair, word in as_one.items()}
    progress("spellings", 0.2)
    similar = find_similar(every, _window(len(every)))
    links = make_links(every, similar, decided)
    progress("comparing", 0.4)
    blocks = Blocks(vocabulary, similar, joined)
    a, b = _proposed(blocks, min_score)
    aligner = Aligner(links, joined)
    views = Views(vocabulary)
    base = COEFFICIENTS["base"] + COEFFICIENTS["size"] * math.log(len(collection.names) + BACKGROUND)
    pairs = []
    for x, y in zip(a.tolist(), b.tolist(), strict=True):
        steps = aligner.align(views[x], views[y])
        pairs.append(Pair(x, y, steps, base + sum(s.effect for s in steps)))
    progress("scores", 0.8)
    names = _candidates(pairs, collection, base, min_score)
    spellings = candidates_of_words(vocabulary, links, decided, min_score)
    progress("done", 1.0)
    return Found(names, spellings)


def _window(size: int) -> int:
    return int(np.clip(400_000 // max(1, size), 12, 200))


def _proposed(blocks: Blocks, min_score: float) -> tuple[np.ndarray, np.ndarray]:
    window = int(np.clip(200_000 // max(1, blocks.size), 10, 100))
    a, b = blocks.propose(window)
    rough = blocks.weigh(a, b)
    most = max(_MOST, int(0.6 * blocks.size))
    if len(a) > most:
        kept = np.sort(np.lexsort((np.arange(len(a)), -rough))[:most])
        a, b = a[kept], b[kept]
    return a, b


class Views(dict[int, View]):
    """Names as the aligner sees them, made when first asked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary

    def __missing__(self, name: int) -> View:
        v = self._vocabulary
        begin, end = int(v.starts[name]), int(v.starts[name + 1])
        numbers = tuple(v.tokens[begin:end].tolist())
        folded = tuple(v.words[n] for n in numbers)
        text = v.names[name]
        found = parts(text, parse(text)) if folded and has_parts(text, folded[0]) else None
        self[name] = view = View(numbers, folded, tuple(v.weights[begin:end].tolist()), found)
        return view


def _candidates(pairs: list[Pair], collection: Collection, base: float, min_score: float) -> tuple[Candidate, ...]:
    """Lay context over the pairs and keep those that reach the score."""
    rivals = Rivals(pairs, collection)
    found = []
    for pair in pairs:
        context = rivals.context(pair)
        score = logistic(pair.raw + sum(e.effect for e in context))
        if score >= min_score:
            a, b = collection.names[pair.a], collection.names[pair.b]
            evidence = [Evidence("names so many", effect=base), *explain(a, b, parse(a), parse(b), pair.steps), *context]
            total = sum(e.effect for e in evidence)
            found.append(Candidate("name", a, b, logistic(total), tuple(evidence)))
    for text in collection.repeated:
        evidence = [Evidence("repeat", text, text, 4.0, "This name stands more than once in one list.")]
        found.append(Candidate("name", text, text, logistic(4.0), tuple(evidence)))
    return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b)))


class Rivals:
    """Who else a name could belong to: one list holds a signatory once, so its best partner there stands against others."""

    def __init__(self, pairs: list[Pair], collection: Collection) -> None:
        self._collection = collection
        best: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for pair in pairs:
            for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
                for number in collection.lists[other] - collection.lists[own]:
                    best[own, number].append((pair.raw, other))
        self._best = {key: sorted(value, key=lambda p: (-p[0], p[1]))[:2] for key, value in best.items()}

    def context(self, pair: Pair) -> list[Evidence]:
        """Return the evidence that lies in other pairs and in where both names stand."""
        found = []
        names, lists = self._collection.names, self._collection.lists
        if lists[pair.a] & lists[pair.b]:
            found.append(
                Evidence("both stand in the same list", names[pair.a], names[pair.b], COEFFICIENTS["same list"],
                         "Both names stand in the same list: usually two signatories.")
            )  # fmt: skip
        for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
            margin, rival = max(
                (
                    (raw - pair.raw, -name)
                    for number in lists[other] - lists[own]
                    for raw, name in self._best.get((own, number), ())
                    if name != other
                ),
                default=(-9.0, 0),
            )
            amount = min(max(margin + 1.0, 0.0), 6.0)
            if amount > 0:
                a, b = (names[own], names[-rival]) if own == pair.a else (names[-rival], names[own])
                found.append(Evidence("closer partner", a, b, COEFFICIENTS["closer"] * amount))
        return found

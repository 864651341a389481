"""Spellings: words that may be variants of one another, as links between names and as candidates of their own."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from reviewer.matching.arrays import Floats, Ints
from reviewer.matching.evidence import logistic
from reviewer.matching.fold import words
from reviewer.matching.kinds import difference
from reviewer.matching.links import Links
from reviewer.matching.similar import ARTICLE, Similar
from reviewer.matching.vocabulary import Vocabulary, generic
from reviewer.model import Candidate, Evidence

Decisions = Iterable[tuple[str, str, bool]]


def decided_words(decided: Decisions) -> tuple[dict[str, str], set[tuple[str, str]]]:
    """Turn decisions on words into (the word that stands for each word decided "same", pairs decided "different").

    "same" joins transitively; a "different" pair is given by the words that stand for it, in order. Of a pair decided
    both ways "different" holds.
    """
    parent: dict[str, str] = {}

    def root(word: str) -> str:
        while parent.setdefault(word, word) != word:
            word = parent[word]
        return word

    known = [(x, y, same) for a, b, same in decided for x, y in [(_word(a), _word(b))] if x != y]
    for x, y, same in sorted(known):
        if same:
            low, high = sorted((root(x), root(y)))
            parent[high] = low
    different = {(min(p), max(p)) for x, y, same in known if not same for p in [(root(x), root(y))]}
    return {word: root(word) for word in sorted(parent)}, different


def _word(text: str) -> str:
    return " ".join(words(text))


def lay_over(number: Mapping[str, int], links: Links, decided: Decisions) -> None:
    """Let links between words, given by their `number`, go by these decisions of the reviewer."""
    stands, different = decided_words(decided)
    classes: dict[str, list[int]] = defaultdict(list)
    for word, first in stands.items():
        if word in number:
            classes[first].append(number[word])
    apart = [
        (min(a, b), max(a, b))
        for x, y in different
        for a in classes.get(x, [number[x]] if x in number else [])
        for b in classes.get(y, [number[y]] if y in number else [])
    ]
    links.decide(list(classes.values()), apart)


def changed_words(number: Mapping[str, int], before: Decisions, after: Decisions) -> Ints:
    """Return the words (by their `number`) to which other decisions apply, or to spellings of which they do."""
    before, after = set(before), set(after)
    said = {_word(text) for a, b, _ in before ^ after for text in (a, b)}
    found = set(said)
    for decided in (before, after):
        stands, _ = decided_words(decided if said else ())
        classes = {stands.get(word, word) for word in said}
        found |= {word for word, first in stands.items() if first in classes}
    return np.array(sorted(number[word] for word in found if word in number), np.int64)


_BASE, _PER_UNIT, _PER_NAT, _CLOSER, _SOUND_ALIKE = -3.6, 0.85, -1.0, -0.6, 1.5
"""Set by hand; tests/matching/fit_spellings.py says what fitting them is worth: they rank no better then."""
_ALIKE = 0.1
"""Words that are no further apart, but for an article, sound alike: common words are no less one for being common."""
_MOST_UNITS = 8.0
_GRAMMAR = ("article al-", "glued particle", "plural", "ending")
"""What a language does to any word (the network, for rights, Syrian): no spelling to decide where it is generic."""
MOST = 2_000
"""So many spellings are returned at most, the best: nobody reviews more, and there are new ones once those are."""


class Spelt:
    """The similar words of a vocabulary as candidates, from answer to answer: those that stay are not made anew."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._written: dict[int, str] = {}
        self._made: dict[_Reasons, Candidate | None] = {}

    def forget(self, words: Iterable[int]) -> None:
        """Look anew at how these words are written: they stand in more names."""
        for word in words:
            self._written.pop(word, None)

    def found(self, similar: Similar, decided: Decisions, min_score: float) -> tuple[Candidate, ...]:
        """Return the undecided similar words of the lists as candidates, best first, ties by text.

        A word is shown as the lists most often write it.
        """
        least = math.log(min_score / (1 - min_score)) if 0 < min_score < 1 else -math.inf
        v = self._vocabulary
        a, b, agree, differ = _agreement(v, similar)
        good = agree + differ >= least  # what is not says nothing of what is
        a, b, agree, differ = a[good], b[good], agree[good], differ[good]
        closer = _CLOSER * _behind(a, b, agree + differ, len(v.words))
        done = {frozenset((_word(x), _word(y))) for x, y, _ in decided}
        kept = np.flatnonzero(agree + differ + closer >= least)
        if len(kept) > MOST + len(done):
            best = np.lexsort((b[kept], a[kept], -(agree + differ + closer)[kept]))
            kept = kept[best[: MOST + len(done)]]
        self._look_up({*a[kept].tolist(), *b[kept].tolist()})
        effects = (column[kept].tolist() for column in (a, b, agree, differ, closer))
        reasons = [
            _Reasons(v.words[x], v.words[y], self._written[x], self._written[y], *effect)
            for x, y, *effect in zip(*effects, strict=True)
        ]
        made = self._made
        self._made = {each: made[each] if each in made else _candidate(each) for each in reasons}
        found = [c for each, c in self._made.items() if c and frozenset((each.a, each.b)) not in done]
        return tuple(sorted(found, key=lambda c: (-c.score, c.a, c.b))[:MOST])

    def _look_up(self, words: set[int]) -> None:
        """See to it that it is known how these words are written."""
        v = self._vocabulary
        wanted = {v.words[word]: word for word in words - self._written.keys()}
        self._written |= {wanted[word]: way for word, way in v.pieces.written(wanted).items()}


class _Reasons(NamedTuple):
    """Two similar words and how they are written: what of them agrees, what differs, what others that are closer do."""

    a: str
    b: str
    written_a: str
    written_b: str
    agree: float
    differ: float
    closer: float


def _agreement(vocabulary: Vocabulary, similar: Similar) -> tuple[Ints, Ints, Floats, Floats]:
    """Return the similar words that stand by themselves, what of them agrees and what differs, in log-odds."""
    known = np.flatnonzero((vocabulary.count[similar.a] > 0) & (vocabulary.count[similar.b] > 0))
    a, b, cost = similar.a[known], similar.b[known], similar.cost[known].astype(float)
    rarity = vocabulary.rarity
    alike = cost < np.where(similar.article[known], ARTICLE, 0.0) + _ALIKE
    length = similar.length[known]
    units = np.where(alike, length, np.minimum(length, np.minimum(rarity[a], rarity[b])))
    return a, b, _BASE + _PER_UNIT * np.minimum(units, _MOST_UNITS) + _SOUND_ALIKE * alike, _PER_NAT * cost


def _behind(a: Ints, b: Ints, score: Floats, size: int) -> Floats:
    """By how much other partners of both words are closer, in log-odds, at most 4 for each."""
    word, row = np.concatenate([a, b]), np.tile(np.arange(len(a)), 2)
    order = np.lexsort((row, -score[row], word))
    word, row = word[order], row[order]
    first = np.ones(len(word), bool)
    first[1:] = word[1:] != word[:-1]
    best, second = np.full(size, -99.0), np.full(size, -99.0)
    leader = np.full(size, -1)
    best[word[first]], leader[word[first]] = score[row[first]], row[first]
    runner = np.flatnonzero(~first & np.concatenate([[False], first[:-1]]))
    second[word[runner]] = score[row[runner]]
    total = np.zeros(len(a))
    for side in (a, b):
        rival = np.where(leader[side] == np.arange(len(a)), second[side], best[side])
        total += np.clip(rival - score, 0.0, 4.0)
    return total


def _candidate(told: _Reasons) -> Candidate | None:
    """Return the candidate of two words; None where they differ by nothing but grammar."""
    (a, x), (b, y) = sorted(((told.a, told.written_a), (told.b, told.written_b)))
    kind = difference(a, b)
    if kind in _GRAMMAR and generic(a) and generic(b):
        return None
    evidence = [Evidence("letters agree", x, y, told.agree), Evidence(kind, x, y, told.differ)]
    if told.closer:
        says = f"“{x}” or “{y}” has a closer spelling beside it."
        evidence.append(Evidence("closer partner", effect=told.closer, warning=says))
    return Candidate("spelling", x, y, logistic(sum(e.effect for e in evidence)), tuple(evidence))

"""Spellings: words that may be variants of one another, as links between names and as candidates of their own."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from reviewer.matching.arrays import Bools, Floats, Ints, among, distinct, paired
from reviewer.matching.evidence import logistic
from reviewer.matching.fold import words
from reviewer.matching.found import Ranked
from reviewer.matching.kinds import difference
from reviewer.matching.links import Links
from reviewer.matching.similar import ARTICLE, Costs, Similar
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
    """The similar words of a vocabulary as candidates from `min_score` on, from answer to answer.

    Those that stay as they were are not made anew.
    """

    def __init__(self, vocabulary: Vocabulary, min_score: float) -> None:
        self._vocabulary = vocabulary
        self._least = math.log(min_score / (1 - min_score)) if 0 < min_score < 1 else -math.inf
        self._similar = Similar.none()
        self._written: dict[int, str] = {}
        self._made: dict[_Why, Candidate | None] = {}
        self._ranked = Ranked()

    def add(self, similar: Similar) -> None:
        """Take in similar words: those that can come to enough, however rare they are."""
        agree, differ = _effects(similar.cost, similar.length, similar.article, _MOST_UNITS)
        self._similar = self._similar.and_of(similar.at(agree + differ >= self._least))

    def found(self, decided: Decisions, written_anew: Iterable[int]) -> tuple[Candidate, ...]:
        """Return the undecided similar words of the lists as candidates, best first, ties by text.

        A word is shown as the lists most often write it; how may have changed for those `written_anew`.
        """
        a, b, effects = self._reasons(decided)
        if len(a) > MOST:
            best = np.lexsort((b, a, -np.sum(effects, axis=0)))[:MOST]
            a, b, effects = a[best], b[best], effects[:, best]
        now = dict.fromkeys(zip(a.tolist(), b.tolist(), *effects.tolist(), strict=True))
        anew = set(written_anew)
        for word in anew:
            self._written.pop(word, None)
        gone = [why for why in self._made if why not in now or why[0] in anew or why[1] in anew]
        out = [candidate for why in gone if (candidate := self._made.pop(why))]
        fresh = [why for why in now if why not in self._made]
        self._look_up({word for why in fresh for word in why[:2]})
        self._made |= {why: self._candidate(*why) for why in fresh}
        self._ranked.revise([(c.a, c.b) for c in out], filter(None, map(self._made.get, fresh)))
        return self._ranked.all()

    def _reasons(self, decided: Decisions) -> tuple[Ints, Ints, Floats]:
        """Return the words that come to enough, and what agrees, differs, and is closer (3, pairs), in log-odds."""
        number = self._vocabulary.number
        s, rarity = self._similar, self._vocabulary.rarity
        agree, differ = _effects(s.cost, s.length, s.article, np.minimum(rarity[s.a], rarity[s.b]))
        stand = (self._vocabulary.count[s.a] > 0) & (self._vocabulary.count[s.b] > 0)
        rows = np.flatnonzero(stand & (agree + differ >= self._least))  # what is not says nothing of what is
        a, b = s.a[rows], s.b[rows]
        effects = np.stack([agree[rows], differ[rows], np.zeros(len(rows))])
        effects[2] = _CLOSER * _behind(a, b, effects[0] + effects[1], len(number))
        said = [(number.get(_word(x), -1), number.get(_word(y), -1)) for x, y, _ in decided]
        done = paired(*np.array(said, np.int64).reshape(-1, 2).T)
        kept = np.flatnonzero((effects.sum(axis=0) >= self._least) & ~among(paired(a, b), distinct(done)))
        return a[kept], b[kept], effects[:, kept]

    def _look_up(self, words: set[int]) -> None:
        """See to it that it is known how these words are written."""
        v = self._vocabulary
        wanted = {v.words[word]: word for word in words - self._written.keys()}
        self._written |= {wanted[word]: way for word, way in v.pieces.written(wanted).items()}

    def _candidate(self, a: int, b: int, agree: float, differ: float, closer: float) -> Candidate | None:
        """Return the candidate of two words; None where they differ by nothing but grammar."""
        words = self._vocabulary.words
        a, b = sorted((a, b), key=words.__getitem__)
        kind = difference(words[a], words[b])
        if kind in _GRAMMAR and generic(words[a]) and generic(words[b]):
            return None
        x, y = self._written[a], self._written[b]
        evidence = [Evidence("letters agree", x, y, agree), Evidence(kind, x, y, differ)]
        if closer:
            says = f"“{x}” or “{y}” has a closer spelling beside it."
            evidence.append(Evidence("closer partner", effect=closer, warning=says))
        return Candidate("spelling", x, y, logistic(sum(e.effect for e in evidence)), tuple(evidence))


_Why = tuple[int, int, float, float, float]
"""Two similar words (numbers) and, in log-odds, what of them agrees, what differs, and other partners being closer."""


def _effects(cost: Costs, length: Costs, article: Bools, most: Floats | float) -> tuple[Floats, Floats]:
    """Return what agrees of similar words and what differs, in log-odds; those that differ agree in `most` at most."""
    differ: Floats = _PER_NAT * cost.astype(np.float64)
    alike = cost < np.where(article, ARTICLE, 0.0) + _ALIKE
    units = np.where(alike, length, np.minimum(length, most))
    return _BASE + _PER_UNIT * np.minimum(units, _MOST_UNITS) + _SOUND_ALIKE * alike, differ


def _behind(a: Ints, b: Ints, score: Floats, size: int) -> Floats:
    """By how much other partners of both words are closer, in log-odds, at most 4 for each."""
    row = np.repeat(np.argsort(-score, kind="stable"), 2)[::-1]  # the best last, which stays where several are put
    word = np.stack([a, b], axis=1)[row[::2]].ravel()
    leader, runner = np.full((2, size), -1)
    leader[word] = row
    others = row != leader[word]
    runner[word[others]] = row[others]
    scores = np.append(score, -99.0)
    total = np.zeros(len(a))
    for side in (a, b):
        rival = np.where(leader[side] == np.arange(len(a)), runner[side], leader[side])
        total += np.clip(scores[rival] - score, 0.0, 4.0)
    return total

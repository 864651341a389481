"""What matching is asked and returns, apart from the machinery that finds it: who only asks need not wait for that."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from reviewer.model import Candidate

DEFAULT_MIN_SCORE = 0.05
"""The score from which a pair is worth a reviewer's look: at least one in twenty is the same."""


class Found(NamedTuple):
    """What `find` returns: candidates of names and of spellings, each best first, ties by text."""

    names: tuple[Candidate, ...]
    spellings: tuple[Candidate, ...]


class Question(msgspec.Struct, frozen=True):
    """What `names.find` needs to know. Plain values, fit for another thread and another process."""

    lists: tuple[tuple[str, ...], ...]
    decided: tuple[tuple[str, str, bool], ...]


class Changes(NamedTuple):
    """How candidates differ from those of an earlier answer: what is new or told otherwise, and what is there no more.

    Of what is told otherwise, `gone` holds the earlier form.
    """

    fresh: tuple[Candidate, ...]
    gone: tuple[Candidate, ...]


def changes(last: Sequence[Candidate], found: Sequence[Candidate]) -> Changes:
    """Return how the candidates found differ from the last ones; what stayed the very same costs nearly nothing."""
    same = set(map(id, last)).intersection(map(id, found))
    known = {(c.a, c.b): c for c in last if id(c) not in same}
    fresh, gone = [], []
    for candidate in (c for c in found if id(c) not in same):
        old = known.pop((candidate.a, candidate.b), None)
        if old != candidate:
            fresh.append(candidate)
            gone += [old] if old else []
    return Changes(tuple(fresh), (*gone, *known.values()))


Texts = tuple[str, str]
"""What tells a candidate from all others of its kind."""


class Ranked:
    """Candidates of one kind, best first, ties by text, as some come and others go: each costs looking up its place."""

    def __init__(self) -> None:
        self._ranked: list[Candidate] = []
        self._by_texts: dict[Texts, Candidate] = {}

    def revise(self, gone: Iterable[Texts], fresh: Iterable[Candidate]) -> None:
        """Take out what is `gone`, then put in what is `fresh`, in the place of what has the same texts."""
        come = sorted(fresh, key=_rank)
        for texts in (*gone, *((c.a, c.b) for c in come)):
            if old := self._by_texts.pop(texts, None):
                del self._ranked[self._place(old)]
        places = [self._place(candidate) for candidate in come]
        for more, (place, candidate) in enumerate(zip(places, come, strict=True)):
            self._ranked.insert(place + more, candidate)
            self._by_texts[candidate.a, candidate.b] = candidate

    def all(self) -> tuple[Candidate, ...]:
        """Return the candidates as they stand."""
        return tuple(self._ranked)

    def _place(self, candidate: Candidate) -> int:
        return bisect_left(self._ranked, _rank(candidate), key=_rank)


def _rank(candidate: Candidate) -> tuple[float, str, str]:
    return (-candidate.score, candidate.a, candidate.b)

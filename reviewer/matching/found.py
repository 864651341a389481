"""What matching is asked and returns, apart from the machinery that finds it: who only asks need not wait for that."""

from collections.abc import Iterable
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


def changes(last: Iterable[Candidate], found: Iterable[Candidate]) -> Changes:
    """Return how the candidates found differ from the last ones; what stayed the very same costs nearly nothing."""
    known = {(c.a, c.b): c for c in last}
    fresh, gone = [], []
    for candidate in found:
        old = known.pop((candidate.a, candidate.b), None)
        if old is not candidate and old != candidate:
            fresh.append(candidate)
            gone += [old] if old else []
    return Changes(tuple(fresh), (*gone, *known.values()))

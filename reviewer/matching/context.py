"""What lies around a pair: the lists both stand in, and who else each of the two could be."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.matching.coefficients import COEFFICIENTS

NEAR = 1.0
"""A rival counts from this many log-odds behind the pair on."""

SAME_LIST = "Both names stand in the same list: usually two signatories."

_MOST = 6.0
_SILENT = -8.0
"""Below these log-odds a pair says nothing of others."""


class Pair(NamedTuple):
    """Two names (numbers) on the way to a candidate, and what their words add up to, in log-odds."""

    a: int
    b: int
    raw: float


class Context(NamedTuple):
    """A step outside the words of the names, with the sentence a reviewer reads; `side` 0 speaks of a, 1 of b."""

    kind: str
    side: int
    effect: float
    measures: tuple[tuple[str, float], ...]
    warning: str


class Rivals:
    """Who else a name could belong to.

    One list holds a signatory once as a rule: the best partner of a name in a list stands against all others there.
    Other lists have no say, so that adding one changes little.
    """

    def __init__(self, pairs: Sequence[Pair], names: Sequence[str], lists: Sequence[frozenset[int]]) -> None:
        self._names, self._lists = names, lists
        best: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
        for pair in pairs:
            if pair.raw < _SILENT:
                continue
            for own, other in ((pair.a, pair.b), (pair.b, pair.a)):
                for number in lists[other] - lists[own]:
                    best[own, number].append((-pair.raw, other))
        self._best = {key: sorted(value)[:2] for key, value in best.items()}

    def context(self, pair: Pair) -> list[Context]:
        """Return the steps that lie in other pairs and in where both names stand."""
        found = []
        a, b = self._lists[pair.a], self._lists[pair.b]
        if not a.isdisjoint(b):
            found.append(_context("both stand in the same list", 0, ("same list", 1.0), SAME_LIST))
        for side, own, other, lists in ((0, pair.a, pair.b, b - a), (1, pair.b, pair.a, a - b)):
            loss, name = 99.0, -1
            for number in lists:
                for rival in self._best.get((own, number), ()):
                    if rival[1] != other and rival < (loss, name):
                        loss, name = rival
            amount = min(NEAR - loss - pair.raw, _MOST)
            if amount > 0:
                says = f"“{self._names[own]}” has a closer partner: “{self._names[name]}”."
                found.append(_context("closer partner", side, ("closer", amount), says))
        return found


def _context(kind: str, side: int, measure: tuple[str, float], warning: str) -> Context:
    return Context(kind, side, COEFFICIENTS[measure[0]] * measure[1], (measure,), warning)

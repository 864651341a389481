"""Names that a third one gives side by side: `White Helmets` is `Syrian Civil Defence` where somebody signs both."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.common import FUNCTION
from reviewer.matching.context import SAME_LIST
from reviewer.matching.evidence import logistic
from reviewer.matching.fold import words
from reviewer.model import Candidate, Evidence

_ASIDE = ("second name", "acronym")
_SURE = 0.5
"""A name is one half of another where the two reach this score."""
_STEP = -1.0
"""What it takes away, in log-odds, that two pairs stand for one."""


def gives_more(candidate: Candidate) -> bool:
    """Tell whether one of two names likely is one half of the other: `named_together` has to do with no others."""
    return candidate.score >= _SURE and any(e.kind in _ASIDE for e in candidate.evidence)


def named_together(found: Iterable[Candidate], same_list: Callable[[str, str], bool]) -> Iterator[Candidate]:
    """Yield candidates of two names each of which is likely one half of a third: what one leaves out the other is.

    `found` are candidates of names that `gives_more` tells, `same_list` tells whether two names stand in one list. The
    weaker of the two pairs counts, less a step.
    """
    halves: dict[str, list[tuple[str, set[str], float]]] = defaultdict(list)
    for c in found:
        asides = [e for e in c.evidence if e.kind in _ASIDE]
        for whole, half in ((c.a, c.b), (c.b, c.a)):
            left = {word for e in asides for word in words(e.a if whole == c.a else e.b)}
            if left:
                halves[whole].append((half, left, sum(e.effect for e in c.evidence)))
    for whole, members in halves.items():
        telling = set(words(whole)) - FUNCTION
        for (a, without_a, one), (b, without_b, other) in combinations(sorted(members), 2):
            if without_a.isdisjoint(without_b) and telling <= without_a | without_b:
                yield _candidate(a, b, whole, min(one, other) + _STEP, same_list(a, b))


def _candidate(a: str, b: str, whole: str, score: float, same_list: bool) -> Candidate:
    evidence = [Evidence("named together", a, b, score, f"“{whole}” gives both names.")]
    if same_list:
        evidence.append(Evidence("both stand in the same list", a, "", COEFFICIENTS["same list"], SAME_LIST))
    return Candidate("name", a, b, logistic(sum(e.effect for e in evidence)), tuple(evidence))

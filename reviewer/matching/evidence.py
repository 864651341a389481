"""Steps of an alignment put into words: the evidence a reviewer reads, which adds up to the score."""

import math
from collections.abc import Sequence

from reviewer.matching.align import Step
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.common import FUNCTION, SHARES
from reviewer.matching.context import Context
from reviewer.matching.fold import spelt
from reviewer.matching.kinds import difference, writing
from reviewer.matching.similar import ARTICLE
from reviewer.matching.vocabulary import bare
from reviewer.model import Candidate, Evidence

_BRANCH = "One name speaks of a branch or place that the other does not: a branch and its parent are not one signatory."
_COMMON = "Only common words agree: many signatories share them."


DIGITS = 9
"""Sums of effects are rounded to so many, lest the order of their terms decide which of two equal ones is the best."""


def logistic(x: float) -> float:
    """Return the probability 0..1 that log-odds `x` stand for."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def explain(a: str, b: str, steps: Sequence[Step], context: Sequence[Context]) -> Candidate:
    """Return the candidate of two verbatim names with its evidence: the words, one by one, then what lies around."""
    (texts_a, words_a), (texts_b, words_b) = spelt(a), spelt(b)
    found: list[Evidence] = []
    others: list[Evidence] = []
    same: dict[str, list[Step]] = {"same words": []}
    for step in steps:
        if step.kind == "same words":
            (i,), (j,) = step.a, step.b
            kind = "" if texts_a[i] == texts_b[j] else writing(texts_a[i], texts_b[j], words_a[i])
            same.setdefault(kind or "same words", []).append(step)
        elif step.a or step.b:
            others += _one(step, _written(texts_a, step.a), _written(texts_b, step.b), words_a, words_b)
        else:
            found.append(Evidence(step.kind, "", "", step.effect))
    for kind, group in same.items():
        if group:
            text_a = _written(texts_a, [s.a[0] for s in group])
            text_b = _written(texts_b, [s.b[0] for s in group])
            found.append(Evidence(kind, text_a, text_b, sum([s.effect for s in group])))
    found += others
    if _only_common(words_a, steps):
        found.append(Evidence("only common words", warning=_COMMON))
    for c in context:
        found.append(Evidence(c.kind, "" if c.side else a, b if c.side else "", c.effect, c.warning))
    return Candidate("name", a, b, logistic(round(sum([e.effect for e in found]), DIGITS)), tuple(found))


def _written(texts: Sequence[str], places: Sequence[int]) -> str:
    return texts[places[0]] if len(places) == 1 else " ".join([texts[i] for i in sorted(places)])


def _one(step: Step, text_a: str, text_b: str, words_a: Sequence[str], words_b: Sequence[str]) -> list[Evidence]:
    if step.kind == "decided":
        return [Evidence("decided by a reviewer", text_a, text_b, step.effect)]
    if step.kind != "similar":
        return [Evidence(step.kind, text_a, text_b, step.effect, _BRANCH if step.kind == "branch" else "")]
    if len(step.a) != len(step.b):
        return [Evidence("joined or split words", text_a, text_b, step.effect)]
    x, y = words_a[step.a[0]], words_b[step.b[0]]
    kind = difference(x, y)
    if kind != "article al-" and (bare(x) == x) != (bare(y) == y) and "other script" not in kind:
        article = COEFFICIENTS["cost"] * ARTICLE
        return [
            Evidence("article al-", text_a, text_b, article),
            Evidence(difference(bare(x), bare(y)) or kind, text_a, text_b, step.effect - article),
        ]
    return [Evidence(kind, text_a, text_b, step.effect)]


def _only_common(words_a: Sequence[str], steps: Sequence[Step]) -> bool:
    """Whether all that agrees are words common everywhere."""
    found = False
    for step in steps:
        for i in step.a if step.kind in ("same words", "similar") else ():
            word = words_a[i]
            if word not in SHARES and bare(word) not in SHARES:
                return False
            found = found or word not in FUNCTION
    return found

"""Steps of an alignment put into words: the evidence a reviewer reads, which adds up to the score."""

import math
from collections.abc import Sequence
from functools import lru_cache

from reviewer.matching.align import Step
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.common import FUNCTION, SHARES
from reviewer.matching.context import Context
from reviewer.matching.fold import Word, parse
from reviewer.matching.kinds import difference, writing
from reviewer.matching.similar import ARTICLE
from reviewer.matching.vocabulary import bare
from reviewer.model import Candidate, Evidence

_BRANCH = "One name speaks of a branch or place that the other does not: a branch and its parent are not one signatory."
_COMMON = "Only common words agree: many signatories share them."


def logistic(x: float) -> float:
    """Return the probability 0..1 that log-odds `x` stand for."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


_parsed = lru_cache(maxsize=1 << 12)(parse)
"""A name has several candidates, one after the other."""


def explain(a: str, b: str, steps: Sequence[Step], context: Sequence[Context]) -> Candidate:
    """Return the candidate of two verbatim names with its evidence: the words, one by one, then what lies around."""
    words_a, words_b = _parsed(a), _parsed(b)
    found = [Evidence(s.kind, effect=s.effect) for s in steps if not s.a and not s.b]
    by_kind: dict[str, list[Step]] = {"same words": []}
    for step in steps:
        if step.kind == "same words":
            kind = writing(a, words_a[step.a[0]], b, words_b[step.b[0]]) or "same words"
            by_kind.setdefault(kind, []).append(step)
    for kind, group in by_kind.items():
        if group:
            text_a = _written(a, words_a, [i for s in group for i in s.a])
            text_b = _written(b, words_b, [j for s in group for j in s.b])
            found.append(Evidence(kind, text_a, text_b, sum(s.effect for s in group)))
    for step in steps:
        if (step.a or step.b) and step.kind != "same words":
            found += _one(a, b, words_a, words_b, step)
    if _only_common(words_a, steps):
        found.append(Evidence("only common words", warning=_COMMON))
    for c in context:
        found.append(Evidence(c.kind, "" if c.side else a, b if c.side else "", c.effect, c.warning))
    return Candidate("name", a, b, logistic(sum(e.effect for e in found)), tuple(found))


def _written(text: str, words: Sequence[Word], places: Sequence[int]) -> str:
    return " ".join([text[words[i].start : words[i].end] for i in sorted(places)])


def _one(a: str, b: str, words_a: Sequence[Word], words_b: Sequence[Word], step: Step) -> list[Evidence]:
    text_a, text_b = _written(a, words_a, step.a), _written(b, words_b, step.b)
    if step.kind == "decided":
        return [Evidence("decided by a reviewer", text_a, text_b, step.effect)]
    if step.kind != "similar":
        return [Evidence(step.kind, text_a, text_b, step.effect, _BRANCH if step.kind == "branch" else "")]
    if len(step.a) != len(step.b):
        return [Evidence("joined or split words", text_a, text_b, step.effect)]
    x, y = words_a[step.a[0]].folded, words_b[step.b[0]].folded
    kind = difference(x, y)
    if kind != "article al-" and (bare(x) == x) != (bare(y) == y) and "other script" not in kind:
        article = COEFFICIENTS["cost"] * ARTICLE
        return [
            Evidence("article al-", text_a, text_b, article),
            Evidence(difference(bare(x), bare(y)) or kind, text_a, text_b, step.effect - article),
        ]
    return [Evidence(kind, text_a, text_b, step.effect)]


def _only_common(words_a: Sequence[Word], steps: Sequence[Step]) -> bool:
    """Whether all that agrees are words common everywhere."""
    agreeing = [words_a[i].folded for s in steps if s.kind in ("same words", "similar") for i in s.a]
    telling = [w for w in agreeing if w not in FUNCTION]
    return bool(telling) and all(w in SHARES or bare(w) in SHARES for w in telling)

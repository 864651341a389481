"""Steps of an alignment put into words: the evidence a reviewer reads, which adds up to the score."""

import math
from collections.abc import Sequence

from reviewer.matching.align import Step
from reviewer.matching.coefficients import COEFFICIENTS
from reviewer.matching.fold import Word
from reviewer.matching.kinds import difference
from reviewer.matching.similar import ARTICLE
from reviewer.model import Evidence


def logistic(x: float) -> float:
    """Return the probability 0..1 that log-odds `x` stand for."""
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def explain(a: str, b: str, words_a: Sequence[Word], words_b: Sequence[Word], steps: Sequence[Step]) -> list[Evidence]:
    """Return the evidence of an alignment of the texts `a` and `b`: the same words together, then each difference.

    Effects add up to those of the steps.
    """
    same = [s for s in steps if s.kind == "same words"]
    found: list[Evidence] = []
    if same:
        found.append(
            Evidence(
                "same words",
                " ".join(_words(a, words_a, [i for s in same for i in s.a])),
                " ".join(_words(b, words_b, [j for s in same for j in s.b])),
                sum(s.effect for s in same),
            )
        )
    for step in steps:
        if step.kind != "same words":
            found += _one(a, b, words_a, words_b, step)
    return found


def _words(text: str, words: Sequence[Word], places: Sequence[int]) -> list[str]:
    return [text[words[i].start : words[i].end] for i in sorted(places)]


_WARNINGS = {
    "branch": "One name speaks of a branch or place the other does not: a parent and its branch are not one signatory.",
}


def _one(a: str, b: str, words_a: Sequence[Word], words_b: Sequence[Word], step: Step) -> list[Evidence]:
    text_a, text_b = " ".join(_words(a, words_a, step.a)), " ".join(_words(b, words_b, step.b))
    if step.kind != "similar":
        return [Evidence(step.kind, text_a, text_b, step.effect, _WARNINGS.get(step.kind, ""))]
    measures = dict(step.measures)
    x, y = "".join(words_a[i].folded for i in step.a), "".join(words_b[j].folded for j in step.b)
    if "decided" in measures:
        return [Evidence("decided by a reviewer", text_a, text_b, step.effect)]
    if len(step.a) != len(step.b):
        return [Evidence("joined or split words", text_a, text_b, step.effect)]
    return [Evidence(difference(x, y) or "same words", text_a, text_b, step.effect)]


__all__ = ["ARTICLE", "COEFFICIENTS", "explain", "logistic"]

"""Two names word by word: what is the same, what is similar, what is left over on either side.

Words pair one to one in any order, the best agreement first. Every word of both names ends up in exactly one `Step`.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from reviewer.matching.aliases import Part, initials_match
from reviewer.matching.coefficients import COEFFICIENTS, FADING, PER_UNIT


class Link(NamedTuple):
    """Two words that may be one: `cost` in nats, mean `length` in units, across scripts or not, decided or not."""

    cost: float
    length: float
    article: bool
    across: bool
    decided: bool = False


class View(NamedTuple):
    """A name as `align` sees it: word numbers, folded words, weights (nats) and parts, in the order of words."""

    numbers: tuple[int, ...]
    folded: tuple[str, ...]
    weights: tuple[float, ...]
    parts: Sequence[tuple[Part, int]] | None


class Step(NamedTuple):
    """One piece of an alignment: word places `a` and `b` and its measures, (name, amount) as in `coefficients`."""

    kind: str
    a: tuple[int, ...]
    b: tuple[int, ...]
    measures: tuple[tuple[str, float], ...]

    @property
    def effect(self) -> float:
        """What the step adds to the score, in log-odds."""
        return sum(COEFFICIENTS[name] * amount for name, amount in self.measures)


class Aligner:
    """Aligns names over one vocabulary.

    `links` holds similar words by their numbers (smaller first), `joined` the number of the word that two
    neighbouring words give when written as one, `canonical` the number that stands for each decided word.
    """

    def __init__(self, links: Mapping[tuple[int, int], Link], joined: Mapping[tuple[int, int], int]) -> None:
        self._links = links
        self._joined = joined

    def link(self, u: int, v: int) -> Link | None:
        """Return the link between two word numbers, if there is one."""
        return self._links.get((u, v) if u < v else (v, u))

    def align(self, a: View, b: View) -> list[Step]:
        """Return the steps that account for every word of both names."""
        free_a, free_b = set(range(len(a.numbers))), set(range(len(b.numbers)))
        steps = [*self._same(a, b, free_a, free_b)]
        if free_a and free_b:
            steps += self._similar(a, b, free_a, free_b)
        if free_a and free_b:
            steps += self._written_as_one(a, b, free_a, free_b)
            steps += [_flip(s) for s in self._written_as_one(b, a, free_b, free_a)]
        if free_a or free_b:
            steps += self._acronyms(a, b, free_a, free_b)
            steps += [_flip(s) for s in self._acronyms(b, a, free_b, free_a)]
        steps += _left_over(a, b, free_a, free_b)
        if _reordered(steps):
            steps.append(Step("word order", (), (), (("word order", 1.0),)))
        return steps

    def _same(self, a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
        steps = []
        places: dict[int, list[int]] = {}
        for j, number in enumerate(b.numbers):
            places.setdefault(number, []).append(j)
        for i, number in enumerate(a.numbers):
            at = places.get(number)
            if at:
                j = at.pop(0)
                free_a.discard(i)
                free_b.discard(j)
                steps.append(Step("same words", (i,), (j,), (("same", min(a.weights[i], b.weights[j])),)))
        return steps

    def _similar(self, a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
        found = []
        for i in free_a:
            for j in free_b:
                link = self.link(a.numbers[i], b.numbers[j])
                if link is not None:
                    step = _linked(link, (i,), (j,), min(a.weights[i], b.weights[j]), 0)
                    found.append((-step.effect, abs(i - j), i, j, step))
        found.sort()
        steps = []
        for loss, _, i, j, step in found:
            worth = -loss > -0.8 * (a.weights[i] + b.weights[j]) - 0.4
            if i in free_a and j in free_b and worth:
                free_a.discard(i)
                free_b.discard(j)
                steps.append(step)
        return steps

    def _written_as_one(self, a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
        """Two neighbouring words of `a` beside one word of `b`."""
        steps = []
        for i in sorted(free_a):
            if i + 1 not in free_a or i not in free_a:
                continue
            number = self._joined.get((a.numbers[i], a.numbers[i + 1]))
            if number is None:
                continue
            for j in sorted(free_b):
                same = number == b.numbers[j]
                link = Link(0.0, len(b.folded[j]), False, False) if same else self.link(number, b.numbers[j])
                if link is None:
                    continue
                weight = min(a.weights[i] + a.weights[i + 1], b.weights[j])
                steps.append(_linked(link, (i, i + 1), (j,), weight, 1))
                free_a -= {i, i + 1}
                free_b.discard(j)
                break
        return steps

    def _acronyms(self, a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
        """A word left over in `a` that is made of the initials of words of `b`."""
        steps = []
        for i in sorted(free_a):
            word = a.folded[i]
            if not (2 <= len(word) <= 9 and word.isalpha()):
                continue
            run = _run_of(word, b, free_b)
            if run:
                amount = min(a.weights[i], 1.6 * len(word))
                steps.append(Step("acronym", (i,), run, (("acronym", amount),)))
                free_a.discard(i)
                free_b -= set(run)
        return steps


def _flip(step: Step) -> Step:
    return step._replace(a=step.b, b=step.a)


def _linked(link: Link, i: tuple[int, ...], j: tuple[int, ...], weight: float, joined: int) -> Step:
    amount = weight if link.decided else min(weight, PER_UNIT * link.length)
    measures = [("similar", amount)]
    if link.across:
        measures += [("across", 1.0), ("cost across", link.cost)]
    else:
        measures += [("cost", link.cost)]
    if joined:
        measures.append(("joined", 1.0))
    return Step("similar", i, j, tuple(measures))


def _run_of(word: str, b: View, free_b: set[int]) -> tuple[int, ...]:
    """The first run of free neighbouring words whose initials give `word`."""
    for start in sorted(free_b):
        if b.folded[start][:1] != word[0]:
            continue
        for end in range(start + 2, min(len(b.folded), start + 12) + 1):
            run = tuple(range(start, end))
            if end - 1 not in free_b:
                break
            if initials_match(word, [b.folded[k] for k in run]):
                return run
    return ()


def _reordered(steps: list[Step]) -> bool:
    places = sorted((s.a[0], s.b[0]) for s in steps if s.a and s.b and s.measures[0][1] > 0.5)
    return any(x[1] > y[1] for x, y in zip(places, places[1:], strict=False))


_ASIDE = {
    Part.ACRONYM: "acronym",
    Part.ROLE: "role",
    Part.TITLE: "title",
    Part.BRANCH: "branch",
    Part.BRACKET: "second name",
    Part.DASH: "second name",
}


def _left_over(a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
    """Account for words that found no partner: parts of a name that may well be missing, then words that should not."""
    steps: list[Step] = []
    asides_a, rest_a = _asides(a, free_a)
    asides_b, rest_b = _asides(b, free_b)
    heavy_a = any(a.weights[i] > 0.3 for i in rest_a)
    heavy_b = any(b.weights[j] > 0.3 for j in rest_b)
    branches = any(k == "branch" for k, _ in asides_a) and any(k == "branch" for k, _ in asides_b)
    for own, other, flipped, asides in ((a, heavy_b, False, asides_a), (b, heavy_a, True, asides_b)):
        for kind, places in asides:
            if kind in ("second name", "branch") and (other or branches):
                (rest_b if flipped else rest_a).extend(places)
                continue
            measure = () if kind == "acronym" else ((kind, 1.0),)
            steps.append(Step(kind, () if flipped else places, places if flipped else (), measure))
    heavy_a = any(a.weights[i] > 0.3 for i in rest_a)
    heavy_b = any(b.weights[j] > 0.3 for j in rest_b)
    for own, rest, flipped in ((a, rest_a, False), (b, rest_b, True)):
        measure_name = "differing" if heavy_a and heavy_b else "alone"
        for rank, i in enumerate(sorted(rest, key=lambda k: (-own.weights[k], k))):
            fading = FADING**rank
            amounts: list[tuple[str, float]] = [(measure_name, fading * own.weights[i])]
            if own.weights[i] > 0.3:
                amounts.append((measure_name + " word", fading))
            if own.folded[i].isdigit() and heavy_a and heavy_b:
                amounts.append(("number", 0.5))
            kind = "only in B" if flipped else "only in A"
            steps.append(Step(kind, () if flipped else (i,), (i,) if flipped else (), tuple(amounts)))
    return steps


def _asides(view: View, free: set[int]) -> tuple[list[tuple[str, tuple[int, ...]]], list[int]]:
    """Split the free words into whole parts that may be missing, and the rest."""
    if view.parts is None:
        return [], sorted(free)
    members: dict[int, list[int]] = {}
    for i, (_, number) in enumerate(view.parts):
        members.setdefault(number, []).append(i)
    matched = len(free) < len(view.numbers)
    asides, rest = [], []
    for number, places in sorted(members.items()):
        kind = view.parts[places[0]][0]
        left = [i for i in places if i in free]
        whole = len(left) == len(places)
        if kind is Part.TITLE or (whole and matched and kind in _ASIDE):
            if left:
                asides.append((_ASIDE[kind], tuple(left)))
        elif whole and matched and number == 0 and _matched_part(view, free, members):
            asides.append(("second name", tuple(left)))
        else:
            rest.extend(left)
    return asides, rest


def _matched_part(view: View, free: set[int], members: dict[int, list[int]]) -> bool:
    """Whether a bracketed or dashed part found all its words in the other name, so that it is the name there."""
    return any(
        number and view.parts and view.parts[places[0]][0] in (Part.BRACKET, Part.DASH, Part.ACRONYM)
        and not any(i in free for i in places)
        for number, places in members.items()
    )  # fmt: skip


Named = Callable[[int], View]

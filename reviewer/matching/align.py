"""Two names word by word: what is the same, what is similar, what is left over on either side.

Words pair one to one in any order, the best agreement first. Every word of both names ends up in exactly one `Step`.
"""

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from reviewer.matching.aliases import Part, initials_match
from reviewer.matching.coefficients import AGREEING_FADES, COEFFICIENTS, FADING, PER_UNIT

Places = tuple[int, ...]

CLEAR = 3.1
"""Cost up to which two words written as one are taken for that before anything else is tried."""


class Link(NamedTuple):
    """Two words that may be one: `cost` in nats, mean `length` in units, across scripts or not, decided or not."""

    cost: float
    length: float
    across: bool
    decided: bool = False


class View(NamedTuple):
    """A name as `align` sees it.

    In the order of its words: their numbers, folded texts, weights (nats), whether they are common words of
    organisations, which side they name (see `common.TELLING`, "" for none); the part of the name each belongs
    to (None: all main); and whether the name is written in Arabic script.
    """

    numbers: Places
    folded: tuple[str, ...]
    weights: tuple[float, ...]
    common: tuple[bool, ...]
    sides: tuple[str, ...]
    parts: Sequence[tuple[Part, int]] | None
    arabic: bool

    def places(self, *, role: bool) -> set[int]:
        """Return the places of words that say what someone is (`role`), or of all others."""
        if self.parts is None:
            return set() if role else set(range(len(self.numbers)))
        return {i for i, (part, _) in enumerate(self.parts) if (part is Part.ROLE) == role}


Measure = tuple[str, float]
"""What a step is measured by, as in `coefficients`, and how much of it there is."""


class Step(msgspec.Struct, frozen=True, gc=False):
    """One piece of an alignment: word places `a` and `b` and what it adds to the score, in log-odds.

    Steps that were made one by one bear the measures their effect comes from.
    """

    kind: str
    a: Places
    b: Places
    effect: float
    measures: tuple[Measure, ...] = ()

    @classmethod
    def of(cls, kind: str, a: Places, b: Places, *measures: Measure) -> "Step":
        """Return a step with the effect of its measures."""
        return cls(kind, a, b, sum([COEFFICIENTS[name] * amount for name, amount in measures]), measures)


Links = Mapping[tuple[int, int], Link]
Joined = Mapping[tuple[int, int], int]


def align(a: View, b: View, links: Links, joined: Joined) -> list[Step]:
    """Return the steps that account for every word of both names.

    `links` holds similar words by their numbers (smaller first); `joined` the number of the word that two neighbouring
    words give when written as one.
    """
    free_a, free_b = a.places(role=False), b.places(role=False)
    steps = _same(a, b, free_a, free_b)
    if free_a and free_b:
        steps += _written_as_one(a, b, free_a, free_b, links, joined, CLEAR)
        steps += [_flip(s) for s in _written_as_one(b, a, free_b, free_a, links, joined, CLEAR)]
        steps += _similar(a, b, free_a, free_b, links)
    if free_a and free_b:
        steps += _written_as_one(a, b, free_a, free_b, links, joined, math.inf)
        steps += [_flip(s) for s in _written_as_one(b, a, free_b, free_a, links, joined, math.inf)]
    if free_a or free_b:
        steps += _acronyms(a, b, free_a, free_b)
        steps += [_flip(s) for s in _acronyms(b, a, free_b, free_a)]
    if free_a and free_b:
        steps += _initials(a, b, free_a, free_b)
        steps += [_flip(s) for s in _initials(b, a, free_b, free_a)]
    if _reordered(a, b, steps):
        steps.append(Step.of("word order", (), (), ("word order", 1.0)))
    left = _left_over(a, b, free_a, free_b)
    if _whole(a, b, steps, left):
        steps.append(Step.of("only small things differ", (), (), ("whole", 1.0)))
    return [*_fade(steps), *left, *_roles(a, b)]


def _whole(a: View, b: View, steps: list[Step], left: list[Step]) -> bool:
    """Whether the names are one but for a title, an acronym, or small words on one side."""
    for step in steps:
        if step.kind != "same words":
            return False
    kinds = {s.kind for s in left}
    return (
        kinds <= _SMALL
        and not kinds.issuperset(_ONLY)
        and all(v.weights[i] <= LIGHT for s in left if s.kind in _ONLY for v, p in ((a, s.a), (b, s.b)) for i in p)
        and all(x.b < y.b for x, y in pairwise(sorted(steps, key=lambda s: s.a)))
    )


def _same(a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
    steps = []
    theirs = [number if j in free_b else -1 for j, number in enumerate(b.numbers)]
    for i, number in enumerate(a.numbers):
        if number in theirs and i in free_a:
            j = theirs.index(number)
            theirs[j] = -1
            free_a.discard(i)
            free_b.discard(j)
            x, y = a.weights[i], b.weights[j]
            steps.append(Step.of("same words", (i,), (j,), ("same", x if x < y else y)))
    return steps


def _similar(a: View, b: View, free_a: set[int], free_b: set[int], links: Links) -> list[Step]:
    found = []
    for i in free_a:
        u = a.numbers[i]
        for j in free_b:
            v = b.numbers[j]
            link = links.get((u, v) if u < v else (v, u))
            if link is not None and (link.decided or not _kept_apart(a, i, b, j)):
                step = _linked(link, (i,), (j,), min(a.weights[i], b.weights[j]))
                fades = (1 - AGREEING_FADES) * COEFFICIENTS["similar"] * step.measures[0][1]
                found.append((fades - step.effect, abs(i - j), i, j, step))
    steps = []
    for loss, _, i, j, step in sorted(found):
        if i in free_a and j in free_b and -loss > _lost(a, i) + _lost(b, j):
            free_a.discard(i)
            free_b.discard(j)
            steps.append(step)
    return steps


def _lost(view: View, place: int) -> float:
    """Return what a word adds to the score when it is left over beside another."""
    if view.common[place]:
        return COEFFICIENTS["differing generic"] * view.weights[place]
    return COEFFICIENTS["differing"] * view.weights[place] + COEFFICIENTS["differing word"]


def _opposed(one: str, other: str) -> bool:
    """Whether two words tell two lookalikes apart: the same kind of word, not the same one."""
    return bool(one and other and one != other and one.rsplit(" ", 1)[0] == other.rsplit(" ", 1)[0])


def _kept_apart(a: View, i: int, b: View, j: int) -> bool:
    """Whether two words are no spellings of one however near.

    Mr and Dr are none, nor acronyms made of other words, nor words that tell lookalikes apart.
    """
    if _opposed(a.sides[i], b.sides[j]) or (_is(Part.ACRONYM, a, i) and _is(Part.ACRONYM, b, j)):
        return True
    return _is_short_title(a, i) or _is_short_title(b, j)


def _is(part: Part, view: View, place: int) -> bool:
    return view.parts is not None and view.parts[place][0] is part


def _is_short_title(view: View, place: int) -> bool:
    return _is(Part.TITLE, view, place) and len(view.folded[place]) <= 3


def _written_as_one(
    a: View, b: View, free_a: set[int], free_b: set[int], links: Links, joined: Joined, most: float
) -> list[Step]:
    """Pair two neighbouring words of `a` with one word of `b` at a cost of `most`."""
    steps = []
    for i in sorted(free_a):
        number = joined.get((a.numbers[i], a.numbers[i + 1])) if i in free_a and i + 1 in free_a else None
        if number is None:
            continue
        for j in sorted(free_b):
            v = b.numbers[j]
            same = Link(0.0, len(b.folded[j]), False)
            link = same if number == v else links.get((min(number, v), max(number, v)))
            if link is not None and link.cost <= most:
                steps.append(_linked(link, (i, i + 1), (j,), min(a.weights[i] + a.weights[i + 1], b.weights[j])))
                free_a -= {i, i + 1}
                free_b.discard(j)
                break
    return steps


def _linked(link: Link, i: Places, j: Places, weight: float) -> Step:
    if link.decided:
        return Step.of("decided", i, j, ("similar", weight))
    measures = [("similar", min(weight, PER_UNIT * link.length))]
    measures += [("across", 1.0), ("cost across", link.cost)] if link.across else [("cost", link.cost)]
    if len(i) > 1:
        measures.append(("joined", 1.0))
    return Step.of("similar", i, j, *measures)


def _acronyms(a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
    """Find words left over in `a` that are made of the initials of words of `b`."""
    steps: list[Step] = []
    for i in sorted(free_a) if len(free_b) > 1 else ():
        word = a.folded[i]
        able = 3 <= len(word) <= 9 and word.isascii() and word.isalpha() and not a.common[i]
        run = _run_of(word, b, free_b) if able else ()
        if run:
            steps.append(Step.of("acronym", (i,), run, ("acronym", min(a.weights[i], 1.6 * len(word)))))
            free_a.discard(i)
            free_b -= set(run)
    return steps


def _initials(a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
    """Pair initials left over in `a` with the first words left over in `b` that begin so."""
    steps = []
    for i in sorted(free_a if a.parts else ()):
        if _is(Part.INITIAL, a, i):
            j = next((j for j in sorted(free_b) if b.folded[j][0] == a.folded[i] and not b.common[j]), None)
            if j is not None:
                steps.append(Step.of("initial", (i,), (j,), ("same initial", 1.0)))
                free_a.discard(i)
                free_b.discard(j)
    return steps


def _run_of(word: str, b: View, free_b: set[int]) -> Places:
    """Return free neighbouring words, the first of the name or of a part of it, whose initials give `word`."""
    for start in sorted(free_b):
        if b.folded[start][:1] != word[0] or not _begins(b, start):
            continue
        for end in range(start + 2, min(len(b.folded), start + 12) + 1):
            if end - 1 not in free_b:
                break
            run = tuple(range(start, end))
            if initials_match(word, [b.folded[k] for k in run]):
                return run
    return ()


def _begins(view: View, place: int) -> bool:
    """Whether only small words stand before a word in its part of the name."""
    before = (i for i in range(place) if view.parts is None or view.parts[i][1] == view.parts[place][1])
    return all(view.weights[i] <= LIGHT for i in before)


def _flip(step: Step) -> Step:
    return msgspec.structs.replace(step, a=step.b, b=step.a)


def _reordered(a: View, b: View, steps: list[Step]) -> bool:
    """Whether the telling words that agree stand in another order."""
    if _in_order([(s.a[0], s.b[0]) for s in steps]):
        return False
    least = 0.5 * max(max(a.weights, default=0.0), max(b.weights, default=0.0))
    return not _in_order([(s.a[0], s.b[0]) for s in steps if a.weights[s.a[0]] >= least and s.effect > 0])


def _in_order(places: list[tuple[int, int]]) -> bool:
    behind = [j for _, j in sorted(places)]
    return behind == sorted(behind)


def _fade(steps: list[Step]) -> list[Step]:
    """Let each further agreement count a little less than the one before: words of a name go together."""
    agreeing = sorted([(-s.measures[0][1], k) for k, s in enumerate(steps) if s.measures[0][0] in ("same", "similar")])
    for rank, (loss, k) in enumerate(agreeing[1:], 1):
        step = steps[k]
        (name, _), *others = step.measures
        steps[k] = Step.of(step.kind, step.a, step.b, (name, -loss * AGREEING_FADES**rank), *others)
    return steps


# --- what found no partner -----------------------------------------------------------------------------------------

_ONLY = ("only in A", "only in B")
_SMALL = {"title", "acronym", *_ONLY}
_ASIDE = {Part.ACRONYM: "acronym", Part.BRANCH: "branch", Part.BRACKET: "second name", Part.DASH: "second name",
          Part.COMMA: "second name", Part.INITIAL: "initial"}  # fmt: skip
LIGHT = 0.3
"""Words below this weight (of, for, the) make no difference."""


def _left_over(a: View, b: View, free_a: set[int], free_b: set[int]) -> list[Step]:
    """Account for words without partner: titles, then parts of a name that may well be missing, then the others."""
    steps: list[Step] = []
    if not (free_a or free_b):
        return steps
    asides_a, rest_a = _asides(a, free_a)
    asides_b, rest_b = _asides(b, free_b)
    heavy_a = any(a.weights[i] > LIGHT for i in rest_a)
    heavy_b = any(b.weights[j] > LIGHT for j in rest_b)
    twice = {kind for kind in ("branch", "initial") if all(any(k == kind for k, _ in x) for x in (asides_a, asides_b))}
    for asides, rest, other, side in ((asides_a, rest_a, heavy_b, 0), (asides_b, rest_b, heavy_a, 1)):
        for kind, places in asides:
            if kind in twice or (kind in ("second name", "branch") and (other or "branch" in twice)):
                rest += places
            else:
                steps.append(_sided(kind, places, () if kind == "acronym" else ((kind, 1.0),), side))
    both = any(a.weights[i] > LIGHT for i in rest_a) and any(b.weights[j] > LIGHT for j in rest_b)
    swapped = both and not any(w > LIGHT and not a.common[i] for i, w in enumerate(a.weights) if i not in free_a)
    across = a.arabic != b.arabic
    pairs = [(i, j) for i in rest_a if a.sides[i] for j in rest_b if _opposed(a.sides[i], b.sides[j])]
    for view, rest, side in ((a, rest_a, 0), (b, rest_b, 1)):
        opposed = {pair[side] for pair in pairs}
        short, missing = (b, rest_b) if side == 0 else (a, rest_a)
        if _is_short(short, missing, view, rest):
            view = view._replace(common=(True,) * len(view.common))
        steps += _single(view, rest, side, both, across, opposed, swapped)
    return steps


def _is_short(short: View, missing: list[int], long: View, rest: list[int]) -> bool:
    """Whether a name is the first word of a `long` one, an organisation: `Addameer`, whatever that then says of it."""
    if missing or 0 in rest or not any(long.common[i] for i in rest) or long.common[0]:
        return False
    return sum(weight > LIGHT and not common for weight, common in zip(short.weights, short.common, strict=True)) == 1


def _single(
    view: View, rest: list[int], side: int, both: bool, across: bool, opposed: set[int], swapped: bool
) -> list[Step]:
    """Account for the words left over on one side.

    `both` tells whether the other side has some too, `swapped` whether moreover no telling word agrees: of two names
    of common words each word tells them apart.
    """
    steps = []
    kind, measure = _ONLY[side], "differing" if both else "alone"
    fading = foreign = 1.0
    for _, i in sorted([(-view.weights[k], k) for k in rest]):
        if i in opposed:
            measures = (("opposite", 1.0), (measure, fading * view.weights[i]), (measure + " word", fading))
            steps.append(_sided(view.sides[i].rsplit(" ", 1)[0], (i,), measures, side))
            continue
        if across and view.common[i]:
            steps.append(_sided(kind, (i,), (("other script", foreign * view.weights[i]),), side))
            foreign *= FADING
            continue
        amounts = [(measure + (" generic" if view.common[i] else ""), fading * view.weights[i])]
        if view.weights[i] > LIGHT and (swapped or not view.common[i]):
            amounts.append(("swapped" if view.common[i] else measure + " word", fading))
        if view.folded[i].isdigit() and measure == "differing":
            amounts.append(("number", 0.5))
        steps.append(_sided(kind, (i,), tuple(amounts), side))
        fading *= FADING
    return steps


def _sided(kind: str, places: Sequence[int], measures: Sequence[Measure], side: int) -> Step:
    places = tuple(places)
    return Step.of(kind, () if side else places, places if side else (), *measures)


def _asides(view: View, free: set[int]) -> tuple[list[tuple[str, list[int]]], list[int]]:
    """Split the free words into whole parts that may be missing, and the rest."""
    if view.parts is None:
        return [], sorted(free)
    members: dict[int, list[int]] = {}
    for i, (part, number) in enumerate(view.parts):
        if part is not Part.ROLE:
            members.setdefault(number, []).append(i)
    everything = sum(map(len, members.values()))
    matched = len(free) < everything
    asides: list[tuple[str, list[int]]] = []
    rest: list[int] = []
    for number, places in sorted(members.items()):
        part = view.parts[places[0]][0]
        left = [i for i in places if i in free]
        whole = len(left) == len(places) and matched
        if part is Part.TITLE:
            asides += [("title", left)] if left else []
        elif whole and part in _ASIDE:
            asides.append((_ASIDE[part], left))
        elif whole and number == 0 and _other_part_found(view, free, members):
            asides.append(("second name", left))
        else:
            rest += left
    return asides, rest


def _other_part_found(view: View, free: set[int], members: dict[int, list[int]]) -> bool:
    """Whether a part beside the main one found all its words in the other name, so that it is the name there."""
    beside = (Part.BRACKET, Part.DASH, Part.ACRONYM)
    missing = {i for i in free if view.weights[i] > LIGHT and not view.common[i]}
    return view.parts is not None and any(
        number and view.parts[places[0]][0] in beside and missing.isdisjoint(places) and not free.issuperset(places)
        for number, places in members.items()
    )


def _roles(a: View, b: View) -> list[Step]:
    """Account for what someone is. It says little: a director of this today is one of that tomorrow."""
    if a.parts is None and b.parts is None:
        return []
    role_a, role_b = tuple(sorted(a.places(role=True))), tuple(sorted(b.places(role=True)))
    if not role_a and not role_b:
        return []
    if {a.numbers[i] for i in role_a} == {b.numbers[j] for j in role_b}:
        return [Step.of("role", role_a, role_b, ("same role", 1.0))]
    return [_sided("role", places, (("role", 1.0),), side) for side, places in ((0, role_a), (1, role_b)) if places]

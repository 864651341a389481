"""Which printed lines go on with the name that the line above began.

A list without marks doesn't say where a name ends. What shows it: words that can't end a name or begin one, the space
between names, an indent; and that the first word had no room above. The last is weak by itself, for a name may fill
its line by chance, so it counts only where the lines around show that names are wrapped there, and for single words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reviewer.reading.fields import is_general
from reviewer.reading.lines import Line, mark_off
from reviewer.reading.prose import ends_in_colon, is_announcement, is_prose
from reviewer.reading.runs import Run

HYPHENS = ("-", "\u00ad", "\u2010", "\u0002", "\ufffe")
UNFINISHED = re.compile(
    r"(?:[-–,،&/(]|\b(?:of|the|and|for|in|to|a|de|des|du|la|le|les|et|pour|من|في|على|و|عن|إلى))$", re.I
)
_PREPOSITION = re.compile(r"(?:في|من|على|عن|إلى|مع|ضد)$|لل")
_RUN_IN = re.compile(r"[;؛•|]|[,،]\s")  # between names that stand in one line
_ALIGNED = 3.0  # points between the left edges of lines that begin below each other, at the most
_INDENT, _FAR = 4.0, 60.0  # points by which the rest of a name is indented, at the least and at the most
_SPACED = 1.06  # times the least step between lines: the step to the next name where names have space between them
_SPACE = 0.3  # times the size of the letters: the space between two words
_PARAGRAPH = 1.35  # times the least step: the step to the next paragraph of a text, at the least
_SURE = 3  # lines that show a habit
_RARE = 0.25  # share of names that are a single word, up to which a single word without room is the rest of one


class Flow(NamedTuple):
    """A line in a column of text, and how far it may reach to the side at which it ends, left or right."""

    run: Run
    limit: float
    to_left: bool

    @property
    def room(self) -> float:
        """How many points are left at the end of the line."""
        return self.run.left - self.limit if self.to_left else self.limit - self.run.right

    @property
    def begin(self) -> float:
        """The edge at which the line begins, 0 at the left side of the page and growing to the side it runs to."""
        return -self.run.right if self.to_left else self.run.left

    @property
    def first(self) -> str:
        """The first word."""
        return self.run.text.split(maxsplit=1)[0]

    @property
    def need(self) -> float:
        """How many points the first word would take behind another line."""
        first, *rest = self.run.words
        between = rest[0].left - first.right if rest and not self.run.rtl else 0.0
        return first.right - first.left + min(max(_SPACE * self.run.size, between), self.run.size)


class Habits(NamedTuple):
    """What the columns of one stretch show: how their names are set.

    `least`: the least points from one line to the next, 0 where there are no two; `wrapped`: some names run over
    several lines; `step`: the most points from a line to the rest of its name, 0 where no space parts names;
    `indented`: their rest is; `lone`: names of a single word are no rarity.
    """

    least: float
    wrapped: bool
    step: float
    indented: bool
    lone: bool


def habits(flows: Sequence[Sequence[Flow]]) -> Habits:
    """Return what columns of text show; lines of prose and of several sizes among them do little harm."""
    steps = [(a, b) for flow in flows for a, b in pairwise(flow) if _is_step(a, b)]
    pitches = [a.run.base - b.run.base for a, b in steps]
    least = min(pitches, default=0.0)
    ended = [(a, b) for a, b in steps if a.room >= b.need and not _is_open(a, b)]
    spaced = sum(a.run.base - b.run.base > _SPACED * least for a, b in ended)
    step = _SPACED * least if spaced >= max(_SURE, 0.8 * len(ended)) else 0.0
    firsts = [b for _, b in ended]
    lone = sum(one.first == one.run.text for one in firsts)
    full = [b for a, b in steps if a.room < b.need]
    sure = sum(_is_open(a, b) or (step > 0 and a.run.base - b.run.base <= step) for a, b in steps if a.room < b.need)
    rest = sum(one.first == one.run.text for one in full)
    return Habits(
        least=least,
        wrapped=sure >= 2 or rest >= _SURE,
        step=step,
        indented=_is_indented(steps, ended),
        lone=_RARE * len(firsts) < lone,
    )


def goes_on(above: Flow, line: Flow, is_text: bool, shown: Habits) -> bool:
    """Tell whether a line is the rest of the name, or with `is_text` of the sentence, in the line above."""
    a, b = above.run, line.run
    if b.begin is not None or mark_off([Line(b.text)])[0].mark:
        return False
    if is_announcement(a.text) or (ends_in_colon(b.text) and is_prose(a.text)):
        return False
    if a.text.endswith(HYPHENS[1:]) or UNFINISHED.search(a.text):
        return True
    if a.begin is not None and abs((b.right if a.rtl else b.left) - a.begin) <= _ALIGNED:
        return True
    if shown.indented and not is_text and _INDENT <= line.begin - above.begin <= _FAR:
        return True
    if shown.step and not is_text and a.begin is None:
        return a.base - b.base <= shown.step and above.room < line.need + _ALIGNED
    if above.room >= line.need or (is_text and 0 < _PARAGRAPH * shown.least < a.base - b.base):
        return False
    if is_text or a.begin is not None or is_small(b.text) or len(_RUN_IN.findall(a.text)) >= _SURE:
        return True
    if not shown.wrapped or a.rtl is not b.rtl:
        return False
    if is_general(b.text):
        return sum(not word[0].islower() for word in b.text.split()) <= 2
    return line.first == b.text and not shown.lone and not is_general(a.text.split()[-1])


def _is_step(above: Flow, line: Flow) -> bool:
    """Tell whether two lines stand right below each other, of one size, and neither bears a mark."""
    a, b = above.run, line.run
    near = 0 < a.base - b.base <= 2 * a.size and abs(a.size - b.size) <= 0.1 * a.size
    return near and a.begin is None and b.begin is None


def _is_open(above: Flow, line: Flow) -> bool:
    return bool(UNFINISHED.search(above.run.text)) or above.run.text.endswith(HYPHENS) or is_small(line.run.text)


def is_small(text: str) -> bool:
    """Tell whether a line begins as no name does: with a small letter or, in Arabic, a preposition."""
    first = text.split(maxsplit=1)[0]
    return first[0].islower() or first[0] in "(&" or bool(_PREPOSITION.match(first))


def _is_indented(steps: Sequence[tuple[Flow, Flow]], ended: Sequence[tuple[Flow, Flow]]) -> bool:
    """Tell whether names begin at one edge, and only lines that may be the rest of one further in."""
    inner = [line.begin - above.begin for above, line in steps if _INDENT <= line.begin - above.begin <= _FAR]
    if len(inner) < _SURE or sum(abs(one - median(inner)) <= _ALIGNED for one in inner) < 0.8 * len(inner):
        return False
    return not any(_INDENT <= line.begin - above.begin <= _FAR for above, line in ended)


def steps_of(flow: Sequence[Flow]) -> Iterator[float]:
    """Yield the points from each line to the one below it."""
    yield from (a.run.base - b.run.base for a, b in pairwise(flow) if a.run.base > b.run.base)

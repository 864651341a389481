"""Pieces of text on a page: what they are, which stand on one height, and which are the page's own.

Places are in points (1/72 inch) from the lower left corner of the page.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

MARK = re.compile(r"\(?\d{1,5}\s?[.)\-–:]|\(?[A-Za-z]\)|[-*–—•●▪◦‣○■□▫◆➢➤✓✔·\uf0b7]")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|صفحة)?\W*\d{1,4}(?:\s*(?:/|of|de|sur|von|من)\s*\d{1,4})?\W*", re.IGNORECASE
)
_NUMBER_LONGEST = 40  # characters
_EDGE_LONGEST = 300  # characters by which headers are told
_EDGE = 2  # rows at either end of a page that may be its header and footer
_LEVEL = 0.15  # times the size of the letters, at most, between the base lines of one height
_MARK_SPACE = 5  # times the size of the letters, at most, between a mark and its text


class Word(NamedTuple):
    """A word of a run, and where it stands."""

    text: str
    left: float
    right: float


class Run(NamedTuple):
    """A piece of text without a wide space in it: its box, the height of its base line, and the size of its letters.

    `begin` is where the text behind a list mark begins, on the side from which it is read; None without a mark. `rtl`
    tells that the line runs from right to left; `words` are in reading order.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    size: float
    begin: float | None = None
    rtl: bool = False
    words: tuple[Word, ...] = ()


class Page(NamedTuple):
    """The runs of one page in any order, and how wide it is in points."""

    width: float
    runs: Sequence[Run]


Rank = list[Run]  # the runs on one height, from left to right


def ranks_of(runs: Sequence[Run]) -> list[Rank]:
    """Return the runs of a page by their height, from the top; marks stand with the text they are of."""
    ranks: list[Rank] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        middle = (run.top + run.bottom) / 2
        if ranks and any(_are_level(run, middle, other) for other in ranks[-1]):
            ranks[-1].append(run)
        else:
            ranks.append([run])
    return [_glue(sorted(rank, key=lambda run: run.left)) for rank in ranks]


def _are_level(run: Run, middle: float, other: Run) -> bool:
    """Tell whether two runs stand on one height: a bullet is smaller than the text behind it, but on its base line."""
    return other.bottom <= middle <= other.top or abs(run.base - other.base) <= _LEVEL * min(run.size, other.size)


def _glue(rank: Rank) -> Rank:
    """Put each mark that stands by itself before the nearest text: behind it, or ahead of it where that runs left."""
    glued: Rank = []
    waiting: Run | None = None  # a mark whose text is to come
    for run in rank:
        if waiting:
            mark, waiting = waiting, None
            before = glued[-1] if glued and glued[-1].rtl and glued[-1].begin is None else None
            ahead = mark.left - before.right if before else math.inf
            behind = run.left - mark.right
            if before and ahead < behind and ahead <= _MARK_SPACE * mark.size:
                glued[-1] = whole([mark, before], rtl=True)
            elif behind <= _MARK_SPACE * mark.size:
                glued.append(whole([mark, run], run.rtl))
                continue
            else:
                glued.append(mark)
        if MARK.fullmatch(run.text):
            waiting = run
        else:
            glued.append(run)
    if waiting and glued and glued[-1].rtl and waiting.left - glued[-1].right <= _MARK_SPACE * waiting.size:
        glued[-1] = whole([waiting, glued[-1]], rtl=True)
    elif waiting:
        glued.append(waiting)
    return glued


def whole(runs: Sequence[Run], rtl: bool) -> Run:
    """Return runs, in reading order, as one; a mark in front of them is kept in mind."""
    mark = len(runs) > 1 and MARK.fullmatch(runs[0].text)
    return Run(
        " ".join(run.text for run in runs),
        min(run.left for run in runs),
        max(run.right for run in runs),
        min(run.bottom for run in runs),
        max(run.top for run in runs),
        runs[-1].base,
        max(run.size for run in runs),
        (runs[1].right if rtl else runs[1].left) if mark else runs[0].begin,
        rtl,
        tuple(word for run in runs for word in run.words),
    )


def without_edges(pages: Sequence[list[Rank]]) -> list[list[Rank]]:
    """Drop what stands at the top or bottom of most pages, the page's number aside, and page numbers there."""
    seen: Counter[tuple[str, int]] = Counter()
    for number, page in enumerate(pages):
        seen.update({key for rank in _edges(page) for key in _edge_keys(rank, number)})
    often = max(2, (len(pages) + 1) // 2)
    kept: list[list[Rank]] = []
    for number, page in enumerate(pages):
        dropped = [
            id(rank)
            for rank in _edges(page)
            if _is_page_number(rank) or any(seen[key] >= often for key in _edge_keys(rank, number))
        ]
        kept.append([rank for rank in page if id(rank) not in dropped])
    return kept


def _is_page_number(rank: Rank) -> bool:
    text = " ".join(run.text for run in rank)
    return len(text) < _NUMBER_LONGEST and bool(_PAGE_NUMBER.fullmatch(text))


def _edges(page: list[Rank]) -> list[Rank]:
    return page[:_EDGE] + page[max(_EDGE, len(page) - _EDGE) :]


def _edge_keys(rank: Rank, page: int) -> set[tuple[str, int]]:
    """Return what tells a row of an edge from others: its text and height, with a number that may be the page's."""
    text = " ".join(run.text for run in rank)[:_EDGE_LONGEST]
    numbers = list(re.finditer(r"\d{1,6}", text))[:3]
    counted = (f"{text[: n.start()]}#{int(n[0]) - page}{text[n.end() :]}" for n in numbers)
    return {(key, round(rank[0].bottom / 4)) for key in (text, *counted)}

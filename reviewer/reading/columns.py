"""Rows of text that white stripes part -> columns and tables."""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.reading.grid import are_alike, find_header, rows_of
from reviewer.reading.runs import MARK, Rank, Run, Word

_GUTTER = 3.0  # points between columns, at the least
_ALIGNED = 3.0  # points between the left edges of what is set in one column, at the most
_ROWS = 3  # rows that show a gutter
_REPEATS = 0.35  # share of texts in a column of names that repeat: last words of names that are wrapped
_FAR = 40  # rows of one column alone, behind which its columns have ended

Stripe = tuple[float, float]  # what is white from the first place to the second


class Band(NamedTuple):
    """Rows that the same gutters part: `gutters` are the middles of the white stripes, from left to right."""

    rows: list[Rank]
    gutters: list[float]

    @property
    def cells(self) -> list[list[list[Run]]]:
        """For each row, for each column, the runs in it."""
        return [
            [[run for run in row if self._column(run) == i] for i in range(len(self.gutters) + 1)] for row in self.rows
        ]

    @property
    def texts(self) -> list[list[str]]:
        """The cells as texts; rows without the number that most rows bear go with the numbered row they belong to."""
        rows = [[" ".join(run.text for run in cell) for cell in row] for row in self.cells]
        counted = [i for i in (0, -1) if 2 * sum(row[i].strip(".)").isdecimal() for row in rows) >= len(rows)]
        if not counted:
            return rows
        numbered = [i for i, row in enumerate(rows) if row[counted[0]]]
        parts: dict[int, list[int]] = {i: [] for i in (*numbered, -1)}
        for i in range(len(rows)):
            parts[self._owner(i, numbered, rows)].append(i)
        groups = ([rows[i] for i in members] for members in parts.values() if members)
        return [[" ".join(filter(None, cells)) for cells in zip(*group, strict=True)] for group in groups]

    def _owner(self, row: int, numbered: Sequence[int], rows: Sequence[Sequence[str]]) -> int:
        """Return the numbered row that `row` belongs to: the one above, or below if its cells are set in the middle."""
        at = bisect_right(numbered, row)
        above, below = numbered[at - 1] if at else -1, numbered[at] if at < len(numbered) else -1
        if above != row and below >= 0 and sum(map(bool, rows[below])) < len(self.gutters) + 1:
            far = self.rows[above][0].bottom - self.rows[row][0].bottom if above >= 0 else math.inf
            if self.rows[row][0].bottom - self.rows[below][0].bottom < far:
                return below
        return above

    @property
    def is_table(self) -> bool:
        """Whether the columns are those of a table rather than text set in columns."""
        rows = rows_of(self.texts)
        return find_header(rows).row is not None or not are_alike(rows, _REPEATS)

    def _column(self, run: Run) -> int:
        return sum(1 for gutter in self.gutters if run.left >= gutter)


def bands(rows: list[Rank]) -> Iterator[Band | list[Rank]]:
    """Part a page from top to bottom into stretches of columns and stretches without."""
    plain: list[Rank] = []
    at = 0
    while at < len(rows):
        band = _band(rows, at)
        if band is None:
            plain.append(rows[at])
            at += 1
            continue
        if plain:
            yield plain
            plain = []
        yield band
        at += len(band.rows)
    if plain:
        yield plain


def _band(rows: list[Rank], at: int) -> Band | None:
    """Return the longest stretch from row `at` on that shares a gutter, or None where there is none."""
    free = _gaps(rows[at])
    if not free:
        return None
    band, parted, last = [rows[at]], 1, 0
    for k, row in enumerate(rows[at + 1 :], at + 2):
        rank = [part for run in row for part in _split(run, free)]
        left = [one for gap in free for one in _cut(gap, rank)]
        if not left:
            break
        if len(left) < len(free) and len(rank) == 1 and parted >= _ROWS:  # a line across several columns
            if k == len(rows) or not any(_is_parted(rows[k], gap) for gap in free):
                break
            band.append(rank)
            continue
        free = left
        if any(_is_parted(rank, gap) for gap in free):
            parted, last = parted + 1, len(band)
        elif len(band) - last > _FAR:
            break
        band.append(rank)
    if parted < _ROWS:
        return None
    return Band(band, [(start + stop) / 2 for start, stop in free])


def _is_parted(rank: Rank, gap: Stripe) -> bool:
    return any(run.right <= gap[0] for run in rank) and any(run.left >= gap[1] for run in rank)


def _split(run: Run, free: Sequence[Stripe]) -> list[Run]:
    """Split a run that fills a gutter to its end, where one of its words begins as the next column does."""
    for start, end in free:
        rest = [word for word in run.words if word.left >= end - _ALIGNED]
        first = [word for word in run.words if word.left < end - _ALIGNED]
        fits = rest and first and max(word.right for word in first) <= min(word.left for word in rest)
        if run.left < start and fits and not run.rtl and min(word.left for word in rest) <= end + _ALIGNED:
            begin = rest[1].left if len(rest) > 1 and MARK.fullmatch(rest[0].text) else None
            return [_of_words(run, first, run.begin), _of_words(run, rest, begin)]
    return [run]


def _of_words(run: Run, words: Sequence[Word], begin: float | None) -> Run:
    """Return the part of a run that some of its words are."""
    return run._replace(
        text=" ".join(word.text for word in words),
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        words=tuple(words),
        begin=begin,
    )


def _gaps(rank: Rank) -> list[Stripe]:
    """Return the white stripes of a row that are wide enough for a gutter; a mark belongs to the text beside it."""
    wide = [(a, b) for a, b in pairwise(rank) if b.left - a.right >= _GUTTER]
    return [(a.right, b.left) for a, b in wide if not (MARK.fullmatch(a.text) or MARK.fullmatch(b.text))]


def _cut(gap: Stripe, rank: Rank) -> list[Stripe]:
    """Return what is left of a gutter beside the runs of a row."""
    left: list[Stripe] = []
    start, end = gap
    for run in rank:
        if start < run.right and run.left < end:
            left.append((start, run.left))
            start = run.right
    left.append((start, end))
    return [one for one in left if one[1] - one[0] >= _GUTTER]

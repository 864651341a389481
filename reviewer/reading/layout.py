"""Pieces of text on pages -> the lines a person reads: columns, tables, page headers, wrapped and hyphenated names.

Places are in points (1/72 inch) from the lower left corner of the page. Whatever format prints to pages can end here.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from reviewer.reading.grid import names_in, rows_of
from reviewer.reading.lines import Line, Role, mark_off, says_something
from reviewer.reading.prose import ends_in_colon, is_prose

MARK = re.compile(r"\(?\d{1,5}\s?[.)\-–:]|\(?[A-Za-z]\)|[-*–—•●▪◦‣○■□▫◆➢➤✓✔·\uf0b7]")
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.|seite|صفحة)?\W*\d{1,4}(?:\s*(?:/|of|de|sur|von|من)\s*\d{1,4})?\W*", re.IGNORECASE
)
_HYPHENS = ("-", "\u00ad", "\u2010", "\u0002", "\ufffe")
_UNFINISHED = re.compile(
    r"(?:[-–,،&/(]|\b(?:of|the|and|for|in|to|a|de|des|du|la|le|les|et|pour|من|في|على|و|عن|إلى))$", re.I
)
_NUMBER_LONGEST = 40  # characters
_EDGE_LONGEST = 300  # characters by which headers are told
_EDGE = 2  # rows at either end of a page that may be its header and footer
_GUTTER = 3.0  # points between columns, at the least
_MARK_SPACE = 5  # times the size of the letters, at most, between a mark and its text
_ALIGNED = 3.0  # points
_ROWS = 3  # rows that show a gutter
_FAR = 40  # rows of one column alone, behind which its columns have ended
_NOWHERE = 10.0**6  # points


class Word(NamedTuple):
    """A word of a run, and where it stands."""

    text: str
    left: float
    right: float


class Run(NamedTuple):
    """A piece of text without a wide space in it: its box, and the size of its letters, in points.

    `begin` is where the text behind a list mark begins, on the side from which it is read; None without a mark. `rtl`
    tells that the line runs from right to left; where it doesn't, `words` are known.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    begin: float | None = None
    rtl: bool = False
    words: tuple[Word, ...] = ()


class Page(NamedTuple):
    """The runs of one page in any order, and how wide it is in points."""

    width: float
    runs: Sequence[Run]


Rank = list[Run]  # the runs on one height, from left to right
Stripe = tuple[float, float]  # what is white from the first place to the second


class _Flow(NamedTuple):
    """A line in a column of text, and how far a line may reach to the side at which it ends."""

    run: Run
    limit: float


def read_layout(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of a document in reading order, numbered from 1, marks set apart."""
    ranks = _without_edges([_ranks(page.runs) for page in pages])
    sizes = [run.size for page in ranks for rank in page for run in rank]
    if not sizes:
        return []
    body = median(sizes)
    margin = min(run.left for page in ranks for rank in page for run in rank)
    lines: list[Line] = []
    for page, rows in zip(pages, ranks, strict=True):
        for band in _bands(rows):
            if isinstance(band, _Band) and band.is_table:
                lines += _table_lines(band)
                continue
            flows = band.flows(page.width, margin) if isinstance(band, _Band) else [_single(band, page.width, margin)]
            for flow in flows:
                _go_on(lines, _join(flow, body))
    return mark_off([line._replace(number=i, gap=line.gap and i > 1) for i, line in enumerate(lines, 1)])


def _go_on(lines: list[Line], more: list[Line]) -> None:
    """Add the lines of the next column or page; a line that was not finished goes on there."""
    both = lines and more and more[0].role is lines[-1].role is Role.TEXT
    if both and _UNFINISHED.search(lines[-1].text) and not mark_off(more[:1])[0].mark:
        lines[-1] = lines[-1]._replace(text=_joined(lines[-1].text, more.pop(0).text))
    lines += more


# --- rows and edges ----------------------------------------------------------------------------------------------


def _ranks(runs: Sequence[Run]) -> list[Rank]:
    """Return the runs of a page by their height, from the top; marks stand with the text they are of."""
    ranks: list[Rank] = []
    for run in sorted(runs, key=lambda run: -(run.top + run.bottom)):
        middle = (run.top + run.bottom) / 2
        if ranks and any(other.bottom <= middle <= other.top for other in ranks[-1]):
            ranks[-1].append(run)
        else:
            ranks.append([run])
    return [_glue(sorted(rank, key=lambda run: run.left)) for rank in ranks]


def _glue(rank: Rank) -> Rank:
    """Put each mark that stands by itself before the nearest text: behind it, or ahead of it where that runs left."""
    glued: Rank = []
    waiting: Run | None = None  # a mark whose text is to come
    for run in rank:
        if waiting:
            mark, waiting = waiting, None
            before = glued[-1] if glued and glued[-1].rtl and glued[-1].begin is None else None
            ahead = mark.left - before.right if before else _NOWHERE
            behind = run.left - mark.right
            if before and ahead < behind and ahead <= _MARK_SPACE * mark.size:
                glued[-1] = _whole([mark, before], rtl=True)
            elif behind <= _MARK_SPACE * mark.size:
                glued.append(_whole([mark, run], run.rtl))
                continue
            else:
                glued.append(mark)
        if MARK.fullmatch(run.text):
            waiting = run
        else:
            glued.append(run)
    if waiting and glued and glued[-1].rtl and waiting.left - glued[-1].right <= _MARK_SPACE * waiting.size:
        glued[-1] = _whole([waiting, glued[-1]], rtl=True)
    elif waiting:
        glued.append(waiting)
    return glued


def _whole(runs: Sequence[Run], rtl: bool) -> Run:
    """Return runs, in reading order, as one; a mark in front of them is kept in mind."""
    mark = len(runs) > 1 and MARK.fullmatch(runs[0].text)
    return Run(
        " ".join(run.text for run in runs),
        min(run.left for run in runs),
        max(run.right for run in runs),
        min(run.bottom for run in runs),
        max(run.top for run in runs),
        max(run.size for run in runs),
        (runs[1].right if rtl else runs[1].left) if mark else runs[0].begin,
        rtl,
        tuple(word for run in runs for word in run.words),
    )


def _without_edges(pages: Sequence[list[Rank]]) -> list[list[Rank]]:
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


# --- columns -----------------------------------------------------------------------------------------------------


class _Band(NamedTuple):
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
            far = self.rows[above][0].bottom - self.rows[row][0].bottom if above >= 0 else _NOWHERE
            if self.rows[row][0].bottom - self.rows[below][0].bottom < far:
                return below
        return above

    @property
    def is_table(self) -> bool:
        """Whether the columns are those of a table rather than text set in columns."""
        texts = self.texts
        names = names_in(rows_of(texts))
        cells = sum(says_something(cell) for row in texts for cell in row)
        return len(names) < cells

    def _column(self, run: Run) -> int:
        return sum(1 for gutter in self.gutters if run.left >= gutter)

    def flows(self, width: float, margin: float) -> Iterator[list[_Flow]]:
        """Yield the columns, from the side at which the script begins."""
        columns = [[row[i] for row in self.cells if row[i]] for i in range(len(self.gutters) + 1)]
        ends = self._ends(columns, width - margin)
        flows = [
            _flow(column, end, min(run.left for run in column[0]))
            for column, end in zip(columns, ends, strict=True)
            if column
        ]
        rtl = sum(run.rtl for row in self.rows for run in row)
        yield from reversed(flows) if 2 * rtl > sum(map(len, self.rows)) else flows

    def _ends(self, columns: Sequence[Sequence[Sequence[Run]]], end: float) -> list[float]:
        """Return how far each column may reach: as wide as the last, or to its gutter."""
        begins = [min((run.left for row in column for run in row), default=end) for column in columns]
        ends = [begin + end - begins[-1] for begin in begins]
        fits = all(one <= begin for one, begin in zip(ends, begins[1:], strict=False))
        return ends if fits else [*self.gutters, end]


def _bands(rows: list[Rank]) -> Iterator["_Band | list[Rank]"]:
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


def _band(rows: list[Rank], at: int) -> _Band | None:
    """Return the longest stretch from row `at` on that shares a gutter, or None where there is none."""
    free = _gaps(rows[at])
    if not free:
        return None
    band, parted, last = [rows[at]], 1, 0
    for row in rows[at + 1 :]:
        rank = [part for run in row for part in _split(run, free)]
        left = [one for gap in free for one in _cut(gap, rank)]
        if not left:
            break
        free = left
        if any(_is_parted(rank, gap) for gap in free):
            parted, last = parted + 1, len(band)
        elif len(band) - last > _FAR:
            break
        band.append(rank)
    if parted < _ROWS:
        return None
    return _Band(band, [(start + stop) / 2 for start, stop in free])


def _is_parted(rank: Rank, gap: Stripe) -> bool:
    return any(run.right <= gap[0] for run in rank) and any(run.left >= gap[1] for run in rank)


def _split(run: Run, free: Sequence[Stripe]) -> list[Run]:
    """Split a run that fills a gutter to its end, where one of its words begins as the next column does."""
    for start, end in free:
        at = next((i for i, word in enumerate(run.words) if i and abs(word.left - end) <= _ALIGNED), 0)
        if run.left < start and at and not run.rtl:
            first, rest = run.words[:at], run.words[at:]
            begin = rest[1].left if len(rest) > 1 and MARK.fullmatch(rest[0].text) else None
            return [
                run._replace(text=" ".join(w.text for w in first), right=first[-1].right, words=first),
                run._replace(text=" ".join(w.text for w in rest), left=rest[0].left, words=rest, begin=begin),
            ]
    return [run]


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


def _table_lines(band: _Band) -> list[Line]:
    found = names_in(rows_of(band.texts))
    return [Line(text, role=role, gap=i == 0) for i, (text, role) in enumerate(found)]


# --- lines of one column -----------------------------------------------------------------------------------------


def _single(rows: Sequence[Rank], width: float, margin: float) -> list[_Flow]:
    return _flow(rows, width - margin, margin)


def _flow(rows: Sequence[Sequence[Run]], end: float, begin: float) -> list[_Flow]:
    """Make one line of each row; its text reaches from `begin` to `end`, or as far as any does."""
    end = max([end, *(run.right for rank in rows for run in rank)])
    begin = min([begin, *(run.left for rank in rows for run in rank)])
    flows: list[_Flow] = []
    for rank in rows:
        rtl = 2 * sum(run.rtl for run in rank) > len(rank)
        runs = sorted(rank, key=lambda run: -run.right if rtl else run.left)
        flows.append(_Flow(_whole(runs, rtl), begin if rtl else end))
    return flows


def _join(flow: Sequence[_Flow], body: float) -> list[Line]:
    """Return the lines of a column; those that go on with the line above are joined to it."""
    pitches = [a.run.bottom - b.run.bottom for a, b in pairwise(flow) if a.run.bottom > b.run.bottom]
    pitch = min(median(pitches), 2.5 * body) if pitches else 0.0
    lines: list[Line] = []
    for block in _blocks(flow, 1.35 * pitch):
        is_text = is_prose(" ".join(one.run.text for one in block))
        above: _Flow | None = None
        for one in block:
            if above is not None and _goes_on(above, one, is_text):
                lines[-1] = lines[-1]._replace(text=_joined(lines[-1].text, one.run.text))
                above = one._replace(run=one.run._replace(begin=above.run.begin))
                continue
            role = Role.HEADING if one.run.size >= 1.15 * body and one.run.begin is None else Role.TEXT
            lines.append(Line(one.run.text, role=role, gap=above is None))
            above = one
    return lines


def _blocks(flow: Sequence[_Flow], most: float) -> Iterator[list[_Flow]]:
    """Yield the lines that stand no more than `most` points apart and are of one size."""
    block: list[_Flow] = []
    for one in flow:
        last = block[-1].run if block else None
        if last and not (0 < last.bottom - one.run.bottom <= most and abs(one.run.size - last.size) <= 0.1 * last.size):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _goes_on(above: _Flow, line: _Flow, is_text: bool) -> bool:
    """Tell whether a line is the rest of the one above, so that its first word had no room there.

    In a list without marks it must also show it: by a small letter, or by the word that the line above ends with. Below
    a mark it is enough to be indented as the text is.
    """
    a, b = above.run, line.run
    if b.begin is not None or mark_off([Line(b.text)])[0].mark:
        return False
    if ends_in_colon(b.text) and is_prose(a.text):
        return False
    if a.text.endswith(_HYPHENS[1:]) or _UNFINISHED.search(a.text):
        return True
    if a.begin is not None and abs((b.right if a.rtl else b.left) - a.begin) <= _ALIGNED:
        return True
    word = b.text.split(maxsplit=1)[0]
    room = (b.right - b.left) * (len(word) + 1) / len(b.text)
    reached = a.left - above.limit if a.rtl else above.limit - a.right
    return reached < room and (is_text or a.begin is not None or word[0].islower())


def _joined(above: str, text: str) -> str:
    if above.endswith(_HYPHENS):
        return above[:-1] + text if text[:1].islower() or above[-1] in _HYPHENS[3:] else above + text
    return f"{above} {text}"

"""Pieces of text on pages -> the lines a person reads: columns, tables, page headers, wrapped and hyphenated names.

Places are in points (1/72 inch) from the lower left corner of the page. Whatever format prints to pages can end here.
"""

from collections.abc import Iterator, Sequence
from statistics import median

from reviewer.reading.columns import Band, bands
from reviewer.reading.grid import rows_of
from reviewer.reading.lines import Line, Role, mark_off
from reviewer.reading.prose import is_prose
from reviewer.reading.runs import Page, Rank, Run, ranks_of, whole, without_edges
from reviewer.reading.within import Tables
from reviewer.reading.wrapping import HYPHENS, UNFINISHED, Flow, Habits, goes_on, habits, is_small, steps_of

_FLUSH, _SURE = 4.0, 3  # points from an edge at which a line is set, at most; lines that show it, at least


def read_layout(pages: Sequence[Page], tables: Tables) -> list[Line]:
    """Return the lines of a document in reading order, numbered from 1, marks set apart; `tables` reads the tables."""
    ranks = without_edges([ranks_of(page.runs) for page in pages])
    sizes = [run.size for page in ranks for rank in page for run in rank]
    if not sizes:
        return []
    body = median(sizes)
    margin = min(run.left for page in ranks for rank in page for run in rank)
    lines: list[Line] = []
    for page, rows in zip(pages, ranks, strict=True):
        for band in bands(rows):
            if isinstance(band, Band) and (band.is_table or tables.column):
                lines += _table_lines(band, tables)
                continue
            if isinstance(band, Band):
                tables.show_spread(rows_of(band.texts))
            flows = _flows(band, page.width, margin) if isinstance(band, Band) else [_single(band, page.width, margin)]
            flows = list(flows)
            shown = habits(flows)
            for flow in flows:
                _go_on(lines, _join(flow, body, shown))
    return mark_off([line._replace(number=i, gap=line.gap and i > 1) for i, line in enumerate(lines, 1)])


def _go_on(lines: list[Line], more: list[Line]) -> None:
    """Add the lines of the next column or page; a line that was not finished goes on there."""
    both = lines and more and more[0].role is lines[-1].role is Role.TEXT
    if both and (UNFINISHED.search(lines[-1].text) or is_small(more[0].text)) and not mark_off(more[:1])[0].mark:
        lines[-1] = lines[-1]._replace(text=_joined(lines[-1].text, more.pop(0).text))
    lines += more


def _table_lines(band: Band, tables: Tables) -> list[Line]:
    found = tables.names_in(rows_of(band.texts))
    return [Line(text, role=role, gap=i == 0) for i, (text, role) in enumerate(found)]


def _flows(band: Band, width: float, margin: float) -> Iterator[list[Flow]]:
    """Yield the columns, from the side at which the script begins."""
    columns = [[row[i] for row in band.cells if row[i]] for i in range(len(band.gutters) + 1)]
    ends = _ends(band.gutters, columns, width - margin)
    begins = _begins(band.gutters, columns, margin)
    flows = [_flow(*column) for column in zip(columns, ends, begins, strict=True) if column[0]]
    rtl = sum(run.rtl for row in band.rows for run in row)
    yield from reversed(flows) if 2 * rtl > sum(map(len, band.rows)) else flows


def _ends(gutters: Sequence[float], columns: Sequence[Sequence[Sequence[Run]]], end: float) -> list[float]:
    """Return how far each column may reach: as wide as the last, or to its gutter."""
    begins = [min((run.left for row in column for run in row), default=end) for column in columns]
    ends = [begin + end - begins[-1] for begin in begins]
    fits = all(one <= begin for one, begin in zip(ends, begins[1:], strict=False))
    return ends if fits else [*gutters, end]


def _begins(gutters: Sequence[float], columns: Sequence[Sequence[Sequence[Run]]], begin: float) -> list[float]:
    """Return how far each column may reach to the left: as wide as the first, or to its gutter."""
    ends = [max((run.right for row in column for run in row), default=begin) for column in columns]
    begins = [end - ends[0] + begin for end in ends]
    fits = all(one >= end for one, end in zip(begins[1:], ends, strict=False))
    return begins if fits else [begin, *gutters]


def _single(rows: Sequence[Rank], width: float, margin: float) -> list[Flow]:
    return _flow(rows, width - margin, margin)


def _flow(rows: Sequence[Sequence[Run]], end: float, begin: float) -> list[Flow]:
    """Make one line of each row; its text reaches from `begin` to `end`, or as far as any does."""
    end = max([end, *(run.right for rank in rows for run in rank)])
    begin = min([begin, *(run.left for rank in rows for run in rank)])
    lines: list[Run] = []
    for rank in rows:
        rtl = 2 * sum(run.rtl for run in rank) > len(rank)
        lines.append(whole(sorted(rank, key=lambda run: -run.right if rtl else run.left), rtl))
    turned = _is_turned([line for line in lines if line.rtl], begin, end)
    ways = [line.rtl and not turned for line in lines]
    return [Flow(line, begin if to_left else end, to_left) for line, to_left in zip(lines, ways, strict=True)]


def _is_turned(lines: Sequence[Run], begin: float, end: float) -> bool:
    """Tell whether lines that run left are set to the left edge, on a page that was not told which way they run."""
    left = sum(line.left - begin <= _FLUSH for line in lines)
    return left >= _SURE and left >= 0.8 * len(lines) and 2 * sum(end - line.right <= _FLUSH for line in lines) < left


def _join(flow: Sequence[Flow], body: float, shown: Habits) -> list[Line]:
    """Return the lines of a column; those that go on with the line above are joined to it."""
    pitches = list(steps_of(flow))
    pitch = min(median(pitches), 2.5 * body) if pitches else 0.0
    lines: list[Line] = []
    for block in _blocks(flow, 1.35 * pitch):
        is_text = is_prose(" ".join(one.run.text for one in block))
        above: Flow | None = None
        for one in block:
            if above is not None and goes_on(above, one, is_text, shown):
                lines[-1] = lines[-1]._replace(text=_joined(lines[-1].text, one.run.text))
                above = one._replace(run=one.run._replace(begin=above.run.begin))
                continue
            role = Role.HEADING if one.run.size >= 1.15 * body and one.run.begin is None else Role.TEXT
            lines.append(Line(one.run.text, role=role, gap=above is None))
            above = one
    return lines


def _blocks(flow: Sequence[Flow], most: float) -> Iterator[list[Flow]]:
    """Yield the lines that stand no more than `most` points apart and are of one size."""
    block: list[Flow] = []
    for one in flow:
        last = block[-1].run if block else None
        if last and not (0 < last.base - one.run.base <= most and abs(one.run.size - last.size) <= 0.1 * last.size):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _joined(above: str, text: str) -> str:
    if above.endswith(HYPHENS):
        return above[:-1] + text if text[:1].islower() or above[-1] in HYPHENS[3:] else above + text
    return f"{above} {text}"

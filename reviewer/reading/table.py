"""CSV and other separated text -> list: separator, header and name column are found."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from reviewer.cells import unguard
from reviewer.errors import BadInput
from reviewer.reading.draft import Draft, Options, list_of
from reviewer.reading.grid import Row, find_header, read_grid, rows_of
from reviewer.reading.lines import Line

_SEPARATORS = ",;\t|"
_CROSSWALK = ("List", "Date", "Link", "No.", "Signed as")
_SAMPLE = 2**18  # characters by which the separator is chosen


def is_table(text: str) -> bool:
    """Tell whether text of an unknown kind is a table: as many cells in every row, and a known name header or tabs.

    Cells copied from a spreadsheet have tabs between them.
    """
    try:
        return _is_even(_sample(text)) and _is_even(text)
    except csv.Error:
        return False


def _is_even(text: str) -> bool:
    rows = parse(text)
    even = len({len(row.cells) for row in rows}) == 1
    if len(rows) < 2 or not even or len(rows[0].cells) < 2:
        return False
    tabs = text.count("\t") == len(rows) * (len(rows[0].cells) - 1)
    return tabs or find_header(rows[:1]).column is not None


def _sample(text: str) -> str:
    """Return the first whole lines of a text."""
    if len(text) <= _SAMPLE:
        return text
    start = len(text) - len(text.lstrip())
    cut = text[start : start + _SAMPLE]
    return cut[: cut.rfind("\n") + 1] or cut


def read_table(text: str, name: str, options: Options = Options()) -> Draft:  # noqa: B008  # frozen
    """Return the rows of a CSV text. Raises BadInput, naming `name`, for broken quoting or a missing column."""
    try:
        rows = parse(text)
    except csv.Error as error:
        raise BadInput(f"{name} is no table that can be read ({error}): save it anew as CSV") from error
    return read_grid(rows, name, options.column, options.header)


def is_crosswalk(text: str) -> bool:
    """Tell whether a table is what `export.signatures_csv` writes."""
    return text.startswith(",".join(_CROSSWALK))


def read_crosswalk(text: str, name: str) -> list[Draft]:
    """Return the lists of the export of who signed what, in order. Raises BadInput as `read_table` does."""
    try:
        header, *rows = parse(text)
    except csv.Error as error:
        raise BadInput(f"{name} is no table that can be read ({error}): save it anew as CSV") from error
    group = header.cells.index("Group") if "Group" in header.cells else None
    lists: dict[tuple[str, ...], list[tuple[Line, str]]] = {}
    for row in rows:
        title, date, link, number, signed = [*row.cells, "", "", "", "", ""][:5]
        if signed:
            at = int(number) if number.isdecimal() and len(number) < 10 else 0
            label = row.cells[group] if group is not None and group < len(row.cells) else ""
            lists.setdefault((title, date, link), []).append((Line(signed, number=at), label))
    drafts = (
        (list_of([line for line, _ in found], *facts), [label for _, label in found]) for facts, found in lists.items()
    )
    return [draft._replace(groups=labels) for draft, labels in drafts]


def parse(text: str) -> list[Row]:
    """Split `text` into rows of cells at the separator that gives the most even rows. Raises csv.Error."""
    sample = _sample(text)
    best = max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))
    return rows_of([unguard(cell.strip()) for cell in row] for row in _reader(text, best))


def _evenness(text: str, separator: str) -> float:
    rows = [row for row in _reader(text, separator) if any(row)]
    width, often = max(Counter(map(len, rows)).items(), key=lambda pair: pair[1], default=(1, 0))
    return often / len(rows) if width > 1 else 0.0


def _reader(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)

"""Rows of cells, of whatever format -> the column of names: header, column, section rows and what is no name."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from typing import NamedTuple

from reviewer.errors import BadInput
from reviewer.reading.draft import ALL_COLUMNS, HEADER, HEADING, NO_NAME, OUTSIDE, Column, Draft, list_of
from reviewer.reading.fields import kinds_of
from reviewer.reading.find import find_names
from reviewer.reading.groups import is_kind, is_place, labels
from reviewer.reading.lines import Line, Role, mark_off, number_of, one_line, says_something
from reviewer.reading.prose import ends_in_colon, is_furniture
from reviewer.reading.visual import has_rtl

# What a column of names is called, best first; compared without case and punctuation.
_NAME_HEADERS = (
    "signed as", "name", "names", "full name", "signatory", "signatories", "signatory name", "name of signatory",
    "organisation", "organization", "organisation name", "organization name", "name of organisation",
    "name of organization", "organisations", "organizations", "group", "association", "institution",
    "nom", "noms", "nom complet", "signataire", "signataires", "nom de l'organisation",
    "الاسم", "اسم", "الاسم الكامل", "الاسماء", "الأسماء", "الموقع", "الموقعون", "الموقعين", "اسم المنظمة", "المنظمة",
    "المنظمات", "الجهة", "الجهة الموقعة", "المؤسسة",
)  # fmt: skip
# What other columns are called: they show that the first row is a header.
_OTHER_HEADERS = frozenset(
    {
        "id", "no", "nr", "n", "#", "number", "date", "country", "city", "place", "town", "role", "title", "position",
        "email", "e-mail", "phone", "website", "url", "link", "type", "language", "notes", "pays", "ville", "fonction",
        "numéro", "الرقم", "م", "رقم", "البلد", "الدولة", "المدينة", "الصفة", "المنصب", "التاريخ", "البريد الالكتروني",
    }
)  # fmt: skip
_TOP = 20  # rows among which the header stands
_SAMPLES = 3
_RICH = 0.9  # times the texts of the richest column that another as rich has, at the least
_NEARLY, _MOSTLY, _HARDLY = 0.75, 0.5, 0.1  # shares of a column's cells that show what it holds, and what it doesn't
NAMED, ASKED, DISTINCT = "its header says so", "as asked for", "it has the most different names"
EVERYWHERE = "names stand in all columns"
"""Why a column is taken for that of the names, or all are."""
_LETTERS = re.compile(r"[A-Za-z]{1,3}")


class Row(NamedTuple):
    """A row that is not blank: its number in the table from 1, its cells without outer white space."""

    number: int
    cells: Sequence[str]


def rows_of(cells: Iterable[Sequence[str]]) -> list[Row]:
    """Return rows of cells, numbered as a spreadsheet does, without the blank ones."""
    rows = (Row(i, [one_line(cell) for cell in row]) for i, row in enumerate(cells, 1))
    return [row for row in rows if any(row.cells)]


class Header(NamedTuple):
    """Where a table begins: the place of its header row or None, and the index of its column of names or None."""

    row: int | None
    column: int | None


def find_header(rows: Sequence[Row], headed: bool | None = None) -> Header:
    """Find the header among the first rows; `headed` tells that the first row is known to be one, or that none is."""
    if headed is False:
        return Header(None, None)
    widest = 0
    for i, row in enumerate(rows[:_TOP]):
        column, width = _named_column(row.cells), _filled(row)
        if column is not None and (width > widest or sum(map(_is_header, row.cells)) > 1):
            return Header(i, column)
        widest = max(widest, width, 1)  # what stands above a header is narrower: titles, notes
    if rows and (headed or any(map(_is_header, rows[0].cells))):
        return Header(0, None)
    return Header(None, None)


def read_grid(rows: Sequence[Row], name: str, column: str = "", headed: bool | None = None) -> Draft:
    """Return the rows as lines, those with a name in the name column proposed.

    The column is the one `column` tells (header, letter or number from 1), else the one whose header says so, else that
    of the most distinct texts (names before what they belong to, not codes, then the first). `headed` as in
    `find_header`. A sheet of one column is read as running text. Raises BadInput, naming the file `name`, where there
    is no such column. All columns are read as `read_spread` does.
    """
    if column == ALL_COLUMNS:
        return read_spread(rows, headed)
    header = find_header(rows, headed)
    lone = max(map(_filled, rows), default=0) <= 1
    if lone and header.row is None and not column:
        return find_names(mark_off([Line(next(filter(None, row.cells)), number=row.number) for row in rows]))
    top = 0 if header.row is None else header.row + 1
    heads = rows[header.row].cells if header.row is not None else ()
    chosen = _asked(column, heads, rows, name) if column else header.column
    why = ASKED if column else NAMED
    if chosen is None:
        chosen, why = _richest(rows[top:]), DISTINCT
    whys = [OUTSIDE] * (top - 1) + [HEADER] * min(top, 1) + [_why(row, chosen, lone) for row in rows[top:]]
    lines = mark_off([Line(_text(row, chosen, why), number=row.number) for row, why in zip(rows, whys, strict=True)])
    said = [why == HEADING for why in whys]
    title = rows[0].cells[0] if top > 1 and _filled(rows[0]) == 1 else ""
    groups = labels(lines, said, [not why for why in whys])
    return Draft(
        lines,
        whys,
        groups,
        title,
        columns=columns_of(rows[top:], heads),
        column=chosen,
        column_why=why,
        header=header.row is not None,
    )


def read_spread(rows: Sequence[Row], headed: bool | None = None) -> Draft:
    """Return all cells below the header, if there is one, as lines numbered from 1: names set in columns."""
    row = find_header(rows, headed).row
    heads, body = ((), rows) if row is None else (rows[row].cells, rows[row + 1 :])
    lines = mark_off([Line(cell, role=Role.ITEM, number=i) for i, cell in enumerate(_in_order(cells_of(body)), 1)])
    columns = columns_of(body, heads)
    return list_of(lines)._replace(columns=columns, column_why=EVERYWHERE, header=row is not None)


def _filled(row: Row) -> int:
    return sum(1 for cell in row.cells if cell)


def _why(row: Row, column: int, lone: bool) -> str:
    text = row.cells[column] if column < len(row.cells) else ""
    if _filled(row) == 1 and not lone and (not text or is_kind(text) or is_place(text) or ends_in_colon(text)):
        return HEADING
    return "" if says_something(text) else NO_NAME


def _text(row: Row, column: int, why: str) -> str:
    return row.cells[column] if not why else " | ".join(filter(None, row.cells))


def _asked(column: str, heads: Sequence[str], rows: Sequence[Row], name: str) -> int:
    width = max((len(row.cells) for row in rows), default=0)
    folded = [_folded(head) for head in heads]
    if _folded(column) in folded:
        return folded.index(_folded(column))
    number = int(column) if column.isdecimal() and len(column) < 6 else _number(column)
    if 1 <= number <= width:
        return number - 1
    known = ", ".join(filter(None, heads)) or f"1 to {width}"
    raise BadInput(f"{name} has no column {column!r}: choose one of {known}")


def _number(letters: str) -> int:
    """Return the number of a column that a spreadsheet calls by letters (A is 1), 0 for what is none."""
    number = 0
    for letter in letters.upper() if _LETTERS.fullmatch(letters) else "":
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """Return what a spreadsheet calls the column of index `column`."""
    found = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def columns_of(rows: Sequence[Row], heads: Sequence[str]) -> tuple[Column, ...]:
    """Return the columns of the rows below a header, `heads`, as a person tells them apart."""
    width = max((len(row.cells) for row in rows), default=len(heads))
    samples: list[list[str]] = [[] for _ in range(width)]
    for row in rows[:1000]:
        for sample, cell in zip(samples, row.cells, strict=False):
            if cell and len(sample) < _SAMPLES:
                sample.append(cell)
    names = [head or letters(i) for i, head in enumerate((*heads, *[""] * (width - len(heads))))]
    return tuple(Column(name, tuple(sample)) for name, sample in zip(names, samples, strict=False))


def _named_column(cells: Sequence[str]) -> int | None:
    folded = [_folded(cell) for cell in cells]
    return next((folded.index(header) for header in _NAME_HEADERS if header in folded), None)


def _is_header(cell: str) -> bool:
    return _folded(cell) in _OTHER_HEADERS or _folded(cell) in _NAME_HEADERS


def _folded(cell: str) -> str:
    return " ".join(cell.replace("_", " ").casefold().strip(" .:*\ufeff").split()) if len(cell) < 100 else ""


def _richest(rows: Sequence[Row]) -> int:
    """Return the column of the most distinct texts; names before what they belong to, not codes, then the first."""
    columns = [[cell for cell in column if _can_name(cell)] for column in zip_longest(*cells_of(rows), fillvalue="")]
    distinct = [len(set(column)) for column in columns]
    most = max(distinct, default=0)
    kinds = [kinds_of(column) for column in columns]
    bodies = [one.organisation for one in kinds]

    lengths = [sum(map(len, set(column))) for column in columns]
    longest = max(lengths, default=0)

    def worth(i: int) -> tuple[bool, bool, bool, bool, int]:
        is_beside = kinds[i].role + kinds[i].place >= _MOSTLY
        is_body = _are_apart(bodies[i], min(bodies))
        rich = distinct[i] >= _RICH * most
        return rich, not is_beside, not is_body, 2 * lengths[i] >= longest, -i

    return max(range(len(columns)), key=worth, default=0)


def _are_apart(more: float, less: float, share: float = _MOSTLY) -> bool:
    """Tell whether one column is of a kind, by its `share` of such cells, and another is not."""
    return more >= share and less <= _HARDLY


def cells_of(rows: Sequence[Row]) -> list[Sequence[str]]:
    """Return the cells of rows alone."""
    return [row.cells for row in rows]


def _can_name(cell: str) -> bool:
    return says_something(cell) and not is_furniture(cell)


def are_alike(rows: Sequence[Row], repeats: float = 0.1) -> bool:
    """Tell whether the columns hold the same kind of text, as names set in columns do.

    No more than a share of `repeats` does, they are of like length on average and in the same script, and none has more
    roles, places or organisations in it than another.
    """
    columns = [
        [cell for cell in column if says_something(cell)] for column in zip_longest(*cells_of(rows), fillvalue="")
    ]
    columns = [column for column in columns if column]
    if not columns or any(len(set(column)) < (1 - repeats) * len(column) for column in columns):
        return False
    means = [sum(map(len, column)) / len(column) for column in columns]
    shares = zip(*((*kinds_of(column), sum(map(has_rtl, column)) / len(column)) for column in columns), strict=True)
    return max(means) <= 3 * min(means) and not any(_are_apart(max(share), min(share), _NEARLY) for share in shares)


def _in_order(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return all cells that say something: along the rows, or down the columns where their numbers run that way."""
    along = [cell for row in rows for cell in row if says_something(cell)]
    down = [cell for column in zip_longest(*rows, fillvalue="") for cell in column if says_something(cell)]
    return down if _ascends(down) and not _ascends(along) else along


def _ascends(texts: Sequence[str]) -> bool:
    numbers = [number_of(line.mark) for line in mark_off([Line(text) for text in texts])]
    return any(numbers) and all(a < b for a, b in pairwise(filter(None, numbers)))

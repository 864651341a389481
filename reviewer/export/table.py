"""Rows -> CSV as Excel opens it by a double click: UTF-8 with its mark, commas, CRLF, no cell that runs."""

import csv
import io
from collections.abc import Iterable, Sequence

from reviewer.cells import guard

Cell = str | int


def table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return the bytes of a table. Text cells that a spreadsheet would run are guarded (`cells.guard`)."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([guard(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")

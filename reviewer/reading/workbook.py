"""XLSX, XLSB, XLS and ODS -> lists: the sheets of a workbook, read by calamine.

`workbook_size` reckons what the file will take before calamine opens it.
"""

import io
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import python_calamine as calamine

from reviewer.errors import BadInput, ReviewerError
from reviewer.model import Progress
from reviewer.reading.archive import Archive, protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.grid import NAMED, Row, read_grid, rows_of
from reviewer.reading.groups import is_kind, is_place
from reviewer.reading.workbook_size import check_ods, check_xls, check_xlsb, check_xlsx, damaged, refuse_size

NO_LIST = "another sheet holds the list"
NO_COLUMN = "no such column in this sheet"


def read_workbook(data: bytes, name: str, options: Options, archive: Archive | None, progress: Progress) -> list[Draft]:
    """Return the sheets of a workbook that hold anything, or the one asked for by name or number; at least one.

    Names are proposed in those sheets that are lists, as `_propose` tells. `archive` is the file's zip where it is one.
    Raises BadInput, naming the file `name`, where it is damaged, protected or too large, or has no such sheet or
    column.
    """
    with _told(name):
        if archive is None:
            check_xls(data, name)
        elif "content.xml" in archive.names:
            check_ods(archive, name)
        elif "xl/workbook.bin" in archive.names:
            check_xlsb(archive, name)
        else:
            check_xlsx(archive, name)
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        names = tuple(book.sheet_names)
        if not names:
            raise BadInput(f"{name} is a workbook without a sheet: get it anew")
        among = [_asked(options.sheet, names, name)] if options.sheet else range(len(names))
        sheets = _sheets(book, among, name, progress)
        sheets = [sheet for sheet in sheets if sheet[1]] or sheets[:1]
        drafts = _propose([(names[i], read_grid(rows, "", headed=options.header)) for i, rows in sheets])
        if options.column:
            drafts = _with_column([rows for _, rows in sheets], drafts, name, options)
        return [draft._replace(sheets=names, sheet=i) for (i, _), draft in zip(sheets, drafts, strict=True)]


def _propose(sheets: Sequence[tuple[str, Draft]]) -> list[Draft]:
    """Return the drafts with names proposed only in the sheets that a person would call lists.

    Where the header of one names its column of names, only such sheets are; one whose texts all stand in a larger one
    is a part or a copy of it.
    """
    named = any(draft.column_why == NAMED for _, draft in sheets)
    lists = [draft.holds_names and (not named or draft.column_why == NAMED) for _, draft in sheets]
    texts = [_texts(draft) for _, draft in sheets]
    drafts: list[Draft] = []
    for i, (called, draft) in enumerate(sheets):
        wider = (k for k, other in enumerate(texts) if texts[i] < other or (texts[i] == other and k < i))
        copied = next((k for k in wider if lists[k]), None)
        if copied is not None:
            draft = _left_out(draft, f"also in sheet {sheets[copied][0]}")
        elif not lists[i]:
            draft = _left_out(draft, NO_LIST)
        elif is_kind(called) or is_place(called):
            groups = ["" if why else group or called for group, why in zip(draft.groups, draft.whys, strict=True)]
            draft = draft._replace(groups=groups)
        drafts.append(draft)
    return drafts


def _texts(draft: Draft) -> frozenset[str]:
    return frozenset(line.text for line, why in zip(draft.lines, draft.whys, strict=True) if not why)


def _left_out(draft: Draft, reason: str) -> Draft:
    return draft._replace(whys=[why or reason for why in draft.whys], groups=[""] * len(draft.groups))


def _with_column(rows: Sequence[Sequence[Row]], drafts: Sequence[Draft], name: str, options: Options) -> list[Draft]:
    """Return the drafts read by the column asked for; raise BadInput where no sheet with a list has it."""
    found: list[Draft] = []
    refusals: list[BadInput] = []
    for sheet, draft in zip(rows, drafts, strict=True):
        try:
            asked = read_grid(sheet, name, options.column, options.header)
        except BadInput as error:
            refusals += [error] if draft.holds_names else []
            found.append(_left_out(draft, NO_COLUMN))
        else:
            found.append(asked if draft.holds_names else _left_out(asked, NO_LIST))
    if refusals and not any(draft.holds_names for draft in found):
        raise refusals[0]
    return found


def _sheets(
    book: calamine.CalamineWorkbook, among: Sequence[int], name: str, progress: Progress
) -> list[tuple[int, list[Row]]]:
    """Return the rows of sheets; all together are no larger than one may be, however often one part is a sheet."""
    found: list[tuple[int, list[Row]]] = []
    cells = text = 0
    for i in among:
        progress("Reading", len(found) / len(among))
        sheet = book.get_sheet_by_index(i)
        found.append((i, _rows(sheet)))
        cells += sheet.height * sheet.width
        text += sum(len(cell) for row in found[-1][1] for cell in row.cells)
        refuse_size(name, cells, text)
    return found


def _rows(sheet: calamine.CalamineSheet) -> list[Row]:
    if sheet.start is None:
        return []
    above, left = sheet.start
    rows = rows_of([_text(cell) for cell in row] for row in sheet.iter_rows())
    return [row._replace(number=row.number + above, cells=[*[""] * left, *row.cells]) for row in rows]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _asked(sheet: str, names: tuple[str, ...], name: str) -> int:
    if sheet in names:
        return names.index(sheet)
    if sheet.isdecimal() and len(sheet) < 6 and 1 <= int(sheet) <= len(names):
        return int(sheet) - 1
    raise BadInput(f"{name} has no sheet {sheet!r}: choose one of {', '.join(names)}")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Turn what calamine raises into BadInput; a panic of its Rust is no Exception, but carries that word."""
    try:
        with _unheard():
            yield
    except ReviewerError:  # a progress call cancels by one
        raise
    except calamine.PasswordError:
        raise protected(name) from None
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise damaged(name) from error


@contextmanager
def _unheard() -> Iterator[None]:
    """Let nothing onto standard error meanwhile: Rust writes its panics there before they can be caught."""
    try:
        kept = os.dup(2)
    except OSError:  # a window without a console has none
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)

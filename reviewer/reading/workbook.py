"""XLSX, XLSB, XLS and ODS -> lists: the sheets of a workbook, read by calamine.

Calamine lays a sheet out in memory as one rectangle, empty cells included, each cell with a text of its own. A few
bytes can ask for billions of cells, so what a sheet will take is reckoned from the file before calamine opens it.
"""

import io
import os
import re
import struct
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import olefile  # type: ignore[import-untyped]
import python_calamine as calamine
from lxml import etree

from reviewer.errors import BadInput, ReviewerError
from reviewer.model import Progress
from reviewer.reading.archive import Archive, protected
from reviewer.reading.draft import Draft, Options
from reviewer.reading.grid import NAMED, Row, read_grid, rows_of
from reviewer.reading.groups import is_kind, is_place

MAX_CELLS = 5_000_000
"""The most cells in a workbook, counted as the rectangles around those that hold something."""
_MAX_TEXT = 2**28
"""The most characters in a workbook, those of a text that stands in several cells counted in each."""
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
            _check_xls(data, name)
        elif "content.xml" in archive.names:
            _check_ods(archive, name)
        elif "xl/workbook.bin" in archive.names:
            _check_xlsb(archive, name)
        else:
            _check_xlsx(archive, name)
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
        _refuse_size(name, cells, text)
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
        raise _damaged(name) from error


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


# --- what a workbook will take -----------------------------------------------------------------------------------

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_STRINGS = re.compile(rb"<(?:\w{1,20}:)?sst\b")


def _check_xlsx(archive: Archive, name: str) -> None:
    """Look through every part, for the workbook says which are sheets, whatever they are called."""
    sheets: list[bytes] = []
    lengths: list[int] = []
    for part in sorted(archive.names):
        xml = archive.read(part)
        if b"<!DOCTYPE" in xml:
            raise _odd(name, part)
        if b"sheetData" in xml:
            sheets.append(xml)
        elif _STRINGS.search(xml):
            lengths = [sum(map(len, map(str, one.itertext()))) for one in _elements(xml, "si")]
    for xml in sheets:
        rows, columns, text = 0, 1, 0
        for element in _elements(xml, "c", "row"):
            reference = element.get("r")
            if str(element.tag).endswith("row"):
                element.clear()
                continue
            found = _REFERENCE.fullmatch(reference or "A1")
            if found is None:
                raise _odd(name, f"cell {reference[:20] if reference else ''}")
            rows, columns = max(rows, int(found[2])), max(columns, _column(found[1]))
            shared = element.findtext("{*}v") if element.get("t") == "s" else None
            text += lengths[int(shared)] if shared and shared.isdecimal() and int(shared) < len(lengths) else 0
        _refuse_size(name, rows * columns, text)


def _odd(name: str, what: str) -> BadInput:
    return BadInput(f"{name} is no workbook as spreadsheets write it ({what}): save it again as XLSX")


def _damaged(name: str) -> BadInput:
    return BadInput(f"{name} is a workbook that is cut off or damaged: save it again")


def _refuse_size(name: str, cells: int, text: int) -> None:
    if cells > MAX_CELLS or text > _MAX_TEXT:
        raise BadInput(f"{name} has sheets of {cells:,} cells, more than a list needs: save the list by itself")


def _elements(xml: bytes, *names: str) -> Iterator[etree._Element]:
    """Yield the elements of those names, of whatever namespace, for calamine doesn't look at it either."""
    tags = [f"{{*}}{name}" for name in names]
    for _, element in etree.iterparse(io.BytesIO(xml), tag=tags, resolve_entities=False, no_network=True):
        yield element


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


# Records of XLSB: a row, and cells, whose body begins with their column (Microsoft, MS-XLSB 2.3).
_ROW, _CELLS, _TEXT_ITEM, _TEXT_CELL = 0, range(1, 12), 19, 7
_LEAST = {_ROW: 4, _TEXT_CELL: 12}  # bytes of such a record; calamine takes those missing from the record before
_LEAST_OF_CELL = 8


def _check_xlsb(archive: Archive, name: str) -> None:
    """Look through every part, for any may be said to be a sheet; those of other kinds have no rows and no cells."""
    parts = [archive.read(part) for part in sorted(archive.names) if part.endswith(".bin")]
    texts = [len(body) // 2 for part in parts for kind, body in _records(part) if kind == _TEXT_ITEM]
    for part in parts:
        rows, columns, text, row = 0, 0, 0, 0
        for kind, body in _records(part):
            if (kind == _ROW or kind in _CELLS) and len(body) < _LEAST.get(kind, _LEAST_OF_CELL):
                raise _damaged(name)
            if kind == _ROW:
                row = int.from_bytes(body[:4], "little") + 1
            elif kind in _CELLS:
                rows, columns = max(rows, row), max(columns, int.from_bytes(body[:4], "little") + 1)
                item = int.from_bytes(body[8:12], "little") if kind == _TEXT_CELL else len(texts)
                text += texts[item] if item < len(texts) else len(body) // 2
        _refuse_size(name, rows * columns, text)


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield kind and body of each record; both kind and size take seven bits a byte, the last without the eighth."""
    at = 0
    while at < len(part):
        numbers = []
        for most in (2, 4):
            number = 0
            for i in range(most):
                byte = part[at] if at < len(part) else 0
                number |= (byte & 0x7F) << (7 * i)
                at += 1
                if byte < 0x80:
                    break
            numbers.append(number)
        kind, size = numbers
        yield kind, part[at : at + size]
        at += size


def _check_ods(archive: Archive, name: str) -> None:
    """Reckon with the repeats by which ODS writes equal cells and rows once."""
    width = rows = text = blank = 0
    for element in _elements(archive.read("content.xml"), "table-row", "table"):
        if str(element.tag).endswith("table"):
            width = rows = text = blank = 0
            continue
        times, end, used = _repeats(element, "rows"), 0, 0
        for cell in element:
            again, length = _repeats(cell, "columns"), _length(cell)
            end += again
            text += times * again * length
            used = end if length else used
        rows, blank = (rows + blank + times, 0) if used else (rows, blank + times)
        width = max(width, used)
        _refuse_size(name, width * rows, text)
        element.clear()


def _repeats(element: etree._Element, what: str) -> int:
    said = [str(value) for key, value in element.items() if str(key).endswith(f"number-{what}-repeated")]
    return max((int(one) if one.isdecimal() and len(one) < 10 else 10**9 for one in said), default=1)


def _length(cell: etree._Element) -> int:
    """Return the characters in a cell; a value without text counts as one."""
    return sum(map(len, map(str, cell.itertext()))) or sum(str(key).endswith("value") for key, _ in cell.items())


# Records of cells: each begins with row and column, two bytes each.
_BIFF_CELLS = frozenset((0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x201, 0x203, 0x204, 0x205, 0x27E, 0xBD, 0xBE, 0xD6, 0xFD))
_FILE_PASS, _BEGIN, _MULTIPLE, _BLANKS, _TEXTS, _EXTENT = 0x2F, 0x809, 0xBD, 0xBE, 0xFC, 0x200
_FULL_SHEET = 65536 * 256


def _check_xls(data: bytes, name: str) -> None:
    """Walk the records of a BIFF stream: which cells are there, and is it encrypted (Microsoft, MS-XLS 2.4)."""
    with olefile.OleFileIO(io.BytesIO(data)) as ole:
        stream = next(ole.openstream(part).read() for part in ("Workbook", "Book", "WORKBOOK") if ole.exists(part))
    at = rows = columns = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        body = stream[at + 4 : at + 4 + size]
        if kind == _FILE_PASS:
            raise protected(name)
        if kind == _BEGIN:
            rows = columns = 0
        elif kind == _EXTENT and size >= 10:
            top, bottom, left, right = struct.unpack_from("<IIHH" if size >= 14 else "<HHHH", body.ljust(14, b"\0"))
            if (bottom - top + 1) * (right - left + 1) > _FULL_SHEET:
                _refuse_size(name, (bottom - top + 1) * (right - left + 1), 0)
        elif kind == _TEXTS and int.from_bytes(body[4:8], "little") > len(stream):
            raise _damaged(name)
        elif kind in _BIFF_CELLS and len(body) >= 4:
            row, first = struct.unpack_from("<HH", body)
            last = first + size // 6 if kind == _MULTIPLE else first + size // 2 if kind == _BLANKS else first
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            _refuse_size(name, rows * columns, 0)
        at += 4 + size

"""What a workbook will take in memory, reckoned from the file before calamine opens it.

Calamine lays a sheet out as one rectangle, empty cells included, each cell with a text of its own: a few bytes can ask
for billions of cells.
"""

import io
import re
import struct
from collections.abc import Iterator

import olefile  # type: ignore[import-untyped]
from lxml import etree

from reviewer.errors import BadInput
from reviewer.reading.archive import Archive, protected

MAX_CELLS = 5_000_000
"""The most cells in a workbook, counted as the rectangles around those that hold something."""
_MAX_TEXT = 2**28
"""The most characters in a workbook, those of a text that stands in several cells counted in each."""
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_STRINGS = re.compile(rb"<(?:\w{1,20}:)?sst\b")


def check_xlsx(archive: Archive, name: str) -> None:
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
        refuse_size(name, rows * columns, text)


def _odd(name: str, what: str) -> BadInput:
    return BadInput(f"{name} is no workbook as spreadsheets write it ({what}): save it again as XLSX")


def damaged(name: str) -> BadInput:
    """Return what is said of a workbook that can't be read."""
    return BadInput(f"{name} is a workbook that is cut off or damaged: save it again")


def refuse_size(name: str, cells: int, text: int) -> None:
    """Raise BadInput where sheets of so many cells and characters in them are more than is read."""
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
_SHARED = "xl/sharedStrings.bin"
_FOLDERS = ("xl/worksheets/", "xl/chartsheets/", "xl/dialogsheets/")


def check_xlsb(archive: Archive, name: str) -> None:
    """Look through the parts that calamine takes for sheets: those in certain folders, whatever they are called."""
    shared = archive.read(_SHARED) if _SHARED in archive.names else b""
    texts = [len(body) // 2 for kind, body in _records(shared) if kind == _TEXT_ITEM]
    sheets = (part for part in sorted(archive.names) if part.startswith(_FOLDERS) and not part.endswith(".rels"))
    for part in map(archive.read, sheets):
        rows, columns, text, row = 0, 0, 0, 0
        for kind, body in _records(part):
            if (kind == _ROW or kind in _CELLS) and len(body) < _LEAST.get(kind, _LEAST_OF_CELL):
                raise damaged(name)
            if kind == _ROW:
                row = int.from_bytes(body[:4], "little") + 1
            elif kind in _CELLS:
                rows, columns = max(rows, row), max(columns, int.from_bytes(body[:4], "little") + 1)
                item = int.from_bytes(body[8:12], "little") if kind == _TEXT_CELL else len(texts)
                text += texts[item] if item < len(texts) else len(body) // 2
        refuse_size(name, rows * columns, text)


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


def check_ods(archive: Archive, name: str) -> None:
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
        refuse_size(name, width * rows, text)
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


def check_xls(data: bytes, name: str) -> None:
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
                refuse_size(name, (bottom - top + 1) * (right - left + 1), 0)
        elif kind == _TEXTS and int.from_bytes(body[4:8], "little") > len(stream):
            raise damaged(name)
        elif kind in _BIFF_CELLS and len(body) >= 4:
            row, first = struct.unpack_from("<HH", body)
            last = first + size // 6 if kind == _MULTIPLE else first + size // 2 if kind == _BLANKS else first
            rows, columns = max(rows, row + 1), max(columns, last + 1)
            refuse_size(name, rows * columns, 0)
        at += 4 + size

"""A workbook in XLSB, put together from its records (Microsoft, MS-XLSB): no free program writes one."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence

_NAMESPACE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def record(kind: int, body: bytes = b"") -> bytes:
    """Return a record; kind and size take seven bits a byte."""
    head = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = b""
    left = len(body)
    while True:
        size += bytes([left & 0x7F | (0x80 if left > 0x7F else 0)])
        left >>= 7
        if not left:
            return head + size + body


def wide(text: str) -> bytes:
    """Return a text behind the number of its signs."""
    data = text.encode("utf-16-le")
    return struct.pack("<I", len(data) // 2) + data


def sheet(rows: Mapping[int, Mapping[int, str]]) -> bytes:
    """Return a sheet of texts by row and column, from 0."""
    extent = struct.pack("<IIII", 0, max(rows), 0, max(max(cells) for cells in rows.values()))
    body = record(129) + record(148, extent) + record(145)
    for row, cells in rows.items():
        body += record(0, struct.pack("<IIH", row, 0, 300) + bytes(7))
        for column, text in cells.items():
            body += record(6, struct.pack("<II", column, 0) + wide(text))
    return body + record(146) + record(130)


def workbook(sheets: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the file of a workbook of sheets, each with its name."""
    book = record(131) + record(143)
    for i, (name, _) in enumerate(sheets, 1):
        book += record(156, struct.pack("<II", 0, i) + wide(f"rId{i}") + wide(name))
    book += record(144) + record(132)
    targets = "".join(
        f'<Relationship Id="rId{i}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{i}.bin"/>'
        for i in range(1, len(sheets) + 1)
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{_NAMESPACE}/content-types"/>')
        file.writestr(
            "xl/_rels/workbook.bin.rels", f'<Relationships xmlns="{_NAMESPACE}/relationships">{targets}</Relationships>'
        )
        file.writestr("xl/workbook.bin", book)
        for i, (_, body) in enumerate(sheets, 1):
            file.writestr(f"xl/worksheets/sheet{i}.bin", body)
    return out.getvalue()

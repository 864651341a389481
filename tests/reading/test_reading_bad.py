"""What can't be read is one sentence that says what and where, and nothing a document points to is fetched."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from reviewer.errors import BadInput, ReviewerError
from reviewer.reading import Options, preview, preview_data, read
from reviewer.reading.workbook_size import MAX_CELLS

FILES = Path(__file__).parent / "files"
SHEET = "xl/worksheets/sheet1.xml"


def refused(data: bytes, options: Options | None = None) -> str:
    with pytest.raises(BadInput) as caught:
        preview_data(data, "list.bin", options or Options())
    said = str(caught.value)
    assert said.startswith("list.bin ")
    assert ":" in said
    assert "\n" not in said
    return said


def changed(name: str, **parts: bytes | None) -> bytes:
    """Return a file of ours with parts of its zip put in place of others; None takes one out."""
    out = io.BytesIO()
    with zipfile.ZipFile(FILES / name) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part not in parts:
                new.writestr(part, old.read(part))
        for part, data in parts.items():
            if data is not None:
                new.writestr(part, data)
    return out.getvalue()


def part(name: str, inner: str) -> bytes:
    with zipfile.ZipFile(FILES / name) as file:
        return file.read(inner)


@pytest.mark.parametrize("name", ["password.pdf", "password.xlsx", "password.docx"])
def test_a_password_is_named(name: str) -> None:
    assert "protected by a password" in refused((FILES / name).read_bytes())


def test_an_ods_with_a_password_is_named() -> None:
    manifest = part("book.ods", "META-INF/manifest.xml").replace(
        b"</manifest", b"<manifest:encryption-data/></manifest"
    )
    data = changed("book.ods", **{"META-INF/manifest.xml": manifest, "content.xml": b"\x8f\x1d\x99"})
    assert "protected by a password" in refused(data)


@pytest.mark.parametrize("name", ["letter.docx", "letter.pdf", "book.xlsx", "book.xls", "book.ods"])
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_file_cut_off_is_damaged_or_still_a_list(name: str, share: float) -> None:
    data = (FILES / name).read_bytes()
    if name.endswith(".pdf") and share > 0.5:
        return  # pdfium mends what it can
    assert "damaged" in refused(data[: int(share * len(data))])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1 Baytna", "cut off or damaged"),
        (b'<?xml version="1.0"?><office:document xmlns:office="x">', "damaged"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le"), "old Word"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "is no text file"),
        (b"\x1f\x8b\x08\x00", "is no text file"),
        (b"%PDF-1.7\nx", "damaged"),
        (b'{"a":', "broken JSON"),
    ],
)
def test_other_files_are_told_by_content(data: bytes, said: str) -> None:
    assert said in refused(data)


def test_archives_and_unknown_office_files_are_named() -> None:
    for inner, said in (("a.txt", "zip archive"), ("xl/workbook.bin", "damaged")):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as file:
            file.writestr(inner, "x")
        assert said in refused(out.getvalue())


def test_a_wrong_name_does_not_matter(tmp_path: Path) -> None:
    for name, format_ in (("letter.docx", "DOCX"), ("book.xls", "XLS"), ("letter.pdf", "PDF"), ("book.ods", "ODS")):
        (tmp_path / "list.csv").write_bytes((FILES / name).read_bytes())
        assert preview(tmp_path / "list.csv").format == format_


# --- what swells -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["letter.docx", "book.xlsx", "book.ods"])
def test_a_zip_bomb_is_not_unpacked(name: str) -> None:
    data = changed(name, **{"media/bomb.bin": bytes(2**24)})
    assert "unpacks to" in refused(data)
    assert "unpacks to" in refused(changed(name, **{"media/a.bin": bytes(range(256)) * 2**15}), Options(max_mib=1))


def test_a_part_longer_than_it_says_is_damaged() -> None:
    data = bytearray(changed("book.xlsx", **{SHEET: b"<worksheet>" + b" " * 9000}))
    at = data.rfind(SHEET.encode()) - 46  # its entry in the directory; the size stands at 24
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert "damaged" in refused(bytes(data))


def test_a_sheet_that_asks_for_billions_of_cells_is_refused() -> None:
    far = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    far += b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    far += b"</worksheet>"
    assert "cells" in refused(changed("book.xlsx", **{SHEET: far}))
    assert "cell A99999999" in refused(changed("book.xlsx", **{SHEET: far.replace(b"A1", b"A9999999999999")}))
    elsewhere = part("book.xlsx", "xl/_rels/workbook.xml.rels").replace(b"sheet1.xml", b"sheet1.bin")
    parts = {SHEET: None, "xl/worksheets/sheet1.bin": far, "xl/_rels/workbook.xml.rels": elsewhere}
    assert "cells" in refused(changed("book.xlsx", **parts))
    content = part("book.ods", "content.xml")
    cell = b'<table:table-cell office:value-type="string" '
    for repeat in (b'table:number-columns-repeated="16384" ', b'table:number-columns-repeated="999999999" '):
        wide = content.replace(cell, cell + repeat, 1).replace(
            b"<table:table-row", b'<table:table-row table:number-rows-repeated="1048576"', 1
        )
        assert wide != content
        assert "cells" in refused(changed("book.ods", **{"content.xml": wide}))
    assert MAX_CELLS < 16384 * 1048576


def test_one_long_text_in_many_cells_is_refused() -> None:
    strings = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + b"x" * 30_000
    cells = b"".join(b'<row r="%d"><c r="A%d" t="s"><v>0</v></c></row>' % (i, i) for i in range(1, 20_000))
    sheet = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + cells
    sheet += b"</sheetData></worksheet>"
    data = changed("book.xlsx", **{"xl/sharedStrings.xml": strings + b"</t></si></sst>", SHEET: sheet})
    assert "more than a list needs" in refused(data)


# --- what points elsewhere ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "inner"),
    [
        ("letter.docx", "word/document.xml"),
        ("letter.docx", "word/numbering.xml"),
        ("book.xlsx", SHEET),
        ("book.xlsx", "xl/sharedStrings.xml"),
        ("book.ods", "content.xml"),
    ],
)
def test_entities_are_not_resolved(name: str, inner: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret Society", "utf-8")
    xml = part(name, inner)
    head, rest = xml.split(b"?>", 1)
    root = rest.lstrip()[1:].split()[0]
    entity = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]>'.encode()
    swapped = rest.replace(b"Baytna", b"&e;")
    assert root
    data = changed(name, **{inner: head + b"?>" + entity + swapped})
    try:
        lines = [line.text for one in preview_data(data, "list.bin").parts for line in one.lines]
    except ReviewerError as error:
        lines = [str(error)]
    assert not any("Secret" in line for line in lines)


def test_html_reads_nothing_it_points_to(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("Secret Society", "utf-8")
    html = f'<!DOCTYPE html [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]><html><body><ol><li>&e;</li>'
    html += f'<li>Baytna</li></ol><iframe src="file://{tmp_path}/secret.txt"></iframe></body></html>'
    lines = [line.text for one in preview_data(html.encode(), "page.html").parts for line in one.lines]
    assert "Baytna" in lines
    assert not any("Secret" in line for line in lines)


# --- what is asked for and not there -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (Options(sheet="Nowhere"), "no sheet 'Nowhere': choose one of About, Signatories, Names only"),
        (Options(sheet="4"), "no sheet '4'"),
        (Options(column="Town"), "no column 'Town': choose one of No., Organisation, Country"),
        (Options(lines="x-3"), "'x-3' names no lines"),
        (Options(lines="5-3"), "'5-3' names no lines"),
    ],
)
def test_a_choice_that_is_not_there_is_named(options: Options, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read(FILES / "book.xlsx", options)


def test_an_unknown_encoding_is_named() -> None:
    for encoding in ("klingon", "rot13", "base64"):
        with pytest.raises(BadInput, match=f"(?i)no encoding.*'{encoding}'"):
            preview_data(b"Baytna", "a.txt", Options(encoding=encoding))


def test_too_many_lines_are_refused() -> None:
    said = "has more than 16,384 lines"
    assert said in refused(b"a\n" * 20_000, Options(max_mib=1))
    assert said in refused(b"\n" * 100_000 + b"a", Options(max_mib=1))
    assert len(preview_data(b"\n" * 60_000 + b"a", "a.txt", Options(max_mib=1)).parts[0].lines) == 1


def test_deep_json_is_broken_or_read() -> None:
    assert "broken JSON" in refused(b"[" * 100_000)
    assert preview_data(json.dumps([{"name": "Baytna", "more": {"a": [1]}}]).encode(), "a.json").proposed == {1}

"""Sheets of a workbook: which are proposed. Real workbooks are in test_reading_files."""

import io
import zipfile

import pytest
import xlsb

from reviewer.errors import BadInput
from reviewer.reading import Options, Preview, preview_data, take


def shown(*sheets: tuple[str, list[list[str]]], options: Options | None = None) -> Preview:
    made = [(name, xlsb.sheet({i: dict(enumerate(row)) for i, row in enumerate(rows)})) for name, rows in sheets]
    return preview_data(xlsb.workbook(made), "book.xlsb", options or Options())


PEOPLE = [["Name", "Town"], ["Ann Farmer", "Homs"], ["Bob Miller", "Hama"]]
GROUPS = [["Name", "Town"], ["Baytna", "Homs"], ["Orchard Group", "Hama"]]


def test_a_binary_workbook_is_read_and_each_list_in_it_is_a_source() -> None:
    found = shown(("Organizations", GROUPS), ("Individuals", PEOPLE))
    groups, people = take(found)
    assert found.format == "XLSB"
    assert [one.text for one in groups.signatures] == ["Baytna", "Orchard Group"]
    assert [(one.text, one.group) for one in people.signatures] == [
        ("Ann Farmer", "Individuals"),
        ("Bob Miller", "Individuals"),
    ]
    assert (groups.title, people.title) == ("book – Organizations", "book – Individuals")
    assert groups.id != people.id


def test_a_sheet_without_a_column_of_names_beside_one_with_is_not_proposed() -> None:
    codes = [["SY", "Syria"], ["LB", "Lebanon"], ["IQ", "Iraq"]]
    found = shown(("Codes", codes), ("List", PEOPLE))
    [source] = take(found)
    assert (source.title, [one.text for one in source.signatures]) == ("book", ["Ann Farmer", "Bob Miller"])
    assert {line.why for line in found.parts[0].lines} == {"another sheet holds the list"}


def test_a_column_is_taken_in_the_sheets_that_have_it() -> None:
    sheets = (("Organizations", [[*row, "x"] for row in GROUPS]), ("Individuals", PEOPLE))
    [source] = take(shown(*sheets, options=Options(column="3")))
    assert [one.text for one in source.signatures] == ["x", "x"]
    with pytest.raises(BadInput, match="no column 'Fax'"):
        shown(*sheets, options=Options(column="Fax"))


def test_a_binary_sheet_that_asks_for_billions_of_cells_is_refused() -> None:
    far = xlsb.sheet({0: {0: "Baytna"}, 1_000_000: {16_000: "Orchard"}})
    with pytest.raises(BadInput, match="cells, more than a list needs"):
        preview_data(xlsb.workbook([("A", far)]), "book.xlsb")


def test_one_part_that_is_many_sheets_is_reckoned_as_often() -> None:
    wide = xlsb.sheet({0: {0: "Baytna"}, 2000: {2000: "Orchard"}})
    with pytest.raises(BadInput, match="cells, more than a list needs"):
        preview_data(xlsb.workbook([("A", wide), ("B", wide)]), "book.xlsb")


def test_a_record_that_is_too_short_is_damage() -> None:
    short = xlsb.record(129) + xlsb.record(148, bytes(16)) + xlsb.record(145) + xlsb.record(0) + xlsb.record(146)
    with pytest.raises(BadInput, match="cut off or damaged"):
        preview_data(xlsb.workbook([("A", short)]), "book.xlsb")


def test_what_a_printer_or_another_program_left_in_a_workbook_is_no_sheet() -> None:
    made = xlsb.workbook([("A", xlsb.sheet({0: {0: "Baytna"}, 1: {0: "Orchard"}}))])
    out = io.BytesIO(made)
    with zipfile.ZipFile(out, "a") as file:
        file.writestr("xl/printerSettings/printerSettings1.bin", bytes(range(12)) * 9)
        file.writestr("xl/worksheets/_rels/sheet1.bin.rels", "<?xml version='1.0'?>\n\n<Relationships/>")
    [source] = take(preview_data(out.getvalue(), "book.xlsb"))
    assert [one.text for one in source.signatures] == ["Baytna", "Orchard"]

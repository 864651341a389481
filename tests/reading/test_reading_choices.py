"""What a reviewer may choose of the tables in a file, and what is told of the choice."""

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from reviewer.errors import BadInput, Cancelled
from reviewer.reading import ALL_COLUMNS, Options, Part, preview_data
from reviewer.reading.fields import Fields

FILES = Path(__file__).parent / "files"
CALL = "<p>We, the undersigned, call on the Council to open the road that the villages depend on.</p>"
CALLED = "We, the undersigned, call on the Council to open the road that the villages depend on."
PEOPLE = [("Ann Farmer", "Director, Orchard Group", "Homs"), ("Bob Miller", "Teacher, Valley School", "Berlin")]
NAMES = [row[0] for row in PEOPLE]


def part(data: str | bytes, file: str = "list", options: Options | None = None) -> Part:
    [found] = preview_data(data if isinstance(data, bytes) else data.encode(), file, options or Options()).parts
    return found


def taken(data: str | bytes, file: str = "list", options: Options | None = None) -> list[str]:
    return [line.text for line in part(data, file, options).lines if line.is_proposed]


def html(rows: Sequence[tuple[str, ...]]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<html>{CALL}<table>{cells}</table></html>"


def word(*tables: Sequence[tuple[str, ...]]) -> bytes:
    document = docx.Document()
    document.add_paragraph(CALLED)
    for rows in tables:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
        document.add_paragraph("")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("data", [html(PEOPLE), word(PEOPLE)])
def test_columns_of_a_table_in_a_document_are_told_and_chosen(data: str | bytes) -> None:
    found = part(data)
    assert ([column.name for column in found.columns], found.column, found.header) == (["A", "B", "C"], 0, False)
    assert found.columns[2].samples == ("Homs", "Berlin")
    assert taken(data) == NAMES
    assert taken(data, options=Options(column="C")) == ["Homs", "Berlin"]
    assert part(data, options=Options(column="3")).column_why == "as asked for"
    assert taken(data, options=Options(column=ALL_COLUMNS)) == [cell for row in PEOPLE for cell in row]


def test_a_table_without_the_column_is_read_as_if_none_was_asked_for() -> None:
    others = [("No.", "Name"), ("1", "Carl Baker")]
    assert taken(word(PEOPLE, others), options=Options(column="C")) == ["Homs", "Berlin", "Carl Baker"]
    with pytest.raises(BadInput, match="no table with a column 'F'"):
        part(word(PEOPLE, others), options=Options(column="F"))


def test_names_set_in_alike_columns_are_all_names() -> None:
    rows: Sequence[tuple[str, ...]] = [("Baytna", "Orchard Group"), ("Kesh Malek", "Valley Watch"), ("Amal Centre", "")]
    found = part(html(rows))
    assert (found.column, found.column_why) == (None, "names stand in all columns")
    assert taken(html(rows)) == [cell for row in rows for cell in row if cell]
    assert taken(html(rows), options=Options(column="B")) == ["Orchard Group", "Valley Watch"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Valley Watch", "مرصد الوادي"), ("Orchard Group", "مجموعة البستان"), ("Baytna", "بيتنا")],
        [("Ann Farmer", "Orchard Group"), ("Bob Miller", "Valley Watch"), ("Carl Baker", "School of Homs")],
        [("Ann Farmer", "Journalist"), ("Bob Miller", "Teacher"), ("Carl Baker", "Engineer")],
    ],
)
def test_of_unlike_columns_one_is_taken(rows: Sequence[tuple[str, ...]]) -> None:
    assert taken(html(rows)) == [row[0] for row in rows]
    assert taken("\n".join(",".join(row) for row in rows), "list.csv") == [row[0] for row in rows]


def test_the_first_row_is_a_header_or_none_as_told() -> None:
    table = "Valley,Side\nBaytna,Left\nOrchard,Right\n"
    assert (part(table, "a.csv").header, len(taken(table, "a.csv"))) == (False, 3)
    told = part(table, "a.csv", Options(header=True))
    assert (told.header, told.column, [column.name for column in told.columns]) == (True, 0, ["Valley", "Side"])
    named = "Name,Side\nBaytna,Left\n"
    assert (part(named, "a.csv").header, taken(named, "a.csv")) == (True, ["Baytna"])
    assert taken(named, "a.csv", Options(header=False)) == ["Name", "Baytna"]
    assert taken(html([("Valley", "Road"), *[row[:2] for row in PEOPLE]]), options=Options(header=True)) == NAMES


def test_cells_copied_from_a_spreadsheet_are_a_table() -> None:
    found = part("Ann Farmer\tHoms\nBob Miller\tHoms", "Pasted 12:00:00")
    assert [column.samples[0] for column in found.columns] == ["Ann Farmer", "Homs"]
    assert found.column == 0


@pytest.mark.parametrize(
    "copied",
    [
        "<html><body><!--StartFragment--><ol><li>Ann Farmer</li><li>Bob Miller</li></ol></body></html>",
        '<meta charset="utf-8"><b id="x"><ol><li><p><span>Ann Farmer</span></p></li><li>Bob Miller</li></ol></b>',
        "<!--StartFragment--><span>Ann Farmer</span><br><span>Bob Miller</span>",
        "<table><tr><td>Ann Farmer</td><td>Homs</td></tr><tr><td>Bob Miller</td><td>Homs</td></tr></table>",
        (
            "<p class=MsoList><![if !supportLists]><span>1.<span>&nbsp; </span></span><![endif]>Ann Farmer</p>"
            "<p class=MsoList><![if !supportLists]><span>2.<span>&nbsp; </span></span><![endif]>Bob Miller</p>"
        ),
    ],
)
def test_pasted_html_is_read_as_such(copied: str) -> None:
    assert preview_data(copied.encode(), "Pasted 2020-01-01 12:00:00").format == "HTML"
    assert taken(copied, "Pasted 2020-01-01 12:00:00") == NAMES


def test_a_line_proposes_its_parts() -> None:
    [line] = part("Ann Farmer, director, Orchard Group, Homs").lines
    assert line.fields == Fields("Ann Farmer", "director", "Orchard Group", "Homs")


@pytest.mark.parametrize("name", ["pages.pdf", "book.xlsx", "book.ods"])
def test_reading_tells_how_far_it_is_and_can_be_cancelled(name: str) -> None:
    data = (FILES / name).read_bytes()
    told: list[float] = []
    preview_data(data, name, Options(), lambda _step, share: told.append(share))
    assert told == sorted(told)
    assert (told[0], told[-1], len(told) > 3) == (0.0, 1.0, True)

    def cancel(_step: str, share: float) -> None:
        if share > 0:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        preview_data(data, name, Options(), cancel)


def test_names_set_in_the_columns_of_a_sheet_can_all_be_taken() -> None:
    table = "Baytna,Orchard Group\nKesh Malek,Valley Watch\nAmal,\n"
    assert taken(table, "a.csv") == ["Baytna", "Kesh Malek", "Amal"]
    assert taken(table, "a.csv", Options(column=ALL_COLUMNS)) == [
        "Baytna",
        "Orchard Group",
        "Kesh Malek",
        "Valley Watch",
        "Amal",
    ]

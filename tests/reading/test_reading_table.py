import csv
import io

import pytest
from drafts import proposed
from hypothesis import given
from hypothesis import strategies as st

from reviewer.cells import guard
from reviewer.errors import BadInput
from reviewer.reading.table import is_table, read_table


def names(text: str) -> list[str]:
    return proposed(read_table(text, "f"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("header", ["Name", "ORGANISATION", "signatory", "Nom", "الاسم", "organization_name"])
def test_separator_header_and_name_column_are_found(separator: str, header: str) -> None:
    table = [("No.", header, "Country"), ("1", "Baytna", "Syria"), ("2", "Orchard", "Syria")]
    assert names("\n".join(separator.join(row) for row in table)) == ["Baytna", "Orchard"]


def test_without_a_header_the_column_of_most_distinct_texts_is_taken() -> None:
    assert names("1,Syria,Baytna\n2,Syria,Orchard\n3,Iraq,Kesh Malek\n") == ["Baytna", "Orchard", "Kesh Malek"]


def test_the_name_of_a_person_goes_before_the_organisation() -> None:
    assert names("Organisation,Name\nBaytna,A. Farmer\nOrchard,B. Miller\n") == ["A. Farmer", "B. Miller"]


def test_one_column_with_quotes_and_commas() -> None:
    assert names('Name\r\n"Farmer, Ann"\r\n"The ""Orchard"""\r\n') == ["Farmer, Ann", 'The "Orchard"']


def test_short_rows_blank_cells_and_marks() -> None:
    assert names("Name,Town\n1. Baytna,A\n\n,B\nOrchard\n") == ["Baytna", "Orchard"]


def test_guarded_cells_read_back() -> None:
    assert names("Name,Town\n'=SUM(A1),X\n'@home,Y\n'Quoted',Z\n") == ["=SUM(A1)", "@home", "'Quoted'"]


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("name,town\nBaytna,Aleppo\n", True),
        ("Nom;Ville\nBaytna;Alep\n", True),
        ("Baytna, director of Y\nOrchard, director of Z\n", False),
        ("name\nBaytna\n", False),
        ("Name, director\nBaytna\n", False),
        ("", False),
    ],
)
def test_a_table_is_told_from_names_with_roles(text: str, is_one: bool) -> None:
    assert is_table(text) is is_one


def test_a_cell_beyond_all_measure_is_bad_input() -> None:
    with pytest.raises(BadInput, match=r"^f is no table"):
        names('name,town\n"' + "x" * 200_000 + '",y\n')


@given(st.lists(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"))), min_size=1))
def test_names_written_to_csv_read_back(written: list[str]) -> None:
    texts = [f"A{text}".strip() for text in written]
    out = io.StringIO()
    csv.writer(out).writerows([("Name", "Town"), *((guard(text), "X") for text in texts)])
    assert names(out.getvalue()) == texts

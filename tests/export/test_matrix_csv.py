import csv
import io

from support import source

from reviewer.export import export
from reviewer.export.matrix_csv import write_matrix, write_overlap
from reviewer.model import Entry, Source

SOURCES = [
    source("a", "Kawakibi Center", "Badael", "Kawakby Center", title="=Sum"),
    source("b", "Kawakibi Center", "اليوم التالي"),
    Source("c", "=Sum", (), date="2019"),
]
A, B = (each.signatures for each in SOURCES[:2])
ENTRIES = [
    Entry("e2", "Badael", (), (A[1],)),
    Entry("e1", "Kawakibi Center", ("Kawakby Center",), (A[0], A[2], B[0])),
    Entry("e3", "اليوم التالي", (), (B[1],)),
]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_cell_holds_the_numbers_of_the_signatures() -> None:
    assert rows(write_matrix(ENTRIES, SOURCES)) == [
        ["Entry", "Name", "Lists", "'=Sum", "B", "'=Sum (2019)"],
        ["e1", "Kawakibi Center", "2", "1; 3", "1", ""],
        ["e2", "Badael", "1", "2", "", ""],
        ["e3", "اليوم التالي", "1", "", "2", ""],
    ]


def test_each_two_lists_have_a_row_with_what_they_share() -> None:
    assert rows(write_overlap(ENTRIES, SOURCES))[1:] == [
        ["'=Sum", "2", "B", "2", "1", "0.500", "0.333"],
        ["'=Sum", "2", "'=Sum (2019)", "0", "0", "0.000", "0.000"],
        ["B", "2", "'=Sum (2019)", "0", "0", "0.000", "0.000"],
    ]


def test_both_are_formats_to_export_to() -> None:
    for name, write in (("matrix", write_matrix), ("overlap", write_overlap)):
        out = io.BytesIO()
        export(ENTRIES, SOURCES, name, out)
        assert out.getvalue() == write(ENTRIES, SOURCES)

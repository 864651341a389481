"""The exports, compared with golden files: what people keep must not change by accident."""

import io
import json
from pathlib import Path

import pytest

from reviewer.errors import BadInput
from reviewer.export import FORMATS, export
from reviewer.model import Entry, Signature, Source
from reviewer.reading import read

GOLDEN = Path(__file__).parent / "golden"


def source(id_: str, title: str, *names: str, date: str = "", url: str = "", group: str = "") -> Source:
    signatures = tuple(Signature(id_, i, name, group=group) for i, name in enumerate(names, 1))
    return Source(id_, title, signatures, date, url)


SOURCES = [
    source(
        "a1",
        "Statement, 2018",
        "Kawakibi Center",
        'The "Orchard"',
        "اليوم التالي",
        "=HYPERLINK(1)",
        date="2018-01-05",
        url="https://x.example/1",
    ),
    source(
        "b2",
        "Letter 2019",
        "Kawakby Center",
        "+Plus; minus",
        "Kawakibi Center",
        "<b>x</b>",
        date="2019",
        group="Groups",
    ),
]
FIRST, SECOND = (source.signatures for source in SOURCES)
ENTRIES = [
    Entry("e1", "Kawakibi Center", ("Kawakby Center",), (FIRST[0], SECOND[0], SECOND[2])),
    Entry("e2", 'The "Orchard"', (), (FIRST[1],)),
    Entry("e3", "The Day After", ("اليوم التالي",), (FIRST[2],)),
    Entry("e4", "=HYPERLINK(1)", (), (FIRST[3],)),
    Entry("e5", "+Plus; minus", (), (SECOND[1],)),
    Entry("e6", "<b>x</b>", (), (SECOND[3],)),
]


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_are_those_of_the_golden_file(name: str, tmp_path: Path) -> None:
    stream, path = io.BytesIO(), tmp_path / "out"
    export(ENTRIES, SOURCES, name, stream)
    export(ENTRIES, SOURCES, name, path)
    golden = (GOLDEN / f"{name}{FORMATS[name].suffix}").read_bytes()
    assert stream.getvalue().decode().splitlines() == golden.decode().splitlines()
    assert stream.getvalue() == golden == path.read_bytes()


@pytest.mark.parametrize("name", ["crosswalk", "json"])
def test_who_signed_what_reads_back_as_the_lists_it_was_made_of(name: str, tmp_path: Path) -> None:
    export(ENTRIES, SOURCES, name, tmp_path / "out")
    again = read(tmp_path / "out")
    assert [(one.title, one.date, one.url) for one in again] == [(one.title, one.date, one.url) for one in SOURCES]
    assert [[s.text for s in one.signatures] for one in again] == [[s.text for s in one.signatures] for one in SOURCES]
    if name == "crosswalk":
        assert {signature.group for signature in again[1].signatures} == {"Groups"}


def test_the_cleaned_list_reads_back_as_a_list(tmp_path: Path) -> None:
    export(ENTRIES, SOURCES, "csv", tmp_path / "list.csv")
    [again] = read(tmp_path / "list.csv")
    assert [signature.text for signature in again.signatures] == [entry.name for entry in ENTRIES]


def test_no_cell_of_a_table_runs_in_a_spreadsheet() -> None:
    for name in ("csv", "crosswalk"):
        out = io.BytesIO()
        export(ENTRIES, SOURCES, name, out)
        text = out.getvalue().decode("utf-8-sig")
        assert "'=HYPERLINK" in text
        assert not any(cell[:1] in "=+-@" for line in text.splitlines() for cell in line.split(",") if cell)


def test_every_signature_stands_in_the_json_once() -> None:
    out = io.BytesIO()
    export(ENTRIES, SOURCES, "json", out)
    entries = json.loads(out.getvalue())["entries"]
    places = [(one["source"], one["position"]) for entry in entries for one in entry["signatures"]]
    assert sorted(places) == sorted((one.source, one.position) for one in FIRST + SECOND)


def test_no_entries_give_a_header_alone() -> None:
    out = io.BytesIO()
    export([], [], "csv", out)
    assert out.getvalue().decode("utf-8-sig").startswith("Entry,Name,")
    assert out.getvalue().count(b"\r\n") == 1


def test_an_unknown_format_is_bad_input() -> None:
    with pytest.raises(BadInput, match=r"'docx'.*csv, harmonised, crosswalk, json"):
        export([], [], "docx", io.BytesIO())

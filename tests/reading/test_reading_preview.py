import json
from pathlib import Path

import msgspec
import pytest
from support import bring_in

from reviewer.errors import NoSignatories
from reviewer.model import Signature
from reviewer.project import Project
from reviewer.reading import Options, preview, preview_data, read, take

TEXT = """Letter on the road

We, the undersigned, call on the Council to open the road that the villages depend on. It is the last one.

Organizations:
1. Baytna
2. Orchard Group

Individuals:
1. Ann Farmer
"""


def shown(text: str, options: Options | None = None) -> list[tuple[int, str, str]]:
    [part] = preview_data(text.encode(), "letter.txt", options or Options()).parts
    return [(line.number, line.text, line.why) for line in part.lines]


def test_every_line_is_shown_with_its_number_and_why_it_is_not_taken() -> None:
    assert shown(TEXT) == [
        (1, "Letter on the road", "outside the list"),
        (3, TEXT.splitlines()[2], "reads as a sentence"),
        (5, "Organizations:", "a heading"),
        (6, "Baytna", ""),
        (7, "Orchard Group", ""),
        (9, "Individuals:", "a heading"),
        (10, "Ann Farmer", ""),
    ]


def test_what_is_proposed_is_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, "utf-8")
    before = preview(tmp_path / "letter.txt")
    assert (before.format, before.encoding, before.proposed) == ("text", "UTF-8", frozenset((6, 7, 10)))
    assert take(before) == read(tmp_path / "letter.txt")
    [source] = take(before)
    assert source.signatures[2] == Signature(source.id, 3, "Ann Farmer", "1.", "Individuals")


def test_what_is_ticked_is_what_is_taken() -> None:
    before = preview_data(TEXT.encode(), "letter.txt")
    [source] = take(before, {1, 6, 99})
    assert [signature.text for signature in source.signatures] == ["Letter on the road", "Baytna"]
    with pytest.raises(NoSignatories):
        take(before, set())


def test_title_date_and_link_can_be_changed_before_taking() -> None:
    before = preview_data(TEXT.encode(), "letter.txt")
    part = msgspec.structs.replace(before.parts[0], title="Road", date="2020", url="https://x.example")
    [source] = take(msgspec.structs.replace(before, parts=(part,)))
    assert (source.title, source.date, source.url) == ("Road", "2020", "https://x.example")


def test_lines_asked_for_are_taken_and_no_others() -> None:
    found = shown(TEXT, Options(lines="1, 6-7"))
    assert [text for _, text, why in found if not why] == ["Letter on the road", "Baytna", "Orchard Group"]
    assert found[-1][2] == "not among the lines asked for"


def test_lines_go_on_through_the_documents_of_a_file() -> None:
    post = {"title": {"rendered": "T"}, "content": {"rendered": "<ol><li>Baytna</li><li>Orchard</li></ol>"}}
    before = preview_data(json.dumps([post, post]).encode(), "posts.json")
    assert [[line.number for line in part.lines] for part in before.parts] == [[1, 2], [3, 4]]
    first, second = take(before, {2, 3})
    assert [one.signatures[0].text for one in (first, second)] == ["Orchard", "Baytna"]
    assert second.id == f"{first.id}-2"


def test_an_encoding_can_be_asked_for() -> None:
    data = "منظمة من أجل العدالة\nاليوم التالي".encode("cp1256")
    told = preview_data(data, "a.txt", Options(encoding="windows-1252"))
    assert told.encoding == "windows-1252"
    assert "منظمة من أجل العدالة" not in [line.text for line in told.parts[0].lines]
    assert preview_data(data, "a.txt").encoding == "windows-1256"


def test_columns_are_shown_and_chosen() -> None:
    table = b"No.,Name,Town\n1,Baytna,Aleppo\n2,Orchard,Homs\n"
    [part] = preview_data(table, "a.csv").parts
    assert [column.name for column in part.columns] == ["No.", "Name", "Town"]
    assert (part.column, part.lines[0].why) == (1, "the header of the table")
    [source] = take(preview_data(table, "a.csv", Options(column="town")))
    assert [signature.text for signature in source.signatures] == ["Aleppo", "Homs"]


def test_objects_are_a_table() -> None:
    people = [{"name": "Baytna", "town": "Aleppo"}, {"town": "Homs", "name": "Orchard", "tags": [1]}]
    for value in (people, {"title": "Letter", "people": people}):
        [source] = take(preview_data(json.dumps(value).encode(), "a.json"))
        assert [(one.position, one.text) for one in source.signatures] == [(1, "Baytna"), (2, "Orchard")]
    [towns] = take(preview_data(json.dumps(people).encode(), "a.json", Options(column="town")))
    assert [one.text for one in towns.signatures] == ["Aleppo", "Homs"]


def test_a_project_is_read_as_the_lists_it_holds(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(TEXT, "utf-8")
    [source] = read(tmp_path / "letter.txt")
    project = Project.create(tmp_path / "review.json", reviewer="Amal")
    bring_in(project, source)
    project.close()
    assert read(tmp_path / "review.json") == [source]

import pytest
from drafts import grouped, proposed

from reviewer.reading.groups import is_kind, is_place, label
from reviewer.reading.markdown import read_markdown
from reviewer.reading.page import read_page
from reviewer.reading.text import read_text

CALL = "We, the undersigned, call on the Council to open the road that the villages depend on. It is the last one."
BOTH = [("Organizations", "Baytna"), ("Organizations", "Orchard Group"), ("Individuals", "Ann Farmer")]


@pytest.mark.parametrize(
    "text",
    [
        "Organizations:\nBaytna\nOrchard Group\nIndividuals:\nAnn Farmer",
        "Organizations\nBaytna\nOrchard Group\nIndividuals\nAnn Farmer",
        "Organizations\n\nBaytna\n\nOrchard Group\n\nIndividuals\n\nAnn Farmer",
        f"Letter\n\n{CALL}\n\nOrganizations\n1. Baytna\n2. Orchard Group\nIndividuals\n1. Ann Farmer",
        f"{CALL}\n\nSignatories:\n\nOrganizations (2):\n- Baytna\n- Orchard Group\n\nIndividuals:\n- Ann Farmer",
    ],
)
def test_headings_inside_a_list_label_the_names_below(text: str) -> None:
    assert grouped(read_text(text)) == BOTH


def test_headings_of_a_page_label_the_names_below() -> None:
    html = f"<h1>Letter</h1><p>{CALL}</p><h2>Organizations</h2><ul><li>Baytna</li><li>Orchard Group</li></ul>"
    assert grouped(read_page(f"<html>{html}<p><b>Individuals:</b></p><ul><li>Ann Farmer</li></ul></html>")) == BOTH


def test_countries_and_capitals_head_blocks() -> None:
    text = "Lebanon\nBaytna\nOrchard Group\n\nSyria\nKesh Malek\nDawlaty"
    assert grouped(read_text(text))[::2] == [("Lebanon", "Baytna"), ("Syria", "Kesh Malek")]
    text = "NORTHERN TOWNS\nBaytna\nOrchard Group\n\nSOUTHERN TOWNS\nKesh Malek\nDawlaty"
    assert grouped(read_text(text))[::2] == [("NORTHERN TOWNS", "Baytna"), ("SOUTHERN TOWNS", "Kesh Malek")]


def test_headings_of_no_known_word_where_the_numbers_begin_anew() -> None:
    text = "From the hills\n1. Baytna\n2. Orchard Group\nFrom the valley\n1. Ann Farmer"
    assert [group for group, _ in grouped(read_text(text))] == ["From the hills"] * 2 + ["From the valley"]


def test_names_that_look_like_headings_stay_names() -> None:
    names = ["UOSSM", "Baytna", "Syria Relief", "Organizations Watch", "SAMS", "Students for Rain"]
    assert proposed(read_text("\n".join(names))) == names
    assert proposed(read_text("\n\n".join(names))) == names


def test_what_announces_all_names_labels_none() -> None:
    assert {group for group, _ in grouped(read_text(f"{CALL}\n\nSignatories:\n1. Baytna\n2. Orchard"))} == {""}


def test_markdown_is_read_as_it_is_meant() -> None:
    text = f"# Letter\n\n{CALL}\n\n## Organizations\n\n* **Baytna**\n* [Orchard Group](https://x.example/a_b)\n\n"
    draft = read_markdown(f"{text}Individuals\n---\n\n1. Ann _Farmer_\n")
    assert (draft.title, grouped(draft)) == ("Letter", BOTH)
    table = "| No. | Name |\n|----|:---|\n| 1 | Baytna |\n| 2 | Orchard \\| Group |\n"
    assert proposed(read_markdown(f"# Letter\n\n{CALL}\n\n{table}")) == ["Baytna", "Orchard | Group"]
    assert proposed(read_markdown("# List\n\n- snake_case_name\n- 5 * 3 * 2 Club\n- C# Users\n")) == [
        "snake_case_name",
        "5 * 3 * 2 Club",
        "C# Users",
    ]


NAMES = ["Baytna", "Orchard Group", "Kesh Malek", "Ann Farmer"]


@pytest.mark.parametrize(
    "text",
    [
        "Signed by: Baytna, Orchard Group, Kesh Malek and Ann Farmer",
        f"{CALL}\n\nSignatories:\n\nBaytna; Orchard Group; Kesh Malek; Ann Farmer.",
        f"{CALL} It was closed on Monday.\n\nBaytna • Orchard Group • Kesh Malek • Ann Farmer",
    ],
)
def test_names_one_behind_the_other_are_parted(text: str) -> None:
    assert proposed(read_text(text)) == NAMES


def test_names_with_role_and_town_are_not() -> None:
    lines = ["Ann Farmer, director, Orchard Group, London", "Bob Miller, poet"]
    assert proposed(read_text("\n".join(lines))) == lines


def test_lines_parted_by_breaks_go_before_an_unrelated_list() -> None:
    names = "<br>".join(["Baytna", "Orchard Group", "Kesh Malek", "Dawlaty", "Amal"])
    tags = "<ul><li>Roads</li><li>Harvest</li></ul>"
    page = f"<html><p>{CALL}</p><p>Signatories:</p><p>{names}</p><p>It was published in May and it is old.</p>{tags}"
    assert proposed(read_page(f"{page}</html>")) == names.split("<br>")


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("Organizations", True, False),
        ("Syrian civil society organisations (12):", True, False),
        ("Individuals:", True, False),
        ("منظمات المجتمع المدني", True, False),
        ("Women Now for Development", False, False),
        ("Human Rights Watch", False, False),
        ("Lebanon", False, True),
        ("United Kingdom:", False, True),
        ("Syria Relief", False, False),
    ],
)
def test_headings_are_told_by_their_words(text: str, kind: bool, place: bool) -> None:
    assert (is_kind(text), is_place(text)) == (kind, place)


def test_a_label_is_a_heading_without_colon_and_count() -> None:
    assert [label(text) for text in ("Individuals (12):", "**Groups**", "Lebanon -", ":")] == [
        "Individuals", "Groups", "Lebanon", ":",
    ]  # fmt: skip

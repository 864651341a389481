import msgspec
from hypothesis import given
from hypothesis import strategies as st
from support import KAWAKBY, KAWAKIBI, source

from reviewer.model import Source
from reviewer.reading.compare import Comparison, compare, find_earlier, known


def spoken(found: Comparison) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    respelled = [(old.text, new.text) for old, new in found.respelled]
    return [line.text for line in found.added], [line.text for line in found.removed], respelled


def test_added_removed_and_respelled_lines_are_told_apart() -> None:
    old = source("a", "Baytna", KAWAKBY, "Orchard Group", "Dawlaty")
    new = source("b", "Kesh Malek", "Baytna", KAWAKIBI, "Dawlaty")
    assert spoken(compare(old, new)) == (["Kesh Malek"], ["Orchard Group"], [(KAWAKBY, KAWAKIBI)])


def test_another_order_is_no_change() -> None:
    assert spoken(compare(source("a", "Baytna", "Orchard"), source("b", "Orchard", "Baytna"))) == ([], [], [])


def test_a_name_that_stands_twice_is_counted() -> None:
    assert spoken(compare(source("a", "Baytna", "Baytna"), source("b", "Baytna")))[1] == ["Baytna"]
    assert spoken(compare(source("a", "Baytna"), source("b", "Baytna", "Baytna")))[0] == ["Baytna"]


def test_the_nearer_line_is_the_one_respelled() -> None:
    old = source("a", "Local Council of Ain", "Dawlaty", "Local Council of Aim")
    new = source("b", "Local Council of Air", "Dawlaty", "Local Council of Ais")
    assert [(a.position, b.position) for a, b in compare(old, new).respelled] == [(1, 1), (3, 3)]


LISTS = st.lists(st.sampled_from(["Baytna", "Baytna Syria", "Orchard", "Orchid", "Kesh Malek", "Kish Malik"]))


@given(LISTS, LISTS)
def test_every_line_is_accounted_for(before: list[str], after: list[str]) -> None:
    found = compare(source("a", *before), source("b", *after))
    kept = len(before) - len(found.removed) - len(found.respelled)
    assert kept == len(after) - len(found.added) - len(found.respelled)
    assert (spoken(found) == ([], [], [])) == (sorted(before) == sorted(after))


def at(identity: str, title: str, url: str = "") -> Source:
    return msgspec.structs.replace(source(identity, "Baytna", title=title), url=url)


def test_the_earlier_state_of_a_list_is_known_by_its_url_or_title() -> None:
    sources = [
        at("a", "Letter", "https://x.example/1"),
        at("b", "Other Letter"),
        at("c", "Third", "http://www.x.example/3/"),
    ]
    for new, earlier in (
        (at("n", "Renamed", "http://x.example/1/"), "a"),
        (at("n", "other  letter"), "b"),
        (at("n", "Other Letter", "https://x.example/9"), "b"),
        (at("n", "Letter", "https://x.example/9"), None),
        (at("n", "Third"), "c"),
        (at("n", "New"), None),
        (at("b", "Other Letter"), None),
    ):
        found = find_earlier(new, sources)
        assert (found.id if found else None) == earlier


def test_a_list_says_how_many_of_its_names_are_known() -> None:
    assert known(source("a", "Baytna", "Orchard", "Baytna"), {"Baytna", "Dawlaty"}) == (1, 2)

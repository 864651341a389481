import json
from pathlib import Path

import pytest

from reviewer.errors import BadInput, NoSignatories
from reviewer.reading import read

HERE = Path(__file__).parent


def saved(folder: Path, value: object) -> Path:
    path = folder / "list.json"
    path.write_text(json.dumps(value), "utf-8")
    return path


def test_a_post_of_wordpress_yields_names_title_date_and_link() -> None:
    [source] = read(HERE / "post.json")
    assert [signature.text for signature in source.signatures] == [
        "Farmers’ Voice Team",
        "Engineers\u00a0Association – Valley",
        "Help4Rivers",
        "Peace & Water for All, London",
        "Women’s Network (WN)",
    ]
    assert [signature.position for signature in source.signatures] == [1, 2, 3, 4, 5]
    assert source.title == "Valley Road “Closed”: Joint Statement"
    assert (source.date, source.url) == ("2020-01-05T15:38:02", "https://valley.example/en/377/")
    assert (source.file, source.id) == ("post.json", source.sha256[:12])


def test_an_array_of_posts_is_several_sources(tmp_path: Path) -> None:
    post = json.loads((HERE / "post.json").read_text("utf-8"))
    empty = {
        **post,
        "content": {"rendered": "<p>Nothing is here that anyone has signed, and it was never meant to be.</p>"},
    }
    first, second = read(saved(tmp_path, [post, empty, {**post, "date": None}]))
    assert second.id == f"{first.id}-3"
    assert {signature.source for signature in second.signatures} == {second.id}
    assert (first.date, second.date) == ("2020-01-05T15:38:02", "")


def test_our_own_list_format(tmp_path: Path) -> None:
    value = {
        "title": "Letter",
        "date": "2019",
        "link": "https://x.example/",
        "signatures": ["1. Baytna", " ", "=1\n+1"],
    }
    [source] = read(saved(tmp_path, value))
    assert (source.title, source.date, source.url) == ("Letter", "2019", "https://x.example/")
    assert [(one.position, one.mark, one.text) for one in source.signatures] == [(1, "1.", "Baytna"), (2, "", "=1 +1")]


def test_an_array_of_texts_is_a_list(tmp_path: Path) -> None:
    [source] = read(saved(tmp_path, ["Baytna", "Orchard"]))
    assert source.title == "list"
    assert [signature.text for signature in source.signatures] == ["Baytna", "Orchard"]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"format": "signatory-reviewer", "version": 1, "sources": [{}]}, "a field amiss"),
        ({"a": 1}, "neither posts of WordPress nor a list"),
        ([1, 2], "neither posts of WordPress nor a list"),
        ({"signatures": [1]}, "a field amiss"),
        ({"content": {"rendered": 1}}, "is no post"),
        ({"content": "x"}, "is no post"),
        (7, "neither posts of WordPress nor a list"),
    ],
)
def test_other_json_is_refused_in_one_sentence(tmp_path: Path, value: object, said: str) -> None:
    with pytest.raises(BadInput, match=rf"^list\.json .*{said}"):
        read(saved(tmp_path, value))


@pytest.mark.parametrize("value", [[], [{"a": 1}], {"signatures": []}, {"content": {"rendered": ""}}])
def test_json_without_names_holds_no_list(tmp_path: Path, value: object) -> None:
    with pytest.raises(NoSignatories):
        read(saved(tmp_path, value))


@pytest.mark.parametrize("text", ['{"id": 377, "content": {"rend', "[" * 100_000, '["\\ud800"]', "{]"])
def test_broken_json_is_said_to_be_broken(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BadInput, match=r"^list\.json is broken JSON"):
        read(path)


def test_json_is_known_by_content_whatever_the_name(tmp_path: Path) -> None:
    path = tmp_path / "post.txt"
    path.write_bytes((HERE / "post.json").read_bytes())
    assert len(read(path)[0].signatures) == 5
    path.write_text('{"id": 377, "content": {"rend', "utf-8")
    with pytest.raises(BadInput, match="is broken JSON"):
        read(path)
    path.write_text("[Anonymous]\nBaytna\n", "utf-8")
    assert len(read(path)[0].signatures) == 2

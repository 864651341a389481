"""What the start page says of the reviews one may go on with."""

from pathlib import Path

import pytest

from reviewer.model import Signature, Source
from reviewer.project import Project
from reviewer.ui.start_page import describe


def write_review(path: Path, titles: list[str]) -> Path:
    project = Project.create(path, reviewer="Amal")
    for i, title in enumerate(titles):
        texts = [f'Centre {n}, "title": quoted' for n in range(50)]
        signatures = tuple(Signature(f"s{i}", n, text) for n, text in enumerate(texts, 1))
        project.review.add(Source(f"s{i}", title, signatures))
    project.close()
    return path


def test_a_review_is_told_by_the_titles_of_its_lists(tmp_path: Path) -> None:
    told = describe(write_review(tmp_path / "draft-1.json", ["Sochi", "ICC", "Geneva"]))
    assert told
    assert told.text == "\u2068Sochi\u2069  ·  \u2068ICC\u2069 and 1 more"


def test_of_a_large_review_only_the_beginning_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_review(tmp_path / "mine.json", ['A "quoted" title', "ICC", "Geneva"])
    monkeypatch.setattr("reviewer.ui.start_page._LOOKED_AT", 1000)
    monkeypatch.setattr(Path, "read_bytes", lambda _path: pytest.fail("all of it was read"))
    told = describe(path)
    assert told
    assert told.text == '\u2068mine.json\u2069:  \u2068A "quoted" title\u2069  …'


def test_what_is_no_review_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "draft-1.json"
    assert describe(path) is None
    path.write_text("{")
    assert describe(path) is None

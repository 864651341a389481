from pathlib import Path

import pytest
from support import KAWAKBY, KAWAKIBI, names, source

from reviewer.model import Name, Verdict
from reviewer.opening import Arrival, bring, open_paths, recent
from reviewer.project import Project, load


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    sochi, icc = tmp_path / "sochi.txt", tmp_path / "icc.txt"
    sochi.write_text(f"{KAWAKIBI}\nBaytna Syria\n", "utf-8")
    icc.write_text(f"{KAWAKBY}\nBaytna Syria\n", "utf-8")
    return [sochi, icc]


def opened(paths: list[Path], current: Project | None = None) -> Project:
    result = open_paths(paths, reviewer="Amal", drafts=paths[0].parent, current=current)
    assert result.refused == ()
    assert result.project
    return result.project


def test_lists_alone_go_into_a_draft_that_is_found_again(lists: list[Path], tmp_path: Path) -> None:
    project = opened(lists)
    project.review.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.9)
    project.close()
    again = opened(list(reversed(lists)))
    assert again.path == project.path == recent(tmp_path)[0]
    assert again.review.register.count == 2
    again.close()


def test_a_project_and_lists_together(lists: list[Path], tmp_path: Path) -> None:
    Project.create(tmp_path / "review.json", reviewer="Amal").close()
    project = opened([*lists, tmp_path / "review.json"])
    assert project.path.name == "review.json"
    assert [source.title for source in project.review.sources] == ["sochi", "icc"]
    project.close()


def test_lists_are_added_to_the_project_that_is_open(lists: list[Path], tmp_path: Path) -> None:
    project = opened(lists[:1])
    result = open_paths(lists, reviewer="Amal", drafts=tmp_path, current=project)
    assert (result.project, len(result.arrived)) == (project, 1)
    assert result.refused == ("“sochi” is already in this review, nothing was added.",)
    project.close()


def test_what_is_no_list_is_refused_and_the_rest_goes_on(lists: list[Path], tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    result = open_paths([tmp_path / "empty.txt", lists[0], tmp_path / "missing.txt"], reviewer="Amal", drafts=tmp_path)
    assert len(result.arrived) == 1
    assert ["empty.txt" in result.refused[0], "missing.txt" in result.refused[1]] == [True, True]
    assert result.project
    result.project.close()


def test_nothing_usable_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    assert open_paths([tmp_path / "empty.txt"], reviewer="Amal", drafts=tmp_path).project is None
    assert recent(tmp_path) == []


def test_one_project_at_a_time(tmp_path: Path) -> None:
    paths = [tmp_path / "a.json", tmp_path / "b.json"]
    for path in paths:
        Project.create(path, reviewer="Amal").close()
    result = open_paths(paths, reviewer="Amal", drafts=tmp_path)
    assert result.project
    assert result.project.path.name == "a.json"
    assert "one project at a time" in result.refused[0]
    result.project.close()


def test_a_later_reading_takes_the_place_but_blocked_names_stay_apart(lists: list[Path], tmp_path: Path) -> None:
    project = opened(lists)
    sochi, icc = project.review.sources
    project.review.decide(Verdict.DIFFERENT, names(KAWAKIBI, KAWAKBY), 0.9)
    anew = source("anew", KAWAKBY, "Baytna  Syria", "Dawlaty")
    respelled = ((KAWAKIBI, KAWAKBY), ("Baytna Syria", "Baytna  Syria"))
    result = bring([Arrival(anew, sochi, respelled)], reviewer="Amal", drafts=tmp_path, current=project)
    assert result.refused == ()
    assert [each.id for each in project.review.sources] == ["anew", icc.id]
    standing = project.review.ledger.standing.names
    assert not standing.joined(Name(KAWAKIBI), Name(KAWAKBY))
    assert standing.joined(Name("Baytna Syria"), Name("Baytna  Syria"))
    changes = result.arrived[0].changes
    assert changes
    assert [line.text for line in changes.added] == ["Dawlaty"]
    project.close()
    assert [each.id for each in load(project.path).sources] == ["anew", icc.id]


def test_lists_that_come_in_tell_how_many_names_were_known(lists: list[Path], tmp_path: Path) -> None:
    project = opened(lists[:1])
    arrivals = [Arrival(source("one", "Baytna Syria", "Dawlaty")), Arrival(source("two", "Dawlaty", "Dawlaty"))]
    result = bring([*arrivals, arrivals[0]], reviewer="Amal", drafts=tmp_path, current=project)
    assert [(each.known, each.names) for each in result.arrived] == [(1, 2), (1, 1)]
    assert result.refused == ("“One” is already in this review, nothing was added.",)
    project.close()


def test_what_came_in_one_go_is_undone_as_one_after_a_restart_too(lists: list[Path], tmp_path: Path) -> None:
    project = opened(lists[:1])
    arrivals = [Arrival(source("one", "Dawlaty")), Arrival(source("two", "Badael")), Arrival(source("one", "Other"))]
    assert len(bring(arrivals, reviewer="Amal", drafts=tmp_path, current=project).arrived) == 2
    project.close()
    again = Project.open(project.path, reviewer="Amal")
    assert [[s.text for s in each.signatures] for each in again.review.sources[1:]] == [["Dawlaty"], ["Badael"]]
    again.review.undo()
    assert [each.title for each in again.review.sources] == ["sochi"]
    again.review.redo()
    assert [each.id for each in again.review.sources[1:]] == ["one", "two"]
    again.close()


def test_a_draft_of_other_lines_is_left_alone(lists: list[Path], tmp_path: Path) -> None:
    paths = []
    for texts in (["Baytna Syria"], ["Dawlaty"], ["Baytna Syria"]):
        result = bring([Arrival(source("one", *texts))], reviewer="Amal", drafts=tmp_path)
        assert result.project
        assert [s.text for s in result.project.review.sources[0].signatures] == texts
        paths.append(result.project.path)
        result.project.close()
    assert paths[0] == paths[2] != paths[1]


def test_files_to_be_looked_at_are_told_apart_from_those_refused(tmp_path: Path) -> None:
    story, russian = tmp_path / "story.txt", tmp_path / "russian.txt"
    russian.write_text("Совет местного самоуправления\nЦентр документации\n", "koi8-r")
    story.write_text("It rained all day long, and nobody signed anything at all in the end. " * 9)
    result = open_paths([story, russian, tmp_path / "missing.txt"], reviewer="Amal", drafts=tmp_path)
    assert result.nameless == (story, russian)
    assert ["missing.txt" in sentence for sentence in result.refused] == [True]

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from support import KAWAKBY, KAWAKIBI, bring_in, names, source

from reviewer.errors import BadInput, ProjectLocked
from reviewer.model import Decided, Verdict
from reviewer.project import Project, load

SOCHI = source("sochi", KAWAKIBI, "Baytna Syria")
ICC = source("icc", KAWAKBY, "Baytna Syria")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "review.json"


@pytest.fixture
def project(path: Path) -> Project:
    made = Project.create(path, reviewer="Amal")
    bring_in(made, SOCHI, ICC)
    return made


def merge(project: Project) -> None:
    project.review.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.94)


def pull_the_plug(project: Project) -> None:
    """End as a power loss does: nothing is saved, the system lets go of the lock."""
    os.close(project._journal)
    project._lock.close()


def test_verdicts_survive_closing_and_opening(project: Project, path: Path) -> None:
    merge(project)
    project.review.decide(Verdict.DIFFERENT, names(KAWAKIBI, "Baytna Syria"), 0.2)
    project.close()
    again = Project.open(path, reviewer="Basel")
    assert [entry.name for entry in again.review.register.entries()] == [KAWAKIBI, "Baytna Syria"]
    done = again.review.answers.latest_first()
    assert [e.verdict for e in done if isinstance(e, Decided)] == [Verdict.DIFFERENT, Verdict.SAME]
    assert done[0].by == "Amal"
    again.review.undo()
    again.review.undo()
    assert again.review.register.count == 3
    again.close()


def test_closing_leaves_one_file(project: Project, path: Path) -> None:
    project.close()
    assert list(path.parent.iterdir()) == [path]


def test_the_file_has_the_agreed_keys_and_shape(project: Project, path: Path) -> None:
    merge(project)
    project.close()
    text = path.read_text("utf-8")
    written = json.loads(text)
    assert list(written) == ["format", "version", "sources", "entries", "events"]
    assert written["format"] == "signatory-reviewer"
    assert written["entries"][0]["name"] == KAWAKIBI
    assert written["entries"][0]["variants"] == [KAWAKBY]
    assert written["entries"][0]["signatures"] == [
        {"source": "sochi", "position": 1, "text": KAWAKIBI},
        {"source": "icc", "position": 1, "text": KAWAKBY},
    ]
    assert text == json.dumps(written, indent=2, ensure_ascii=False) + "\n"


def test_saving_twice_changes_no_byte(project: Project, path: Path) -> None:
    merge(project)
    project.save()
    before = path.read_bytes()
    project.close()
    Project.open(path, reviewer="Amal").close()
    assert path.read_bytes() == before


def test_a_verdict_is_durable_at_once(project: Project, path: Path) -> None:
    merge(project)
    pull_the_plug(project)
    assert load(path).register.count == 2
    again = Project.open(path, reviewer="Amal")
    assert again.review.register.count == 2
    again.close()
    assert load(path).register.count == 2


def test_a_torn_last_line_costs_nothing_else_and_is_kept(project: Project, path: Path) -> None:
    merge(project)
    pull_the_plug(project)
    journal = path.with_name("review.json.journal")
    with journal.open("ab") as torn:
        torn.write(b'{"event":"verdict","id":4,"by":"Am')
    again = Project.open(path, reviewer="Amal")
    assert again.review.register.count == 2
    again.close()
    assert path.with_name("review.json.journal.damaged").read_bytes().startswith(b'{"event"')


def test_a_crash_between_saving_and_clearing_the_journal_repeats_nothing(project: Project, path: Path) -> None:
    merge(project)
    project.save()
    pull_the_plug(project)
    assert len(load(path).ledger.events) == 3


def test_a_second_window_is_told_who_holds_the_project(project: Project, path: Path) -> None:
    with pytest.raises(ProjectLocked, match=r"review\.json is open: Amal on .* since 20"):
        Project.open(path, reviewer="Basel")
    merge(project)
    project.close()
    Project.open(path, reviewer="Basel").close()


HOLDER = """
import sys
from pathlib import Path
from reviewer.project import Project
project = Project.create(Path(sys.argv[1]), reviewer="Basel")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_project_is_free_again_when_who_holds_it_is_killed(path: Path) -> None:
    command, root = [sys.executable, "-c", HOLDER, str(path)], Path(__file__).parents[1]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as holder:
        assert holder.stdout
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(ProjectLocked, match=r"review\.json is open: Basel on .* since 20"):
            Project.open(path, reviewer="Amal")
        holder.kill()
    Project.open(path, reviewer="Amal").close()
    assert [p.name for p in path.parent.iterdir()] == ["review.json"]


def test_a_lock_whose_file_is_taken_away_meanwhile_is_none(
    path: Path, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect, leaving = sqlite3.connect, [project]

    def meanwhile(file: Path, **_options: object) -> sqlite3.Connection:
        """Open the lock of a project that is closed before the lock can be taken."""
        lock = connect(file, timeout=0, isolation_level=None)
        while leaving:
            leaving.pop().close()
        return lock

    monkeypatch.setattr(sqlite3, "connect", meanwhile)
    again = Project.open(path, reviewer="Basel")
    with pytest.raises(ProjectLocked):
        Project.open(path, reviewer="Amal")
    again.close()


EMPTY = b'{"format":"signatory-reviewer","version":1,"sources":[],"entries":[],"events":[%s]}'
UNKNOWN_SOURCE = b'{"event":"source added","id":1,"by":"","at":"","source":"gone"}'
UNDO_FIRST = b'{"event":"undo","id":2,"by":"","at":"","target":1}'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a project"),
        (b"[]", "is not a project"),
        (b'{"format": "signatory-reviewer", "version": 2, "new": 1}', "newer version"),
        (b'{"format": "signatory-reviewer", "version": 1}', "damaged: .*sources"),
        (EMPTY % UNKNOWN_SOURCE, "damaged: its events don't fit"),
        (EMPTY % UNDO_FIRST, "damaged: event 2 stands where event 1 should"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence_and_never_touched(
    path: Path, content: bytes, sentence: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(BadInput, match=sentence) as refused:
        Project.open(path, reviewer="Amal")
    assert "\n" not in str(refused.value)
    assert path.read_bytes() == content
    with pytest.raises(BadInput):
        load(path)


def test_an_existing_file_is_not_created_over(path: Path) -> None:
    path.write_text("precious")
    with pytest.raises(BadInput, match="exists already"):
        Project.create(path, reviewer="Amal")
    assert path.read_text() == "precious"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="can't be written"):
        Project.create(tmp_path / "file" / "review.json", reviewer="Amal")


def full(_descriptor: int) -> None:
    """Be a disk that has no room left."""
    raise OSError(28, "No space left on device")


def test_a_verdict_that_cannot_be_written_does_not_count(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(BadInput, match="could not be saved"):
            merge(project)
    assert project.review.register.count == 3
    merge(project)
    pull_the_plug(project)
    assert load(project.path).register.count == 2


def test_moving_goes_on_at_the_new_place(project: Project, path: Path, tmp_path: Path) -> None:
    merge(project)
    project.move(tmp_path / "kept.json")
    assert [p.name for p in sorted(tmp_path.iterdir())] == ["kept.json", "kept.json.journal", "kept.json.lock"]
    project.review.undo()
    pull_the_plug(project)
    assert load(tmp_path / "kept.json").register.count == 3


def test_moving_onto_a_project_somebody_holds_changes_nothing(project: Project, tmp_path: Path) -> None:
    other = Project.create(tmp_path / "other.json", reviewer="Basel")
    with pytest.raises(ProjectLocked):
        project.move(tmp_path / "other.json")
    merge(project)
    assert load(project.path).register.count == 2
    project.close()
    other.close()


def test_a_place_that_can_t_be_written_is_free_again(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(BadInput):
            project.move(tmp_path / "kept.json")
    merge(project)
    assert load(project.path).register.count == 2
    Project.create(tmp_path / "kept.json", reviewer="Basel").close()


def test_the_file_is_indented_json_however_many_pieces_it_is_written_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Project.create(tmp_path / "review.json", reviewer="Amal")
    odd = ("a", '"signatures": []', "b\n]", "c", "b\n  [", "[]")
    bring_in(made, source("one", *odd), source("two"), source("three", "a", "d"))
    made.review.decide(Verdict.SAME, names("a", "d"), note='"entries": []')
    for at_once in (1, 2, 2000):
        monkeypatch.setattr("reviewer.project._AT_ONCE", at_once)
        made.save()
        text = made.path.read_bytes()
        assert text == msgspec.json.format(text, indent=2) + b"\n"
        assert list(load(made.path).register.entries()) == list(made.review.register.entries())
    made.close()

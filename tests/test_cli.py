import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support import KAWAKBY, KAWAKIBI, SHARED, bring_in, names, source

from reviewer.cli import main
from reviewer.model import Verdict
from reviewer.project import Project

SEED = SHARED / "seeds" / "000_27015de5136b0f8b.txt"
ARTICLE = SHARED / "seeds" / "004_b1b0d883437bde51.txt"
needs_seeds = pytest.mark.skipif(not SEED.exists(), reason="the seeds are not beside this checkout")


@pytest.fixture
def lists(tmp_path: Path) -> list[str]:
    (tmp_path / "sochi.txt").write_text(f"{KAWAKIBI}\nBaytna Syria\nKesh Malek\n", "utf-8")
    (tmp_path / "icc.txt").write_text(f"1. {KAWAKBY}\n2. Baytna Syria\n3. الكواكبي\n", "utf-8")
    return [str(tmp_path / "sochi.txt"), str(tmp_path / "icc.txt")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "review.json"
    made = Project.create(path, reviewer="Amal")
    bring_in(made, source("sochi", KAWAKIBI, "Baytna Syria"), source("icc", KAWAKBY, "=Baytna"))
    made.review.decide(Verdict.SAME, names(KAWAKIBI, KAWAKBY), 0.9)
    made.close()
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "reviewer", *arguments], capture_output=True, check=False)


def test_names_prints_the_signatures_as_read(lists: list[str], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["names", *lists, "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert lines[0] == {"source": "sochi", "position": 1, "text": KAWAKIBI}
    assert lines[-1] == {"source": "icc", "position": 3, "text": "الكواكبي", "mark": "3."}


def test_names_is_told_what_it_else_finds_out(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("No.,Name,Town\n1,Baytna,حلب\n2,Kesh Malek,حمص\n".encode("cp1256"))

    def printed(*options: str) -> list[str]:
        assert main(["names", str(path), *options]) == 0
        return capfdbinary.readouterr().out.decode().splitlines()

    assert printed("--column", "Town", "--encoding", "windows-1256") == ["حلب", "حمص"]
    assert printed("--lines", "3") == ["Kesh Malek"]
    assert printed("--format", "preview")[1:] == [
        "column Name of No., Name, Town (its header says so; with a header)",
        "     1 [ ] No. | Name | Town  (the header of the table)",
        "     2 [x] Baytna",
        "     3 [x] Kesh Malek",
    ]
    assert main(["names", str(path), "--column", "Country"]) == 2
    assert main(["flag", str(path), "--max-mib", "0"]) == 2
    assert capfdbinary.readouterr().err.count(b"\n") == 2


def test_names_in_jsonl_tells_group_and_parts(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "a.txt").write_text("Groups:\n1. Baytna\nIndividuals:\n1. Ann Farmer, director, London\n", "utf-8")
    assert main(["names", str(tmp_path / "a.txt"), "--format", "jsonl"]) == 0
    line = json.loads(capfdbinary.readouterr().out.splitlines()[1])
    assert (line["mark"], line["group"]) == ("1.", "Individuals")
    assert line["fields"] == {"name": "Ann Farmer", "role": "director", "place": "London"}


def test_flag_prints_candidates_best_first_with_the_agreed_keys(
    lists: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["flag", *lists, "--format", "jsonl"]) == 0
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    first = found[0]
    assert first["kind"] == "name"
    assert {first["a"], first["b"]} == {KAWAKIBI, KAWAKBY}
    assert {*first["a_sources"], *first["b_sources"]} == {"sochi", "icc"}
    assert 0.5 < first["score"] <= 1
    assert all(set(each) >= {"kind", "score", "a", "b", "a_sources", "b_sources", "evidence"} for each in found)
    assert {"kind"} <= set(first["evidence"][0])
    scores = [each["score"] for each in found if each["kind"] == "name"]
    assert scores == sorted(scores, reverse=True)
    assert "spelling" in {each["kind"] for each in found}


def test_flag_leaves_out_what_a_project_has_decided(project: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["flag", "--project", str(project), "--format", "jsonl", "--min-score", "0"]) == 0
    found = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert {KAWAKIBI, KAWAKBY} not in [{each["a"], each["b"]} for each in found]


def test_limit_and_table(lists: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["flag", *lists, "--limit", "1"]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[1] for line in lines] == ["name", "spelling"]


def test_export_writes_a_file_or_to_standard_output(
    project: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["export", str(project), "--format", "csv", "--out", str(tmp_path / "out.csv")]) == 0
    assert main(["export", str(project), "--format", "csv"]) == 0
    assert capfdbinary.readouterr().out == (tmp_path / "out.csv").read_bytes()
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    "arguments",
    [
        ["flag", "missing.txt"],
        ["flag"],
        ["flag", "missing.txt", "--min-score", "7"],
        ["flag", "missing.txt", "--limit", "0"],
        ["flag", "--format", "yaml"],
        ["names"],
        ["export", "missing.json", "--format", "csv"],
        ["--colour"],
    ],
)
def test_bad_input_is_one_line_on_stderr_and_exit_2(arguments: list[str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", *arguments],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])},
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 1
    assert done.stderr.startswith(b"reviewer: ")
    assert list(tmp_path.iterdir()) == []


def test_no_display_is_one_line_and_exit_2(lists: list[str]) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run([sys.executable, "-m", "reviewer", *lists], capture_output=True, check=False, env=env)
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert "no display" in done.stderr.decode()


def test_a_reader_that_has_seen_enough_is_no_error(lists: list[str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reviewer", "names", *lists * 2000], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(60) == 0


@needs_seeds
def test_the_seed_statement_yields_its_134_signatures() -> None:
    done = run("names", str(SEED), "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) == 134
    assert [line["position"] for line in lines] == list(range(1, 135))
    assert lines[2]["text"] == "Alkawakibi Organization for Human Rights"
    assert any("\u00a0" in line["text"] for line in lines)


@needs_seeds
def test_the_seed_article_invents_no_names() -> None:
    done = run("names", str(ARTICLE))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@needs_seeds
def test_the_seed_queue_is_worth_a_look() -> None:
    done = run("flag", str(SEED), "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    spellings = [{each["a"].lower(), each["b"].lower()} for each in found if each["kind"] == "spelling"][:5]
    assert {"kawakibi", "alkawakibi"} in spellings
    assert {"qunaitra", "alqunaitra"} in spellings
    pairs = [{each["a"], each["b"]} for each in found if each["kind"] == "name"]
    assert len(pairs) <= 60
    assert {"Alkawakibi Organization for Human Rights", KAWAKIBI} in pairs[:15]
    assert all(each["evidence"] for each in found)

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.errors import BadInput, NoSignatories, ReviewerError
from reviewer.model import Signature
from reviewer.reading import Options, read
from reviewer.resources import resource

SHARED = Path(__file__).parents[2].parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="the seeds and data lie beside a checkout of the project")


def test_a_text_file_is_one_source_with_its_facts(tmp_path: Path) -> None:
    path = tmp_path / "letter of 2020.txt"
    data = "\ufeff14. Baytna\r\n\r\n15. 7 Hills Group\r\n".encode()
    path.write_bytes(data)
    [source] = read(path)
    digest = hashlib.sha256(data).hexdigest()
    assert source.signatures == (
        Signature(digest[:12], 1, "Baytna", "14."),
        Signature(digest[:12], 2, "7 Hills Group", "15."),
    )
    assert (source.id, source.sha256, source.title, source.file) == (digest[:12], digest, path.stem, path.name)


def test_a_csv_file_is_read_as_such_by_its_name_alone(tmp_path: Path) -> None:
    for name, count in (("a.csv", 2), ("a.txt", 2)):
        (tmp_path / name).write_text('"Farmer, Ann"\n"Miller, Bob"\n', "utf-8")
        assert len(read(tmp_path / name)[0].signatures) == count
    assert read(tmp_path / "a.csv")[0].signatures[0].text == "Farmer, Ann"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"%PDF-1.7\x00", "is a PDF that is cut off or damaged"),
        (b"\x00\x01\x02\x03\x04 ", "is no text file"),
        (b"<html><body><p>It is not a list that anyone has signed.</p></body></html>", "no list of signatories"),
    ],
)
def test_bad_files_are_named_in_one_sentence(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(data)
    with pytest.raises(BadInput, match=rf"^bad\.txt .*{said}.*: [^\n]+$"):
        read(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for path, said in (
        (tmp_path, "is a folder"),
        (tmp_path / "gone.txt", "can't be read"),
        (Path("a\0b"), "can't be read"),
    ):
        with pytest.raises(BadInput, match=said):
            read(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_a_pipe_does_not_hold_up_the_program(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BadInput, match="is no ordinary file"):
        read(tmp_path / "pipe")


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    (tmp_path / "big.txt").write_bytes(b"a" * 2**20 + b"\n")
    with pytest.raises(BadInput, match=r"^big\.txt is larger than 1 MiB"):
        read(tmp_path / "big.txt", Options(max_mib=1))
    assert len(read(tmp_path / "big.txt")[0].signatures) == 1


# --- the examples and the seeds ----------------------------------------------------------------------------------


def texts(path: Path) -> list[str]:
    return [f"{one.mark} {one.text}".strip() for source in read(path) for one in source.signatures]


def test_the_examples_are_lists_with_all_their_facts() -> None:
    [sochi] = read(resource("examples", "sochi-2018.json"))
    [letter] = read(resource("examples", "icc-2019.json"))
    assert (len(sochi.signatures), len(letter.signatures)) == (134, 24)
    assert sochi.date.startswith("2018-01-05")
    assert letter.date == "2019"
    assert all((source.title and source.url.startswith("https://")) for source in (sochi, letter))
    assert letter.signatures[13].mark == "14."
    assert letter.signatures[13].text == "Kawakby Center for Trasitional Justice & Human Rights"


@needs_shared
def test_the_seed_yields_its_signatures_verbatim_and_in_order() -> None:
    [source] = read(SHARED / "seeds" / "000_27015de5136b0f8b.txt")
    lists = json.loads((SHARED / "data" / "real-statements.json").read_text("utf-8"))["lists"]
    [expected] = [one for one in lists if one["title"] == "seed_stj_sochi_2018"]

    def straight(text: str) -> str:
        return text.replace("\u00a0", " ").replace("’", "'")

    assert len(source.signatures) == 134
    assert [straight(one.text) for one in source.signatures] == list(map(straight, expected["names"]))
    assert (source.title, source.date, source.url) == (expected["statement"], expected["date"], expected["url"])
    assert "Engineers\u00a0Association – Hama" in texts(SHARED / "seeds" / "000_27015de5136b0f8b.txt")
    assert texts(resource("examples", "sochi-2018.json")) == [one.text for one in source.signatures]


@needs_shared
def test_the_news_article_holds_no_signatories() -> None:
    with pytest.raises(NoSignatories, match=r"^004_b1b0d883437bde51\.txt holds no list of signatories[^\n]*$"):
        read(SHARED / "seeds" / "004_b1b0d883437bde51.txt")


@needs_shared
@pytest.mark.parametrize("pool", ["councils-north", "councils-centre", "real-statements"])
def test_every_line_of_the_labelled_lists_comes_out(pool: str, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    for one in json.loads((SHARED / "data" / f"{pool}.json").read_text("utf-8"))["lists"]:
        path.write_text("\n".join(one["names"]) + "\n", "utf-8")
        assert texts(path) == [name.strip() for name in one["names"]]


# --- anything at all ---------------------------------------------------------------------------------------------

SEEDS = [
    "{",
    "[",
    '{"content":{"rendered":"',
    "<ol><li>",
    "<table><tr><td>",
    "name,town\n",
    "1. ",
    "- ",
    '"',
    "\ufeff",
    ".",
]


def read_bytes(data: bytes, suffix: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"list{suffix}")
        path.write_bytes(data)
        with contextlib.suppress(ReviewerError):
            return texts(path)
    return []


@given(st.binary() | st.lists(st.sampled_from(SEEDS) | st.text(max_size=8)).map(lambda parts: "".join(parts).encode()))
def test_any_bytes_are_a_list_or_bad_input(data: bytes) -> None:
    for suffix in (".txt", ".csv", ".json", ""):
        for text in read_bytes(data, suffix):
            assert text.strip()
            assert len(text.splitlines()) == 1
            assert text.encode("utf-8")


WORDS = st.text(st.characters(categories=("Lu", "Ll", "Lo", "Nd")), min_size=1, max_size=9)
# Each word in a capital, for five small words of which one is "if" are a phrase and no name.
NAMES = st.lists(WORDS, min_size=1, max_size=7).map(lambda words: " ".join(f"A{word}" for word in words))


@given(st.lists(NAMES, min_size=1), st.sampled_from(["{1}", "{0}. {1}", "{0}) {1}", "• {1}", "- {1}"]))
def test_lists_of_names_written_as_text_read_back(names: list[str], form: str) -> None:
    lines = [form.format(i, name) for i, name in enumerate(names, 1)]
    assert read_bytes("\n".join(lines).encode(), ".txt") == lines

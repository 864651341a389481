import os
import stat
from pathlib import Path

import pytest

from reviewer.errors import BadInput
from reviewer.files import write_atomically


def test_a_file_is_written_and_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    write_atomically(path, b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput, match=r"list\.csv can't be written \(No space left on device\)"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("where", ["missing/list.csv", "file/list.csv", "", "a\0b.csv", "x" * 300 + ".csv"])
def test_a_place_that_cannot_be_written_is_said_in_one_sentence(tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadInput, match="can't be written"):
        write_atomically(tmp_path / where, b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(os.name == "nt", reason="links and modes of POSIX")
def test_a_link_is_followed_and_the_file_is_readable_as_any_new_file_is(tmp_path: Path) -> None:
    real, link, plain = tmp_path / "real.csv", tmp_path / "link.csv", tmp_path / "plain.csv"
    link.symlink_to(real)
    write_atomically(link, b"x")
    plain.write_bytes(b"x")
    assert link.is_symlink()
    assert real.read_bytes() == b"x"
    assert stat.S_IMODE(real.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)

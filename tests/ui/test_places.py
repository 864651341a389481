import sys
from pathlib import Path

import pytest

from reviewer.ui import places


@pytest.mark.skipif(sys.platform != "linux", reason="other systems name that folder otherwise")
def test_drafts_are_kept_where_the_system_keeps_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.HOME_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places.drafts() == tmp_path / "signatory-reviewer" / "drafts"


def test_drafts_are_kept_in_the_folder_that_was_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(places.HOME_VARIABLE, str(tmp_path))
    assert places.drafts() == tmp_path / "drafts"

"""The whole way through the real window: load two lists, merge, keep apart, undo, keep, reopen, export.

What it leaves is compared with `tests/golden`. Set UPDATE_GOLDEN=1 to write the golden files anew, then read the diff.
"""

import csv
import os
import re
from pathlib import Path

import pytest
from desks import is_idle, new_window, press, queue
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from support import SHARED

from reviewer.export import FORMATS
from reviewer.model import Verdict
from reviewer.resources import resource
from reviewer.review import Review
from reviewer.ui.window import Window

GOLDEN = Path(__file__).parents[1] / "golden"
SEED = SHARED / "seeds" / "000_27015de5136b0f8b.txt"
EXAMPLES = resource("examples")
CTRL = Qt.KeyboardModifier.ControlModifier
KAWAKBY = "Kawakby Center for Trasitional Justice & Human Rights"
SYNDICATE = "Agriculture engineering syndicate of Daraa"


@pytest.fixture(autouse=True)
def _standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    defaults = Review.__init__.__kwdefaults__
    assert defaults
    monkeypatch.setitem(defaults, "now", lambda: "2026-01-02T03:04:05+00:00")


class Archivist:
    """Sits at the window and answers its dialogs."""

    def __init__(self, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._monkeypatch = qtbot, monkeypatch
        self.window = self._sit_down()

    def open(self, *paths: Path) -> None:
        """Open files as by Ctrl+O, and take lists as proposed."""
        chosen = [str(path) for path in paths]
        self._monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (chosen, ""))
        press(self.window, Qt.Key.Key_O, CTRL)
        self._qtbot.waitUntil(lambda: is_idle(self.window))
        if self.window.arrivals.paper:
            press(self.window, Qt.Key.Key_Return, CTRL, Qt.KeyboardModifier.ShiftModifier)
        self._qtbot.waitUntil(lambda: self.window.desk.review is not None and is_idle(self.window), timeout=30_000)

    def save(self, key: Qt.Key, path: Path, filter_: str = "") -> None:
        """Answer the dialog behind Ctrl+S or Ctrl+E."""
        self._monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), filter_))
        press(self.window, key, CTRL)
        self._qtbot.waitUntil(lambda: path.exists())

    def go_to(self, text: str) -> None:
        """Go down the queue until a card asks about `text`."""
        for _ in range(len(queue(self.window))):
            if text in [row.facts.text for row in self.window.card.rows if row.facts and row.isVisible()]:
                return
            press(self.window, Qt.Key.Key_Down)
        pytest.fail(f"no card asks about {text}")

    def leave(self) -> None:
        """Close the window and sit down at a new one."""
        self.window.close()
        self.window = self._sit_down()

    def _sit_down(self) -> Window:
        shown = new_window()
        self._qtbot.addWidget(shown)
        shown.show()
        shown.activateWindow()
        self._qtbot.waitUntil(shown.isActiveWindow)
        return shown


def review_two_lists(archivist: Archivist, sochi: Path, folder: Path) -> None:
    """Do what is to be compared."""
    archivist.open(sochi, EXAMPLES / "icc-2019.json")
    archivist.go_to(KAWAKBY)
    press(archivist.window, Qt.Key.Key_M)
    archivist.go_to(SYNDICATE)
    press(archivist.window, Qt.Key.Key_M)
    press(archivist.window, Qt.Key.Key_Z, CTRL)
    press(archivist.window, Qt.Key.Key_D)
    assert len(queue(archivist.window, 2)) == 2
    archivist.save(Qt.Key.Key_S, folder / "review.json")
    archivist.leave()
    archivist.open(folder / "review.json")
    assert [item.verdict for item in archivist.window.review.queue.items(2)] == [Verdict.DIFFERENT, Verdict.SAME]
    for name in ("csv", "crosswalk", "json"):
        path = folder / f"{name}{FORMATS[name].suffix}"
        archivist.save(Qt.Key.Key_E, path, f"{FORMATS[name].description} (*{FORMATS[name].suffix})")
    archivist.window.close()


def compare(path: Path, name: str) -> None:
    """Compare a file with the golden one; scores are the matcher's business and masked."""
    text = re.sub(r'"score": [0-9.]+', '"score": 0.5', path.read_text(encoding="utf-8-sig"))
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8")
    assert text.splitlines() == golden.read_text(encoding="utf-8").splitlines()


def test_the_whole_way_over_the_example(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review_two_lists(Archivist(qtbot, monkeypatch), EXAMPLES / "sochi-2018.json", tmp_path)
    for name in ("review.json", "csv.csv", "crosswalk.csv", "json.json"):
        compare(tmp_path / name, f"way-{name}")


@pytest.mark.skipif(not SEED.exists(), reason="the seed is not here")
def test_the_whole_way_over_the_seed(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review_two_lists(Archivist(qtbot, monkeypatch), SEED, tmp_path)
    assert names_in(tmp_path / "csv.csv") == names_in(GOLDEN / "way-csv.csv")


def names_in(path: Path) -> list[str]:
    """Return the names of a cleaned list, sorted: ids come from the files, which differ."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return sorted(row["Name"] for row in csv.DictReader(file))

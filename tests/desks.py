"""What the tests of the window share: lists on disk, a window over them, and waiting until it rests."""

import json
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support import KAWAKBY, KAWAKIBI, take

from reviewer.matching import Found
from reviewer.model import Candidate, Evidence
from reviewer.ui.desk import Desk
from reviewer.ui.memory import Memory
from reviewer.ui.window import Window

ARABIC, ARABIC_OTHER = "شبكة المرأة السورية", "شبكه المرأه السوريه"
CIVIL, SYRIA_CIVIL = "Syrian Civil Defence", "Syria Civil Defence"
WHITE = "Syrian Civil Defence (The White Helmets)"
NAMAR, NAMIR = "Local Council of Namar", "Local Council of Namir"
BOLD, IMAGE = "<b>Bold</b> & Sons", "<img src=x>"
SOCHI = (KAWAKIBI, CIVIL, BOLD, ARABIC, NAMAR, NAMIR, "Badael", "Badael")
ICC = (KAWAKBY, WHITE, SYRIA_CIVIL, IMAGE, ARABIC_OTHER)


def write_list(folder: Path, name: str, texts: Iterable[str], title: str = "", date: str = "") -> Path:
    """Write a list as JSON and return its path."""
    path = folder / f"{name}.json"
    value = {"title": title or f"{name} statement", "date": date or "2018-01-05", "signatures": list(texts)}
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def new_window() -> Window:
    """Return a window with nothing open, as large as on the smallest screen."""
    window = Window(Desk("amal"), Memory())
    window.resize(1366, 768)  # the screen of tests has no such size
    return window


def is_idle(shown: Window) -> bool:
    """Tell whether nothing runs in the background."""
    works = shown.made("matrix") and shown.matrix.is_working
    return not (shown.desk.is_opening or shown.desk.is_matching or shown.arrivals.is_busy or works)


def candidate(a: str, b: str, score: float, *, spelling: bool = False, warning: str = "") -> Candidate:
    """Return a candidate made by hand."""
    evidence = (
        Evidence("before looking", effect=-4.0),
        Evidence("same words", "Center for Human Rights", "Center for Human Rights", 5.0),
        Evidence("vowels", "Kawakibi", "Kawakby", 1.2),
        Evidence("only in A", "Transitional", effect=-0.4),
    )
    warned = (Evidence("both stand in the same list", effect=-1.0, warning=warning),) if warning else ()
    return Candidate("spelling" if spelling else "name", a, b, score, evidence + warned)


def give(shown: Window, names: Iterable[Candidate] = (), spellings: Iterable[Candidate] = ()) -> None:
    """Put candidates made by hand in the place of those found."""
    assert shown.desk.review
    take(shown.desk.review, Found(tuple(names), tuple(spellings)))
    shown.desk.changed.emit(frozenset())


NAMES = (
    candidate(CIVIL, WHITE, 0.97),
    candidate(CIVIL, SYRIA_CIVIL, 0.97),
    candidate(SYRIA_CIVIL, WHITE, 0.96),
    candidate(KAWAKIBI, KAWAKBY, 0.94),
    candidate(ARABIC, ARABIC_OTHER, 0.88),
    candidate(NAMAR, NAMIR, 0.61, warning="Both names stand in the same list: usually two signatories."),
    candidate(BOLD, IMAGE, 0.5),
)
"""A group of three, and pairs, best first."""

BADAEL = candidate("Badael", "Badael", 0.4)
SPELLINGS = (candidate("Kawakibi", "Kawakby", 0.93, spelling=True), candidate("Namar", "Namir", 0.6, spelling=True))


def press(shown: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key wherever the focus is."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(shown.focusWidget() or shown, key, held)


def queue(shown: Window, tab: int = 0) -> list[str]:
    """Return the first line of each question on the Review page."""
    return [item.first for item in shown.review.queue.items(tab)]

"""What the tests of the window share: lists on disk, a window over them, and waiting until it rests."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from support import KAWAKBY, KAWAKIBI, take

from reviewer.matching import Found
from reviewer.model import Candidate, Evidence
from reviewer.ui import window
from reviewer.ui.desk import Desk
from reviewer.ui.window import Window

SOCHI = (KAWAKIBI, "Baytna Syria", "<b>Bold</b> & Sons", "شبكة المرأة السورية", "Local Council of Namar", "Badael")
ICC = (KAWAKBY, "Baytna  Syria", "<img src=x>", "شبكه المرأه السوريه", "Kawakibi Center", "Badael")

Pair = tuple[str, str, float]


def write_list(folder: Path, name: str, texts: Iterable[str], title: str = "", date: str = "") -> Path:
    """Write a list as JSON and return its path."""
    path = folder / f"{name}.json"
    value = {"title": title or f"{name} statement", "date": date or "2018-01-05", "signatures": list(texts)}
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def new_window() -> Window:
    """Return a window with nothing open."""
    return Window(Desk("amal"), window.settings())


def is_idle(shown: Window) -> bool:
    """Tell whether nothing runs in the background."""
    return not shown.desk.is_opening and not shown.desk.is_matching


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


def texts_of(panel_rows: Iterable[object], get: Callable[[object], str]) -> list[str]:
    """Return what rows say."""
    return [get(row) for row in panel_rows]

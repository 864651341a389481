"""How the window feels with many names: gaps of its thread, key to card, typing to rows, memory.

    PYTHONPATH=.:tests/benchmarks python tests/benchmarks/bench_window.py [--size 100000]

Drives the real window, offscreen unless QT_QPA_PLATFORM says otherwise, over two generated lists (see bench_matching),
and prints one line a measure. A gap is the time between two turns of the window's event loop. What a key does is timed
until all it sets off is painted; beside that stands how long the window's thread was at work for it, which is the same
on a machine that others use too. Words are typed letter by letter and taken back: known ones, one in Arabic, one with
a slip, one there is not.
"""

import argparse
import builtins
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing import get_context
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_matching import generate
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.apart import Matcher
from reviewer.ui.desk import Desk
from reviewer.ui.memory import Memory
from reviewer.ui.parts.commands import Command
from reviewer.ui.showing import ENTRIES, LISTS, MATRIX, REVIEW, SPELLINGS
from reviewer.ui.window import Window

_WORDS = ("kawakibi", "council", "syria", "human rights", "مركز", "quniatra", "xyzzyx")
_DECIDING = (Qt.Key.Key_M, Qt.Key.Key_S) * 15
_CANCELLED_AFTER = (0.3, 0.7, 1.2)  # seconds of matching


class Pulse:
    """Notes how long the event loop takes from one turn to the next, in milliseconds."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(1)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000)
        self._last = now

    def take(self) -> list[float]:
        """Return the gaps since last asked, the one that still lasts among them."""
        self._beat()
        gaps, self.gaps = self.gaps, []
        return gaps


def wait(app: QApplication, until: Callable[[], bool], seconds: float = 600) -> float:
    """Turn the event loop until something holds; return how long that took."""
    start = time.perf_counter()
    while not until() and time.perf_counter() - start < seconds:
        app.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - start


def timed(app: QApplication, act: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds from `act` until all it set off is painted, and those its thread was at work."""
    start, at_work = time.perf_counter(), time.thread_time()
    act()
    app.processEvents()
    return (time.perf_counter() - start) * 1000, (time.thread_time() - at_work) * 1000


def say(what: str, times: Iterable[tuple[float, float]]) -> None:
    """Print the median, the 95th percentile and the largest of some times, and of the work in them."""
    taken, worked = zip(*times, strict=True)
    print(f"{what:<34} {_spread(taken)}   at work {_spread(worked)}", flush=True)


def say_gaps(what: str, gaps: list[float]) -> None:
    """Print the same of gaps."""
    print(f"{what:<34} {_spread(gaps)}", flush=True)


def _spread(times: Iterable[float]) -> str:
    ranked = sorted(times)
    high = ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
    return f"median {statistics.median(ranked):6.1f} ms  p95 {high:6.1f} ms  most {ranked[-1]:6.1f} ms"


def typed(app: QApplication, field: QWidget, words: Iterable[str]) -> Iterator[tuple[float, float]]:
    """Yield the times of each letter of some words, and of taking it back."""
    for word in words:
        for letter in word:
            yield timed(app, partial(type_letter, field, letter))
        for _ in word:
            yield timed(app, partial(QTest.keyClick, field, Qt.Key.Key_Backspace))


def type_letter(field: QWidget, letter: str) -> None:
    """Type a letter of any script: QTest knows ASCII alone."""
    for what in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(what, 0, Qt.KeyboardModifier.NoModifier, letter))


def key(shown: Window, pressed: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(shown.focusWidget() or shown, pressed)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    size = parser.parse_args().size
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SIGNATORY_REVIEWER_HOME"] = folder
        writing = get_context("spawn").Process(target=write_lists, args=(folder, size))
        writing.start()  # in a process of its own: what it takes is no memory of the window's
        writing.join()
        lists, long = [Path(folder, f"list-{i}.txt") for i in (1, 2)], Path(folder, "long.txt")
        builtins.__import__ = builtins.__orig_import__  # type: ignore[attr-defined]  # as at the start of the program
        app = QApplication([])
        shown = Window(Desk("bench", Matcher()), Memory())
        shown.resize(1366, 768)
        shown.show()
        pulse = Pulse()
        wait(app, lambda: False, 1.5)
        pulse.take()
        measure_opening(app, shown, pulse, lists)
        measure_cards(app, shown, pulse)
        measure_entries(app, shown, pulse)
        measure_pages(app, shown, pulse)
        held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        measure_preview(app, shown, pulse, long)
        shown.desk.close()
        wait(app, lambda: False, 2)
        say_gaps("gaps while it is closed", pulse.take())
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        shown.close()
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(
            f"{'most memory':<32} window {held:6.0f} MB   matching {children:6.0f} MB   window at last {most:6.0f} MB"
        )


def write_lists(folder: str, size: int) -> None:
    """Write two lists of generated names, and one more as long as both."""
    names, _pairs = generate(size, "letter")
    late = [f"{name} of late" for name in names]
    for file, lines in (("list-1", names[::2]), ("list-2", names[1::2]), ("long", late)):
        Path(folder, f"{file}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def measure_opening(app: QApplication, shown: Window, pulse: Pulse, lists: list[Path]) -> None:
    """Read the lists, cancel the matching some times, then let it come to its end."""
    shown.open(lists)
    print(f"{'reading':<34} {wait(app, lambda: not shown.desk.is_opening):7.1f} s")
    say_gaps("gaps while reading", pulse.take())
    answered = []
    for after in _CANCELLED_AFTER:
        wait(app, lambda: not shown.desk.is_matching, after)
        if not shown.desk.is_matching:
            raise SystemExit(f"matching was over within {after} s: it must be cancelled earlier, or begin anew")
        shown.desk.cancel()
        answered.append(1000 * wait(app, lambda: not shown.desk.is_matching))
        shown.desk.match()
    say_gaps("cancel to answer", answered)
    print(f"{'matching':<34} {wait(app, lambda: not shown.desk.is_matching):7.1f} s")
    wait(app, lambda: False, 0.2)
    say_gaps("gaps while matching, first card", pulse.take())
    wait(app, lambda: False, 5)  # as long as it takes to make the other pages ahead
    say_gaps("gaps while it is read", pulse.take())


def measure_cards(app: QApplication, shown: Window, pulse: Pulse) -> None:
    """Decide cards of names, best first and in other orders, and spellings; narrow the queue."""
    say("same, to the next card painted", [timed(app, lambda: key(shown, Qt.Key.Key_M)) for _ in range(60)])
    say("different", [timed(app, lambda: key(shown, Qt.Key.Key_D)) for _ in range(60)])
    say("undo", [timed(app, shown.desk.undo) for _ in range(20)])
    shown.perform(Command.FILTER)
    say("a letter in the queue's filter", typed(app, shown.strip.field, _WORDS))
    for order in shown.strip.order.buttons[1:]:
        say(f"order {order.text()}", [timed(app, order.click)])
        shown.review.take_focus()
        say("same and not sure, in that order", [timed(app, partial(key, shown, each)) for each in _DECIDING])
    shown.strip.clear()
    wait(app, lambda: False, 0.5)
    say("first look at the spellings", [timed(app, lambda: shown.show_page(SPELLINGS))])
    say("to the next spelling", [timed(app, lambda: shown.perform(Command.NEXT)) for _ in range(60)])
    deciding, gaps = [], list[float]()
    for _ in range(20):
        deciding.append(timed(app, lambda: key(shown, Qt.Key.Key_D)))
        pulse.take()
        wait(app, lambda: not shown.desk.is_matching)
        wait(app, lambda: False, 0.1)
        gaps += pulse.take()
    say("different, of a spelling", deciding)
    say_gaps("gaps while matched anew", gaps)


def measure_entries(app: QApplication, shown: Window, pulse: Pulse) -> None:
    """Turn to the entries, find names by typing, sort."""
    wait(app, lambda: False, 0.5)
    say("first look at the entries", [timed(app, lambda: shown.show_page(ENTRIES))])
    shown.show_page(REVIEW)
    say("to the entries again", [timed(app, lambda: shown.show_page(ENTRIES))])
    field = shown.top.find_field
    field.setFocus()
    say("a letter in the entries", typed(app, field, _WORDS))
    _, by_name, by_signatures = shown.entries.order.buttons
    say("sort by name, by signatures", [timed(app, button.click) for button in (by_name, by_signatures, by_name)])
    say("a letter, sorted by name", typed(app, field, _WORDS))
    pulse.take()


def measure_pages(app: QApplication, shown: Window, pulse: Pulse) -> None:
    """Turn to the other pages."""
    wait(app, lambda: False, 0.5)
    say("first look at the lists", [timed(app, lambda: shown.show_page(LISTS))])
    wait(app, lambda: False, 0.5)
    pulse.take()
    say("first look at who signed what", [timed(app, lambda: shown.show_page(MATRIX))])
    print(f"{'who signed what':<34} {wait(app, lambda: not shown.matrix.is_working):7.1f} s")
    say_gaps("gaps while it is worked out", pulse.take())


def measure_preview(app: QApplication, shown: Window, pulse: Pulse, path: Path) -> None:
    """Look at a document of as many lines, tick, find, and leave it out."""
    shown.arrivals.look([path])
    wait(app, lambda: shown.paper is not None and not shown.arrivals.is_busy)
    wait(app, lambda: False, 0.5)
    say_gaps("gaps while a long list is read", pulse.take())
    page = shown.preview
    say("all, none, as proposed", [timed(app, button.click) for button in page.ticks])
    page.strip.begin()
    say("a letter in find", typed(app, page.strip.field, _WORDS[:3]))
    page.take_focus()
    say("down a page", [timed(app, lambda: key(shown, Qt.Key.Key_PageDown)) for _ in range(20)])
    wait(app, lambda: not shown.arrivals.is_busy)
    pulse.take()
    shown.arrivals.leave_out()
    wait(app, lambda: False, 0.2)
    say_gaps("gaps when it is left out", pulse.take())


if __name__ == "__main__":
    main()

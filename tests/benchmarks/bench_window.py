"""How the window feels with many names: gaps of its thread, key to card, typing to rows, memory.

    PYTHONPATH=.:tests/benchmarks python tests/benchmarks/bench_window.py [--size 100000]

Drives the real window, offscreen unless QT_QPA_PLATFORM says otherwise, over two generated lists (see bench_matching).
Prints one line a measure. A gap is the time between two turns of the window's event loop.
"""

import argparse
import os
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_matching import generate
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reviewer.ui.desk import Desk
from reviewer.ui.memory import Memory
from reviewer.ui.showing import ENTRIES, MATRIX
from reviewer.ui.window import Window


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
        """Return the gaps since last asked."""
        gaps, self.gaps = self.gaps, []
        self._last = time.perf_counter()
        return gaps


def wait(app: QApplication, until: Callable[[], bool], seconds: float = 600) -> float:
    """Turn the event loop until something holds; return how long that took."""
    start = time.perf_counter()
    while not until() and time.perf_counter() - start < seconds:
        app.processEvents()
        time.sleep(0.0005)
    return time.perf_counter() - start


def timed(app: QApplication, act: Callable[[], object]) -> float:
    """Return the milliseconds from `act` until everything it set off is painted."""
    start = time.perf_counter()
    act()
    app.processEvents()
    return (time.perf_counter() - start) * 1000


def say(what: str, times: list[float]) -> None:
    """Print the median, the 95th percentile and the largest of some times."""
    ranked = sorted(times)
    high = ranked[min(len(ranked) - 1, int(0.95 * len(ranked)))]
    print(f"{what:<34} median {statistics.median(times):7.1f} ms   p95 {high:7.1f} ms   most {ranked[-1]:7.1f} ms")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    size = parser.parse_args().size
    names, _pairs = generate(size, "letter")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SIGNATORY_REVIEWER_HOME"] = folder
        lists = [Path(folder, f"list-{i}.txt") for i in (1, 2)]
        for i, path in enumerate(lists):
            path.write_text("\n".join(names[i::2]) + "\n", "utf-8")
        app = QApplication([])
        shown = Window(Desk("bench"), Memory())
        shown.show()
        pulse = Pulse()
        shown.open(lists)
        print(f"{'reading':<34} {wait(app, lambda: not shown.desk.is_opening):7.1f} s")
        say("gaps while reading", pulse.take())
        print(f"{'matching':<34} {wait(app, lambda: not shown.desk.is_matching):7.1f} s")
        say("gaps while matching", pulse.take())
        say("same, to the next card painted", [timed(app, lambda: key(shown, Qt.Key.Key_M)) for _ in range(60)])
        say("different", [timed(app, lambda: key(shown, Qt.Key.Key_D)) for _ in range(60)])
        say("undo", [timed(app, shown.desk.undo) for _ in range(20)])
        say("to the entries page", [timed(app, lambda: shown.show_page(ENTRIES))])
        field = shown.top.find_field
        field.setFocus()
        say("filter by typing, a key", [timed(app, partial(QTest.keyClicks, field, c)) for c in "kawakibi"])
        say("and back", [timed(app, lambda: QTest.keyClick(field, Qt.Key.Key_Backspace)) for _ in range(8)])
        pulse.take()
        shown.show_page(MATRIX)
        print(f"{'who signed what':<34} {wait(app, lambda: not shown.matrix.is_working):7.1f} s")
        say("gaps while it is worked out", pulse.take())
        usage = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        shown.close()
        children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'most memory':<34} window {usage[0]:7.0f} MB   matching {children:7.0f} MB")


def key(shown: Window, pressed: Qt.Key) -> None:
    """Press a key wherever the focus is."""
    QTest.keyClick(shown.focusWidget() or shown, pressed)


if __name__ == "__main__":
    main()

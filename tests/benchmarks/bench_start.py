"""How long from launch to a window one can use, and to the first card of the example, beside a bare PySide6 window.

    PYTHONPATH=. python tests/benchmarks/bench_start.py [--runs 15]

Starts each in a process of its own, in turn, imports included, and prints medians: of the seconds, and of how many
times the bare window's of the same turn they were, since a machine may change its speed between turns. Bytecode is kept
between the runs, as after an installation; the first run of each is not counted. The clock starts before the process
does and stops in it:

    bare      a QMainWindow with an empty QTableWidget is painted
    usable    the lists are open, their page is painted, and the window waits for a key
    card      the first card is painted
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableWidget(0, 4))
window.show()
app.processEvents()
import time
print(time.perf_counter())
"""

OURS = """
import sys, time
from reviewer import ui
from reviewer.cli import main

def follow(window):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    marks = []

    def look():
        QApplication.processEvents()
        while len(marks) < 2 and (window.review.has_card if marks else window.desk.review):
            marks.append(time.perf_counter())
            if len(marks) == 2:
                print(*marks)
                window.close()

    window.desk.changed.connect(look)
    QTimer.singleShot(0, look)
    return until_closed(window)

until_closed, ui.until_closed = ui.until_closed, follow
sys.exit(main(sys.argv[1:]))
"""


def seconds(code: str, env: Mapping[str, str], *arguments: str) -> list[float]:
    """Return how long after its launch a process running `code` came to each of the points it prints."""
    with tempfile.TemporaryDirectory() as home:
        homes = {"XDG_DATA_HOME": home} if sys.platform == "linux" else {"SIGNATORY_REVIEWER_HOME": home}
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            check=True,
            env={**env, **homes},
            timeout=60,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        return [float(point) - start for point in done.stdout.split()]


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    examples = sorted(map(str, (Path(__file__).parents[2] / "resources" / "examples").glob("*.json")))
    with tempfile.TemporaryDirectory() as bytecode:
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": bytecode}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        times = [(*seconds(BARE, env), *seconds(OURS, env, *examples)) for _ in range(runs + 1)][1:]
    bare, *ours = zip(*times, strict=True)
    print(f"{'bare window':<30} {statistics.median(bare):.3f} s")
    for what, took in zip(("usable, the example open", "its first card"), ours, strict=True):
        ratio = statistics.median(one / other for one, other in zip(took, bare, strict=True))
        print(f"{what:<30} {statistics.median(took):.3f} s   {ratio:.2f} times")


if __name__ == "__main__":
    main()

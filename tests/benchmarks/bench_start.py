"""How long from launch to the first card of the example, beside a bare PySide6 window with an empty table.

    PYTHONPATH=. python tests/benchmarks/bench_start.py [--runs 7]

Starts each in a process of its own, in turn, imports included, and prints the medians and their ratio.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget
app = QApplication([])
window = QMainWindow()
window.setCentralWidget(QTableWidget(0, 4))
window.show()
app.processEvents()
"""

OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import reviewer.ui
from reviewer.ui.window import Window

def look():
    shown = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window)]
    if shown and shown[0].review.has_card:
        QApplication.processEvents()
        shown[0].close()

timer = QTimer()
timer.setInterval(1)
timer.timeout.connect(look)
start = QApplication.exec
QApplication.exec = lambda *_: (timer.start(), start())[1]
sys.exit(reviewer.ui.run([Path(path) for path in sys.argv[1:]]))
"""


def seconds(code: str, *arguments: str) -> float:
    """Return how long a process running `code` takes."""
    with tempfile.TemporaryDirectory() as home:
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "SIGNATORY_REVIEWER_HOME": home}
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=env, timeout=60)
        return time.perf_counter() - start


def main() -> None:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    examples = sorted(map(str, (Path(__file__).parents[2] / "resources" / "examples").glob("*.json")))
    times = [(seconds(BARE), seconds(OURS, *examples)) for _ in range(runs + 1)][1:]
    bare, ours = (statistics.median(column) for column in zip(*times, strict=True))
    print(f"bare window {bare:.3f} s   first card of the example {ours:.3f} s   ratio {ours / bare:.2f}")


if __name__ == "__main__":
    main()

import os
import subprocess
import sys
from pathlib import Path

_WINDOW = """
import sys
from reviewer.ui.loading import load_qt
load_qt()
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget

class Panel(QWidget):
    said = Signal(str)

app = QApplication([])
panel = Panel()
panel.said.connect(QLabel(panel).setText)
panel.show()
app.processEvents()
parser = sys.modules["shibokensupport.signature.parser"]
print(type(parser).__name__, "inspect" in sys.modules, "argparse" in sys.modules)
"""
_WRONG = """
for wrong in (lambda: QLabel("").setText(4), lambda: QLabel(1, 2), lambda: panel.said.emit(), lambda: panel.sayed) * 2:
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, *str(error).split())
print(QLabel.setText.__doc__)
print(type(parser).__name__)
"""


_REVIEW = """
import sys
from pathlib import Path
from reviewer.opening import open_paths
from reviewer.project import load

project = open_paths([Path(sys.argv[1])], reviewer="Amal", drafts=Path(sys.argv[2])).project
project.review.undo()
project.close()
print(*(type(event).__name__ for event in load(project.path).ledger.events))
print(*sorted({"inspect", "logging", "typing_extensions"}.intersection(sys.modules)))
import typing_extensions
"""


def printed(code: str, *arguments: str) -> list[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env=env,
        text=True,
    )
    return done.stdout.splitlines()


def test_a_window_is_shown_without_what_error_messages_need() -> None:
    assert printed(_WINDOW) == ["_LazyModule False False"]


def test_qt_says_what_is_wrong_as_ever() -> None:
    as_ever = _WINDOW.replace("from reviewer.ui.loading import load_qt\nload_qt()", "import PySide6")
    late, told = printed(_WINDOW + _WRONG), printed(as_ever + _WRONG)
    assert late[1:] == told[1:]
    assert "setText(arg__1: str, /)" in late[1]
    assert [late[0].split()[0], late[-1]] == ["_LazyModule", "module"]


def test_a_review_is_read_and_written_without_what_msgspec_can_do_without(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("Dawlaty\nBaytna Syria\n", "utf-8")
    assert printed(_REVIEW, str(tmp_path / "list.txt"), str(tmp_path / "drafts")) == ["SourceAdded Undone", ""]

"""What one sees with nothing open: the example, one's own files, or the work left behind."""

import re
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.ui.parts import words
from reviewer.ui.parts.icons import picture
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.notice import Notice
from reviewer.ui.parts.palette import GAP, HAIR, SNUG, WIDE
from reviewer.ui.parts.pieces import Button, column, empty, label, row, set_tone

_MOST_DRAFTS = 5
_WIDTH = 640
_LOOKED_AT = 1 << 20  # bytes
_TITLE = re.compile(rb'\n      "title": (".*"),?$', re.MULTILINE)
"""A line of a project file with the title of a list; no other line begins so, for a text holds no line's end."""
_ABOUT = (
    "Open lists of signatories. Names that may be the same come up one question at a time; "
    "you decide, with one key each."
)
_ALSO = "Files can also be dropped here, or a list pasted with Ctrl+V. Nothing leaves this machine."


class Draft(msgspec.Struct, frozen=True):
    """A review one may go on with: its file and what it holds in a few words."""

    path: Path
    text: str


class _Titled(msgspec.Struct):
    title: str


class _Sources(msgspec.Struct):
    sources: list[_Titled]


def describe(path: Path) -> Draft | None:
    """Return a draft with the titles of its lists, None where it can't be read.

    Of a large one only the beginning is looked at, which holds the first title at least: the window waits meanwhile.
    """
    try:
        with path.open("rb") as file:
            start, is_all = file.read(_LOOKED_AT), not file.read(1)
        found = [] if is_all else _TITLE.findall(start[: start.rfind(b"\n")])
        titles = [msgspec.json.decode(title, type=str) for title in found] or _titles(path.read_bytes())
    except (OSError, msgspec.MsgspecError):
        return None
    more = f" and {len(titles) - 2} more" if len(titles) > 2 else ""
    held = "  ·  ".join(words.isolate(words.shortened(title, 34)) for title in titles[:2]) + (
        more if not found else "  …"
    )
    return Draft(path, held if path.name.startswith("draft-") else f"{words.isolate(path.name)}:  {held}")


def _titles(data: bytes) -> list[str]:
    return [source.title for source in msgspec.json.decode(data, type=_Sources).sources]


class StartPage(QWidget):
    """Says `example_asked`, `open_asked`, or `draft_asked` (path)."""

    example_asked = Signal()
    open_asked = Signal()
    draft_asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("start")
        self.example = Button("Try the example")
        set_tone(self.example, "primary")
        self.open = Button("Open lists or a review…  Ctrl+O")
        self.example.clicked.connect(self.example_asked)
        self.open.clicked.connect(self.open_asked)
        self.notices = [Notice(look, "warning") for _ in range(4)]
        self._go_on, self._drafts = label("Go on with", "label"), QVBoxLayout()
        self._drafts.setSpacing(HAIR)
        mark = QLabel()
        mark.setPixmap(picture("reviewer", look.colour("same"), 48, 3))
        self._arrange(mark)

    def show_start(self, drafts: Sequence[Draft], refusals: Sequence[str]) -> None:
        """Show what there is to go on with, and what was refused."""
        empty(self._drafts)
        for draft in drafts[:_MOST_DRAFTS]:
            self._drafts.addWidget(self._button(draft))
        self._go_on.setVisible(bool(drafts))
        for i, notice in enumerate(self.notices):
            notice.say(refusals[i] if i < len(refusals) else "")

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self.example.setFocus(Qt.FocusReason.OtherFocusReason)

    def _button(self, draft: Draft) -> QPushButton:
        button = Button(draft.text.replace("&", "&&"))
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.draft_asked.emit(draft.path))
        return button

    def _arrange(self, mark: QLabel) -> None:
        frame = QFrame()
        frame.setFixedWidth(_WIDTH)
        inside = column(frame, 0, SNUG)
        inside.addWidget(mark)
        inside.addWidget(label("Whose signature is whose?", "title"))
        inside.addWidget(label(_ABOUT, "quiet", wrap=True))
        inside.addSpacing(GAP)
        inside.addLayout(row(self.example, self.open, None, spacing=SNUG))
        inside.addWidget(label(_ALSO, "small", wrap=True))
        for notice in self.notices:
            inside.addWidget(notice)
        inside.addSpacing(WIDE)
        inside.addWidget(self._go_on)
        inside.addLayout(self._drafts)
        middle = QWidget()
        middle.setLayout(row(None, frame, None))
        layout = column(self)
        layout.addStretch(2)
        layout.addWidget(middle)
        layout.addStretch(3)

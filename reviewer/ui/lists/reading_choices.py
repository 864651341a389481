"""What may be told instead of found out of a document: its sheet, column, header row and encoding, each with a key."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QMenu, QPushButton, QWidget

from reviewer.reading import ALL_COLUMNS, Options
from reviewer.ui.lists import encodings
from reviewer.ui.lists.paper import Paper
from reviewer.ui.parts import words
from reviewer.ui.parts.name_edit import NameEdit
from reviewer.ui.parts.palette import TIGHT
from reviewer.ui.parts.pieces import Button, plain_tooltip, row, set_tone

_Choice = tuple[str, Options, bool]  # as the menu says it, what it asks for, whether it is so now
_TABLES = frozenset({"CSV", "XLSX", "XLSB", "XLS", "ODS", "JSON"})  # of which one column is that of the names
_NAME_LENGTH, _EDIT_WIDTH = 24, 150


class ReadingChoices(QWidget):
    """Offers what the format of a document has. Says `asked` (options) for it to be read otherwise, or `left`."""

    asked = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.column, self.encoding = _MenuButton("Sheet"), _MenuButton("Column"), _MenuButton("Encoding")
        self.header = Button()
        set_tone(self.header, "flag")
        self.other = NameEdit("Another encoding")
        self.other.setPlaceholderText("koi8-r, cp864 …")
        self.other.setFixedWidth(_EDIT_WIDTH)
        self.other.hide()
        self._options, self._has_header = Options(), False
        self.setLayout(row(self.sheet, self.column, self.header, self.encoding, self.other, spacing=TIGHT))
        for keys, button in (("Alt+S", self.sheet), ("Alt+C", self.column), ("Alt+E", self.encoding)):
            self._key(keys, button, button.showMenu)
        self._key("Alt+H", self.header, self.header.click)
        self.header.clicked.connect(lambda: self.asked.emit(_with(self._options, header=not self._has_header)))
        self.other.accepted.connect(self._ask_other)
        self.other.left.connect(self._leave)

    def show_choices(self, paper: Paper) -> None:
        """Offer what there is to choose of a document."""
        self._options, part = paper.options, paper.part
        self.other.hide()
        self.sheet.offer(part.sheets[part.sheet] if part.sheets else "", self._sheets(paper), self.asked.emit)
        taken = "all" if part.column is None else part.columns[part.column].name
        self.column.offer(taken, self._columns(paper), self.asked.emit)
        self.column.setToolTip(plain_tooltip(f"{self.column.text()}: {part.column_why}"))
        self._has_header = bool(part.header)
        told = words.isolate("Header: yes" if part.header else "Header: no")
        self.header.setText(f"{told}  Alt+H")
        self.header.setToolTip(plain_tooltip("Whether a row of the table says what its columns hold (Alt+H)"))
        self.header.setVisible(part.header is not None)
        self.encoding.offer(paper.shown.encoding or "unknown", self._encodings(paper), self.asked.emit)
        if paper.beginning:
            self.encoding.menu().addAction(words.in_order("Another…")).triggered.connect(self._begin_other)
        offered = (self.sheet, self.column, self.header, self.encoding)
        self.setVisible(not all(button.isHidden() for button in offered))

    def _sheets(self, paper: Paper) -> list[_Choice]:
        names, now = paper.part.sheets, paper.part.sheet
        asked = (_with(paper.options, sheet=_called(i, names), column="") for i in range(len(names)))
        choices = [(name, options, i == now) for i, (name, options) in enumerate(zip(names, asked, strict=True))]
        return choices if len(names) > 1 else []

    def _columns(self, paper: Paper) -> list[_Choice]:
        part, options = paper.part, paper.options
        names = [column.name for column in part.columns]
        told = [(_column(c.name, c.samples), _called(i, names), i == part.column) for i, c in enumerate(part.columns)]
        if paper.shown.format not in _TABLES:
            told.append(("All columns", ALL_COLUMNS, part.column is None))
        return [(text, _with(options, column=asked), now) for text, asked, now in told] if told[1:] else []

    def _encodings(self, paper: Paper) -> list[_Choice]:
        found = encodings.fitting(paper.beginning) if paper.beginning else []
        now = paper.shown.encoding.casefold()
        told = ((name, f"{name}    {words.isolate(line)}" if line else name) for name, line in found)
        return [(text, _with(paper.options, encoding=name), name.casefold() == now) for name, text in told]

    def _begin_other(self) -> None:
        """Let any encoding be written."""
        if not self.other.completer():
            completer = QCompleter(encodings.every_name(), self.other)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            self.other.setCompleter(completer)
        self.other.show()
        self.other.begin()

    def _ask_other(self, name: str) -> None:
        if name.strip():
            self.asked.emit(_with(self._options, encoding=name.strip()))

    def _leave(self) -> None:
        self.other.hide()
        self.left.emit()

    def _key(self, keys: str, button: QPushButton, act: Callable[[], object]) -> None:
        """Let a key do what a button does, all over the window while the button is there."""
        shortcut = QShortcut(QKeySequence(keys), button)
        shortcut.activated.connect(act)


class _MenuButton(QPushButton):
    """A button that says what is chosen and opens a menu of what else there is."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        set_tone(self, "flag")
        self.setMenu(QMenu(self))

    def offer(self, chosen: str, choices: Sequence[_Choice], ask: Callable[[Options], object]) -> None:
        """Offer choices, or hide where there are none."""
        name = words.isolate(words.shortened(chosen, _NAME_LENGTH))
        self.setText(f"{words.isolate(f'{self._what}: {name}')} ▾  Alt+{self._what[0]}".replace("&", "&&"))
        self.setVisible(bool(choices))
        menu = self.menu()
        menu.clear()
        for i, (text, options, now) in enumerate(choices, 1):
            number = f"&{i}  " if i < 10 else ""
            action = menu.addAction(number + text.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(now)
            action.triggered.connect(lambda _checked=False, options=options: ask(options))


def _with(options: Options, **what: object) -> Options:
    return msgspec.structs.replace(options, **what)


def _called(place: int, names: Sequence[str]) -> str:
    """Return what the reader knows a column or sheet by: its number, or its name where a number is one of the names."""
    return names[place] if str(place + 1) in names else str(place + 1)


def _column(name: str, samples: Sequence[str]) -> str:
    """Return a column as its menu says it: the header and the first texts below it."""
    below = "  ·  ".join(words.isolate(words.shortened(text, _NAME_LENGTH)) for text in samples[:2])
    return f"{words.isolate(words.shortened(name, 32))}    {below}" if below else words.isolate(name)

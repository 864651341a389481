"""Why two names were put side by side: reasons as chips, and the whole reckoning when asked for."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reviewer.model import Evidence
from reviewer.ui.parts import words
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.palette import BROAD, HAIR, TIGHT
from reviewer.ui.parts.pieces import column, label, plain_tooltip, set_tone

_FOR, _AGAINST = "chip", "chip-against"
"""What speaks against has an outline alone."""


class Reasons(QWidget):
    """Chips in a flow; under them, on demand, the `reckoning`: what each reason adds to the score, where that is told.

    The labels are used again from card to card: to make and dress one takes many times as long as to let it say
    something else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._line, self._flow = QWidget(), FlowLayout(TIGHT)
        self._line.setLayout(self._flow)
        self._lead, self._chips = label("", "why"), list[QLabel]()
        self._flow.addWidget(self._lead)
        self.reckoning, self._grid = QWidget(), QGridLayout()
        self._grid.setContentsMargins(0, TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(BROAD)
        self._grid.setVerticalSpacing(HAIR)
        self._grid.setColumnStretch(3, 1)
        self._cells = list[tuple[QLabel, QLabel, QLabel]]()
        self.reckoning.setLayout(self._grid)
        self.reckoning.hide()
        self._open, self._told = False, True
        self._evidence: Sequence[Evidence] = ()
        self._is_filled = True
        layout = column(self)
        layout.addWidget(self._line)
        layout.addWidget(self.reckoning)

    @property
    def lead(self) -> str:
        """What leads the line."""
        return self._lead.text()

    @property
    def is_open(self) -> bool:
        """Whether the reckoning shows."""
        return not self.reckoning.isHidden()

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text() for chip in self._chips if not chip.isHidden()]

    def show_evidence(self, why: str, evidence: Sequence[Evidence]) -> None:
        """Show other reasons; `why` leads the line."""
        self._lead.setText(why)
        shown = words.shown_reasons(evidence)
        for _ in shown[len(self._chips) :]:
            self._chips.append(label("", _FOR))
            self._flow.addWidget(self._chips[-1])
        for chip, each in zip_longest(self._chips, shown):
            chip.setVisible(each is not None)
            if each:
                _show(chip, each, told=self._told)
        self._line.setVisible(bool(shown))
        self._evidence, self._is_filled = evidence, False
        self._show_table()

    def show_weights(self, told: bool) -> None:
        """Tell what each reason weighs, or don't: it tells the score."""
        if told is not self._told:
            self._told = told
            self.show_evidence(self.lead, self._evidence)

    def toggle(self) -> None:
        """Show the reckoning or put it away."""
        self._open = not self._open
        self._show_table()

    def _show_table(self) -> None:
        """Show the table or hide it; it is filled when it is shown."""
        if self._open and not self._is_filled:
            self._fill_table(self._evidence if self._told else words.shown_reasons(self._evidence))
            self._is_filled = True
        self.reckoning.setVisible(self._open)

    def _fill_table(self, evidence: Sequence[Evidence]) -> None:
        lines = [_cells(each, told=self._told) for each in words.joined(evidence)]
        summed = bool(lines) and self._told
        if summed:
            sum_ = sum(each.effect for each in words.joined(evidence))
            lines.append(("together", f"which reads {words.percent(words.as_score(sum_))} of 100", words.weight(sum_)))
        for _ in lines[len(self._cells) :]:
            self._add_line()
        for i, cells in enumerate(self._cells):
            for cell, text in zip(cells, lines[i] if i < len(lines) else ("", "", ""), strict=True):
                cell.setText(text)
                cell.setVisible(i < len(lines))
            for cell in (cells[0], cells[2]):
                set_tone(cell, "strong" if summed and i == len(lines) - 1 else "")

    def _add_line(self) -> None:
        kind, both, weight = label(), label("", "quiet"), label()
        for at, cell in enumerate((kind, both, weight)):
            self._grid.addWidget(cell, len(self._cells), at)
        weight.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self._cells.append((kind, both, weight))


def _cells(evidence: Evidence, *, told: bool) -> tuple[str, str, str]:
    both = " / ".join(words.isolate(word) for word in dict.fromkeys((evidence.a, evidence.b)) if word)
    return evidence.kind, words.shortened(both, 90), words.weight(evidence.effect) if told else ""


def _show(chip: QLabel, evidence: Evidence, *, told: bool) -> None:
    """Let a chip tell a reason, and by its look and its tooltip what that weighs, where it is `told`."""
    weight = words.weight(evidence.effect) if told else ""
    tone, speaks = (_AGAINST, "speaks against") if weight.startswith("−") else (_FOR, "speaks for one signatory")
    chip.setText(words.reason(evidence))
    chip.setToolTip(plain_tooltip(f"{weight}, {speaks} (W for all)") if told else "")
    set_tone(chip, tone)

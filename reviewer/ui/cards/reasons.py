"""Why two names were put side by side: reasons as chips, and the whole reckoning when asked for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from reviewer.model import Evidence
from reviewer.ui.parts import words
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.palette import BROAD, HAIR, TIGHT
from reviewer.ui.parts.pieces import column, empty, label, plain_tooltip

_FOR, _AGAINST = "chip", "chip-against"
"""What speaks against has an outline alone."""


class Reasons(QWidget):
    """Chips in a flow; under them, on demand, a table of what each reason adds to the score, where that is told."""

    def __init__(self) -> None:
        super().__init__()
        self._chips, self._flow = QWidget(), FlowLayout(TIGHT)
        self._chips.setLayout(self._flow)
        self._table, self._grid = QWidget(), QGridLayout()
        self._grid.setContentsMargins(0, TIGHT, 0, 0)
        self._grid.setHorizontalSpacing(BROAD)
        self._grid.setVerticalSpacing(HAIR)
        self._grid.setColumnStretch(3, 1)
        self._table.setLayout(self._grid)
        self._table.hide()
        self._open, self._told = False, True
        self._evidence: Sequence[Evidence] = ()
        self._is_filled = True
        self.lead = ""
        layout = column(self)
        layout.addWidget(self._chips)
        layout.addWidget(self._table)

    @property
    def is_open(self) -> bool:
        """Whether the reckoning shows."""
        return not self._table.isHidden()

    def texts(self) -> list[str]:
        """Return what the chips say."""
        return [chip.text() for chip in self._chips.findChildren(QLabel) if chip.property("tone") in (_FOR, _AGAINST)]

    def show_evidence(self, why: str, evidence: Sequence[Evidence]) -> None:
        """Show other reasons; `why` leads the line."""
        self.lead = why
        empty(self._flow)
        chips = [_chip(each, told=self._told) for each in words.shown_reasons(evidence)]
        if chips:
            self._flow.addWidget(label(why, "why"))
        for chip in chips:
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(chips))
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
        """Show the table or hide it; it is filled when it is shown, for its labels take a third of a card's time."""
        if self._open and not self._is_filled:
            empty(self._grid)
            self._fill_table(self._evidence if self._told else words.shown_reasons(self._evidence))
            self._is_filled = True
        self._table.setVisible(self._open)

    def _fill_table(self, evidence: Sequence[Evidence]) -> None:
        lines = words.joined(evidence)
        for i, each in enumerate(lines):
            both = " / ".join(words.isolate(word) for word in dict.fromkeys((each.a, each.b)) if word)
            weight = words.weight(each.effect) if self._told else ""
            self._add_line(i, label(each.kind), label(words.shortened(both, 90), "quiet"), label(weight))
        if lines and self._told:
            sum_ = sum(each.effect for each in lines)
            reads = label(f"which reads {words.percent(words.as_score(sum_))} of 100", "quiet")
            self._add_line(len(lines), label("together", "strong"), reads, label(words.weight(sum_), "strong"))

    def _add_line(self, line: int, kind: QLabel, both: QLabel, weight: QLabel) -> None:
        for at, cell in enumerate((kind, both, weight)):
            self._grid.addWidget(cell, line, at)
        weight.setAlignment(Qt.AlignmentFlag.AlignTrailing)


def _chip(evidence: Evidence, *, told: bool) -> QWidget:
    if not told:
        return label(words.reason(evidence), _FOR)
    weight = words.weight(evidence.effect)
    tone, speaks = (_AGAINST, "speaks against") if weight.startswith("−") else (_FOR, "speaks for one signatory")
    chip = label(words.reason(evidence), tone)
    chip.setToolTip(plain_tooltip(f"{weight}, {speaks} (W for all)"))
    return chip

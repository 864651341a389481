"""Texts cut to their room, and captions and columns that hold in a mirrored window."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer.ui.parts import words
from reviewer.ui.parts.flow import FlowLayout
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import TIGHT, WIDE
from reviewer.ui.parts.pieces import Button, elided
from reviewer.ui.parts.tables import Table

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
RIGHT, LEFT, FIXED = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignAbsolute
ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
PLACE = f"{words.isolate('Sochi Conference Threatens Syria Peace…')}, 5 January 2018, no. 5"


@pytest.fixture
def metrics(qtbot: QtBot) -> QFontMetrics:
    """The metrics of the system's font."""
    return QFontMetrics(QApplication.font())


def test_of_a_place_the_title_is_cut_and_the_number_stays(metrics: QFontMetrics) -> None:
    whole = metrics.horizontalAdvance(PLACE)
    cut = elided(metrics, PLACE, whole * 3 // 4)
    assert elided(metrics, PLACE, whole) == PLACE
    assert cut.endswith(", 5 January 2018, no. 5")
    assert "…" in cut
    assert metrics.horizontalAdvance(cut) <= whole * 3 // 4


def test_of_two_places_and_where_little_is_left_the_end_is_cut(metrics: QFontMetrics) -> None:
    for text, width in ((f"{PLACE}  ·  {PLACE}", metrics.horizontalAdvance(PLACE)), (PLACE, 120)):
        assert elided(metrics, text, width) == metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def test_a_caption_keeps_its_number_before_and_its_last_sign_behind_it() -> None:
    assert [words.in_order(text) for text in ("4 spellings wait", "Export…", "Picture (PNG)", "Same")] == [
        "\u200e4 spellings wait",
        "Export…\u200e",
        "Picture (PNG)\u200e",
        "Same",
    ]


def test_in_a_mirrored_table_headings_stand_over_what_they_name(qtbot: QtBot, mirrored: None) -> None:
    table = Table(Look(), "Lists", ("Title", "Date", "Signatures"), ours=(1,))
    qtbot.addWidget(table)
    table.show_rows([("Letter", "5 January 2018", 14), ("بيان", "2019", 3)])
    model = table.rows_model
    cells = [[model.index(row, column).data(ALIGNMENT) & (LEFT | RIGHT) for column in range(3)] for row in range(2)]
    assert cells == [[LEFT, RIGHT, RIGHT], [RIGHT, RIGHT, RIGHT]]
    for column in range(3):
        heading: Any = model.headerData(column, Qt.Orientation.Horizontal, ALIGNMENT)
        assert heading & RIGHT
        assert heading & FIXED


def test_a_column_that_fits_beside_the_others_is_not_hidden_for_a_wider_one(qtbot: QtBot) -> None:
    table = Table(Look(), "Entries", ("Name", "Flags", "Lists", "Address"))
    qtbot.addWidget(table)
    table.set_widths({1: 300, 2: 50, 3: 100}, spare=(3, 2, 1))
    hidden = {}
    for width in (900, 650, 400, 340, 240):
        table.setFixedWidth(width)
        table.show()
        QApplication.processEvents()
        hidden[width] = [column for column in range(4) if table.isColumnHidden(column)]
    assert hidden == {900: [], 650: [3], 400: [1], 340: [1, 3], 240: [1, 2, 3]}


def test_what_flows_keeps_its_lines_close(qtbot: QtBot) -> None:
    flow, button, host = FlowLayout(WIDE), Button("one"), QWidget()
    qtbot.addWidget(host)
    flow.addWidget(button)
    flow.addWidget(Button("two"))
    host.setLayout(flow)
    host.show()
    size = button.sizeHint()
    assert flow.heightForWidth(size.width() + 1) == 2 * size.height() + TIGHT
    assert flow.heightForWidth(1000) == size.height()

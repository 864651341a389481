"""Who signed what, moved about in by keys and clicks, and narrowed."""

import pytest
from desks import BOLD
from matrices import entries_shown, made, menu_action, new_page, place, shown_matrix
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.matrix import matrix
from reviewer.ui.matrix.page import MatrixPage
from reviewer.ui.matrix.paint import Spot

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def page(qtbot: QtBot) -> MatrixPage:
    """The page by itself."""
    return new_page(qtbot)


def test_arrows_move_the_cell_in_hand_and_the_facts_follow(page: MatrixPage) -> None:
    assert page.facts == ("Organisation 0", page.facts[1])
    for key, spot in (
        (Qt.Key.Key_Down, (1, 0)),
        (Qt.Key.Key_Right, (1, 1)),
        (Qt.Key.Key_End, (1, 5)),
        (Qt.Key.Key_Up, (0, 5)),
        (Qt.Key.Key_Up, (0, 5)),
        (Qt.Key.Key_Left, (0, 4)),
        (Qt.Key.Key_Home, (0, 0)),
        (Qt.Key.Key_Left, (0, 0)),
    ):
        QTest.keyClick(page.view, key)
        assert page.view.spot == spot
    QTest.keyClick(page.view, Qt.Key.Key_End, CTRL)
    assert page.view.spot == (39, 5)
    assert page.facts[1].endswith("not signed")
    assert page.view.verticalScrollBar().value() == page.view.verticalScrollBar().maximum()
    QTest.keyClick(page.view, Qt.Key.Key_PageUp)
    assert 0 < page.view.spot.row < 39
    assert page.view.accessibleDescription() == "  ".join(page.facts)


def test_mirrored_arrows_go_where_they_point(page: MatrixPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QTest.keyClick(page.view, Qt.Key.Key_Left)
    assert page.view.spot == (0, 1)


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_click_takes_a_cell_and_two_open_the_entry(
    page: MatrixPage, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    page.setLayoutDirection(direction)
    at = place(page.view, 3, 2)
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.view.spot == (3, 2)
    with qtbot.waitSignal(page.entry_asked) as asked:
        qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [entry.id for entry in asked.args] == ["e3"]


def test_the_mouse_over_a_cell_tells_of_it_and_leaves_the_one_in_hand(page: MatrixPage, qtbot: QtBot) -> None:
    qtbot.mouseMove(page.view.viewport(), place(page.view, 4, 0))
    assert page.facts[0] == "Organisation 4"
    assert page.view.spot == (0, 0)
    qtbot.mouseMove(page.view.viewport(), place(page.view, 1, 0))
    assert page.facts[0] == BOLD


def test_a_name_leads_to_its_row(page: MatrixPage, qtbot: QtBot) -> None:
    at = QPoint(20, place(page.view, 5, 0).y())
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.view.spot.row == 5


def test_cells_grow_shrink_and_fit_with_the_cell_in_hand_in_view(page: MatrixPage, qtbot: QtBot) -> None:
    fitting = page.view.measures
    page.view.go_to(Spot(30, 5))
    QTest.keyClick(page.view, Qt.Key.Key_Minus, CTRL)
    assert page.view.measures.cell.width() < fitting.cell.width()
    for _ in range(20):
        QTest.keyClick(page.view, Qt.Key.Key_Plus, CTRL)
    assert page.view.measures.cell.width() > fitting.cell.width()
    bar = page.view.horizontalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() > 0
    qtbot.mouseClick(page.sizes[2], Qt.MouseButton.LeftButton)
    assert page.view.measures == fitting
    for _ in range(20):
        qtbot.mouseClick(page.sizes[0], Qt.MouseButton.LeftButton)
    assert page.view.measures.cell.width() == page.view.measures.cell.height() == 2


def test_entries_of_few_statements_are_left_out_when_asked(page: MatrixPage) -> None:
    menu_action(page.filter, "at least 4")()
    assert entries_shown(page) == 3
    assert page.filter.text().startswith("Signed at least 4")
    assert page.view.hasFocus()
    page.show_matrix(matrix(*made(40, 2)))
    assert entries_shown(page) == 40


def test_what_two_statements_share_leads_to_who_signed_both(page: MatrixPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs[1], Qt.MouseButton.LeftButton)
    assert page.overlap.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Right)
    grid = page.view.grid
    assert grid
    shared, of_smaller, jaccard = grid.matrix.overlap(0, 1)
    assert page.facts[1].startswith(f"{shared} entries signed both this")
    assert f"{round(of_smaller * 100)} % of the smaller, {round(jaccard * 100)} %" in page.facts[1]
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.signed.hasFocus()
    assert entries_shown(page) == shared
    qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert entries_shown(page) == 40


def test_a_statement_with_itself_leads_to_who_signed_it(page: MatrixPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.tabs[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(page.view, Qt.Key.Key_End)
    QTest.keyClick(page.view, Qt.Key.Key_End, CTRL)
    signed = int(shown_matrix(page).shared[5, 5])
    qtbot.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    assert page.signed.isVisible()
    assert entries_shown(page) == signed


def test_tab_goes_through_everything_from_the_top_down(page: MatrixPage) -> None:
    page.tabs[0].setFocus()
    passed = []
    for _ in range(7):
        passed.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert passed == [page.tabs[0], page.filter, *page.sizes, page.save, page.signed]
    assert page.focusWidget() is page.enter
    assert all(widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text()) for widget in passed)


def test_the_cell_in_hand_stays_with_its_entry_and_statement(page: MatrixPage) -> None:
    page.view.go_to(Spot(5, 3))
    entries, sources = made(40, 6)
    held = shown_matrix(page).entries[5].id, shown_matrix(page).sources[3].id
    page.show_matrix(matrix([e for e in entries if e.id != "e0"], sources))
    spot = page.view.spot
    assert (shown_matrix(page).entries[spot.row].id, shown_matrix(page).sources[spot.column].id) == held

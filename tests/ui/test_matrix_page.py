"""Who signed what: moved about in by keys and clicks, left for the entry, narrowed, saved."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from xml.etree import ElementTree

import pytest
from desks import ARABIC, BOLD, CIVIL, ICC, SOCHI, is_idle, press, write_list
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from support import contrast

from reviewer.matrix import Matrix, matrix
from reviewer.model import Entry, Signature, Source
from reviewer.register import Register
from reviewer.ui.matrix.grids import OverlapGrid, Shares, SignedGrid
from reviewer.ui.matrix.page import MatrixPage
from reviewer.ui.matrix.paint import STRONGEST, Spot
from reviewer.ui.matrix.view import MatrixView
from reviewer.ui.parts.look import Look, Theme
from reviewer.ui.parts.palette import DARK, LIGHT, Palette
from reviewer.ui.showing import MATRIX
from reviewer.ui.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def made(rows: int, columns: int) -> tuple[list[Entry], list[Source]]:
    """Return entries: the first signed all statements, the second all but one, and so on; the rest signed one."""
    titles = [f"Statement {c}" if c % 2 else f"بيان {c}" for c in range(columns)]
    entries = []
    for row in range(rows):
        signed = range(max(1, columns - row))
        name = BOLD if row == 1 else ARABIC if row == 2 else f"Organisation {row}"
        entries.append(Entry(f"e{row}", name, (), tuple(Signature(f"s{c}", row + 1, name) for c in signed)))
    return entries, [Source(f"s{c}", title, (), f"20{c % 30:02}-01-05") for c, title in enumerate(titles)]


@pytest.fixture
def page(qtbot: QtBot) -> MatrixPage:
    shown = MatrixPage(Look(Theme.LIGHT))
    qtbot.addWidget(shown)
    shown.resize(1000, 600)
    shown.show_matrix(matrix(*made(40, 6)))
    shown.show()
    shown.activateWindow()
    shown.take_focus()
    return shown


def menu_action(button: QPushButton, text: str) -> Callable[[], None]:
    """Return what choosing a line of a button's menu does."""
    menu = button.menu()
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if text in action.text()).trigger


def place(view: MatrixView, row: int, column: int) -> QPoint:
    """Return the middle of a cell on the screen, while nothing is scrolled."""
    cell, head = view.measures.cell, view.measures.head
    x = head.width() + column * cell.width() + cell.width() // 2
    return QPoint(view.viewport().width() - x if view.isRightToLeft() else x, head.height() + row * cell.height() + 9)


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 3)}


# --- in the window ---------------------------------------------------------------------------------------------------


def turn_to(window: Window, qtbot: QtBot) -> None:
    """Press the key of the page and wait until it is worked out."""
    press(window, Qt.Key.Key_5, CTRL)
    qtbot.waitUntil(lambda: not window.matrix.is_working)


def test_the_page_opens_by_key_with_a_cell_in_hand(window: Window, qtbot: QtBot) -> None:
    turn_to(window, qtbot)
    assert window.matrix.isVisible()
    assert window.matrix.signed.hasFocus()
    of, sentence = window.matrix.facts
    assert of in {*SOCHI, *ICC}
    assert "no. " in sentence


def test_return_opens_the_entry_whatever_was_searched_for(window: Window, qtbot: QtBot) -> None:
    window.top.find_field.setText("nobody")
    window.showing.find_name("nobody")
    turn_to(window, qtbot)
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    asked = window.matrix.facts[0]
    press(window, Qt.Key.Key_Return)
    assert window.entries.isVisible()
    assert window.entries.entry.name_edit.text() == asked
    assert window.top.find_field.text() == ""


def test_it_follows_what_is_decided_and_undone(window: Window, qtbot: QtBot) -> None:
    press(window, Qt.Key.Key_M)
    turn_to(window, qtbot)
    before = entries_shown(window.matrix)
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: not window.matrix.is_working)
    assert entries_shown(window.matrix) == before + 2
    assert CIVIL in [entry.name for entry in shown_matrix(window.matrix).entries]


def test_the_window_goes_on_while_it_is_worked_out(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    snapshot = Register.snapshot

    def slow(register: Register) -> Iterator[Entry]:
        go_on.wait(10)
        yield from snapshot(register)

    monkeypatch.setattr(Register, "snapshot", slow)
    press(window, Qt.Key.Key_5, CTRL)
    page = window.matrix
    qtbot.waitUntil(lambda: "Working it out" in page.told)
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Down)
    assert page.isVisible()
    assert page.facts == ("", "")
    assert not page.save.isEnabled()
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_M)
    press(window, Qt.Key.Key_5, CTRL)
    go_on.set()
    qtbot.waitUntil(lambda: not page.is_working)
    assert entries_shown(page) == len({*SOCHI, *ICC}) - 2
    assert "Working it out" not in page.told
    assert page.save.isEnabled()
    assert page.signed.hasFocus()


def test_it_is_worked_out_once_while_nothing_changes(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn_to(window, qtbot)
    before = shown_matrix(window.matrix)
    press(window, Qt.Key.Key_1, CTRL)
    press(window, Qt.Key.Key_5, CTRL)
    assert not window.matrix.is_working
    assert shown_matrix(window.matrix) is before


def test_a_fault_while_it_is_worked_out_is_told_and_it_can_be_asked_again(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_register: Register) -> Iterator[Entry]:
        raise RuntimeError("an example")

    told: list[Exception] = []
    with monkeypatch.context() as patched:
        patched.setattr(Register, "snapshot", broken)
        patched.setattr(window.doing, "show_fault", told.append)
        turn_to(window, qtbot)
    assert [str(error) for error in told] == ["an example"]
    turn_to(window, qtbot)
    assert entries_shown(window.matrix) == len({*SOCHI, *ICC})


def shown_matrix(page: MatrixPage) -> Matrix:
    grid = page.view.grid
    assert grid
    return grid.matrix


def entries_shown(page: MatrixPage) -> int:
    return len(shown_matrix(page).entries)


def test_with_one_list_it_says_what_is_missing_and_offers_it(
    empty_window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty_window.open([write_list(tmp_path, "sochi", SOCHI)])
    qtbot.waitUntil(lambda: is_idle(empty_window))
    empty_window.show_page(MATRIX)
    assert "Two lists are needed to compare" in empty_window.matrix.empty.text
    qtbot.waitUntil(lambda: QApplication.focusWidget() in empty_window.matrix.empty.findChildren(QPushButton))
    other = str(write_list(tmp_path, "icc", ICC))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([other], ""))
    press(empty_window, Qt.Key.Key_Space)
    qtbot.waitUntil(empty_window.preview.add.isEnabled)
    press(empty_window, Qt.Key.Key_Return)
    qtbot.waitUntil(empty_window.matrix.signed.isVisible)


@pytest.mark.parametrize(("line", "suffix"), [("PNG", ".png"), ("SVG", ".svg"), ("CSV", ".csv")])
def test_picture_and_table_are_saved(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, suffix: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "out"), ""))
    turn_to(window, qtbot)
    menu_action(window.matrix.save, line)()
    path = tmp_path / f"out{suffix}"
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: str(path) in window.status.message.text())
    if suffix == ".png":
        assert QImage(str(path)).width() > 100
    elif suffix == ".svg":
        assert BOLD in {text.strip() for text in ElementTree.parse(path).getroot().itertext()}
    else:
        rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
        assert {row[1] for row in rows[1:]} == {*SOCHI, *ICC}


def test_a_place_that_can_not_be_written_is_told(
    window: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "no" / "out.png"), ""))
    turn_to(window, qtbot)
    menu_action(window.matrix.save, "PNG")()
    qtbot.waitUntil(lambda: "can't be written" in window.status.message.text())


def test_the_other_table_is_saved_from_the_other_picture(page: MatrixPage, qtbot: QtBot) -> None:
    for tab, kind in ((0, "matrix"), (1, "overlap")):
        qtbot.mouseClick(page.tabs[tab], Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.save_asked) as asked:
            menu_action(page.save, "CSV")()
        assert asked.args == [kind]


# --- moving about ----------------------------------------------------------------------------------------------------


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
    assert asked.args == ["e3"]


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


# --- what is shown ---------------------------------------------------------------------------------------------------


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


def test_a_cell_tells_every_number_and_what_was_signed() -> None:
    signatures = tuple(Signature("s", i, "Kawakby") for i in (3, 9))
    source, other = Source("s", "Sochi", (), "2018-01-05"), Source("t", "بيان", ())
    grid = SignedGrid(matrix([Entry("e", "Kawakibi", ("Kawakby",), signatures)], [source, other]))
    name, sentence = grid.facts(0, grid.column_ids.index("s"))
    assert name == "Kawakibi"
    assert sentence.startswith("“\u2068Sochi\u2069”, 5 January 2018: no. 3, 9")
    assert sentence.endswith("signed as “\u2068Kawakby\u2069”")
    assert grid.text(0, grid.column_ids.index("s")) == "3 +1"
    assert grid.facts(0, grid.column_ids.index("t"))[1] == "“\u2068بيان\u2069”: not signed"


def test_a_statement_shares_nothing_with_itself_worth_a_percentage() -> None:
    entries, sources = made(3, 2)
    assert "%" not in OverlapGrid(matrix(entries, sources)).facts(1, 1)[1]


@pytest.mark.parametrize("columns", [2, 10, 500])
@pytest.mark.parametrize("tab", [0, 1])
def test_every_size_is_painted_and_fits(page: MatrixPage, qtbot: QtBot, columns: int, tab: int) -> None:
    page.show_matrix(matrix(*made(30, columns)))
    qtbot.mouseClick(page.tabs[tab], Qt.MouseButton.LeftButton)
    assert page.view.horizontalScrollBar().maximum() == 0 or page.view.measures.cell.width() == 2
    for _ in range(12):
        shown = page.view.viewport().grab().toImage()
        assert len(colours(shown.copy(0, 0, 1000, 200))) > 2
        page.view.zoom(1)


def test_only_what_is_in_view_is_asked_for(page: MatrixPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.show_matrix(matrix(*made(20_000, 4)))
    asked: list[range] = []
    shares = SignedGrid.shares

    def note(grid: SignedGrid, rows: range) -> Shares:
        asked.append(rows)
        return shares(grid, rows)

    monkeypatch.setattr(SignedGrid, "shares", note)
    page.view.go_to(Spot(19_999, 0))
    page.view.viewport().grab()
    assert asked
    assert max(map(len, asked)) < 60
    assert asked[-1].stop == 20_000


def test_a_signed_cell_looks_other_than_one_that_is_not_in_either_theme(qtbot: QtBot) -> None:
    for theme in (Theme.LIGHT, Theme.DARK):
        shown = MatrixPage(Look(theme))
        qtbot.addWidget(shown)
        shown.resize(900, 500)
        shown.show_matrix(matrix(*made(9, 3)))
        view = shown.signed
        image = shown.view.viewport().grab().toImage()
        signed, empty = (place(view, row, 2) + QPoint(-20, 0) for row in (0, 2))
        assert image.pixelColor(signed) != image.pixelColor(empty)


def test_a_picture_too_tall_is_cut_and_says_so(page: MatrixPage) -> None:
    page.show_matrix(matrix(*made(3_000, 3)))
    for _ in range(3):
        page.view.zoom(1)
    image = QImage.fromData(page.picture("png")())
    assert image.height() <= 16_000
    drawn = {text.strip() for text in ElementTree.fromstring(page.picture("svg")()).itertext()}
    assert any("of 3,000 rows; the table has them all" in text for text in drawn)


def test_a_picture_too_wide_is_made_narrower(page: MatrixPage) -> None:
    page.show_matrix(matrix(*made(5, 300)))
    for _ in range(12):
        page.view.zoom(1)
    assert page.view.measures.cell.width() * 300 > 16_000
    assert 16_000 < QImage.fromData(page.picture("png")()).width() <= 2 * 16_020


def test_pictures_are_light_whatever_the_window_is(qtbot: QtBot) -> None:
    shown = MatrixPage(Look(Theme.DARK))
    qtbot.addWidget(shown)
    shown.show_matrix(matrix(*made(3, 2)))
    assert QImage.fromData(shown.picture("png")()).pixelColor(2, 2).name() == LIGHT.panel.lower()


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["panel", "soft"])
def test_numbers_can_be_read_on_the_strongest_tint(palette: Palette, ground: str) -> None:
    below, same = getattr(palette, ground), palette.same
    parts = [(int(below[i : i + 2], 16), int(same[i : i + 2], 16)) for i in (1, 3, 5)]
    tint = "#" + "".join(f"{round(a + (b - a) * STRONGEST):02X}" for a, b in parts)
    assert contrast(palette.ink, tint) >= 4.5

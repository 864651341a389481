"""Who signed what as a picture: what cells tell, how they look at every size, and what is saved of it."""

from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from matrices import colours, made, menu_action, new_page, place
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from support import contrast

from reviewer.matrix import matrix
from reviewer.model import Entry, Signature, Source
from reviewer.ui.matrix.grids import OverlapGrid, Shares, SignedGrid
from reviewer.ui.matrix.page import MatrixPage
from reviewer.ui.matrix.paint import STRONGEST, Spot
from reviewer.ui.parts.look import Look, Theme
from reviewer.ui.parts.palette import DARK, LIGHT, Palette
from reviewer.ui.window import Window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture
def page(qtbot: QtBot) -> MatrixPage:
    """The page by itself."""
    return new_page(qtbot)


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


def test_the_other_table_is_saved_from_the_other_picture(page: MatrixPage, qtbot: QtBot) -> None:
    for tab, kind in ((0, "matrix"), (1, "overlap")):
        qtbot.mouseClick(page.tabs[tab], Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(page.save_asked) as asked:
            menu_action(page.save, "CSV")()
        assert asked.args == [kind]


def test_in_large_text_headings_leave_room_for_rows_and_are_whole_in_what_is_saved(
    page: MatrixPage, large_text: Callable[[Window], None], window: Window
) -> None:
    large_text(window)
    page.resize(1300, 640)
    page.show_matrix(matrix(*made(30, 12)))
    view = page.view
    shown = view.measures.head.height()
    assert shown <= view.height() * 2 // 5
    assert QImage.fromData(page.picture("png")()).height() // 2 > shown + 30 * view.measures.cell.height()


def test_where_columns_do_not_fit_names_keep_their_room(page: MatrixPage) -> None:
    page.show_matrix(matrix(*made(5, 500)))
    assert page.view.horizontalScrollBar().maximum() > 0
    assert page.view.measures.head.width() >= page.view.width() // 4


def test_no_heading_is_cut_at_the_edge(page: MatrixPage) -> None:
    page.show_matrix(matrix(*made(5, 500)))
    view = page.view
    line, right = view.measures.head.height(), view.viewport().width()
    image = view.viewport().grab().toImage()
    ground = image.pixelColor(right - 1, 1)
    assert all(image.pixelColor(right - 1, y) == ground for y in range(line))

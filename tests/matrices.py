"""What the tests of who signed what share: entries, the page over them, and where its cells are."""

from collections.abc import Callable

from desks import ARABIC, BOLD
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.matrix import Matrix, matrix
from reviewer.model import Entry, Signature, Source
from reviewer.ui.matrix.page import MatrixPage
from reviewer.ui.matrix.view import MatrixView
from reviewer.ui.parts.look import Look, Theme


def made(rows: int, columns: int) -> tuple[list[Entry], list[Source]]:
    """Return entries: the first signed all statements, the second all but one, and so on; the rest signed one."""
    titles = [f"Statement {c}" if c % 2 else f"بيان {c}" for c in range(columns)]
    entries = []
    for row in range(rows):
        signed = range(max(1, columns - row))
        name = BOLD if row == 1 else ARABIC if row == 2 else f"Organisation {row}"
        entries.append(Entry(f"e{row}", name, (), tuple(Signature(f"s{c}", row + 1, name) for c in signed)))
    return entries, [Source(f"s{c}", title, (), f"20{c % 30:02}-01-05") for c, title in enumerate(titles)]


def new_page(qtbot: QtBot) -> MatrixPage:
    """Return the page over 40 entries and 6 statements, with the focus on the picture."""
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


def shown_matrix(page: MatrixPage) -> Matrix:
    grid = page.view.grid
    assert grid
    return grid.matrix


def entries_shown(page: MatrixPage) -> int:
    return len(shown_matrix(page).entries)

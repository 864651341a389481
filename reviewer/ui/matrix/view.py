"""A grid one moves about in: painted where it is looked at, with a cell in hand, at the size one likes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from reviewer.ui.matrix.grids import Grid
from reviewer.ui.matrix.paint import Fonts, Measures, Picture, Spot, head_height
from reviewer.ui.matrix.saved import LONGEST, png, svg
from reviewer.ui.parts import spoken
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import BODY, GAP, LIGHT, SMALL

_SIZES = (2, 3, 4, 6, 8, 12, 16, 24, 36, 48, 72, 108, 160)
"""Widths of a column, in device-independent pixels; rows are as high, and no higher than a line."""

_WIDEST = 160
_TALLEST = 40
"""Hundredths of the height that the columns' headings may take: in large text too, rows must be left to see."""


class MatrixView(QAbstractScrollArea):
    """Shows a grid.

    Says `told` (of what, sentence) of the cell under the mouse, else of the one in hand; `entered` (row, column) on
    Return or a double click.
    """

    told = Signal(str, str)
    entered = Signal(int, int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        spoken.give_role(self, QAccessible.Role.Table)
        self._look = look
        self._grid: Grid | None = None
        self._wanted: int | None = None
        self._spot = Spot(0, 0)
        self._pointed: Spot | None = None
        self.waiting = ""
        corner = QWidget()
        corner.setObjectName("clear")
        self.setCornerWidget(corner)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self._fit)

    @property
    def grid(self) -> Grid | None:
        """What is shown."""
        return self._grid

    @property
    def spot(self) -> Spot:
        """The cell in hand."""
        return self._spot

    @property
    def measures(self) -> Measures:
        """How large everything is now."""
        assert self._grid
        head = min(360, max(180, self.width() * 3 // 11))
        width = self._wanted or self._fitting(head)
        left = self.width() - GAP - width * self._grid.columns
        head = min(head, left) if left >= 180 and not self._wanted else head
        height = self._fonts.line if not (self._wanted or self._grid.is_square) else min(width, self._fonts.line)
        tall = min(head_height(self._grid, self._fonts, width), self.height() * _TALLEST // 100)
        return Measures(QSize(width, height), QSize(head, tall))

    def show_grid(self, grid: Grid) -> None:
        """Show another grid; the cell in hand stays where there is the same row and column."""
        spot = _same_spot(self._grid, self._spot, grid)
        self._grid = grid
        self.setAccessibleName("What each two statements share" if grid.is_square else "Who signed what")
        self._fit()
        self.go_to(spot)

    def go_to(self, spot: Spot) -> None:
        """Take a cell in hand and bring it into view."""
        if self._grid and self._grid.rows and self._grid.columns:
            row = max(0, min(spot.row, self._grid.rows - 1))
            self._spot, self._pointed = Spot(row, max(0, min(spot.column, self._grid.columns - 1))), None
            self._bring_into_view()
            self.viewport().update()
            self._tell(self._spot)

    def zoom(self, steps: int) -> None:
        """Make cells larger by some steps, or smaller; 0 fits all columns into the window."""
        if self._grid:
            now = self.measures.cell.width()
            near = [s for s in _SIZES if (s > now if steps > 0 else s < now)]
            if steps == 0:
                self._wanted = None
            elif near:
                self._wanted = near[0] if steps > 0 else near[-1]
            self._fit()
            self._centre()

    def wait(self, sentence: str) -> None:
        """Say `sentence` where there are no rows yet; nothing when it is empty."""
        self.waiting = sentence
        self.viewport().update()

    def tell(self) -> None:
        """Say what there is to say of the cell in hand."""
        self._tell(self._spot)

    def saved(self, kind: str) -> Callable[[], bytes]:
        """Return what makes the whole grid "png" or "svg", at the size it is shown, narrower where it is too wide.

        It takes long and looks at nothing that changes: call it in another thread.
        """
        assert self._grid
        measures = self.measures
        widest = (LONGEST - measures.head.width()) // max(1, self._grid.columns)
        cell = QSize(min(widest, measures.cell.width()), measures.cell.height())
        head = QSize(measures.head.width(), head_height(self._grid, self._fonts, cell.width()))
        measures = Measures(cell, head)
        picture = Picture(self._grid, measures, self._fonts, LIGHT, mirrored=self.isRightToLeft())
        return (
            partial(png, picture) if kind == "png" else partial(svg, picture, self.accessibleName(), self.logicalDpiX())
        )

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what can be seen."""
        if self._grid:
            painter = QPainter(self.viewport())
            picture = self._picture(self.measures)
            pointed = self._pointed or self._spot
            picture.paint(
                painter, self.viewport().size(), self._scrolled(), self._spot, pointed, active=self.hasFocus()
            )
            if not self._grid.rows:
                painter.setPen(self._look.colour("quiet"))
                painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.waiting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew."""
        super().resizeEvent(event)
        self._fit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint anew: headings stay, cells move."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Fit anew when text or direction change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where keys go."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cell in hand, enter it, change the size."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(*self._spot)
        elif ctrl and key in _ZOOMS:
            self.zoom(_ZOOMS[key])
        elif self._grid and (there := self._there(key, ctrl=ctrl)):
            self.go_to(there)
            spoken.say(self, self.accessibleDescription())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the cell under the mouse in hand."""
        if found := self._at(event.position().toPoint()):
            self.go_to(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Enter the cell under the mouse."""
        if self._at(event.position().toPoint()) == self._spot:
            self.entered.emit(*self._spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell of the cell under the mouse."""
        self._point(self._at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell of the cell in hand again."""
        super().leaveEvent(event)
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the size with Ctrl; the rest is Qt's."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    # --- inside ------------------------------------------------------------------------------------------------------

    @property
    def _fonts(self) -> Fonts:
        return Fonts(self._look.font(BODY), self._look.font(SMALL))

    def _fitting(self, head: int) -> int:
        assert self._grid
        room = self.width() - head - GAP
        return max(_SIZES[0], min(_WIDEST, room // max(1, self._grid.columns)))

    def _picture(self, measures: Measures) -> Picture:
        assert self._grid
        return Picture(self._grid, measures, self._fonts, self._look.colours, mirrored=self.isRightToLeft())

    def _scrolled(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _fit(self) -> None:
        """Let the scroll bars know how much there is."""
        if self._grid:
            measures, size = self.measures, self.viewport().size()
            whole = measures.whole(self._grid)
            for bar, all_, room, head, step in (
                (self.horizontalScrollBar(), whole.width(), size.width(), measures.head.width(), measures.cell.width()),
                (self.verticalScrollBar(), whole.height(), size.height(), measures.head.height(), self._fonts.line),
            ):
                bar.setRange(0, max(0, all_ - room))
                bar.setPageStep(max(1, room - head))
                bar.setSingleStep(max(step, self._fonts.line))
            self.viewport().update()

    def _bring_into_view(self) -> None:
        measures, size = self.measures, self.viewport().size()
        for bar, number, cell, room in (
            (
                self.horizontalScrollBar(),
                self._spot.column,
                measures.cell.width(),
                size.width() - measures.head.width(),
            ),
            (self.verticalScrollBar(), self._spot.row, measures.cell.height(), size.height() - measures.head.height()),
        ):
            bar.setValue(max((number + 1) * cell - room, min(bar.value(), number * cell)))

    def _centre(self) -> None:
        """Bring the cell in hand to the middle, where it is when all around it grows or shrinks."""
        measures, size = self.measures, self.viewport().size()
        across, down = self._spot.column * measures.cell.width(), self._spot.row * measures.cell.height()
        self.horizontalScrollBar().setValue(across - (size.width() - measures.head.width()) // 2)
        self.verticalScrollBar().setValue(down - (size.height() - measures.head.height()) // 2)

    def _at(self, point: QPoint) -> Spot | None:
        if not self._grid:
            return None
        return self._picture(self.measures).cell_at(point, self.viewport().size(), self._scrolled())

    def _point(self, spot: Spot | None) -> None:
        """Look at another cell, or at the one in hand again."""
        if spot != self._pointed:
            self._pointed = spot
            self.viewport().update()
            self._tell(spot or self._spot)

    def _tell(self, spot: Spot) -> None:
        if self._grid and spot.row < self._grid.rows and spot.column < self._grid.columns:
            facts = self._grid.facts(*spot)
            self.setAccessibleDescription("  ".join(facts))
            self.told.emit(*facts)

    def _there(self, key: Qt.Key, *, ctrl: bool) -> Spot | None:
        """Return where a key leads to."""
        assert self._grid
        row, column = self._spot
        page = max(1, self.verticalScrollBar().pageStep() // self.measures.cell.height() - 1)
        on = -1 if self.isRightToLeft() else 1
        return {
            Qt.Key.Key_Up: Spot(row - 1, column),
            Qt.Key.Key_Down: Spot(row + 1, column),
            Qt.Key.Key_Left: Spot(row, column - on),
            Qt.Key.Key_Right: Spot(row, column + on),
            Qt.Key.Key_PageUp: Spot(row - page, column),
            Qt.Key.Key_PageDown: Spot(row + page, column),
            Qt.Key.Key_Home: Spot(0 if ctrl else row, 0),
            Qt.Key.Key_End: Spot(self._grid.rows if ctrl else row, self._grid.columns),
        }.get(key)


_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


def _same_spot(before: Grid | None, spot: Spot, now: Grid) -> Spot:
    """Return where the row and the column of a cell are now; the first where they are gone."""
    if not before or spot.row >= before.rows or spot.column >= before.columns:
        return Spot(0, 0)
    return Spot(now.row_of(before.row_id(spot.row)), now.column_of(before.column_ids[spot.column]))

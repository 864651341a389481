"""Paints a grid, or the part of it that is in view, on whatever Qt paints on: the screen, a PNG, an SVG."""

import re
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen

from reviewer.ui.matrix.grids import Grid, Shares
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.palette import HAIR, SNUG, TIGHT, Palette

_LEAST_SHAPE = 8
"""Pixels of a cell from which on it has a shape of its own; smaller ones are the pixels of an image."""

_TITLE_LINES = 3
_FAINTEST, STRONGEST = 0.06, 0.45
"""How much of its colour a cell with a number may have: the number must stay readable."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


class Measures(NamedTuple):
    """Sizes in device-independent pixels: of a cell, and of the headings (row headings' width, columns' height)."""

    cell: QSize
    head: QSize

    def whole(self, grid: Grid) -> QSize:
        """Return the size of the whole grid with its headings."""
        width, height = grid.columns * self.cell.width(), grid.rows * self.cell.height()
        return QSize(self.head.width() + width, self.head.height() + height)


class Spot(NamedTuple):
    """A cell by its row and column."""

    row: int
    column: int


class Fonts(NamedTuple):
    """What names and what stands beside them are written in."""

    body: QFont
    small: QFont

    @property
    def line(self) -> int:
        """The least height of a row that bears its name."""
        return QFontMetrics(self.body).height() + HAIR

    @property
    def lying(self) -> int:
        """The width of a column from which on its title lies in lines above its date; narrower ones have it upright."""
        return max(92, QFontMetrics(self.small).horizontalAdvance("2028-08-28") + 2 * HAIR)


class Picture:
    """A grid at certain measures and colours. `scroll` is how far the cells are moved under the headings."""

    def __init__(self, grid: Grid, measures: Measures, fonts: Fonts, colours: Palette, *, mirrored: bool) -> None:
        self.grid, self.measures, self.fonts = grid, measures, fonts
        self._colours, self._mirrored = colours, mirrored
        self._size, self._scroll = QSize(), QPoint()
        self._focus: Spot | None = None
        self._pointed: Spot | None = None

    def paint(
        self,
        painter: QPainter,
        size: QSize,
        scroll: QPoint,
        focus: Spot | None = None,
        pointed: Spot | None = None,
        *,
        active: bool = False,
    ) -> None:
        """Paint what fits into `size`.

        `focus` is the cell in hand, `active` that keys go there, `pointed` the cell one looks at, whose row, column and
        headings stand out.
        """
        self._size, self._scroll, self._focus, self._pointed = size, scroll, focus, pointed
        if not self.grid.rows or not self.grid.columns:
            return
        rows = _visible(scroll.y(), size.height() - self.measures.head.height(), self.measures.cell.height())
        columns = _visible(scroll.x(), size.width() - self.measures.head.width(), self.measures.cell.width())
        rows = range(rows.start, min(rows.stop, self.grid.rows))
        columns = range(columns.start, min(columns.stop, self.grid.columns))
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers and dates run so in every window
        painter.save()
        painter.setClipRect(self._placed(self.measures.head.width(), self.measures.head.height(), 1 << 16, 1 << 16))
        self._paint_band(painter)
        self._paint_lines(painter, rows, columns)
        self._paint_cells(painter, rows, columns)
        self._paint_focus(painter, active=active)
        painter.restore()
        painter.save()
        painter.setClipRect(self._placed(0, self.measures.head.height(), self.measures.head.width(), 1 << 16))
        self._paint_names(painter, rows)
        painter.restore()
        painter.save()
        painter.setClipRect(self._placed(self.measures.head.width(), 0, 1 << 16, self.measures.head.height()))
        self._paint_titles(painter, columns)
        painter.restore()
        self._paint_corner(painter)

    def cell_at(self, point: QPoint, size: QSize, scroll: QPoint) -> Spot | None:
        """Return the cell under a point, or the one a heading under it leads to: the first of its row or column."""
        x = size.width() - 1 - point.x() if self._mirrored else point.x()
        along, down = x - self.measures.head.width(), point.y() - self.measures.head.height()
        column = max(0, along + scroll.x()) // self.measures.cell.width()
        row = max(0, down + scroll.y()) // self.measures.cell.height()
        if row >= self.grid.rows or column >= self.grid.columns or (along < 0 and down < 0):
            return None
        return Spot(row, column)

    # --- where things stand ------------------------------------------------------------------------------------------

    def _placed(self, x: int, y: int, width: int, height: int) -> QRect:
        """Return a rectangle given from the side where reading begins."""
        return QRect(self._size.width() - x - width if self._mirrored else x, y, width, height)

    def _cell(self, row: int, column: int, columns: int = 1, rows: int = 1) -> QRect:
        width, height = self.measures.cell.width(), self.measures.cell.height()
        x = self.measures.head.width() + column * width - self._scroll.x()
        y = self.measures.head.height() + row * height - self._scroll.y()
        return self._placed(x, y, width * columns, height * rows)

    # --- cells -------------------------------------------------------------------------------------------------------

    def _paint_band(self, painter: QPainter) -> None:
        """Tint the row and the column of the cell one looks at."""
        if self._pointed:
            soft = self._colour("soft")
            painter.fillRect(self._cell(self._pointed.row, 0, self.grid.columns), soft)
            painter.fillRect(self._cell(0, self._pointed.column, rows=self.grid.rows), soft)

    def _paint_lines(self, painter: QPainter, rows: range, columns: range) -> None:
        """Part the rows, and the columns where they are wide enough for it not to be all lines."""
        line, cell = self._colour("line"), self.measures.cell
        if cell.height() >= self.fonts.line:
            for row in rows:
                box = self._cell(row, columns.start, len(columns))
                painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), line)
        if cell.width() >= self.fonts.line:
            for column in columns:
                box = self._cell(rows.start, column, rows=len(rows))
                painter.fillRect(QRect(box.left() if self._mirrored else box.right(), box.top(), 1, box.height()), line)

    def _paint_cells(self, painter: QPainter, rows: range, columns: range) -> None:
        shares = self.grid.shares(rows)[:, columns.start : columns.stop]
        if min(self.measures.cell.width(), self.measures.cell.height()) < _LEAST_SHAPE:
            self._paint_pixels(painter, shares, rows, columns)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.fonts.small)
        for i, j in np.argwhere(shares > 0):
            self._paint_cell(painter, Spot(rows[int(i)], columns[int(j)]), float(shares[i, j]))
        painter.restore()

    def _paint_pixels(self, painter: QPainter, shares: Shares, rows: range, columns: range) -> None:
        """Paint cells too small for a shape as one image, a pixel each."""
        same = self._colour("same")
        pixels = np.zeros((*shares.shape, 4), dtype=np.uint8)
        pixels[:, :, :3] = same.blue(), same.green(), same.red()
        pixels[:, :, 3] = np.where(shares > 0, 48 + 207 * np.sqrt(np.minimum(1, shares)), 0)
        shown = np.ascontiguousarray(pixels[:, ::-1] if self._mirrored else pixels)
        image = QImage(shown.data, len(columns), len(rows), 4 * len(columns), QImage.Format.Format_ARGB32)
        first = self._cell(rows.start, columns.start, len(columns), len(rows))
        painter.drawImage(first, image)

    def _paint_cell(self, painter: QPainter, spot: Spot, share: float) -> None:
        """Paint a cell with what is written in it, or a square where there is no room for that."""
        box = self._cell(*spot)
        text = self.grid.text(*spot) if box.height() >= self.fonts.line else ""
        painter.setPen(Qt.PenStyle.NoPen)
        if not text or painter.fontMetrics().horizontalAdvance(text) > box.width() - HAIR:
            self._paint_square(painter, QRectF(box), share)
            return
        painter.setBrush(self._tint(spot, share))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -2, -2), 3, 3)
        painter.setPen(self._colour("ink"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)

    def _tint(self, spot: Spot, share: float) -> QColor:
        """Return the ground of a written cell: what a thing shares with itself says nothing."""
        if not self.grid.is_square:
            return self._blended(0.22)
        return (
            self._colour("chip")
            if spot.row == spot.column
            else self._blended(_FAINTEST + (STRONGEST - _FAINTEST) * share**0.5)
        )

    def _paint_square(self, painter: QPainter, box: QRectF, share: float) -> None:
        """Paint a square as large as the share; one of several signatures has a hole."""
        room = min(box.width(), box.height(), self.fonts.line - HAIR)
        side = max(2.0, (room - (1 if room < SNUG else 2)) * min(1.0, share) ** 0.5)
        square = QRectF(0, 0, side, side)
        square.moveCenter(box.center())
        painter.setBrush(self._colour("same"))
        painter.drawRoundedRect(square, side / 6, side / 6)
        if share > 1:
            painter.setBrush(self._colour("panel"))
            painter.drawEllipse(box.center(), side / 5, side / 5)

    def _paint_focus(self, painter: QPainter, *, active: bool) -> None:
        if not self._focus:
            return
        box = self._cell(*self._focus)
        grow = max(0, 10 - min(box.width(), box.height())) // 2
        frame = box.adjusted(-grow, -grow, grow - 1, grow - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, around in (("panel", 1), ("ink" if active else "edge", 0)):
            painter.setPen(QPen(self._colour(colour), 2))
            painter.drawRect(frame.adjusted(-around, -around, around, around))

    # --- headings ----------------------------------------------------------------------------------------------------

    def _paint_corner(self, painter: QPainter) -> None:
        """Say what stands behind the names."""
        box = self._placed(0, 0, self.measures.head.width() - TIGHT, self.measures.head.height() - HAIR)
        painter.setFont(self.fonts.small)
        painter.setPen(self._colour("quiet"))
        side = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(
            box.translated(TIGHT if self._mirrored else 0, 0),
            int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignBottom),
            self.grid.behind,
        )

    def _paint_names(self, painter: QPainter, rows: range) -> None:
        """Write the rows' names, every one or as many as there is room for; that of the row one looks at always."""
        height = self.measures.cell.height()
        room = max(height, self.fonts.line)
        pointed = self._name_box(self._pointed.row, room) if self._pointed and self._pointed.row in rows else QRect()
        for row in _stepped(rows, -(-room // height)):
            box = self._cell(row, 0)
            box = self._placed(0, box.top(), self.measures.head.width(), room)
            if not box.intersects(pointed):
                self._paint_name(painter, row, box)
        if self._pointed and not pointed.isNull():
            painter.fillRect(pointed, self._colour("soft"))
            self._paint_name(painter, self._pointed.row, pointed)

    def _name_box(self, row: int, room: int) -> QRect:
        """Return where the name of a row stands, whole and as near to its row as can be."""
        top = self._cell(row, 0).center().y() - (room - 1) // 2
        return self._placed(0, max(self.measures.head.height(), top), self.measures.head.width(), room)

    def _paint_name(self, painter: QPainter, row: int, box: QRect) -> None:
        name, behind = self.grid.row_title(row)
        painter.setFont(self.fonts.small)
        painter.setPen(self._colour("quiet"))
        room = painter.fontMetrics().horizontalAdvance(behind) + TIGHT
        if self.grid.is_square and 3 * room > self.measures.head.width():  # of a date the year will do
            behind = behind[:4]
            room = painter.fontMetrics().horizontalAdvance(behind) + TIGHT
        end = self._placed(self.measures.head.width() - room - TIGHT, box.top(), room, box.height())
        side = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(end, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), behind)
        painter.setPen(self._colour("ink"))
        painter.setFont(self.fonts.body)
        left = self.measures.head.width() - room - 3 * TIGHT
        _write(painter, self._placed(TIGHT, box.top(), left, box.height()), name)

    def _paint_titles(self, painter: QPainter, columns: range) -> None:
        """Write the columns' titles in the same way."""
        width = self.measures.cell.width()
        room = width if width >= self.fonts.lying else max(width, self.fonts.line)
        pointed = QRect()
        if self._pointed and self._pointed.column in columns:
            pointed = self._title_box(self._pointed.column, room)
        for column in _stepped(columns, -(-room // width)):
            x = self.measures.head.width() + column * width - self._scroll.x()
            box = self._placed(x, 0, room, self.measures.head.height())
            is_whole = x >= self.measures.head.width() and x + room <= self._size.width()
            if not box.intersects(pointed) and (width == room or is_whole):
                self._paint_title(painter, column, box)
        if self._pointed and not pointed.isNull():
            painter.fillRect(pointed, self._colour("soft"))
            self._paint_title(painter, self._pointed.column, pointed)

    def _title_box(self, column: int, room: int) -> QRect:
        width, head = self.measures.cell.width(), self.measures.head
        x = head.width() + column * width - self._scroll.x() - (room - width) // 2
        x = x if room == width else max(head.width(), min(x, self._size.width() - room))
        return self._placed(x, 0, room, head.height())

    def _paint_title(self, painter: QPainter, column: int, box: QRect) -> None:
        title, day = self.grid.column_title(column)
        if box.width() >= self.fonts.lying:
            self._paint_lying(painter, box.adjusted(HAIR, 0, -HAIR, -HAIR), title, day)
        else:
            self._paint_upright(painter, box, title, day)

    def _paint_lying(self, painter: QPainter, box: QRect, title: str, day: str) -> None:
        """Write a title in lines above its date."""
        painter.setFont(self.fonts.small)
        line = painter.fontMetrics().height()
        painter.setPen(self._colour("quiet"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), day)
        painter.setPen(self._colour("ink"))
        lines = _wrapped(title, painter.fontMetrics(), box.width(), _TITLE_LINES)
        top = box.bottom() - line * (len(lines) + 1)
        for i, text in enumerate(lines):
            _write(painter, QRect(box.left(), top + i * line, box.width(), line), text, centred=True)

    def _paint_upright(self, painter: QPainter, box: QRect, title: str, day: str) -> None:
        """Write a title from the bottom up, in as many lines as there is room for, the date or its year after it."""
        painter.save()
        painter.translate(box.left(), box.bottom() - HAIR)
        painter.rotate(-90)
        painter.setFont(self.fonts.small)
        metrics = painter.fontMetrics()
        long, line = box.height() - TIGHT, metrics.height()
        most = max(1, box.width() // line)
        day = day if most > 1 else day[:4]
        behind = metrics.horizontalAdvance(day) + TIGHT if most == 1 else 0
        lines = _wrapped(title, metrics, long, max(1, most - 1))
        top = (box.width() - line * min(most, len(lines) + 1)) // 2
        painter.setPen(self._colour("ink"))
        for i, text in enumerate(lines):
            _write(painter, QRect(0, top + i * line, long - behind, line), text, at_start=True)
        painter.setPen(self._colour("quiet"))
        date_top = top + line * len(lines) if most > 1 else top
        side = Qt.AlignmentFlag.AlignLeft if most > 1 else Qt.AlignmentFlag.AlignRight
        painter.drawText(QRect(0, date_top, long, line), int(side | Qt.AlignmentFlag.AlignAbsolute), day)
        painter.restore()

    def _colour(self, name: str) -> QColor:
        return QColor(getattr(self._colours, name))

    def _blended(self, share: float) -> QColor:
        """Return so much of the colour of `same` on what lies below."""
        colour = self._colour("same")
        colour.setAlphaF(share)
        return colour


def head_height(grid: Grid, fonts: Fonts, width: int) -> int:
    """Return the height of the headings over columns of some width: lines where there is room, else upright."""
    metrics = QFontMetrics(fonts.small)
    if width >= fonts.lying:
        return metrics.height() * (_TITLE_LINES + 1) + SNUG
    longest = max((metrics.horizontalAdvance(grid.column_title(c)[0][:50]) for c in range(grid.columns)), default=0)
    return min(11 * metrics.height(), longest + metrics.horizontalAdvance("2018") + 3 * TIGHT)


def _visible(scrolled: int, room: int, size: int) -> range:
    """Return the numbers of the things, each `size` large, that can be seen."""
    return range(scrolled // size, (scrolled + max(0, room)) // size + 1)


def _stepped(numbers: range, step: int) -> Iterable[int]:
    """Return every `step`th number: the same ones wherever the view begins."""
    return (number for number in numbers if number % step == 0)


def _wrapped(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return a text in at most `most` lines; the last is left long, to be cut where it is painted."""
    lines: list[str] = []
    left = text.split()
    while left and len(lines) < most - 1:
        taken = 1
        while taken < len(left) and metrics.horizontalAdvance(" ".join(left[: taken + 1])) < width:
            taken += 1
        lines.append(" ".join(left[:taken]))
        left = left[taken:]
    return [*lines, " ".join(left)] if left else lines


def _write(painter: QPainter, box: QRect, text: str, *, centred: bool = False, at_start: bool = False) -> None:
    """Write one line, cut where it has no room, in its own direction and at the side where that begins."""
    text = _CONTROL.sub(" ", text)
    right = is_right_to_left(text)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right and not at_start else Qt.AlignmentFlag.AlignLeft
    side = Qt.AlignmentFlag.AlignHCenter if centred else side
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

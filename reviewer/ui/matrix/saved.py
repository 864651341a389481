"""A grid as a file: PNG or SVG, all of it or as much as a picture holds, always in light colours."""

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from reviewer.ui.matrix.paint import Picture
from reviewer.ui.parts.palette import GAP, LIGHT

LONGEST = 16_000
"""Pixels of a side, and of the whole: what programs that show pictures still open."""

_MOST_PIXELS = 40_000_000


def png(picture: Picture) -> bytes:
    """Return a picture as PNG, twice as sharp where that is not too large; a line below tells of rows left out."""
    size = _size(picture)
    scale = 2 if 4 * size.width() * size.height() <= _MOST_PIXELS else 1
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    _draw(picture, QPainter(image), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
    return bytes(buffer.data().data())


def svg(picture: Picture, title: str, dots: int) -> bytes:
    """Return the same as SVG; `dots` an inch are what its fonts were measured for."""
    size = _size(picture)
    buffer, generator = QBuffer(), QSvgGenerator()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator.setOutputDevice(buffer)
    generator.setResolution(dots)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    _draw(picture, QPainter(generator), size)
    return bytes(buffer.data().data())


def _rows(picture: Picture) -> int:
    """Return how many rows a picture holds."""
    measures, whole = picture.measures, picture.measures.whole(picture.grid)
    tallest = min(LONGEST, _MOST_PIXELS // whole.width())
    room = tallest - measures.head.height() - picture.fonts.line
    return min(picture.grid.rows, room // measures.cell.height())


def _size(picture: Picture) -> QSize:
    measures, whole = picture.measures, picture.measures.whole(picture.grid)
    height = measures.head.height() + _rows(picture) * measures.cell.height() + picture.fonts.line
    return QSize(whole.width() + GAP, height)


def _draw(picture: Picture, painter: QPainter, size: QSize) -> None:
    foot = QRect(0, size.height() - picture.fonts.line, size.width(), picture.fonts.line)
    painter.fillRect(QRect(QPoint(), size), QColor(LIGHT.panel))
    picture.paint(painter, QSize(size.width(), foot.top()), QPoint())
    painter.fillRect(foot, QColor(LIGHT.panel))
    rows = _rows(picture)
    if rows < picture.grid.rows:
        painter.setFont(picture.fonts.small)
        painter.setPen(QColor(LIGHT.quiet))
        told = f"The first {rows:,} of {picture.grid.rows:,} rows; the table has them all."
        painter.drawText(foot.adjusted(GAP, 0, -GAP, 0), int(Qt.AlignmentFlag.AlignVCenter), told)
    painter.end()

"""The tick box of rows that paint themselves."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reviewer.ui.parts.look import Look

_SIZE = 18
"""Pixels of its width and height beside text of 10 points."""

_CORNERS = ((4, 9), (8, 13), (14, 5))


def box_size(look: Look) -> int:
    """Return its width and height in pixels: it grows with the text."""
    return round(_SIZE * look.points() / 10)


def paint_tick(painter: QPainter, look: Look, box: QRectF, *, ticked: bool) -> None:
    """Paint a box of `box_size`, ticked or not."""
    scale = box.width() / _SIZE
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("same" if ticked else "edge"), 1.5))
    painter.setBrush(look.colour("same" if ticked else "field"))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        pen = QPen(look.colour("on_same"), 2.2 * scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([box.topLeft() + QPointF(x, y) * scale for x, y in _CORNERS])

"""The tick box of rows that paint themselves."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from reviewer.ui.parts.look import Look

BOX = 18
"""Its width and height."""

_CORNERS = ((4, 9), (8, 13), (14, 5))


def paint_tick(painter: QPainter, look: Look, box: QRectF, *, ticked: bool) -> None:
    """Paint a box of `BOX` pixels, ticked or not."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.colour("same" if ticked else "edge"), 1.5))
    painter.setBrush(look.colour("same" if ticked else "field"))
    painter.drawRoundedRect(box, 4, 4)
    if ticked:
        pen = QPen(look.colour("on_same"), 2.2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline([box.topLeft() + QPointF(x, y) for x, y in _CORNERS])

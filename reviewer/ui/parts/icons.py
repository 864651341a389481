"""The drawings of `resources/icons`, in a colour of the palette, sharp at every scale."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from reviewer.resources import resource

_SCALES = (1, 1.5, 2, 3)


def picture(name: str, colour: QColor, size: int, scale: float = 1) -> QPixmap:
    """Return the icon called `name` in `colour`, `size` device-independent pixels wide, for a screen of `scale`."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour.name())
    pixels = round(size * scale)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def icon(name: str, colour: QColor, size: int = 18) -> QIcon:
    """Return the icon for a button or a window."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(picture(name, colour, size, scale))
    return made

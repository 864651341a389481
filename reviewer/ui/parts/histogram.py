"""A threshold over a histogram of scores: one sees how many cards stand on each side before choosing."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import RADIUS

_HEIGHT, _BINS, _HANDLE = 44, 25, 3


class ThresholdSlider(QSlider):
    """A slider from 0 to 100 drawn as a histogram; arrow keys and the mouse move it."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._bins = [0] * _BINS
        self.setRange(0, 100)
        self.setPageStep(10)
        self.setAccessibleName("Least score")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_scores(self, at_least: Callable[[float], int]) -> None:
        """Show how scores (0..1) are spread; `at_least` returns how many there are from one on."""
        counts = [*(at_least(i / _BINS) for i in range(_BINS)), 0]
        self._bins = [more - fewer for more, fewer in pairwise(counts)]
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the bars."""
        return QSize(160, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(80, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bars, those below the threshold pale, and the threshold itself."""
        painter = QPainter(self)
        width, most = self.width() / _BINS, max(1, *self._bins)
        for i, number in enumerate(self._bins):
            tall = (self.height() - 4) * (number / most) ** 0.5
            if number:
                tall = max(3.0, tall)
            bar = QRectF(i * width + 0.5, self.height() - 2 - tall, width - 1, tall)
            kept = (i + 1) * 100 / _BINS > self.value()
            painter.fillRect(self._mirrored(bar), self._look.colour("same" if kept else "line"))
        x = self.value() / 100 * (self.width() - _HANDLE)
        handle = self._mirrored(QRectF(x, 0, _HANDLE, self.height()))
        painter.fillRect(handle, self._look.colour("ink" if self.hasFocus() else "quiet"))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.colour("same"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _mirrored(self, rect: QRectF) -> QRectF:
        if self.isRightToLeft():
            rect.moveLeft(self.width() - rect.right())
        return rect

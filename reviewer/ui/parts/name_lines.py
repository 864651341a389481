"""Names under each other, small: each as plain text, in its own direction, wrapped."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.parts.look import Look
from reviewer.ui.parts.name_text import Laid, Lines
from reviewer.ui.parts.palette import HAIR

_BETWEEN = HAIR + 2


class NameLines(QWidget):
    """Shows names, all in one widget: to make and dress one for each takes longer than all else at a key."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._names: Sequence[str] = ()
        self._laid: list[Laid] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._begin_anew)

    def show_names(self, names: Sequence[str]) -> None:
        """Show other names."""
        self._names = names
        self.setAccessibleName("\n".join(names))
        self._begin_anew()

    def hasHeightForWidth(self) -> bool:
        """Say yes: names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height all of them need."""
        return max((top + lines.height for top, lines in self._placed(width)), default=0)

    def sizeHint(self) -> QSize:
        """Return the size with each on one line."""
        width = max((laid.on_one_line.width() for laid in self._laid), default=0)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the height they need where there is room; any width will do."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint those that are in sight."""
        painter = QPainter(self)
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "quiet"))
        for top, lines in self._placed(self.width()):
            if event.rect().top() - lines.height <= top <= event.rect().bottom():
                lines.lines.draw(painter, QPointF(lines.left(self.width()), top))

    def changeEvent(self, event: QEvent) -> None:
        """Wrap anew when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._begin_anew()

    def _begin_anew(self) -> None:
        font = self._look.font()
        self._laid = [Laid(name, font) for name in self._names]
        self.updateGeometry()
        self.update()

    def _placed(self, width: int) -> Iterator[tuple[int, Lines]]:
        """Yield how far from the top each begins, and its lines."""
        top = 0
        for laid in self._laid:
            lines = laid.within(width)
            yield top, lines
            top += lines.height + _BETWEEN

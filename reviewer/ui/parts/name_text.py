"""A name, large: as plain text, in its own direction, wrapped, with stretches marked by tint and underline.

Where letters are missing that another name has, there is a wedge, as a proofreader puts it.
"""

from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from reviewer.ui.parts.hidden import Spans, is_right_to_left
from reviewer.ui.parts.look import Look
from reviewer.ui.parts.palette import NAME

_UNDERLINE = 2.0
_WEDGE = 3.5
"""Half the width of the wedge."""


_LEAST, _ONE_LINE = 40, 1 << 16
"""Pixels of width that a line has at least, and with which it takes any name."""


class Lines(NamedTuple):
    """The lines of a name, the width they were laid out for and their height."""

    lines: QTextLayout
    width: int
    height: int

    def left(self, width: int) -> int:
        """Return where they begin on a widget of some width: at its right where the name runs from there."""
        return width - self.width if is_right_to_left(self.lines.text()) else 0


class Laid:
    """A name laid out: layouts ask for many widths many times, and a name that fits is one line in any of them."""

    def __init__(self, text: str, font: QFont) -> None:
        self._text, self._font = text, font
        self._known: dict[int, Lines] = {}

    @property
    def on_one_line(self) -> QSize:
        """The size on one line."""
        one = self.within(_ONE_LINE)
        return QSize(int(one.lines.maximumWidth()) + 1, one.height)

    def within(self, width: int) -> Lines:
        """Return the lines for a width."""
        one = self._known.get(_ONE_LINE) or self._wrap(_ONE_LINE)
        if one.lines.maximumWidth() <= width:
            return one
        return self._known.get(width) or self._wrap(width)

    def _wrap(self, width: int) -> Lines:
        layout = QTextLayout(self._text, self._font)
        layout.setTextOption(_option(self._text))
        layout.beginLayout()
        height, room = 0.0, max(_LEAST, width)
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self._known[width] = Lines(layout, room, int(height + 0.999))
        return self._known[width]


class NameText(QWidget):
    """Shows one name. Never markup, whatever it holds."""

    def __init__(self, look: Look, size: float = NAME, weight: int = 400) -> None:
        super().__init__()
        self._look, self._size, self._weight = look, size, weight
        self._text = ""
        self._laid = Laid("", look.font(size, weight))
        self._spans: Spans = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._begin_anew)

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    @property
    def spans(self) -> Spans:
        """What is marked, in code points of the text."""
        return self._spans

    def show_name(self, text: str, spans: Spans = ()) -> None:
        """Show `text` with `spans` of it marked."""
        self._text, self._spans = text, spans
        self.setAccessibleName(text)
        self._begin_anew()

    def hasHeightForWidth(self) -> bool:
        """Say yes: names wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the wrapped name needs."""
        return self._laid.within(width).height

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        return self._laid.on_one_line

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line; any width will do."""
        return QSize(_LEAST, self._laid.on_one_line.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tints, then letters, then underlines."""
        painter, laid = QPainter(self), self._laid.within(self.width())
        left = laid.left(self.width())
        rects = [rect.translated(left, 0) for rect in self._marked_rects(laid.lines)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("mark"))
        for rect in rects:
            painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), 2, 2)
        painter.setPen(self._look.colour("ink" if self.isEnabled() else "quiet"))
        laid.lines.draw(painter, QPointF(left, 0))
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        for rect in rects:
            painter.drawRect(QRectF(rect.left(), rect.bottom() - _UNDERLINE, rect.width(), _UNDERLINE))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for foot in self._gaps(laid.lines, left):
            sides = QPointF(-_WEDGE, 0), QPointF(0, -1.5 * _WEDGE), QPointF(_WEDGE, 0)
            painter.drawPolygon([foot + side for side in sides])

    def changeEvent(self, event: QEvent) -> None:
        """Wrap anew when the text changes its size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._laid = Laid(self._text, self._look.font(self._size, self._weight))
        self.updateGeometry()
        self.update()

    def _gaps(self, lines: QTextLayout, left: int) -> list[QPointF]:
        """Return where something is missing, at the foot of the line; the lines begin at `left`."""
        found = []
        for unit in (_units(self._text, start) for start, end in self._spans if start == end):
            line = lines.lineForTextPosition(unit)
            if line.isValid():
                x = left + _x(line, unit, QTextLine.Edge.Leading)
                found.append(QPointF(min(max(x, _WEDGE), self.width() - _WEDGE), line.y() + line.height()))
        return found

    def _marked_rects(self, lines: QTextLayout) -> list[QRectF]:
        found: list[QRectF] = []
        for start, end in self._spans:
            units = range(_units(self._text, start), _units(self._text, end))
            for i in range(lines.lineCount()):
                found += _rects_on(lines.lineAt(i), units)
        return found


def _option(text: str) -> QTextOption:
    option = QTextOption()
    right_to_left = is_right_to_left(text)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    option.setAlignment(
        Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _units(text: str, point: int) -> int:
    """Return where code point `point` begins in Qt's own count, UTF-16 units."""
    return len(text[:point].encode("utf-16-le", "surrogatepass")) // 2


def _rects_on(line: QTextLine, units: range) -> list[QRectF]:
    """Return where the letters of `units` stand on a line, neighbours joined."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    top, height = line.y(), line.height()
    found: list[QRectF] = []
    for unit in units:
        if first <= unit < last:
            leading = _x(line, unit, QTextLine.Edge.Leading)
            trailing = _x(line, unit, QTextLine.Edge.Trailing)
            rect = QRectF(min(leading, trailing), top, abs(trailing - leading), height)
            if found and (abs(found[-1].right() - rect.left()) < 0.5 or abs(found[-1].left() - rect.right()) < 0.5):
                found[-1] = found[-1].united(rect)
            elif rect.width():
                found.append(rect)
    return found


def _x(line: QTextLine, unit: int, edge: QTextLine.Edge) -> float:
    placed: Any = line.cursorToX(unit, edge)
    return float(placed[0])  # the stubs don't know its type

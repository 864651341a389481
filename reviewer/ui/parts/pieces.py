"""Small things every panel is made of: labels that take no markup, a button with its key written on it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.parts import words
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.palette import GAP, HAIR, SNUG, TIGHT, WIDE

_AS_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def label(text: str = "", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label of plain text; `tone` names how it looks in the style sheet.

    It stands at the side where the window begins: Qt goes by the text, and parts it from what it belongs to.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    side = Qt.AlignmentFlag.AlignRight if made.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    made.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    made.setWordWrap(wrap)
    if tone:
        set_tone(made, tone)
    return made


def set_tone(widget: QWidget, tone: str) -> None:
    """Change how a widget looks to another tone of the style sheet."""
    if (widget.property("tone") or "") != tone:
        widget.setProperty("tone", tone)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it comes to look like that by itself
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def plain_tooltip(text: str) -> str:
    """Return a tooltip that shows `text` as it is and wraps: Qt would take a name with angle brackets for markup."""
    return f"<qt>{text.translate(_AS_TEXT)}</qt>"


def row(*widgets: QWidget | None, spacing: int = TIGHT) -> QHBoxLayout:
    """Return widgets side by side; None stands for the room that is left."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


def column(parent: QWidget, margin: int = 0, spacing: int = TIGHT) -> QVBoxLayout:
    """Return a fresh vertical layout of `parent`."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and throw it away."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


def beside(left: QWidget, right: QWidget, widths: Sequence[int]) -> QSplitter:
    """Return two parts of a page side by side, whose shares can be changed; `widths` are those at first, in pixels."""
    splitter = QSplitter()
    splitter.setHandleWidth(SNUG)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setSizes(list(widths))
    if splitter.isRightToLeft():
        splitter.setContentsMargins(0, 0, 1, 0)  # mirrored, Qt places all a pixel too far to the right
    return splitter


def panel() -> QFrame:
    """Return a frame on which something is worked on."""
    frame = QFrame()
    frame.setObjectName("panel")
    return frame


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """Return `text` cut to `width` pixels: of a name that leads it and what stands behind, the name is cut first."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    name, _, behind = text.removeprefix(_NAME).partition(_NAME_END)
    room = width - metrics.horizontalAdvance(behind)
    if text.startswith(_NAME) and _NAME not in behind and 3 * room > width:
        return words.isolate(metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)) + behind
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


_NAME, _NAME_END = words.isolate(" ").split()
"""What encloses a name in a sentence."""


class ElidedLabel(QLabel):
    """One line of quiet text that is cut short where it has no room, and then tells all in its tooltip."""

    def __init__(self, tone: str = "small") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        set_tone(self, tone)
        self._right: bool | None = None

    def set_side(self, right: bool) -> None:
        """Stand at the right or the left, whichever way the window runs: under a name, where the name begins."""
        self._right = right
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room for all of it."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + HAIR, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what fits."""
        painter = QPainter(self)
        shown = elided(self.fontMetrics(), self.text(), self.width())
        self.setToolTip(plain_tooltip(self.text()) if shown != self.text() else "")
        painter.setPen(self.palette().color(self.foregroundRole()))
        runs_right = is_right_to_left(self.text())
        right = runs_right if self._right is None else self._right
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if runs_right else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(flags), shown)


class Button(QPushButton):
    """A button that Return presses as well as Space: outside of dialogs Qt leaves Return unheard.

    Of buttons of which one is chosen, Tab goes to that one, and arrow keys to the others; Qt leaves it where it was.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(words.in_order(text))
        self.setAutoDefault(True)
        self.toggled.connect(self._take_tab)

    def _take_tab(self, chosen: bool) -> None:
        parent = self.parentWidget()
        if not chosen or not parent or not (self.autoExclusive() or self.group()):
            return
        for other in parent.findChildren(Button, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if other.group() is self.group() and other.autoExclusive() is self.autoExclusive() and other.isCheckable():
                other.setFocusPolicy(Qt.FocusPolicy.TabFocus if other is self else Qt.FocusPolicy.NoFocus)


class KeyButton(Button):
    """A button that says what it does and which key does the same."""

    def __init__(self, text: str, key: str, tone: str = "", tooltip: str = "") -> None:
        super().__init__()
        self.setProperty("keyed", True)
        self.setProperty("tone", tone)
        self._text, self._key = label(text), label(key)
        inside = row(self._text, self._key, spacing=WIDE)
        inside.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        for each in (self._text, self._key):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = inside
        self.setLayout(inside)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(text)
        self.setToolTip(plain_tooltip(f"{tooltip or text} ({key})"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button is never cut off."""
        return self.sizeHint()

"""Names cut to the room there is, with what tells two of them apart still in sight."""

from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

_GAP = "… "


def first_difference(a: str, b: str) -> int:
    """Return where two texts begin to differ but for case, 0 where they don't."""
    if a.casefold() == b.casefold():
        return 0
    return sum(1 for _ in takewhile(lambda pair: pair[0].casefold() == pair[1].casefold(), zip(a, b, strict=False)))


def cut_around(metrics: QFontMetrics, text: str, at: int, width: int) -> str:
    """Return `text` cut to `width` pixels: at its end, or where character `at` would be lost, before its word.

    Then as many of its first words as there is room for still lead it.
    """
    begin, end = text.rfind(" ", 0, at) + 1, text.find(" ", at)
    seen = text if end < 0 else text[:end]
    fits = metrics.horizontalAdvance(text) <= width or metrics.horizontalAdvance(seen + _GAP) <= width
    if not begin or fits:
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    leading, rest = text[:begin].split(" "), text[begin:]
    ways = (" ".join(leading[:words]) + " " + _GAP + rest for words in range(len(leading) - 1, 0, -1))
    fitting = (way for way in ways if metrics.horizontalAdvance(way) <= width)
    first_word = leading[0] + " " + _GAP
    lead = first_word if metrics.horizontalAdvance(first_word + seen[begin:] + _GAP) <= width else _GAP
    return next(fitting, "") or metrics.elidedText(lead + rest, Qt.TextElideMode.ElideRight, width)

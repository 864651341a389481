"""The numbers of numbered paragraphs in DOCX, which stand nowhere in the text (ECMA-376 part 1, 17.9)."""

from collections import defaultdict
from typing import NamedTuple

from docx.document import Document
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BULLET = "•"
_LEVELS = 9
_LONGEST = 12  # characters of a mark that is still one
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ARABIC_LETTERS = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"


class _Level(NamedTuple):
    """How one level of a list is numbered: its format, what its text is made of ("%1."), where it starts."""

    form: str = "decimal"
    text: str = "%1."
    start: int = 1


class Numbering:
    """Counts the paragraphs of a document as they come; ask for each `mark` once, in order."""

    def __init__(self, document: Document) -> None:
        """Read the styles and, where there is one, the numbering of a document."""
        self._styles = {value(style, "styleId"): style for style in document.styles.element.iter(f"{W}style")}
        part = next((r.target_part for r in document.part.rels.values() if r.reltype.endswith("/numbering")), None)
        root = getattr(part, "element", None)
        found = [] if root is None else list(root)
        abstract = {value(one, "abstractNumId"): one for one in found if one.tag == f"{W}abstractNum"}
        self._lists: dict[str, str] = {}  # from a list's id to that of its definition, which does the counting
        self._levels: dict[str, dict[int, _Level]] = {}
        for one in found:
            if one.tag == f"{W}num":
                number, base = value(one, "numId"), value(one.find(f"{W}abstractNumId"))
                definition = abstract.get(base)
                restarts = one.find(f"{W}lvlOverride/{W}startOverride") is not None
                self._lists[number] = number if restarts else base
                self._levels[number] = _levels(definition) | _overrides(one)
        self._counts: dict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)

    def mark(self, paragraph: etree._Element) -> str:
        """Return the number or bullet before a paragraph, as Word shows it; empty where it bears none."""
        number, depth = self._list_of(paragraph)
        levels = self._levels.get(number)
        if levels is None or not 0 <= depth < _LEVELS:
            return ""
        level = levels.get(depth, _Level())
        counts = self._counts[self._lists[number]]
        current = counts[depth]
        counts[depth] = level.start if current is None else current + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        if level.form in ("bullet", "none"):
            return _BULLET if level.form == "bullet" else ""
        text = level.text
        for i in range(depth + 1):
            each = levels.get(i, _Level())
            text = text.replace(f"%{i + 1}", written(counts[i] or each.start, each.form))
        return text.strip() if len(text.strip()) <= _LONGEST else ""

    def is_heading(self, paragraph: etree._Element) -> bool:
        """Tell whether a paragraph's style, or one it is based on, is a heading or the title."""
        properties = paragraph.find(f"{W}pPr")
        for style in self._styles_of(properties):
            name = value(style.find(f"{W}name")).casefold()
            if name == "title" or name.startswith("heading "):
                return True
        return False

    def _list_of(self, paragraph: etree._Element) -> tuple[str, int]:
        """Return the id of the list a paragraph is in and its level there; its own word goes before its style's."""
        properties = paragraph.find(f"{W}pPr")
        own = None if properties is None else properties.find(f"{W}numPr")
        said = [own, *(style.find(f"{W}pPr/{W}numPr") for style in self._styles_of(properties))]
        number, depth = "", ""
        for one in said:
            if one is not None:
                number = number or value(one.find(f"{W}numId"))
                depth = depth or value(one.find(f"{W}ilvl"))
        return number, int(depth) if depth.isdecimal() and len(depth) < 3 else 0

    def _styles_of(self, properties: etree._Element | None) -> list[etree._Element]:
        """Return the style of a paragraph and those it is based on, nearest first."""
        name = "" if properties is None else value(properties.find(f"{W}pStyle"))
        found: list[etree._Element] = []
        while (style := self._styles.get(name)) is not None and style not in found:
            found.append(style)
            name = value(style.find(f"{W}basedOn"))
        return found


def value(element: etree._Element | None, attribute: str = "val") -> str:
    """Return an attribute of Word's namespace, empty without one."""
    return "" if element is None else str(element.get(f"{W}{attribute}") or "")


def _levels(parent: etree._Element | None) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in () if parent is None else parent.findall(f"{W}lvl"):
        depth, start = value(level, "ilvl"), value(level.find(f"{W}start"))
        text = level.find(f"{W}lvlText")
        form = value(level.find(f"{W}numFmt")) or "decimal"
        if depth.isdecimal():
            first = int(start) if start.isdecimal() and len(start) < 7 else 1
            found[int(depth)] = _Level(form, "%1." if text is None else value(text), first)
    return found


def _overrides(one: etree._Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for override in one.findall(f"{W}lvlOverride"):
        found |= _levels(override)
    return found


def written(number: int, form: str) -> str:
    """Return a number in the format of that name; forms of other scripts than these are given in digits."""
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, _LONGEST)
        return letter.upper() if form.startswith("upper") else letter
    if form.endswith("Roman") and 0 < number < 4000:
        text, rest = "", number
        for worth, letters in _ROMAN:
            text += letters * (rest // worth)
            rest %= worth
        return text.upper() if form.startswith("upper") else text
    if form in ("arabicAlpha", "arabicAbjad"):
        letters = _ARABIC_LETTERS if form == "arabicAlpha" else _ABJAD
        return letters[(number - 1) % len(letters)]
    return str(number)

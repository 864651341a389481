"""The lines of a document, and the mark ("14.", "-") before each that is no part of the name."""

import re
from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


class Role(Enum):
    """What the document's markup says of a line; `BESIDE`: it belongs to the name above it."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"
    BESIDE = "beside"


class Line(NamedTuple):
    """One line of a document that says something.

    `text` is without outer white space and list mark, `mark` that list mark as written; `gap` tells that blank space
    stands before the line, `number` its place in the document from 1 (the line of a text, the row of a table).
    """

    text: str
    mark: str = ""
    role: Role = Role.TEXT
    gap: bool = False
    number: int = 0


FILLED = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
"""What stands between two breaks of lines, as `str.splitlines` knows them."""


def split_lines(text: str) -> list[Line]:
    """Return the filled lines of a text, numbered as an editor numbers them, marks set apart."""
    lines: list[Line] = []
    number, end, last = 1, 0, 0
    for found in FILLED.finditer(text.replace("\r\n", "\n")):
        number += found.start() - end
        end = found.end()
        if written := found[0].strip():
            lines.append(Line(written, gap=number > last + 1, number=number))
            last = number
    return mark_off(lines)


def number_texts(texts: Iterable[str]) -> list[Line]:
    """Return texts of which each is one line, numbered from 1; blank ones are left out, marks set apart."""
    lines = [Line(one_line(text), number=i) for i, text in enumerate(texts, 1)]
    return mark_off([line for line in lines if line.text])


def parted(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of one paragraph, with blank space around several: they belong together."""
    return [Line(""), *lines, Line("")] if len(lines) > 1 else list(lines)


def number_lines(found: Iterable[Line]) -> list[Line]:
    """Return the lines of a document, numbered from 1, marks set apart; blank ones stand for blank space between."""
    lines: list[Line] = []
    gap = False
    for line in found:
        if line.text:
            lines.append(line._replace(gap=gap and bool(lines), number=len(lines) + 1))
        gap = not line.text
    return mark_off(lines)


# --- list marks --------------------------------------------------------------------------------------------------

_BEFORE = rf"[\s{HIDDEN}]*"
_ROUND_BULLET = "[•●▪◦‣○■□▫◆➢➤✓✔·]"
# Strict: what a single line shows to be a mark. "7 Hills Group" and "5-Star Club" bear none.
_STRICT = re.compile(
    rf"{_BEFORE}(?P<mark>\(\d{{1,5}}\)(?=\s)|\(?[A-Za-z]\)(?=\s)|\d{{1,5}}\s?[.)](?=\s)|\d{{1,3}}\s?[-–:](?=\s)|[-*–—](?=\s)|{_ROUND_BULLET})\s*"
)
# Loose: what counts where most lines of the document show it ("1.Name", "١-منظمة", "-Name").
_LOOSE = re.compile(rf"{_BEFORE}(?P<mark>\(?\d{{1,5}}\s?[.)\-–:]|[-*–—]|{_ROUND_BULLET})\s*(?=[^\W\d_])")

# Tight: what counts for a line alone where the others bear marks, as the tenth of ten ("10.Name").
_TIGHT = re.compile(rf"{_BEFORE}(?P<mark>\(?\d{{1,5}}[.)])(?=[^\W\d_])")
_USUAL = 3  # lines with marks that make them usual

_NUMBER = re.compile(r"\d+")


def mark_off(lines: Sequence[Line]) -> list[Line]:
    """Set the list mark of each line apart; a line that has one already keeps it. All else stays as written."""
    strict = sum(1 for line in lines if line.mark or _STRICT.match(line.text))
    loose = sum(1 for line in lines if not _STRICT.match(line.text) and _LOOSE.match(line.text))
    patterns = [_STRICT]
    if 2 * (strict + loose) > len(lines):
        patterns += [_LOOSE] if loose > 1 else [_TIGHT] if strict >= _USUAL else []
    return [line if line.mark else _mark_off_one(line, patterns) for line in lines]


def _mark_off_one(line: Line, patterns: Sequence[re.Pattern[str]]) -> Line:
    found = next(filter(None, (pattern.match(line.text) for pattern in patterns)), None)
    if found and says_something(line.text[found.end() :]):
        return line._replace(text=line.text[found.end() :].strip(), mark=found["mark"])
    return line


def number_of(mark: str) -> int:
    """Return the number in a list mark, 0 for a bullet."""
    digits = "".join(filter(str.isdecimal, mark))
    return int(digits) if digits else 0


def one_line(text: str) -> str:
    """Return `text` with the line breaks in it, and the white space around them, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def says_something(text: str) -> bool:
    """Tell whether `text` can be a name: a letter of any script, or several numbers ("11.11.11" is a network).

    Page numbers and rulers of dashes can't.
    """
    return any(map(str.isalpha, text)) or len(_NUMBER.findall(text)) > 1

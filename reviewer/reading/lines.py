"""The lines of a document, and the mark ("14.", "-") before each that is no part of the name."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


class Role(Enum):
    """What the document's markup says of a line."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"


class Line(NamedTuple):
    """One line of a document: its text without outer white space and list mark, and that mark as written."""

    text: str
    mark: str = ""
    role: Role = Role.TEXT


class Found(NamedTuple):
    """One list as a format reader found it; empty facts are unknown."""

    lines: Sequence[Line]
    title: str = ""
    date: str = ""
    url: str = ""


# --- list marks --------------------------------------------------------------------------------------------------

_BEFORE = rf"[\s{HIDDEN}]*"
_ROUND_BULLET = "[•●▪◦‣○■□▫◆➢➤✓✔·]"
# Strict: what a single line shows to be a mark. "7 Hills Group" and "5-Star Club" bear none.
_STRICT = re.compile(
    rf"{_BEFORE}(?P<mark>\(\d{{1,5}}\)(?=\s)|\d{{1,5}}\s?[.)](?=\s)|\d{{1,3}}\s?[-–:](?=\s)|[-*–—](?=\s)|{_ROUND_BULLET})\s*"
)
# Loose: what counts where most lines of the document show it ("1.Name", "١-منظمة", "-Name").
_LOOSE = re.compile(rf"{_BEFORE}(?P<mark>\(?\d{{1,5}}\s?[.)\-–:]|[-*–—]|{_ROUND_BULLET})\s*(?=[^\W\d_])")

_NUMBER = re.compile(r"\d+")


def mark_off(texts: Sequence[str]) -> list[Line]:
    """Set the list mark of each text apart; blank texts stay blank.

    Outer white space goes and line breaks become spaces (`one_line`); all else stays as written.
    """
    texts = [one_line(text) for text in texts]
    strict = sum(1 for text in texts if _STRICT.match(text))
    loose = sum(1 for text in texts if not _STRICT.match(text) and _LOOSE.match(text))
    filled = sum(1 for text in texts if text)
    patterns = (_STRICT, _LOOSE) if loose > 1 and 2 * (strict + loose) > filled else (_STRICT,)
    return [_mark_off_one(text, patterns) for text in texts]


def _mark_off_one(text: str, patterns: Sequence[re.Pattern[str]]) -> Line:
    found = next(filter(None, (pattern.match(text) for pattern in patterns)), None)
    if found and says_something(text[found.end() :]):
        return Line(text[found.end() :].strip(), found["mark"])
    return Line(text)


def one_line(text: str) -> str:
    """Return `text` with the line breaks in it, and the white space around them, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def says_something(text: str) -> bool:
    """Tell whether `text` can be a name: a letter of any script, or several numbers ("11.11.11" is a network).

    Page numbers and rulers of dashes can't.
    """
    return any(map(str.isalpha, text)) or len(_NUMBER.findall(text)) > 1

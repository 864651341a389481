"""Letters in the places where they are printed -> text in the order in which it is read.

The inverse of the Unicode bidirectional algorithm (UAX 9) for single lines, as far as names need it: what is printed
from right to left is turned, numbers and Latin words within it are not.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BRACKETS = ("()", "[]", "{}", "«»")
_PARTING = frozenset(".):-–(")  # between a number and Latin letters: the number is the line's own


class Letter(NamedTuple):
    """One printed sign, or the letters of one ligature, and its box in points."""

    text: str
    left: float
    right: float
    bottom: float = 0.0
    top: float = 0.0


def is_rtl(text: str) -> bool:
    """Tell whether most letters of a text run from right to left."""
    return 2 * len(_RTL.findall(text)) > sum(map(str.isalpha, text))


def has_rtl(text: str) -> bool:
    """Tell whether any letter of a text runs from right to left."""
    return bool(_RTL.search(text))


def in_reading_order(letters: Sequence[Letter], rtl: bool) -> list[Letter]:
    """Return the letters of one line, given in any order, as they are read; `rtl` is the way the line itself runs."""
    printed = sorted(letters, key=lambda letter: letter.left + letter.right)
    if not rtl and not any(has_rtl(letter.text) for letter in printed):
        return printed
    ordered = printed[::-1] if rtl else printed
    against = [_runs_right(letter.text) if rtl else has_rtl(letter.text) for letter in ordered]
    along = [has_rtl(one.text) if rtl else _runs_right(one.text) and not one.text.isdecimal() for one in ordered]
    ordered = _turn(ordered, against, along)
    if not rtl:  # numbers among Arabic words have been turned with them
        inner = [letter.text.isdecimal() for letter in ordered]
        turned = [i for i, letter in enumerate(ordered) if has_rtl(letter.text)]
        inside = [is_number and turned[0] < i < turned[-1] for i, is_number in enumerate(inner)]
        ordered = _turn(ordered, inside, [not one for one in inside])
    return _mend_brackets(ordered) if rtl else ordered


def _runs_right(text: str) -> bool:
    return (text.isalnum() and not has_rtl(text)) or text.isdecimal()


def _turn(letters: Sequence[Letter], against: Sequence[bool], along: Sequence[bool]) -> list[Letter]:
    """Turn each stretch from the first to the last letter `against` the line that no letter `along` it parts."""
    found: list[Letter] = []
    at = 0
    while at < len(letters):
        end = at + 1
        if against[at]:
            for i in range(at + 1, len(letters)):
                if along[i] or (letters[i].text in _PARTING and letters[at].text.isdecimal()):
                    break
                if against[i]:
                    end = i + 1
            found += reversed(letters[at:end])
        else:
            found.append(letters[at])
        at = end
    return found


def _mend_brackets(letters: list[Letter]) -> list[Letter]:
    """Let brackets open and close in turn; printed from right to left some are told mirrored and some are not."""
    for pair in _BRACKETS:
        places = [i for i, letter in enumerate(letters) if letter.text in pair]
        if len(places) % 2 == 0:
            for nth, i in enumerate(places):
                letters[i] = letters[i]._replace(text=pair[nth % 2])
    return letters


def clean(text: str) -> str:
    """Return printed text as one types it: shapes of Arabic letters as letters, single spaces."""
    if any("\ufb1d" <= letter <= "\ufefc" for letter in text):
        text = "".join(unicodedata.normalize("NFKC", x) if "\ufb1d" <= x <= "\ufefc" else x for x in text)
    return " ".join(text.split())

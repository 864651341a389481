"""Names with their roles in lines of their own below them, as on cards -> which lines are names.

A card is a line, or a heading, with one or two lines below it and blank space or the next heading behind those. Several
of them, with roles, organisations or places in the lower lines and hardly any in the first, show that those are names.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reviewer.reading.fields import is_beside, is_body
from reviewer.reading.groups import is_kind, is_place
from reviewer.reading.lines import Line, Role
from reviewer.reading.prose import ends_in_colon, is_announcement, is_prose

_CARDS = 3  # cards that show themselves to be some
_LONGEST = 3  # lines of a card
_SHARE = 0.6  # of the cards of which the lower lines show what they are


def tell_beside(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of which those that are said of the name above them are known as such, and those names."""
    found = list(lines)
    cards = list(_cards(lines))
    shown = sum(any(is_beside(line.text) or is_body(line.text) for line in lines[a + 1 : b]) for a, b in cards)
    roles = sum(any(is_beside(line.text) for line in lines[a + 1 : b]) for a, b in cards)
    named = sum(not is_beside(lines[a].text) for a, _ in cards)
    if len(cards) < _CARDS or min(shown, named) < _SHARE * len(cards) or 2 * roles < shown:
        return found
    for start, end in cards:
        if found[start].role is Role.HEADING:
            found[start] = found[start]._replace(role=Role.TEXT)
        found[start + 1 : end] = [line._replace(role=Role.BESIDE) for line in lines[start + 1 : end]]
    return found


def _cards(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield where each card begins and ends."""
    starts = [i for i, line in enumerate(lines) if i == 0 or _begins(lines, i)]
    for start, end in pairwise([*starts, len(lines)]):
        card = lines[start:end]
        if 2 <= len(card) <= _LONGEST and not any(_is_other(line) for line in card):
            yield start, end


def _begins(lines: Sequence[Line], i: int) -> bool:
    """Tell whether a card may begin at line `i`: blank space parts cards, but not a heading from what is below it."""
    if lines[i].role is Role.HEADING:
        return True
    return lines[i].gap and lines[i - 1].role is not Role.HEADING


def _is_other(line: Line) -> bool:
    """Tell whether a line is none of a card: listed, prose, or a heading of several names."""
    if line.role is Role.ITEM or line.mark or ends_in_colon(line.text) or is_announcement(line.text):
        return True
    return is_prose(line.text) or (line.role is Role.HEADING and (is_kind(line.text) or is_place(line.text)))

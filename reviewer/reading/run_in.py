"""Names set one behind the other in one line or paragraph -> a line each."""

import re
from collections.abc import Sequence

from reviewer.reading.fields import is_beside
from reviewer.reading.lines import Line, Role, says_something
from reviewer.reading.prose import ends_in_colon, is_announcement, is_in_capitals, is_phrase

_RUN_IN = re.compile(r"[;؛•|]|\s/\s")
_COMMAS = re.compile(r"[,،](?![^()]{0,200}\))")
_LAST = re.compile(r"(?:^|\s)(?:and|et|&)\s")
_PARTED = re.compile(r"[;؛•|:：,،]|\s/\s")
_LED_IN = re.compile(r"(?P<lead>[^:：]{3,80}[:：])\s*(?P<names>.+)")
_RUN = 4  # parts that make a line a run of names
_MOST_PARTS = 20_000


def split_run_in(lines: Sequence[Line]) -> list[Line]:
    """Split lines in which the names stand one behind the other: "A; B; C; D", "Signed by: A, B, C and D".

    Commas part names only behind words that announce them, in the line or alone above it, and only where no part is a
    role or a place: for they part name, role and town too.
    """
    found: list[Line] = []
    for i, line in enumerate(lines):
        found += _split(line, announced=_is_alone(lines, i))
    return found


def _is_alone(lines: Sequence[Line], i: int) -> bool:
    """Tell whether line `i` is all that stands below words that announce names."""
    if i == 0 or lines[i].mark or not is_announcement(lines[i - 1].text):
        return False
    below = lines[i + 1] if i + 1 < len(lines) else None
    return below is None or below.gap or not _COMMAS.search(below.text) or ends_in_colon(below.text)


def _split(line: Line, announced: bool) -> list[Line]:
    if not _PARTED.search(line.text):
        return [line]
    led = _LED_IN.match(line.text)
    is_led = led is not None and is_announcement(led["lead"])
    names = led["names"] if led and is_led else line.text
    parts = _RUN_IN.split(names)
    if len(parts) < _RUN and (is_led or announced):
        *firsts, last = _COMMAS.split(names)
        parts = [*firsts, *_LAST.split(last, maxsplit=1)]
        parts = [] if any(map(is_beside, parts)) else parts
    parts = [part for part in (part.strip(" .") for part in parts) if part]
    if (
        not _RUN <= len(parts) <= _MOST_PARTS
        or any(is_phrase(p) or not says_something(p) for p in parts)
        or not is_in_capitals(parts)
    ):
        return [line]
    head = [line._replace(text=led["lead"], role=Role.HEADING)] if led and is_led else []
    return head + [Line(part, role=Role.ITEM, number=line.number) for part in parts]

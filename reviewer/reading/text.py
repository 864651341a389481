"""Plain text -> list: one name a line, with or without a statement before it."""

from collections.abc import Sequence

from reviewer.reading.find import find_names, tell_prose
from reviewer.reading.lines import Found, Line, Role, mark_off
from reviewer.reading.prose import ends_in_colon

_TITLE_WORDS = 40


def read_text(text: str) -> Found:
    """Return the list of names in `text` (`lines` is empty where there is none), with the title above it if any."""
    lines = mark_off(text.splitlines())
    title = _title(lines)
    if title is not None and _is_headed_list(lines[title:]):
        lines[title] = lines[title]._replace(role=Role.HEADING)
    names = find_names(lines)
    return Found(names, "" if title is None or lines[title] in names else lines[title].text)


def _title(lines: Sequence[Line]) -> int | None:
    """Return the index of the first line if it may be a title."""
    first = next((i for i, line in enumerate(lines) if line.text), None)
    if first is None or lines[first].mark or ends_in_colon(lines[first].text) or tell_prose(lines)[first]:
        return None
    return first if len(lines[first].text.split()) <= _TITLE_WORDS else None


def _is_headed_list(lines: Sequence[Line]) -> bool:
    """Tell whether one line stands alone above a single block of lines, or above marked lines only."""
    if len(lines) < 3 or lines[1].text:
        return False
    rest = [line for line in lines[2:] if line.text]
    block = "\n".join(line.text for line in lines[2:]).strip("\n")
    return len(rest) >= 3 and ("\n\n" not in block or all(line.mark for line in rest))

"""Plain text -> list: one name a line, with or without a statement before it."""

from collections.abc import Sequence

from reviewer.reading.draft import Draft
from reviewer.reading.find import find_names, tell_prose
from reviewer.reading.groups import is_kind, is_place
from reviewer.reading.lines import Line, Role, split_lines
from reviewer.reading.prose import ends_in_colon

_TITLE_WORDS = 40
_TOP = 200  # lines among which the prose below a title stands


def read_text(text: str) -> Draft:
    """Return the lines of `text`, its list of names proposed, with the title above it if any."""
    return read_lines_of_text(split_lines(text))


def read_lines_of_text(lines: list[Line]) -> Draft:
    """Return the list of names in running text, with the title above it if any."""
    title = _title(lines)
    if title is not None and _is_headed_list(lines[title:]):
        lines[title] = lines[title]._replace(role=Role.HEADING)
    draft = find_names(lines, "" if title is None else lines[title].text)
    named = title is not None and not draft.whys[title]
    return draft._replace(title="") if named else draft


def _title(lines: Sequence[Line]) -> int | None:
    """Return the place of the first line if it may be a title."""
    if not lines or lines[0].mark or ends_in_colon(lines[0].text):
        return None
    prose = tell_prose(lines[:_TOP])
    if prose[0] or not (any(prose) or lines[0].role is Role.HEADING or (len(lines) > 1 and lines[1].gap)):
        return None
    if is_kind(lines[0].text) or is_place(lines[0].text):
        return None
    return 0 if len(lines[0].text.split()) <= _TITLE_WORDS else None


def _is_headed_list(lines: Sequence[Line]) -> bool:
    """Tell whether one line stands alone above a single block of lines, or above marked lines only."""
    if len(lines) < 4 or not lines[1].gap:
        return False
    return not any(line.gap for line in lines[2:]) or all(line.mark for line in lines[1:])

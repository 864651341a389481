"""The simplest list in JSON, that of our examples -> list.

An object: `signatures` is an array of texts in order, each may bear its list mark ("14. Name"); `title`, `date` (ISO
8601 where known) and `link` say where it is from and may be missing. An array of texts alone is a list without facts.

    {"title": "Letter to ...", "date": "2019", "link": "https://...", "signatures": ["1. Name", "2. Name"]}
"""

import msgspec

from reviewer.errors import BadInput
from reviewer.reading.lines import Found, mark_off, one_line


class _List(msgspec.Struct, frozen=True):
    signatures: list[str]
    title: str = ""
    date: str = ""
    link: str = ""


def is_list(item: object) -> bool:
    """Tell whether a decoded JSON value is meant as a list of this format."""
    if isinstance(item, dict):
        return "signatures" in item
    return isinstance(item, list) and bool(item) and all(isinstance(text, str) for text in item)


def read_list(item: object, name: str) -> Found:
    """Return a decoded list. Raises BadInput, naming the file `name`, where a field has another type."""
    try:
        found = msgspec.convert({"signatures": item} if isinstance(item, list) else item, _List)
    except msgspec.ValidationError as error:
        raise BadInput(f"{name} is no list of texts ({error}): write each signature as one text") from error
    lines = mark_off(found.signatures)
    return Found([line for line in lines if line.text], one_line(found.title), found.date, found.link)

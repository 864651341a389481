"""A saved web page, or a fragment of one -> list."""

import re

from reviewer.reading.find import find_names
from reviewer.reading.lines import Found
from reviewer.reading.markup import page_facts, read_lines

_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml)\b", re.IGNORECASE)
_TAGGED = re.compile(r"\s*<[a-z!]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|li|[ou]l|table|section|article)\s*>", re.IGNORECASE)


def is_page(text: str) -> bool:
    """Tell whether a text is HTML: it begins as a document does, or with a tag and closes a block later on."""
    return bool(_PAGE.match(text) or (_TAGGED.match(text) and _CLOSED.search(text)))


def read_page(text: str) -> Found:
    """Return the list of names in a page, with the title and address the page gives for itself."""
    title, url = page_facts(text)
    return Found(find_names(read_lines(text, url)), title, url=url)

"""A saved web page, or a fragment of one -> list."""

from reviewer.reading.draft import Draft
from reviewer.reading.find import find_names
from reviewer.reading.markup import page_facts, read_lines


def read_page(text: str) -> Draft:
    """Return the lines of a page, its list of names proposed, with the title and address the page gives for itself."""
    title, url = page_facts(text)
    return find_names(read_lines(text, url), title, url=url)

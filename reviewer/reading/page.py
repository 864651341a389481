"""A saved web page, or a fragment of one -> list."""

from reviewer.reading.draft import Draft, Options
from reviewer.reading.find import find_names
from reviewer.reading.markup import page_facts, read_lines
from reviewer.reading.within import Tables


def read_page(text: str, options: Options = Options()) -> Draft:  # noqa: B008  # frozen
    """Return the lines of a page, its list of names proposed, with the title and address the page gives for itself."""
    title, url = page_facts(text)
    tables = Tables(options)
    return tables.tell(find_names(read_lines(text, url, tables), title, url=url))

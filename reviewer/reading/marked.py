"""Whether a text is markup, and of which kind, by its beginning."""

import re

_PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|meta|\?xml|!--StartFragment)\b", re.IGNORECASE)
_TAGGED = re.compile(r"\s*<[a-z!]", re.IGNORECASE)
_CLOSED = re.compile(r"</(?:p|div|li|[ou]l|table|section|article|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_FLAT = re.compile(r"<office:document\s")


def is_flat(text: str) -> bool:
    """Tell whether a text is a flat OpenDocument file: one of XML alone, whatever else stands before its root."""
    return bool(_FLAT.search(text[:2000]))


def is_page(text: str) -> bool:
    """Tell whether a text is HTML: it begins as a page or a copied piece of one does, or with a tag and has a block."""
    return bool(_PAGE.match(text) or (_TAGGED.match(text) and _CLOSED.search(text)))

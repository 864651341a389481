"""Signs of footnotes, which stand raised beside a name and are no part of it."""

import re

_SIGN = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡§]{1,3})[\])]?\s*")


def is_sign(raised: str) -> bool:
    """Tell whether a text that is set above its line is the sign of a footnote."""
    return bool(_SIGN.fullmatch(raised))

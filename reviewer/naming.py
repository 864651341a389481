"""Which of an entry's texts to propose as its preferred name."""

import re
import unicodedata
from collections.abc import Mapping

_HELD_SHIFT = re.compile(r"\b[A-Z]{2}[a-z]{2,}")
"""A word whose second letter is a capital by a slip of the finger: "GHarya"."""

_BARE = str.maketrans("ةأإآ", "هااا")
"""Arabic letters as they are written in haste."""


def propose(uses: Mapping[str, int]) -> str:
    """Return the text to propose as preferred name: the most used, then the best formed, then the longest.

    Of two ways to write an Arabic word the one that lacks no hamza and no dots on its last letter is the better formed.

    `uses` maps each text of an entry (at least one) to how many signatures read so. The answer does not depend on the
    order of the mapping.
    """
    if len(uses) == 1:  # nearly every entry: there may be 100,000
        return next(iter(uses))
    full = {word for text in uses for word in text.split()}
    hasty = {bare for word in full if (bare := word.translate(_BARE)) != word}
    return min(uses, key=lambda text: (-uses[text], _flaws(text), len(hasty & {*text.split()}), -len(text), text))


def _flaws(text: str) -> int:
    """Count what an editor would mend in a name: shouting, all small letters, hidden characters, runs of spaces."""
    letters = [c for c in text if c.isalpha()]
    cased = [c for c in letters if c.lower() != c.upper()]
    shouting = len(cased) > 6 and all(c.isupper() for c in cased)
    whispering = bool(cased) and not any(c.isupper() for c in cased)
    hidden = sum(unicodedata.category(c) in ("Cf", "Cc", "Co", "Cn") for c in text)
    ragged = "  " in text or text != text.strip() or text.endswith((",", ";", ":", "-", "–"))
    return shouting + whispering + hidden + ragged + len(_HELD_SHIFT.findall(text))

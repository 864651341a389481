"""What the eye doesn't see in a name, made visible: hidden characters, odd spaces, letters of a foreign script.

Free of Qt. Spans are half-open, in code points of the text they belong to; an empty one is where something is missing.
"""

import re
import unicodedata
from collections import Counter

Spans = tuple[tuple[int, int], ...]

_NAMED = {
    "\u00a0": "⍽",
    "\t": "⇥",
    "\u00ad": "[soft hyphen]",
    "\u200b": "[zero-width space]",
    "\u200c": "[ZWNJ]",
    "\u200d": "[ZWJ]",
    "\u200e": "[LRM]",
    "\u200f": "[RLM]",
    "\u2060": "[word joiner]",
    "\ufeff": "[BOM]",
    "\u0640": "[tatweel]",
}
_WORD = re.compile(r"[^\W\d_]+")
_ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter of `text` with a direction runs from right to left.

    What is isolated in a sentence has no say in it, as Unicode's rule P2 has it.
    """
    kinds = (unicodedata.bidirectional(c) for c in _ISOLATED.sub("", text))
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def reveal(text: str) -> tuple[str, Spans]:
    """Return `text` with what is hidden spelled out, and where in the result that stands.

    Single spaces become a raised dot, as in word processors, and are not counted as hidden.
    """
    foreign = _foreign_letters(text)
    shown: list[str] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for i, char in enumerate(text):
        visible = _visible(text, i, foreign)
        if visible != char and (visible != "·" or _is_odd_space(text, i)):
            spans.append((at, at + len(visible)))
        shown.append(visible)
        at += len(visible)
    return "".join(shown), tuple(spans)


def has_hidden(text: str) -> bool:
    """Tell whether `reveal` would mark anything."""
    return bool(reveal(text)[1])


def _visible(text: str, i: int, foreign: dict[int, str]) -> str:
    char = text[i]
    if char == " ":
        return "·"
    if char in _NAMED:
        return _NAMED[char]
    if i in foreign:
        return f"{char}[{foreign[i]}]"
    if unicodedata.category(char) in ("Cf", "Cc", "Co", "Cn", "Zs", "Zl", "Zp"):
        return f"[U+{ord(char):04X}]"
    return char


def _is_odd_space(text: str, i: int) -> bool:
    return text[i] == " " and (i in (0, len(text) - 1) or " " in (text[i - 1], text[i + 1]))


def _foreign_letters(text: str) -> dict[int, str]:
    """Return the letters that are of another script than most of their word, with that script's name."""
    found: dict[int, str] = {}
    for word in _WORD.finditer(text):
        scripts = [_script(c) for c in word.group()]
        common, _ = Counter(scripts).most_common(1)[0]
        found |= {word.start() + i: s for i, s in enumerate(scripts) if s != common}
    return found


def _script(char: str) -> str:
    return unicodedata.name(char, "unknown").split()[0].capitalize()

"""What the eye doesn't see in a name, made visible: hidden characters, odd spaces, letters of a foreign script.

Free of Qt. Spans are half-open, in code points of the text they belong to; an empty one is where something is missing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

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
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*")
"""What most names are: ASCII words a space apart."""
_ISOLATED = re.compile("[\u2066-\u2068][^\u2069]*\u2069")


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter of `text` with a direction runs from right to left.

    What is isolated in a sentence has no say in it, as Unicode's rule P2 has it.
    """
    if text.isascii():
        return False  # most are, and many are asked about
    kinds = (unicodedata.bidirectional(c) for c in _ISOLATED.sub("", text))
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def reveal(text: str, marked: Spans = ()) -> tuple[str, Spans]:
    """Return `text` with what is hidden spelled out, and where in the result that stands, or what is `marked` in it.

    Single spaces become a raised dot, as in word processors, and are not counted as hidden.
    """
    foreign = _foreign_letters(text)
    shown: list[str] = []
    spans: list[tuple[int, int]] = []
    begins = [0]
    for i, char in enumerate(text):
        visible = _visible(text, i, foreign)
        begins.append(begins[-1] + len(visible))
        if visible != char and (visible != "·" or _is_odd_space(text, i)):
            spans.append((begins[-2], begins[-1]))
        shown.append(visible)
    return "".join(shown), _united([*spans, *((begins[start], begins[end]) for start, end in marked)])


def _united(spans: Iterable[tuple[int, int]]) -> Spans:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def has_hidden(text: str) -> bool:
    """Tell whether `reveal` would mark anything."""
    return not _PLAIN.fullmatch(text) and bool(reveal(text)[1])


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

"""A document's lines, and which of them are the list of names. Every format that holds running text ends here.

How a list is told from prose (see `find_names`):

1. A line is prose when it reads as a sentence: words that bind sentences but not names (is, that, they, nous, qui,
   التي ...), a full stop behind many lower-case words, several sentences in one line. Lines wrapped at one width are
   judged together. Length alone makes no prose, for names run to 20 words and more.
2. Numbered, bulleted and listed lines are judged as a run: numbered demands are prose, numbered names are not.
3. Each name-like line counts for, each prose line against; the list is the stretch with the best sum. So a title
   above the prose or a note below the list stays out, and one odd line amid many names stays in.
4. Short lines without any mark behind prose are names only where they are several or the document speaks of signing.

A document without any prose is a list, whatever its lines are.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby
from typing import NamedTuple

HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"


class Role(Enum):
    """What the document's markup says of a line."""

    TEXT = "text"
    ITEM = "item"
    HEADING = "heading"


class Line(NamedTuple):
    """One line of a document: its text without outer white space and list mark, and that mark as written."""

    text: str
    mark: str = ""
    role: Role = Role.TEXT


class Found(NamedTuple):
    """One list as a format reader found it; empty facts are unknown."""

    lines: Sequence[Line]
    title: str = ""
    date: str = ""
    url: str = ""


# --- list marks --------------------------------------------------------------------------------------------------

_BEFORE = rf"[\s{HIDDEN}]*"
_ROUND_BULLET = "[•●▪◦‣○■□▫◆➢➤✓✔·]"
# Strict: what a single line shows to be a mark. "7 Hills Group" and "5-Star Club" bear none.
_STRICT = re.compile(
    rf"{_BEFORE}(?P<mark>\(\d{{1,5}}\)(?=\s)|\d{{1,5}}\s?[.)](?=\s)|\d{{1,3}}\s?[-–:](?=\s)|[-*–—](?=\s)|{_ROUND_BULLET})\s*"
)
# Loose: what counts where most lines of the document show it ("1.Name", "١-منظمة", "-Name").
_LOOSE = re.compile(rf"{_BEFORE}(?P<mark>\(?\d{{1,5}}\s?[.)\-–:]|[-*–—]|{_ROUND_BULLET})\s*(?=[^\W\d_])")


def mark_off(texts: Sequence[str], role: Role = Role.TEXT) -> list[Line]:
    """Set the list mark of each text apart. Outer white space goes, all else stays as written; blank texts stay blank."""
    filled = sum(1 for text in texts if text.strip())
    loose = sum(1 for text in texts if _LOOSE.match(text) and not _STRICT.match(text))
    pattern = _LOOSE if loose >= 2 and 2 * loose > filled else _STRICT
    return [_mark_off_one(text, pattern, role) for text in texts]


def _mark_off_one(text: str, pattern: re.Pattern[str], role: Role) -> Line:
    found = pattern.match(text)
    if found and has_letter(text[found.end() :]):
        return Line(text[found.end() :].strip(), found["mark"], role)
    return Line(text.strip(), "", role)


def one_line(text: str) -> str:
    """Return `text` with the line breaks in it, and the white space around them, as single spaces."""
    return " ".join(line.strip() for line in text.splitlines() if line.strip())


def has_letter(text: str) -> bool:
    """Tell whether any letter of any script stands in `text`; page numbers and rulers of dashes have none."""
    return any(map(str.isalpha, text))


# --- sentences ---------------------------------------------------------------------------------------------------

# Words that bind sentences and are rare in names. Those of names themselves (of, for, and, the, pour, من, في) are out.
_BINDING = frozenset(
    """
    is are was were be been being has have had do does did will would shall should can could must might
    that which who whom whose this these those it its they their them we our he she his her him i you your
    not because although however therefore when where while if than then also both such said says say told
    est sont était étaient été être ont avait avaient sera seront serait que qui dont où nous vous ils elles il elle
    notre nos leur leurs ce cette ces ceux ne pas mais afin ainsi lorsque selon doit doivent peut peuvent
    أن إن التي الذي الذين اللذين اللواتي هذا هذه هؤلاء ذلك تلك كان كانت كانوا يكون تكون لم لن لا قد كما نحن نحن، هو هي
    هم بأن بأنها بأنه أنه أنها إنه إنها حيث لكن ولكن يجب ينبغي إلى إلا أو ليس ليست مما بما عندما
    """.split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r"[.!?؟…۔;؛][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(r"(?:\.\w+|\b(?:inc|ltd|co|corp|jr|sr|etc|dr|asbl|assoc|org))\.$", re.IGNORECASE)
_BREAK = re.compile(r"[^\W\d_]{3}[.!?؟][\"”’»)]*\s+[\"“‘«(]*[^\W\d_]")
_COLON = re.compile(r"[:：][\s*_]*$")
_SIGNING = re.compile(
    r"undersign|signator|\bsign(?:s|ed|ing)?\b|endorse|signatair|soussign|signé|التوقيع|الموقع|الموقّع|توقيع|موقّع|وقعت|وقّعت",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|©|\(c\)\s|copyright\b|all rights reserved|"
    r"(?:source|photo|image|tags?|categor(?:y|ies)|contact|tel|phone|e-?mail|by|updated|published)\s?:|by staff\b|"
    r"(?:share|tweet|print|e-?mail|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|pinterest)$|"
    r"(?:share|follow us|subscribe|read more|related (?:articles|posts|news)|leave a (?:comment|reply))\b.{0,40}$|"
    r"(?:[^\W\d_]+,?\s)?\d{1,2}(?:st|nd|rd|th)?\.?\s[^\W\d_]+,?\s\d{4}$|[^\W\d_]+\s\d{1,2},?\s\d{4}$|"
    r"\d+[./-]\d+[./-]\d+$",
    re.IGNORECASE,
)


def is_prose(text: str) -> bool:
    """Tell whether one line reads as running text rather than as a name, whatever its length."""
    words = _WORD.findall(text)
    count, binding = len(words), _binding(words)
    stop = _stops(text)
    return (
        (stop and count >= 4 and binding >= 2)
        or (stop and count >= 6 and binding >= 1)
        or (stop and count >= 8 and _mostly_lower(words))
        or (stop and count >= 12 and not any(map(_has_case, words)))
        or (count >= 12 and binding >= 1 and bool(_BREAK.search(text)))
        or (count >= 12 and binding >= 3 and 12 * binding >= count)
    )


def _is_phrase(text: str) -> bool:
    """Tell whether an item of a list is a demand or a point of an argument: weaker than prose, judged by the run."""
    words = _WORD.findall(text)
    if is_prose(text) or (len(words) >= 5 and _binding(words) >= 1):
        return True
    return _stops(text) and len(words) >= 4 and _mostly_lower(words)


def _stops(text: str) -> bool:
    return bool(_STOP.search(text)) and not _ABBREVIATION.search(text)


def _binding(words: Sequence[str]) -> int:
    """Count the binding words; a capital within the line makes a word part of a name ("We Are Not Numbers")."""
    plain = [word.casefold() if i == 0 else word for i, word in enumerate(words)]
    return sum(1 for word in plain if word in _BINDING or (word[:1] == "و" and word[1:] in _BINDING))


def _has_case(word: str) -> bool:
    return word[0].islower() or word[0].isupper()


def _mostly_lower(words: Sequence[str]) -> bool:
    long = [word for word in words if len(word) > 3 and _has_case(word)]
    return 5 * sum(word[0].islower() for word in long) > 3 * len(long)


# --- the list within the document --------------------------------------------------------------------------------

_PROSE_COSTS = 3  # name-like lines that one line of prose outweighs
_FRONT = 10  # fewer lines than these above all prose are title, author and date
_ENOUGH = 4  # bare lines behind prose that speak for themselves


def find_names(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are the list of names, in order; empty where the document is running text alone."""
    prose = _prose(lines)
    items = any(line.role is Role.ITEM and not said for line, said in zip(lines, prose, strict=True))
    weights = [_weight(line, said, items, any(prose)) for line, said in zip(lines, prose, strict=True)]
    start, end = _list_stretch(weights, prose)
    names = [lines[i] for i in range(start, end) if weights[i] > 0 or (prose[i] and _is_odd_name(lines, i, items))]
    if items or not any(prose[:start] + prose[end:]):
        return names
    marked = [line for line in names if line.mark]
    if len(marked) >= 2 and 2 * len(marked) >= len(names):
        return marked
    signing = any(_SIGNING.search(line.text) for line in lines)
    return names if len(names) >= (1 if signing else _ENOUGH) else []


def _prose(lines: Sequence[Line]) -> list[bool]:
    """Tell for each line whether it is prose: runs of items and marked lines as a run, the rest each by itself."""
    prose = [False] * len(lines)
    for run in _runs(lines):
        if len(run) > 1:
            said = 2 * sum(_is_phrase(lines[i].text) for i in run) > len(run)
            prose[run[0] : run[-1] + 1] = [said] * (run[-1] + 1 - run[0])
    in_runs = {i for run in _runs(lines) if len(run) > 1 for i in run}
    for paragraph in _paragraphs(lines, in_runs):
        wrapped = _is_wrapped([lines[i].text for i in paragraph])
        for i in paragraph:
            prose[i] = wrapped or is_prose(lines[i].text)
    return prose


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the indexes of lines that belong to one list by markup or marks; blank lines between don't matter."""
    filled = [i for i, line in enumerate(lines) if line.text]
    for listed, run in groupby(filled, lambda i: lines[i].role is Role.ITEM or bool(lines[i].mark)):
        if listed:
            yield list(run)


def _paragraphs(lines: Sequence[Line], taken: set[int]) -> Iterator[list[int]]:
    for free, group in groupby(range(len(lines)), lambda i: bool(lines[i].text) and i not in taken):
        if free:
            yield list(group)


def _is_wrapped(texts: Sequence[str]) -> bool:
    """Tell whether the lines are one paragraph of prose broken at a width: all but the last nearly as long."""
    longest = max(map(len, texts))
    even = all(10 * len(text) >= 7 * longest for text in texts[:-1])
    return len(texts) > 1 and longest >= 50 and even and is_prose(" ".join(texts))


def _weight(line: Line, prose: bool, items: bool, beside_prose: bool) -> int:
    """Return what a line adds to a stretch that is to be the list; `items`: only listed lines can be names."""
    if prose:
        return -_PROSE_COSTS
    if not has_letter(line.text) or line.role is Role.HEADING or _COLON.search(line.text):
        return 0
    if items:
        return int(line.role is Role.ITEM)
    return -1 if beside_prose and not line.mark and _FURNITURE.match(line.text) else 1


def _list_stretch(weights: list[int], prose: Sequence[bool]) -> tuple[int, int]:
    """Return the stretch that is the list; a few lines above all prose are title, author and date instead."""
    start, end = _best_stretch(weights)
    first = prose.index(True) if any(prose) else len(prose)
    if start < end <= first < len(prose) and end - start < max(_FRONT, 3 * sum(prose)):
        return _best_stretch([0] * end + weights[end:])
    return start, end


def _best_stretch(weights: Sequence[int]) -> tuple[int, int]:
    """Return start and end (exclusive) of the run of weights with the highest positive sum; (0, 0) without one."""
    best, best_span, total, start = 0, (0, 0), 0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, start = 0, i
        total += weight
        if total > best:
            best, best_span = total, (start, i + 1)
    return best_span


def _is_odd_name(lines: Sequence[Line], i: int, items: bool) -> bool:
    """Tell whether the sentence-like line `i` amid the list is a name after all: it isn't set apart by blank lines."""
    if items or _SIGNING.search(lines[i].text):
        return False
    return any(lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(lines))

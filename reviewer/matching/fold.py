"""Names as words: what differs only in writing (case, marks, quotes, hidden characters, Arabic forms) becomes equal.

The verbatim text is never changed; every word remembers where in it it stands.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

_ALEF_LIKE = "أإآٱ"
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_ALEF_LIKE, "ا"),
        "ى": "ي",
        "ی": "ي",  # Farsi yeh
        "ئ": "ي",
        "ؤ": "و",
        "ة": "ه",
        "ە": "ه",
        "ک": "ك",
        "گ": "ك",
        "پ": "ب",
        "ڤ": "ف",
        "چ": "ج",
        "ء": "",
        "ـ": "",
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
    }
)
"""Letters that stand for each other in practice, and the few that carry no decomposition in Unicode."""

_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_MARKS = "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
_APOSTROPHES = "'`´‘’‚‛′ʹʻʼʽʾʿˈ＇"
_INSIDE = rf"\w{_MARKS}{_HIDDEN}{_APOSTROPHES}"
_WORD = re.compile(rf"(?:[^\W\d_][.]){{2,}}[^\W\d_]?(?![{_INSIDE}])|[{_INSIDE}]+|[&＆]")
_DROPPED = re.compile(rf"[{_HIDDEN}{_MARKS}{_APOSTROPHES}._]")
_NUMBERING = re.compile(r"\s*(?:\d{1,6}\s*[.)\-–](?!\d)|[-•*–·]\s)\s*")

NUMBERED = "0123456789-•*–· \t"
"""What a number or a bullet before a name may begin with."""

ARTICLES = frozenset({"al", "el", "ul", "il", "ال"})
"""The Arabic article where it stands apart, before any letter."""

ASSIMILATED: dict[str, str] = {
    **{v + "d" + h: "d" for v in "aei" for h in ("", "d", "h")},
    **{v + "t" + h: "t" for v in "aei" for h in ("", "t", "h")},
    **{v + "s" + h: "s" for v in "aei" for h in ("", "s", "h")},
    **{v + x: x[0] for v in "aei" for x in ("r", "rr", "n", "nn", "z", "zz")},
    "ech": "c",
    "ach": "c",
    "ej": "j",
    "aj": "j",
    "edj": "d",
    "adj": "d",
    "ez": "z",
    "adz": "d",
    "ac": "c",
}
"""The article assimilated to a sun letter ("ash Sham", "ett Tourk"), with the letter the next word must begin with.

Source: BGN/PCGN 1956 romanisation of Arabic (note 6, sun letters); French spellings of the Levant survey maps.
"""


_APART = ARTICLES | ASSIMILATED.keys()


class Word(NamedTuple):
    """One word of a name.

    `folded`; the half-open span `start`, `end` in the verbatim text (code points); and `article`, the folded article
    that stands before it as a word of its own (its span is part of the word's).
    """

    folded: str
    start: int
    end: int
    article: str = ""


@lru_cache(maxsize=1 << 17)
def _fold_word(raw: str) -> str:
    if raw.isascii() and raw.isalpha():
        return raw.lower()
    text = raw if raw.isascii() else unicodedata.normalize("NFKC", raw)
    text = _DROPPED.sub("", text.casefold())
    if text.isascii():
        return text
    text = _DROPPED.sub("", unicodedata.normalize("NFD", text)).translate(_LETTERS)
    digits = "".join(str(unicodedata.digit(c, c)) if c.isdigit() else c for c in text)
    return unicodedata.normalize("NFC", digits)


@lru_cache(maxsize=1 << 17)
def _chunk(raw: str) -> tuple[tuple[str, int, int], ...]:
    """Return the words of a piece of text without white space: folded, start, end."""
    if raw.isascii() and raw.isalpha() and raw[1:].islower():  # as most are
        return ((raw.lower(), 0, len(raw)),)
    found = []
    for match in _WORD.finditer(raw):
        for start, end in _humps(raw, match.start(), match.end()):
            piece = raw[start:end]
            folded = "and" if piece in "&＆" else _fold_word(piece)
            if folded:
                found.append((folded, start, end))
    return tuple(found)


def _humps(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the words of which one is made by a capital within it (KeshMalek), each of two letters at least."""
    for at in range(start + 2, end - 1):
        if raw[at].isupper() and raw[at - 1].islower() and at - start > 1:
            yield start, at
            start = at
    yield start, end


def piece_words(raw: str) -> tuple[str, ...]:
    """Return the folded words of a piece of a name without white space, articles among them."""
    if raw.isascii() and raw.isalpha() and raw[1:].islower():
        return (raw.lower(),)
    return tuple([folded for folded, _, _ in _chunk(raw)])


_piece_words = lru_cache(maxsize=1 << 17)(piece_words)


def holds_article(folded: Iterable[str]) -> bool:
    """Tell whether an article that stands apart may be among some folded words."""
    return not _APART.isdisjoint(folded)


def is_article(word: str, following: str) -> bool:
    """Tell whether the folded `word` is an Arabic article standing apart before the folded word `following`."""
    if word in ARTICLES:
        return True
    return following[:1] == ASSIMILATED.get(word, "-")


def _begin(text: str) -> int:
    match = _NUMBERING.match(text) if text[:1] in NUMBERED else None
    return match.end() if match and match.end() < len(text) else 0


def unnumbered(name: str) -> str:
    """Return a name without the number or bullet it may begin with."""
    return name[_begin(name) :]


def parse(text: str) -> list[Word]:
    """Return the words of a verbatim name in order. Separate articles join the word they stand before."""
    plain: list[Word] = []
    at = _begin(text)
    for raw in text[at:].split():
        at = text.index(raw, at)
        for folded, start, end in _chunk(raw):
            plain.append(Word(folded, at + start, at + end))
        at += len(raw)
    if _APART.isdisjoint([word.folded for word in plain]):
        return plain
    found: list[Word] = []
    article: Word | None = None
    for i, word in enumerate(plain):
        if article is None and i + 1 < len(plain) and is_article(word.folded, plain[i + 1].folded):
            article = word
            continue
        found.append(word._replace(start=article.start, article=article.folded) if article else word)
        article = None
    return found


def words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name; the article that stands apart, hyphenated too, is no word of its own."""
    plain = tuple(chain.from_iterable(map(_piece_words, unnumbered(name).split())))
    if _APART.isdisjoint(plain):
        return plain
    found: list[str] = []
    held = False
    last = len(plain) - 1
    for i, word in enumerate(plain):
        if not held and i < last and is_article(word, plain[i + 1]):
            held = True
            continue
        found.append(word)
        held = False
    return tuple(found)


_PLAIN = re.compile("[A-Za-z][a-z]*(?: [A-Za-z][a-z]*)*")
"""Most names: each piece is a word, unless it is an article."""


def spelt(name: str) -> tuple[list[str], list[str]]:
    """Return the words of a name as `parse` has them: as they are written, articles with them, and folded."""
    if _PLAIN.fullmatch(name) and _APART.isdisjoint(folded := name.lower().split()):
        return name.split(), folded
    found = parse(name)
    return [name[word.start : word.end] for word in found], [word.folded for word in found]


def fold(text: str) -> str:
    """Return a name with everything folded that is no difference: its words, one space apart, articles kept."""
    begin = _begin(text)
    return " ".join(piece[0] for raw in text[begin:].split() for piece in _chunk(raw))


def contains_word(name: str, word: str) -> bool:
    """Tell whether a verbatim name holds a word, given as any writing of it that folds the same."""
    wanted = words(word)
    return len(wanted) == 1 and wanted[0] in words(name)


def names_with(word: str, names: Iterable[str]) -> list[str]:
    """Return the names, in their order, that hold a word (see `contains_word`)."""
    wanted = words(word)
    return [name for name in names if len(wanted) == 1 and wanted[0] in words(name)]

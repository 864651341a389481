"""How a word sounds: a folded word of either script as a sequence of units. NEW ROMANISATION HABITS GO HERE.

A unit is a sound as one letter or digraph writes it. Arabic letters and Latin letters share the units, so that
`قنيطرة` and `Qunaitra` become nearly the same sequence. What is left of the difference (vowels that Arabic does not
write, q beside k, é beside ah) is the business of `distance`, whose costs are learned.

A habit is one row: the letters as written, the units they stand for, and where the habit comes from. Longer letters
win over shorter ones; `^` marks the beginning and `$` the end of a word, `|` a vowel that follows,
`!` none that follows.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

VOWELS = ("a", "A", "e", "i", "o", "u", "ii", "uu", "ah", "aw", "ay")
CONSONANTS = (
    "'", "b", "p", "t", "tt", "th", "j", "ch", "H", "h", "kh", "d", "dd", "dh", "r", "z", "zz", "s", "ss", "sh", "`",
    "gh", "f", "v", "q", "k", "c", "g", "l", "m", "n", "w", "y", "yy", "x",
)  # fmt: skip
DIGITS = tuple("0123456789")
FOREIGN = tuple(f"?{i}" for i in range(12))
UNITS = ("", *VOWELS, *CONSONANTS, *DIGITS, *FOREIGN)
"""All units; the index of a unit is its code, 0 fills up. "A" is an Arabic alif at the beginning, which carries any
vowel, "yy" a final ya or alif maqsura, "ah" a final ta marbuta, "ii", "uu" vowels written long, "aw", "ay" the two
diphthongs, "c" a Latin c before a, o, u; "?n" are letters of other scripts, spread over a few codes."""

CODE = {unit: code for code, unit in enumerate(UNITS)}

_BGN = "BGN/PCGN 1956 romanisation of Arabic"
_ISO = "Unicode names of the Arabic letters"
_FRENCH = "French spellings of the Levant survey maps (GeoNames, Who's On First)"
_PEOPLE = "spellings of given names in Wikidata (given-name-pairs.csv)"
_ENGLISH = "English newspaper spellings (place-pairs.csv)"
_TWICE = "a letter written twice sounds as it does once, a final one too"
_TURKISH = "Turkish and Kurdish place names of the north (place-pairs.csv)"

ARABIC = [
    ("ا", "a", _ISO), ("ب", "b", _ISO), ("ت", "t", _ISO), ("ث", "th", _ISO), ("ج", "j", _ISO), ("ح", "H", _ISO),
    ("خ", "kh", _ISO), ("د", "d", _ISO), ("ذ", "dh", _ISO), ("ر", "r", _ISO), ("ز", "z", _ISO), ("س", "s", _ISO),
    ("ش", "sh", _ISO), ("ص", "ss", _ISO), ("ض", "dd", _ISO), ("ط", "tt", _ISO), ("ظ", "zz", _ISO), ("ع", "`", _ISO),
    ("غ", "gh", _ISO), ("ف", "f", _ISO), ("ق", "q", _ISO), ("ك", "k", _ISO), ("ل", "l", _ISO), ("م", "m", _ISO),
    ("ن", "n", _ISO), ("ه", "h", _ISO), ("و", "w", _ISO), ("ي", "y", _ISO),
    ("^ا", "A", "the alif that carries a hamza is one with the others after folding"),
    ("ه$", "ah", "final ha and ta marbuta are one after folding"),
    ("ي$", "yy", "final ya and alif maqsura are one after folding"),
    ("تش", "ch", "Arabic spelling of English ch (Children, تشيلدرن)"),
]  # fmt: skip

LATIN = [
    *((letter, letter, "as written") for letter in "abdefhijklmnopqrstuvwyz"),
    ("c", "c", "as written"), ("ce", "s e", _PEOPLE), ("ci", "s i", _PEOPLE), ("cy", "s y", _PEOPLE),
    ("g", "g", "as written"), ("x", "x", _TURKISH), ("ck", "k", _ENGLISH), ("ph", "f", _PEOPLE),
    ("th", "th", _BGN), ("dh", "dh", _BGN), ("kh", "kh", _BGN), ("sh", "sh", _BGN), ("gh", "gh", _BGN),
    ("zh", "j", _TURKISH), ("ah$", "ah", _BGN), ("eh$", "ah", _ENGLISH), ("ih$", "ah", _FRENCH),
    ("iyah$", "i y ah", _BGN), ("ahh$", "ah", _TWICE), ("ehh$", "ah", _TWICE), ("iyahh$", "i y ah", _TWICE),
    ("ch", "ch", _ENGLISH), ("tch", "ch", _FRENCH), ("tsh", "ch", _TURKISH), ("sch", "sh", "German spelling"),
    ("dj", "j", _FRENCH), ("rh", "gh", _FRENCH),
    ("ou", "uu", _FRENCH), ("ou|", "w", _FRENCH), ("oo", "uu", _ENGLISH), ("ee", "ii", _ENGLISH), ("aa", "a", _FRENCH),
    ("ay!", "ay", _BGN), ("ai!", "ay", _FRENCH), ("ei!", "ay", _FRENCH), ("ey!", "ay", _ENGLISH),
    ("ai|", "a y", _FRENCH), ("ei|", "e y", _FRENCH), ("oi", "o y", _FRENCH), ("oui", "w i", _FRENCH),
    ("aw!", "aw", _BGN), ("au!", "aw", _BGN), ("ow!", "aw", _ENGLISH), ("aou!", "aw", _FRENCH), ("eou!", "aw", _FRENCH),
    ("aou|", "a w", _FRENCH), ("eou|", "e w", _FRENCH), ("ie$", "i ah", _FRENCH), ("ye$", "y ah", _FRENCH),
    ("ss", "s", _FRENCH), ("ue", "u", "German spelling"),
]  # fmt: skip

_AHEAD = {"$": r"(?!\w)", "|": "(?=[aeiou])", "!": "(?![aeiou])"}
_RULES = {letters: tuple(CODE[u] for u in units.split()) for letters, units, _ in [*ARABIC, *LATIN]}
_ORDER = sorted(_RULES, key=lambda letters: (-len(letters.strip("^$|!")), -len(letters), letters))
"""All rules, longest first."""
SOUNDS: tuple[tuple[int, ...], ...] = (
    *(_RULES[letters] for letters in _ORDER),
    *((CODE[unit],) for unit in (*DIGITS, *FOREIGN)),
)
"""What each character of `spelled` stands for: unit codes, by its number."""
FIRST = 0xE000
"""Number 0 of `SOUNDS` as a character: of those that Unicode leaves to private use, so that no folded word holds it."""
WIDEST = 30
"""So many units of a word count."""
_SPLIT = "_"
_VOWEL_LETTERS = frozenset("aeiou")
_CLUSTER = {r.strip("^$!"): chr(FIRST + number) for number, r in enumerate(_ORDER) if len(r) > 1}
_BEFORE_VOWELS = {letters[:-1]: sign for letters, sign in _CLUSTER.items() if letters.endswith("|")}


class _Single(dict[int, str]):
    """Letters by themselves, for `str.translate`; those without a rule are looked at when they first come."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in DIGITS:
            number = len(_ORDER) + int(letter)
        elif letter.isalnum():
            number = len(_ORDER) + len(DIGITS) + code % len(FOREIGN)
        else:
            return self.setdefault(code, letter if letter == "\n" or code >= FIRST else "")
        return self.setdefault(code, chr(FIRST + number))


_SINGLE = _Single({ord(r): chr(FIRST + number) for number, r in enumerate(_ORDER) if len(r) == 1})


def spelled(words: Sequence[str]) -> list[str]:
    """Return folded words with a character (see `SOUNDS`) for the letters of each rule."""
    return _clusters().sub(_rule, "\n".join(words)).translate(_SINGLE).split("\n") if words else []


@cache
def _clusters() -> re.Pattern[str]:
    """Return all rules but those of one letter wherever it stands, longest first, made when a word is first spelled.

    Those of one first letter stand together: others are passed over at once. No groups to capture: they take long.
    """
    rules: dict[str, list[str]] = {}
    for rule in (r for r in _ORDER if len(r) > 1):
        letters = rule.strip("^$|!")
        behind = rf"(?<!\w{letters[0]})" if rule[0] == "^" else ""
        rules.setdefault(letters[0], []).append(behind + letters[1:] + _AHEAD.get(rule[-1], ""))
    return re.compile("|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in rules.items()))


def _rule(found: re.Match[str]) -> str:
    letters = found.group()
    if letters in _BEFORE_VOWELS and found.string[found.end() : found.end() + 1] in _VOWEL_LETTERS:
        return _BEFORE_VOWELS[letters]
    return _CLUSTER[letters]


AMBIGUOUS = ("th", "dh", "sh")
"""Digraphs that are two letters in some words: Fathi, Medhat, Ishaq."""


def split_digraphs(word: str) -> str:
    """Return the word as it is `spelled` where its digraphs are two letters each, or "" where it holds none.

    An x is two sounds too, where it is no Turkish or Kurdish one: Oxfam, أوكسفام.
    """
    if "x" not in word and AMBIGUOUS[0] not in word and AMBIGUOUS[1] not in word:
        return ""
    for pair in AMBIGUOUS:
        word = word.replace(pair, pair[0] + _SPLIT + pair[1])
    return word.replace("x", "ks")


_SAID = [
    (r"tions?$", "shn"), (r"[st]ure$", "cher"), (r"igh", "ay"), (r"[ae]w(?=[sd]?$)", "yoo"), (r"ea", "ee"),
    (r"a([^aeiouy]+)e(?=s?$)", r"ay\1"), (r"i([^aeiouy])e(?=s?$)", r"ay\1"), (r"u([^aeiouy])e(?=s?$)", r"yoo\1"),
    (r"ue$", "yoo"), (r"(?<=[bcfhkmp])u(?=[^aeiouy][aeiouy])", "yoo"), (r"ou(?=(?:se?|nds?|t)$)", "aw"),
    (r"(?<=[^aeiou])e(?=s?$)", ""), (r"^kn", "n"), (r"^wr", "r"), (r"wh", "w"), (r"qu", "kw"), (r"x", "ks"),
    (r"dg", "j"), (r"c(?=[eiy])", "s"), (r"g(?=[eiy])", "j"), (r"(?<=[aeioubdglmnrvwy])s$", "z"), (r"y$", "i"),
    (r"ah$", f"a{_SPLIT}h"),
]  # fmt: skip
"""How English spells what it says, in order, as Arabic letters then write it (News, نيوز; Save, سيف; Salah, صلاح)."""


def english(word: str) -> str:
    """Return a folded Latin word as English speaks it, in letters for `units`."""
    for letters, said in _SAID:
        word = re.sub(letters, said, word)
    return word


@lru_cache(maxsize=1 << 14)
def units(word: str) -> bytes:
    """Return the unit codes of a folded word, at most 30 of them; a unit that repeats counts once, digits excepted."""
    found: list[int] = []
    for letter in spelled([word])[0]:
        for code in SOUNDS[ord(letter) - FIRST]:
            if not found or found[-1] != code or UNITS[code] in DIGITS:
                found.append(code)
    return bytes(found[:WIDEST])


def is_arabic(word: str) -> bool:
    """Tell whether a folded word is written in Arabic script."""
    return not word.isascii() and any("\u0600" <= letter <= "\u06ff" for letter in word)

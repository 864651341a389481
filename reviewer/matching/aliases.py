"""The parts of a name: what stands in brackets, behind a dash or a comma, in front as a title, and its own acronym."""

import re
from collections.abc import Sequence
from enum import Enum

from reviewer.matching.common import FUNCTION, ROLES, TITLES, listed
from reviewer.matching.fold import Word
from reviewer.matching.romanise import is_arabic

PLACES = frozenset(
    listed("""
    syria lebanon turkey jordan iraq egypt palestine gaza tunisia libya algeria morocco sudan yemen france
    germany britain
    uk usa us canada israel iran russia russie qatar kuwait saudi emirates denmark norway spain italy
    greece cyprus
    switzerland australia sweden netherlands belgium austria europe geneva berlin paris london istanbul
    gaziantep beirut amman
    cairo tunis damascus aleppo homs hama idlib daraa raqqa hasakah qamishli latakia tartus tartous
    suwayda sweida
    quneitra qunaitra douma ghouta afrin azaz liban syrie tunisie maroc algerie allemagne belgique geneve
    hamburg
    سوريا سوريه لبنان تركيا اردن عراق مصر فلسطين غزه تونس ليبيا جزائر مغرب سودان يمن فرنسا المانيا
    بريطانيا دمشق حلب حمص
    حماه ادلب درعا رقه الرقه حسكه قامشلي لاذقيه طرطوس سويداء قنيطره دوما غوطه عفرين اعزاز بيروت عمان
    القاهره برلين باريس
    لندن اسطنبول
    """)
)
_BRANCH = frozenset(listed("branch section chapter office bureau group division antenne فرع مكتب قسم شعبه"))
_MARK = re.compile(r"[()\[\]{}（）]|\s[-–—|/]+\s*|[-–—]\s|[–—]|[,،;؛]")
_CAPITALS = re.compile(r"(?<!\S)[A-Z]{3,9}(?!\S)")
"""What may be an acronym that stands beside the name without a mark."""
_INITIAL = re.compile(r"(?<!\S)(?:[A-Z]\.|[B-Z])(?![^\s,،;)])")
"""The first letter of a name in place of it; an A without a dot is a word."""
_LIKELY = re.compile(r"[()\[\]{}（）\-–—|/,،;؛]|[A-Z]{3}|^(?:[A-Z]\.|[B-Z])(?![^,،;)])")
"""What each of the three above has in some piece of a name between white space."""


class Part(Enum):
    """What a stretch of a name is to the whole."""

    MAIN = "main"
    BRACKET = "bracket"
    DASH = "dash"
    COMMA = "comma"
    ACRONYM = "acronym"
    ROLE = "role"
    BRANCH = "branch"
    TITLE = "title"
    INITIAL = "initial"


def initials_match(acronym: str, words: Sequence[str]) -> bool:
    """Tell whether a folded word of two letters or more is made of the initials of `words`, small words or not."""
    if not (2 <= len(acronym) <= 10 and acronym.isalpha()) or len(words) < 2:
        return False
    every = "".join(w[0] for w in words)
    telling = "".join(w[0] for w in words if w not in FUNCTION)
    return acronym in (every, telling) and len(acronym) >= 2


def parts(text: str, words: Sequence[Word]) -> list[tuple[Part, int]]:
    """Return for each word of a name which part it belongs to: its kind and number (0 is the main part)."""
    numbers = _numbers(text, words)
    kinds: dict[int, Part] = {}
    for number, (kind, _) in enumerate(numbers[1]):
        inside = [w.folded for w, n in zip(words, numbers[0], strict=True) if n == number]
        others = [w.folded for w, n in zip(words, numbers[0], strict=True) if n != number]
        kinds[number] = _kind(kind, inside, others)
    found = [(kinds[n], n) for n in numbers[0]]
    for i in {0, len(words) - 1} if len(words) > 2 else ():
        if found[i][1] == 0 and _is_own_acronym(text, words, i):
            found[i] = (Part.ACRONYM, len(numbers[1]) + 1)
    main = [i for i, n in enumerate(numbers[0]) if n == 0]
    for i in main[:-1]:  # a name is never titles alone
        if words[i].folded not in TITLES:
            break
        found[i] = (Part.TITLE, len(numbers[1]))
    for i, word in enumerate(words):
        if _INITIAL.match(text, word.start) and found[i][0] is not Part.TITLE:
            found[i] = (Part.INITIAL, len(numbers[1]) + 2 + i)
    return found


def _numbers(text: str, words: Sequence[Word]) -> tuple[list[int], list[tuple[Part, int]]]:
    """Return for each word the number of its part, and for each part the kind its mark tells."""
    kinds: list[tuple[Part, int]] = [(Part.MAIN, 0)]
    found: list[int] = []
    current, outer, end = 0, 0, 0
    for word in words:
        for mark in _MARK.findall(text[end : word.start]):
            sign = mark.strip() or mark
            if sign in "([{（":
                outer = current
                kinds.append((Part.BRACKET, len(kinds)))
                current = len(kinds) - 1
            elif sign in ")]}）":
                current = outer
            elif found:
                kinds.append((Part.COMMA if sign in ",،;؛" else Part.DASH, len(kinds)))
                current = outer = len(kinds) - 1
        found.append(current)
        end = word.end
    if 0 not in found and found:  # the name begins with a bracket
        low = min(found)
        found = [0 if n == low else n for n in found]
    return found, kinds


def _kind(mark: Part, inside: Sequence[str], others: Sequence[str]) -> Part:
    if mark is Part.MAIN or not inside:
        return mark
    if len(inside) == 1 and initials_match(inside[0], others):
        return Part.ACRONYM
    telling = [w for w in inside if w not in FUNCTION]
    if mark is Part.COMMA and any(w in ROLES for w in inside[:3]):
        return Part.ROLE
    if any(w in _BRANCH for w in inside) or (telling and all(_is_place(w) for w in telling)):
        return Part.BRANCH
    return mark


def _is_own_acronym(text: str, words: Sequence[Word], place: int) -> bool:
    """Whether the first or last word is in capitals and made of the others' initials, or they are Arabic."""
    word, others = words[place], [w.folded for i, w in enumerate(words) if i != place]
    if not _CAPITALS.fullmatch(text[word.start : word.end]):
        return False
    return initials_match(word.folded, others) or all(is_arabic(w) for w in others)


def _is_place(word: str) -> bool:
    return word in PLACES or (word.startswith("ال") and word[2:] in PLACES)


def may_begin_part(piece: str) -> bool:
    """Tell whether a piece of a name between white space may have to do with a part: names without such have none."""
    return _LIKELY.search(piece) is not None


def has_mark(text: str) -> bool:
    """Tell whether a name holds a mark that may begin a part."""
    return any(mark.search(text) for mark in (_MARK, _CAPITALS, _INITIAL))

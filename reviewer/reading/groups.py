"""Headings inside a list ("Organizations", "Individuals:", "Lebanon") -> the labels of the names below them."""

import re
from collections.abc import Iterator, Sequence

from reviewer.reading.lines import Line, Role, number_of
from reviewer.reading.prose import ends_in_colon, is_announcement

# What groups of signatories are called, as whole words. English, French, Arabic.
_KINDS = """
organisations organizations individuals persons people personalities figures groups associations institutions networks
coalitions unions syndicates parties movements academics lawyers journalists activists experts researchers scholars
artists writers doctors students others members partners supporters endorsers ngos csos media companies businesses
universities councils collectives syrians
organisation organization individual association
associations individus personnes personnalités organismes syndicats partis collectifs réseaux autres chercheurs avocats
المنظمات منظمات الأفراد أفراد الشخصيات شخصيات الجمعيات جمعيات المؤسسات مؤسسات الشبكات النقابات الأحزاب الأشخاص
الهيئات المجالس الإعلاميون الأكاديميون المحامون الناشطون آخرون الاتحادات التحالفات
"""
# What else may stand in such a heading.
_BESIDE = """
the and or & of by from in et des les de la le du signing signatory signatories signataires international regional
local national civil society human rights women syrian arab european non governmental non-governmental public other
individual community based faith academic political professional list
منظمات المجتمع المدني السورية الدولية المحلية و العامة الموقعة
"""
_PLACES = """
afghanistan albania algeria argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium bolivia
bosnia botswana brazil bulgaria cameroon canada chile china colombia croatia cuba cyprus czechia denmark ecuador egypt
eritrea estonia ethiopia europe finland france georgia germany ghana greece guatemala haiti honduras hungary iceland
india indonesia iran iraq ireland israel italy japan jordan kenya kosovo kuwait kyrgyzstan lebanon libya lithuania
luxembourg malaysia mali malta mauritania mexico moldova mongolia morocco mozambique myanmar nepal netherlands nicaragua
niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia
rwanda senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria taiwan tajikistan
tanzania thailand tunisia turkey türkiye uganda ukraine uruguay uzbekistan venezuela vietnam yemen zambia zimbabwe uk
usa allemagne belgique égypte espagne irak italie jordanie liban libye maroc palestine suisse syrie tunisie turquie
yémen algérie africa asia mena worldwide سوريا سورية لبنان الأردن العراق مصر فلسطين تركيا تونس الجزائر المغرب ليبيا
اليمن السودان الكويت قطر البحرين عمان السعودية الإمارات ألمانيا فرنسا بريطانيا السويد
"""
_PLACES_OF_WORDS = (
    "saudi arabia", "south africa", "south sudan", "south korea", "new zealand", "sri lanka", "costa rica",
    "united kingdom", "united states", "united states of america", "united arab emirates", "czech republic",
    "el salvador", "bosnia and herzegovina", "north america", "latin america", "middle east",
    "occupied palestinian territory",
)  # fmt: skip
_KIND = frozenset(_KINDS.split())
_BESIDE_WORDS = frozenset(_BESIDE.split())
_PLACE = frozenset((*_PLACES.split(), *_PLACES_OF_WORDS))
_WORD = re.compile(r"[^\s/,]+")
_COUNT = re.compile(r"\(\d{1,6}\)$")
_OWN = re.compile(r"(?:[IVX]{1,4}|[A-H]|\d{1,2})[.)]\s+(?=\S)")
_EDGES = " \t\u00a0:：*_–-"


def label(text: str) -> str:
    """Return a heading as the label it gives: without its own number, the colon and the number of names behind it."""
    return _OWN.sub("", _COUNT.sub("", text.rstrip(_EDGES)).strip(_EDGES)) or text


def is_kind(text: str) -> bool:
    """Tell whether a line says what kind of signatories stand below it ("Individuals", "Syrian organisations (12)")."""
    words = _WORD.findall(label(text).casefold())
    return 0 < len(words) <= 6 and not _KIND.isdisjoint(words) and _KIND.union(_BESIDE_WORDS).issuperset(words)


def is_place(text: str) -> bool:
    """Tell whether a line is the name of a country or region and nothing else."""
    return " ".join(label(text).casefold().split()) in _PLACE


def tell_headings(lines: Sequence[Line], prose: Sequence[bool]) -> list[bool]:
    """Tell for each line whether it is a heading of what stands below: by markup, a colon, its words or its place."""
    said = [
        not sentence and (line.role is Role.HEADING or (line.role is Role.TEXT and ends_in_colon(line.text)))
        for line, sentence in zip(lines, prose, strict=True)
    ]
    for i in _bare(lines, prose):
        said[i] = said[i] or is_kind(lines[i].text) or _restarts(lines, i)
    for i in (*_firsts(lines, prose), *_places_among(lines)):
        said[i] = True
    return said


def _places_among(lines: Sequence[Line]) -> list[int]:
    """Return the places of listed lines that are countries or kinds with others below each: a list of lists."""
    listed = [i for i, line in enumerate(lines) if line.role is Role.ITEM or line.mark]
    named = [i for i in listed if is_place(lines[i].text) or is_kind(lines[i].text)]
    below = [i + 1 for i in named if i + 1 < len(lines) and (lines[i + 1].role is Role.ITEM or lines[i + 1].mark)]
    return named if 1 < len(named) == len(below) and not set(named) & set(below) else []


def _bare(lines: Sequence[Line], prose: Sequence[bool]) -> Iterator[int]:
    """Yield the places of the short unmarked lines that others follow."""
    for i, line in enumerate(lines[:-1]):
        if line.role is Role.TEXT and not line.mark and not prose[i] and len(line.text.split()) <= 6:
            yield i


def _restarts(lines: Sequence[Line], i: int) -> bool:
    """Tell whether the numbering begins anew below line `i`, or the marked lines of another list do."""
    before, after = lines[i - 1] if i else None, lines[i + 1]
    if number := number_of(after.mark):
        return number == 1
    return bool(after.mark) and before is not None and bool(before.mark) and (lines[i].gap or after.gap)


def _firsts(lines: Sequence[Line], prose: Sequence[bool]) -> list[int]:
    """Return the first lines of the blocks, parted by blank space, where each bears a heading: countries, or capitals.

    One block alone shows nothing, and neither do blocks of which one begins with what may be a name.
    """
    starts = [i for i, line in enumerate(lines) if (line.gap or i == 0) and not prose[i]]
    firsts = [
        i
        for i in starts
        if i + 1 < len(lines) and not (lines[i + 1].gap or lines[i + 1].mark or lines[i].mark or prose[i + 1])
    ]
    for test in (is_place, _is_shouted):
        fit = [i for i in firsts if lines[i].role is Role.TEXT and test(lines[i].text)]
        if len(fit) >= 2 and 2 * len(fit) >= len(firsts) and not any(test(lines[i + 1].text) for i in fit):
            return fit
    return []


def _is_shouted(text: str) -> bool:
    return text.isupper() and len(text) > 5


def labels(lines: Sequence[Line], headings: Sequence[bool], names: Sequence[bool], title: str = "") -> list[str]:
    """Return the label of each line that is a name: the nearest heading above it, empty where there is none.

    What announces all names ("Signatories:"), is the document's title or a letter of the alphabet labels none. One
    heading above the whole list is a label where its words say so; several are by being several.
    """
    found: list[str] = []
    current = ""
    for line, heading, name in zip(lines, headings, names, strict=True):
        if heading:
            told = label(line.text)
            current = "" if is_announcement(line.text) or line.text == title or len(told) < 2 else told
        elif not name and not line.mark and line.role is Role.TEXT and len(line.text) > 80:
            current = ""
        found.append(current if name else "")
    distinct = set(filter(None, found))
    if len(distinct) == 1 and not any(is_kind(one) or is_place(one) for one in distinct):
        return [""] * len(lines)
    return found

"""`Name, role, organisation, place` -> its parts, as a proposal; the signature itself stays whole."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.reading.groups import is_place

# Words by which a part shows what it is. English, French, Arabic.
_ROLES = """
director co-director president vice-president chair chairman chairwoman chairperson head founder co-founder member
coordinator co-ordinator manager secretary treasurer spokesperson ambassador professor lecturer researcher fellow lawyer
attorney judge journalist reporter editor writer author poet novelist artist filmmaker director-general engineer doctor
physician surgeon teacher student activist advocate advisor adviser consultant analyst economist historian minister
deputy senator politician translator photographer architect pharmacist nurse officer representative executive ceo phd
candidate emeritus expert specialist leader defender campaigner blogger trainer psychologist academic sociologist
photojournalist
directeur directrice président présidente avocat avocate chercheur chercheuse professeur professeure journaliste
écrivain écrivaine médecin membre fondateur fondatrice militant militante secrétaire maire député députée
مدير مديرة رئيس رئيسة أستاذ أستاذة محام محامي محامية صحفي صحفية صحافي صحافية كاتب كاتبة ناشط ناشطة عضو باحث باحثة طبيب
طبيبة مهندس مهندسة معلم معلمة مؤسس منسق منسقة سفير سفيرة شاعر شاعرة فنان فنانة حقوقي حقوقية سياسي طالب طالبة
"""
_BODIES = """
organisation organization association centre center institute institution university college school council committee
network foundation group society union party movement league federation coalition initiative team commission office
ministry agency forum observatory press news newspaper television radio hospital company ngo syndicate bureau academy
department faculty archive museum house fund project programme program watch international collective ensemble theatre
theater choir orchestra club circle assembly cooperative authority unit campaign hub laboratory library
université institut comité fondation ligue réseau syndicat centre parti collectif fédération école
منظمة جمعية مركز معهد جامعة كلية مجلس لجنة شبكة مؤسسة مجموعة اتحاد حزب حركة رابطة تحالف مبادرة فريق هيئة مكتب وزارة
منتدى مرصد صحيفة مشفى شركة نقابة تجمع
"""
_TOWN_NAMES = """
aleppo amman amsterdam ankara athens baghdad barcelona beirut berlin boston brussels cairo cambridge chicago damascus
daraa doha dubai dublin edinburgh erbil gaza gaziantep geneva hama hamburg hasakah helsinki homs idlib istanbul
jerusalem kobane kuwait latakia london lyon madrid manchester marseille milan montreal moscow munich oslo oxford paris
prague qamishli quneitra raqqa ramallah rome rotterdam stockholm sweida tartus tehran toronto tripoli tunis vienna
warsaw washington zurich alep beyrouth bruxelles genève londres damas حلب دمشق حمص حماة إدلب درعا اللاذقية طرطوس الرقة
الحسكة القامشلي السويداء القنيطرة بيروت عمان القاهرة بغداد اسطنبول إسطنبول برلين باريس لندن جنيف
"""
# What else stands in the names of organisations, and is none by itself.
_SUBJECTS = """
aid arts affairs assistance awareness building children civil communication communities community cooperation culture
cultural defence defense democracy democratic dialogue development displaced documentation economic education
empowerment environment equality expression families freedom free health heritage history human humanitarian
independent information international journalism justice law legal liberties local media missing national peace
persons platform policy political professional protection reform refugees relief rescue research resources rights
science services social society solidarity strategic studies support sustainable trade training transitional trust
women youth
droits développement paix justice liberté solidarité recherche recherches études femmes
حقوق الإنسان السلام العدالة التنمية الحرية الديمقراطية الإعلام التعبير الدراسات البحوث الإغاثة المرأة الطفل الشباب
المجتمع المدني الانتقالية الوطنية الإنسانية الدولية الثقافة التوثيق
"""
_PART = re.compile(r"\s*[,،;؛|](?![^()]*\))\s*|\s+[–—-]\s+(?![^()]*\))|(?<=\w):\s+")
_BEHIND = re.compile(r"(?P<name>[^()]+)\s\((?P<part>[^()]{2,60})\)$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OF = re.compile(r"\s+(?:of|at|with|de|du|à|في|لدى)\s+(?=(?:the |la |l['’]|le )?[^\W\d_a-z])")
_TOWNS = frozenset(_TOWN_NAMES.split())
_ROLE = frozenset(_ROLES.split())
_BODY = frozenset(_BODIES.split())
_GENERAL = _BODY.union(_SUBJECTS.split())
_LONGEST = 500  # characters of a line in which parts are looked for
_SAMPLE = 1000  # cells of a column by which its kind is told
_SHORT = 3  # words of a town that no list knows


class Fields(NamedTuple):
    """What the parts of a signature may be; empty where there is none."""

    name: str
    role: str = ""
    organisation: str = ""
    place: str = ""


def fields(text: str) -> Fields:
    """Return the parts of a signature, the name alone where the others don't show what they are.

    A part is a role, an organisation or a place by its words; the last of three or more is a place where nothing else
    fits. "Farmer, Ann" stays whole, and so does every name without a comma or dash.
    """
    if len(text) > _LONGEST:
        return Fields(text)
    name, *rest = [part for part in _PART.split(text.strip()) if part] or [text]
    if not rest and (behind := _BEHIND.match(name)) and is_beside(behind["part"]):
        name, rest = behind["name"], [behind["part"]]
    found = {"role": "", "organisation": "", "place": ""}
    for i, part in enumerate(rest):
        kind = _kind(part, last=i == len(rest) - 1 and i > 0)
        if not kind:
            return Fields(text.strip())
        role, *bodies = _OF.split(part, maxsplit=1) if kind == "role" else [part]
        if bodies and not found["organisation"] and _has(bodies[0], _BODY):
            found["organisation"], part = bodies[0], role
        found[kind] = f"{found[kind]}, {part}" if found[kind] else part
    return Fields(name, **found)


def _kind(part: str, last: bool) -> str:
    if is_place(part) or part.casefold() in _TOWNS:
        return "place"
    if _has(part, _ROLE):
        return "role"
    if _has(part, _BODY):
        return "organisation"
    return "place" if last and len(part.split()) <= _SHORT else ""


class Kinds(NamedTuple):
    """Which share, 0..1, of several texts are roles, organisations and places by their words."""

    role: float = 0.0
    organisation: float = 0.0
    place: float = 0.0


def kinds_of(texts: Sequence[str]) -> Kinds:
    """Return what the texts of a column are, as far as the first of them show it."""
    kinds = [_kind(text[:_LONGEST], last=False) for text in texts[:_SAMPLE]]
    return Kinds(*(kinds.count(kind) / len(kinds) for kind in Kinds._fields)) if kinds else Kinds()


def is_beside(part: str) -> bool:
    """Tell whether a text is a role or a place rather than a name."""
    return _kind(part.strip(), last=False) in ("role", "place")


def is_body(part: str) -> bool:
    """Tell whether a text is an organisation by its words."""
    return _has(part, _BODY)


def is_general(text: str) -> bool:
    """Tell whether all words of a line are such as many names share, so that it hardly is one by itself."""
    words = [word.casefold() for word in _WORD.findall(text) if not word.islower()]
    return bool(words) and all(_GENERAL & {word, word.removeprefix("ال")} for word in words)


def _has(part: str, words: frozenset[str]) -> bool:
    """Tell whether a word of `part` is one of `words`, in Arabic with its article or without."""
    said = [word.casefold() for word in _WORD.findall(part)]
    return any(word in words or word.removeprefix("ال") in words for word in said)

"""Is a line running text or a name? Rules for English, French and Arabic; full stops serve other languages too."""

import re
from collections.abc import Sequence

# Words that bind sentences and are rare in names. Those of names themselves (of, for, and, the, pour, من, في) are out.
_BINDING_WORDS = """
is are was were be been being has have had do does did will would shall should can could must might
that which who whom whose this these those it its they their them we our he she his her him you your
not because although however therefore when where while if than then also both such said says say told
est sont était étaient été être ont avait avaient sera seront serait que qui dont où nous vous ils elles il elle
notre nos leur leurs ce cette ces ceux ne pas mais afin ainsi lorsque selon doit doivent peut peuvent
أن إن التي الذي الذين اللذين اللواتي هذا هذه هؤلاء ذلك تلك كان كانت كانوا يكون تكون لم لن لا قد كما نحن هو هي
هم بأن بأنها بأنه أنه أنها إنه إنها حيث لكن ولكن يجب ينبغي إلى إلا أو ليس ليست مما بما عندما
"""
_BINDING = frozenset(_BINDING_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_STOP = re.compile(r"[.!?؟…۔;؛][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(r"(?:\.\w+|\b(?:inc|ltd|co|corp|jr|sr|etc|dr|asbl|assoc|org))\.$", re.IGNORECASE)
_BREAK = re.compile(r"[^\W\d_]{3}[.!?؟][\"”’»)]*\s+[\"“‘«(]*[^\W\d_]")
_COLON = re.compile(r"[:：][\s*_]*$")
_UNDERSIGNED = re.compile(r"undersign|soussign|below.signed|أدناه|unterzeichn|abajo firmant", re.IGNORECASE)
_SIGNING = re.compile(
    r"signator|\bsign(?:s|ed|ing)?\b|endorse|signatair|soussign|signé|التوقيع|الموقع|الموقّع|توقيع|موقّع|وقعت|وقّعت",
    re.IGNORECASE,
)
_ANNOUNCEMENT = re.compile(
    r"\W*(?:(?:the|all|list of|liste des|les|organi[sz]ations?|individuals?|co|المنظمات|الجهات|قائمة|أسماء)[\s-])*"
    r"(?:undersigned|signatories|signatures|signed(?: by)?|endorsed by|signataires|signée? par|"
    r"الموقعون|الموقعين|الموقعة|الموقعات|الموقّعون|التواقيع|التوقيعات)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:yours|sincerely|respectfully|faithfully|regards|cordially|(?:with )?(?:best|kind|warm) (?:regards|wishes)|"
    r"cordialement|respectueusement|salutations|(?:مع|خالص|فائق) (?:التحية|التحيات|الاحترام|الشكر))\b[^.:]*$",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of what stands around articles
_FURNITURE = re.compile(
    r"(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|©|\(c\)\s|copyright\b|all rights reserved|"
    r"(?:source|photo|image|tags?|categor(?:y|ies)|contact|tel|phone|e-?mail|by|updated|published)\s?:|by staff\b|"
    r"(?:from|to|b?cc|sent|date|subject)\s?:|[^\W\d_]+ (?:contact|enquiries|inquiries)\s?:|.{0,80}\+\d[\d ()-]{7,}$|"
    r"(?:[^\W\d_]+,?\s)?\d{1,2}(?:st|nd|rd|th)?\.?\s[^\W\d_]+,?\s\d{4}$|[^\W\d_]+\s\d{1,2},?\s\d{4}$|"
    r"\d+[./-]\d+[./-]\d+$",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:load|show|see|view) (?:more|all)\b.{0,20}$|back to top$|"
    r"(?:older|newer) (?:posts|entries)$|(?:sign|donate) (?:now|up|the petition)$|"
    r"(?:share|tweet|print|e-?mail|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|pinterest)$|"
    r"(?:share (?:this|on|via|it|with)|click to (?:share|print|e-?mail)|follow us|subscribe|"
    r"(?:read|download) (?:more|the|this|in)|related (?:articles|posts|news)|leave a (?:comment|reply))\b.{0,40}$",
    re.IGNORECASE,
)


def is_prose(text: str) -> bool:
    """Tell whether one line reads as running text rather than as a name, whatever its length."""
    words = _WORD.findall(text)
    count = len(words)
    if count < 4:
        return False
    binding, stop = _binding(words), _stops(text)
    return (
        (stop and binding >= 2)
        or (stop and count >= 6 and binding >= 1)
        or (stop and count >= 8 and _mostly_lower(words))
        or (stop and count >= 12 and not any(map(_has_case, words)))
        or (count >= 12 and binding >= 1 and bool(_BREAK.search(text)))
        or (count >= 12 and binding >= 3 and 12 * binding >= count)
        or ("@" in text and count >= 6 and _mostly_lower(words))
    )


def is_phrase(text: str) -> bool:
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


def is_in_capitals(texts: Sequence[str]) -> bool:
    """Tell whether at least half of the longer words are capital, as in names; headlines and fragments have fewer.

    Scripts without case pass.
    """
    words = [word for text in texts for word in _WORD.findall(text) if len(word) > 3 and _has_case(word)]
    capital = sum(1 for word in words if word[0].isupper())
    return 2 * capital >= len(words)


def _has_case(word: str) -> bool:
    return word[0].islower() or word[0].isupper()


def _mostly_lower(words: Sequence[str]) -> bool:
    """Tell whether the words behind the first, which is capital in any sentence, are mostly not."""
    long = [word for word in words[1:] if len(word) > 3 and _has_case(word)]
    return 5 * sum(word[0].islower() for word in long) > 3 * len(long)


def ends_in_colon(text: str) -> bool:
    """Tell whether a line leads over to what stands below it; no name does."""
    return bool(_COLON.search(text))


def speaks_for_the_undersigned(text: str) -> bool:
    """Tell whether a line says that those who speak in it stand below ("we, the undersigned")."""
    return bool(_UNDERSIGNED.search(text))


def speaks_of_signing(text: str) -> bool:
    """Tell whether a line speaks of signing at all, as news of an agreement may too."""
    return bool(_SIGNING.search(text)) or speaks_for_the_undersigned(text)


def is_announcement(text: str) -> bool:
    """Tell whether a short line announces the names below it ("Signatories", "Signataires :", "Sincerely,")."""
    return len(text.split()) <= 5 and bool(_ANNOUNCEMENT.match(text) or _CLOSING.match(text))


def is_closing(text: str) -> bool:
    """Tell whether a line is how a letter closes, above its signatures ("Sincerely,")."""
    return len(text.split()) <= 5 and bool(_CLOSING.match(text))


def is_furniture(text: str) -> bool:
    """Tell whether a line is what stands around articles: an address, a date, a button, a credit."""
    return len(text) <= _LONGEST and bool(_FURNITURE.match(text) or _BUTTON.match(text))


def is_button(text: str) -> bool:
    """Tell whether a line is what one presses on a page: to share it, to see more of it."""
    return len(text) <= _LONGEST and bool(_BUTTON.match(text))

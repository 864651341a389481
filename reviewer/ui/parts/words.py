"""Values put into words for the screen: scores, places, times, effects. Free of Qt."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from math import exp

from reviewer.model import Evidence, Signature, Source, Verdict
from reviewer.register import Effect

_SCORES = ((0.9, "very likely"), (0.8, "likely"), (0.6, "possible"), (0.0, "doubtful"))
LIKELY = 0.8
"""Scores from here on are shown in the colour of `same`."""

_TITLE_LENGTH = 44

_MOST_NUMBERS = 3
"""So many places in one list are told by their numbers."""

VERDICTS = {Verdict.SAME: "Same signatory", Verdict.DIFFERENT: "Different signatories", Verdict.UNSURE: "Not sure"}
SPELLING_VERDICTS = {Verdict.SAME: "One word", Verdict.DIFFERENT: "Different words", Verdict.UNSURE: "Not sure"}
SIGNS = {Verdict.SAME: "=", Verdict.DIFFERENT: "≠", Verdict.UNSURE: "?"}


_TELLING = ("and/&",)
"""Reasons that name the words themselves."""


def isolate(text: str) -> str:
    """Return `text` so that its direction leaves its neighbours alone (Unicode FSI ... PDI)."""
    return f"\u2068{text}\u2069"


_MARK = "\u200e"
"""What Unicode calls a left-to-right mark."""


def in_order(text: str) -> str:
    """Return a caption of ours that keeps a number before it, "…" or ")" behind it, in a mirrored window too."""
    before, behind = text[:1].isdigit(), text.endswith(("…", ")"))
    return _MARK * before + text + _MARK * behind


def quoted(text: str) -> str:
    """Return `text` in quotation marks, isolated."""
    return f"“{isolate(text)}”"


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 name", "2 names", "1,500 names"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(score: float) -> int:
    """Return a score 0..1 as the whole number on screen; 100 is kept for certainty."""
    return min(99, round(score * 100)) if score < 1 else 100


def as_score(effect: float) -> float:
    """Return the score 0..1 that effects add up to, see `model.Candidate`."""
    return 1 / (1 + exp(-effect)) if effect >= 0 else 1 - as_score(-effect)


def likelihood(score: float) -> str:
    """Return what a score (0..1) means in words."""
    return next(words for least, words in _SCORES if score >= least)


def day(written: str) -> str:
    """Return a date as a reader writes it, "5 January 2018"; what is no ISO date stays as written."""
    try:
        on = date.fromisoformat(written[:10])
    except ValueError:
        return written
    return f"{on.day} {on:%B} {on.year}"


def moment(at: str) -> str:
    """Return an event's time (ISO 8601) as "5 January 2018, 14:03" in the reader's own time."""
    local = datetime.fromisoformat(at).astimezone()
    return f"{day(local.isoformat())}, {local:%H:%M}"


def shortened(text: str, length: int = _TITLE_LENGTH) -> str:
    """Return `text` cut at a word to at most `length` characters."""
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(" ", 1)[0]
    return cut.rstrip(" ,:;–-") + "…"


def place(signature: Signature, source: Source, also: Sequence[Signature] = ()) -> str:
    """Return where a signature stands: "Sochi statement, 5 January 2018, no. 29, under Lebanon".

    `also` are more of the same list: "no. 29, 40, 51 and 2 more".
    """
    numbers = ", ".join(f"{each.position:,}" for each in (signature, *also[: _MOST_NUMBERS - 1]))
    more = len(also) + 1 - _MOST_NUMBERS
    under = f"under {isolate(shortened(signature.group))}" if signature.group and not also else ""
    number = f"no. {numbers} and {more:,} more" if more > 0 else f"no. {numbers}"
    parts = [isolate(shortened(source.title)), day(source.date), number, under]
    return ", ".join(part for part in parts if part)


def places(signatures: Sequence[Signature], sources: Mapping[str, Source], most: int = 2) -> str:
    """Return where signatures stand in the first `most` lists that hold any, and how many more there are."""
    held: dict[str, list[Signature]] = {}
    for signature in signatures:
        held.setdefault(signature.source, []).append(signature)
    shown = [place(first, sources[source], also) for source, (first, *also) in list(held.items())[:most]]
    more = sum(len(others) for others in list(held.values())[most:])
    return "  ·  ".join((*shown, f"and {more:,} more") if more else shown)


def around(signature: Signature, sources: Mapping[str, Source]) -> str:
    """Return the lines above and below a signature in its list."""
    lines = sources[signature.source].signatures
    at = signature.position - 1
    near = [lines[i] for i in (at - 1, at + 1) if 0 <= i < len(lines)]
    return "  ·  ".join(f"{each.position:,}  {isolate(each.text)}" for each in near)


def reason(evidence: Evidence) -> str:
    """Return one piece of evidence as a chip says it: "vowels  Kawakibi / Kawakby"."""
    if evidence.kind == "same words":
        return f"{count(len(evidence.a.split()), 'word')} the same"
    if evidence.kind in _TELLING:
        return evidence.kind
    both = dict.fromkeys(word for word in (evidence.a, evidence.b) if word)
    words = " / ".join(isolate(shortened(word)) for word in both)
    return f"{evidence.kind}  {words}" if words else evidence.kind


def shown_reasons(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the reasons worth a chip, weightiest first: warnings are told elsewhere, the start of the sum is none."""
    told = [each for each in evidence if not each.warning and each.kind != "before looking"]
    return sorted(joined(told), key=lambda each: -abs(each.effect))


def joined(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return evidence with all that stands in one name alone as one piece for each name."""
    found: list[Evidence] = []
    at: dict[str, int] = {}
    for each in evidence:
        if each.kind in at:
            one = found[at[each.kind]]
            a, b = f"{one.a} {each.a}".strip(), f"{one.b} {each.b}".strip()
            found[at[each.kind]] = Evidence(each.kind, a, b, one.effect + each.effect)
            continue
        if each.kind.startswith("only in"):
            at[each.kind] = len(found)
        found.append(each)
    return found


def also_written(variants: Sequence[str], most: int = 5) -> str:
    """Return the first `most` other spellings of an entry and how many more there are as one line, or nothing."""
    joined = "  ·  ".join(isolate(text) for text in variants[:most])
    more = f"  ·  and {len(variants) - most:,} more" if len(variants) > most else ""
    count_ = f" ({len(variants):,})" if more else ""
    return f"also written{count_}  {joined}{more}" if joined else ""


def effect_of_same(effect: Effect, signatures: Sequence[Signature]) -> str:
    """Return what merging would do, before it is done."""
    if effect.after == effect.before:
        return f"The number of signatories stays {effect.before:,}."
    become = f"{count(effect.before, 'signatory', 'signatories')} become {effect.after:,}."
    fewer = [f"{quoted(shortened(title))} counts {_number(n)} fewer." for title, n in effect.losing]
    if fewer:
        return " ".join((become, *fewer))
    statements = len({s.source for s in signatures})
    which = {1: "The statement keeps its", 2: "Both statements keep their"}
    return f"{become} {which.get(statements, f'All {statements} statements keep their')} signature."


def effect_of_repeat(effect: Effect, times: int) -> str:
    """Return what deciding about a text that stands several `times` would do."""
    now = count(effect.before, "signatory", "signatories")
    return f"They count as one now: {now}. Different makes them {effect.before + times - 1:,}."


def _number(number: int) -> str:
    return ("no", "one", "two", "three", "four")[number] if number < 5 else f"{number:,}"


def sides(least: int, above: int, below: int) -> str:
    """Return how many cards a threshold (0..100) parts: "7 cards score 65 and more, 1 less"."""
    if not least:
        return f"All scores: {count(above, 'card')}"
    scores = "scores" if above == 1 else "score"
    return f"{count(above, 'card')} {scores} {least} and more, {below:,} less"


def weight(effect: float) -> str:
    """Return what a reason adds to the score (log-odds), with its sign: "+2.1", "−0.4"."""
    told = f"{abs(effect):.1f}"
    return told if told == "0.0" else f"{'+' if effect > 0 else '−'}{told}"

"""Cards as the panels show them: plain values made from the review. Free of Qt; panels never see the review."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from reviewer import matching
from reviewer.answers import Answer
from reviewer.cards import Card
from reviewer.model import (
    Accepted,
    Candidate,
    Decided,
    Entry,
    Evidence,
    Name,
    Signature,
    Source,
    SpellingDecided,
    SplitOff,
    Verdict,
)
from reviewer.queue import words_of
from reviewer.register import Member
from reviewer.review import Review, SpellingCard
from reviewer.ui.parts import telling, words
from reviewer.ui.parts.hidden import Spans

_MOST_MARKED = 0.7
"""Share of a name's letters that may be marked."""


class RowFacts(msgspec.Struct, frozen=True):
    """One member of a card: its text with the stretches that differ, where it stands, how else it is written.

    `around` are the lines beside it in its list, `signatures` those of its entry.
    """

    name: Name
    text: str
    spans: Spans = ()
    where: str = ""
    also: str = ""
    around: str = ""
    signatures: tuple[Signature, ...] = ()


class Verdicted(msgspec.Struct, frozen=True):
    """What was said of a card: the event's id, the verdict, also in words, and a sentence with who and when."""

    event: int
    verdict: Verdict
    words: str
    sentence: str


class GroupFacts(msgspec.Struct, frozen=True):
    """Names that were decided on together: each with where it stands, or "" where it is meant wherever it does."""

    caption: str
    names: tuple[tuple[str, str], ...]


class Why(msgspec.Struct, frozen=True):
    """The evidence about the rows of two numbers, the lower first."""

    pair: tuple[int, int]
    evidence: tuple[Evidence, ...]


class CardFacts(msgspec.Struct, frozen=True):
    """One card of names. `key` stays the same while the question does; `said` is set where it is answered.

    `score` is None where none was shown; `whys` has for each row the pair that speaks most for it, None where none
    does; `repeat` marks a text that stands twice in one list; `groups` takes the place of `rows` where many cards were
    decided, or an entry split.
    """

    key: object
    score: float | None
    rows: tuple[RowFacts, ...] = ()
    groups: tuple[GroupFacts, ...] = ()
    whys: tuple[Why | None, ...] = ()
    warnings: tuple[str, ...] = ()
    repeat: bool = False
    said: Verdicted | None = None


class SpellingFacts(msgspec.Struct, frozen=True):
    """One card of two spellings with the texts they stand in.

    `touched` tells how many texts either stands in, `changed` how many would read otherwise harmonised, were the first
    or the second form preferred; `waiting` how many cards that wait ask about both; `preferred` is which of the forms
    was, 1 or 2, or 0.
    """

    key: object
    candidate: Candidate
    spans_a: Spans
    spans_b: Spans
    names_a: Sequence[str]
    names_b: Sequence[str]
    touched: int
    changed: tuple[int, int]
    waiting: int = 0
    preferred: int = 0
    said: Verdicted | None = None


class QueueItem(msgspec.Struct, frozen=True):
    """One line of a queue: two texts, how many more there are, and a score (0..1) or the verdict that was given."""

    key: object
    first: str
    second: str
    score: float
    verdict: Verdict | None = None
    more: str = ""


def of_card(card: Card, review: Review) -> CardFacts:
    """Return a card that waits."""
    members = review.register.members(card)
    at = {member.name: i for i, member in enumerate(members)}
    repeat = any(p.candidate.a == p.candidate.b for p in card.pairings)
    return CardFacts(
        key=card.key,
        score=card.score,
        rows=_rows(members, review.sources, repeat=repeat),
        whys=_whys([(at[p.a], at[p.b], p.candidate) for p in card.pairings], len(members)),
        warnings=() if repeat else card.warnings,  # the question itself says what a repeat is
        repeat=repeat,
    )


def _whys(pairs: Sequence[tuple[int, int, Candidate]], rows: int) -> tuple[Why | None, ...]:
    """Return for each row the first of `pairs` (rows from 0 of the candidate's `a` and `b`) that it is part of."""
    best: list[Why | None] = [None] * rows
    for a, b, candidate in reversed(pairs):
        why = Why((min(a, b) + 1, max(a, b) + 1), _by_number(candidate.evidence, a + 1, b + 1))
        best[a] = best[b] = why
    return tuple(best)


def of_answer(event: Answer, review: Review) -> CardFacts:
    """Return what was decided, with who, when and the score shown then."""
    match event:
        case Decided():
            return _of_verdict(event, review)
        case Accepted(groups=groups):
            said = _said(event, Verdict.SAME, _in_one_go(event))
            return CardFacts(event.id, None, groups=tuple(_group("", names, review) for names in groups), said=said)
        case SplitOff(names=names, left=left):
            sides = _group("Taken out", names, review), _group("Left in the entry", left, review)
            said = _said(event, Verdict.DIFFERENT, "Taken out of its entry")
            return CardFacts(event.id, None, groups=sides, said=said)


def _in_one_go(event: Accepted) -> str:
    return f"{words.count(len(event.groups), 'card')} accepted in one go"


def _group(caption: str, names: Iterable[Name], review: Review) -> GroupFacts:
    sources = {source.id: source for source in review.all_sources}
    return GroupFacts(caption, tuple((name.text, _place(name, sources)) for name in names))


def _place(name: Name, sources: Mapping[str, Source]) -> str:
    if not name.source:
        return ""
    return words.place(Signature(name.source, name.position, name.text), sources[name.source])


def _of_verdict(event: Decided, review: Review) -> CardFacts:
    """Return a decided card as it was: each name by itself, whatever it was joined with since."""
    register = review.register
    members = [register.by_itself(name) for name in event.names if register.holds(name)]
    texts = [member.name.text for member in members]
    repeat = len(set(texts)) < len(texts)
    pairs = [] if repeat else _known(texts, review)
    return CardFacts(
        key=event.id,
        score=event.score,
        rows=_rows(members, review.all_sources, repeat=repeat),
        whys=_whys(pairs, len(members)),
        warnings=tuple(dict.fromkeys(e.warning for *_, c in pairs for e in c.evidence if e.warning)),
        repeat=repeat,
        said=_said(event, event.verdict, words.VERDICTS[event.verdict]),
    )


def _known(texts: Sequence[str], review: Review) -> list[tuple[int, int, Candidate]]:
    """Return what the matcher says of each two of `texts`, best first, with their places."""
    at = {text: i for i, text in enumerate(texts)}
    found = (c for c in review.found.names if c.a in at and c.b in at and c.a != c.b)
    return [(at[c.a], at[c.b], c) for c in sorted(found, key=lambda c: (-c.score, c.a, c.b))]


def of_spelling(card: SpellingCard, said: SpellingDecided | None = None) -> SpellingFacts:
    """Return a spelling card, waiting or answered."""
    candidate = card.candidate
    spans_a, spans_b = _differing(candidate.a, candidate.b)
    chosen = matching.fold(said.preferred) if said else ""
    return SpellingFacts(
        key=said.id if said else (candidate.a, candidate.b),
        candidate=candidate,
        spans_a=spans_a,
        spans_b=spans_b,
        names_a=card.names_a,
        names_b=card.names_b,
        touched=card.touched,
        changed=(card.changed_by_a, card.changed_by_b),
        waiting=card.waiting,
        preferred=words_of(candidate).index(chosen) + 1 if chosen in words_of(candidate) else 0,
        said=_said(said, said.verdict, words.SPELLING_VERDICTS[said.verdict]) if said else None,
    )


def queue_item(card: Card, review: Review) -> QueueItem:
    """Return a card's line in the queue."""
    first, second = review.register.listed(card.names)[:2]
    if first.text == second.text:
        again = len(card.names) - 1
        return QueueItem(card.key, first.text, "listed again" + (f", {again} times" if again > 1 else ""), card.score)
    return QueueItem(card.key, first.text, second.text, card.score, more=_more(len(card.names) - 2))


def answer_item(event: Answer) -> QueueItem:
    """Return the line of what was decided."""
    match event:
        case Decided(names=(first, second, *others), verdict=verdict):
            more = _more(len(others))
            return QueueItem(event.id, first.text, second.text, event.score or 0.0, verdict, more)
        case Accepted(groups=((first, *_), *others)):
            more = _more(len(others))
            return QueueItem(event.id, _in_one_go(event), first.text, event.score, Verdict.SAME, more)
        case SplitOff(names=(first, *others), left=(left, *_)):
            out = f"{words.isolate(first.text)}{_more(len(others))}" if others else first.text
            return QueueItem(event.id, out, f"out of {words.isolate(left.text)}", 0.0, Verdict.DIFFERENT)
    raise AssertionError(event)


def spelling_item(candidate: Candidate, said: SpellingDecided | None = None) -> QueueItem:
    """Return a spelling's line, waiting or answered."""
    key: object = said.id if said else (candidate.a, candidate.b)
    return QueueItem(key, candidate.a, candidate.b, candidate.score, said.verdict if said else None)


def _more(number: int) -> str:
    return f"  + {number:,} more" if number > 0 else ""


def _said(event: Answer | SpellingDecided, verdict: Verdict, shown: str) -> Verdicted:
    who = f"Said by {words.isolate(event.by)} on {words.moment(event.at)}"
    named = f" Named {words.quoted(event.preferred)}." if isinstance(event, Decided) and event.preferred else ""
    note = f" Note: {words.isolate(event.note)}" if isinstance(event, Decided) and event.note else ""
    return Verdicted(event.id, verdict, shown, f"{who}{_shown_then(event)}.{named}{note}")


def _shown_then(event: Answer | SpellingDecided) -> str:
    if isinstance(event, SplitOff):
        return ""
    if event.score is None:
        return "; no score was shown"
    least = "least " if isinstance(event, Accepted) else ""
    return f"; the {least}score shown then was {words.percent(event.score)}"


def _by_number(evidence: Iterable[Evidence], a: int, b: int) -> tuple[Evidence, ...]:
    """Return evidence that speaks of rows by their numbers, in their order, instead of A and B."""
    return tuple(_renumbered(e, a, b) for e in evidence)


def _renumbered(evidence: Evidence, a: int, b: int) -> Evidence:
    kind = {"only in A": f"only in {a}", "only in B": f"only in {b}"}.get(evidence.kind, evidence.kind)
    of_a, of_b = (evidence.a, evidence.b) if a < b else (evidence.b, evidence.a)
    return Evidence(kind, of_a, of_b, evidence.effect, evidence.warning)


def _rows(members: Sequence[Member], sources: Iterable[Source], *, repeat: bool) -> tuple[RowFacts, ...]:
    known = {source.id: source for source in sources}
    spans = [()] * len(members) if repeat else marks([member.name.text for member in members])
    return tuple(_row(m, s, known) for m, s in zip(members, spans, strict=True))


def _row(member: Member, spans: Spans, sources: Mapping[str, Source]) -> RowFacts:
    own, entry = member.name, member.entry
    others = [text for text in (entry.name, *entry.variants) if text != own.text]
    where = words.places(entry.signatures, sources)
    around = words.around(entry.signatures[0], sources)
    return RowFacts(own, own.text, spans, where, words.also_written(others), around, entry.signatures)


def marks(texts: Sequence[str]) -> list[Spans]:
    """Return what differs from the first text, and in the first where it has one other beside it."""
    if not texts:
        return []
    pairs = [_differing(texts[0], other) for other in texts[1:]]
    return [pairs[0][0] if len(pairs) == 1 else (), *(other for _, other in pairs)]


def _differing(a: str, b: str) -> tuple[Spans, Spans]:
    """Return what differs, or nothing where nearly all of it does: marks that are everywhere show nothing."""
    spans_a, spans_b = map(tuple, matching.differing(a, b))
    if not spans_a and not spans_b:
        spans_a, spans_b = _differing_characters(a, b)
    if max(_share(a, spans_a), _share(b, spans_b)) > _MOST_MARKED:
        return (), ()
    return spans_a, spans_b


def _differing_characters(a: str, b: str) -> tuple[Spans, Spans]:
    """Return what differs between names whose letters are the same: spaces and punctuation, or nothing but case."""
    from difflib import SequenceMatcher  # not before a card is shown

    folded_a, folded_b = a.casefold(), b.casefold()
    if folded_a != folded_b and (len(folded_a), len(folded_b)) == (len(a), len(b)):
        a, b = folded_a, folded_b
    steps = [step for step in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if step[0] != "equal"]
    return tuple((i, j) for _, i, j, _, _ in steps if i < j), tuple((i, j) for _, _, _, i, j in steps if i < j)


def _share(text: str, spans: Spans) -> float:
    return sum(end - start for start, end in spans) / max(1, len(text))


class SignatureFacts(msgspec.Struct, frozen=True):
    """One signature of an entry: its text, where it stands, and the name by which it can be taken out."""

    text: str
    where: str
    name: Name


class EntryFacts(msgspec.Struct, frozen=True):
    """One entry opened: its signatures, who did what to it, latest first, and whether a question about it waits."""

    entry: Entry
    signatures: tuple[SignatureFacts, ...]
    history: tuple[str, ...]
    is_asked: bool = False


def of_entry(entry: Entry, review: Review) -> EntryFacts:
    """Return an entry with what is known of it."""
    sources = {source.id: source for source in review.sources}
    names = review.register.names(entry)
    node = review.ledger.standing.node
    signatures = tuple(
        SignatureFacts(s.text, words.place(s, sources[s.source]), node(s) if len(names) > 1 else _placed(s))
        for s in entry.signatures
    )
    history = tuple(telling.of_history(event, review) for event in reversed(review.history(entry)))
    return EntryFacts(entry, signatures, history, any(review.queue.about(frozenset({name})) for name in names))


def _placed(signature: Signature) -> Name:
    return Name(signature.text, signature.source, signature.position)

"""Events put into words, for the status line and an entry's history. Free of Qt."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reviewer.model import (
    Accepted,
    Decided,
    Flagged,
    NameChosen,
    Noted,
    Said,
    SourceAdded,
    SourceRemoved,
    SourceReplaced,
    SpellingDecided,
    SplitOff,
    Verdict,
)
from reviewer.review import Review
from reviewer.ui.parts import words

if TYPE_CHECKING:
    from reviewer.opening import Arrived
    from reviewer.reading.compare import Comparison

_MOST_LISTED = 6
"""Names that a sentence lists: an entry of 500 tells of the others by their number."""

_NAMES = {Verdict.SAME: "Merged", Verdict.DIFFERENT: "Kept apart:", Verdict.UNSURE: "Not sure:"}
_SPELLINGS = {Verdict.SAME: "One word:", Verdict.DIFFERENT: "Different words:", Verdict.UNSURE: "Not sure:"}


def of_event(event: Said, review: Review) -> str:
    """Return what was done: "Merged “Baytna Syria” and “Baytna  Syria”"."""
    match event:
        case Decided(verdict=verdict, names=names, note=note):
            return f"{_NAMES[verdict]} {_listed(name.text for name in names)}{_because(note)}"
        case Accepted(groups=groups):
            return f"Merged {words.count(len(groups), 'card')} in one go"
        case SplitOff(names=names, left=left):
            out, entry = (words.quoted(words.shortened(side[0].text, 32)) for side in (names, left))
            return f"Took {out} out of the entry of {entry}"
        case SpellingDecided(verdict=verdict, preferred=preferred):
            form = f", preferred form {words.quoted(preferred)}" if preferred else ""
            return f"{_SPELLINGS[verdict]} {_listed(_as_written(event, review))}{form}"
        case SourceAdded() | SourceReplaced() if len(several := review.ledger.together(event)) > 1:
            return _of_several(several)
        case SourceAdded(source=source):
            return f"Added the list {_title(source, review)}"
        case SourceRemoved(source=source):
            return f"Took out the list {_title(source, review)}"
        case SourceReplaced(source=source, respelled=respelled):
            lines = f", {words.count(len(respelled), 'line')} respelled" if respelled else ""
            return f"Read the list {_title(source, review)} anew{lines}"
        case NameChosen(text=text):
            return f"Named it {words.quoted(text)}"
        case Noted(text=text):
            return f"Noted {words.quoted(words.shortened(text, 60))}" if text else "Took the note off"
        case Flagged(flag=flag, on=on):
            return f"Flagged as {flag}" if on else f"No longer flagged as {flag}"


def _of_several(came: Sequence[Said]) -> str:
    added = sum(isinstance(each, SourceAdded) for each in came)
    anew = len(came) - added
    told = [f"added {words.count(added, 'list')}"] if added else []
    told += [f"read {words.count(anew, 'list')} anew"] if anew else []
    return " and ".join(told).capitalize()


def of_merge(event: Decided, review: Review) -> str:
    """Return what a merge made: "Merged “Baytna Syria”, 2 signatures"."""
    entry = review.register.entry(review.register.holder(event.names[0]))
    return f"Merged {words.quoted(words.shortened(entry.name))}, {words.count(len(entry.signatures), 'signature')}"


def of_arrived(arrived: "Sequence[Arrived]") -> str:
    """Return what came in: "134 signatures added; 12 of 131 names were known and joined their entries"."""
    told = [f"Read {words.quoted(words.shortened(a.source.title))} anew: {of_changes(a.changes)}; every verdict stays"
            for a in arrived if a.changes]  # fmt: skip
    added = [each for each in arrived if not each.changes]
    if added:
        signatures = words.count(sum(len(each.source.signatures) for each in added), "signature")
        told.append(
            f"{words.count(len(added), 'list')} with {signatures} added" if added[1:] else f"{signatures} added"
        )
    known, names = sum(each.known for each in added), sum(each.names for each in added)
    if known:
        joined = "was known and joined its entry" if known == 1 else "were known and joined their entries"
        told.append(f"{known:,} of {words.count(names, 'name')} {joined}")
    return "; ".join(told)


def of_changes(changes: "Comparison") -> str:
    """Return how many lines changed: "3 lines added, 2 removed, 4 respelled"."""
    numbers = ((changes.added, "added"), (changes.removed, "removed"), (changes.respelled, "respelled"))
    told = [(len(lines), what) for lines, what in numbers if lines]
    if not told:
        return "every line is the same"
    (first, what), *others = told
    return ", ".join([f"{words.count(first, 'line')} {what}", *(f"{number:,} {what}" for number, what in others)])


def of_history(event: Said, review: Review) -> str:
    """Return an event with who, when and the score shown then."""
    shown = event.score if isinstance(event, Decided | Accepted) else None
    score = f" (shown with {words.percent(shown)})" if shown is not None else ""
    return f"{words.isolate(event.by)}, {words.moment(event.at)}: {of_event(event, review)}{score}"


def _as_written(event: SpellingDecided, review: Review) -> tuple[str, str]:
    """Return the two words as the matcher shows them, folded where it shows them no more."""
    known = review.spellings.known.get(frozenset((event.a, event.b)))
    return (known.a, known.b) if known else (event.a, event.b)


def _because(note: str) -> str:
    return f", noting {words.quoted(words.shortened(note, 60))}" if note else ""


def _title(source: str, review: Review) -> str:
    return words.quoted(words.shortened(next(s.title for s in review.all_sources if s.id == source)))


def _listed(texts: Iterable[str]) -> str:
    every = [words.quoted(words.shortened(text, 32)) for text in texts]
    more = [f"{len(every) - _MOST_LISTED:,} more"] if len(every) > _MOST_LISTED else []
    return " and ".join((*every[:_MOST_LISTED], *more))

"""A review's questions as the question pages want them: lines under each tab, and a way to fetch one card. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.matching import fold
from reviewer.model import Candidate, SpellingDecided, Verdict
from reviewer.review import Review
from reviewer.ui import facts
from reviewer.ui.facts import CardFacts, QueueItem, SpellingFacts

Lists = Sequence[Sequence[QueueItem]]


def of_names(review: Review) -> tuple[Lists, Callable[[int, int], CardFacts]]:
    """Return the lines to review, not sure and done, and what fetches the card of a tab and row."""
    waiting = list(review.queue.to_review), list(review.queue.unsure)
    done = review.done()

    def fetch(tab: int, row: int) -> CardFacts:
        if tab < len(waiting):
            return facts.of_card(waiting[tab][row], review)
        return facts.of_verdict(done[row], review)

    lists = [[facts.queue_item(card) for card in cards] for cards in waiting]
    return (*lists, [facts.verdict_item(event) for event in done]), fetch


def of_spellings(review: Review) -> tuple[Lists, Callable[[int, int], SpellingFacts]]:
    """Return the same for spellings."""
    waiting = review.open_spellings(), review.open_spellings(unsure=True)
    done = _answered_spellings(review)

    def fetch(tab: int, row: int) -> SpellingFacts:
        if tab < len(waiting):
            return facts.of_spelling(review.spelling_card(waiting[tab][row]))
        return facts.of_spelling(review.spelling_card(done[row][1]), done[row][0])

    lists = [[facts.spelling_item(candidate) for candidate in candidates] for candidates in waiting]
    return (*lists, [facts.spelling_item(candidate, event) for event, candidate in done]), fetch


def _answered_spellings(review: Review) -> list[tuple[SpellingDecided, Candidate]]:
    """Return decided spellings, latest first, with their evidence where the words are proposed still."""
    known = {frozenset((fold(c.a), fold(c.b))): c for c in review.found.spellings}
    said = [e for e in reversed(review.ledger.counting()) if isinstance(e, SpellingDecided)]
    said = [event for event in said if event.verdict is not Verdict.UNSURE]
    lost = {word for e in said if frozenset((e.a, e.b)) not in known for word in (e.a, e.b)}
    written = _as_written(lost, review.register.texts)
    return [(e, known.get(frozenset((e.a, e.b))) or _made_up(e, written)) for e in said]


def _made_up(event: SpellingDecided, written: Mapping[str, str]) -> Candidate:
    return Candidate("spelling", written.get(event.a, event.a), written.get(event.b, event.b), event.score, ())


def _as_written(folded: set[str], texts: Iterable[str]) -> dict[str, str]:
    """Return how folded words are written where they stand first: events keep them folded."""
    found: dict[str, str] = {}
    for word in (word for text in texts for word in text.split()):
        if len(found) == len(folded):
            break
        if (key := fold(word)) in folded:
            found.setdefault(key, word.strip("()[],;:."))
    return found

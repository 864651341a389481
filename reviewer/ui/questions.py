"""A review's questions as the question pages want them: lines under each tab, and a way to fetch one card. No Qt."""

from collections.abc import Callable, Sequence

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
    events = (e for e in reversed(review.ledger.counting()) if isinstance(e, SpellingDecided))
    return [
        (e, known.get(frozenset((e.a, e.b)), Candidate("spelling", e.a, e.b, e.score, ())))
        for e in events
        if e.verdict is not Verdict.UNSURE
    ]

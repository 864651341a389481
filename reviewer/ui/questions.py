"""A review's questions as the question pages want them: lines under each tab, and a way to fetch one card. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from reviewer.cards import Card
from reviewer.matching import fold
from reviewer.model import Candidate, Signature, SpellingDecided, Verdict
from reviewer.review import Review
from reviewer.ui import facts
from reviewer.ui.facts import CardFacts, QueueItem, SpellingFacts
from reviewer.ui.filter_strip import Order, View
from reviewer.ui.hidden import is_right_to_left
from reviewer.ui.words import isolate

Lists = Sequence[Sequence[QueueItem]]


def of_names(review: Review, view: View) -> tuple[Lists, Callable[[int, int], CardFacts]]:
    """Return the lines to review, not sure and done, and what fetches the card of a tab and row.

    What waits is narrowed and ordered as `view` has it.
    """
    waiting = _viewed(review.queue.to_review, view, review), _viewed(review.queue.unsure, view, review)
    done = review.done()

    def fetch(tab: int, row: int) -> CardFacts:
        if tab < len(waiting):
            return facts.of_card(waiting[tab][row], review)
        return facts.of_verdict(done[row], review)

    lists = [[facts.queue_item(card) for card in cards] for cards in waiting]
    return (*lists, [facts.verdict_item(event) for event in done]), fetch


def for_batch(review: Review) -> list[QueueItem]:
    """Return the cards that may be accepted together: none with a warning, none that asks about a repeat."""
    plain = (card for card in review.queue.to_review if not card.warnings and not any(n.source for n in card.names))
    return [_in_full(card) for card in plain]


def _in_full(card: Card) -> QueueItem:
    first, *others = (name.text for name in card.names)
    rest = others[0] if len(others) == 1 else "  ·  ".join(map(isolate, others))
    return QueueItem(card.key, first, rest, card.score)


def _viewed(cards: Iterable[Card], view: View, review: Review) -> list[Card]:
    kept = [card for card in cards if card.score >= view.least]
    if wanted := fold(view.text).split():
        titles = {source.id: source.title for source in review.sources}
        kept = [card for card in kept if _fits(card, wanted, titles, review)]
    if view.order is Order.LIST:
        order = {source.id: i for i, source in enumerate(review.sources)}
        kept.sort(key=lambda card: min((order[s.source], s.position) for s in _signatures(card, review)))
    elif view.order is Order.EFFECT:
        kept.sort(key=lambda card: -len(_signatures(card, review)))
    return kept


def _fits(card: Card, wanted: Iterable[str], titles: Mapping[str, str], review: Review) -> bool:
    texts = [name.text for name in card.names]
    scripts = {"arabic" if is_right_to_left(text) else "latin" for text in texts}
    lists = {titles[signature.source] for signature in _signatures(card, review)}
    reasons = (evidence.kind for pairing in card.pairings for evidence in pairing.candidate.evidence)
    held = f" {fold(' '.join((*texts, *lists, *scripts, *reasons)))}"
    return all(f" {word}" in held for word in wanted)


def _signatures(card: Card, review: Review) -> list[Signature]:
    return [s for member in review.register.members(card) for s in member.entry.signatures]


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

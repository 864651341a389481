"""A review's questions as the question pages want them: lines under each tab, and a way to fetch one card. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

import msgspec

from reviewer.cards import Card
from reviewer.lazily import Lazily
from reviewer.matching import fold
from reviewer.model import Candidate, Name, Signature, SpellingDecided, Verdict
from reviewer.queue import Lane, Ranks, best_first, unnarrowed
from reviewer.review import Review
from reviewer.ui.parts import facts
from reviewer.ui.parts.facts import CardFacts, QueueItem, SpellingFacts
from reviewer.ui.parts.hidden import is_right_to_left
from reviewer.ui.parts.words import isolate

Facts = TypeVar("Facts", CardFacts, SpellingFacts)
Value = TypeVar("Value")


class Order(StrEnum):
    """How the queue is sorted."""

    SCORE = "best first"
    LIST = "as listed"
    EFFECT = "most signatures"


class View(msgspec.Struct, frozen=True):
    """What the reviewer wants to see of the queue; `least` is a score 0..1."""

    text: str = ""
    least: float = 0.0
    order: Order = Order.SCORE

    @property
    def narrows(self) -> bool:
        """Whether it may hide a card."""
        return bool(self.text.strip()) or self.least > 0


About = frozenset[Name] | frozenset[str]
"""What something that came or went was about: names, or the two folded words of a spelling."""

Place = tuple[int, int]
"""A tab (to review, not sure, done) and a row under it."""


class Questions(NamedTuple, Generic[Facts]):
    """The lines under each tab, what makes the card at a place, and where the question with a key stands."""

    lists: Sequence[Sequence[QueueItem]]
    fetch: Callable[[Place], Facts]
    find: Callable[[object], Place | None]


class Viewed:
    """The cards that wait as a view has them; narrowed and sorted once, and then kept so as verdicts come and go."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._lanes: tuple[Lane, ...] = ()
        self._made_of: tuple[object, ...] = ()

    def of(self, review: Review) -> tuple[Lane, ...]:
        """Return what waits and what was put off."""
        made_of = review.queue, review.index, review.reasons
        if made_of != self._made_of:
            self._made_of = made_of
            self._lanes = review.queue.view(_ranks(self.view.order, review), _narrowing(self.view, review))
        return self._lanes


def of_names(review: Review, viewed: Viewed) -> Questions[CardFacts]:
    """Return the questions about names; what waits is narrowed and ordered as `viewed` has it.

    A set of names as key finds the best card that asks about all of them.
    """
    lanes = viewed.of(review)
    waiting = [lane.cards for lane in lanes]
    done = review.answers.latest_first()

    def fetch(place: Place) -> CardFacts:
        tab, row = place
        return facts.of_card(waiting[tab][row], review) if tab < len(waiting) else facts.of_answer(done[row], review)

    def find(key: object) -> Place | None:
        if not isinstance(key, frozenset):
            return _find(done, lambda event: event.id == key, len(waiting))
        card = review.queue.about(key)
        places = ((tab, lane.place(card)) for tab, lane in enumerate(lanes) if card)
        return next(((tab, row) for tab, row in places if row is not None), None)

    lists = [Lazily(cards, lambda card: facts.queue_item(card, review)) for cards in waiting]
    return Questions((*lists, Lazily(done, facts.answer_item)), fetch, find)


def _find(values: Sequence[Value], fits: Callable[[Value], bool], tab: int) -> Place | None:
    return next(((tab, row) for row, value in enumerate(values) if fits(value)), None)


def for_batch(review: Review, view: View) -> list[QueueItem]:
    """Return the cards in `view` that may be accepted together: none with a warning, none that asks about a repeat."""
    cards = _narrowing(view, review)(review.queue.to_review)
    plain = (card for card in cards if not card.warnings and not any(n.source for n in card.names))
    return [_in_full(card, review) for card in plain]


def _in_full(card: Card, review: Review) -> QueueItem:
    first, *others = (name.text for name in review.register.listed(card.names))
    rest = others[0] if len(others) == 1 else "  ·  ".join(map(isolate, others))
    return QueueItem(card.key, first, rest, card.score)


def _narrowing(view: View, review: Review) -> Callable[[Sequence[Card]], Sequence[Card]]:
    """Return what leaves of cards those that `view` shows."""
    if not view.narrows:
        return unnarrowed
    words = [_Word(wanted, review) for wanted in fold(view.text).split()]

    def narrowed(cards: Sequence[Card]) -> Sequence[Card]:
        kept = [card for card in cards if card.score >= view.least] if view.least else cards
        for word in words:
            kept = word.begins_in(kept)
        return kept

    return narrowed


def _ranks(order: Order, review: Review) -> Ranks:
    """Return what tells where cards stand in an order; ties stand best first."""
    register = review.register  # its listing is not asked for before there is need: it brings numpy

    def by_place(cards: Sequence[Card]) -> Mapping[Card, int]:
        return dict(zip(cards, register.listing.places([card.names for card in cards]), strict=True))

    def by_effect(cards: Sequence[Card]) -> Mapping[Card, int]:
        totals = register.listing.totals([card.names for card in cards])
        return {card: -total for card, total in zip(cards, totals, strict=True)}

    return {Order.LIST: by_place, Order.EFFECT: by_effect}.get(order, best_first)


class _Word:
    """A word looked for in cards: what it means for names, reasons, lists and scripts is found once, not for each card.

    There may be 10,000 cards, all gone through at each letter: what most words don't mean costs nothing for a card.
    """

    def __init__(self, wanted: str, review: Review) -> None:
        self._beginning, self._review = f" {wanted}", review
        self._said = {*review.index.texts(review.index.beginning(wanted)), *filter(self._is_in, review.reasons)}
        self._lists = {source.id for source in review.sources if self._is_in(source.title)}
        self._scripts = {right for right, script in ((True, "arabic"), (False, "latin")) if self._is_in(script)}

    def begins_in(self, cards: Iterable[Card]) -> list[Card]:
        """Return the cards where it begins a word of the names, their script, the reasons or the lists' titles."""
        isnt_said, says = self._said.isdisjoint, self._review.queue.says
        if not (self._lists or self._scripts):
            return [card for card in cards if not isnt_said(says[card])]
        return [card for card in cards if not isnt_said(says[card]) or self._is_beside(card)]

    def _is_beside(self, card: Card) -> bool:
        if self._scripts and any(is_right_to_left(name.text) in self._scripts for name in card.names):
            return True
        return bool(self._lists) and any(s.source in self._lists for s in _signatures(card, self._review))

    def _is_in(self, text: str) -> bool:
        return self._beginning in f" {fold(text)}"


def _signatures(card: Card, review: Review) -> Iterable[Signature]:
    return (signature for name in card.names for signature in review.register.signatures(name))


def of_spellings(review: Review) -> Questions[SpellingFacts]:
    """Return the questions about spellings; a set of two folded words as key finds the one about both."""
    waiting = review.spellings.to_review, review.spellings.unsure
    said = (event for event in reversed(review.ledger.counting()) if isinstance(event, SpellingDecided))
    done = [event for event in said if event.verdict is not Verdict.UNSURE]

    def fetch(place: Place) -> SpellingFacts:
        tab, row = place
        if tab < len(waiting):
            return facts.of_spelling(review.spelling_card(waiting[tab][row]))
        return facts.of_spelling(review.spelling_card(_decided(done[row], review)), done[row])

    def find(key: object) -> Place | None:
        if not isinstance(key, tuple | frozenset):
            return _find(done, lambda event: event.id == key, len(waiting))
        return review.spellings.place(frozenset(map(fold, key)) if isinstance(key, tuple) else key)

    lists = [Lazily(candidates, facts.spelling_item) for candidates in waiting]
    return Questions(
        (*lists, Lazily(done, lambda event: facts.spelling_item(_decided(event, review), event))), fetch, find
    )


def _decided(event: SpellingDecided, review: Review) -> Candidate:
    """Return what was decided, with its evidence where the words are proposed still."""
    written = review.index.written
    known = review.spellings.known.get(frozenset((event.a, event.b)))
    return known or Candidate("spelling", written(event.a), written(event.b), event.score, ())

"""The questions that wait, kept in order as verdicts come and go: cards of names, and spellings.

A verdict costs in proportion to the cards it touches, however many wait: cards in which a name of the entries in
question stands are dissolved, and their pairings asked anew.
"""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from reviewer.cards import Card, Pairing, group
from reviewer.ledger import Standing, names_of
from reviewer.matching import fold
from reviewer.model import AnyEvent, Candidate, Name, SpellingDecided

Ranks = Callable[[Sequence[Card]], Mapping[Card, int]]
"""Tells where cards stand in an order, the least first: of all or, where they stand best first, of none. Those that it
ranks alike stand best first too."""


class Lane:
    """Cards that wait, some of all, in an order: kept so as they come and go, which hardly costs more where many do.

    `ranks` tells where a card stands when it comes. Of the `cards`, which come best first, and of those that come later
    there are those that `narrowed` leaves.
    """

    def __init__(
        self, cards: Sequence[Card], ranks: Ranks, narrowed: Callable[[Sequence[Card]], Sequence[Card]]
    ) -> None:
        self._ranked_by, self._narrowed = ranks, narrowed
        kept = narrowed(cards)
        self._ranks = {**ranks(kept)}
        self._cards = sorted(kept, key=self._ranks.__getitem__) if self._ranks else list(kept)
        self._told: tuple[Card, ...] | None = None

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards as they wait now, the same object until they change: pages ask at every key."""
        if self._told is None:
            self._told = tuple(self._cards)
        return self._told

    def place(self, card: Card) -> int | None:
        """Return where a card stands, from 0; None where it doesn't."""
        at = bisect_left(self._cards, self._standing(card), key=self._standing)
        return at if at < len(self._cards) and self._cards[at] == card else None

    def at_least(self, score: float) -> int:
        """Return how many cards have this score (0..1) or more, where they stand best first."""
        return bisect_right(self._cards, -score, key=lambda card: -card.score)

    def put(self, card: Card) -> None:
        """Take in a card that came."""
        if self._narrowed([card]):
            self._ranks.update(self._ranked_by([card]))
            insort(self._cards, card, key=self._standing)
            self._told = None

    def drop(self, card: Card) -> None:
        """Let a card go that came once."""
        if (at := self.place(card)) is not None:
            del self._cards[at]
            self._told = None
        self._ranks.pop(card, None)

    def _standing(self, card: Card) -> tuple[int, Any]:
        """Return where a card stood when it came: by that alone it is found again when its entries have changed."""
        return self._ranks.get(card, 0), card.rank


class Queue:
    """The open questions of a review: `to_review` and, put off by a reviewer, `unsure`; each best first.

    `says` holds of each card the texts of its names and the kinds of its reasons: by these it is found as one types.
    Making one is slow for many pairings and looks at nothing else, so that another thread can do it; `follow` then
    brings it in line with a ledger.
    """

    def __init__(self, pairings: Iterable[Pairing]) -> None:
        self.says: dict[Card, tuple[str, ...]] = {}
        self._standing = Standing()
        self._of_name: dict[Name, list[Pairing]] = defaultdict(list)
        self._cards_of_name: dict[Name, dict[Card, None]] = defaultdict(dict)
        every = list(pairings)
        for pairing in every:
            self._of_name[pairing.a].append(pairing)
            self._of_name[pairing.b].append(pairing)
        grouped = group(every, lambda name: name)
        self._waiting = {False: Lane(grouped, best_first, unnarrowed), True: Lane((), best_first, unnarrowed)}
        self._viewed = self._waiting
        for card in grouped:
            self._index(card)

    @property
    def to_review(self) -> Sequence[Card]:
        """The cards nobody has answered, as they wait now."""
        return self._waiting[False].cards

    @property
    def unsure(self) -> Sequence[Card]:
        """The cards somebody was not sure of, as they wait now."""
        return self._waiting[True].cards

    def view(self, ranks: Ranks, narrowed: Callable[[Sequence[Card]], Sequence[Card]]) -> tuple[Lane, Lane]:
        """Return what waits and what was put off as one wants to see it; both are kept so until the next view."""
        self._viewed = self._waiting
        if ranks is not best_first or narrowed is not unnarrowed:
            self._viewed = {unsure: Lane(lane.cards, ranks, narrowed) for unsure, lane in self._waiting.items()}
        return self._viewed[False], self._viewed[True]

    def at_least(self, score: float) -> int:
        """Return how many of the cards nobody has answered have this score (0..1) or more."""
        return self._waiting[False].at_least(score)

    def about(self, names: frozenset[Name]) -> Card | None:
        """Return the best card that asks about all of `names`, or None."""
        cards = [card for name in list(names)[:1] for card in self._cards_of_name.get(name, ()) if names <= card.key]
        return min(cards, key=lambda card: card.rank, default=None)

    def waiting(self, names: Iterable[Name]) -> set[Card]:
        """Return the cards nobody has answered that ask about any of `names`."""
        cards = {card for name in names for card in self._cards_of_name.get(name, ())}
        return cards.difference(self.unsure)

    def asking(self, names: Iterable[Name]) -> list[Pairing]:
        """Return the pairings that ask about any of `names`, answered or not."""
        return list(dict.fromkeys(pairing for name in names for pairing in self._of_name.get(name, ())))

    def follow(self, standing: Standing) -> None:
        """Go by `standing` from now on, whatever it was before."""
        mentioned = {name for event in standing.events.values() for name in names_of(event)}
        self.update(standing, {each for name in mentioned for each in standing.names.members(name)})

    def revise(self, standing: Standing, gone: Iterable[Pairing], fresh: Iterable[Pairing]) -> None:
        """Ask no more what is `gone`, and what is `fresh` from now on; costs in proportion to the cards these touch."""
        out, come = list(gone), list(fresh)
        for pairing in out:
            for name in (pairing.a, pairing.b):
                self._of_name[name] = [p for p in self._of_name[name] if p != pairing]
        for pairing in come:
            self._of_name[pairing.a].append(pairing)
            self._of_name[pairing.b].append(pairing)
        names = {name for pairing in (*out, *come) for name in (pairing.a, pairing.b)}
        self.update(standing, {each for name in names for each in standing.names.members(name)}, frozenset(out))

    def update(self, standing: Standing, names: Iterable[Name], gone: Collection[Pairing] = ()) -> None:
        """Ask anew whatever has to do with `names`: all names of the entries that a verdict changed.

        Pairings that are `gone` are not asked again.
        """
        self._standing = standing
        pairings: dict[tuple[Name, Name], Pairing] = {}
        touched = tuple(names)
        stale = dict.fromkeys(card for name in touched for card in self._cards_of_name.get(name, ()))
        for card in stale:
            self._remove(card)
            pairings |= {(p.a, p.b): p for p in card.pairings if p not in gone}
        for pairing in (p for name in touched for p in self._of_name.get(name, ())):
            pairings[pairing.a, pairing.b] = pairing
        for unsure in self._waiting:
            for card in self._ask(pairings.values(), unsure=unsure):
                self._index(card)
                for lane in self._lanes(unsure):
                    lane.put(card)

    def _lanes(self, unsure: bool) -> set[Lane]:
        return {self._waiting[unsure], self._viewed[unsure]}

    def _ask(self, pairings: Iterable[Pairing], *, unsure: bool) -> list[Card]:
        standing = self._standing
        names = standing.names
        put_off = {frozenset(map(names.root, pair)) for pair in standing.unsure_names}
        asked = (
            p
            for p in pairings
            if names.undecided(p.a, p.b) and (frozenset((names.root(p.a), names.root(p.b))) in put_off) is unsure
        )
        return group(asked, names.root)

    def _index(self, card: Card) -> None:
        kinds = {evidence.kind for pairing in card.pairings for evidence in pairing.candidate.evidence}
        self.says[card] = (*kinds.union([name.text for name in card.names]),)
        for pairing in card.pairings:
            self._cards_of_name[pairing.a][card] = None
            self._cards_of_name[pairing.b][card] = None

    def _remove(self, card: Card) -> None:
        del self.says[card]
        for pairing in card.pairings:
            self._cards_of_name[pairing.a].pop(card, None)
            self._cards_of_name[pairing.b].pop(card, None)
        for lane in (*self._lanes(False), *self._lanes(True)):
            lane.drop(card)


class Spellings:
    """The open questions about spellings: `to_review` and, put off by a reviewer, `unsure`; each best first.

    `known` are all candidates, decided or not, by their two folded words. Made without looking at any verdict, as a
    queue is; a verdict then costs in proportion to the spellings of the words it joins or parts.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = tuple(candidates)
        self._words = [words_of(candidate) for candidate in self._candidates]
        self._numbers = {frozenset(words): number for number, words in enumerate(self._words)}
        self.known = {words: self._candidates[number] for words, number in self._numbers.items()}
        self._of_word: dict[str, list[int]] = defaultdict(list)
        for number, words in enumerate(self._words):
            for word in words:
                self._of_word[word].append(number)
        self._waiting: dict[bool, list[int]] = {False: list(range(len(self._words))), True: []}
        self._told: dict[bool, tuple[Candidate, ...]] = {}

    @property
    def to_review(self) -> Sequence[Candidate]:
        """The candidates nobody has answered, as they wait now."""
        return self._tell(unsure=False)

    @property
    def unsure(self) -> Sequence[Candidate]:
        """The candidates somebody was not sure of, as they wait now."""
        return self._tell(unsure=True)

    def place(self, words: frozenset[str]) -> tuple[bool, int] | None:
        """Return where the candidate of two folded words waits: whether among the unsure, and its row from 0."""
        number = self._numbers.get(words, -1)
        for unsure, waiting in self._waiting.items():
            row = bisect_left(waiting, number)
            if row < len(waiting) and waiting[row] == number:
                return unsure, row
        return None

    def follow(self, standing: Standing) -> None:
        """Go by `standing` from now on."""
        self.update(standing, {word for each in standing.events.values() for word in spelled_by(each)})

    def update(self, standing: Standing, words: Iterable[str]) -> None:
        """Ask anew whatever has to do with these folded words, of which verdicts speak, and with those that are one."""
        said, put_off = standing.spellings, standing.unsure_spellings
        for number in {n for word in words for each in said.members(word) for n in self._of_word.get(each, ())}:
            self._told = {}
            a, b = self._words[number]
            for unsure, waiting in self._waiting.items():
                row = bisect_left(waiting, number)
                waits = said.undecided(a, b) and (frozenset((a, b)) in put_off) is unsure
                waiting[row : bisect_right(waiting, number)] = [number] if waits else []

    def _tell(self, *, unsure: bool) -> tuple[Candidate, ...]:
        if unsure not in self._told:
            self._told[unsure] = tuple([self._candidates[number] for number in self._waiting[unsure]])
        return self._told[unsure]


def spelled_by(event: AnyEvent) -> tuple[str, ...]:
    """Return the two folded words an event speaks of, none where it is no verdict on spellings."""
    return (event.a, event.b) if isinstance(event, SpellingDecided) else ()


def words_of(candidate: Candidate) -> tuple[str, str]:
    """Return the folded words a spelling candidate is about; verdicts on spellings are keyed by them."""
    return fold(candidate.a), fold(candidate.b)


def best_first(_cards: Sequence[Card]) -> Mapping[Card, int]:
    """Rank no card before another."""
    return {}


def unnarrowed(cards: Sequence[Card]) -> Sequence[Card]:
    """Return all cards."""
    return cards

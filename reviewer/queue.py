"""The questions that wait, kept in order as verdicts come and go: cards of names, and spellings.

A verdict costs in proportion to the cards it touches, however many wait: cards in which a name of the entries in
question stands are dissolved, and their pairings asked anew.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from reviewer.cards import Card, Pairing, group
from reviewer.ledger import Standing, names_of
from reviewer.matching import fold
from reviewer.model import Candidate, Name


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
        self._waiting: dict[bool, list[Card]] = {False: [], True: []}
        self._told: dict[bool, tuple[Card, ...]] = {}
        self._scores: tuple[float, ...] | None = None
        every = list(pairings)
        for pairing in every:
            self._of_name[pairing.a].append(pairing)
            self._of_name[pairing.b].append(pairing)
        self._waiting[False] = group(every, lambda name: name)
        for card in self._waiting[False]:
            self._index(card)

    @property
    def to_review(self) -> Sequence[Card]:
        """The cards nobody has answered, as they wait now."""
        return self._tell(unsure=False)

    @property
    def scores(self) -> Sequence[float]:
        """The scores of the cards nobody has answered; the same object until they change."""
        if self._scores is None:
            self._scores = tuple([card.score for card in self.to_review])
        return self._scores

    @property
    def unsure(self) -> Sequence[Card]:
        """The cards somebody was not sure of, as they wait now."""
        return self._tell(unsure=True)

    def about(self, names: frozenset[Name]) -> Card | None:
        """Return the best card that asks about all of `names`, or None."""
        cards = [card for name in list(names)[:1] for card in self._cards_of_name.get(name, ()) if names <= card.key]
        return min(cards, key=_rank, default=None)

    def waiting(self, names: Iterable[Name]) -> set[Card]:
        """Return the cards nobody has answered that ask about any of `names`."""
        cards = {card for name in names for card in self._cards_of_name.get(name, ())}
        return cards.difference(self._waiting[True])

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
        self._told, self._scores = {}, None
        pairings: dict[tuple[Name, Name], Pairing] = {}
        touched = tuple(names)
        stale = dict.fromkeys(card for name in touched for card in self._cards_of_name.get(name, ()))
        for card in stale:
            self._remove(card)
            pairings |= {(p.a, p.b): p for p in card.pairings if p not in gone}
        for pairing in (p for name in touched for p in self._of_name.get(name, ())):
            pairings[pairing.a, pairing.b] = pairing
        for unsure, waiting in self._waiting.items():
            for card in self._ask(pairings.values(), unsure=unsure):
                insort(waiting, card, key=_rank)
                self._index(card)

    def _tell(self, *, unsure: bool) -> tuple[Card, ...]:
        """Return the cards that wait, the same object until they change: pages ask at every key."""
        if unsure not in self._told:
            self._told[unsure] = tuple(self._waiting[unsure])
        return self._told[unsure]

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
        for waiting in self._waiting.values():
            at = bisect_left(waiting, _rank(card), key=_rank)
            if at < len(waiting) and waiting[at] == card:
                del waiting[at]


class Spellings:
    """The open questions about spellings: `to_review` and, put off by a reviewer, `unsure`; each best first.

    `known` are all candidates, decided or not, by their two folded words.
    """

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._candidates = [(candidate, *words_of(candidate)) for candidate in candidates]
        self.known = {frozenset((a, b)): candidate for candidate, a, b in self._candidates}
        self.to_review: Sequence[Candidate] = ()
        self.unsure: Sequence[Candidate] = ()

    def follow(self, standing: Standing) -> None:
        """Go by `standing` from now on, whatever it was before."""
        said, put_off = standing.spellings, standing.unsure_spellings
        waiting = [(c, a, b) for c, a, b in self._candidates if said.undecided(a, b)]
        self.to_review = tuple(c for c, a, b in waiting if frozenset((a, b)) not in put_off)
        self.unsure = tuple(c for c, a, b in waiting if frozenset((a, b)) in put_off)


def words_of(candidate: Candidate) -> tuple[str, str]:
    """Return the folded words a spelling candidate is about; verdicts on spellings are keyed by them."""
    return fold(candidate.a), fold(candidate.b)


def _rank(card: Card) -> tuple[float, tuple[Name, ...]]:
    return card.rank

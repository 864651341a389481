from collections.abc import Iterable, Sequence
from contextlib import suppress
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from support import candidate, names, review, source, take

from reviewer.cards import Card
from reviewer.errors import BadInput, Contradiction
from reviewer.matching import Found
from reviewer.model import Name, Verdict
from reviewer.queue import Spellings
from reviewer.review import Review

LETTERS = "abcdefg"
SCORED = st.dictionaries(
    st.sampled_from(list(combinations(LETTERS, 2))), st.sampled_from([0.95, 0.9, 0.7, 0.4]), min_size=1
)
STEP = st.tuples(
    st.sampled_from([*Verdict, "undo", "redo", "split"]),
    st.lists(st.sampled_from(LETTERS), min_size=2, max_size=3, unique=True),
)


def questions(cards: Iterable[Card]) -> set[frozenset[Name]]:
    return {frozenset((p.a, p.b)) for card in cards for p in card.pairings}


def asked(desk: Review) -> tuple[list[Card], list[Card]]:
    return list(desk.queue.to_review), list(desk.queue.unsure)


@settings(max_examples=150, deadline=None)
@given(SCORED, st.lists(STEP, max_size=15))
def test_whatever_is_decided_the_queue_asks_what_a_queue_made_anew_asks(
    scored: dict[tuple[str, str], float], steps: list[tuple[Any, list[str]]]
) -> None:
    found = [candidate(a, b, score) for (a, b), score in scored.items()]
    desk = review(source("one", *LETTERS), found=found)
    first = asked(desk)

    def effect(card: Card) -> int:
        return -sum(1 for name in card.names for _ in desk.register.signatures(name))

    def not_a(cards: Sequence[Card]) -> Sequence[Card]:
        return [card for card in cards if Name("a") not in card.names]

    viewed = desk.queue.view(lambda cards: {card: effect(card) for card in cards}, not_a)
    for verb, letters in steps:
        try:
            if verb in ("undo", "redo"):
                if len(desk.ledger.counting()) > 1 or verb == "redo":
                    getattr(desk, verb)()
            elif verb == "split":
                desk.split_off(names(letters[0]))
            else:
                desk.decide(verb, names(*letters), 0.5)
        except (Contradiction, BadInput):
            continue
        again = review(source("one", *LETTERS), found=found)
        again.ledger = desk.ledger
        again._read_sources()
        for kept, made in zip(asked(desk), asked(again), strict=True):
            assert [card.rank for card in kept] == sorted(card.rank for card in kept)
            assert questions(kept) == questions(made)
        for lane, cards in zip(viewed, asked(desk), strict=True):
            assert list(lane.cards) == sorted(not_a(cards), key=lambda card: (effect(card), card.rank))
            assert [lane.place(card) for card in lane.cards] == list(range(len(lane.cards)))
        assert list(desk.register.entries()) == list(again.register.entries())
        assert desk.answers.latest_first() == again.answers.latest_first()
        assert desk.answers.cards == again.answers.cards
        assert desk.register.count == again.register.count == len(desk.register.entries())
    while len(desk.ledger.counting()) > 1:
        desk.undo()
    assert tuple(map(questions, asked(desk))) == tuple(map(questions, first))


@settings(max_examples=100, deadline=None)
@given(SCORED, SCORED, st.lists(STEP, max_size=6))
def test_after_another_answer_the_queue_asks_what_a_queue_made_anew_asks(
    before: dict[tuple[str, str], float], after: dict[tuple[str, str], float], steps: list[tuple[Any, list[str]]]
) -> None:
    desk = review(source("one", *LETTERS), found=[candidate(a, b, score) for (a, b), score in before.items()])
    for verb, letters in steps:
        with suppress(Contradiction):
            desk.decide(verb if verb in [*Verdict] else Verdict.UNSURE, names(*letters), 0.5)
    take(desk, Found(tuple(candidate(a, b, score) for (a, b), score in after.items()), ()))
    again = review(source("one", *LETTERS), found=desk.found.names)
    again.ledger = desk.ledger
    again._read_sources()
    for kept, made in zip(asked(desk), asked(again), strict=True):
        assert [card.rank for card in kept] == sorted(card.rank for card in kept)
        assert questions(kept) == questions(made)


def test_what_is_found_anew_takes_the_place_of_what_was() -> None:
    desk = review(source("one", "a", "b", "c"), found=[candidate("a", "b")])
    take(desk, Found((candidate("b", "c"),), ()))
    assert [card.names for card in desk.queue.to_review] == [names("b", "c")]


@settings(max_examples=150, deadline=None)
@given(SCORED, st.lists(STEP, max_size=15))
def test_whatever_is_decided_of_spellings_those_made_anew_ask_the_same(
    scored: dict[tuple[str, str], float], steps: list[tuple[Any, list[str]]]
) -> None:
    found = [candidate(a, b, score, spelling=True) for (a, b), score in scored.items()]
    desk = review(source("one", *LETTERS), found=found)
    for verb, (a, b, *_) in steps:
        verdicts = desk.ledger.counting()[1:]
        with suppress(Contradiction, BadInput):
            if verb in [*Verdict]:
                desk.decide_spelling(verb, candidate(a, b, spelling=True))
            elif verb == "redo":
                desk.redo()
            elif verdicts and verb == "undo":
                desk.undo()
            elif verdicts:
                desk.withdraw(verdicts[len(verdicts) // 2].id)
        again = Spellings(desk.found.spellings)
        again.follow(desk.ledger.standing)
        said, put_off = desk.ledger.standing.spellings, desk.ledger.standing.unsure_spellings
        waiting = [c for c in desk.found.spellings if said.undecided(c.a, c.b)]
        kept = desk.spellings
        assert (kept.to_review, kept.unsure) == (again.to_review, again.unsure)
        assert list(kept.unsure) == [c for c in waiting if frozenset((c.a, c.b)) in put_off]
        assert list(kept.to_review) == [c for c in waiting if c not in kept.unsure]
        for row, each in enumerate(kept.to_review):
            assert kept.place(frozenset((each.a, each.b))) == (False, row)

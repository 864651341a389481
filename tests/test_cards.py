from support import candidate

from reviewer.cards import MOST_MEMBERS, Card, Pairing, group
from reviewer.model import Name


def cards(*scored: tuple[str, str, float], joined: str = "") -> list[Card]:
    """Return the cards of scored pairs of one-letter names; the letters of `joined` are one entry."""
    pairings = [Pairing(Name(a), Name(b), candidate(a, b, score)) for a, b, score in scored]
    return group(pairings, lambda name: Name(joined[0]) if name.text in joined else name)


def letters(found: list[Card]) -> list[str]:
    return ["".join(name.text for name in card.names) for card in found]


def test_pairs_come_best_first() -> None:
    assert letters(cards(("a", "b", 0.7), ("c", "d", 0.9))) == ["cd", "ab"]


def test_three_that_are_all_paired_are_one_card_holding_all_three_pairings() -> None:
    (card,) = cards(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.85))
    assert letters([card]) == ["abc"]
    assert [p.candidate.score for p in card.pairings] == [0.95, 0.9, 0.85]
    assert card.score == 0.85


def test_a_chain_is_not_a_card() -> None:
    assert letters(cards(("a", "b", 0.95), ("b", "c", 0.9))) == ["ab", "bc"]


def test_a_weak_pair_keeps_a_third_out_and_comes_back_as_its_own_question() -> None:
    assert letters(cards(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.5))) == ["ab", "bc", "ac"]


def test_two_entries_are_asked_once_by_the_names_of_their_best_pair() -> None:
    (card,) = cards(("a", "x", 0.6), ("b", "x", 0.9), joined="ab")
    assert letters([card]) == ["bx"]
    assert len(card.pairings) == 1


def test_each_pair_is_asked_once_and_cards_stay_within_what_one_looks_through() -> None:
    alphabet = [chr(0x4E00 + i) for i in range(MOST_MEMBERS + 10)]
    every = [(a, b, 0.9) for i, a in enumerate(alphabet) for b in alphabet[i + 1 :]]
    found = cards(*every)
    assert max(len(card.names) for card in found) == MOST_MEMBERS
    asked = sorted(p.candidate.a + p.candidate.b for card in found for p in card.pairings)
    assert asked == sorted(a + b for a, b, _ in every)


def test_a_doubtful_pair_takes_in_nobody_who_is_not_paired_with_every_member() -> None:
    doubtful = [(a + b, 0.1) for a, b in ("ab", "ac", "bc", "ad", "bd")]
    found = cards(*((pair[0], pair[1], score) for pair, score in doubtful))
    assert sorted(letters(found)) == ["abc", "ad", "bd"]

from support import candidate, names

from reviewer.cards import MOST_MEMBERS, Pairing, group
from reviewer.model import Name


def pairings(*scored: tuple[str, str, float]) -> dict[tuple[Name, Name], Pairing]:
    return {names(a, b): Pairing(Name(a), Name(b), candidate(a, b, score)) for a, b, score in scored}  # type: ignore[misc]


def members(found: list[tuple[tuple[Name, ...], tuple[Pairing, ...]]]) -> list[str]:
    return ["".join(name.text for name in roots) for roots, _ in found]


def test_pairs_come_best_first() -> None:
    assert members(group(pairings(("a", "b", 0.7), ("c", "d", 0.9)))) == ["cd", "ab"]


def test_three_that_are_all_paired_are_one_group_holding_all_three_pairings() -> None:
    found = group(pairings(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.85)))
    assert members(found) == ["abc"]
    assert [p.candidate.score for p in found[0][1]] == [0.95, 0.9, 0.85]


def test_a_chain_is_not_a_group() -> None:
    assert members(group(pairings(("a", "b", 0.95), ("b", "c", 0.9)))) == ["ab", "bc"]


def test_a_weak_pair_keeps_a_third_out_and_comes_back_as_its_own_question() -> None:
    found = group(pairings(("a", "b", 0.95), ("b", "c", 0.9), ("a", "c", 0.5)))
    assert members(found) == ["ab", "bc", "ac"]


def test_each_pairing_is_asked_once_and_groups_stay_within_the_number_keys() -> None:
    letters = "abcdefghijklm"
    every = [(a, b, 0.9) for i, a in enumerate(letters) for b in letters[i + 1 :]]
    found = group(pairings(*every))
    assert max(len(roots) for roots, _ in found) == MOST_MEMBERS
    assert sorted(p.candidate.a + p.candidate.b for _, inside in found for p in inside) == sorted(
        a + b for a, b, _ in every
    )

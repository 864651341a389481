from itertools import combinations, product

import numpy as np
import pytest

from reviewer.matching.arrays import Ints, unpaired
from reviewer.matching.distance import Sounding, pack
from reviewer.matching.meeting import meeting, word_keys


def met(words: list[str], window: int, since: int = 0) -> set[tuple[int, int]]:
    """Return which words meet."""
    packed = pack(words)
    a, b = unpaired(meeting(word_keys(packed), Sounding.of(packed).first, window, since))
    return set(zip(a.tolist(), b.tolist(), strict=True))


def test_words_that_agree_but_for_one_letter_meet_however_many_have_the_same_consonants() -> None:
    words = ["".join(letters) for letters in product("b", "aiou", "d", "aiou", "k", "aiou", "m", "aiou")]
    pairs = met(words, 12)
    for (i, one), (j, other) in combinations(enumerate(words), 2):
        if sum(x != y for x, y in zip(one, other, strict=True)) == 1:
            assert (i, j) in pairs
    assert len(pairs) < len(words) ** 2 / 4


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [
        ("kawakibi", "kouwakeby", True),  # the same consonants
        ("kawakibi", "kouakebian", True),  # one more
        ("damascus", "tamozgis", True),  # roughly the same
        ("haddad", "heddud", True),
        ("kawakibi", "basmat", False),
    ],
)
def test_words_meet_by_their_consonants(a: str, b: str, meet: bool) -> None:
    assert met([a, b], 4) == ({(0, 1)} if meet else set())


def test_however_many_words_are_alike_each_meets_few() -> None:
    words = [f"b{a}{b}{c}" for a in "aeiou" for b in "bdfgklmnrstz" for c in ("a", "ab", "ad", "am", "an", "ar", "as")]
    for window in (2, 8, 32):
        assert len(met(words, window)) < 5 * window * len(words)
    assert len(met(words, 2)) < len(met(words, 8))


def test_words_that_were_there_before_do_not_meet_again() -> None:
    words = ["kawakibi", "kawakiby", "kawakabi", "basmat"]
    assert met(words, 8, 2) == {(a, b) for a, b in met(words, 8) if b >= 2}


def test_keys_come_in_portions_of_any_width() -> None:
    one, other = word_keys(pack(["ab"])), word_keys(pack(["abdulrahmankawakibialhalabi"]))
    both: Ints = np.concatenate([one, other])
    assert both.tolist() == word_keys(pack(["ab", "abdulrahmankawakibialhalabi"])).tolist()

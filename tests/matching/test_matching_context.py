"""Who has a better claim to a name is who a look at all others, one by one, finds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.context import NEAR, SAME_LIST, Around, Pairs

SETS = [frozenset(numbers) for numbers in ((0,), (1,), (2,), (0, 1), (1, 2), (0, 1, 2))]
SIZE = 7


def better(
    own: int, other: int, raw: float, scores: dict[tuple[int, int], float], stands: list[int]
) -> tuple[int, float]:
    """Return who else in a list that `other` alone stands in comes nearest to `own`, and by how much nearer."""
    claims = []
    for (a, b), score in scores.items():
        if own in (a, b) and {a, b} != {own, other} and score >= -8:
            third = b if a == own else a
            lists = SETS[stands[other]] - SETS[stands[own]]
            if not lists.isdisjoint(SETS[stands[third]]):
                claims.append((-score, third))
    loss, name = min(claims, default=(99.0, -1))
    amount = min(NEAR - loss - raw, 6.0)
    return (name, amount) if amount > 0 else (-1, 0.0)


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([-9.0, -5.0, -1.0, 0.0, 0.5, 2.0, 9.0]),
    max_size=12,
)


@given(PAIRS, st.lists(st.integers(0, len(SETS) - 1), min_size=SIZE, max_size=SIZE))
def test_rivals_are_found_among_all_pairs(scores: dict[tuple[int, int], float], stands: list[int]) -> None:
    a, b = np.array(list(scores), np.int64).reshape(-1, 2).T
    around = Around.of(Pairs(a, b, np.array(list(scores.values()), float)), np.array(stands), SETS)
    for row, ((x, y), raw) in enumerate(scores.items()):
        assert around.together[row] == (not SETS[stands[x]].isdisjoint(SETS[stands[y]]))
        for side, (own, other) in enumerate(((x, y), (y, x))):
            rival, closer = better(own, other, raw, scores, stands)
            assert around.rival[side, row] == rival
            assert around.closer[side, row] == pytest.approx(closer)


def test_what_is_told_adds_up() -> None:
    pairs = Pairs(np.array([0, 0]), np.array([1, 2]), np.array([3.0, 1.5]))
    around = Around.of(pairs, np.array([0, 1, 3]), SETS)
    told = around.told(pairs, ["Mazaya", "Mazaia", "Mazaja"])
    assert [[c.warning for c in each] for each in told] == [
        [],
        [SAME_LIST, "“Mazaya” has a closer partner: “Mazaia”."],
    ]
    assert around.effects().tolist() == [sum(c.effect for c in each) for each in told]
